/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: which command, which options, which words. */
#pragma once

#include "aufait-command.h"

typedef enum {
  AUFAIT_COLOR_AUTO, /* on a terminal, unless NO_COLOR is set */
  AUFAIT_COLOR_ALWAYS,
  AUFAIT_COLOR_NEVER,
} AufaitColor;

typedef struct {
  const AufaitCommand *command; /* never NULL once parsed without a problem: "today" if none */
  GStrv words;                  /* what is no option, the command left out; never NULL */
  gboolean json;
  gboolean help;
  gboolean version;
  AufaitColor color;
  GPtrArray *options; /* pairs: name, value ("" for a switch) */
  char *problem;      /* what cannot be understood, a sentence; NULL: nothing */
} AufaitArguments;

/* Reads @argv, NULL-terminated, without the program's name. Always returns a value; its problem
 * says whether it may be used. What was read until then is kept, for giving a text back. */
AufaitArguments *aufait_arguments_parse (const char *const *argv);
void aufait_arguments_free (AufaitArguments *arguments);

/* The value of the last such option, or NULL. */
const char *aufait_arguments_get (const AufaitArguments *arguments, const char *name);

/* The values of all such options; free the array alone. */
const char **aufait_arguments_get_all (const AufaitArguments *arguments, const char *name);

/* The words from the @first on, joined by spaces. */
char *aufait_arguments_join (const AufaitArguments *arguments, guint first);

/* The options that every command knows; ends with a row without name. */
const AufaitOption *aufait_arguments_get_global_options (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitArguments, aufait_arguments_free)
