/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-date-words.h"
#include "aufait-fields.h"
#include "aufait-session.h"
#include "aufait-source-lines.h"

/* Of what there are more “aufait sources” tells. */
#define SHOWN_MAX 10

static void
print_counts (AufaitScreen *screen, JsonObject *reply)
{
  int n_people = (int) aufait_fields_get_int (reply, "people");
  int n_notes = (int) aufait_fields_get_int (reply, "notes");
  int n_events = (int) aufait_fields_get_int (reply, "events");
  g_autofree char *people =
      g_strdup_printf (ngettext ("%d person", "%d people", (gulong) n_people), n_people);
  g_autofree char *notes =
      g_strdup_printf (ngettext ("%d note", "%d notes", (gulong) n_notes), n_notes);
  g_autofree char *events =
      g_strdup_printf (ngettext ("%d event", "%d events", (gulong) n_events), n_events);

  aufait_screen_print (screen, "%s, %s, %s\n", people, notes, events);
}

static void
print_next (AufaitScreen *screen, JsonObject *reply, guint32 now)
{
  const char *wake = aufait_fields_get_string (reply, "nextWake");
  g_autofree char *when = NULL;

  if (wake == NULL) {
    aufait_screen_print (screen, "%s\n", _ ("Nothing to wait for."));
    return;
  }
  when = aufait_date_words_instant (wake, now);
  /* Translators: %s is a moment: "tomorrow, Thursday 2 July at 10:00" */
  aufait_screen_print (screen, _ ("Waiting until %s.\n"), when);
}

static void
print_sources (AufaitScreen *screen, JsonObject *reply)
{
  if (aufait_fields_get_length (reply, "sources") == 0)
    return;
  aufait_screen_print (screen, "\n%s\n", _ ("Read from:"));
  aufait_source_lines_print (screen, reply, SHOWN_MAX);
}

static void
print_status (AufaitScreen *screen, JsonObject *reply)
{
  const char *version = aufait_fields_get_string (reply, "version");
  const char *zone = aufait_fields_get_string (reply, "zone");
  const char *instant = aufait_fields_get_string (reply, "now");
  g_autofree char *now = aufait_date_words_instant (instant, 0);

  aufait_screen_print (screen, "aufaitd %s — %s, %s\n", version != NULL ? version : "", now,
                       zone != NULL ? zone : "");
  print_counts (screen, reply);
  print_next (screen, reply, aufait_date_words_parse (instant));
  print_sources (screen, reply);
  aufait_source_lines_print_problems (screen, reply, SHOWN_MAX);
}

static int
run (AufaitSession *session)
{
  g_autoptr (AufaitRequest) request = aufait_request_new ("Status");

  return aufait_session_answer (session, request, print_status);
}

const AufaitCommand aufait_command_status = {
  .name = "status",
  .max_words = 0,
  .summary = N_ ("show how the daemon is, and what it could not read"),
  .examples = N_ ("aufait status\tis it well?\n"
                  "aufait status --json\tfor another program"),
  .run = run,
};
