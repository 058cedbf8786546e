/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-date-words.h"
#include "aufait-fields.h"
#include "aufait-nudge-lines.h"
#include "aufait-session.h"
#include "aufait-table.h"

static void
add_factor (AufaitTable *table, JsonObject *factor)
{
  g_autofree char *value =
      g_strdup_printf ("× %.2f", json_object_get_double_member_with_default (factor, "value", 1));
  const char *cells[] = { value, aufait_fields_get_string (factor, "text") };

  aufait_table_add (table, cells);
}

/* What became of it, where it does not wait any more for its day or for an answer. NULL: it does.
 */
static char *
word_state (JsonObject *nudge, guint32 now)
{
  const char *state = aufait_fields_get_string (nudge, "state");
  guint32 done_on = aufait_date_words_parse (aufait_fields_get_string (nudge, "doneOn"));
  g_autofree char *when = NULL;

  if (g_strcmp0 (state, "done") == 0 && done_on == 0)
    return g_strdup (_ ("It is done."));
  if (g_strcmp0 (state, "done") == 0) {
    when = aufait_date_words_when (done_on, now);
    /* Translators: a day: “today”, “on Friday”, “on 21 August” */
    return g_strdup_printf (_ ("It was done %s."), when);
  }
  if (g_strcmp0 (state, "dropped") == 0)
    return g_strdup (_ ("It was dropped."));
  if (g_strcmp0 (state, "expired") == 0)
    return g_strdup (_ ("It has expired: it makes no sense any more."));
  if (g_strcmp0 (state, "snoozed") != 0)
    return NULL;
  when = aufait_date_words_instant (aufait_fields_get_string (nudge, "at"), now);
  /* Translators: a moment: “Friday 3 July at 10:00” */
  return g_strdup_printf (_ ("It comes back later: %s."), when);
}

static void
print_why (AufaitScreen *screen, JsonObject *reply)
{
  static const AufaitStyle styles[] = { AUFAIT_STYLE_FAINT, AUFAIT_STYLE_PLAIN };
  g_autoptr (AufaitTable) table = aufait_table_new (styles, G_N_ELEMENTS (styles));
  JsonObject *nudge = aufait_fields_get_object (reply, "nudge");
  guint32 now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));
  g_autofree char *what_became = word_state (nudge, now);
  g_autofree char *score =
      g_strdup_printf ("%.2f", json_object_get_double_member_with_default (reply, "score", 0));
  const char *sum[] = { score, _ ("The larger goes first.") };

  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_STRONG, aufait_nudge_lines_get_title (nudge));
  if (what_became != NULL)
    aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, what_became);
  for (guint i = 0; i < aufait_fields_get_length (reply, "factors"); i++) {
    JsonObject *factor = aufait_fields_get_item (reply, "factors", i);

    if (factor != NULL)
      add_factor (table, factor);
  }
  aufait_table_add (table, sum);
  aufait_table_print (table, screen);
}

static int
run (AufaitSession *session)
{
  g_autoptr (AufaitRequest) request = aufait_request_new ("Why");
  g_autofree char *ref = aufait_session_dup_words (session, 0);

  aufait_request_add_string (request, "ref", ref);
  return aufait_session_answer (session, request, print_why);
}

const AufaitCommand aufait_command_why = {
  .name = "why",
  .min_words = 1,
  .max_words = -1,
  .arguments = N_ ("REF"),
  .summary = N_ ("say why a nudge goes before others"),
  .examples = N_ ("aufait why marie\twhat speaks for the nudge about Marie\n"
                  "aufait why 3\tby the number that “aufait nudges” shows"),
  .more = N_ ("The day's budget goes to the nudges with the largest number: importance, urgency, "
              "tie and freshness, multiplied; less for what was shown before, and for what "
              "dropping others has taught."),
  .complete = AUFAIT_COMPLETE_REF,
  .run = run,
};
