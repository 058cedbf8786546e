/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-world.h"

#include "aufait-note-store.h"
#include "aufait-nudge-store.h"

typedef struct {
  const char *name;
  const char *noted; /* when it is noted */
  int kind;          /* of the moment; -1: a promise on @first */
  const char *first;
  const char *last;
  const char *until; /* the clock runs until then, nobody answers */
  const char *shown;
} Case;

#define LONG_AFTER "2027-06-30 12:00"

static const Case CASES[] = {
  { "trip", "2026-07-01 09:00", AUFAIT_MOMENT_TRIP, "2026-08-10", "2026-08-20", "2026-08-21 23:00",
    "return Ada @ 2026-08-21 10:00\n" },
  { "three-times-at-most", "2026-07-01 09:00", AUFAIT_MOMENT_TRIP, "2026-08-10", "2026-08-20",
    LONG_AFTER,
    "return Ada @ 2026-08-21 10:00\nreturn Ada @ 2026-08-22 10:00\n"
    "return Ada @ 2026-08-23 10:00\n" },
  { "exam", "2026-07-01 09:00", AUFAIT_MOMENT_EXAM, "2026-07-03", "2026-07-03", "2026-07-04 23:00",
    "wish Ada @ 2026-07-02 10:00\nwish Ada @ 2026-07-03 10:00\nreturn Ada @ 2026-07-04 10:00\n" },
  { "told-on-the-eve", "2026-07-02 12:00", AUFAIT_MOMENT_EXAM, "2026-07-03", "2026-07-03",
    "2026-07-03 23:00", "wish Ada @ 2026-07-03 09:00\n" },
  { "told-on-the-day", "2026-07-03 08:00", AUFAIT_MOMENT_EXAM, "2026-07-03", "2026-07-03",
    "2026-07-04 12:00", "return Ada @ 2026-07-04 10:00\n" },
  { "told-afterwards", "2026-07-10 12:00", AUFAIT_MOMENT_EXAM, "2026-07-03", "2026-07-03",
    "2026-07-11 12:00", "return Ada @ 2026-07-11 10:00\n" },
  { "vague-exam-has-no-eve", "2026-07-01 09:00", AUFAIT_MOMENT_EXAM, "2026-09-01", "2026-09-30",
    "2026-10-01 12:00", "return Ada @ 2026-10-01 10:00\n" },
  { "new-job-in-a-month", "2026-07-01 09:00", AUFAIT_MOMENT_JOB, "2026-08-01", "2026-08-31",
    "2026-09-01 12:00", "return Ada @ 2026-09-01 10:00\n" },
  { "loss-is-never-wished-for", "2026-07-01 09:00", AUFAIT_MOMENT_LOSS, "2026-07-04", "2026-07-04",
    "2026-07-05 12:00", "return Ada @ 2026-07-05 10:00\n" },
  { "promise", "2026-07-01 09:00", -1, "2026-07-03", NULL, "2026-07-03 12:00",
    "promise Ada @ 2026-07-03 10:00\n" },
  { "promise-for-today", "2026-07-01 09:30", -1, "2026-07-01", NULL, "2026-07-01 23:00",
    "promise Ada @ 2026-07-01 17:00\n" },
  { "promise-without-a-day", "2026-07-01 09:00", -1, NULL, NULL, "2026-07-08 12:00",
    "promise Ada @ 2026-07-08 10:00\n" },
  { "over-a-zone-change", "2026-10-20 09:00", AUFAIT_MOMENT_EXAM, "2026-10-25", "2026-10-25",
    "2026-10-26 12:00",
    "wish Ada @ 2026-10-24 10:00\nwish Ada @ 2026-10-25 10:00\nreturn Ada @ 2026-10-26 10:00\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  PlannerWorld world;
  gint64 ada;
  g_autofree char *shown = NULL;

  planner_world_init (&world, c->noted);
  ada = planner_world_add_person (&world, "Ada");
  if (c->kind < 0)
    planner_world_note_promise (&world, ada, c->first);
  else
    planner_world_note_moment (&world, ada, c->kind, c->first, c->last);
  planner_world_run_until (&world, c->until);
  shown = planner_world_take_shown (&world);
  g_assert_cmpstr (shown, ==, c->shown);
  planner_world_clear (&world);
}

static guint
count_lines (const char *text)
{
  guint lines = 0;

  for (; *text != '\0'; text++)
    lines += *text == '\n';
  return lines;
}

/* Twelve people are back on one day: a few a day, half an hour apart, and each of them in the end.
 */
static void
test_budget (void)
{
  PlannerWorld world;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *rest = NULL;

  planner_world_init (&world, "2026-07-01 09:00");
  for (int i = 0; i < 12; i++) {
    g_autofree char *name = g_strdup_printf ("Ada %c", 'A' + i);

    planner_world_note_moment (&world, planner_world_add_person (&world, name), AUFAIT_MOMENT_TRIP,
                               "2026-08-10", "2026-08-20");
  }
  planner_world_run_until (&world, "2026-08-21 23:59");
  first = planner_world_take_shown (&world);
  g_assert_cmpstr (first, ==,
                   "return Ada A @ 2026-08-21 10:00\nreturn Ada B @ 2026-08-21 10:30\n"
                   "return Ada C @ 2026-08-21 11:00\n");
  planner_world_run_until (&world, "2026-08-22 23:59");
  second = planner_world_take_shown (&world);
  g_assert_cmpstr (second, ==,
                   "return Ada D @ 2026-08-22 10:00\nreturn Ada E @ 2026-08-22 10:30\n"
                   "return Ada F @ 2026-08-22 11:00\n");
  planner_world_run_until (&world, LONG_AFTER);
  rest = planner_world_take_shown (&world);
  for (int i = 0; i < 12; i++) {
    g_autofree char *line = g_strdup_printf (" Ada %c @", 'A' + i);
    gboolean in_first = g_strstr_len (first, -1, line) != NULL;
    gboolean in_second = g_strstr_len (second, -1, line) != NULL;

    g_assert_true (in_first || in_second || g_strstr_len (rest, -1, line) != NULL);
  }
  g_assert_cmpuint (count_lines (rest), ==, 12 * 3 - 6);
  planner_world_clear (&world);
}

/* Off for two weeks: what was due is caught up, without a burst. */
static void
test_days_off (void)
{
  PlannerWorld world;
  g_autofree char *shown = NULL;

  planner_world_init (&world, "2026-07-01 09:00");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Ada"), AUFAIT_MOMENT_TRIP,
                             "2026-07-10", "2026-07-12");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Bo"), AUFAIT_MOMENT_EXAM,
                             "2026-07-14", "2026-07-14");
  planner_world_restart (&world, "2026-07-26 21:30");
  planner_world_run_until (&world, "2026-07-27 12:00");
  shown = planner_world_take_shown (&world);
  /* The wish for the exam is over; it was the evening, so all waits for the morning. */
  g_assert_cmpstr (shown, ==, "return Ada @ 2026-07-27 09:00\nreturn Bo @ 2026-07-27 09:30\n");
  planner_world_clear (&world);
}

static void
test_answers (void)
{
  PlannerWorld world;
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitNudge) done = NULL;
  g_autoptr (AufaitNudge) later = NULL;
  g_autofree char *id = NULL;
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;
  g_autofree char *after = NULL;

  planner_world_init (&world, "2026-08-20 09:00");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Ada"), AUFAIT_MOMENT_TRIP,
                             "2026-08-10", "2026-08-20");
  planner_world_run_until (&world, "2026-08-21 10:05");
  first = planner_world_take_shown (&world);
  g_assert_cmpstr (first, ==, "return Ada @ 2026-08-21 10:00\n");
  g_assert_cmpstr (world.last_body, ==, "Ask how it was. You noted on 20 August: “words”.");

  later = aufait_agenda_answer_later (world.agenda, world.last_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (later->state, ==, AUFAIT_NUDGE_SNOOZED);
  planner_world_run_until (&world, "2026-08-21 13:30");
  again = planner_world_take_shown (&world);
  g_assert_cmpstr (again, ==, "return Ada @ 2026-08-21 13:05\n");

  g_string_truncate (world.closed, 0);
  done = aufait_agenda_answer (world.agenda, world.last_id, AUFAIT_NUDGE_DONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (done->state, ==, AUFAIT_NUDGE_DONE);
  id = g_strdup_printf ("%" G_GINT64_FORMAT "\n", world.last_id);
  g_assert_cmpstr (world.closed->str, ==, id);
  planner_world_run_until (&world, LONG_AFTER);
  after = planner_world_take_shown (&world);
  g_assert_cmpstr (after, ==, "");
  planner_world_clear (&world);
}

/* A note that is taken back takes its nudge off the screen. */
static void
test_undone_note (void)
{
  PlannerWorld world;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;

  planner_world_init (&world, "2026-08-20 09:00");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Ada"), AUFAIT_MOMENT_TRIP,
                             "2026-08-10", "2026-08-20");
  planner_world_run_until (&world, "2026-08-21 10:05");
  g_assert_cmpint (world.last_id, >, 0);
  g_assert_true (aufait_memory_undo (world.memory, &what, &error));
  g_assert_no_error (error);
  aufait_agenda_refresh (world.agenda);
  planner_world_settle (&world);
  g_assert_cmpstr (world.closed->str, !=, "");
  planner_world_clear (&world);
}

/* In the days after a loss nothing light is brought up; a promise is. */
static void
test_mourning (void)
{
  PlannerWorld world;
  gint64 ada;
  g_autofree char *shown = NULL;

  planner_world_init (&world, "2026-08-18 09:00");
  ada = planner_world_add_person (&world, "Ada");
  planner_world_note_moment (&world, ada, AUFAIT_MOMENT_TRIP, "2026-08-10", "2026-08-20");
  planner_world_note_promise (&world, ada, "2026-08-22");
  planner_world_note_moment (&world, ada, AUFAIT_MOMENT_LOSS, "2026-08-17", "2026-08-17");
  planner_world_run_until (&world, "2026-08-26 12:00");
  shown = planner_world_take_shown (&world);
  g_assert_cmpstr (shown, ==,
                   "return Ada @ 2026-08-19 10:00\nreturn Ada @ 2026-08-20 10:00\n"
                   "return Ada @ 2026-08-21 10:00\npromise Ada @ 2026-08-22 10:00\n"
                   "promise Ada @ 2026-08-23 10:00\npromise Ada @ 2026-08-24 10:00\n"
                   "return Ada @ 2026-08-25 10:00\nreturn Ada @ 2026-08-26 10:00\n");
  planner_world_clear (&world);
}

/* What waits for the end of it keeps nobody else waiting. */
static void
test_mourning_of_one (void)
{
  PlannerWorld world;
  gint64 ada;
  g_autofree char *shown = NULL;
  g_autoptr (AufaitNudge) dropped = NULL;

  planner_world_init (&world, "2026-08-18 09:00");
  ada = planner_world_add_person (&world, "Ada");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Bo"), AUFAIT_MOMENT_TRIP,
                             "2026-08-10", "2026-08-21");
  planner_world_note_moment (&world, ada, AUFAIT_MOMENT_TRIP, "2026-08-10", "2026-08-19");
  planner_world_note_moment (&world, ada, AUFAIT_MOMENT_LOSS, "2026-08-17", "2026-08-17");
  planner_world_run_until (&world, "2026-08-18 23:00");
  g_string_truncate (world.shown, 0);
  dropped = aufait_agenda_answer (world.agenda, 3, AUFAIT_NUDGE_DROPPED, NULL, NULL);
  g_assert_nonnull (dropped);
  planner_world_run_until (&world, "2026-08-22 12:00");
  shown = planner_world_take_shown (&world);
  g_assert_cmpstr (shown, ==, "return Bo @ 2026-08-22 10:00\n");
  planner_world_clear (&world);
}

/* The same between the word of it and the funeral; and for what has been shown once already. */
static void
test_mourning_before_the_funeral (void)
{
  PlannerWorld world;
  gint64 ada, bo;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  planner_world_init (&world, "2026-08-18 09:00");
  ada = planner_world_add_person (&world, "Ada");
  bo = planner_world_add_person (&world, "Bo");
  planner_world_note_moment (&world, bo, AUFAIT_MOMENT_TRIP, "2026-08-10", "2026-08-18");
  planner_world_note_moment (&world, ada, AUFAIT_MOMENT_TRIP, "2026-08-10", "2026-08-19");
  planner_world_run_until (&world, "2026-08-19 11:00");
  planner_world_note_moment (&world, ada, AUFAIT_MOMENT_LOSS, "2026-08-22", "2026-08-22");
  planner_world_note_moment (&world, bo, AUFAIT_MOMENT_LOSS, "2026-08-22", "2026-08-22");
  planner_world_run_until (&world, "2026-08-22 23:00");
  before = planner_world_take_shown (&world);
  g_assert_cmpstr (before, ==, "return Bo @ 2026-08-19 10:00\n");
  planner_world_run_until (&world, "2026-08-30 12:00");
  after = planner_world_take_shown (&world);
  g_assert_cmpstr (after, ==,
                   "return Ada @ 2026-08-23 10:00\nreturn Bo @ 2026-08-23 10:30\n"
                   "return Ada @ 2026-08-24 10:00\nreturn Bo @ 2026-08-24 10:30\n"
                   "return Ada @ 2026-08-25 10:00\nreturn Bo @ 2026-08-25 10:30\n"
                   "return Ada @ 2026-08-30 10:00\nreturn Bo @ 2026-08-30 10:30\n");
  planner_world_clear (&world);
}

/* A clock that was ahead for a while has not used up the days to come. */
static void
test_clock_goes_back (void)
{
  PlannerWorld world;
  g_autofree char *ahead = NULL;
  g_autofree char *back = NULL;

  planner_world_init (&world, "2026-07-01 09:00");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Ada"), AUFAIT_MOMENT_TRIP,
                             "2026-07-01", "2026-07-02");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Bo"), AUFAIT_MOMENT_TRIP,
                             "2026-07-01", "2026-07-02");
  planner_world_set_now (&world, "2026-07-10 12:00");
  ahead = planner_world_take_shown (&world);
  g_assert_cmpstr (ahead, ==, "return Ada @ 2026-07-10 12:00\n");
  planner_world_set_now (&world, "2026-07-03 12:00");
  back = planner_world_take_shown (&world);
  g_assert_cmpstr (back, ==, "return Bo @ 2026-07-03 12:00\n");
  planner_world_clear (&world);
}

/* A note that was read anew says more than it did; what it says too late to be found has no record.
 */
static void
test_read_anew (void)
{
  PlannerWorld world;
  gint64 id;
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitNote) note = NULL;
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (AufaitNudge) done = NULL;

  planner_world_init (&world, "2026-07-01 09:00");
  id = planner_world_note_promise (&world, planner_world_add_person (&world, "Ada"), NULL);
  note = aufait_note_store_get (world.memory, id, &error);
  g_assert_no_error (error);
  g_ptr_array_add (note->meaning->moments,
                   aufait_moment_new (AUFAIT_MOMENT_TRIP, aufait_day_parse ("2026-01-05"),
                                      aufait_day_parse ("2026-01-10")));
  g_assert_true (aufait_memory_begin (world.memory, NULL, &error));
  g_assert_true (aufait_note_store_set_meaning (world.memory, note, 2, &error));
  g_assert_true (aufait_memory_commit (world.memory, &error));
  open = aufait_agenda_list (world.agenda, NULL, FALSE, &error);
  g_assert_cmpuint (open->len, ==, 1);
  done = aufait_agenda_answer (world.agenda, ((AufaitNudge *) open->pdata[0])->id,
                               AUFAIT_NUDGE_DONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (done->state, ==, AUFAIT_NUDGE_DONE);
  planner_world_clear (&world);
}

/* What was answered never comes back: the answer to a notification may come late. */
static void
test_answered_twice (void)
{
  PlannerWorld world;
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitNudge) done = NULL;
  g_autoptr (AufaitNudge) later = NULL;
  g_autoptr (AufaitNudge) after = NULL;

  planner_world_init (&world, "2026-08-21 10:00");
  planner_world_note_moment (&world, planner_world_add_person (&world, "Ada"), AUFAIT_MOMENT_TRIP,
                             "2026-08-10", "2026-08-20");
  planner_world_run_until (&world, "2026-08-22 10:00");
  done = aufait_agenda_answer (world.agenda, world.last_id, AUFAIT_NUDGE_DONE, NULL, &error);
  g_assert_no_error (error);
  later = aufait_agenda_answer_later (world.agenda, world.last_id, &error);
  g_assert_null (later);
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND);
  after = aufait_agenda_find (world.agenda, world.last_id, NULL);
  g_assert_cmpint (after->state, ==, AUFAIT_NUDGE_DONE);
  planner_world_clear (&world);
}

/* The calendar ends somewhere; what lies there must not stop the rest. */
static void
test_end_of_the_calendar (void)
{
  PlannerWorld world;
  gint64 ada;
  g_autoptr (GPtrArray) open = NULL;

  planner_world_init (&world, "2026-07-01 09:00");
  ada = planner_world_add_person (&world, "Ada");
  planner_world_note_moment (&world, ada, AUFAIT_MOMENT_TRIP, "9999-12-01", "9999-12-31");
  planner_world_note_promise (&world, ada, "9999-12-31");
  open = aufait_agenda_list (world.agenda, NULL, FALSE, NULL);
  g_assert_cmpuint (open->len, ==, 0);
  g_assert_null (aufait_agenda_get_wake (world.agenda));
  planner_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *path = g_strdup_printf ("/agenda/case/%s", CASES[i].name);

    g_test_add_data_func (path, &CASES[i], test_case);
  }
  g_test_add_func ("/agenda/keeps-the-budget", test_budget);
  g_test_add_func ("/agenda/catches-up-after-days-off", test_days_off);
  g_test_add_func ("/agenda/obeys-answers", test_answers);
  g_test_add_func ("/agenda/takes-an-undone-note-off-the-screen", test_undone_note);
  g_test_add_func ("/agenda/is-gentle-after-a-loss", test_mourning);
  g_test_add_func ("/agenda/is-gentle-to-one-and-tells-the-others", test_mourning_of_one);
  g_test_add_func ("/agenda/is-gentle-before-a-funeral", test_mourning_before_the_funeral);
  g_test_add_func ("/agenda/survives-a-clock-that-goes-back", test_clock_goes_back);
  g_test_add_func ("/agenda/answers-for-a-note-that-was-read-anew", test_read_anew);
  g_test_add_func ("/agenda/refuses-a-second-answer", test_answered_twice);
  g_test_add_func ("/agenda/stands-the-end-of-the-calendar", test_end_of_the_calendar);
  return g_test_run ();
}
