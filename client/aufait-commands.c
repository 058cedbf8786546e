/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-commands.h"

#include "aufait-guess.h"

static const AufaitCommand *const commands[] = {
  &aufait_command_add,    &aufait_command_edit,   &aufait_command_note,   &aufait_command_met,
  &aufait_command_called, &aufait_command_wrote,  &aufait_command_today,  &aufait_command_week,
  &aufait_command_about,  &aufait_command_nudges, &aufait_command_done,   &aufait_command_snooze,
  &aufait_command_drop,   &aufait_command_undo,   &aufait_command_forget, &aufait_command_why,
  &aufait_command_habits, &aufait_command_find,   &aufait_command_list,   &aufait_command_hours,
  &aufait_command_same,   &aufait_command_apart,  &aufait_command_events, &aufait_command_sources,
  &aufait_command_every,  &aufait_command_circle, &aufait_command_ties,   &aufait_command_triage,
  &aufait_command_watch,  &aufait_command_status, &aufait_command_help,   NULL,
};

const AufaitCommand *const *
aufait_commands_get (void)
{
  return commands;
}

const AufaitCommand *
aufait_commands_find (const char *name)
{
  for (guint i = 0; commands[i] != NULL; i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

const char *
aufait_commands_guess (const char *name)
{
  const char *names[G_N_ELEMENTS (commands)] = { NULL };

  for (guint i = 0; commands[i] != NULL; i++)
    names[i] = commands[i]->name;
  return aufait_guess (name, names);
}
