/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-store.h"
#include "aufait-free-time.h"
#include "index-fixture.h"

#define HOUR     3600
#define BASE     (1782900000 / HOUR * HOUR)
#define SPAN     (12 * HOUR)
#define STEP     (HOUR / 4)
#define N_WORLDS 40

/* An event with somebody is one that the user has declined. */
static gboolean
takes_time (const AufaitEvent *event, gpointer user_data)
{
  guint *n_asked = user_data;

  g_assert_nonnull (event->calendar);
  if (n_asked != NULL)
    (*n_asked)++;
  return event->attendees->len == 0;
}

static void
put (IndexFixture *fixture, guint number, AufaitEvent *event)
{
  g_autofree char *name = g_strdup_printf ("%u.ics", number);
  AufaitFileContent *content = aufait_file_content_new ();

  aufait_file_content_take_event (content, event);
  index_fixture_put (fixture, name, 1, content);
}

/* Whole quarters of an hour: many begin, or end, together. */
static AufaitEvent *
make_event (GRand *rand, guint number)
{
  g_autofree char *uid = g_strdup_printf ("%u", number);
  gint64 start = BASE + (gint64) g_rand_int_range (rand, -60, 60) * STEP;
  gint64 end = start + (gint64) g_rand_int_range (rand, 0, g_rand_boolean (rand) ? 6 : 70) * STEP;
  AufaitEvent *event = index_fixture_new_event (uid, start, end);

  event->cancelled = g_rand_int_range (rand, 0, 6) == 0;
  event->transparent = g_rand_int_range (rand, 0, 6) == 0;
  if (g_rand_int_range (rand, 0, 5) == 0)
    g_ptr_array_add (event->attendees, aufait_attendee_new ("marie@x.org", NULL));
  return event;
}

/* All that is there, one by one. */
static GArray *
list_all (AufaitIndex *index, gint64 from, gint64 until)
{
  GArray *busy = g_array_new (FALSE, FALSE, sizeof (AufaitFreeTime));
  g_autoptr (GPtrArray) events = aufait_event_store_list_between (index, from, until, NULL);

  for (guint i = 0; i < events->len; i++) {
    if (takes_time (events->pdata[i], NULL))
      aufait_free_time_add_event (busy, events->pdata[i]);
  }
  return busy;
}

static void
assert_same (AufaitIndex *index)
{
  g_autoptr (GArray) all = list_all (index, BASE, BASE + SPAN);
  g_autoptr (GArray) some =
      aufait_event_store_list_busy (index, BASE, BASE + SPAN, takes_time, NULL, NULL);

  g_assert_nonnull (some);
  for (gint64 at = BASE - SPAN; at < BASE + 3 * SPAN; at += STEP / 3) {
    gint64 start = 0, other = 0, end = aufait_free_time_find_end (all, at);

    g_assert_cmpint (aufait_free_time_find_end (some, at), ==, end);
    g_assert_cmpint (aufait_free_time_is_busy (some, at), ==, aufait_free_time_is_busy (all, at));
    g_assert_cmpint (aufait_free_time_find_start (some, end, 9 * HOUR, &other), ==,
                     aufait_free_time_find_start (all, end, 9 * HOUR, &start));
    g_assert_cmpint (other, ==, start);
  }
}

static void
test_is_busy_as_with_all_events (void)
{
  for (guint seed = 0; seed < N_WORLDS; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    IndexFixture fixture;
    guint n_events = (guint) g_rand_int_range (rand, 0, 40);

    g_test_message ("world %u", seed);
    index_fixture_set_up (&fixture, NULL);
    for (guint i = 0; i < n_events; i++)
      put (&fixture, i, make_event (rand, i));
    aufait_index_writer_change_free (index_fixture_write (&fixture, 1000));
    assert_same (fixture.index);
    index_fixture_tear_down (&fixture, NULL);
  }
}

static void
test_asks_for_few_of_many_at_an_hour (IndexFixture *fixture, gconstpointer data)
{
  guint n_asked = 0;
  g_autoptr (GArray) busy = NULL;

  for (guint i = 0; i < 50; i++)
    put (fixture, i, index_fixture_new_event ("u", BASE, BASE + (1 + i % 3) * STEP));
  aufait_index_writer_change_free (index_fixture_write (fixture, 1000));
  busy =
      aufait_event_store_list_busy (fixture->index, BASE, BASE + SPAN, takes_time, &n_asked, NULL);
  g_assert_cmpuint (busy->len, ==, 1);
  g_assert_cmpuint (n_asked, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-store-busy/is-busy-as-with-all-events", test_is_busy_as_with_all_events);
  g_test_add ("/event-store-busy/asks-for-few-of-many-at-an-hour", IndexFixture, NULL,
              index_fixture_set_up, test_asks_for_few_of_many_at_an_hour, index_fixture_tear_down);
  return g_test_run ();
}
