/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-date-words.h"
#include "aufait-fields.h"
#include "aufait-nudge-lines.h"
#include "aufait-session.h"

static const AufaitOption options[] = {
  { "until", N_ ("WHEN"), N_ ("only those that are due until then") },
  { "all", NULL, N_ ("also those that are done, dropped or expired") },
  { NULL },
};

/* The moment that was understood: a day, or an instant. */
static char *
word_until (JsonObject *reply, const char *until)
{
  guint32 now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));

  return strchr (until, 'T') != NULL
             ? aufait_date_words_instant (until, now)
             : aufait_date_words_full (aufait_date_words_parse (until), now);
}

/* Above the list, or in its place. */
static void
print_head (AufaitScreen *screen, JsonObject *reply)
{
  const char *until = aufait_fields_get_string (reply, "until");
  gboolean none = aufait_fields_get_length (reply, "nudges") == 0;
  g_autofree char *day = until != NULL ? word_until (reply, until) : NULL;
  g_autofree char *head = NULL;

  if (day != NULL)
    /* Translators: a day: "Friday 3 July", "tomorrow, Thursday 2 July at 18:00" */
    head = g_strdup_printf (none ? _ ("No nudge is due by %s.") : _ ("Due by %s:"), day);
  else if (none)
    head = g_strdup (_ ("No nudge is waiting."));
  if (head != NULL)
    aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, head);
}

static void
print_nudges (AufaitScreen *screen, JsonObject *reply)
{
  print_head (screen, reply);
  aufait_nudge_lines_print (screen, reply, "nudges", AUFAIT_NUDGE_LINES_STATES);
}

static int
run (AufaitSession *session)
{
  g_autoptr (AufaitRequest) request = aufait_request_new ("ListNudges");

  aufait_request_add_string (request, "until", aufait_arguments_get (session->arguments, "until"));
  if (aufait_arguments_get (session->arguments, "all") != NULL)
    aufait_request_add_true (request, "all");
  return aufait_session_answer (session, request, print_nudges);
}

const AufaitCommand aufait_command_nudges = {
  .name = "nudges",
  .max_words = 0,
  .arguments = N_ ("[--until WHEN] [--all]"),
  .summary = N_ ("list the nudges that wait for their day or for an answer"),
  .examples = N_ ("aufait nudges\tall that wait\n"
                  "aufait nudges --until sunday\tthose of this week\n"
                  "aufait nudges --all\talso what was answered"),
  .options = options,
  .run = run,
};
