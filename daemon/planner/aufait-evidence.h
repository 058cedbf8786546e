/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules read, fetched for nudges that are recorded, or for the days that are near. */
#pragma once

#include "aufait-nudge-store.h"
#include "aufait-rule.h"

typedef struct _AufaitEvidence AufaitEvidence;

AufaitEvidence *aufait_evidence_new (AufaitDirectory *directory, GDateTime *now);
void aufait_evidence_free (AufaitEvidence *evidence);

/* What the rules may be asked with; owned by @evidence. */
const AufaitRuleEvidence *aufait_evidence_get (const AufaitEvidence *evidence);
const AufaitRuleContext *aufait_evidence_get_context (const AufaitEvidence *evidence);

/* Notes that were fetched elsewhere: the array is taken over. */
void aufait_evidence_take_notes (AufaitEvidence *evidence, GPtrArray *notes);

/* What the AufaitNudgeRecords come from. What is gone is no error. */
gboolean
aufait_evidence_fetch_of_records (AufaitEvidence *evidence, GPtrArray *records, GError **error);

/* Events with people, and people with a day of the year, from @first to @last. */
gboolean aufait_evidence_fetch_events (AufaitEvidence *evidence,
                                       AufaitDay first,
                                       AufaitDay last,
                                       GError **error);
gboolean aufait_evidence_fetch_yearly (AufaitEvidence *evidence,
                                       AufaitDay first,
                                       AufaitDay last,
                                       GError **error);

/* People who are to be asked after, or drift, from @first to @last; and these people (ids, gint64).
 */
gboolean aufait_evidence_fetch_ties (AufaitEvidence *evidence,
                                     AufaitDay first,
                                     AufaitDay last,
                                     GError **error);

/* The last people whose rhythm was lost on a day from @first to @last: they are many when years of
 * calendars are read for the first time. */
gboolean aufait_evidence_fetch_lost (AufaitEvidence *evidence,
                                     AufaitDay first,
                                     AufaitDay last,
                                     GError **error);
gboolean aufait_evidence_fetch_people (AufaitEvidence *evidence, const GArray *ids, GError **error);

/* Those of @events (consumed) that say something. */
gboolean aufait_evidence_take_events (AufaitEvidence *evidence, GPtrArray *events, GError **error);

/* Events of one file, from @first to @last. */
gboolean aufait_evidence_fetch_file (
    AufaitEvidence *evidence, gint64 file_id, AufaitDay first, AufaitDay last, GError **error);

/* Events that are about this person, from @first to @last. */
gboolean aufait_evidence_fetch_events_of (
    AufaitEvidence *evidence, gint64 person_id, AufaitDay first, AufaitDay last, GError **error);

/* The time (AufaitFreeTime) that events of the user's own take in the days from now on that
 * AUFAIT_EVIDENCE_BUSY_DAYS says; looked up once. NULL: nothing is known of it. */
const GArray *aufait_evidence_get_busy (AufaitEvidence *evidence);

#define AUFAIT_EVIDENCE_BUSY_DAYS 7

/* Drops of @proposals what is about the dead; gives the others whom they are about, where their
 * rules ask for it, and drops what is then not worth saying. */
gboolean aufait_evidence_complete (AufaitEvidence *evidence, GPtrArray *proposals, GError **error);

/* How strong the tie with someone is today (aufait-tie.h); 0: there is none, or it is not known. */
double aufait_evidence_get_strength (const AufaitEvidence *evidence, gint64 person_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitEvidence, aufait_evidence_free)
