/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-date-words.h"
#include "aufait-fields.h"
#include "aufait-session.h"
#include "aufait-table.h"

static const AufaitStyle styles[] = { AUFAIT_STYLE_STRONG, AUFAIT_STYLE_PLAIN };

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

static char *
word_source (JsonObject *source)
{
  int n_items = (int) aufait_fields_get_int (source, "items");
  int n_problems = (int) aufait_fields_get_int (source, "problems");
  g_autofree char *items =
      g_strdup_printf (ngettext ("%d entry", "%d entries", (gulong) n_items), n_items);
  g_autofree char *problems = NULL;

  if (n_problems == 0)
    return g_steal_pointer (&items);
  problems =
      g_strdup_printf (ngettext ("%d problem", "%d problems", (gulong) n_problems), n_problems);
  return g_strdup_printf ("%s, %s", items, problems);
}

static void
print_sources (AufaitScreen *screen, JsonObject *reply)
{
  g_autoptr (AufaitTable) table = aufait_table_new (styles, G_N_ELEMENTS (styles));
  guint n = aufait_fields_get_length (reply, "sources");

  for (guint i = 0; i < n; i++) {
    JsonObject *source = aufait_fields_get_item (reply, "sources", i);
    g_autofree char *words = word_source (source);
    const char *cells[] = { aufait_fields_get_string (source, "path"), words };

    aufait_table_add (table, cells);
  }
  if (n > 0)
    aufait_screen_print (screen, "\n%s\n", _ ("Read from:"));
  aufait_table_print (table, screen);
}

static void
print_problems (AufaitScreen *screen, JsonObject *reply)
{
  g_autoptr (AufaitTable) table = aufait_table_new (styles, G_N_ELEMENTS (styles));
  guint n = aufait_fields_get_length (reply, "problems");

  for (guint i = 0; i < n; i++) {
    JsonObject *problem = aufait_fields_get_item (reply, "problems", i);
    const char *cells[] = { aufait_fields_get_string (problem, "file"),
                            aufait_fields_get_string (problem, "what") };

    aufait_table_add (table, cells);
  }
  if (n > 0)
    aufait_screen_print (screen, "\n%s\n", _ ("Problems:"));
  aufait_table_print (table, screen);
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
  print_problems (screen, reply);
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
