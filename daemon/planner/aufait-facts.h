/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the planner knows: what the rules propose of notes, events and people, and what happened to
 * each proposal so far. Fetched by index: the cost follows what matters now, not what is stored. */
#pragma once

#include "aufait-choice.h"
#include "aufait-evidence.h"
#include "aufait-subjects.h"

/* How long after a loss nothing lighter is brought up with that person. */
#define AUFAIT_FACTS_MOURNING_DAYS 7

/* So long before it, too: a funeral is noted ahead. */
#define AUFAIT_FACTS_FUNERAL_DAYS 14

/* A nudge that is shown and not answered comes back on the next day, so many times in all. */
#define AUFAIT_FACTS_SHOWINGS_MAX 3

/* Events and birthdays are looked at for so many days ahead. */
#define AUFAIT_FACTS_HORIZON_DAYS 14

typedef struct {
  AufaitEvidence *evidence;
  GPtrArray *proposals; /* AufaitProposal, each of the evidence */
  GHashTable *records;  /* key → AufaitNudgeRecord, one for each proposal */
  GHashTable *refused;  /* ids (gint64) of nudges not to be shown now; the maker's; NULL: none */
  GPtrArray *orphans;   /* AufaitNudgeRecord: open, but nothing proposes them any more */
  GPtrArray *losses;    /* AufaitNote: what asks for tact, just past or near */
  GArray *busy;         /* AufaitFreeTime: when the user is in a meeting, around now */
  GPtrArray *told;      /* AufaitNudgeStoreTold: what was shown in the last week */
  GHashTable *habits;   /* "KIND:PERSON" → how many were dropped, where there are any */
  AufaitDay next_due;   /* the first day with more to say than is here; AUFAIT_DAY_NONE: none */
  gint64 told_id;       /* the note that was told just now; 0: none */
  gboolean is_partial;  /* not all that is due is here, nor what is due next */
  guint n_others;       /* how many wait to be shown, but are not here; of many, some */
  AufaitDay digest_on;  /* when it was last told how many wait; AUFAIT_DAY_NONE: never */
  guint shown_today;
  gint64 last_shown_at; /* Unix seconds; 0: not today */
} AufaitFacts;

/* All that a plan needs at @now: what is due by now, what is shown or snoozed, and what is due on
 * the next day that has anything. */
AufaitFacts *aufait_facts_new (AufaitDirectory *directory, GDateTime *now, GError **error);

/* What has changed since all was looked at. */
typedef struct {
  const GArray *people; /* ids (gint64) of those of whom something is new */
  const GList *shown;   /* ids (gint64 *) of nudges that are on the screen */
} AufaitFactsChanges;

/* As above where little is due. Where it is much they are partial: of it only what has changed and
 * what is on the screen, and of what is said at its instant or was put off, that whose time has
 * come and the next one; the others are counted. */
AufaitFacts *aufait_facts_new_of_changes (AufaitDirectory *directory,
                                          GDateTime *now,
                                          const AufaitFactsChanges *changes,
                                          GError **error);

/* Every open nudge, and the last @max that were closed. */
AufaitFacts *
aufait_facts_new_of_all (AufaitDirectory *directory, GDateTime *now, guint max, GError **error);

/* The open nudges that are due by a day, and all that are shown or snoozed. */
AufaitFacts *
aufait_facts_new_by (AufaitDirectory *directory, GDateTime *now, AufaitDay by, GError **error);

/* One nudge, open or closed; an orphan when its evidence is gone or does not propose it any more.
 * AUFAIT_MEMORY_ERROR_NOT_FOUND when there is none of that id. */
AufaitFacts *
aufait_facts_new_of_nudge (AufaitDirectory *directory, GDateTime *now, gint64 id, GError **error);

/* The open nudges of one person. */
AufaitFacts *aufait_facts_new_of_person (AufaitDirectory *directory,
                                         GDateTime *now,
                                         gint64 person_id,
                                         GError **error);

/* What comes of one note, which must live longer than the facts. New proposals get their records,
 * within the caller's transaction. */
AufaitFacts *aufait_facts_new_of_note (AufaitDirectory *directory,
                                       GDateTime *now,
                                       AufaitNote *note,
                                       GError **error);

void aufait_facts_free (AufaitFacts *facts);

/* The record of a proposal. */
AufaitNudgeRecord *aufait_facts_get_record (const AufaitFacts *facts,
                                            const AufaitProposal *proposal);

/* What is known beside a proposal for weighing it (aufait_choice_weigh). */
AufaitChoiceContext aufait_facts_get_context (const AufaitFacts *facts,
                                              const AufaitProposal *proposal,
                                              AufaitDay today);

/* Gives every proposal that notes of the last weeks or of the days to come make a record, and those
 * of events, birthdays and ties that are near, in a transaction of its own. Needed each day, where
 * notes were read anew, and where people are others than before. */
gboolean aufait_facts_discover (AufaitDirectory *directory, GDateTime *now, GError **error);

/* The same, of the events alone that people may be invited to by what these notes (ids, gint64) say
 * that they like. @subjects: of @now, as calendars are. */
gboolean aufait_facts_discover_occasions (AufaitDirectory *directory,
                                          GDateTime *now,
                                          const GArray *note_ids,
                                          const AufaitSubjects *subjects,
                                          GError **error);

/* The same, of the events of these files (gint64) alone. */
gboolean aufait_facts_discover_files (AufaitDirectory *directory,
                                      GDateTime *now,
                                      const GArray *file_ids,
                                      GError **error);

/* The same, of these people (gint64), and of their events that are near: something was noted of
 * them, their tie has changed, or they are called otherwise. */
gboolean aufait_facts_discover_people (AufaitDirectory *directory,
                                       GDateTime *now,
                                       const GArray *people,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitFacts, aufait_facts_free)
