/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-log-notifier.h"

#include <errno.h>

#include "aufait-discretion.h"
#include "aufait-json.h"
#include "aufait-wire.h"

struct _AufaitLogNotifier {
  GObject parent_instance;
  FILE *stream; /* the caller's */
};

static void init_notifier (AufaitNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AufaitLogNotifier,
                               aufait_log_notifier,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (AUFAIT_TYPE_NOTIFIER, init_notifier))

static gboolean
is_ready (AufaitNotifier *notifier)
{
  return TRUE;
}

/* 0, or the errno that says why nobody can read it. */
static int
print_line (AufaitLogNotifier *self, const char *name, JsonNode *value)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GString) line = g_string_new (NULL);
  int code;

  json_object_set_member (object, name, value);
  aufait_json_append_object (line, object);
  if (fprintf (self->stream, "%s\n", line->str) >= 0 && fflush (self->stream) == 0)
    return 0;
  code = errno;
  clearerr (self->stream);
  return code;
}

static void
print_nudge (AufaitNotifier *notifier, const AufaitNudge *nudge, const char *body)
{
  g_autoptr (AufaitNudge) discreet = aufait_discretion_dup_nudge (nudge);
  int code = print_line (AUFAIT_LOG_NOTIFIER (notifier), "nudge", aufait_wire_nudge (discreet));

  if (code == 0) {
    aufait_notifier_emit_shown (notifier, nudge->id);
    return;
  }
  g_warning ("Could not print nudge %" G_GINT64_FORMAT ": %s", nudge->id, g_strerror (code));
  aufait_notifier_emit_failed (notifier, nudge->id);
}

static void
forget_close (AufaitNotifier *notifier, gint64 nudge_id)
{
}

static void
print_digest (AufaitNotifier *notifier, guint n_people, const char *title, const char *body)
{
  g_autofree char *text = g_strdup_printf ("%s. %s", title, body);
  JsonObject *digest = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  int code;

  json_object_set_int_member (digest, "count", n_people);
  json_object_set_string_member (digest, "text", text);
  json_node_take_object (node, digest);
  code = print_line (AUFAIT_LOG_NOTIFIER (notifier), "digest", node);
  if (code != 0)
    g_warning ("Could not print the digest: %s", g_strerror (code));
}

static void
init_notifier (AufaitNotifierInterface *iface)
{
  iface->is_ready = is_ready;
  iface->show = print_nudge;
  iface->close = forget_close;
  iface->show_digest = print_digest;
}

static void
aufait_log_notifier_class_init (AufaitLogNotifierClass *klass)
{
}

static void
aufait_log_notifier_init (AufaitLogNotifier *self)
{
}

AufaitNotifier *
aufait_log_notifier_new (FILE *stream)
{
  AufaitLogNotifier *self;

  g_return_val_if_fail (stream != NULL, NULL);

  self = g_object_new (AUFAIT_TYPE_LOG_NOTIFIER, NULL);
  self->stream = stream;
  return AUFAIT_NOTIFIER (self);
}
