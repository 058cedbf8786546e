/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-reader-pool.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#define DEADLINE_MS 60000

typedef struct {
  AufaitReaderPool *pool;
  GPtrArray *results; /* char *, in the order in which they came */
  GPtrArray *orders;  /* Order */
  guint n_expected;
  guint deadline_id;
} Fixture;

typedef struct {
  Fixture *fixture;
  char *name;
} Order;

static void
free_order (gpointer data)
{
  g_free (((Order *) data)->name);
  g_free (data);
}

static gboolean
on_deadline (gpointer user_data)
{
  g_error ("Nothing was read in time.");
  return G_SOURCE_REMOVE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *program =
      g_test_build_filename (G_TEST_BUILT, "sources", "stand-in-reader", NULL);

  fixture->pool = aufait_reader_pool_new (program, 2);
  fixture->results = g_ptr_array_new_with_free_func (g_free);
  fixture->orders = g_ptr_array_new_with_free_func (free_order);
  fixture->deadline_id = g_timeout_add (DEADLINE_MS, on_deadline, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_source_remove (fixture->deadline_id);
  aufait_reader_pool_free (fixture->pool);
  g_ptr_array_unref (fixture->results);
  g_ptr_array_unref (fixture->orders);
}

static void
on_read (AufaitReaderTask *task, gpointer user_data)
{
  Order *order = user_data;
  char *result = NULL;

  if (task->failure != NULL)
    result = g_strdup_printf ("%s%s: %s", task->is_lost ? "lost " : "", order->name, task->failure);
  else
    result = g_strdup_printf ("%s: %u cards, %u events, %u problems", order->name,
                              task->content->cards->len, task->content->series->len,
                              task->content->problems->len);
  g_ptr_array_add (order->fixture->results, result);
}

static void
read_text (Fixture *fixture, const char *name, AufaitJobKind kind, const char *text)
{
  AufaitJob *job = aufait_job_new (0, kind);
  Order *order = g_new0 (Order, 1);
  int fd = memfd_create ("file", MFD_CLOEXEC);

  g_assert_cmpint (pwrite (fd, text, strlen (text), 0), ==, strlen (text));
  g_ptr_array_add (fixture->orders, order);
  order->fixture = fixture;
  order->name = g_strdup (name);
  job->first = aufait_day_new (2025, 1, 1);
  job->last = aufait_day_new (2027, 1, 1);
  fixture->n_expected++;
  aufait_reader_pool_read (
      fixture->pool, aufait_reader_task_new (job, fd, (gint64) strlen (text), on_read, order));
}

static void
wait_for_all (Fixture *fixture)
{
  while (fixture->results->len < fixture->n_expected)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->results->len, ==, fixture->n_expected);
}

static void
assert_result (Fixture *fixture, const char *expected)
{
  if (g_ptr_array_find_with_equal_func (fixture->results, expected, g_str_equal, NULL))
    return;
  for (guint i = 0; i < fixture->results->len; i++)
    g_test_message ("%s", (char *) fixture->results->pdata[i]);
  g_test_message ("missing: %s", expected);
  g_test_fail ();
}

static void
test_reads_what_is_there (Fixture *fixture, gconstpointer data)
{
  read_text (fixture, "a", AUFAIT_JOB_CARDS, "card Marie marie@x.org\ncard Paul\nproblem odd\n");
  read_text (fixture, "b", AUFAIT_JOB_CALENDAR,
             "event e1 1780000000\ndays d1 2026-01-01 2026-01-02\n");
  read_text (fixture, "c", AUFAIT_JOB_CARDS, "card Zoe\nfail No card at all.\n");
  read_text (fixture, "d", AUFAIT_JOB_CARDS, "");
  wait_for_all (fixture);
  assert_result (fixture, "a: 2 cards, 0 events, 1 problems");
  assert_result (fixture, "b: 0 cards, 2 events, 0 problems");
  assert_result (fixture, "c: No card at all.");
  assert_result (fixture, "d: 0 cards, 0 events, 0 problems");
}

static void
test_reads_thousands_with_few_processes (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 1000; i++) {
    g_autofree char *name = g_strdup_printf ("%u", i);

    read_text (fixture, name, AUFAIT_JOB_CARDS, "card Marie\n");
    while (!aufait_reader_pool_has_room (fixture->pool))
      g_main_context_iteration (NULL, TRUE);
  }
  wait_for_all (fixture);
  g_assert_cmpuint (aufait_reader_pool_count (fixture->pool), <=, 2);
  g_assert_cmpuint (aufait_reader_pool_count_started (fixture->pool), <=, 2);
  assert_result (fixture, "999: 1 cards, 0 events, 0 problems");
}

static const struct {
  const char *order;
  const char *failure;
} hostile[] = {
  { "crash", "The reader gave up on it: it is left out until it changes." },
  { "exit", "The reader gave up on it: it is left out until it changes." },
  { "nonsense", "The reader lost its way in it: it is left out until it changes." },
  { "long", "The reader lost its way in it: it is left out until it changes." },
  { "times", "The reader lost its way in it: it is left out until it changes." },
  { "lie", "The reader lost its way in it: it is left out until it changes." },
  { "event e1 1780000000", "The reader lost its way in it: it is left out until it changes." },
  { "flood", "The reader lost its way in it: it is left out until it changes." },
  { "hang", "Reading it took too long: it is left out until it changes." },
};

/* Each hostile file among good ones: it alone is set aside, the others are read. */
static void
test_only_the_guilty_is_set_aside (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
    for (guint n = 0; n < 20; n++) {
      g_autofree char *name = g_strdup_printf ("%u-%u", i, n);

      read_text (fixture, name, AUFAIT_JOB_CARDS, n == 10 ? hostile[i].order : "card Marie\n");
    }
  }
  wait_for_all (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
    for (guint n = 0; n < 20; n++) {
      g_autofree char *expected =
          n == 10 ? g_strdup_printf ("%u-10: %s", i, hostile[i].failure)
                  : g_strdup_printf ("%u-%u: 1 cards, 0 events, 0 problems", i, n);

      assert_result (fixture, expected);
    }
  }
}

/* Rows after the end of a file, as if they were of the next one, are nobody's. */
static void
test_a_reader_that_goes_on_is_ended (Fixture *fixture, gconstpointer data)
{
  read_text (fixture, "a", AUFAIT_JOB_CARDS, "early\ncard Marie\n");
  wait_for_all (fixture);
  assert_result (fixture, "a: 0 cards, 0 events, 0 problems");
  while (aufait_reader_pool_count (fixture->pool) > 0)
    g_main_context_iteration (NULL, TRUE);
  read_text (fixture, "b", AUFAIT_JOB_CARDS, "card Marie\n");
  wait_for_all (fixture);
  assert_result (fixture, "b: 1 cards, 0 events, 0 problems");
}

static void
test_many_that_crash_are_many_that_crash (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 30; i++)
    read_text (fixture, "bad", AUFAIT_JOB_CARDS, "exit\n");
  read_text (fixture, "good", AUFAIT_JOB_CARDS, "card Marie\n");
  wait_for_all (fixture);
  assert_result (fixture, "good: 1 cards, 0 events, 0 problems");
  assert_result (fixture, "bad: The reader gave up on it: it is left out until it changes.");
  g_assert_null (aufait_reader_pool_get_problem (fixture->pool));
}

static void
test_a_broken_reader_blames_no_file (Fixture *fixture, gconstpointer data)
{
  static const char *const broken[] = { "/nonexistent/reader", "/dev/null", "/bin/false" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    guint n_lost = 0;

    g_test_message ("%s", broken[i]);
    aufait_reader_pool_free (fixture->pool);
    fixture->pool = aufait_reader_pool_new (broken[i], 1);
    for (guint n = 0; n < 12; n++)
      read_text (fixture, "a", AUFAIT_JOB_CARDS, "card Marie\n");
    wait_for_all (fixture);
    for (guint n = fixture->results->len - 12; n < fixture->results->len; n++)
      n_lost += g_str_has_prefix (fixture->results->pdata[n], "lost ");
    g_assert_cmpuint (n_lost, ==, 12);
    g_assert_nonnull (aufait_reader_pool_get_problem (fixture->pool));
  }
}

/* That the machine has no room for another process says nothing of the program. */
static void
test_a_machine_without_room_is_named (Fixture *fixture, gconstpointer data)
{
  struct rlimit before, none;
  g_autofree char *expected = g_strdup_printf (
      "The program aufait-reader cannot be started yet (%s): close other programs.",
      g_strerror (EMFILE));

  for (int fd = dup (STDIN_FILENO); fd < 16; fd = dup (STDIN_FILENO))
    continue;
  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &before), ==, 0);
  none = (struct rlimit){ 16, before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &none), ==, 0);
  aufait_reader_pool_warm_up (fixture->pool);
  fixture->n_expected++;
  g_ptr_array_add (fixture->orders, g_new0 (Order, 1));
  ((Order *) fixture->orders->pdata[0])->fixture = fixture;
  aufait_reader_pool_read (fixture->pool,
                           aufait_reader_task_new (aufait_job_new (0, AUFAIT_JOB_CARDS), -1, 0,
                                                   on_read, fixture->orders->pdata[0]));
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &before), ==, 0);
  g_assert_cmpstr (aufait_reader_pool_get_problem (fixture->pool), ==, expected);
  g_assert_cmpuint (fixture->results->len, ==, 1);
  read_text (fixture, "a", AUFAIT_JOB_CARDS, "card Marie\n");
  wait_for_all (fixture);
  assert_result (fixture, "a: 1 cards, 0 events, 0 problems");
  g_assert_null (aufait_reader_pool_get_problem (fixture->pool));
}

static void
test_nobody_stays_without_work (Fixture *fixture, gconstpointer data)
{
  aufait_reader_pool_warm_up (fixture->pool);
  g_assert_cmpuint (aufait_reader_pool_count (fixture->pool), ==, 1);
  read_text (fixture, "a", AUFAIT_JOB_CARDS, "card Marie\n");
  wait_for_all (fixture);
  g_assert_cmpuint (aufait_reader_pool_count_started (fixture->pool), ==, 1);
  while (aufait_reader_pool_count (fixture->pool) > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_may_be_freed_at_work (Fixture *fixture, gconstpointer data)
{
  read_text (fixture, "a", AUFAIT_JOB_CARDS, "card Marie\n");
  g_main_context_iteration (NULL, FALSE);
  g_clear_pointer (&fixture->pool, aufait_reader_pool_free);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

/* Longer than a file may take: what the reader said meanwhile counts. */
static void
test_a_loop_that_stood_still_blames_no_file (Fixture *fixture, gconstpointer data)
{
  read_text (fixture, "first", AUFAIT_JOB_CARDS, "card Marie\n");
  read_text (fixture, "second", AUFAIT_JOB_CARDS, "card Paul\n");
  g_usleep (2500 * 1000);
  wait_for_all (fixture);
  assert_result (fixture, "first: 1 cards, 0 events, 0 problems");
  assert_result (fixture, "second: 1 cards, 0 events, 0 problems");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/reader-pool/reads-what-is-there", test_reads_what_is_there);
  add ("/reader-pool/reads-thousands-with-few-processes", test_reads_thousands_with_few_processes);
  add ("/reader-pool/only-the-guilty-is-set-aside", test_only_the_guilty_is_set_aside);
  add ("/reader-pool/a-reader-that-goes-on-is-ended", test_a_reader_that_goes_on_is_ended);
  add ("/reader-pool/many-that-crash-are-many-that-crash",
       test_many_that_crash_are_many_that_crash);
  add ("/reader-pool/a-broken-reader-blames-no-file", test_a_broken_reader_blames_no_file);
  add ("/reader-pool/a-loop-that-stood-still-blames-no-file",
       test_a_loop_that_stood_still_blames_no_file);
  add ("/reader-pool/a-machine-without-room-is-named", test_a_machine_without_room_is_named);
  add ("/reader-pool/nobody-stays-without-work", test_nobody_stays_without_work);
  add ("/reader-pool/may-be-freed-at-work", test_may_be_freed_at_work);

  return g_test_run ();
}
