/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word that is a name and a form of a verb: which of them it is where it stands. */
#pragma once

#include "aufait-name-word.h"

/* Whether the word @index of @words, those of @text, is a verb there: "se marie", "Paul marie sa
 * fille". */
gboolean aufait_name_verb_is (const char *text, const GArray *words, guint index);
