/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the file of a language for the image of a lexicon. lexicon/en.lexicon explains the format.
 */
#pragma once

#include "aufait-lexicon-builder.h"

/* Appends to @problems (char *) what cannot be used, with its line; reads on behind it. */
void aufait_lexicon_reader_read (AufaitLexiconBuilder *builder,
                                 const char *language,
                                 const char *text,
                                 GPtrArray *problems);
