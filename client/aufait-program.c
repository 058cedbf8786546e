/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-program.h"

#include <glib/gi18n-lib.h>

#include "aufait-arguments.h"
#include "aufait-commands.h"
#include "aufait-completion.h"
#include "aufait-help.h"
#include "aufait-session.h"

static int
refuse_usage (AufaitArguments *arguments)
{
  aufait_screen_warn ("aufait: %s\n", arguments->problem);
  if (arguments->command != NULL)
    aufait_help_print_usage (arguments->command);
  if (arguments->command != NULL && arguments->command->text != AUFAIT_COMMAND_NO_TEXT) {
    g_autofree char *text = g_strjoinv (" ", arguments->words);

    aufait_session_give_back (text);
  }
  return AUFAIT_STATUS_USAGE;
}

static int
run_command (AufaitArguments *arguments)
{
  g_autoptr (AufaitSession) session = aufait_session_new (arguments);
  int status = arguments->command->run (session);

  return aufait_session_finish (session, status);
}

int
aufait_program_run (const char *const *argv)
{
  g_autoptr (AufaitArguments) arguments = NULL;

  if (argv[0] != NULL && g_str_equal (argv[0], "--complete"))
    return aufait_completion_run (argv + 1);

  arguments = aufait_arguments_parse (argv);
  if (arguments->problem != NULL)
    return refuse_usage (arguments);
  if (arguments->version) {
    g_print ("aufait %s\n", AUFAIT_VERSION);
    return AUFAIT_STATUS_DONE;
  }
  if (arguments->help)
    return aufait_help_run (arguments->command);
  return run_command (arguments);
}
