/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To be run by strace(1), which makes the first read of the timer and one setting of it say that
 * the clock was set: nobody may set the clock of a machine for a test. */
#include "config.h"

#include "aufait-clock.h"

#define DEADLINE_MS 20000

static void
on_count (AufaitClock *clock, gpointer user_data)
{
  guint *count = user_data;

  (*count)++;
}

static gboolean
on_deadline (gpointer user_data)
{
  g_error ("Nothing was told in time.");
  return G_SOURCE_REMOVE;
}

static void
wait_for (guint *count)
{
  guint deadline = g_timeout_add (DEADLINE_MS, on_deadline, NULL);

  while (*count == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);
}

/* The first setting is that of the new clock, the second that of arm, which strace swallows. */
static void
test_a_clock_that_is_set_is_told (void)
{
  g_autoptr (AufaitClock) clock = aufait_clock_new ();
  g_autoptr (GDateTime) now = aufait_clock_now (clock);
  g_autoptr (GDateTime) soon = g_date_time_add (now, 20 * G_TIME_SPAN_MILLISECOND);
  guint due = 0;
  guint changed = 0;

  g_signal_connect (clock, "due", G_CALLBACK (on_count), &due);
  g_signal_connect (clock, "changed", G_CALLBACK (on_count), &changed);
  aufait_clock_arm (clock, soon);
  wait_for (&changed);
  g_assert_cmpuint (due, ==, 0);
  aufait_clock_arm (clock, soon);
  wait_for (&due);
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpuint (due, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock-set/is-told", test_a_clock_that_is_set_is_told);

  return g_test_run ();
}
