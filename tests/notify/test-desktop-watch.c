/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notification servers that come late, go, come again, hang; and no bus. */
#include "config.h"

#include "notifier-fixture.h"

/* Longer than a server may take. */
#define STANDSTILL_USECS (900 * G_TIME_SPAN_MILLISECOND)

typedef NotifierFixture Fixture;

static void
test_waits_for_a_server (Fixture *fixture, gconstpointer unused)
{
  notifier_fixture_show (fixture, 12);
  g_assert_cmpuint (fixture->n_ready, ==, 0);
  notifier_fixture_start_server (fixture, ALL_CAPABILITIES, 1);
  notifier_fixture_wait_ready (fixture, 1);
  /* What was asked for in vain is forgotten. */
  notifier_fixture_show_and_wait (fixture, 13);
  g_assert_cmpuint (fixture->server->notifications->len, ==, 1);
}

static void
test_waits_for_a_server_that_answers (Fixture *fixture, gconstpointer unused)
{
  notifier_fixture_start_server (fixture, ALL_CAPABILITIES, 1);
  notification_server_set_hangs (fixture->server, TRUE);
  wait_until (!g_queue_is_empty (&fixture->server->held));
  g_assert_false (aufait_notifier_is_ready (fixture->notifier));
  g_assert_cmpuint (fixture->n_ready, ==, 0);
  notification_server_set_hangs (fixture->server, FALSE);
  notifier_fixture_wait_ready (fixture, 1);
}

static void
test_shows_again_after_a_restart (Fixture *fixture, gconstpointer unused)
{
  ServerNotification *notification = notifier_fixture_show_and_wait (fixture, 12);

  g_assert_cmpuint (notification->id, ==, 1);
  notifier_fixture_end_server (fixture);
  wait_until (!aufait_notifier_is_ready (fixture->notifier));
  notifier_fixture_start_server (fixture, ALL_CAPABILITIES, 1);
  notifier_fixture_wait_ready (fixture, 2);
  notification = notifier_fixture_show_and_wait (fixture, 12);
  notification_server_press (fixture->server, notification->id, "done");
  wait_until (fixture->answers->len == 1);
}

/* The number of our notification is another program's one after a restart. */
static void
test_never_touches_those_of_others (Fixture *fixture, gconstpointer unused)
{
  ServerNotification *notification = notifier_fixture_show_and_wait (fixture, 12);
  guint32 stale = notification->id;

  notifier_fixture_start_server (fixture, ALL_CAPABILITIES, stale + 1);
  notifier_fixture_wait_ready (fixture, 2);
  aufait_notifier_close (fixture->notifier, 12);
  notification_server_press (fixture->server, stale, "done");
  notification_server_reply (fixture->server, stale, "not for us");
  notification = notifier_fixture_show_and_wait (fixture, 12);
  g_assert_cmpuint (notification->replaces, ==, 0);
  notifier_fixture_settle (fixture);
  g_clear_object (&fixture->notifier);
  wait_until (notification_server_count_open (fixture->server) == 0);
  for (guint i = 0; i < fixture->server->closed->len; i++)
    g_assert_cmpuint (g_array_index (fixture->server->closed, guint32, i), !=, stale);
  g_assert_cmpuint (fixture->answers->len, ==, 0);
}

/* --- a server that hangs -------------------------------------------------------------------- */

typedef struct {
  gint64 last;
  gint64 longest;
} Latency;

static gboolean
measure_latency (gpointer user_data)
{
  Latency *latency = user_data;
  gint64 now = g_get_monotonic_time ();

  latency->longest = MAX (latency->longest, now - latency->last);
  latency->last = now;
  return G_SOURCE_CONTINUE;
}

static void
test_main_loop_runs_on (Fixture *fixture, gconstpointer unused)
{
  Latency latency = { .last = g_get_monotonic_time () };
  guint source = g_timeout_add (5, measure_latency, &latency);

  notification_server_set_hangs (fixture->server, TRUE);
  for (gint64 id = 1; id <= 5; id++)
    notifier_fixture_show (fixture, id);
  wait_until (!aufait_notifier_is_ready (fixture->notifier));
  aufait_notifier_close (fixture->notifier, 1);
  notifier_fixture_show (fixture, 6);
  g_source_remove (source);
  /* One that waited for the server would wait for ever. */
  g_assert_cmpint (latency.longest, <, 2 * G_TIME_SPAN_SECOND);
  g_assert_cmpuint (fixture->shown->len, ==, 0);

  notification_server_set_hangs (fixture->server, FALSE);
  wait_until (fixture->n_ready_again > 0);
  /* The one that hung was shown after all; those behind it are asked for again. */
  notifier_fixture_show_and_wait (fixture, 7);
  g_assert_cmpuint (notification_server_count_open (fixture->server), <=, 2);
}

/* What it has on the screen is there. */
static void
test_slow_one_is_no_new_one (Fixture *fixture, gconstpointer unused)
{
  notification_server_set_hangs (fixture->server, TRUE);
  notifier_fixture_show (fixture, 12);
  wait_until (!aufait_notifier_is_ready (fixture->notifier));
  notification_server_set_hangs (fixture->server, FALSE);
  wait_until (aufait_notifier_is_ready (fixture->notifier));
  g_assert_cmpuint (fixture->n_ready_again, ==, 1);
  notifier_fixture_wait_ready (fixture, 1);
  g_assert_cmpint (g_array_index (fixture->shown, gint64, 0), ==, 12);
}

static gboolean
stand_still (gpointer has_stood)
{
  g_usleep (STANDSTILL_USECS);
  *(gboolean *) has_stood = TRUE;
  return G_SOURCE_REMOVE;
}

/* A main loop that was busy has not listened: that is not the server's fault. */
static void
test_busy_loop_is_no_hanging_server (Fixture *fixture, gconstpointer unused)
{
  gboolean has_stood = FALSE;

  notification_server_set_hangs (fixture->server, TRUE);
  notifier_fixture_show (fixture, 12);
  wait_until (!g_queue_is_empty (&fixture->server->held));
  notification_server_set_hangs (fixture->server, FALSE);
  g_idle_add_full (G_PRIORITY_HIGH, stand_still, &has_stood, NULL);
  wait_until (has_stood && fixture->shown->len == 1);
  g_assert_true (aufait_notifier_is_ready (fixture->notifier));
  g_assert_cmpuint (fixture->n_ready_again, ==, 0);
}

static void
test_survives_an_end_while_hanging (Fixture *fixture, gconstpointer unused)
{
  notification_server_set_hangs (fixture->server, TRUE);
  notifier_fixture_show (fixture, 12);
  wait_until (!g_queue_is_empty (&fixture->server->held));
  notifier_fixture_start_server (fixture, ALL_CAPABILITIES, 1);
  notifier_fixture_wait_ready (fixture, 2);
  notifier_fixture_show_and_wait (fixture, 12);
  g_assert_cmpuint (fixture->server->notifications->len, ==, 1);
}

static void
test_leaves_a_hanging_thread (Fixture *fixture, gconstpointer unused)
{
  gint64 begin;

  notification_server_set_hangs (fixture->server, TRUE);
  notifier_fixture_show (fixture, 12);
  wait_until (!g_queue_is_empty (&fixture->server->held));
  begin = g_get_monotonic_time ();
  g_clear_object (&fixture->notifier);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 2 * G_TIME_SPAN_SECOND);
  g_assert_cmpuint (fixture->shown->len, ==, 0);
  /* It ends on its own when the server lets it: the end of the test waits for the connection. */
  notification_server_set_hangs (fixture->server, FALSE);
  wait_until (fixture->server->notifications->len == 1);
  wait_until (notification_server_count_open (fixture->server) == 0);
}

static gboolean
set_flag (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* --- the bus -------------------------------------------------------------------------------- */

static void
test_runs_on_when_the_bus_ends (Fixture *fixture, gconstpointer unused)
{
  gboolean is_later = FALSE;

  notifier_fixture_show_and_wait (fixture, 12);
  notifier_fixture_end_server (fixture);
  g_test_dbus_stop (fixture->bus);
  wait_until (!aufait_notifier_is_ready (fixture->notifier));
  notifier_fixture_show (fixture, 13);
  aufait_notifier_close (fixture->notifier, 12);
  g_idle_add (set_flag, &is_later);
  wait_until (is_later);
  g_assert_cmpuint (fixture->shown->len, ==, 1);
}

static void
test_runs_without_a_bus (void)
{
  g_autoptr (AufaitNotifier) notifier = aufait_desktop_notifier_new (NULL);
  g_autoptr (AufaitNudge) nudge = notifier_fixture_build_nudge (12, "Nudge 12");

  g_assert_false (aufait_notifier_is_ready (notifier));
  aufait_notifier_show (notifier, nudge, "Why 12");
  aufait_notifier_close (notifier, 12);
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

  g_test_add_func ("/desktop-watch/runs-without-a-bus", test_runs_without_a_bus);
  add_test ("/desktop-watch/waits-for-a-server", NULL, test_waits_for_a_server);
  add_test ("/desktop-watch/waits-for-a-server-that-answers", NULL,
            test_waits_for_a_server_that_answers);
  add_test ("/desktop-watch/shows-again-after-a-restart", ALL_CAPABILITIES,
            test_shows_again_after_a_restart);
  add_test ("/desktop-watch/never-touches-those-of-others", ALL_CAPABILITIES,
            test_never_touches_those_of_others);
  add_test ("/desktop-watch/hangs/main-loop-runs-on", ALL_CAPABILITIES, test_main_loop_runs_on);
  add_test ("/desktop-watch/hangs/slow-one-is-no-new-one", ALL_CAPABILITIES,
            test_slow_one_is_no_new_one);
  add_test ("/desktop-watch/hangs/busy-loop-is-no-hanging-server", ALL_CAPABILITIES,
            test_busy_loop_is_no_hanging_server);
  add_test ("/desktop-watch/hangs/survives-its-end", ALL_CAPABILITIES,
            test_survives_an_end_while_hanging);
  add_test ("/desktop-watch/hangs/leaves-the-thread-behind", ALL_CAPABILITIES,
            test_leaves_a_hanging_thread);
  add_test ("/desktop-watch/runs-on-when-the-bus-ends", ALL_CAPABILITIES,
            test_runs_on_when_the_bus_ends);

  return g_test_run ();
}
