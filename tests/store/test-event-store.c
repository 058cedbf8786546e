/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-store.h"

#include "aufait-event-store-private.h"
#include "aufait-link-store.h"
#include "index-fixture.h"

#define DAY (aufait_day_new (2026, 7, 1))

static GTimeZone *
new_zone (void)
{
  return g_time_zone_new_identifier ("Europe/Paris");
}

/* An instant of 2026 in Paris. */
static gint64
at (int month, int day, int hour, int minute)
{
  g_autoptr (GTimeZone) zone = new_zone ();
  g_autoptr (GDateTime) instant =
      aufait_day_at (aufait_day_new (2026, month, day), hour * 3600 + minute * 60, zone);

  return g_date_time_to_unix (instant);
}

static AufaitDay
on (int month, int day)
{
  return aufait_day_new (2026, month, day);
}

static void
assert_uids (GPtrArray *events, const char *expected)
{
  g_autoptr (GPtrArray) owned = events;
  g_autoptr (GString) uids = g_string_new (NULL);

  g_assert_nonnull (owned);
  for (guint i = 0; i < owned->len; i++)
    g_string_append_printf (uids, "%s%s", i > 0 ? " " : "", ((AufaitEvent *) owned->pdata[i])->uid);
  g_assert_cmpstr (uids->str, ==, expected);
}

static void
fill (IndexFixture *fixture)
{
  AufaitFileContent *content = aufait_file_content_new ();
  const struct {
    const char *uid;
    gint64 start, end;
  } timed[] = {
    { "morning", at (7, 1, 9, 0), at (7, 1, 10, 0) },
    { "noon", at (7, 1, 12, 0), at (7, 1, 12, 0) },
    { "night", at (7, 1, 23, 0), at (7, 2, 1, 0) },
    { "to-midnight", at (7, 2, 22, 0), at (7, 3, 0, 0) },
    { "from-midnight", at (7, 3, 0, 0), at (7, 3, 1, 0) },
    { "week", at (6, 28, 8, 0), at (7, 5, 8, 0) },
    { "year", at (1, 1, 8, 0), at (12, 31, 8, 0) },
  };
  const struct {
    const char *uid;
    AufaitDay first, last;
  } days[] = {
    { "day", on (7, 1), on (7, 1) },
    { "holiday", on (6, 20), on (7, 1) },
    { "season", on (6, 1), on (8, 31) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (timed); i++)
    aufait_file_content_take_event (
        content, index_fixture_new_event (timed[i].uid, timed[i].start, timed[i].end));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    aufait_file_content_take_event (
        content, index_fixture_new_all_day (days[i].uid, days[i].first, days[i].last));
  index_fixture_keep (fixture, "a.ics", content);
}

static void
test_finds_what_is_on_a_day (IndexFixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = new_zone ();
  const struct {
    AufaitDay first, last;
    const char *uids;
  } rows[] = {
    { on (7, 1), on (7, 1), "year season holiday week day morning noon night" },
    { on (7, 2), on (7, 2), "year season week night to-midnight" },
    { on (7, 3), on (7, 3), "year season week from-midnight" },
    { on (7, 5), on (7, 5), "year season week" },
    { on (7, 6), on (7, 6), "year season" },
    { on (9, 1), on (9, 1), "year" },
    { on (6, 20), on (6, 28), "year season holiday week" },
    { aufait_day_new (2025, 12, 31), aufait_day_new (2025, 12, 31), "" },
    { aufait_day_new (2027, 1, 1), aufait_day_new (2027, 1, 1), "" },
  };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%u", i);
    assert_uids (aufait_event_store_list (fixture->index, rows[i].first, rows[i].last, zone, NULL),
                 rows[i].uids);
  }
}

static void
test_finds_what_touches_two_instants (IndexFixture *fixture, gconstpointer data)
{
  fill (fixture);
  assert_uids (
      aufait_event_store_list_between (fixture->index, at (7, 1, 10, 0), at (7, 1, 12, 0), NULL),
      "year week");
  assert_uids (
      aufait_event_store_list_between (fixture->index, at (7, 1, 9, 59), at (7, 1, 12, 1), NULL),
      "year week morning noon");
  assert_uids (
      aufait_event_store_list_between (fixture->index, at (7, 2, 0, 30), at (7, 2, 0, 31), NULL),
      "year week night");
}

static void
assert_beginning (IndexFixture *fixture, gint64 one, gint64 other, const char *uids)
{
  g_autoptr (GTimeZone) zone = new_zone ();
  g_autoptr (GArray) instants = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (instants, one);
  g_array_append_val (instants, other);
  assert_uids (aufait_event_store_list_beginning (fixture->index, instants, zone, NULL), uids);
}

/* All-day ones begin at midnight UTC. */
static void
test_finds_what_begins_then (IndexFixture *fixture, gconstpointer data)
{
  gint64 june = (gint64) (on (6, 20) - aufait_day_new (1970, 1, 1)) * 24 * 3600;

  fill (fixture);
  assert_beginning (fixture, at (1, 1, 8, 0), at (6, 28, 8, 0), "year week");
  assert_beginning (fixture, at (1, 1, 8, 1), at (1, 1, 7, 59), "");
  assert_beginning (fixture, june, june + 24 * 3600, "holiday");
}

static void
test_gives_back_all_of_an_event (IndexFixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = new_zone ();
  g_autoptr (GPtrArray) events = NULL;
  AufaitFileContent *content = aufait_file_content_new ();
  AufaitEvent *event = index_fixture_new_event ("u1", at (7, 1, 9, 0), at (7, 1, 10, 0));
  AufaitAttendee *attendee = aufait_attendee_new ("Marie@x.org", "Marie Curie");
  const AufaitEvent *found;

  attendee->declined = TRUE;
  g_ptr_array_add (event->attendees, attendee);
  g_ptr_array_add (event->attendees, aufait_attendee_new (NULL, "Paul"));
  event->location = g_strdup ("Biarritz");
  event->description = g_strdup ("A long one");
  event->recurring = event->cancelled = event->transparent = TRUE;
  aufait_file_content_take_event (content, event);
  index_fixture_keep (fixture, "a.ics", content);

  events = aufait_event_store_list (fixture->index, on (7, 1), on (7, 1), zone, NULL);
  g_assert_cmpuint (events->len, ==, 1);
  found = events->pdata[0];
  g_assert_cmpstr (found->uid, ==, "u1");
  g_assert_cmpstr (found->summary, ==, "u1");
  g_assert_cmpstr (found->location, ==, "Biarritz");
  g_assert_cmpstr (found->description, ==, "A long one");
  g_assert_cmpstr (found->calendar, ==, "cards");
  g_assert_cmpint (found->start, ==, at (7, 1, 9, 0));
  g_assert_cmpint (found->end, ==, at (7, 1, 10, 0));
  g_assert_true (found->recurring && found->cancelled && found->transparent && !found->all_day);
  g_assert_cmpuint (found->attendees->len, ==, 2);
  g_assert_cmpstr (((AufaitAttendee *) found->attendees->pdata[0])->email, ==, "Marie@x.org");
  g_assert_cmpstr (((AufaitAttendee *) found->attendees->pdata[0])->name, ==, "Marie Curie");
  g_assert_true (((AufaitAttendee *) found->attendees->pdata[0])->declined);
  g_assert_null (((AufaitAttendee *) found->attendees->pdata[1])->email);
  g_assert_cmpstr (((AufaitAttendee *) found->attendees->pdata[1])->name, ==, "Paul");
}

/* --- many times the same ------------------------------------------------------------------- */

static AufaitEvent *
new_meeting (AufaitDay day, const char *summary)
{
  g_autoptr (GTimeZone) zone = new_zone ();
  g_autoptr (GDateTime) start = aufait_day_at (day, 9 * 3600, zone);
  gint64 instant = g_date_time_to_unix (start);
  AufaitEvent *event = index_fixture_new_event ("weekly", instant, instant + 3600);

  g_free (event->summary);
  event->summary = g_strdup (summary);
  event->recurring = TRUE;
  g_ptr_array_add (event->attendees, aufait_attendee_new ("zoe@x.org", NULL));
  return event;
}

static void
keep_meetings (IndexFixture *fixture, guint n)
{
  AufaitFileContent *content = aufait_file_content_new ();

  for (guint i = 0; i < n; i++)
    aufait_file_content_take_event (
        content, new_meeting ((AufaitDay) (DAY + 7 * (gint64) i), i == 3 ? "Moved" : "Weekly"));
  index_fixture_put (fixture, "weekly.ics", n, content);
  aufait_index_writer_change_free (index_fixture_write (fixture, 10));
}

static void
test_keeps_the_words_of_a_series_once (IndexFixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = new_zone ();

  keep_meetings (fixture, 100);
  g_assert_cmpint (index_fixture_ask (fixture, "SELECT count (*) FROM event"), ==, 3);
  g_assert_cmpint (index_fixture_ask (fixture, "SELECT count (*) FROM occurrence"), ==, 100);
  g_assert_cmpint (index_fixture_ask (fixture, "SELECT n_items FROM file"), ==, 1);
  assert_uids (aufait_event_store_list (fixture->index, DAY + 21, DAY + 27, zone, NULL), "weekly");
  index_fixture_check (fixture);
  keep_meetings (fixture, 2);
  g_assert_cmpint (index_fixture_ask (fixture, "SELECT count (*) FROM occurrence"), ==, 2);
  index_fixture_check (fixture);
}

/* An event, and further times of it: as its reader sends them. */
static void
put_daily (IndexFixture *fixture, const char *name, AufaitDay first, guint n)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  AufaitFileContent *content = aufait_file_content_new ();

  for (guint i = 1; i < n; i++) {
    gint64 days[] = { first + (gint64) i, first + (gint64) i };

    g_array_append_vals (times, days, G_N_ELEMENTS (days));
  }
  g_assert_false (aufait_file_content_add_times (content, TRUE, times));
  aufait_file_content_take_event (content, index_fixture_new_all_day ("daily", first, first));
  g_assert_false (aufait_file_content_add_times (content, FALSE, times));
  g_assert_true (aufait_file_content_add_times (content, TRUE, times));
  index_fixture_put (fixture, name, n, content);
}

static void
test_keeps_many_times_in_pieces (IndexFixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = new_zone ();

  put_daily (fixture, "daily.ics", DAY, 2500);
  aufait_index_writer_change_free (index_fixture_write (fixture, 100));
  g_assert_cmpint (index_fixture_ask (fixture, "SELECT count (*) FROM event"), ==, 3);
  g_assert_cmpint (index_fixture_ask (fixture, "SELECT count (*) FROM occurrence"), ==, 2500);
  g_assert_cmpint (index_fixture_ask (fixture, "SELECT n_items FROM file"), ==, 1);
  assert_uids (aufait_event_store_list (fixture->index, DAY + 2499, DAY + 2510, zone, NULL),
               "daily");
  index_fixture_check (fixture);
}

/* Its occurrences are held back; the second time, the first must be gone all the same. */
static void
test_a_file_changes_twice_in_a_transaction (IndexFixture *fixture, gconstpointer data)
{
  static const guint pieces[] = { 1, 7, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_test_message ("%u", i);
    put_daily (fixture, "a.ics", DAY, 50);
    put_daily (fixture, "b.ics", DAY, 20);
    put_daily (fixture, "a.ics", DAY + 100, 30);
    aufait_index_writer_change_free (index_fixture_write (fixture, pieces[i]));
    g_assert_cmpint (index_fixture_ask (fixture, "SELECT count (*) FROM occurrence"), ==, 50);
    g_assert_cmpint (index_fixture_ask (fixture, "SELECT count (*) FROM event"), ==, 2);
    index_fixture_check (fixture);
    put_daily (fixture, "a.ics", DAY, 50);
    aufait_index_writer_remove (fixture->writer, fixture->folder_id, "a.ics");
    aufait_index_writer_change_free (index_fixture_write (fixture, pieces[i]));
    g_assert_cmpint (index_fixture_ask (fixture, "SELECT count (*) FROM occurrence"), ==, 20);
    index_fixture_check (fixture);
  }
}

/* More than are held back, and more than one transaction. */
static void
test_keeps_more_than_it_holds_back (IndexFixture *fixture, gconstpointer data)
{
  const guint n_files = 90, n_days = 1000;

  for (guint i = 0; i < n_files; i++) {
    g_autofree char *name = g_strdup_printf ("%u.ics", i);

    put_daily (fixture, name, (AufaitDay) (DAY + (gint64) i), n_days);
  }
  aufait_index_writer_change_free (index_fixture_write (fixture, 1000));
  g_assert_cmpint (index_fixture_ask (fixture, "SELECT count (*) FROM occurrence"), ==,
                   n_files * n_days);
  g_assert_cmpint (index_fixture_ask (fixture, "SELECT count (DISTINCT event_id) FROM occurrence"),
                   ==, n_files);
  index_fixture_check (fixture);
}

static void
put_hours (IndexFixture *fixture, int first_day, int last_day)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  AufaitFileContent *content = aufait_file_content_new ();

  for (int day = first_day + 1; day <= last_day; day++) {
    const gint64 hour[] = { at (7, day, 12, 0), at (7, day, 13, 0) };

    g_array_append_vals (times, hour, G_N_ELEMENTS (hour));
  }
  aufait_file_content_take_event (
      content,
      index_fixture_new_event ("hour", at (7, first_day, 12, 0), at (7, first_day, 13, 0)));
  g_assert_true (aufait_file_content_add_times (content, FALSE, times));
  index_fixture_keep (fixture, "hours.ics", content);
}

static void
test_finds_the_last_of_each_event (IndexFixture *fixture, gconstpointer data)
{
  static const struct {
    gint64 person;
    int day, hour;
    int expected[3]; /* days */
  } cases[] = {
    { 7, 5, 23, { 4, 5 } }, { 7, 5, 12, { 3, 4 } }, { 7, 5, 13, { 4, 5 } },
    { 7, 1, 23, { 1 } },    { 7, 1, 12, { 0 } },    { 8, 5, 23, { 0 } },
  };
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (people, cases[0].person);
  put_hours (fixture, 1, 9);
  aufait_link_store_set_people (fixture->index, index_fixture_ask (fixture, "SELECT id FROM event"),
                                people, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) events =
        aufait_event_store_list_past_of_person (fixture->index, cases[i].person, at (7, 1, 0, 0),
                                                at (7, cases[i].day, cases[i].hour, 0), 2, NULL);

    g_test_message ("%u", i);
    for (guint k = 0; k < events->len; k++)
      g_assert_cmpint (((AufaitEvent *) events->pdata[k])->start, ==,
                       at (7, cases[i].expected[k], 12, 0));
    g_assert_cmpint (cases[i].expected[events->len], ==, 0);
  }
}

/* The cost of a day does not grow with what lies before it. */
static void
test_a_day_is_found_by_index (IndexFixture *fixture, gconstpointer data)
{
  for (int number = 0; number < AUFAIT_EVENT_STORE_N_CLASSES; number++)
    g_assert_cmpint (aufait_event_store_get_class (number)->longest, >, 0);
  g_assert_nonnull (fixture->index);
  {
    g_autoptr (AufaitQuery) statement =
        aufait_database_prepare (aufait_index_get_database (fixture->index),
                                 "EXPLAIN QUERY PLAN SELECT event_id FROM occurrence"
                                 " WHERE place >= 2 AND place < 3 AND ends >= 4",
                                 NULL);

    g_assert_true (aufait_query_step (statement, NULL));
    g_assert_nonnull (
        g_strstr_len (aufait_query_get_text (statement, 3), -1, "place>? AND place<?"));
  }
}

static void
add (const char *path, void (*test) (IndexFixture *, gconstpointer))
{
  g_test_add (path, IndexFixture, NULL, index_fixture_set_up, test, index_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/event-store/finds-what-is-on-a-day", test_finds_what_is_on_a_day);
  add ("/event-store/finds-what-touches-two-instants", test_finds_what_touches_two_instants);
  add ("/event-store/finds-what-begins-then", test_finds_what_begins_then);
  add ("/event-store/gives-back-all-of-an-event", test_gives_back_all_of_an_event);
  add ("/event-store/keeps-the-words-of-a-series-once", test_keeps_the_words_of_a_series_once);
  add ("/event-store/keeps-many-times-in-pieces", test_keeps_many_times_in_pieces);
  add ("/event-store/a-file-changes-twice-in-a-transaction",
       test_a_file_changes_twice_in_a_transaction);
  add ("/event-store/keeps-more-than-it-holds-back", test_keeps_more_than_it_holds_back);
  add ("/event-store/finds-the-last-of-each-event", test_finds_the_last_of_each_event);
  add ("/event-store/a-day-is-found-by-index", test_a_day_is_found_by_index);

  return g_test_run ();
}
