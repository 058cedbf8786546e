/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word that is a name too: whether what stands behind it lets it be someone. */
#pragma once

#include "aufait-name-text.h"

/* Whether the words behind the word @i say what someone does, or name another one: "Rose vient
 * dîner", "Grace is back", "Rose @ 18h", "Mark and Paul", but not "Will visit mum". */
gboolean aufait_name_doer_is (AufaitNameText *text, guint i);

/* The same of the first word of a sentence about others, too, which is more often a word: "Rose a
 * un examen", "April has surgery", "Will's exam", but not "June is busy", "Rose festival". The word
 * must be the first name of someone known. */
gboolean aufait_name_doer_begins (AufaitNameText *text, guint i);
