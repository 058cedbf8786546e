/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Worlds of chance: events that are found by what somebody is said to like, without reading all of
 * them, are those that are found by reading all; and what is planned by and by is what is planned
 * when all is looked through. */

#include "aufait-subjects.h"

#include "aufait-event-store.h"
#include "aufait-facts.h"
#include "aufait-nudge-store.h"
#include "aufait-rule.h"
#include "planner-world.h"

#define NOW      "2026-06-10 12:00"
#define N_WORLDS 40
#define N_EVENTS 60
#define N_TOPICS 12
#define N_WALKS  5
#define N_PEOPLE 30
#define N_STEPS  90
#define DAY_SECS (24 * 3600)

static const char *const texts[] = {
  "Guitar", "jam",      "Jazz", "concert", "Rock",  "garden", "Chess", "evening", "Soirée",
  "échecs", "climbing", "park", "opera",   "péché", "pêche",  "with",  "the",     "batteur",
};

static const char *const topics[] = {
  "guitar", "jazz",    "rock gardens",           "chess",  "climbing", "opera", "drums", "pêche",
  "rock",   "the sea", "jazz and rock concerts", "échecs",
};

static char *
draw_text (GRand *chance)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int n = g_rand_int_range (chance, 0, 5); n > 0; n--)
    g_string_append_printf (text, "%s ", texts[g_rand_int_range (chance, 0, G_N_ELEMENTS (texts))]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Some of them in a row, some without a time; of the weeks before and behind, too. */
static AufaitFileContent *
draw_event (GRand *chance, const char *uid, GDateTime *now)
{
  AufaitFileContent *content = aufait_file_content_new ();
  AufaitDay day = aufait_day_from_date_time (now) + g_rand_int_range (chance, -6, 30);
  gint64 at = g_date_time_to_unix (now) + g_rand_int_range (chance, -6 * DAY_SECS, 30 * DAY_SECS);
  g_autofree char *summary = draw_text (chance);
  g_autofree char *description = draw_text (chance);
  gboolean all_day = g_rand_int_range (chance, 0, 4) == 0;
  int n = g_rand_int_range (chance, 0, 5) == 0 ? 4 : 1;

  for (int i = 0; i < n; i++) {
    AufaitEvent *event = aufait_event_new (uid, summary);

    event->all_day = all_day;
    event->recurring = n > 1;
    event->first = all_day ? day + 7 * i : 0;
    event->last = all_day ? event->first + g_rand_int_range (chance, 0, 3) : 0;
    event->start = all_day ? 0 : at + i * (gint64) (7 * DAY_SECS);
    event->end = all_day ? 0 : event->start + 3600;
    if (g_rand_int_range (chance, 0, 2) == 0)
      event->description = g_strdup (description);
    aufait_file_content_take_event (content, event);
  }
  return content;
}

/* --- of events ----------------------------------------------------------------------------- */

/* Those that are about @topic, one a line. */
static char *
describe (const GPtrArray *events, const AufaitLikes *topic)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++) {
    const AufaitEvent *event = events->pdata[i];
    g_autoptr (AufaitLikes) subject = aufait_likes_new_from_event (event, NULL);
    g_auto (GStrv) words = aufait_likes_match (topic, subject);

    if (words != NULL)
      g_string_append_printf (lines, "%s %" G_GINT64_FORMAT " %s %s %s\n", event->uid,
                              aufait_event_get_begins (event), event->summary, event->calendar,
                              event->description != NULL ? event->description : "");
  }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
check_topic (PlannerWorld *world, const AufaitSubjects *subjects, const char *text, GDateTime *now)
{
  AufaitDay first = aufait_day_from_date_time (now) + AUFAIT_RULE_INVITE_MIN_DAYS;
  AufaitDay last = aufait_day_from_date_time (now) + AUFAIT_RULE_INVITE_MAX_DAYS;
  GTimeZone *zone = g_date_time_get_timezone (now);
  g_autoptr (GPtrArray) asked = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_likes_free);
  g_autoptr (GPtrArray) all = aufait_event_store_list (world->index, first, last, zone, NULL);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *by_index = NULL;
  g_autofree char *by_force = NULL;

  g_ptr_array_add (asked, aufait_likes_new (text, NULL));
  ids = aufait_subjects_list (subjects, asked);
  found = aufait_event_store_list_of_ids (world->index, ids, first, last, zone, NULL);
  by_index = describe (found, asked->pdata[0]);
  by_force = describe (all, asked->pdata[0]);
  g_assert_cmpstr (by_index, ==, by_force);
}

static void
test_index_finds_all (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (11);

  for (int w = 0; w < N_WORLDS; w++) {
    PlannerWorld world;
    g_autoptr (GDateTime) now = planner_world_parse (NOW);
    g_autoptr (AufaitSubjects) subjects = NULL;

    planner_world_init (&world, NOW);
    for (int i = 0; i < N_EVENTS; i++) {
      g_autofree char *name = g_strdup_printf ("e%d", i);

      index_fixture_put (&world.books, name, i + 1, draw_event (chance, name, now));
    }
    aufait_index_writer_change_free (index_fixture_write (&world.books, 1000));
    subjects = aufait_subjects_new (world.directory, now, NULL);
    g_assert_nonnull (subjects);
    for (int i = 0; i < N_TOPICS; i++)
      check_topic (&world, subjects, topics[i % G_N_ELEMENTS (topics)], now);
    planner_world_clear (&world);
  }
}

static void
test_of_its_day (void)
{
  PlannerWorld world;
  g_autoptr (GDateTime) now = planner_world_parse (NOW);
  g_autoptr (GDateTime) later = g_date_time_add_hours (now, 3);
  g_autoptr (GDateTime) tomorrow = g_date_time_add_hours (now, 13);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Lima");
  g_autoptr (GDateTime) elsewhere = g_date_time_to_timezone (now, zone);
  g_autoptr (AufaitSubjects) subjects = NULL;

  planner_world_init (&world, NOW);
  subjects = aufait_subjects_new (world.directory, now, NULL);
  g_assert_true (aufait_subjects_is_of (subjects, later));
  g_assert_false (aufait_subjects_is_of (subjects, tomorrow));
  g_assert_false (aufait_subjects_is_of (subjects, elsewhere));
  planner_world_clear (&world);
}

/* --- of all that comes of them ------------------------------------------------------------- */

static void
say (PlannerWorld *world, GRand *chance, const gint64 *people)
{
  g_autoptr (GArray) whom = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *text =
      g_strconcat (g_rand_int_range (chance, 0, 8) == 0 ? "hates " : "loves ",
                   topics[g_rand_int_range (chance, 0, G_N_ELEMENTS (topics))], NULL);

  g_array_append_val (whom, people[g_rand_int_range (chance, 0, N_PEOPLE)]);
  if (g_rand_int_range (chance, 0, 5) == 0)
    g_array_append_val (whom, people[g_rand_int_range (chance, 0, N_PEOPLE)]);
  planner_world_say (world, whom, text);
}

static void
put_event (PlannerWorld *world, GRand *chance, GDateTime *now)
{
  g_autofree char *path = g_strdup_printf ("me/e%d", g_rand_int_range (chance, 0, N_EVENTS));
  gboolean is_gone = g_rand_int_range (chance, 0, 6) == 0;

  planner_world_put_file (world, path, is_gone ? NULL : draw_event (chance, path, now));
}

/* All looked through finds nothing that was not found before. */
static void
check_nothing_new (PlannerWorld *world, GDateTime *now)
{
  gint64 before = 0, after = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (aufait_nudge_store_get_last_id (world->memory, &before, NULL));
  g_assert_true (aufait_facts_discover (world->directory, now, &error));
  g_assert_no_error (error);
  g_assert_true (aufait_nudge_store_get_last_id (world->memory, &after, NULL));
  g_assert_cmpint (before, ==, after);
}

static void
walk (GRand *chance, guint *n_found)
{
  PlannerWorld world;
  g_autoptr (GDateTime) now = planner_world_parse (NOW);
  gint64 people[N_PEOPLE], last = 0;

  planner_world_init (&world, NOW);
  planner_world_set_settings (&world, "[nudges]\nper-day=0");
  for (int i = 0; i < N_PEOPLE; i++) {
    g_autofree char *name = g_strdup_printf ("Ada %c%c", 'A' + i / 10, 'a' + i % 10);

    people[i] = planner_world_add_person (&world, name);
  }
  for (int i = 0; i < N_STEPS; i++) {
    if (g_rand_int_range (chance, 0, 3) == 0)
      put_event (&world, chance, now);
    else
      say (&world, chance, people);
    check_nothing_new (&world, now);
  }
  g_assert_true (aufait_nudge_store_get_last_id (world.memory, &last, NULL));
  *n_found += (guint) last;
  planner_world_clear (&world);
}

static void
test_by_and_by (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (12);
  guint n_found = 0;

  for (int i = 0; i < N_WALKS; i++)
    walk (chance, &n_found);
  g_test_message ("%u invitations", n_found);
  g_assert_cmpuint (n_found, >, N_WALKS * 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/subjects/index-finds-all", test_index_finds_all);
  g_test_add_func ("/subjects/of-its-day", test_of_its_day);
  g_test_add_func ("/subjects/by-and-by", test_by_and_by);
  return g_test_run ();
}
