/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-log-notifier.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "aufait-silent-notifier.h"

static AufaitNudge *
build_nudge (void)
{
  AufaitNudge *nudge = aufait_nudge_new ("return", "return:7:crete");

  nudge->id = 12;
  nudge->person = aufait_ref_new (7, "Marie Curie");
  nudge->at = g_date_time_new_from_iso8601 ("2026-08-21T10:00:00+02:00", NULL);
  nudge->title = g_strdup ("Marie Curie is back from Crète");
  nudge->action = g_strdup ("Ask how it was.");
  g_ptr_array_add (nudge->why, aufait_reason_new ("part en Crète", AUFAIT_DAY_NONE, 3));
  return nudge;
}

static void
count_shown (AufaitNotifier *notifier, gint64 id, guint *n_shown)
{
  g_assert_cmpint (id, ==, 12);
  ++*n_shown;
}

/* What is in the stream at once, though nobody closes it. */
static char *
print_nudge (const AufaitNudge *nudge)
{
  g_autofree char *buffer = NULL;
  size_t length = 0;
  guint n_shown = 0;
  FILE *stream = open_memstream (&buffer, &length);
  g_autoptr (AufaitNotifier) notifier = aufait_log_notifier_new (stream);
  char *printed;

  g_signal_connect (notifier, "shown", G_CALLBACK (count_shown), &n_shown);
  g_assert_true (aufait_notifier_is_ready (notifier));
  aufait_notifier_show (notifier, nudge, "the body");
  aufait_notifier_close (notifier, nudge->id);
  g_assert_cmpuint (n_shown, ==, 1);
  printed = g_strndup (buffer, length);
  fclose (stream);
  g_clear_pointer (&buffer, free);
  return printed;
}

static JsonNode *
parse_line (const char *line)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (line, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (line, "\n"));
  g_assert_true (strchr (line, '\n') == line + strlen (line) - 1);
  return node;
}

static void
test_prints_a_line (void)
{
  g_autoptr (AufaitNudge) nudge = build_nudge ();
  g_autofree char *line = print_nudge (nudge);
  g_autoptr (JsonNode) root = parse_line (line);
  JsonObject *object = json_object_get_object_member (json_node_get_object (root), "nudge");

  g_assert_cmpint (json_object_get_int_member (object, "id"), ==, 12);
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, nudge->title);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "why")), ==, 1);
}

static void
test_keeps_what_is_private (void)
{
  g_autoptr (AufaitNudge) nudge = build_nudge ();
  g_autofree char *line = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;

  nudge->is_private = TRUE;
  line = print_nudge (nudge);
  root = parse_line (line);
  object = json_object_get_object_member (json_node_get_object (root), "nudge");
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "A nudge is waiting");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "why")), ==, 0);
  g_assert_null (strcasestr (line, "cr"));
  g_assert_null (strstr (line, "Marie"));
  g_assert_null (strstr (line, "how it was"));
}

static void
print_in_vain (void)
{
  g_autoptr (AufaitNudge) nudge = build_nudge ();
  guint n_shown = 0, n_failed = 0;
  FILE *stream = fopen ("/dev/full", "w");
  g_autoptr (AufaitNotifier) notifier = aufait_log_notifier_new (stream);

  /* The warning is wanted here. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  g_signal_connect (notifier, "shown", G_CALLBACK (count_shown), &n_shown);
  g_signal_connect (notifier, "failed", G_CALLBACK (count_shown), &n_failed);
  aufait_notifier_show (notifier, nudge, NULL);
  g_assert_cmpuint (n_shown, ==, 0);
  g_assert_cmpuint (n_failed, ==, 1);
  fclose (stream);
}

static void
test_tells_what_cannot_be_printed (void)
{
  if (g_test_subprocess ()) {
    print_in_vain ();
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*Could not print nudge 12: *");
}

static void
test_silent_one_shows_nothing (void)
{
  g_autoptr (AufaitNudge) nudge = build_nudge ();
  g_autoptr (AufaitNotifier) notifier = aufait_silent_notifier_new ();
  guint n_shown = 0;

  g_signal_connect (notifier, "shown", G_CALLBACK (count_shown), &n_shown);
  g_assert_false (aufait_notifier_is_ready (notifier));
  aufait_notifier_show (notifier, nudge, "the body");
  aufait_notifier_close (notifier, nudge->id);
  g_assert_cmpuint (n_shown, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log-notifier/prints-a-line", test_prints_a_line);
  g_test_add_func ("/log-notifier/keeps-what-is-private", test_keeps_what_is_private);
  g_test_add_func ("/log-notifier/tells-what-cannot-be-printed", test_tells_what_cannot_be_printed);
  g_test_add_func ("/silent-notifier/shows-nothing", test_silent_one_shows_nothing);

  return g_test_run ();
}
