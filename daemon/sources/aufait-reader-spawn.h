/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts a program that gets nothing of us but a socket, its descriptor 3. */
#pragma once

#include <glib.h>

/* Our end of the socket, which is closed on exec; -1 and an error (G_FILE_ERROR) when the program
 * cannot be started. Its environment has the language and the zone, and its standard streams lead
 * nowhere. */
int aufait_reader_spawn_start (const char *program, GPid *ret_pid, GError **error);

/* How long it has worked, in ms of a processor (proc(5)); -1: nobody knows. */
gint64 aufait_reader_spawn_get_worked (GPid pid);

/* Kills it. The main loop gathers it up. */
void aufait_reader_spawn_end (GPid pid);
