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
#include "aufait-person-lines.h"
#include "aufait-session.h"
#include "aufait-table.h"
#include "aufait-understood.h"

static const AufaitStyle styles[] = { AUFAIT_STYLE_FAINT, AUFAIT_STYLE_PLAIN };

static void
print_heading (AufaitScreen *screen, const char *heading)
{
  aufait_screen_add (screen, "\n");
  aufait_screen_add_styled (screen, AUFAIT_STYLE_STRONG, heading);
  aufait_screen_add (screen, "\n");
}

static void
print_person (AufaitScreen *screen, JsonObject *person)
{
  const char *name = aufait_fields_get_string (person, "name");
  g_autofree char *details = aufait_person_lines_dup_details (person);
  g_autofree char *kin = aufait_person_lines_dup_kin (person);

  aufait_screen_add_styled (screen, AUFAIT_STYLE_STRONG, name != NULL ? name : "");
  aufait_screen_add (screen, "\n");
  if (*details != '\0')
    aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, details);
  if (*kin != '\0')
    aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, kin);
}

/* How far it is from today: to its beginning, or from its end. */
static char *
word_distance (JsonObject *moment, guint32 now)
{
  guint32 first = aufait_date_words_parse (aufait_fields_get_string (moment, "firstDay"));
  guint32 last = aufait_date_words_parse (aufait_fields_get_string (moment, "lastDay"));

  if (aufait_understood_is_open (moment))
    last = first; /* nobody knows when it ended */
  if (first < now && now <= last)
    /* Translators: of a trip, an illness …: it goes on today */
    return g_strdup (C_ ("moment", "now"));
  return aufait_date_words_distance (first < now ? last : first, now);
}

static void
print_moments (AufaitScreen *screen, JsonObject *reply, guint32 now)
{
  g_autoptr (AufaitTable) table = aufait_table_new (styles, G_N_ELEMENTS (styles));
  guint n = aufait_fields_get_length (reply, "moments");

  for (guint i = 0; i < n; i++) {
    JsonObject *moment = aufait_fields_get_item (reply, "moments", i);
    g_autofree char *when = word_distance (moment, now);
    g_autofree char *words = aufait_understood_dup_moment (moment, now);
    const char *cells[] = { when, words };

    aufait_table_add (table, cells);
  }
  print_heading (screen, _ ("Moments"));
  aufait_table_print (table, screen);
}

static void
print_contacts (AufaitScreen *screen, JsonObject *reply, guint32 now)
{
  g_autoptr (AufaitTable) table = aufait_table_new (styles, G_N_ELEMENTS (styles));
  guint n = aufait_fields_get_length (reply, "contacts");

  for (guint i = 0; i < n; i++) {
    JsonObject *contact = aufait_fields_get_item (reply, "contacts", i);
    guint32 day = aufait_date_words_parse (aufait_fields_get_string (contact, "on"));
    g_autofree char *when = aufait_date_words_distance (day, now);
    const char *cells[] = { when,
                            aufait_contact_word_how (aufait_fields_get_string (contact, "how")) };

    aufait_table_add (table, cells);
  }
  print_heading (screen, _ ("Contacts"));
  aufait_table_print (table, screen);
}

static void
print_about (AufaitScreen *screen, JsonObject *reply)
{
  guint32 now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));

  print_person (screen, aufait_fields_get_object (reply, "person"));
  if (aufait_fields_get_length (reply, "notes") > 0) {
    print_heading (screen, _ ("Notes"));
    aufait_note_lines_print (screen, reply, FALSE);
  }
  if (aufait_fields_get_length (reply, "moments") > 0)
    print_moments (screen, reply, now);
  if (aufait_fields_get_length (reply, "events") > 0) {
    print_heading (screen, _ ("In your calendar"));
    aufait_event_lines_print_about (screen, reply);
  }
  if (aufait_fields_get_length (reply, "contacts") > 0)
    print_contacts (screen, reply, now);
  if (aufait_fields_get_length (reply, "nudges") > 0) {
    print_heading (screen, _ ("Nudges"));
    aufait_nudge_lines_print (screen, reply, "nudges", AUFAIT_NUDGE_LINES_DAYS);
  }
}

static int
run (AufaitSession *session)
{
  g_autoptr (AufaitRequest) request = aufait_request_new ("About");
  g_autofree char *who = aufait_session_dup_words (session, 0);

  aufait_request_add_string (request, "who", who);
  return aufait_session_answer (session, request, print_about);
}

const AufaitCommand aufait_command_about = {
  .name = "about",
  .min_words = 1,
  .max_words = -1,
  .arguments = N_ ("WHO"),
  .summary = N_ ("show what is known about someone"),
  .examples = N_ ("aufait about marie\tby a part of the name\n"
                  "aufait about marie@example.org\tby an address\n"
                  "aufait about 3\tby the number that “aufait list” shows"),
  .complete = AUFAIT_COMPLETE_WHO,
  .run = run,
};
