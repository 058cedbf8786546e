/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The client from its arguments to its exit status. */
#pragma once

/* Runs the command that @argv, without the program's own name, asks for. Returns the status to
 * exit with, an AufaitStatus. */
int aufait_program_run (const char *const *argv);
