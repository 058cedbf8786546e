/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aufait-retry.h"

static void
on_time (gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
wait_for (const guint *count, guint n)
{
  while (*count < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_waits_longer_each_time (void)
{
  guint n_times = 0, n_clock = 0;
  g_autoptr (AufaitRetry) retry = aufait_retry_new (on_time, &n_times);
  gint64 begin = g_get_monotonic_time ();

  g_assert_false (aufait_retry_is_waiting (retry));
  aufait_retry_later (retry);
  aufait_retry_later (retry);
  g_assert_true (aufait_retry_is_waiting (retry));
  wait_for (&n_times, 1);
  g_assert_false (aufait_retry_is_waiting (retry));
  aufait_retry_later (retry);
  wait_for (&n_times, 2);
  g_assert_cmpint (g_get_monotonic_time () - begin, >=, 2 * G_USEC_PER_SEC);

  /* What is not asked for does not come. */
  aufait_retry_later (retry);
  aufait_retry_end (retry);
  g_assert_false (aufait_retry_is_waiting (retry));
  g_timeout_add_once (1500, on_time, &n_clock);
  wait_for (&n_clock, 1);
  g_assert_cmpuint (n_times, ==, 2);
}

/* A second again, not four. */
static void
test_begins_anew_once_it_has_worked (void)
{
  guint n_times = 0;
  g_autoptr (AufaitRetry) retry = aufait_retry_new (on_time, &n_times);

  for (guint i = 0; i < 2; i++) {
    aufait_retry_later (retry);
    wait_for (&n_times, i + 1);
  }
  aufait_retry_end (retry);
  aufait_retry_later (retry);
  wait_for (&n_times, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/retry/waits-longer-each-time", test_waits_longer_each_time);
  g_test_add_func ("/retry/begins-anew-once-it-has-worked", test_begins_anew_once_it_has_worked);

  return g_test_run ();
}
