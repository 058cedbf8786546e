/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sentence speaks of, be there a day or not, and of whom. */
#pragma once

#include "aufait-statement.h"
#include "aufait-values.h"

/* Adds it to @meaning. Going somewhere is said of too much to count. */
void aufait_spoken_of_find (const AufaitStatement *statement, AufaitMeaning *meaning);
