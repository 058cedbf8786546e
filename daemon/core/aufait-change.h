/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sentence takes back: "the exam is postponed", "is not going to Spain after all". */
#pragma once

#include "aufait-statement.h"
#include "aufait-values.h"

/* Adds to @meaning what @statement says to be put off or called off, be there a day or not. */
void aufait_change_find (const AufaitStatement *statement, AufaitMeaning *meaning);
