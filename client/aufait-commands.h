/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of commands. */
#pragma once

#include "aufait-command.h"

extern const AufaitCommand aufait_command_about;
extern const AufaitCommand aufait_command_add;
extern const AufaitCommand aufait_command_apart;
extern const AufaitCommand aufait_command_called;
extern const AufaitCommand aufait_command_circle;
extern const AufaitCommand aufait_command_done;
extern const AufaitCommand aufait_command_drop;
extern const AufaitCommand aufait_command_edit;
extern const AufaitCommand aufait_command_events;
extern const AufaitCommand aufait_command_every;
extern const AufaitCommand aufait_command_find;
extern const AufaitCommand aufait_command_forget;
extern const AufaitCommand aufait_command_habits;
extern const AufaitCommand aufait_command_help;
extern const AufaitCommand aufait_command_hours;
extern const AufaitCommand aufait_command_list;
extern const AufaitCommand aufait_command_met;
extern const AufaitCommand aufait_command_note;
extern const AufaitCommand aufait_command_nudges;
extern const AufaitCommand aufait_command_same;
extern const AufaitCommand aufait_command_snooze;
extern const AufaitCommand aufait_command_sources;
extern const AufaitCommand aufait_command_status;
extern const AufaitCommand aufait_command_ties;
extern const AufaitCommand aufait_command_today;
extern const AufaitCommand aufait_command_triage;
extern const AufaitCommand aufait_command_undo;
extern const AufaitCommand aufait_command_watch;
extern const AufaitCommand aufait_command_week;
extern const AufaitCommand aufait_command_why;
extern const AufaitCommand aufait_command_wrote;

/* Every command, in the order in which help shows them; ends with NULL. */
const AufaitCommand *const *aufait_commands_get (void);

/* The command of that name, or NULL. */
const AufaitCommand *aufait_commands_find (const char *name);

/* The name of the command that @name is most like, or NULL when it is like none. */
const char *aufait_commands_guess (const char *name);
