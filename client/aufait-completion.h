/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completion for shells: "aufait --complete WORD…" prints what the last word may become, one a
 * line. Quoting is the shell's business. */
#pragma once

/* @words: the command line so far, without the program's name; the last may be empty. Returns the
 * status to exit with; never a word on stderr. */
int aufait_completion_run (const char *const *words);
