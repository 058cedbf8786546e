/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nudges as lines. */
#pragma once

#include <json-glib/json-glib.h>

#include "aufait-screen.h"

/* The nudges of the array @name, a row each: number, day, text; with what became of each if
 * @with_states. */
void aufait_nudge_lines_print (AufaitScreen *screen,
                               JsonObject *reply,
                               const char *name,
                               gboolean with_states);

/* The nudges of the array @name at length: the text, and under it why. */
void aufait_nudge_lines_print_full (AufaitScreen *screen, JsonObject *reply, const char *name);

/* What it says first, "Marie Curie is back from Crète", without a full stop; borrowed. */
const char *aufait_nudge_lines_get_title (JsonObject *nudge);

/* The word for a state of the wire, "waiting"; the state itself when it is not known. */
const char *aufait_nudge_lines_word_state (const char *state);

/* “the note's words”, 2 months ago. */
char *aufait_nudge_lines_quote (const char *text, const char *on, guint32 now);
