/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-help.h"
#include "aufait-session.h"

static int
refuse (AufaitSession *session, const char *name)
{
  const char *guess = aufait_commands_guess (name);
  g_autofree char *sentence =
      guess != NULL
          ? g_strdup_printf (_ ("There is no command “%s”. Did you mean “aufait %s”?"), name, guess)
          : g_strdup_printf (_ ("There is no command “%s”. “aufait help” shows them all."), name);

  return aufait_session_fail (session, AUFAIT_STATUS_USAGE, sentence);
}

static int
run (AufaitSession *session)
{
  const char *name = session->arguments->words[0];
  const AufaitCommand *command = name != NULL ? aufait_commands_find (name) : NULL;

  if (name != NULL && command == NULL)
    return refuse (session, name);
  return aufait_help_run (command);
}

const AufaitCommand aufait_command_help = {
  .name = "help",
  .max_words = 1,
  .arguments = N_ ("[COMMAND]"),
  .summary = N_ ("show what a command does, examples first"),
  .examples = N_ ("aufait help\tall commands\n"
                  "aufait help note\tone command"),
  .complete = AUFAIT_COMPLETE_COMMAND,
  .run = run,
};
