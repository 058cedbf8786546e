/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who of those whom a note is about has died: "Zoe died on Monday", "the funeral of Paul". To take
 * somebody for dead who is alive is worse than the contrary: whatever leaves a doubt ("almost
 * died", "Zoe's phone died", "morte de rire") says nothing. */
#pragma once

#include "aufait-statement.h"

/* Appends to @deaths, once each, the places (guint) among the people of @statement of those of whom
 * the sentence says that they have died. */
void aufait_death_find (const AufaitStatement *statement, GArray *deaths);
