/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What someone cares about or does: "plays the guitar", "fan de bande dessinée". */
#pragma once

#include "aufait-statement.h"

/* Appends what is found to @interests (char *), in small letters and without article; its words
 * mean nothing else afterwards. */
void aufait_interest_find (AufaitStatement *statement, GPtrArray *interests);
