/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where more is due than is looked at for each word that is told: nothing is missed by that. */

#include "aufait-agenda-private.h"
#include "planner-world.h"

#define N_PEOPLE    40
#define N_DAYS      6
#define N_TWIN_DAYS 3
#define MONDAY      aufait_day_new (2026, 10, 5)

typedef struct {
  PlannerWorld world;
  GRand *chance;
  gint64 people[N_PEOPLE];
  guint n_partial;
  gboolean is_wide; /* each of its plans is with all */
} Many;

static int
draw (Many *many, int until)
{
  return g_rand_int_range (many->chance, 0, until);
}

static gboolean
on_digest (AufaitAgenda *agenda, guint n_people, const char *title, const char *body, Many *many)
{
  return TRUE;
}

static AufaitPlan *
plan_all (Many *many, AufaitFacts **ret_facts)
{
  g_autoptr (GDateTime) now = aufait_clock_now (many->world.clock);
  g_autoptr (GError) error = NULL;

  *ret_facts = aufait_facts_new (many->world.directory, now, &error);
  g_assert_no_error (error);
  return aufait_plan_new (*ret_facts, aufait_agenda_get_settings (many->world.agenda), now, TRUE);
}

static gboolean
is_partial (Many *many)
{
  g_autoptr (GDateTime) now = aufait_clock_now (many->world.clock);
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (gint64));
  AufaitFactsChanges changes = { nobody, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitFacts) facts =
      aufait_facts_new_of_changes (many->world.directory, now, &changes, &error);

  g_assert_no_error (error);
  return facts->n_others > 0;
}

/* The plan with all that is due has nothing more to show, and nothing to wake for earlier. */
static void
check_nothing_is_missed (Many *many)
{
  g_autoptr (AufaitFacts) facts = NULL;
  g_autoptr (AufaitPlan) plan = NULL;
  GDateTime *wake = NULL;

  aufait_agenda_refresh (many->world.agenda);
  planner_world_settle (&many->world);
  plan = plan_all (many, &facts);
  wake = aufait_agenda_get_wake (many->world.agenda);
  g_assert_null (plan->show);
  g_assert_null (plan->digest);
  if (plan->wake != NULL) {
    g_assert_nonnull (wake);
    g_assert_cmpint (g_date_time_compare (wake, plan->wake), <=, 0);
  }
  many->n_partial += is_partial (many);
}

static void
note_something (Many *many, AufaitDay today)
{
  static const AufaitMomentKind kinds[] = { AUFAIT_MOMENT_TRIP, AUFAIT_MOMENT_EXAM,
                                            AUFAIT_MOMENT_LOSS };
  g_autofree char *first = aufait_day_format (today + draw (many, 5) - 2);
  gint64 person = many->people[draw (many, N_PEOPLE)];

  if (draw (many, 3) == 0)
    planner_world_note_promise (&many->world, person, first);
  else
    planner_world_note_moment (&many->world, person, kinds[draw (many, 3)], first, first);
}

static void
answer_something (Many *many)
{
  g_autoptr (GDateTime) now = aufait_clock_now (many->world.clock);
  g_autoptr (GDateTime) until = g_date_time_add_hours (now, 1 + draw (many, 30));
  gboolean is_later = draw (many, 2) == 0;

  aufait_nudge_free (aufait_agenda_answer (many->world.agenda, many->world.last_id,
                                           is_later ? AUFAIT_NUDGE_SNOOZED : AUFAIT_NUDGE_DONE,
                                           is_later ? until : NULL, NULL));
  planner_world_settle (&many->world);
}

static void
put_meeting (Many *many, AufaitDay day)
{
  AufaitFileContent *content = NULL;
  AufaitEvent *event = NULL;

  if (draw (many, 3) == 0) {
    planner_world_put_file (&many->world, "me/lunch", NULL);
    return;
  }
  content = aufait_file_content_new ();
  event = aufait_event_new ("lunch", "Lunch with Person 7");
  event->start = ((gint64) (day - aufait_day_new (1970, 1, 1)) * 24 + 8 + draw (many, 10)) * 3600;
  event->end = event->start + 3600;
  aufait_file_content_take_event (content, event);
  planner_world_put_file (&many->world, "me/lunch", content);
}

static void
set_up (Many *many, guint seed)
{
  planner_world_init (&many->world, "2026-10-05 06:00");
  g_signal_connect (many->world.agenda, "digest", G_CALLBACK (on_digest), many);
  many->chance = g_rand_new_with_seed (seed);
  many->n_partial = 0;
  for (guint i = 0; i < N_PEOPLE; i++) {
    g_autofree char *name = g_strdup_printf ("Person %u", i);

    many->people[i] = planner_world_add_person (&many->world, name);
    planner_world_note_moment (&many->world, many->people[i], AUFAIT_MOMENT_TRIP, "2026-09-25",
                               "2026-10-04");
  }
}

static void
live_hour (Many *many, AufaitDay day, int hour)
{
  g_autofree char *date = aufait_day_format (day);
  g_autofree char *until = g_strdup_printf ("%s %02d:%02d", date, hour, draw (many, 60));

  planner_world_run_until (&many->world, until);
  check_nothing_is_missed (many);
  if (draw (many, 2) == 0)
    note_something (many, day);
  if (draw (many, 4) == 0)
    answer_something (many);
  if (draw (many, 6) == 0)
    put_meeting (many, day);
  check_nothing_is_missed (many);
}

static void
test_misses_nothing (gconstpointer data)
{
  Many many = { 0 };

  set_up (&many, GPOINTER_TO_UINT (data));
  for (int d = 0; d < N_DAYS; d++) {
    for (int hour = 7; hour < 23; hour += 1 + draw (&many, 2))
      live_hour (&many, MONDAY + d, hour);
  }
  g_assert_cmpuint (many.n_partial, >, 20);
  g_rand_free (many.chance);
  planner_world_clear (&many.world);
}

static void
test_reads_little (void)
{
  Many many = { 0 };
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  AufaitFactsChanges changes = { people, NULL };
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (AufaitFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&many, 1);
  planner_world_run_until (&many.world, "2026-10-06 14:05");
  now = aufait_clock_now (many.world.clock);
  g_array_append_val (people, many.people[3]);
  facts = aufait_facts_new_of_changes (many.world.directory, now, &changes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (facts->proposals->len, <=, 1);
  g_assert_cmpuint (facts->n_others, >, N_PEOPLE / 2);
  g_rand_free (many.chance);
  planner_world_clear (&many.world);
}

/* --- beside one that always looks at all ------------------------------------------------------ */

typedef struct {
  Many narrow;
  Many wide;
} Twins;

static void
on_planned (AufaitAgenda *agenda, gpointer unused)
{
  agenda->discovered_on = AUFAIT_DAY_NONE;
}

/* Of four one has a birthday in these days, and of five one has time in the evening alone. */
static void
add_somebody (Many *many, guint number)
{
  g_autofree char *name = g_strdup_printf ("Person %u", number);
  g_autoptr (AufaitPerson) person = aufait_person_new (name);

  if (number % 4 == 0)
    person->birthday = g_strdup_printf ("--10-%02u", 5 + number / 4 % N_DAYS);
  if (number % 5 == 0)
    person->hours = g_strdup (number % 2 == 0 ? "17:00-19:00" : "13:00-14:00");
  many->people[number] = planner_world_take_person (&many->world, person);
}

static void
listen (Many *many)
{
  g_signal_connect (many->world.agenda, "digest", G_CALLBACK (on_digest), many);
  if (many->is_wide)
    g_signal_connect (many->world.agenda, "planned", G_CALLBACK (on_planned), NULL);
}

static void
begin (Many *many, guint seed)
{
  planner_world_init (&many->world, "2026-10-05 06:00");
  many->chance = g_rand_new_with_seed (seed);
  listen (many);
  for (guint i = 0; i < N_PEOPLE; i++) {
    add_somebody (many, i);
    if (draw (many, 2) == 0)
      planner_world_note_moment (&many->world, many->people[i], AUFAIT_MOMENT_TRIP, "2026-09-25",
                                 "2026-10-04");
  }
}

static void
end (Many *many)
{
  g_rand_free (many->chance);
  planner_world_clear (&many->world);
}

/* One of some meetings is put, moved, or taken back. */
static void
change_meeting (Many *many, AufaitDay today)
{
  int number = draw (many, 12);
  g_autofree char *path = g_strdup_printf ("me/%d", number);
  g_autofree char *title = g_strdup_printf ("Lunch with Person %d", number * 3);
  AufaitFileContent *content = NULL;

  if (draw (many, 4) > 0) {
    AufaitEvent *event = aufait_event_new (path, title);

    content = aufait_file_content_new ();
    event->start = ((gint64) (today + draw (many, 2) - aufait_day_new (1970, 1, 1)) * 24 + 5 +
                    draw (many, 16)) *
                   3600;
    event->end = event->start + 3600;
    aufait_file_content_take_event (content, event);
  }
  planner_world_put_file (&many->world, path, content);
}

static void
live_on (Many *many, const char *until, AufaitDay today)
{
  planner_world_run_until (&many->world, until);
  switch (draw (many, 8)) {
  case 0:
  case 1:
    note_something (many, today);
    break;
  case 2:
    answer_something (many);
    break;
  case 3:
    planner_world_restart (&many->world, until);
    listen (many);
    break;
  default:
    change_meeting (many, today);
    break;
  }
}

static void
live_side_by_side (Twins *twins, AufaitDay today, int hour, int minute)
{
  g_autofree char *date = aufait_day_format (today);
  g_autofree char *until = g_strdup_printf ("%s %02d:%02d", date, hour, minute);
  g_autofree char *narrow = NULL;
  g_autofree char *wide = NULL;

  live_on (&twins->narrow, until, today);
  live_on (&twins->wide, until, today);
  narrow = planner_world_take_shown (&twins->narrow.world);
  wide = planner_world_take_shown (&twins->wide.world);
  g_assert_cmpstr (narrow, ==, wide);
}

static void
test_says_the_same (gconstpointer data)
{
  Twins twins = { 0 };
  guint seed = GPOINTER_TO_UINT (data);

  twins.wide.is_wide = TRUE;
  begin (&twins.narrow, seed);
  begin (&twins.wide, seed);
  for (int d = 0; d < N_TWIN_DAYS; d++) {
    for (int hour = 6; hour < 23; hour++)
      live_side_by_side (&twins, MONDAY + d, hour, (int) ((seed * 7 + (guint) hour * 11) % 60));
  }
  end (&twins.narrow);
  end (&twins.wide);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 4; seed++) {
    g_autofree char *path = g_strdup_printf ("/many-due/misses-nothing/%u", seed);

    g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_misses_nothing);
  }
  for (guint seed = 1; seed <= 2; seed++) {
    g_autofree char *path = g_strdup_printf ("/many-due/says-the-same/%u", seed);

    g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_says_the_same);
  }
  g_test_add_func ("/many-due/reads-little", test_reads_little);
  return g_test_run ();
}
