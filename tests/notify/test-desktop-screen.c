/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown on the desktop, and what comes back from there. */
#include "config.h"

#include "notifier-fixture.h"

typedef NotifierFixture Fixture;

static const char *
get_answer (Fixture *fixture, guint index)
{
  wait_until (fixture->answers->len > index);
  return g_ptr_array_index (fixture->answers, index);
}

static void
assert_hint (ServerNotification *notification, const char *name, GVariant *expected)
{
  g_autoptr (GVariant) wanted = g_variant_ref_sink (expected);
  g_autoptr (GVariant) hint = g_variant_lookup_value (notification->hints, name, NULL);

  g_assert_nonnull (hint);
  g_assert_cmpvariant (hint, wanted);
}

static void
test_shows_once (Fixture *fixture, gconstpointer unused)
{
  static const char *const actions[] = { "default", "Close", "done", "Done", "later",
                                         "Later",   "note",  "Note", NULL };
  ServerNotification *notification = notifier_fixture_show_and_wait (fixture, 12);

  g_assert_cmpstr (notification->app_name, ==, "Au fait");
  g_assert_cmpstr (notification->icon, ==, "org.aufait.Aufait");
  g_assert_cmpstr (notification->summary, ==, "Nudge 12");
  g_assert_cmpstr (notification->body, ==, "Why 12");
  g_assert_cmpuint (notification->replaces, ==, 0);
  g_assert_cmpstrv (notification->actions, actions);
  assert_hint (notification, "desktop-entry", g_variant_new_string ("org.aufait.Aufait"));
  assert_hint (notification, "category", g_variant_new_string ("x-aufait.nudge"));
  assert_hint (notification, "urgency", g_variant_new_byte (1));
  notifier_fixture_settle (fixture);
  g_assert_cmpint (g_array_index (fixture->shown, gint64, 1), ==, 999);
  g_assert_cmpuint (fixture->answers->len, ==, 0);
}

static ServerNotification *
show_with_picture (Fixture *fixture, gint64 id, gboolean is_private)
{
  g_autoptr (AufaitNudge) nudge = notifier_fixture_build_nudge (id, "Marie Curie is back");
  guint n_before = fixture->shown->len;

  nudge->picture = g_strdup ("/pictures/marie.jpg");
  nudge->is_private = is_private;
  aufait_notifier_show (fixture->notifier, nudge, "");
  wait_until (fixture->shown->len > n_before);
  return notification_server_get (fixture->server, fixture->server->notifications->len - 1);
}

/* The face of a private person is as private as the name. */
static void
test_shows_a_face (Fixture *fixture, gconstpointer unused)
{
  assert_hint (show_with_picture (fixture, 12, FALSE), "image-path",
               g_variant_new_string ("/pictures/marie.jpg"));
  g_assert_null (
      g_variant_lookup_value (show_with_picture (fixture, 13, TRUE)->hints, "image-path", NULL));
  notifier_fixture_settle (fixture);
}

static void
test_tells_answers (Fixture *fixture, gconstpointer unused)
{
  static const char *const answers[] = { "done", "later", "note" };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    ServerNotification *notification = notifier_fixture_show_and_wait (fixture, 12 + i);
    g_autofree char *expected = g_strdup_printf ("%u %s", 12 + i, answers[i]);

    notification_server_press (fixture->server, notification->id, answers[i]);
    g_assert_cmpstr (get_answer (fixture, i), ==, expected);
    wait_until (!notification->is_open);
  }
  notifier_fixture_settle (fixture);
  g_assert_cmpuint (fixture->answers->len, ==, 3);
}

static void
test_counts_one_answer (Fixture *fixture, gconstpointer unused)
{
  ServerNotification *notification = notifier_fixture_show_and_wait (fixture, 12);

  notification_server_press (fixture->server, notification->id, "later");
  notification_server_press (fixture->server, notification->id, "done");
  notification_server_close (fixture->server, notification->id, 2);
  g_assert_cmpstr (get_answer (fixture, 0), ==, "12 later");
  notifier_fixture_settle (fixture);
  g_assert_cmpuint (fixture->answers->len, ==, 1);
}

static void
test_takes_typed_text (Fixture *fixture, gconstpointer unused)
{
  ServerNotification *notification = notifier_fixture_show_and_wait (fixture, 12);

  g_assert_true (g_strv_contains ((const char *const *) notification->actions, "inline-reply"));
  g_assert_false (g_strv_contains ((const char *const *) notification->actions, "note"));
  notification_server_reply (fixture->server, notification->id + 1, "to someone else");
  notification_server_press (fixture->server, notification->id, "inline-reply");
  notification_server_reply (fixture->server, notification->id, "she loved it");
  g_assert_cmpstr (get_answer (fixture, 0), ==, "12 note: she loved it");
  wait_until (!notification->is_open);
  notifier_fixture_settle (fixture);
  g_assert_cmpuint (fixture->answers->len, ==, 1);
}

static void
test_takes_no_end_for_an_answer (Fixture *fixture, gconstpointer unused)
{
  for (guint reason = 1; reason <= 4; reason++) {
    ServerNotification *notification = notifier_fixture_show_and_wait (fixture, 12);

    notification_server_close (fixture->server, notification->id, reason);
    notifier_fixture_settle (fixture);
    g_assert_cmpuint (fixture->answers->len, ==, 0);
  }
}

static void
test_a_click_is_harmless (Fixture *fixture, gconstpointer unused)
{
  ServerNotification *notification = notifier_fixture_show_and_wait (fixture, 12);

  notification_server_press (fixture->server, notification->id, "default");
  wait_until (!notification->is_open);
  notifier_fixture_settle (fixture);
  g_assert_cmpuint (fixture->answers->len, ==, 0);
}

static void
test_shows_three_at_most (Fixture *fixture, gconstpointer unused)
{
  for (gint64 id = 1; id <= 10; id++)
    notifier_fixture_show (fixture, id);
  for (guint i = 0; i < 10; i++) {
    ServerNotification *notification;

    wait_until (fixture->shown->len >= MIN (i + 3, 10));
    g_assert_cmpint (g_array_index (fixture->shown, gint64, i), ==, i + 1);
    notification = notification_server_get (fixture->server, i);
    /* Whatever frees the place. */
    if (i % 3 == 0)
      notification_server_press (fixture->server, notification->id, "done");
    else if (i % 3 == 1)
      notification_server_close (fixture->server, notification->id, 1);
    else
      aufait_notifier_close (fixture->notifier, i + 1);
  }
  g_assert_cmpuint (fixture->server->most_open, ==, 3);
  g_assert_cmpuint (fixture->shown->len, ==, 10);
}

static void
test_replaces_what_is_shown (Fixture *fixture, gconstpointer unused)
{
  ServerNotification *first = notifier_fixture_show_and_wait (fixture, 12);
  guint32 first_id = first->id;
  ServerNotification *second = notifier_fixture_show_and_wait (fixture, 12);

  /* A new one: one that is shown anew does not say that it was closed. */
  g_assert_cmpuint (second->id, !=, first_id);
  g_assert_cmpuint (second->replaces, ==, 0);
  g_assert_cmpuint (notification_server_count_open (fixture->server), ==, 1);
  notification_server_press (fixture->server, second->id, "done");
  g_assert_cmpstr (get_answer (fixture, 0), ==, "12 done");
}

static void
test_closes_what_was_answered_elsewhere (Fixture *fixture, gconstpointer unused)
{
  ServerNotification *notification = notifier_fixture_show_and_wait (fixture, 12);

  aufait_notifier_close (fixture->notifier, 11);
  aufait_notifier_close (fixture->notifier, 12);
  wait_until (!notification->is_open);
  aufait_notifier_close (fixture->notifier, 12);
  notifier_fixture_settle (fixture);
  g_assert_cmpuint (g_array_index (fixture->server->closed, guint32, 0), ==, notification->id);
  g_assert_cmpuint (fixture->answers->len, ==, 0);
}

static void
test_forgets_what_waits_when_closed (Fixture *fixture, gconstpointer unused)
{
  for (gint64 id = 1; id <= 5; id++)
    notifier_fixture_show (fixture, id);
  wait_until (fixture->shown->len == 3);
  aufait_notifier_close (fixture->notifier, 4);
  aufait_notifier_close (fixture->notifier, 1);
  wait_until (fixture->shown->len == 4);
  g_assert_cmpint (g_array_index (fixture->shown, gint64, 3), ==, 5);
}

static void
test_leaves_nothing_on_the_screen (Fixture *fixture, gconstpointer unused)
{
  notifier_fixture_show_and_wait (fixture, 12);
  notifier_fixture_show_and_wait (fixture, 13);
  g_clear_object (&fixture->notifier);
  wait_until (notification_server_count_open (fixture->server) == 0);
}

/* It waits for a place as any, and leaves it when it is told to. */
static void
test_shows_a_digest (Fixture *fixture, gconstpointer unused)
{
  ServerNotification *digest;

  for (gint64 id = 1; id <= 3; id++)
    notifier_fixture_show_and_wait (fixture, id);
  aufait_notifier_show_digest (fixture->notifier, 7, "7 people are waiting", "Ada, Bo");
  aufait_notifier_close (fixture->notifier, 1);
  aufait_notifier_close (fixture->notifier, 2);
  notifier_fixture_show_and_wait (fixture, 4);
  digest = notification_server_get (fixture->server, 3);
  g_assert_cmpstr (digest->summary, ==, "7 people are waiting");
  g_assert_cmpuint (notification_server_count_open (fixture->server), ==, 3);
  g_assert_true (digest->is_open);
  aufait_notifier_close (fixture->notifier, 0);
  wait_until (!digest->is_open);
}

static void
test_tells_what_is_refused (Fixture *fixture, gconstpointer unused)
{
  fixture->server->refuses = TRUE;
  notifier_fixture_show (fixture, 12);
  notifier_fixture_show (fixture, 13);
  wait_until (fixture->failed->len == 2);
  g_assert_cmpint (g_array_index (fixture->failed, gint64, 0), ==, 12);
  g_assert_true (aufait_notifier_is_ready (fixture->notifier));
  fixture->server->refuses = FALSE;
  notifier_fixture_show_and_wait (fixture, 12);
  g_assert_cmpuint (fixture->shown->len, ==, 1);
}

static void
show_hostile (Fixture *fixture, gboolean is_private)
{
  g_autoptr (AufaitNudge) nudge =
      notifier_fixture_build_nudge (12, "<tom@x.org> & \xe2\x80\xaeR&D\n");

  nudge->is_private = is_private;
  aufait_notifier_show (fixture->notifier, nudge,
                        "Write <tom@x.org>:\n\n\"R&D\" \x1b[1m\xff <b>now</b>");
  wait_until (fixture->shown->len == 1);
}

static void
test_escapes_for_markup (Fixture *fixture, gconstpointer unused)
{
  ServerNotification *notification;

  show_hostile (fixture, FALSE);
  notification = notification_server_get (fixture->server, 0);
  /* The summary is never markup. */
  g_assert_cmpstr (notification->summary, ==, "<tom@x.org> & R&D");
  g_assert_cmpstr (notification->body, ==,
                   "Write &lt;tom@x.org&gt;:\n&quot;R&amp;D&quot; [1m\xef\xbf\xbd "
                   "&lt;b&gt;now&lt;/b&gt;");
}

static void
test_sends_plain_text_without_markup (Fixture *fixture, gconstpointer unused)
{
  ServerNotification *notification;

  show_hostile (fixture, FALSE);
  notification = notification_server_get (fixture->server, 0);
  g_assert_cmpstr (notification->body, ==,
                   "Write <tom@x.org>:\n\"R&D\" [1m\xef\xbf\xbd <b>now</b>");
}

static void
test_says_what_to_type_without_buttons (Fixture *fixture, gconstpointer unused)
{
  ServerNotification *notification = notifier_fixture_show_and_wait (fixture, 12);

  g_assert_cmpuint (g_strv_length (notification->actions), ==, 0);
  g_assert_cmpstr (notification->body, ==, "Why 12\nAnswer with: aufait done 12");
}

static void
test_keeps_what_is_private (Fixture *fixture, gconstpointer unused)
{
  ServerNotification *notification;

  show_hostile (fixture, TRUE);
  notification = notification_server_get (fixture->server, 0);
  g_assert_cmpstr (notification->summary, ==, "A nudge is waiting");
  g_assert_cmpstr (notification->body, ==, "");
  notification_server_press (fixture->server, notification->id, "done");
  g_assert_cmpstr (get_answer (fixture, 0), ==, "12 done");
}

static void
add_test (const char *path,
          const char *capabilities,
          void (*test) (Fixture *fixture, gconstpointer capabilities))
{
  g_test_add (path, Fixture, capabilities, notifier_fixture_set_up, test,
              notifier_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/desktop-screen/shows-once-and-says-so", ALL_CAPABILITIES, test_shows_once);
  add_test ("/desktop-screen/shows-a-face", ALL_CAPABILITIES, test_shows_a_face);
  add_test ("/desktop-screen/tells-answers", ALL_CAPABILITIES, test_tells_answers);
  add_test ("/desktop-screen/counts-one-answer", ALL_CAPABILITIES, test_counts_one_answer);
  add_test ("/desktop-screen/takes-text-typed-into-it", "actions inline-reply",
            test_takes_typed_text);
  add_test ("/desktop-screen/takes-no-end-for-an-answer", ALL_CAPABILITIES,
            test_takes_no_end_for_an_answer);
  add_test ("/desktop-screen/a-click-beside-the-buttons-is-harmless", ALL_CAPABILITIES,
            test_a_click_is_harmless);
  add_test ("/desktop-screen/shows-three-at-most", ALL_CAPABILITIES, test_shows_three_at_most);
  add_test ("/desktop-screen/replaces-what-is-shown", ALL_CAPABILITIES,
            test_replaces_what_is_shown);
  add_test ("/desktop-screen/closes-what-was-answered-elsewhere", ALL_CAPABILITIES,
            test_closes_what_was_answered_elsewhere);
  add_test ("/desktop-screen/forgets-what-waits-when-it-is-closed", ALL_CAPABILITIES,
            test_forgets_what_waits_when_closed);
  add_test ("/desktop-screen/leaves-nothing-on-the-screen", ALL_CAPABILITIES,
            test_leaves_nothing_on_the_screen);
  add_test ("/desktop-screen/shows-a-digest", ALL_CAPABILITIES, test_shows_a_digest);
  add_test ("/desktop-screen/tells-what-is-refused", ALL_CAPABILITIES, test_tells_what_is_refused);
  add_test ("/desktop-screen/escapes-for-markup", ALL_CAPABILITIES, test_escapes_for_markup);
  add_test ("/desktop-screen/sends-plain-text-without-markup", "actions body",
            test_sends_plain_text_without_markup);
  add_test ("/desktop-screen/says-what-to-type-without-buttons", "body body-markup",
            test_says_what_to_type_without_buttons);
  add_test ("/desktop-screen/keeps-what-is-private", ALL_CAPABILITIES, test_keeps_what_is_private);

  return g_test_run ();
}
