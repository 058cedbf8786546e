/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-contact.h"
#include "aufait-date-words.h"
#include "aufait-event-lines.h"
#include "aufait-fields.h"
#include "aufait-note-lines.h"
#include "aufait-nudge-lines.h"
#include "aufait-session.h"
#include "aufait-table.h"

static void
print_heading (AufaitScreen *screen, const char *text, gboolean *is_first)
{
  if (!*is_first)
    aufait_screen_add (screen, "\n");
  *is_first = FALSE;
  aufait_screen_add_styled (screen, AUFAIT_STYLE_STRONG, text);
  aufait_screen_add (screen, "\n");
}

static void
print_contacts (AufaitScreen *screen, JsonObject *reply, guint32 now)
{
  static const AufaitStyle styles[] = { AUFAIT_STYLE_FAINT, AUFAIT_STYLE_PLAIN,
                                        AUFAIT_STYLE_STRONG };
  g_autoptr (AufaitTable) table = aufait_table_new (styles, G_N_ELEMENTS (styles));

  for (guint i = 0; i < aufait_fields_get_length (reply, "contacts"); i++) {
    JsonObject *contact = aufait_fields_get_item (reply, "contacts", i);
    guint32 day = aufait_date_words_parse (aufait_fields_get_string (contact, "on"));
    g_autofree char *when = aufait_date_words_distance (day, now);
    g_autofree char *names = aufait_fields_join_names (contact, "people");
    const char *cells[] = { when,
                            aufait_contact_word_how (aufait_fields_get_string (contact, "how")),
                            names };

    aufait_table_add (table, cells);
  }
  aufait_table_print (table, screen);
}

static gboolean
has_any (JsonObject *reply, const char *name)
{
  return aufait_fields_get_length (reply, name) > 0;
}

static void
print_behind (AufaitScreen *screen, JsonObject *reply, guint32 now, gboolean *is_first)
{
  if (has_any (reply, "contacts")) {
    print_heading (screen, _ ("In touch in the last week"), is_first);
    print_contacts (screen, reply, now);
  }
  if (has_any (reply, "notes")) {
    print_heading (screen, _ ("Noted"), is_first);
    aufait_note_lines_print (screen, reply, TRUE);
  }
  if (has_any (reply, "done")) {
    print_heading (screen, _ ("Done"), is_first);
    aufait_nudge_lines_print (screen, reply, "done", AUFAIT_NUDGE_LINES_DONE);
  }
}

static void
print_ahead (AufaitScreen *screen, JsonObject *reply, gboolean *is_first)
{
  if (has_any (reply, "events")) {
    print_heading (screen, _ ("Whom you see in the week to come"), is_first);
    aufait_event_lines_print_days (screen, reply);
  }
  if (has_any (reply, "nudges")) {
    print_heading (screen, _ ("What waits for a word"), is_first);
    aufait_nudge_lines_print (screen, reply, "nudges", AUFAIT_NUDGE_LINES_DAYS);
  }
}

static void
print_week (AufaitScreen *screen, JsonObject *reply)
{
  guint32 now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));
  gboolean is_first = TRUE;

  print_behind (screen, reply, now, &is_first);
  print_ahead (screen, reply, &is_first);
  if (is_first)
    aufait_screen_print (screen, "%s\n", _ ("Nothing in the week behind, and nothing ahead."));
}

static int
run (AufaitSession *session)
{
  g_autoptr (AufaitRequest) request = aufait_request_new ("Week");

  return aufait_session_answer (session, request, print_week);
}

const AufaitCommand aufait_command_week = {
  .name = "week",
  .max_words = 0,
  .arguments = "",
  .summary = N_ ("show the week behind and the week ahead"),
  .examples = N_ ("aufait week\twith whom you were, and whom you will see"),
  .run = run,
};
