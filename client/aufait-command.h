/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command of the client: what it is called, what it takes, what it does. One file a command,
 * which ends in one const AufaitCommand. Strings are marked with N_() and translated where they are
 * shown. */
#pragma once

#include <glib.h>

typedef struct AufaitSession AufaitSession;

/* What the client exits with. */
typedef enum {
  AUFAIT_STATUS_DONE = 0,
  AUFAIT_STATUS_REFUSED = 1, /* with the reason on stderr */
  AUFAIT_STATUS_USAGE = 2,
  AUFAIT_STATUS_NO_DAEMON = 3, /* or one that does not answer */
} AufaitStatus;

typedef struct {
  const char *name;     /* "birthday", for --birthday */
  const char *argument; /* "DAY"; NULL: a switch */
  const char *summary;
  gboolean repeats;
} AufaitOption;

/* Where options may stand in a command whose words are a text: what was typed must not be taken for
 * an option, and an option not for what was typed. */
typedef enum {
  AUFAIT_COMMAND_NO_TEXT,     /* options anywhere, unknown ones are refused */
  AUFAIT_COMMAND_TEXT_LAST,   /* options before the first word only */
  AUFAIT_COMMAND_TEXT_AMIDST, /* known options anywhere */
} AufaitCommandText;

/* What a word of a command may be, for completion. */
typedef enum {
  AUFAIT_COMPLETE_NOTHING,
  AUFAIT_COMPLETE_WHO,
  AUFAIT_COMPLETE_NAME, /* someone too; but a number alone is something else’s, theirs is “@3” */
  AUFAIT_COMPLETE_REF,
  AUFAIT_COMPLETE_COMMAND,
  AUFAIT_COMPLETE_OPTIONS, /* no word, but someone in an option */
} AufaitComplete;

typedef struct {
  const char *name;
  int min_words;
  int max_words; /* -1: any number */
  AufaitCommandText text;
  const char *arguments;       /* "[WHO] TEXT…" */
  const char *summary;         /* one line */
  const char *examples;        /* lines "command<TAB>what it does" */
  const char *more;            /* what else to know, a paragraph; NULL: nothing */
  const AufaitOption *options; /* ends with a row without name; NULL: none */
  AufaitComplete complete;     /* its first word */
  const char *const *values;   /* what its second word may be, ends with NULL; NULL: anything */
  guint n_complete;            /* as many words are completed so; 0: the first alone */
  int (*run) (AufaitSession *session);
} AufaitCommand;
