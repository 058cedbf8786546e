/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-source-lines.h"

#include <glib/gi18n-lib.h>

#include "aufait-fields.h"
#include "aufait-plain.h"
#include "aufait-table.h"

#define INDENT 2

char *
aufait_source_lines_dup_path (const char *path, const char *home)
{
  gsize length = home != NULL ? strlen (home) : 0;

  if (path == NULL)
    return g_strdup ("");
  if (length > 1 && strncmp (path, home, length) == 0 &&
      (path[length] == '/' || path[length] == '\0'))
    return g_strconcat ("~", path + length, NULL);
  return g_strdup (path);
}

static void
print_more (AufaitScreen *screen, guint n_more)
{
  g_autofree char *words = g_strdup_printf (
      /* Translators: how many more there are, and the command that shows them */
      ngettext ("and %u more: aufait sources", "and %u more: aufait sources", n_more), n_more);

  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, words);
}

/* --- sources ------------------------------------------------------------------------------- */

static const char *
word_kind (const char *kind)
{
  if (g_strcmp0 (kind, "cards") == 0)
    return C_ ("source", "address book");
  if (g_strcmp0 (kind, "calendar") == 0)
    return C_ ("source", "calendar");
  return kind;
}

static char *
word_cards (int n, int n_others)
{
  g_autofree char *cards = g_strdup_printf (ngettext ("%d card", "%d cards", (gulong) n), n);

  if (n_others <= 0)
    return g_steal_pointer (&cards);
  return g_strdup_printf (
      /* Translators: how many cards, and how many of them are nobody's: “6 cards, 1 of them of a
       * company or a group” */
      ngettext ("%s, %d of them of a company or a group", "%s, %d of them of companies or groups",
                (gulong) n_others),
      cards, n_others);
}

static char *
word_count (JsonObject *source)
{
  int n = (int) aufait_fields_get_int (source, "items");

  if (g_strcmp0 (aufait_fields_get_string (source, "kind"), "cards") == 0)
    return word_cards (n, (int) aufait_fields_get_int (source, "others"));
  return g_strdup_printf (ngettext ("%d entry", "%d entries", (gulong) n), n);
}

static char *
word_problems (JsonObject *source)
{
  int n = (int) aufait_fields_get_int (source, "problems");

  return n > 0 ? g_strdup_printf (ngettext ("%d problem", "%d problems", (gulong) n), n)
               : g_strdup ("");
}

/* Nothing is found: what helps. */
static void
print_looked (AufaitScreen *screen, JsonObject *reply)
{
  guint n = aufait_fields_get_length (reply, "looked");

  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN,
                              _ ("No address book and no calendar is read yet."));
  if (n > 0)
    aufait_screen_print_folded (
        screen, 0, AUFAIT_STYLE_PLAIN,
        _ ("They are looked for here, and read as soon as there are some:"));
  for (guint i = 0; i < n; i++) {
    g_autofree char *path = aufait_source_lines_dup_path (
        aufait_fields_get_text (reply, "looked", i), g_get_home_dir ());

    aufait_screen_print_folded (screen, INDENT, AUFAIT_STYLE_STRONG, path);
  }
  aufait_screen_print_folded (
      screen, 0, AUFAIT_STYLE_PLAIN,
      _ ("Other folders can be named in aufait.conf, as “man aufait.conf” shows."));
}

void
aufait_source_lines_print (AufaitScreen *screen, JsonObject *reply, guint max)
{
  static const AufaitStyle styles[] = { AUFAIT_STYLE_PLAIN, AUFAIT_STYLE_PLAIN, AUFAIT_STYLE_STRONG,
                                        AUFAIT_STYLE_PLAIN };
  g_autoptr (AufaitTable) table = aufait_table_new (styles, G_N_ELEMENTS (styles));
  guint n = aufait_fields_get_length (reply, "sources");

  for (guint i = 0; i < MIN (n, max); i++) {
    JsonObject *source = aufait_fields_get_item (reply, "sources", i);
    g_autofree char *count = word_count (source);
    g_autofree char *problems = word_problems (source);
    g_autofree char *path =
        aufait_source_lines_dup_path (aufait_fields_get_string (source, "path"), g_get_home_dir ());
    const char *cells[] = { word_kind (aufait_fields_get_string (source, "kind")), count, problems,
                            path };

    aufait_table_add (table, cells);
  }
  if (n == 0)
    print_looked (screen, reply);
  aufait_table_print (table, screen);
  if (n > max)
    print_more (screen, n - max);
}

/* --- problems ------------------------------------------------------------------------------ */

/* A file and what is wrong with it: on a line if both fit. */
static void
print_problem (AufaitScreen *screen, JsonObject *problem)
{
  const char *what = aufait_fields_get_string (problem, "what");
  guint width = aufait_screen_get_width (screen);
  g_autofree char *file =
      aufait_source_lines_dup_path (aufait_fields_get_string (problem, "file"), g_get_home_dir ());

  if (what == NULL)
    what = "";
  if (width == 0 || aufait_plain_width (file) + INDENT + aufait_plain_width (what) <= width) {
    aufait_screen_add_styled (screen, AUFAIT_STYLE_STRONG, file);
    aufait_screen_print (screen, "%*s%s\n", INDENT, "", what);
    return;
  }
  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_STRONG, file);
  aufait_screen_print_folded (screen, INDENT, AUFAIT_STYLE_PLAIN, what);
}

/* The daemon tells of so many and counts them all. */
static guint
count_problems (JsonObject *reply)
{
  gint64 n_counted = 0;
  guint n = aufait_fields_get_length (reply, "sources");

  for (guint i = 0; i < n; i++)
    n_counted += aufait_fields_get_int (aufait_fields_get_item (reply, "sources", i), "problems");
  return (guint) MAX (n_counted, (gint64) aufait_fields_get_length (reply, "problems"));
}

void
aufait_source_lines_print_problems (AufaitScreen *screen, JsonObject *reply, guint max)
{
  guint n = aufait_fields_get_length (reply, "problems");
  guint n_shown = MIN (n, max), n_all = count_problems (reply);

  if (n == 0)
    return;
  aufait_screen_print (screen, "\n%s\n", _ ("Problems:"));
  for (guint i = 0; i < n_shown; i++)
    print_problem (screen, aufait_fields_get_item (reply, "problems", i));
  if (n_all > n_shown && n_shown == n)
    aufait_screen_print (screen, ngettext ("and %u more\n", "and %u more\n", n_all - n_shown),
                         n_all - n_shown);
  else if (n_all > n_shown)
    print_more (screen, n_all - n_shown);
}
