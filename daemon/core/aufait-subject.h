/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a part of a sentence tells of, where it names someone: of "Paul told me Zoe is leaving for
 * Rome" Zoe, and of the people that a note is about not Paul. */
#pragma once

#include "aufait-statement.h"

/* The names, a folded word each, with which the clause at @first begins that says something at
 * @behind, or with which what is reported there does. NULL: it begins with none of the people whom
 * the note is about. */
GStrv aufait_subject_dup (const AufaitStatement *statement, guint first, guint behind);

/* Whether it begins with the name of someone whom the note is not about: "zoe is pregnant". FALSE
 * where it is not known whom the note is about. */
gboolean aufait_subject_is_stranger (const AufaitStatement *statement, guint first, guint behind);

/* Whether the words at @index begin with someone, known or not, who does something. */
gboolean aufait_subject_is_told (const AufaitStatement *statement, guint index);

/* Where what is told from @first on begins, and at most @behind: behind the last report ("says
 * that") and the days that stand there. */
guint aufait_subject_find_start (const AufaitStatement *statement, guint first, guint behind);

/* Whether the word at @index is of the name of someone whom the note is about. */
gboolean aufait_subject_is_known (const AufaitStatement *statement, guint index);

/* Whether @name, folded, has one of the words of @subjects; of NULL everyone has. */
gboolean aufait_subject_has (const char *const *subjects, const char *name);
