/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is promised: how it was, and without those to whom it is. */
#pragma once

#include "aufait-values.h"

typedef enum {
  AUFAIT_PROMISED_WORD, /* "I promised him the book" */
  AUFAIT_PROMISED_DEBT, /* "I owe him 20 euros" */
  AUFAIT_PROMISED_TASK, /* "livre à lui rendre", "call him by Friday" */
} AufaitPromisedHow;

/* How @what, of a promise of a note whose words are @text, was promised there. */
AufaitPromisedHow aufait_promised_find_how (const char *text, const char *what);

/* Behind the names of @people (AufaitRefs) with which @what begins: "the book" of "Zoé the book",
 * "the map" of "Paul Smith and Zoé the map". Borrowed from @what; all of it where it begins with
 * nobody's name, or where nothing would be left. */
const char *aufait_promised_skip_names (const char *what, GPtrArray *people);
