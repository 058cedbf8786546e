/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-date-words.h"
#include "aufait-fields.h"
#include "aufait-nudge-lines.h"
#include "aufait-session.h"
#include "aufait-table.h"

static char *
word_event_time (JsonObject *event, guint32 now)
{
  const char *start = aufait_fields_get_string (event, "start");
  guint32 day = aufait_date_words_parse (start);

  if (day != 0 && day == now && !aufait_fields_get_bool (event, "allDay") && strlen (start) >= 16)
    return g_strndup (start + 11, 5);
  return day != 0 ? aufait_date_words_short (day, now) : g_strdup ("");
}

static void
print_events (AufaitScreen *screen, JsonObject *reply, guint32 now)
{
  static const AufaitStyle styles[] = { AUFAIT_STYLE_STRONG, AUFAIT_STYLE_PLAIN };
  g_autoptr (AufaitTable) table = aufait_table_new (styles, G_N_ELEMENTS (styles));
  guint n = aufait_fields_get_length (reply, "events");

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++) {
    JsonObject *event = aufait_fields_get_item (reply, "events", i);
    g_autofree char *time = word_event_time (event, now);
    const char *cells[] = { time, aufait_fields_get_string (event, "summary") };

    aufait_table_add (table, cells);
  }
  aufait_screen_print (screen, "\n%s\n", _ ("In your calendar:"));
  aufait_table_print (table, screen);
}

static void
print_hint (AufaitScreen *screen, JsonObject *nudge)
{
  g_autofree char *hint = NULL;
  int id = (int) aufait_fields_get_int (nudge, "id");

  if (aufait_screen_get_width (screen) == 0 || id == 0)
    return;
  /* Translators: a nudge's number, three times: these are commands to type */
  hint = g_strdup_printf (_ ("Answer with “aufait done %1$d”, “aufait snooze %1$d 2d” or “aufait "
                             "drop %1$d”."),
                          id);
  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_FAINT, hint);
}

static void
print_today (AufaitScreen *screen, JsonObject *reply)
{
  guint32 now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));
  guint n_next = aufait_fields_get_length (reply, "next");

  if (aufait_fields_get_length (reply, "nudges") > 0) {
    aufait_nudge_lines_print_full (screen, reply, "nudges");
    print_hint (screen, aufait_fields_get_item (reply, "nudges", 0));
  } else {
    aufait_screen_print (screen, "%s\n", _ ("Nothing is due today."));
  }
  print_events (screen, reply, now);
  if (n_next > 0) {
    aufait_screen_print (screen, "\n%s\n", _ ("What comes next:"));
    aufait_nudge_lines_print (screen, reply, "next", FALSE);
  } else if (aufait_fields_get_length (reply, "nudges") == 0) {
    aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN,
                                _ ("What did someone tell you? “aufait add NAME” adds a "
                                   "person, “aufait note WHO TEXT…” keeps what was told."));
  }
}

static int
run (AufaitSession *session)
{
  g_autoptr (AufaitRequest) request = aufait_request_new ("Today");

  return aufait_session_answer (session, request, print_today);
}

const AufaitCommand aufait_command_today = {
  .name = "today",
  .max_words = 0,
  .summary = N_ ("show what is due, and what comes next"),
  .examples = N_ ("aufait\tthe same\n"
                  "aufait today --json\tfor another program"),
  .run = run,
};
