/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The moments of a sentence: which day belongs to which event. */
#pragma once

#include "aufait-statement.h"
#include "aufait-values.h"

/* Appends what is found to @moments (AufaitMoment). */
void aufait_moments_find (const AufaitStatement *statement, GPtrArray *moments);
