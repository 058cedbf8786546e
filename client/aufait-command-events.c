/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-event-lines.h"
#include "aufait-session.h"

static const AufaitOption options[] = {
  { "from", N_ ("WHEN"), N_ ("the first day, today unless it is said") },
  { "until", N_ ("WHEN"), N_ ("the last day, a week in all unless it is said") },
  { "with", N_ ("WHO"), N_ ("only those with someone, or about them") },
  { NULL },
};

static int
run (AufaitSession *session)
{
  g_autoptr (AufaitRequest) request = aufait_request_new ("ListEvents");

  aufait_request_add_string (request, "from", aufait_arguments_get (session->arguments, "from"));
  aufait_request_add_string (request, "until", aufait_arguments_get (session->arguments, "until"));
  aufait_request_add_string (request, "with", aufait_arguments_get (session->arguments, "with"));
  return aufait_session_answer (session, request, aufait_event_lines_print_days);
}

const AufaitCommand aufait_command_events = {
  .name = "events",
  .max_words = 0,
  .arguments = N_ ("[--from WHEN] [--until WHEN] [--with WHO]"),
  .summary = N_ ("list what is in the calendars"),
  .examples = N_ ("aufait events\tthis week\n"
                  "aufait events --with claire --until 3w\twhen you see Claire\n"
                  "aufait events --from friday --until sunday\tthe week-end"),
  .options = options,
  .complete = AUFAIT_COMPLETE_OPTIONS,
  .run = run,
};
