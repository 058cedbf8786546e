/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-change.h"

#include "aufait-segment.h"
#include "aufait-writer.h"

/* What the lexicons tell of what is put off: what is late, as flights are, is not put off. */
#define MOVED_LATE 1

/* What the words at @index change: what its clause names, else what was named before, else what the
 * sentence names. */
static gboolean
find_changed (const AufaitStatement *statement,
              guint index,
              AufaitClause *ret_clause,
              AufaitTopic *ret_topic)
{
  const AufaitClause clauses[] = {
    aufait_statement_find_clause (statement, index),
    { statement->sentence.first, index },
    statement->sentence,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (clauses); i++) {
    *ret_clause = clauses[i];
    if (aufait_topic_find (statement, clauses[i], ret_topic))
      return TRUE;
  }
  return FALSE;
}

static void
add_changed (const AufaitStatement *statement,
             guint index,
             guint *ret_kinds,
             AufaitMeaning *meaning)
{
  AufaitClause clause;
  AufaitTopic topic;

  if (!find_changed (statement, index, &clause, &topic) ||
      aufait_writer_owns (statement, aufait_statement_find_clause (statement, topic.first), &topic))
    return;
  *ret_kinds |= 1u << topic.kind;
  if (topic.kind == AUFAIT_MOMENT_TRIP && meaning->changed_place == NULL)
    meaning->changed_place = aufait_topic_dup_place (statement, clause, &topic);
}

void
aufait_change_find (const AufaitStatement *statement, AufaitMeaning *meaning)
{
  for (guint i = statement->sentence.first; i < statement->sentence.behind; i++) {
    const AufaitMark *moved = aufait_reading_find (statement->reading, i, AUFAIT_WORD_MOVED);
    const AufaitMark *cancel = aufait_reading_find (statement->reading, i, AUFAIT_WORD_CANCEL);

    if (aufait_reading_find (statement->reading, i, AUFAIT_WORD_UNBORN) != NULL)
      meaning->called_off_kinds |= 1u << AUFAIT_MOMENT_BIRTH;
    if (moved != NULL && moved->entry->value != MOVED_LATE)
      add_changed (statement, i, &meaning->moved_kinds, meaning);
    if (aufait_segment_is_cancel (statement, cancel))
      add_changed (statement, i, &meaning->called_off_kinds, meaning);
  }
}
