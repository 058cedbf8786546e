/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cards say of someone's language, and of who belongs to them. */
#pragma once

#include <json-glib/json-glib.h>

/* "speaks French", of the field "language" of @person; NULL: nothing is known. */
char *aufait_kin_words_dup_language (JsonObject *person);

/* "child: Lucie" of an object of the field "relations" of a person; of a kind that is a word of the
 * user's own, with that word. NULL: it has no name. */
char *aufait_kin_words_dup_relation (JsonObject *relation);
