/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-table.h"

#include <fcntl.h>
#include <unistd.h>

static const AufaitStyle styles[] = { AUFAIT_STYLE_FAINT, AUFAIT_STYLE_STRONG, AUFAIT_STYLE_PLAIN };

/* What @table prints: it goes to standard output, so that is a file for as long. */
static char *
print_to_file (const AufaitTable *table, AufaitColor color)
{
  char path[] = "/tmp/aufait-table-XXXXXX";
  int file = g_mkstemp (path), out = dup (STDOUT_FILENO);
  g_autoptr (AufaitScreen) screen = NULL;
  char *text = NULL;

  dup2 (file, STDOUT_FILENO);
  screen = aufait_screen_new (color);
  aufait_table_print (table, screen);
  aufait_screen_flush (screen, NULL);
  dup2 (out, STDOUT_FILENO);
  close (out);
  close (file);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  unlink (path);
  return text;
}

static AufaitTable *
fill (void)
{
  AufaitTable *table = aufait_table_new (styles, G_N_ELEMENTS (styles));
  const char *rows[][3] = {
    { "1", "Marie Curie", "leaves for Crete" },
    { "12", "山田", "plays the guitar" },
    { "3", "Zoé", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    aufait_table_add (table, rows[i]);
  return table;
}

static void
aligns_by_cells_without_trailing_spaces (void)
{
  g_autoptr (AufaitTable) table = fill ();
  g_autofree char *text = print_to_file (table, AUFAIT_COLOR_AUTO);

  g_assert_cmpstr (text, ==,
                   "1   Marie Curie  leaves for Crete\n"
                   "12  山田         plays the guitar\n"
                   "3   Zoé\n");
}

static void
colours_only_when_asked (void)
{
  g_autoptr (AufaitTable) table = fill ();
  g_autofree char *text = print_to_file (table, AUFAIT_COLOR_ALWAYS);

  g_assert_true (g_str_has_prefix (text, "\033[2m1\033[0m   \033[1mMarie Curie\033[0m  leaves"));
}

static void
leaves_out_columns_without_a_word (void)
{
  g_autoptr (AufaitTable) table = aufait_table_new (styles, G_N_ELEMENTS (styles));
  const char *row[] = { "1", NULL, "text" };
  g_autofree char *text = NULL;

  aufait_table_add (table, row);
  text = print_to_file (table, AUFAIT_COLOR_NEVER);
  g_assert_cmpstr (text, ==, "1  text\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/aligns-by-cells-without-trailing-spaces",
                   aligns_by_cells_without_trailing_spaces);
  g_test_add_func ("/table/colours-only-when-asked", colours_only_when_asked);
  g_test_add_func ("/table/leaves-out-columns-without-a-word", leaves_out_columns_without_a_word);
  return g_test_run ();
}
