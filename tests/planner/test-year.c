/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year in the life of somebody with 150 people in their address books: what is said to them, and
 * when, is as it stands in the tree. With AUFAIT_WRITE_YEAR set, it is written there anew. */
#include "planner-script.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "config.h"

#define SEED      2026
#define N_CROWD   138
#define FIRST     "2026-01-01 07:00"
#define LAST      "2026-12-31 23:00"
#define OF_TWENTY 20

typedef struct {
  PlannerWorld world;
  GString *log;
  GArray *asked; /* ids (gint64) that the user has not looked at yet */
  GArray *wants; /* what the user does with each of them: Want */
} Year;

typedef enum {
  WANT_DONE,
  WANT_LATER,
  WANT_DROP,
  WANT_NOTHING
} Want;

/* --- the user -------------------------------------------------------------------------------- */

/* Most are done, some put off or left, few dropped; the same ones each time. */
static Want
choose_want (const AufaitNudge *nudge, const char *when)
{
  g_autofree char *text = g_strconcat (nudge->kind, nudge->person->name, when, NULL);
  guint n = g_str_hash (text) % OF_TWENTY;

  return n < 12 ? WANT_DONE : n < 14 ? WANT_LATER : n < 15 ? WANT_DROP : WANT_NOTHING;
}

static gboolean
on_answer (gpointer user_data)
{
  Year *year = user_data;

  for (guint i = 0; i < year->asked->len; i++) {
    Want want = g_array_index (year->wants, Want, i);
    gint64 id = g_array_index (year->asked, gint64, i);
    g_autoptr (AufaitNudge) nudge = NULL;

    if (want == WANT_LATER)
      nudge = aufait_agenda_answer_later (year->world.agenda, id, NULL);
    else if (want != WANT_NOTHING)
      nudge = aufait_agenda_answer (year->world.agenda, id,
                                    want == WANT_DONE ? AUFAIT_NUDGE_DONE : AUFAIT_NUDGE_DROPPED,
                                    NULL, NULL);
  }
  g_array_set_size (year->asked, 0);
  g_array_set_size (year->wants, 0);
  return G_SOURCE_REMOVE;
}

static void
on_show (AufaitAgenda *agenda, AufaitNudge *nudge, const char *body, Year *year)
{
  static const char *const words[] = { "done", "later", "drop", "-" };
  g_autoptr (GDateTime) now = aufait_clock_now (year->world.clock);
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d %H:%M");
  Want want = choose_want (nudge, when);

  g_string_append_printf (year->log, "%s %s%s | %s | %s | %s\n", when, nudge->kind,
                          nudge->is_private ? " (private)" : "", nudge->title, body, words[want]);
  if (year->asked->len == 0)
    g_idle_add (on_answer, year);
  g_array_append_val (year->asked, nudge->id);
  g_array_append_val (year->wants, want);
}

/* --- the world ------------------------------------------------------------------------------- */

static char *
draw_day (GRand *chance, int year_from)
{
  int month = g_rand_int_range (chance, 1, 13), day = g_rand_int_range (chance, 1, 29);

  if (year_from == 0)
    return g_strdup_printf ("--%02d-%02d", month, day);
  return g_strdup_printf ("%d-%02d-%02d", year_from + g_rand_int_range (chance, 0, 45), month, day);
}

static AufaitCard *
new_card (GRand *chance, int i)
{
  static const char *const first[] = { "Alice",  "Bruno", "Cécile", "David", "Élise", "Frank",
                                       "Gaëlle", "Henry", "Irène",  "Jules", "Kate",  "Lucas" };
  static const char *const last[] = { "Adams",  "Blanc",  "Cohen",  "Durand", "Evans",  "Fontaine",
                                      "Guérin", "Harris", "Imbert", "Joly",   "Kaplan", "Lopez" };
  g_autofree char *name = g_strdup_printf ("%s %s", first[i % 12], last[i / 12]);
  AufaitCard *card = aufait_card_new (name);

  card->uid = g_strdup_printf ("crowd-%d", i);
  if (g_rand_int_range (chance, 0, 3) > 0)
    card->birthday = draw_day (chance, i % 2 == 0 ? 1950 : 0);
  if (g_rand_int_range (chance, 0, 20) == 0)
    card->anniversary = draw_day (chance, 1970);
  card->is_dead = g_rand_int_range (chance, 0, 40) == 0;
  return card;
}

static void
add_crowd (Year *year)
{
  AufaitFileContent *cards = aufait_file_content_new ();
  GRand *chance = g_rand_new_with_seed (SEED);

  for (int i = 0; i < N_CROWD; i++)
    aufait_file_content_take_card (cards, new_card (chance, i));
  planner_world_put_file (&year->world, "book/crowd", cards);
  g_rand_free (chance);
}

static void
live (Year *year)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "year-life.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *time = g_strndup (lines[i], strlen ("2026-01-01 08:00"));

    if (lines[i][0] == '#' || lines[i][0] == '\0')
      continue;
    planner_world_run_until (&year->world, time);
    planner_script_run (&year->world, lines[i] + strlen (time) + 1);
    planner_world_settle (&year->world);
  }
  planner_world_run_until (&year->world, LAST);
}

/* The first line that is another says more than both logs. */
static void
compare_lines (const char *log, const char *kept)
{
  g_auto (GStrv) lines = g_strsplit (log, "\n", -1);
  g_auto (GStrv) kept_lines = g_strsplit (kept, "\n", -1);

  for (guint i = 0; lines[i] != NULL && kept_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, kept_lines[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (kept_lines));
}

static void
compare (const char *log)
{
  g_autofree char *name = g_strdup_printf ("year-%s.txt", g_getenv ("LANGUAGE"));
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("AUFAIT_WRITE_YEAR") != NULL)
    g_file_set_contents (path, log, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &kept, NULL, &error);
  g_assert_no_error (error);
  compare_lines (log, kept);
}

static void
test_year (void)
{
  Year year = { .log = g_string_new (NULL) };

  year.asked = g_array_new (FALSE, FALSE, sizeof (gint64));
  year.wants = g_array_new (FALSE, FALSE, sizeof (Want));
  planner_world_init (&year.world, FIRST);
  g_signal_connect (year.world.agenda, "show", G_CALLBACK (on_show), &year);
  add_crowd (&year);
  live (&year);
  compare (year.log->str);
  planner_world_clear (&year.world);
  g_string_free (year.log, TRUE);
  g_array_unref (year.asked);
  g_array_unref (year.wants);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("AUFAIT_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/year/is-as-it-was", test_year);
  return g_test_run ();
}
