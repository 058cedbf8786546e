/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of the nudge store share; nobody else includes it. */
#pragma once

#include "aufait-database.h"
#include "aufait-nudge-store.h"

#define AUFAIT_NUDGE_STORE_SELECT                                                                  \
  "SELECT id, key, kind, person_id, note_id, due_on, state, snoozed_until, times_shown,"           \
  " last_shown_at, event, event_begins, done_at FROM nudge "

/* As in the index of the schema, word for word: else SQLite does not use it. */
#define AUFAIT_NUDGE_STORE_IS_OPEN       "state IN ('waiting', 'shown', 'snoozed')"
#define AUFAIT_NUDGE_STORE_IS_ANSWERABLE "state IN ('shown', 'snoozed')"

/* The records (AufaitNudgeRecord) of a statement that is bound; NULL passes an error on. */
GPtrArray *aufait_nudge_store_read_all (AufaitQuery *statement, GError **error);
