/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-note-lines.h"

#include <glib/gi18n-lib.h>

#include "aufait-date-words.h"
#include "aufait-fields.h"
#include "aufait-table.h"

static void
add_note (AufaitTable *table, JsonObject *note, guint32 now, gboolean with_people)
{
  guint32 day = aufait_date_words_parse (aufait_fields_get_string (note, "on"));
  const char *text = aufait_fields_get_string (note, "text");
  gboolean impression = g_strcmp0 (aufait_fields_get_string (note, "kind"), "impression") == 0;
  g_autofree char *when = aufait_date_words_distance (day, now);
  g_autofree char *names = with_people ? aufait_fields_join_names (note, "people") : NULL;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, aufait_fields_get_int (note, "id"));
  g_autofree char *marked = NULL;
  const char *cells[] = { id, when, names, text };

  if (impression && text != NULL) {
    /* Translators: %s is the text of a note that is an impression, not something told */
    marked = g_strdup_printf (_ ("%s (an impression)"), text);
    cells[3] = marked;
  }
  aufait_table_add (table, cells);
}

void
aufait_note_lines_print (AufaitScreen *screen, JsonObject *reply, gboolean with_people)
{
  static const AufaitStyle styles[] = { AUFAIT_STYLE_FAINT, AUFAIT_STYLE_FAINT, AUFAIT_STYLE_STRONG,
                                        AUFAIT_STYLE_PLAIN };
  guint32 now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));
  g_autoptr (AufaitTable) table = aufait_table_new (styles, G_N_ELEMENTS (styles));
  guint n = aufait_fields_get_length (reply, "notes");

  for (guint i = 0; i < n; i++)
    add_note (table, aufait_fields_get_item (reply, "notes", i), now, with_people);
  aufait_table_print (table, screen);
}
