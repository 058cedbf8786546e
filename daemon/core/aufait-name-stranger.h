/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A name that is a part of another's: "Paul Allen" is not the Paul Martin whom one knows. */
#pragma once

#include "aufait-name-text.h"

/* Whether the word @i, with what is glued to it, stands within the name of someone else:
 *  - before a word with a capital that is of no name of theirs, no first name of anybody, and none
 *    that stands there for another reason: "Paul Allen", but not "Paul Zoe", "Paul Lunch", "Paul
 *    Monday", "Paul Crete", "Paul Mum";
 *  - a surname behind a first name that is not theirs: "Dean Martin", "Paul Durand".
 * Someone of whom but one name is known may have any surname. A name that goes on in the text as it
 * does in a name that is known is no stranger's. Where there is no small letter, only names that
 * are known tell. */
gboolean aufait_name_stranger_is (AufaitNameText *text, guint i);

/* The name of such a one, with which the text begins: "Paul Allen". To be freed; NULL: there is
 * none. */
char *aufait_name_stranger_dup_first (AufaitNameText *text);
