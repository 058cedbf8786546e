/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose it is what a sentence about several tells of: of "Paul drives Zoe to her operation" Zoe's.
 */
#pragma once

#include "aufait-statement.h"
#include "aufait-values.h"

/* The names, a folded word each, of those whose the topic is, that has the words of @topic and
 * stands in the clause that begins at @first: of the people that the note is about, who has it
 * ("Zoe's wedding", "le mariage de Zoe"), whom it is done to ("helps Zoe move"), or whose relative
 * is named ("Zoe's husband Paul"); else as aufait_subject_dup. NULL: it is not told. */
GStrv aufait_owner_dup (const AufaitStatement *statement,
                        guint first,
                        AufaitClause topic,
                        AufaitMomentKind kind);
