/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what a sentence is understood to mean, for whoever works on the grammar:
 *
 *     read-sentence [--now DAY] [--name NAME] [--month-first] [--full] TEXT…
 *     read-sentence < lines of "day<TAB>text"
 *
 * One line a sentence, with the columns of tests/data/phrases.tsv from the kind on; with --full the
 * place, the noun, the time and the words of each promise too. */
#include "config.h"

#include <stdio.h>

#include "aufait-sentence.h"
#include "sentence-columns.h"

static char *now = NULL;
static gboolean month_first = FALSE;
static gboolean is_full = FALSE;
static char **names = NULL;
static char **words = NULL;

static const GOptionEntry options[] = {
  { "now", 0, 0, G_OPTION_ARG_STRING, &now, "The day it was written on", "DAY" },
  { "name", 0, 0, G_OPTION_ARG_STRING_ARRAY, &names, "Whom it is about, folded", "NAME" },
  { "month-first", 0, 0, G_OPTION_ARG_NONE, &month_first, "Read 7/14 as 14 July", NULL },
  { "full", 0, 0, G_OPTION_ARG_NONE, &is_full, "Show all that was understood", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, "TEXT…" },
  { NULL }
};

static void
show (const char *day, const char *text)
{
  AufaitSentenceContext context = { aufait_day_parse (day), month_first,
                                    (const char *const *) names };
  g_autoptr (AufaitMeaning) meaning = NULL;
  g_autofree char *columns = NULL;
  g_autofree char *rest = NULL;

  if (context.written_on == AUFAIT_DAY_NONE || !g_utf8_validate (text, -1, NULL)) {
    g_printerr ("Not a line of this kind: %s\t%s\n", day, text);
    return;
  }
  meaning = aufait_sentence_read (text, &context);
  columns = sentence_columns_format (meaning);
  rest = is_full ? sentence_columns_format_rest (meaning) : g_strdup ("");
  printf ("%s%s\n", columns, rest);
}

static void
show_lines (void)
{
  char line[32768];

  while (fgets (line, sizeof line, stdin) != NULL) {
    g_auto (GStrv) columns = g_strsplit (g_strchomp (line), "\t", 2);

    if (g_strv_length (columns) == 2)
      show (columns[0], columns[1]);
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) parser = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_option_context_add_main_entries (parser, options, NULL);
  if (!g_option_context_parse (parser, &argc, &argv, &error)) {
    g_printerr ("%s\n", error->message);
    return 2;
  }
  if (words == NULL) {
    show_lines ();
  } else {
    text = g_strjoinv (" ", words);
    show (now != NULL ? now : "2026-07-01", text);
  }
  g_strfreev (names);
  g_strfreev (words);
  g_free (now);
  return 0;
}
