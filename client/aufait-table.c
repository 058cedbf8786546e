/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-table.h"

#include "aufait-plain.h"

#define GAP 2
/* The last column keeps this much room, or begins a line of its own. */
#define LAST_MIN 24
/* The other columns keep this much for it. */
#define COLUMN_MIN 16

struct AufaitTable {
  const AufaitStyle *styles;
  guint n_columns;
  GPtrArray *cells; /* row by row */
};

AufaitTable *
aufait_table_new (const AufaitStyle *styles, guint n_columns)
{
  AufaitTable *table = g_new0 (AufaitTable, 1);

  table->styles = styles;
  table->n_columns = n_columns;
  table->cells = g_ptr_array_new_with_free_func (g_free);
  return table;
}

void
aufait_table_free (AufaitTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->cells);
  g_free (table);
}

void
aufait_table_add (AufaitTable *table, const char *const *cells)
{
  for (guint i = 0; i < table->n_columns; i++)
    g_ptr_array_add (table->cells, g_strdup (cells[i] != NULL ? cells[i] : ""));
}

static guint *
measure_columns (const AufaitTable *table)
{
  guint *widths = g_new0 (guint, table->n_columns);

  for (guint i = 0; i < table->cells->len; i++) {
    guint *width = &widths[i % table->n_columns];

    *width = MAX (*width, aufait_plain_width (table->cells->pdata[i]));
  }
  return widths;
}

/* What the columns before the last take; @ret_widest: the widest of them. */
static guint
measure_lead (const guint *widths, guint n_columns, guint *ret_widest)
{
  guint used = 0;

  *ret_widest = 0;
  for (guint i = 0; i + 1 < n_columns; i++) {
    used += widths[i] > 0 ? widths[i] + GAP : 0;
    if (widths[i] > widths[*ret_widest])
      *ret_widest = i;
  }
  return used;
}

/* The widest column gives way until the others fit, and if it can, until the last one has room. */
static void
limit_columns (guint *widths, guint n_columns, guint screen_width)
{
  guint widest;

  if (screen_width == 0 || n_columns < 2)
    return;
  while (measure_lead (widths, n_columns, &widest) > screen_width && widths[widest] > 2)
    widths[widest]--;
  while (measure_lead (widths, n_columns, &widest) + LAST_MIN > screen_width &&
         widths[widest] > COLUMN_MIN)
    widths[widest]--;
}

/* Behind the last word of a row there is nothing, not even spaces. */
static gboolean
check_ends (const AufaitTable *table, char **cells, guint column)
{
  for (guint i = column + 1; i < table->n_columns; i++)
    if (*cells[i] != '\0')
      return FALSE;
  return TRUE;
}

static guint
print_lead (const AufaitTable *table, AufaitScreen *screen, char **cells, const guint *widths)
{
  guint used = 0;

  for (guint i = 0; i + 1 < table->n_columns; i++) {
    g_autofree char *cell = NULL;

    if (widths[i] == 0)
      continue;
    cell = aufait_plain_shorten (cells[i], widths[i]);
    aufait_screen_add_styled (screen, table->styles[i], cell);
    if (check_ends (table, cells, i))
      return 0;
    aufait_screen_print (screen, "%*s", (int) (widths[i] - aufait_plain_width (cell) + GAP), "");
    used += widths[i] + GAP;
  }
  return used;
}

static void
print_last (AufaitScreen *screen, AufaitStyle style, const char *text, guint indent)
{
  guint width = aufait_screen_get_width (screen);
  g_auto (GStrv) lines = NULL;

  if (width > 0 && width < indent + LAST_MIN) {
    aufait_screen_add (screen, "\n");
    aufait_screen_print_folded (screen, 4, style, text);
    return;
  }
  lines = aufait_plain_fold (text, width > 0 ? width - indent : 0);
  for (guint i = 0; lines[i] != NULL; i++) {
    if (i > 0)
      aufait_screen_print (screen, "%*s", (int) indent, "");
    aufait_screen_add_styled (screen, style, lines[i]);
    aufait_screen_add (screen, "\n");
  }
}

void
aufait_table_print (const AufaitTable *table, AufaitScreen *screen)
{
  g_autofree guint *widths = measure_columns (table);
  guint last = table->n_columns - 1;

  limit_columns (widths, table->n_columns, aufait_screen_get_width (screen));
  for (guint i = 0; i < table->cells->len; i += table->n_columns) {
    char **cells = (char **) table->cells->pdata + i;
    guint indent = print_lead (table, screen, cells, widths);

    print_last (screen, table->styles[last], cells[last], indent);
  }
}
