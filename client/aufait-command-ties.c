/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-cadence-words.h"
#include "aufait-commands.h"
#include "aufait-date-words.h"
#include "aufait-fields.h"
#include "aufait-session.h"
#include "aufait-table.h"

/* Of what was begun, so much makes it mostly one's. */
#define MOSTLY 0.7

static const AufaitOption options[] = {
  { "max", N_ ("NUMBER"), N_ ("how many; 20 unless it is said") },
  { NULL },
};

static void
take (GPtrArray *parts, char *part)
{
  if (part != NULL)
    g_ptr_array_add (parts, part);
}

static char *
word_last (JsonObject *tie, guint32 now)
{
  guint32 last = aufait_date_words_parse (aufait_fields_get_string (tie, "lastOn"));
  g_autofree char *when = aufait_date_words_distance (last, now);

  /* Translators: %s is how long ago: "2 months ago" */
  return g_strdup_printf (_ ("last %s"), when);
}

static char *
word_rhythm (JsonObject *tie)
{
  int days = (int) aufait_fields_get_int (tie, "usualGapDays");
  g_autofree char *every = days > 0 ? aufait_cadence_words_every (days) : NULL;

  /* Translators: %s is how often: "every 3 weeks" */
  return every != NULL ? g_strdup_printf (_ ("usually %s"), every) : NULL;
}

static char *
word_trend (JsonObject *tie)
{
  const char *trend = aufait_fields_get_string (tie, "trend");

  if (g_strcmp0 (trend, "closer") == 0)
    return g_strdup (_ ("more often lately"));
  if (g_strcmp0 (trend, "drifting") == 0)
    return g_strdup (_ ("drifting"));
  return NULL;
}

/* Who begins it. */
static char *
word_balance (JsonObject *tie)
{
  double mine = aufait_fields_get_double (tie, "mine");
  double theirs = aufait_fields_get_double (tie, "theirs");

  if (mine >= MOSTLY * (mine + theirs))
    return g_strdup (_ ("mostly begun by you"));
  if (theirs >= MOSTLY * (mine + theirs))
    return g_strdup (_ ("mostly begun by them"));
  return g_strdup (_ ("begun by both"));
}

static char *
word_tie (JsonObject *tie, guint32 now)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  int days = (int) aufait_fields_get_int (tie, "contactDays");

  take (parts, word_last (tie, now));
  take (parts, word_rhythm (tie));
  take (parts, word_trend (tie));
  take (parts, g_strdup_printf (ngettext ("%d day of contact", "%d days of contact", (gulong) days),
                                days));
  take (parts, word_balance (tie));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (GStrv) parts->pdata);
}

static void
print_ties (AufaitScreen *screen, JsonObject *reply)
{
  static const AufaitStyle styles[] = { AUFAIT_STYLE_FAINT, AUFAIT_STYLE_STRONG,
                                        AUFAIT_STYLE_PLAIN };
  g_autoptr (AufaitTable) table = aufait_table_new (styles, G_N_ELEMENTS (styles));
  guint32 now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));
  guint n = aufait_fields_get_length (reply, "ties");

  for (guint i = 0; i < n; i++) {
    JsonObject *tie = aufait_fields_get_item (reply, "ties", i);
    JsonObject *person = aufait_fields_get_object (tie, "person");
    g_autofree char *strength =
        g_strdup_printf ("%.1f", aufait_fields_get_double (tie, "strength"));
    g_autofree char *words = word_tie (tie, now);
    const char *cells[] = { strength, aufait_fields_get_string (person, "name"), words };

    aufait_table_add (table, cells);
  }
  if (n == 0)
    aufait_screen_print (screen, "%s\n",
                         _ ("No contact is known yet. Keep one with “aufait met WHO”."));
  aufait_table_print (table, screen);
}

static int
run (AufaitSession *session)
{
  const char *max = aufait_arguments_get (session->arguments, "max");
  g_autoptr (AufaitRequest) request = aufait_request_new ("ListTies");
  guint64 number = 0;

  if (max != NULL && !g_ascii_string_to_unsigned (max, 10, 1, 1000, &number, NULL))
    return aufait_session_fail (session, AUFAIT_STATUS_USAGE,
                                _ ("“--max” takes a number from 1 to 1000."));
  if (max != NULL)
    aufait_request_add_int (request, "max", (gint64) number);
  return aufait_session_answer (session, request, print_ties);
}

const AufaitCommand aufait_command_ties = {
  .name = "ties",
  .max_words = 0,
  .arguments = N_ ("[--max NUMBER]"),
  .summary = N_ ("show whom you are most in touch with, and how"),
  .examples = N_ ("aufait ties\tthe strongest first\n"
                  "aufait ties --max 5\tthe first five"),
  .more = N_ ("The number sums what each day of contact is worth: 4 for meeting, 3 for a call, 2 "
              "for an event, 1 for writing, and half of it after three months."),
  .options = options,
  .run = run,
};
