/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-silent-notifier.h"

struct _AufaitSilentNotifier {
  GObject parent_instance;
};

static void init_notifier (AufaitNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AufaitSilentNotifier,
                               aufait_silent_notifier,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (AUFAIT_TYPE_NOTIFIER, init_notifier))

static gboolean
is_ready (AufaitNotifier *notifier)
{
  return FALSE;
}

static void
forget_nudge (AufaitNotifier *notifier, const AufaitNudge *nudge, const char *body)
{
}

static void
forget_close (AufaitNotifier *notifier, gint64 nudge_id)
{
}

static void
forget_digest (AufaitNotifier *notifier, guint n_people, const char *title, const char *body)
{
}

static void
init_notifier (AufaitNotifierInterface *iface)
{
  iface->is_ready = is_ready;
  iface->show = forget_nudge;
  iface->close = forget_close;
  iface->show_digest = forget_digest;
}

static void
aufait_silent_notifier_class_init (AufaitSilentNotifierClass *klass)
{
}

static void
aufait_silent_notifier_init (AufaitSilentNotifier *self)
{
}

AufaitNotifier *
aufait_silent_notifier_new (void)
{
  return g_object_new (AUFAIT_TYPE_SILENT_NOTIFIER, NULL);
}
