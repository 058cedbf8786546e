/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nudges as lines. */
#pragma once

#include <json-glib/json-glib.h>

#include "aufait-screen.h"

typedef enum {
  AUFAIT_NUDGE_LINES_DAYS,   /* the day of each */
  AUFAIT_NUDGE_LINES_STATES, /* and what became of it */
  AUFAIT_NUDGE_LINES_DONE,   /* the day on which it was done */
  AUFAIT_NUDGE_LINES_NEXT,   /* the day; of what comes later today its hour */
} AufaitNudgeLines;

/* The nudges of the array @name, a row each: number, what @lines says, text. */
void aufait_nudge_lines_print (AufaitScreen *screen,
                               JsonObject *reply,
                               const char *name,
                               AufaitNudgeLines lines);

/* The nudges of the array @name at length: the text, and under it why. Those of today stand first;
 * of more than one takes in it is said how many there are and where. */
void aufait_nudge_lines_print_full (AufaitScreen *screen, JsonObject *reply, const char *name);

/* What it says first, "Marie Curie is back from Crète", without a full stop; borrowed. */
const char *aufait_nudge_lines_get_title (JsonObject *nudge);

/* The word for a state of the wire, "waiting"; the state itself when it is not known. */
const char *aufait_nudge_lines_word_state (const char *state);

/* “the note's words”, 2 months ago. */
char *aufait_nudge_lines_quote (const char *text, const char *on, guint32 now);
