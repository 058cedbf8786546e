/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever there is to say: worlds of chance, walked on a clock that is set by hand. */

#include "aufait-nudge-store.h"
#include "planner-world.h"

#define N_PEOPLE      12
#define N_EVENTS      120
#define N_NOTES       60
#define N_DAYS        40
#define SHOWINGS_MAX  3
#define HOURS_FROM    (9 * 60)
#define HOURS_UNTIL   (20 * 60)
#define NEAR_SECS     (10 * 60)
#define ANSWERS_EVERY 3

/* Worlds of each kind. AddressSanitizer is three times slower; without it the test is run, too. */
#ifdef __SANITIZE_ADDRESS__
#define N_SEEDS 1
#else
#define N_SEEDS 2
#endif

/* What is known of a nudge, by its key. */
typedef struct {
  gint64 id;
  guint n_shown;
  AufaitDay last_day;
  gboolean is_answered;
  gint64 not_before; /* Unix seconds: put off until then; 0: it was not */
} Seen;

typedef struct {
  PlannerWorld world;
  GRand *chance;
  GHashTable *seen; /* key → Seen */
  GPtrArray *meetings;
  GHashTable *today; /* keys that the budget of the day has counted */
  GHashTable *heard; /* "PERSON DAY": something was said of them on that day */
  AufaitDay day;
  guint per_day;
} Walk;

/* --- what holds of each showing --------------------------------------------------------------- */

static void
check_hours (Walk *walk, const AufaitNudge *nudge, GDateTime *now)
{
  gint64 at = g_date_time_to_unix (now);
  int minute = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);

  if (g_str_equal (nudge->kind, "brief"))
    return;
  g_assert_cmpint (minute, >=, HOURS_FROM);
  g_assert_cmpint (minute, <, HOURS_UNTIL);
  for (guint i = 0; i < walk->meetings->len; i++) {
    const AufaitEvent *event = walk->meetings->pdata[i];

    g_assert_false (event->start - NEAR_SECS <= at && at < event->end);
  }
}

static void
check_budget (Walk *walk, const AufaitNudge *nudge, const Seen *seen, AufaitDay day)
{
  if (day != walk->day)
    g_hash_table_remove_all (walk->today);
  walk->day = day;
  g_hash_table_add (walk->today, g_strdup (nudge->key));
  if (seen->not_before == 0)
    g_assert_cmpuint (g_hash_table_size (walk->today), <=, walk->per_day);
}

static char *
name_hearing (gint64 person, AufaitDay day)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %d", person, day);
}

static void
on_show (AufaitAgenda *agenda, AufaitNudge *nudge, const char *body, Walk *walk)
{
  g_autoptr (GDateTime) now = aufait_clock_now (walk->world.clock);
  AufaitDay day = aufait_day_from_date_time (now);
  Seen *seen = g_hash_table_lookup (walk->seen, nudge->key);

  if (seen == NULL) {
    seen = g_new0 (Seen, 1);
    g_hash_table_insert (walk->seen, g_strdup (nudge->key), seen);
  }
  g_test_message ("%s", nudge->key);
  g_assert_false (seen->is_answered);
  g_assert_cmpint (g_date_time_compare (nudge->at, now), <=, 0);
  g_assert_cmpint (g_date_time_to_unix (now), >=, seen->not_before);
  g_assert_true (seen->n_shown == 0 || seen->not_before != 0 || day > seen->last_day);
  g_assert_cmpuint (seen->n_shown, <, seen->not_before != 0 ? 2 * SHOWINGS_MAX : SHOWINGS_MAX);
  check_hours (walk, nudge, now);
  check_budget (walk, nudge, seen, day);
  g_assert_cmpstr (nudge->title, !=, NULL);
  g_hash_table_add (walk->heard, name_hearing (nudge->person->id, day));
  seen->id = nudge->id;
  seen->n_shown++;
  seen->last_day = day;
}

/* --- a world of chance ------------------------------------------------------------------------ */

static int
draw (Walk *walk, int until)
{
  return g_rand_int_range (walk->chance, 0, until);
}

static AufaitDay
get_first_day (void)
{
  return aufait_day_new (2026, 10, 5);
}

static char *
name_person (int i)
{
  static const char *const first[] = { "Ada", "Bob", "Cyd", "Dan", "Eve", "Fay" };
  static const char *const last[] = { "Byron", "King" };

  return g_strdup_printf ("%s %s", first[i % 6], last[i / 6]);
}

static AufaitEvent *
new_event (Walk *walk, int i)
{
  g_autofree char *name = name_person (draw (walk, N_PEOPLE));
  g_autofree char *uid = g_strdup_printf ("e%d", i);
  g_autofree char *summary = g_strdup_printf ("Lunch with %s", name);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  AufaitEvent *event = aufait_event_new (uid, draw (walk, 2) == 0 ? summary : "Work");
  int minute = 6 * 60 + 15 * draw (walk, 64);
  g_autoptr (GDateTime) start =
      aufait_day_at (get_first_day () + draw (walk, N_DAYS), minute * 60, zone);

  event->start = g_date_time_to_unix (start);
  event->end = event->start + (1 + draw (walk, 6)) * 15 * 60;
  event->transparent = draw (walk, 10) == 0;
  event->cancelled = draw (walk, 10) == 0;
  return event;
}

static void
fill_calendar (Walk *walk)
{
  AufaitFileContent *content = aufait_file_content_new ();
  AufaitFileContent *cards = aufait_file_content_new ();

  for (int i = 0; i < N_EVENTS; i++) {
    AufaitEvent *event = new_event (walk, i);

    if (!event->transparent && !event->cancelled) {
      AufaitEvent *meeting = aufait_event_new (event->uid, event->summary);

      meeting->start = event->start;
      meeting->end = event->end;
      g_ptr_array_add (walk->meetings, meeting);
    }
    aufait_file_content_take_event (content, event);
  }
  for (int i = 0; i < N_PEOPLE; i++) {
    g_autofree char *name = name_person (i);
    AufaitCard *card = aufait_card_new (name);

    card->uid = g_strdup (name);
    card->birthday = g_strdup_printf ("--%02d-%02d", 10 + draw (walk, 2), 1 + draw (walk, 28));
    aufait_file_content_take_card (cards, card);
  }
  planner_world_put_file (&walk->world, "cards/all", cards);
  planner_world_put_file (&walk->world, "me/all", content);
}

static void
note_something (Walk *walk, AufaitDay today)
{
  static const AufaitMomentKind kinds[] = { AUFAIT_MOMENT_TRIP, AUFAIT_MOMENT_EXAM,
                                            AUFAIT_MOMENT_HEALTH, AUFAIT_MOMENT_LOSS };
  g_autofree char *name = name_person (draw (walk, N_PEOPLE));
  AufaitDay day = today + draw (walk, 15) - 2;
  g_autofree char *first = aufait_day_format (day);
  g_autofree char *last = aufait_day_format (day + draw (walk, 4));
  gint64 person = planner_world_find (&walk->world, name);

  if (draw (walk, 4) == 0)
    planner_world_note_promise (&walk->world, person, first);
  else
    planner_world_note_moment (&walk->world, person, kinds[draw (walk, walk->per_day > 10 ? 3 : 4)],
                               first, last);
}

static void
answer_one (Walk *walk, Seen *seen)
{
  g_autoptr (GDateTime) now = aufait_clock_now (walk->world.clock);
  g_autoptr (GDateTime) until = g_date_time_add_days (now, 1 + draw (walk, 4));
  gboolean is_later = draw (walk, 3) == 0;
  g_autoptr (AufaitNudge) nudge =
      aufait_agenda_answer (walk->world.agenda, seen->id,
                            is_later ? AUFAIT_NUDGE_SNOOZED : AUFAIT_NUDGE_DONE, until, NULL);

  if (nudge == NULL)
    return; /* it has expired */
  seen->is_answered = !is_later;
  seen->not_before = is_later ? g_date_time_to_unix (until) : 0;
}

static void
answer_some (Walk *walk)
{
  GHashTableIter iter;
  gpointer seen;

  g_hash_table_iter_init (&iter, walk->seen);
  while (g_hash_table_iter_next (&iter, NULL, &seen)) {
    if (!((Seen *) seen)->is_answered && draw (walk, ANSWERS_EVERY) == 0)
      answer_one (walk, seen);
  }
  planner_world_settle (&walk->world);
}

/* --- the walk --------------------------------------------------------------------------------- */

static void
run_until (Walk *walk, AufaitDay day, const char *time)
{
  g_autofree char *date = aufait_day_format (day);
  g_autofree char *text = g_strdup_printf ("%s %s", date, time);

  planner_world_run_until (&walk->world, text);
}

/* There is one word a person and day: whether another one took its place. */
static gboolean
gave_way (Walk *walk, const AufaitNudgeRecord *record)
{
  for (AufaitDay day = record->due_on; day <= record->due_on + 1; day++) {
    g_autofree char *hearing = name_hearing (record->person_id, day);

    if (g_hash_table_contains (walk->heard, hearing))
      return TRUE;
  }
  return FALSE;
}

/* Where there is room for all, whatever was to be said was said; but for what gave way to something
 * else of the same person, or needs not be asked any more, as it was noted meanwhile. */
static void
check_none_lost (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) closed =
      aufait_nudge_store_list_closed (walk->world.memory, 100000, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < closed->len; i++) {
    const AufaitNudgeRecord *record = closed->pdata[i];

    g_test_message ("%s", record->key);
    if (!g_str_equal (record->kind, "followup") && !g_str_equal (record->kind, "drift") &&
        !gave_way (walk, record))
      g_assert_cmpint (record->times_shown, >, 0);
  }
  g_assert_cmpuint (g_hash_table_size (walk->seen), >, N_PEOPLE);
}

/* Whether each day since it was due had another word of the same person. */
static gboolean
gives_way (Walk *walk, const AufaitNudgeRecord *record, AufaitDay today)
{
  for (AufaitDay day = record->due_on + 1; day < today; day++) {
    g_autofree char *hearing = name_hearing (record->person_id, day);

    if (!g_hash_table_contains (walk->heard, hearing))
      return FALSE;
  }
  return TRUE;
}

static void
check_none_waits (Walk *walk, AufaitDay today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) open = aufait_nudge_store_list_open (walk->world.memory, &error);

  for (guint i = 0; i < open->len; i++) {
    const AufaitNudgeRecord *record = open->pdata[i];

    g_test_message ("%s", record->key);
    g_assert_true (record->state != AUFAIT_NUDGE_WAITING || gives_way (walk, record, today));
  }
}

static void
walk_through (Walk *walk)
{
  AufaitDay first = get_first_day ();

  fill_calendar (walk);
  for (int day = 0; day < N_DAYS; day++) {
    run_until (walk, first + day, "08:00");
    for (int i = 0; i <= N_NOTES / N_DAYS; i++)
      note_something (walk, first + day);
    run_until (walk, first + day, "21:30");
    answer_some (walk);
  }
}

static void
test_walk (gconstpointer data)
{
  int seed = GPOINTER_TO_INT (data) / 100;
  Walk walk = { .per_day = (guint) GPOINTER_TO_INT (data) % 100 };
  g_autofree char *settings = g_strdup_printf ("[nudges]\nper-day=%u", walk.per_day);

  walk.chance = g_rand_new_with_seed ((guint32) seed);
  walk.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  walk.today = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  walk.heard = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  walk.meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_event_free);
  planner_world_init (&walk.world, "2026-10-05 07:00");
  planner_world_set_settings (&walk.world, settings);
  g_signal_connect (walk.world.agenda, "show", G_CALLBACK (on_show), &walk);
  walk_through (&walk);
  if (walk.per_day > 10) {
    check_none_lost (&walk);
    check_none_waits (&walk, get_first_day () + N_DAYS);
  }
  planner_world_clear (&walk.world);
  g_rand_free (walk.chance);
  g_hash_table_unref (walk.seen);
  g_hash_table_unref (walk.today);
  g_hash_table_unref (walk.heard);
  g_ptr_array_unref (walk.meetings);
}

int
main (int argc, char **argv)
{
  static const int per_day[] = { 1, 3, 50 };

  g_test_init (&argc, &argv, NULL);
  for (int seed = 1; seed <= N_SEEDS; seed++) {
    for (gsize i = 0; i < G_N_ELEMENTS (per_day); i++) {
      g_autofree char *path = g_strdup_printf ("/plan-walk/%d-a-day/%d", per_day[i], seed);

      g_test_add_data_func (path, GINT_TO_POINTER (seed * 100 + per_day[i]), test_walk);
    }
  }
  return g_test_run ();
}
