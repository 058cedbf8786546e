/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-spoken-of.h"

#include "aufait-owner.h"
#include "aufait-relative.h"
#include "aufait-subject.h"
#include "aufait-writer.h"

static AufaitNaming *
make_naming (const AufaitStatement *statement, const AufaitMark *mark)
{
  AufaitNaming *naming = aufait_naming_new ((AufaitMomentKind) mark->entry->kind);
  AufaitClause clause = aufait_statement_find_clause (statement, mark->first);
  AufaitTopic topic = { .kind = naming->kind, .first = mark->first, .behind = mark->behind };

  naming->subjects = aufait_owner_dup (statement, clause.first,
                                       (AufaitClause){ mark->first, mark->behind }, naming->kind);
  naming->is_anothers = aufait_subject_is_stranger (statement, clause.first, mark->first) ||
                        aufait_relative_is_another (statement, clause, &topic) ||
                        aufait_writer_owns (statement, clause, &topic);
  return naming;
}

void
aufait_spoken_of_find (const AufaitStatement *statement, AufaitMeaning *meaning)
{
  for (guint i = statement->sentence.first; i < statement->sentence.behind; i++) {
    const AufaitMark *topic = aufait_reading_find (statement->reading, i, AUFAIT_WORD_TOPIC);

    if (topic == NULL || topic->entry->weight <= 1)
      continue;
    meaning->named_kinds |= 1u << topic->entry->kind;
    g_ptr_array_add (meaning->namings, make_naming (statement, topic));
  }
}
