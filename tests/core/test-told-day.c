/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-told-day.h"

/* Wednesday */
#define TODAY (aufait_day_new (2026, 7, 1))

typedef struct {
  const char *text;
  const char *day; /* NULL: none is told */
} Row;

static void
check_rows (const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++) {
    const char *rest = NULL;
    AufaitDay day = aufait_told_day_find (rows[i].text, TODAY, FALSE, &rest);
    g_autofree char *read = day != AUFAIT_DAY_NONE ? aufait_day_format (day) : NULL;

    g_test_message ("rows[%zu]: %s", i, rows[i].text);
    g_assert_cmpstr (read, ==, rows[i].day);
  }
}

static void
test_reads_it_at_the_start (void)
{
  static const Row rows[] = {
    { "yesterday he was tired", "2026-06-30" },
    { "Yesterday, and he was tired", "2026-06-30" },
    { "yesterday evening: he was tired", "2026-06-30" },
    { "last Friday he was tired", "2026-06-26" },
    { "this morning he was tired", "2026-07-01" },
    { "3 days ago he was tired", "2026-06-28" },
    { "two weeks ago at the cafe", "2026-06-17" },
    { "2026-06-12 he was tired", "2026-06-12" },
    { "on 12 May 2026 at the cafe", "2026-05-12" },
    { "hier, fatigue visible", "2026-06-30" },
    { "hier soir chez Claire", "2026-06-30" },
    { "avant-hier il allait bien", "2026-06-29" },
    { "vendredi dernier il allait bien", "2026-06-26" },
    { "il y a 3 jours, il allait bien", "2026-06-28" },
    { "ce matin il allait bien", "2026-07-01" },
    { "yesterday was his birthday", "2026-06-30" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_reads_it_at_the_end_of_how_and_where (void)
{
  static const Row rows[] = {
    { "at the cafe yesterday", "2026-06-30" },
    { "at the cafe yesterday.", "2026-06-30" },
    { "for lunch and a walk last Friday", "2026-06-26" },
    { "with Zoe in the park 3 days ago", "2026-06-28" },
    { "about the car this morning", "2026-07-01" },
    { "au café hier", "2026-06-30" },
    { "chez Claire vendredi dernier", "2026-06-26" },
    { "à l'anniversaire de Zoe avant-hier", "2026-06-29" },
    { "pour déjeuner il y a 3 jours", "2026-06-28" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_leaves_the_day_of_something_else (void)
{
  static const Row rows[] = {
    { "", NULL },
    { "he was tired", NULL },
    { "his dog died yesterday", NULL },
    { "who lost his job last Friday", NULL },
    { "at the cafe, his dog died yesterday", NULL },
    { "at work he was ill yesterday", NULL },
    { "a perdu son chien hier", NULL },
    { "has his driving test on Friday", NULL },
    { "promised her the book by Friday", NULL },
    { "Friday he has an exam", NULL },
    { "vendredi il a un examen", NULL },
    { "tomorrow he has an exam", NULL },
    { "at the cafe tomorrow", NULL },
    { "last week he was tired", NULL },
    { "since yesterday he is ill", NULL },
    { "every Friday he plays", NULL },
    { "yesterday's news made him sad", NULL },
    { "12 May he has an exam", NULL },
    { "3 he said", NULL },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_gives_the_words_behind_it (void)
{
  static const struct {
    const char *text;
    const char *rest; /* NULL: none */
  } rows[] = {
    { "yesterday he was tired", "he was tired" },
    { "hier soir : il était las", "il était las" },
    { "3 days ago, he was tired", "he was tired" },
    { "this morning", "" },
    { "at the cafe yesterday", NULL },
    { "he was tired", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *rest = NULL;

    aufait_told_day_find (rows[i].text, TODAY, FALSE, &rest);
    g_assert_cmpstr (rest, ==, rows[i].rest);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/told-day/reads-it-at-the-start", test_reads_it_at_the_start);
  g_test_add_func ("/told-day/reads-it-at-the-end-of-how-and-where",
                   test_reads_it_at_the_end_of_how_and_where);
  g_test_add_func ("/told-day/leaves-the-day-of-something-else",
                   test_leaves_the_day_of_something_else);
  g_test_add_func ("/told-day/gives-the-words-behind-it", test_gives_the_words_behind_it);
  return g_test_run ();
}
