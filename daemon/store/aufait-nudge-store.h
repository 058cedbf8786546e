/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened to nudges. What a nudge says is never kept: it is made anew from its evidence. */
#pragma once

#include "aufait-memory.h"

typedef struct {
  gint64 id;
  char *key;
  char *kind;
  gint64 person_id;
  gint64 note_id;      /* its evidence; 0: none */
  char *event;         /* its evidence: the uid of an event; NULL: none */
  gint64 event_begins; /* which occurrence of it, as aufait_event_get_begins tells */
  AufaitDay due_on;
  AufaitNudgeState state;
  gint64 snoozed_until; /* Unix seconds; 0: not snoozed */
  int times_shown;
  gint64 last_shown_at; /* Unix seconds; 0: never */
  gint64 done_at;       /* Unix seconds; 0: it is not done, or nobody said so: it was taken back */
} AufaitNudgeRecord;

AufaitNudgeRecord *aufait_nudge_record_new (const char *kind, const char *key);
void aufait_nudge_record_free (AufaitNudgeRecord *record);

/* Gives the nudge of this key an id: that of the record that is there, else of a new one, which is
 * waiting. Sets every field of @record to what is kept. Needs a transaction only when it is new. */
gboolean
aufait_nudge_store_ensure (AufaitMemory *memory, AufaitNudgeRecord *record, GError **error);

/* It is due on another day than was thought: sets it, in @record too. */
gboolean aufait_nudge_store_set_due (AufaitMemory *memory,
                                     AufaitNudgeRecord *record,
                                     AufaitDay due_on,
                                     GError **error);

/* What has expired, or was taken back, makes sense again, for the evidence and the day that @record
 * (which has its id) now says: it is waiting, or shown when it was before. */
gboolean
aufait_nudge_store_reopen (AufaitMemory *memory, AufaitNudgeRecord *record, GError **error);

/* NULL without an error when there is none of that key. */
AufaitNudgeRecord *aufait_nudge_store_find (AufaitMemory *memory, const char *key, GError **error);
AufaitNudgeRecord *aufait_nudge_store_get (AufaitMemory *memory, gint64 id, GError **error);

/* Every record that is waiting, shown or snoozed. */
GPtrArray *aufait_nudge_store_list_open (AufaitMemory *memory, GError **error);

/* The open records of one person. */
GPtrArray *
aufait_nudge_store_list_open_with (AufaitMemory *memory, gint64 person_id, GError **error);

/* The last @max records of a kind about a person, open or closed, the newest first. */
GPtrArray *aufait_nudge_store_list_of_kind (
    AufaitMemory *memory, gint64 person_id, const char *kind, guint max, GError **error);

/* The open records that may matter by a day: those waiting that are due by then, and all that are
 * shown or snoozed. */
GPtrArray *aufait_nudge_store_list_active (AufaitMemory *memory, AufaitDay by, GError **error);

/* How many are waiting and due by @by; more than @max are not counted. */
gboolean aufait_nudge_store_count_waiting (
    AufaitMemory *memory, AufaitDay by, guint max, guint *ret_count, GError **error);

/* When the event begins that one is of that waits. */
typedef struct {
  gint64 id;
  AufaitDay due_on;
  gint64 begins; /* Unix seconds */
} AufaitNudgeStoreInstant;

/* Those (AufaitNudgeStoreInstant) of @kind, which tells of events, that are waiting and due from
 * @from to @by. */
GArray *aufait_nudge_store_list_instants (
    AufaitMemory *memory, const char *kind, AufaitDay from, AufaitDay by, GError **error);

/* The records of what is snoozed until @now, in Unix seconds, or is of an event that has begun by
 * then; and of the others the one whose snooze ends first. */
GPtrArray *aufait_nudge_store_list_snoozed (AufaitMemory *memory, gint64 now, GError **error);

/* The records of what is shown, and was so less than @max times. */
GPtrArray *aufait_nudge_store_list_shown (AufaitMemory *memory, int max, GError **error);

/* The first day behind @day on which one that is waiting is due; AUFAIT_DAY_NONE: none. */
gboolean aufait_nudge_store_get_next_due (AufaitMemory *memory,
                                          AufaitDay day,
                                          AufaitDay *ret_next,
                                          GError **error);

/* The day by which so many more as @n of those that are waiting are due than by @after, or all that
 * there are; @after when there is none. */
gboolean aufait_nudge_store_find_day_of_next (
    AufaitMemory *memory, AufaitDay after, guint n, AufaitDay *ret_day, GError **error);

/* The records that are done, dropped or expired, the newest first, at most @max. */
GPtrArray *aufait_nudge_store_list_closed (AufaitMemory *memory, guint max, GError **error);

gboolean aufait_nudge_store_set_state (AufaitMemory *memory,
                                       gint64 id,
                                       AufaitNudgeState state,
                                       GError **error);

/* Snoozed until an instant in Unix seconds. */
gboolean aufait_nudge_store_snooze (AufaitMemory *memory, gint64 id, gint64 until, GError **error);

/* It was shown at an instant in Unix seconds: counts it, and makes it shown. */
gboolean
aufait_nudge_store_add_showing (AufaitMemory *memory, gint64 id, gint64 at, GError **error);

/* Who was spoken of lately. */
typedef struct {
  gint64 nudge_id;
  gint64 person_id;
  char *kind;
  gint64 at; /* when it was shown last, in Unix seconds */
} AufaitNudgeStoreTold;

void aufait_nudge_store_told_free (AufaitNudgeStoreTold *told);

/* The nudges (AufaitNudgeStoreTold) that were shown since then, in Unix seconds. */
GPtrArray *aufait_nudge_store_list_told (AufaitMemory *memory, gint64 since, GError **error);

/* How many different nudges were shown in [since, until], and when the last one was (0: none). */
gboolean aufait_nudge_store_count_showings (AufaitMemory *memory,
                                            gint64 since,
                                            gint64 until,
                                            guint *ret_count,
                                            gint64 *ret_last_at,
                                            GError **error);

/* The largest id that a nudge ever had here; 0: there never was one. */
gboolean aufait_nudge_store_get_last_id (AufaitMemory *memory, gint64 *ret_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitNudgeRecord, aufait_nudge_record_free)
