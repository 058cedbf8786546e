/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which texts can name others than before, when one person is called otherwise: those alone need be
 * read again. By the numbers of their words (aufait-event-words.h). */
#pragma once

#include "aufait-names.h"

/* A text that has one word, or that has both. */
typedef struct {
  guint32 word;
  guint32 other; /* the same as word: it alone is enough */
} AufaitNameTrace;

/* What happens to the texts that name people when the person @id is called as @person says from now
 * on, and not as @names has it; @person NULL: when they are gone. Appends AufaitNameTraces to
 * @traces: every event that is about others then has the words of one of them. A first name that
 * several others have as well names nobody with or without this one: such words count only beside
 * another one of the same name. Changes nothing in @names. */
void aufait_name_traces_add (const AufaitNames *names,
                             gint64 id,
                             const AufaitPerson *person,
                             GArray *traces);
