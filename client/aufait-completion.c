/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-completion.h"

#include "aufait-commands.h"
#include "aufait-guess.h"
#include "aufait-people.h"
#include "aufait-screen.h"

/* A shell that hangs on a key is worse than a name that is not completed. */
#define NAMES_TIMEOUT_MS 300

/* By the beginning, case and accents aside. */
static void
offer (AufaitScreen *screen, const char *candidate, const char *start)
{
  g_autofree char *a = aufait_guess_fold (candidate);
  g_autofree char *b = aufait_guess_fold (start);

  if (g_str_has_prefix (a, b))
    aufait_screen_print (screen, "%s\n", candidate);
}

static void
offer_options (AufaitScreen *screen, const AufaitOption *options, const char *start)
{
  for (; options != NULL && options->name != NULL; options++) {
    g_autofree char *word = g_strconcat ("--", options->name, NULL);

    offer (screen, word, start);
  }
}

/* Whole names: a part of one is completed to all of it. */
static void
offer_names (AufaitScreen *screen, const char *start)
{
  g_auto (GStrv) names = aufait_people_fetch (NAMES_TIMEOUT_MS);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    offer (screen, names[i], start);
}

static void
offer_all (AufaitScreen *screen, const char *const *values, const char *start)
{
  for (; values != NULL && *values != NULL; values++)
    offer (screen, *values, start);
}

static void
offer_values (AufaitScreen *screen, const char *option, const char *start)
{
  static const char *const circles[] = { "inner", "close", "friends", "wider", NULL };
  static const char *const colors[] = { "auto", "always", "never", NULL };
  const char *const *values = NULL;

  if (g_str_equal (option, "--circle"))
    values = circles;
  else if (g_str_equal (option, "--color"))
    values = colors;
  else if (g_str_equal (option, "--with") || g_str_equal (option, "--forget"))
    offer_names (screen, start);
  offer_all (screen, values, start);
}

static void
offer_commands (AufaitScreen *screen, const char *start)
{
  const AufaitCommand *const *commands = aufait_commands_get ();

  for (; *commands != NULL; commands++)
    offer (screen, (*commands)->name, start);
}

static const AufaitCommand *
find_command (const char *const *words, guint n, guint *ret_n_words)
{
  const AufaitCommand *command = NULL;

  *ret_n_words = 0;
  for (guint i = 0; i < n; i++) {
    if (words[i][0] == '-')
      continue;
    if (command == NULL)
      command = aufait_commands_find (words[i]);
    else
      (*ret_n_words)++;
  }
  return command;
}

static gboolean
check_takes_value (const AufaitOption *options, const char *word)
{
  for (; options != NULL && options->name != NULL; options++)
    if (options->argument != NULL && g_str_equal (options->name, word + 2))
      return TRUE;
  return FALSE;
}

static gboolean
check_takes_name (const AufaitCommand *command)
{
  return command->complete == AUFAIT_COMPLETE_WHO || command->complete == AUFAIT_COMPLETE_NAME ||
         command->complete == AUFAIT_COMPLETE_REF;
}

static void
offer_words (AufaitScreen *screen, const AufaitCommand *command, guint n_words, const char *start)
{
  if (command == NULL || (command->complete == AUFAIT_COMPLETE_COMMAND && n_words == 0))
    offer_commands (screen, start);
  else if (n_words < MAX (1, command->n_complete) && check_takes_name (command))
    offer_names (screen, start);
  else if (n_words > 0) /* a name may be of several */
    offer_all (screen, command->values, start);
}

int
aufait_completion_run (const char *const *words)
{
  g_autoptr (AufaitScreen) screen = aufait_screen_new (AUFAIT_COLOR_NEVER);
  guint n = g_strv_length ((GStrv) words);
  const char *start = n > 0 ? words[n - 1] : "";
  const char *before = n > 1 ? words[n - 2] : "";
  guint n_words;
  const AufaitCommand *command = find_command (words, n > 0 ? n - 1 : 0, &n_words);
  const AufaitOption *options = command != NULL ? command->options : NULL;

  if (g_str_has_prefix (before, "--") &&
      (check_takes_value (options, before) ||
       check_takes_value (aufait_arguments_get_global_options (), before))) {
    offer_values (screen, before, start);
  } else if (start[0] == '-') {
    offer_options (screen, options, start);
    offer_options (screen, aufait_arguments_get_global_options (), start);
  } else {
    offer_words (screen, command, n_words, start);
  }
  return AUFAIT_STATUS_DONE;
}
