/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands do. */
#pragma once

#include "aufait-command.h"

/* Prints the help of @command, or of the whole program when it is NULL. Returns an AufaitStatus. */
int aufait_help_run (const AufaitCommand *command);

/* Says on stderr how @command is written. */
void aufait_help_print_usage (const AufaitCommand *command);
