/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is promised, without those to whom it is. */
#pragma once

#include "aufait-values.h"

/* Behind the names of @people (AufaitRefs) with which @what begins: "the book" of "Zoé the book",
 * "the map" of "Paul Smith and Zoé the map". Borrowed from @what; all of it where it begins with
 * nobody's name, or where nothing would be left. */
const char *aufait_promised_skip_names (const char *what, GPtrArray *people);
