/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sentence-columns.h"

static void
append (GString *column, const char *text, char joint)
{
  if (column->len > 0)
    g_string_append_c (column, joint);
  g_string_append (column, text);
}

static void
append_day (GString *column, AufaitDay day)
{
  g_autofree char *text = day != AUFAIT_DAY_NONE ? aufait_day_format (day) : g_strdup ("-");

  append (column, text, ';');
}

static const char *
get_text (const GString *column)
{
  return column->len > 0 ? column->str : "-";
}

char *
sentence_columns_format (const AufaitMeaning *meaning)
{
  g_autoptr (GString) kinds = g_string_new (NULL);
  g_autoptr (GString) firsts = g_string_new (NULL);
  g_autoptr (GString) lasts = g_string_new (NULL);
  g_autoptr (GString) interests = g_string_new (NULL);
  g_autoptr (GString) promises = g_string_new (NULL);

  for (guint i = 0; i < meaning->moments->len; i++) {
    const AufaitMoment *moment = g_ptr_array_index (meaning->moments, i);

    append (kinds, aufait_moment_kind_to_string (moment->kind), ';');
    append_day (firsts, moment->first);
    append_day (lasts, moment->last);
  }
  for (guint i = 0; i < meaning->interests->len; i++)
    append (interests, g_ptr_array_index (meaning->interests, i), ',');
  for (guint i = 0; i < meaning->promises->len; i++) {
    const AufaitPromise *promise = g_ptr_array_index (meaning->promises, i);

    append_day (promises, promise->day);
  }
  return g_strdup_printf ("%s\t%s\t%s\t%s\t%s", get_text (kinds), get_text (firsts),
                          get_text (lasts), get_text (interests), get_text (promises));
}

char *
sentence_columns_format_rest (const AufaitMeaning *meaning)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  g_string_append (rest, meaning->kind == AUFAIT_NOTE_IMPRESSION ? "\timpression" : "\tfact");
  for (guint i = 0; i < meaning->moments->len; i++) {
    const AufaitMoment *moment = g_ptr_array_index (meaning->moments, i);

    g_string_append_printf (rest, "\t[%s | %s | %d]", moment->place != NULL ? moment->place : "",
                            moment->what != NULL ? moment->what : "", moment->at_secs);
    if (moment->whose != NULL)
      g_string_append_printf (rest, " of %s", moment->whose);
    if (moment->subjects != NULL) {
      g_autofree char *subjects = g_strjoinv (" ", moment->subjects);

      g_string_append_printf (rest, " about %s", subjects);
    }
  }
  for (guint i = 0; i < meaning->promises->len; i++) {
    const AufaitPromise *promise = g_ptr_array_index (meaning->promises, i);

    g_string_append_printf (rest, "\t{%s | %d}", promise->what, promise->at_secs);
  }
  if ((meaning->moved_kinds | meaning->called_off_kinds) != 0)
    g_string_append_printf (rest, "\tmoved %x, off %x, %s", meaning->moved_kinds,
                            meaning->called_off_kinds,
                            meaning->changed_place != NULL ? meaning->changed_place : "");
  return g_string_free (g_steal_pointer (&rest), FALSE);
}
