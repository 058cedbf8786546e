/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-fields.h"
#include "aufait-nudge-lines.h"
#include "aufait-session.h"

static const AufaitOption options[] = {
  { "until", N_ ("WHEN"), N_ ("only those that are due until then") },
  { "all", NULL, N_ ("also those that are done, dropped or expired") },
  { NULL },
};

static void
print_nudges (AufaitScreen *screen, JsonObject *reply)
{
  if (aufait_fields_get_length (reply, "nudges") == 0)
    aufait_screen_print (screen, "%s\n", _ ("No nudge is waiting."));
  aufait_nudge_lines_print (screen, reply, "nudges", TRUE);
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
