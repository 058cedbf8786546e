/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-person-lines.h"

#include <glib/gi18n-lib.h>

#include "aufait-cadence-words.h"
#include "aufait-circle.h"
#include "aufait-date-words.h"
#include "aufait-fields.h"
#include "aufait-kin-words.h"
#include "aufait-table.h"

static char *
word_birthday (JsonObject *person)
{
  g_autofree char *day = aufait_date_words_birthday (aufait_fields_get_string (person, "birthday"));

  /* Translators: %s is a day, with or without a year */
  return day != NULL ? g_strdup_printf (_ ("birthday %s"), day) : NULL;
}

static char *
word_anniversary (JsonObject *person)
{
  g_autofree char *day =
      aufait_date_words_birthday (aufait_fields_get_string (person, "anniversary"));

  /* Translators: %s is a day, with or without a year */
  return day != NULL ? g_strdup_printf (_ ("wedding anniversary %s"), day) : NULL;
}

static char *
word_hours (JsonObject *person)
{
  const char *hours = aufait_fields_get_string (person, "hours");

  /* Translators: %s are two times: "18:00-21:00" */
  return hours != NULL ? g_strdup_printf (_ ("to be called at %s"), hours) : NULL;
}

static void
take_detail (GPtrArray *details, char *detail)
{
  if (detail != NULL && *detail != '\0')
    g_ptr_array_add (details, detail);
  else
    g_free (detail);
}

char *
aufait_person_lines_dup_details (JsonObject *person)
{
  g_autoptr (GPtrArray) details = g_ptr_array_new_with_free_func (g_free);
  gint64 cadence = aufait_fields_get_int (person, "cadenceDays");

  take_detail (details, aufait_fields_join (person, "nicknames"));
  take_detail (details, aufait_circle_word (aufait_fields_get_string (person, "circle")));
  take_detail (details, word_birthday (person));
  take_detail (details, word_anniversary (person));
  if (cadence > 0)
    take_detail (details, aufait_cadence_words_every ((int) cadence));
  take_detail (details, word_hours (person));
  take_detail (details, aufait_fields_join (person, "places"));
  take_detail (details, aufait_fields_join (person, "emails"));
  take_detail (details, aufait_fields_join (person, "phones"));
  if (aufait_fields_get_bool (person, "private"))
    take_detail (details, g_strdup (C_ ("person", "private")));
  if (aufait_fields_get_bool (person, "silent"))
    /* Translators: of a person: nothing about them is ever brought up */
    take_detail (details, g_strdup (_ ("never brought up")));
  if (aufait_fields_get_bool (person, "dead"))
    take_detail (details, g_strdup (C_ ("person", "has died")));
  g_ptr_array_add (details, NULL);
  return g_strjoinv (", ", (GStrv) details->pdata);
}

char *
aufait_person_lines_dup_kin (JsonObject *person)
{
  g_autoptr (GPtrArray) kin = g_ptr_array_new_with_free_func (g_free);
  guint n = aufait_fields_get_length (person, "relations");

  take_detail (kin, aufait_kin_words_dup_language (person));
  for (guint i = 0; i < n; i++)
    take_detail (kin,
                 aufait_kin_words_dup_relation (aufait_fields_get_item (person, "relations", i)));
  g_ptr_array_add (kin, NULL);
  return g_strjoinv (", ", (GStrv) kin->pdata);
}

void
aufait_person_lines_print (AufaitScreen *screen, JsonObject *reply)
{
  static const AufaitStyle styles[] = { AUFAIT_STYLE_FAINT, AUFAIT_STYLE_STRONG,
                                        AUFAIT_STYLE_PLAIN };
  g_autoptr (AufaitTable) table = aufait_table_new (styles, G_N_ELEMENTS (styles));
  guint n = aufait_fields_get_length (reply, "people");

  for (guint i = 0; i < n; i++) {
    JsonObject *person = aufait_fields_get_item (reply, "people", i);
    g_autofree char *id =
        g_strdup_printf ("%" G_GINT64_FORMAT, aufait_fields_get_int (person, "id"));
    g_autofree char *details = aufait_person_lines_dup_details (person);
    const char *cells[] = { id, aufait_fields_get_string (person, "name"), details };

    aufait_table_add (table, cells);
  }
  aufait_table_print (table, screen);
}
