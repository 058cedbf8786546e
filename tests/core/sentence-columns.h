/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A meaning as the columns of tests/data/phrases.tsv: kind, first and last day, interests, day of
 * the promise. Several moments are joined by ";", several interests by ","; "-" is none. */
#pragma once

#include "aufait-values.h"

char *sentence_columns_format (const AufaitMeaning *meaning);

/* What has no column there: places, nouns, times, the words of promises, fact or impression. */
char *sentence_columns_format_rest (const AufaitMeaning *meaning);
