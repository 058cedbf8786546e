/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-free-time.h"

#define MINUTE        60
#define HOUR          (60 * MINUTE)
#define N_WORLDS      240
#define N_WORLDS_SLOW 24 /* under valgrind */

/* Zones, and a day near which their clocks change. */
static const struct {
  const char *zone;
  const char *near;
} places[] = {
  { "Europe/Paris", "2026-03-29" },        { "Europe/Paris", "2026-10-25" },
  { "Europe/Paris", "2026-07-14" },        { "America/New_York", "2026-11-01" },
  { "Australia/Lord_Howe", "2026-04-05" }, { "Australia/Lord_Howe", "2026-10-04" },
  { "America/Sao_Paulo", "2018-11-04" },   { "America/Sao_Paulo", "2018-02-18" },
  { "Africa/Cairo", "2025-04-25" },        { "America/Havana", "2025-11-02" },
  { "Asia/Kathmandu", "2026-01-01" },      { "UTC", "2026-12-31" },
};

/* --- worlds -------------------------------------------------------------------------------- */

typedef struct {
  GTimeZone *zone;
  AufaitFreeTimeSearch search;
  GArray *busy;
  gint64 start; /* of the first day */
  guint n_minutes;
  gboolean *is_free;
} World;

static gint64
find_midnight (AufaitDay day, GTimeZone *zone)
{
  g_autoptr (GDateTime) at = aufait_day_at (day, 0, zone);

  return g_date_time_to_unix (at);
}

static GDateTime *
make_local (gint64 at, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);

  return g_date_time_to_timezone (utc, zone);
}

static int
get_secs (GDateTime *at)
{
  return (g_date_time_get_hour (at) * 60 + g_date_time_get_minute (at)) * 60;
}

static void
free_world (World *world)
{
  g_time_zone_unref (world->zone);
  g_array_unref (world->busy);
  g_free (world->is_free);
  g_free (world);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, free_world)

/* Minute by minute: is it within the hours by the clock, behind @from, and in nothing? */
static void
look_at_every_minute (World *world)
{
  for (guint i = 0; i < world->n_minutes; i++) {
    gint64 at = world->start + (gint64) i * MINUTE;
    g_autoptr (GDateTime) local = make_local (at, world->zone);

    world->is_free[i] = at >= world->search.from &&
                        aufait_hours_contain (world->search.hours, get_secs (local)) &&
                        !aufait_free_time_is_busy (world->busy, at);
  }
}

static guint
count_worlds (void)
{
  return g_getenv ("AUFAIT_VALGRIND") != NULL ? N_WORLDS_SLOW : N_WORLDS;
}

static World *
draw_world (GRand *rand, guint number)
{
  World *world = g_new0 (World, 1);
  guint place = number % G_N_ELEMENTS (places);
  guint n_busy = (guint) g_rand_int_range (rand, 0, 25);
  AufaitFreeTimeSearch *search = &world->search;

  world->zone = g_time_zone_new_identifier (places[place].zone);
  search->zone = world->zone;
  search->first = aufait_day_parse (places[place].near) - g_rand_int_range (rand, 0, 3);
  search->last = search->first + g_rand_int_range (rand, 0, 4);
  search->hours.from_secs = g_rand_int_range (rand, 0, 48) * 30 * MINUTE;
  search->hours.until_secs =
      number % 3 == 0 ? search->hours.from_secs : g_rand_int_range (rand, 0, 48) * 30 * MINUTE;
  search->min_secs = g_rand_int_range (rand, 1, 120) * MINUTE;
  world->start = find_midnight (search->first, world->zone);
  world->n_minutes =
      (guint) (find_midnight (search->last + 1, world->zone) - world->start) / MINUTE;
  search->from = world->start + g_rand_int_range (rand, -600, 2000) * MINUTE;
  world->busy = g_array_new (FALSE, FALSE, sizeof (AufaitFreeTime));
  for (guint i = 0; i < n_busy; i++) {
    gint64 start = world->start + g_rand_int_range (rand, -600, (gint32) world->n_minutes) * MINUTE;
    AufaitFreeTime stretch = { start, start + g_rand_int_range (rand, -10, 240) * MINUTE };

    g_array_append_val (world->busy, stretch);
  }
  world->is_free = g_new0 (gboolean, world->n_minutes + 1);
  look_at_every_minute (world);
  return world;
}

/* Whether minute @i begins another stretch though the one before is free too. */
static gboolean
begins_day (const World *world, guint i)
{
  g_autoptr (GDateTime) before = make_local (world->start + (gint64) (i - 1) * MINUTE, world->zone);
  g_autoptr (GDateTime) at = make_local (world->start + (gint64) i * MINUTE, world->zone);

  return world->search.hours.from_secs == world->search.hours.until_secs &&
         aufait_day_from_date_time (at) > aufait_day_from_date_time (before);
}

static GArray *
collect_minutes (const World *world)
{
  GArray *free = g_array_new (FALSE, FALSE, sizeof (AufaitFreeTime));
  guint first = 0;

  for (guint i = 0; i <= world->n_minutes; i++) {
    AufaitFreeTime stretch = { world->start + (gint64) first * MINUTE,
                               world->start + (gint64) i * MINUTE };

    if (i < world->n_minutes && world->is_free[i] && (i == first || !begins_day (world, i)))
      continue;
    if (stretch.end - stretch.start >= world->search.min_secs)
      g_array_append_val (free, stretch);
    first = world->is_free[i] ? i : i + 1;
  }
  return free;
}

static void
test_free_is_every_minute_that_is (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);

  for (guint number = 0; number < count_worlds (); number++) {
    g_autoptr (World) world = draw_world (rand, number);
    g_autoptr (GArray) expected = collect_minutes (world);
    g_autoptr (GArray) free = aufait_free_time_find (&world->search, world->busy);

    g_test_message ("world %u: %s", number, places[number % G_N_ELEMENTS (places)].zone);
    for (guint i = 0; i < MIN (free->len, expected->len); i++) {
      g_assert_cmpint (g_array_index (free, AufaitFreeTime, i).start, ==,
                       g_array_index (expected, AufaitFreeTime, i).start);
      g_assert_cmpint (g_array_index (free, AufaitFreeTime, i).end, ==,
                       g_array_index (expected, AufaitFreeTime, i).end);
    }
    g_assert_cmpuint (free->len, ==, expected->len);
  }
}

static void
test_now_is_found_as_by_looking_at_every_minute (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (32);

  for (guint number = 0; number < count_worlds (); number++) {
    g_autoptr (World) world = draw_world (rand, number);
    gint64 at = world->start + g_rand_int_range (rand, 0, (gint32) world->n_minutes) * MINUTE;
    gint64 within = g_rand_int_range (rand, 0, 600) * MINUTE;
    gint64 start = -1, first = -1, end = at;

    for (guint i = 0; i < world->busy->len; i++) {
      AufaitFreeTime stretch = g_array_index (world->busy, AufaitFreeTime, i);

      if (stretch.end > stretch.start && stretch.start >= at && stretch.start < at + within &&
          (first < 0 || stretch.start < first))
        first = stretch.start;
    }
    while (aufait_free_time_is_busy (world->busy, end))
      end += MINUTE;
    g_test_message ("world %u", number);
    g_assert_cmpint (aufait_free_time_find_start (world->busy, at, (int) within, &start), ==,
                     first >= 0);
    g_assert_cmpint (start, ==, first);
    g_assert_cmpint (aufait_free_time_find_end (world->busy, at), ==, end);
  }
}

/* --- rows ---------------------------------------------------------------------------------- */

/* "2026-08-20T17:00+02" */
static gint64
read_instant (const char *text)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (at);
  return g_date_time_to_unix (at);
}

static void
add_busy (GArray *busy, const char *const *pairs)
{
  for (guint i = 0; pairs[i] != NULL; i += 2) {
    AufaitFreeTime stretch = { read_instant (pairs[i]), read_instant (pairs[i + 1]) };

    g_array_append_val (busy, stretch);
  }
}

static const struct {
  const char *what;
  const char *hours;
  const char *first; /* three days from then */
  int minutes;
  const char *busy[7];
  const char *start; /* NULL: never */
  const char *end;
} calls[] = {
  { "a Thursday's evening",
    "09:00-20:00",
    "2026-08-20",
    30,
    { NULL },
    "2026-08-20T18:00:00+02",
    "2026-08-20T20:00:00+02" },
  { "as long as the hours allow",
    "09:00-23:00",
    "2026-08-20",
    30,
    { NULL },
    "2026-08-20T18:00:00+02",
    "2026-08-20T21:00:00+02" },
  { "what is left of it",
    "09:00-20:00",
    "2026-08-20",
    30,
    { "2026-08-20T17:00:00+02", "2026-08-20T19:15:00+02" },
    "2026-08-20T19:15:00+02",
    "2026-08-20T20:00:00+02" },
  { "too little is left: the next evening",
    "09:00-20:00",
    "2026-08-20",
    60,
    { "2026-08-20T17:00:00+02", "2026-08-20T19:15:00+02" },
    "2026-08-21T18:00:00+02",
    "2026-08-21T20:00:00+02" },
  { "both evenings are taken: Saturday by day",
    "09:00-20:00",
    "2026-08-20",
    30,
    { "2026-08-20T18:00:00+02", "2026-08-20T20:00:00+02", "2026-08-21T18:00:00+02",
      "2026-08-21T21:00:00+02" },
    "2026-08-22T10:00:00+02",
    "2026-08-22T20:00:00+02" },
  { "hours without an evening: the weekend",
    "09:00-17:00",
    "2026-08-20",
    30,
    { NULL },
    "2026-08-22T10:00:00+02",
    "2026-08-22T17:00:00+02" },
  { "no evening and no weekend: the first",
    "09:00-17:00",
    "2026-08-17",
    30,
    { NULL },
    "2026-08-17T09:00:00+02",
    "2026-08-17T17:00:00+02" },
  { "over midnight",
    "19:00-02:00",
    "2026-08-20",
    30,
    { NULL },
    "2026-08-20T19:00:00+02",
    "2026-08-20T21:00:00+02" },
  { "the whole day",
    "00:00-00:00",
    "2026-08-20",
    30,
    { NULL },
    "2026-08-20T18:00:00+02",
    "2026-08-20T21:00:00+02" },
  { "never",
    "09:00-20:00",
    "2026-08-20",
    30,
    { "2026-08-19T00:00:00+02", "2026-09-01T00:00:00+02" },
    NULL,
    NULL },
};

static void
test_a_call_is_for_evenings_and_weekends (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++) {
    AufaitDay first = aufait_day_parse (calls[i].first);
    AufaitFreeTimeSearch search = {
      .zone = zone, .first = first, .last = first + 2, .min_secs = calls[i].minutes * MINUTE
    };
    g_autoptr (GArray) busy = g_array_new (FALSE, FALSE, sizeof (AufaitFreeTime));
    AufaitFreeTime call = { -1, -1 };
    gboolean found;

    g_test_message ("row %u: %s", i, calls[i].what);
    g_assert_true (aufait_hours_parse (calls[i].hours, &search.hours));
    add_busy (busy, calls[i].busy);
    found = aufait_free_time_find_call (&search, busy, &call);
    g_assert_cmpint (found, ==, calls[i].start != NULL);
    g_assert_cmpint (call.start, ==, calls[i].start != NULL ? read_instant (calls[i].start) : -1);
    g_assert_cmpint (call.end, ==, calls[i].start != NULL ? read_instant (calls[i].end) : -1);
  }
}

static void
test_is_said_in_a_sentence (void)
{
  static const struct {
    const char *hours;
    const char *from; /* now */
    const char *start;
    const char *end;
    const char *text;
  } rows[] = {
    { "09:00-20:00", "2026-08-18T10:00:00+02", "2026-08-20T17:00:00+02", "2026-08-20T19:00:00+02",
      "You are free on Thursday from 17:00 to 19:00." },
    { "09:00-20:00", "2026-08-18T10:00:00+02", "2026-08-20T17:30:00+02", "2026-08-20T20:00:00+02",
      "You are free on Thursday after 17:30." },
    { "09:00-20:00", "2026-08-18T10:00:00+02", "2026-08-19T09:00:00+02", "2026-08-19T12:00:00+02",
      "You are free tomorrow until 12:00." },
    { "09:00-20:00", "2026-08-18T10:07:00+02", "2026-08-18T10:07:00+02", "2026-08-18T12:00:00+02",
      "You are free today until 12:00." },
    { "09:00-20:00", "2026-08-18T10:00:00+02", "2026-08-29T09:00:00+02", "2026-08-29T20:00:00+02",
      "You are free on 29 August." },
    { "00:00-24:00", "2026-08-18T10:00:00+02", "2026-08-20T18:00:00+02", "2026-08-21T00:00:00+02",
      "You are free on Thursday after 18:00." },
    { "07:00-07:00", "2026-08-18T10:00:00+02", "2026-08-20T00:00:00+02", "2026-08-20T07:00:00+02",
      "You are free on Thursday until 07:00." },
    { "19:00-02:00", "2026-08-18T10:00:00+02", "2026-08-20T21:00:00+02", "2026-08-21T01:00:00+02",
      "You are free on Thursday from 21:00 to 01:00." },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    AufaitFreeTimeSearch search = { .zone = zone, .from = read_instant (rows[i].from) };
    AufaitFreeTime stretch = { read_instant (rows[i].start), read_instant (rows[i].end) };
    g_autofree char *text = NULL;

    g_assert_true (aufait_hours_parse (rows[i].hours, &search.hours));
    text = aufait_free_time_dup_text (&search, stretch,
                                      AUFAIT_SPOKEN_DAY_NOW (aufait_day_new (2026, 8, 18)));
    g_test_message ("row %u", i);
    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

static void
test_only_what_takes_time_is_busy (void)
{
  static const struct {
    gboolean all_day, cancelled, transparent;
    gint64 end;
    guint n_busy;
  } rows[] = {
    { FALSE, FALSE, FALSE, 200, 1 },
    { TRUE, FALSE, FALSE, 200, 0 },
    { FALSE, TRUE, FALSE, 200, 0 },
    { FALSE, FALSE, TRUE, 200, 0 },
    { FALSE, FALSE, FALSE, 100, 0 },
    /* A long day is a meeting yet, a stay is none. */
    { FALSE, FALSE, FALSE, 100 + 12 * HOUR, 1 },
    { FALSE, FALSE, FALSE, 100 + 12 * HOUR + 1, 0 },
    { FALSE, FALSE, FALSE, 100 + 72 * HOUR, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitEvent) event = aufait_event_new ("uid", "Lunch");
    g_autoptr (GArray) busy = g_array_new (FALSE, FALSE, sizeof (AufaitFreeTime));

    event->all_day = rows[i].all_day;
    event->cancelled = rows[i].cancelled;
    event->transparent = rows[i].transparent;
    event->start = 100;
    event->end = rows[i].end;
    aufait_free_time_add_event (busy, event);
    g_test_message ("row %u", i);
    g_assert_cmpuint (busy->len, ==, rows[i].n_busy);
    g_assert_cmpint (aufait_free_time_is_busy (busy, 100), ==, rows[i].n_busy);
    g_assert_false (aufait_free_time_is_busy (busy, 99));
    g_assert_false (aufait_free_time_is_busy (busy, rows[i].end));
  }
}

/* Where the calendar ends there is no midnight any more. */
static void
test_ends_with_the_calendar (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GArray) busy = g_array_new (FALSE, FALSE, sizeof (AufaitFreeTime));
  g_autoptr (GArray) free = NULL;
  AufaitFreeTimeSearch search = { .zone = zone,
                                  .hours = { 9 * HOUR, 20 * HOUR },
                                  .first = aufait_day_new (9999, 12, 30),
                                  .last = aufait_day_new (9999, 12, 31),
                                  .min_secs = HOUR };
  AufaitFreeTime call;

  free = aufait_free_time_find (&search, busy);
  g_assert_cmpuint (free->len, ==, 2);
  g_assert_true (aufait_free_time_find_call (&search, busy, &call));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/free-time/is-every-minute-that-is", test_free_is_every_minute_that_is);
  g_test_add_func ("/free-time/now-is-found-as-by-looking-at-every-minute",
                   test_now_is_found_as_by_looking_at_every_minute);
  g_test_add_func ("/free-time/a-call-is-for-evenings-and-weekends",
                   test_a_call_is_for_evenings_and_weekends);
  g_test_add_func ("/free-time/is-said-in-a-sentence", test_is_said_in_a_sentence);
  g_test_add_func ("/free-time/only-what-takes-time-is-busy", test_only_what_takes_time_is_busy);
  g_test_add_func ("/free-time/ends-with-the-calendar", test_ends_with_the_calendar);
  return g_test_run ();
}
