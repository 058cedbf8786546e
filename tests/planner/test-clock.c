/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-clock.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define DEADLINE_MS 20000

typedef struct {
  guint due;
  guint changed;
} Counts;

static void
on_count (AufaitClock *clock, gpointer user_data)
{
  guint *count = user_data;

  (*count)++;
}

static AufaitClock *
listen (AufaitClock *clock, Counts *counts)
{
  g_signal_connect (clock, "due", G_CALLBACK (on_count), &counts->due);
  g_signal_connect (clock, "changed", G_CALLBACK (on_count), &counts->changed);

  return clock;
}

static gboolean
on_deadline (gpointer user_data)
{
  g_error ("Nothing was told in time.");
  return G_SOURCE_REMOVE;
}

static void
wait_for (guint *count, guint at_least)
{
  guint deadline = g_timeout_add (DEADLINE_MS, on_deadline, NULL);

  while (*count < at_least)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);
}

static gboolean
on_passed (gpointer user_data)
{
  gboolean *passed = user_data;

  *passed = TRUE;
  return G_SOURCE_REMOVE;
}

static void
let_pass (guint ms)
{
  gboolean passed = FALSE;

  g_timeout_add (ms, on_passed, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

static void
arm_in (AufaitClock *clock, int ms)
{
  g_autoptr (GDateTime) now = aufait_clock_now (clock);
  g_autoptr (GDateTime) at = g_date_time_add (now, ms * G_TIME_SPAN_MILLISECOND);

  aufait_clock_arm (clock, at);
}

static void
set_to (AufaitClock *clock, int hour)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (GDateTime) at = g_date_time_new (zone, 2026, 8, 21, hour, 0, 0);

  aufait_clock_set (clock, at);
}

static AufaitClock *
make_manual (Counts *counts)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (GDateTime) at = g_date_time_new (zone, 2026, 8, 21, 10, 0, 0);

  return listen (aufait_clock_new_manual (at), counts);
}

/* --- set by hand --------------------------------------------------------------------------- */

static void
test_a_manual_clock_stands_still (void)
{
  Counts counts = { 0 };
  g_autoptr (AufaitClock) clock = make_manual (&counts);
  g_autoptr (GDateTime) now = aufait_clock_now (clock);
  g_autofree char *text = g_date_time_format_iso8601 (now);

  g_assert_cmpstr (text, ==, "2026-08-21T10:00:00+02");
  g_assert_cmpstr (aufait_clock_get_zone_name (clock), ==, "Europe/Paris");
}

static void
test_a_manual_clock_is_due_within_the_call (void)
{
  Counts counts = { 0 };
  g_autoptr (AufaitClock) clock = make_manual (&counts);

  arm_in (clock, 2 * 60 * 60 * 1000);
  set_to (clock, 11);
  g_assert_cmpuint (counts.due, ==, 0);
  set_to (clock, 12);
  g_assert_cmpuint (counts.due, ==, 1);
  set_to (clock, 20);
  g_assert_cmpuint (counts.due, ==, 1);
  g_assert_cmpuint (counts.changed, ==, 0);
}

static void
test_a_manual_clock_leaves_the_past_to_the_loop (void)
{
  Counts counts = { 0 };
  g_autoptr (AufaitClock) clock = make_manual (&counts);

  arm_in (clock, -1000);
  g_assert_cmpuint (counts.due, ==, 0);
  wait_for (&counts.due, 1);
  arm_in (clock, 0);
  wait_for (&counts.due, 2);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (counts.due, ==, 2);
}

static void
test_the_last_question_counts (void)
{
  Counts counts = { 0 };
  g_autoptr (AufaitClock) clock = make_manual (&counts);

  arm_in (clock, 60 * 60 * 1000);
  arm_in (clock, 3 * 60 * 60 * 1000);
  set_to (clock, 12);
  g_assert_cmpuint (counts.due, ==, 0);
  aufait_clock_arm (clock, NULL);
  set_to (clock, 20);
  g_assert_cmpuint (counts.due, ==, 0);
  arm_in (clock, -1000);
  aufait_clock_arm (clock, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (counts.due, ==, 0);
}

static void
on_due_arm_again (AufaitClock *clock, gpointer user_data)
{
  arm_in (clock, 60 * 60 * 1000);
}

static void
test_may_be_armed_when_due (void)
{
  Counts counts = { 0 };
  g_autoptr (AufaitClock) clock = make_manual (&counts);

  g_signal_connect (clock, "due", G_CALLBACK (on_due_arm_again), NULL);
  arm_in (clock, 0);
  wait_for (&counts.due, 1);
  set_to (clock, 11);
  g_assert_cmpuint (counts.due, ==, 2);
  set_to (clock, 12);
  g_assert_cmpuint (counts.due, ==, 3);
}

/* --- the machine's ------------------------------------------------------------------------- */

static void
test_wakes_at_the_instant (void)
{
  Counts counts = { 0 };
  g_autoptr (AufaitClock) clock = listen (aufait_clock_new (), &counts);
  g_autoptr (GDateTime) start = aufait_clock_now (clock);
  g_autoptr (GDateTime) end = NULL;

  arm_in (clock, 50);
  wait_for (&counts.due, 1);
  end = aufait_clock_now (clock);
  g_assert_cmpint (g_date_time_difference (end, start), >=, 50 * G_TIME_SPAN_MILLISECOND);
}

static void
test_what_is_past_is_due_from_the_loop (void)
{
  Counts counts = { 0 };
  g_autoptr (AufaitClock) clock = listen (aufait_clock_new (), &counts);
  g_autoptr (GDateTime) ancient = g_date_time_new_utc (1, 1, 1, 0, 0, 0);

  arm_in (clock, -5000);
  g_assert_cmpuint (counts.due, ==, 0);
  wait_for (&counts.due, 1);
  aufait_clock_arm (clock, ancient);
  wait_for (&counts.due, 2);
}

static void
test_nothing_due_no_wake_up (void)
{
  Counts counts = { 0 };
  g_autoptr (AufaitClock) clock = listen (aufait_clock_new (), &counts);
  g_autoptr (GDateTime) last = g_date_time_new_utc (9999, 12, 31, 23, 59, 59.999);

  aufait_clock_arm (clock, last);
  let_pass (50);
  arm_in (clock, 50);
  aufait_clock_arm (clock, NULL);
  let_pass (150);
  g_assert_cmpuint (counts.due, ==, 0);
  g_assert_cmpuint (counts.changed, ==, 0);
}

static void
test_a_shifted_clock_ticks_on (void)
{
  Counts counts = { 0 };
  g_autoptr (GDateTime) start = g_date_time_new_utc (2001, 2, 3, 4, 5, 6);
  g_autoptr (AufaitClock) clock = listen (aufait_clock_new_at (start), &counts);
  g_autoptr (GDateTime) now = aufait_clock_now (clock);
  g_autoptr (GDateTime) later = NULL;

  g_assert_cmpint (g_date_time_difference (now, start), >=, 0);
  g_assert_cmpint (g_date_time_difference (now, start), <, DEADLINE_MS * G_TIME_SPAN_MILLISECOND);
  arm_in (clock, 50);
  wait_for (&counts.due, 1);
  later = aufait_clock_now (clock);
  g_assert_cmpint (g_date_time_difference (later, now), >=, 50 * G_TIME_SPAN_MILLISECOND);
  g_assert_cmpint (g_date_time_get_year (later), ==, 2001);
}

/* --- where --------------------------------------------------------------------------------- */

typedef struct {
  char *folder;
  char *localtime;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("aufait-clock-XXXXXX", NULL);
  place->localtime = g_build_filename (place->folder, "localtime", NULL);
  g_unsetenv ("TZ");
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_unlink (place->localtime);
  g_rmdir (place->folder);
  g_free (place->localtime);
  g_free (place->folder);
}

static void
move_to (const Place *place, const char *zone)
{
  g_autofree char *target = g_strconcat ("/usr/share/zoneinfo/", zone, NULL);
  g_autofree char *new_link = g_build_filename (place->folder, "new", NULL);

  g_assert_cmpint (symlink (target, new_link), ==, 0);
  g_assert_cmpint (g_rename (new_link, place->localtime), ==, 0);
}

static void
assert_zone (AufaitClock *clock, const char *name, int minutes)
{
  g_autoptr (GDateTime) now = aufait_clock_now (clock);

  g_assert_cmpstr (aufait_clock_get_zone_name (clock), ==, name);
  g_assert_cmpint (g_date_time_get_utc_offset (now) / G_TIME_SPAN_MINUTE, ==, minutes);
}

static void
test_a_journey_is_told (Place *place, gconstpointer data)
{
  Counts counts = { 0 };
  g_autoptr (AufaitClock) clock = NULL;

  move_to (place, "Asia/Tokyo");
  clock = listen (aufait_clock_new_for_localtime (place->localtime), &counts);
  assert_zone (clock, "Asia/Tokyo", 540);
  move_to (place, "Asia/Kathmandu");
  wait_for (&counts.changed, 1);
  assert_zone (clock, "Asia/Kathmandu", 345);
  move_to (place, "Asia/Tokyo");
  wait_for (&counts.changed, 2);
  assert_zone (clock, "Asia/Tokyo", 540);
  g_unlink (place->localtime);
  wait_for (&counts.changed, 3);
  assert_zone (clock, "UTC", 0);
  g_assert_cmpuint (counts.due, ==, 0);
}

static void
copy_zone (const Place *place, const char *zone)
{
  g_autofree char *source = g_strconcat ("/usr/share/zoneinfo/", zone, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (source, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (place->localtime, bytes, (gssize) length, NULL));
}

static void
test_a_zone_without_a_name_has_its_offset (Place *place, gconstpointer data)
{
  Counts counts = { 0 };
  g_autoptr (AufaitClock) clock = NULL;

  copy_zone (place, "Asia/Tokyo");
  clock = listen (aufait_clock_new_for_localtime (place->localtime), &counts);
  assert_zone (clock, "+09:00", 540);
  copy_zone (place, "Asia/Kathmandu");
  wait_for (&counts.changed, 1);
  assert_zone (clock, "+05:45", 345);
}

static void
test_a_journey_keeps_what_was_asked (Place *place, gconstpointer data)
{
  Counts counts = { 0 };
  g_autoptr (AufaitClock) clock = NULL;

  move_to (place, "Asia/Tokyo");
  clock = listen (aufait_clock_new_for_localtime (place->localtime), &counts);
  arm_in (clock, 600);
  move_to (place, "Asia/Kathmandu");
  wait_for (&counts.changed, 1);
  wait_for (&counts.due, 1);
}

static void
test_tz_does_not_travel (Place *place, gconstpointer data)
{
  Counts counts = { 0 };
  g_autoptr (AufaitClock) clock = NULL;

  g_setenv ("TZ", "Asia/Kathmandu", TRUE);
  move_to (place, "Asia/Tokyo");
  clock = listen (aufait_clock_new_for_localtime (place->localtime), &counts);
  assert_zone (clock, "Asia/Kathmandu", 345);
}

static void
add (const char *path, void (*test) (Place *, gconstpointer))
{
  g_test_add (path, Place, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/manual/stands-still", test_a_manual_clock_stands_still);
  g_test_add_func ("/clock/manual/is-due-within-the-call",
                   test_a_manual_clock_is_due_within_the_call);
  g_test_add_func ("/clock/manual/leaves-the-past-to-the-loop",
                   test_a_manual_clock_leaves_the_past_to_the_loop);
  g_test_add_func ("/clock/manual/the-last-question-counts", test_the_last_question_counts);
  g_test_add_func ("/clock/manual/may-be-armed-when-due", test_may_be_armed_when_due);
  g_test_add_func ("/clock/wakes-at-the-instant", test_wakes_at_the_instant);
  g_test_add_func ("/clock/what-is-past-is-due-from-the-loop",
                   test_what_is_past_is_due_from_the_loop);
  g_test_add_func ("/clock/nothing-due-no-wake-up", test_nothing_due_no_wake_up);
  g_test_add_func ("/clock/a-shifted-clock-ticks-on", test_a_shifted_clock_ticks_on);
  add ("/clock/a-journey-is-told", test_a_journey_is_told);
  add ("/clock/a-zone-without-a-name-has-its-offset", test_a_zone_without_a_name_has_its_offset);
  add ("/clock/a-journey-keeps-what-was-asked", test_a_journey_keeps_what_was_asked);
  add ("/clock/tz-does-not-travel", test_tz_does_not_travel);

  return g_test_run ();
}
