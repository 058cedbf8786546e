/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that are names as well as words: what to make of “rose” in a text. They are data, one file
 * a language in lexicon-names/, compiled in. */
#pragma once

#include <glib.h>

typedef enum {
  AUFAIT_COMMON_NAMES_NO,          /* a name when it is one */
  AUFAIT_COMMON_NAMES_WORD,        /* a word when it is written small: “rose” */
  AUFAIT_COMMON_NAMES_CAPITALISED, /* has a capital as a word too: “May” */
} AufaitCommonNames;

/* @lower: in lower case, composed (NFC), with its accents. */
AufaitCommonNames aufait_common_names_look_up (const char *lower);

/* Whether a folded word names nobody alone: “de”, “the”. */
gboolean aufait_common_names_is_particle (const char *folded);

/* Whether a folded word has someone behind it, when that may be a name: "with", "chez". */
gboolean aufait_common_names_is_companion (const char *folded);

/* Whether a word, lower as above, is a form of a verb too: "marie". */
gboolean aufait_common_names_is_verb (const char *lower);

/* Whether such a word is the verb behind a folded one: "se". @is_small: begins with a small letter.
 */
gboolean aufait_common_names_leads_to_verb (const char *folded, gboolean is_small);

/* Whether a folded word stands for whoever does something: "elle". */
gboolean aufait_common_names_is_pronoun (const char *folded);

/* Whether a folded word stands before the surname of someone: "mrs". */
gboolean aufait_common_names_is_title (const char *folded);

/* Whether a folded word behind another says that this is someone: "lives", "travaille". The
 * lexicons tell of more. */
gboolean aufait_common_names_is_doing (const char *folded);

/* Whether a folded word that stands beside a name with a capital is no surname: "gym". The lexicons
 * tell of more. */
gboolean aufait_common_names_is_beside (const char *folded);

/* What is called after people, so that a name beside the word is nobody who comes. */
typedef enum {
  AUFAIT_COMMON_NAMES_NO_PLACE,
  AUFAIT_COMMON_NAMES_STREET,      /* "rue", "road": before or behind any name */
  AUFAIT_COMMON_NAMES_INSTITUTION, /* "lycee": before or behind a whole name */
  AUFAIT_COMMON_NAMES_SAINT,       /* "st": before any name */
} AufaitCommonNamesPlace;

AufaitCommonNamesPlace aufait_common_names_get_place (const char *folded);
