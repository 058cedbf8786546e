/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the ties of the index (aufait-tie-store.h) true: what contacts that were logged and events
 * of the user's own calendars that are over make of the relation with each person, and on which day
 * there is something to say of it. Works in small turns of the main context, behind all else.
 *
 * A contact that is newer than all before is added in constant time. Where something else changes,
 * the tie of that person is built anew; those of all people when circles' periods change, when the
 * index is new, and when nobody knows what has changed. Events that have ended are looked for once
 * a day.
 *
 * Signal "changed": void (*) (AufaitTieKeeper *keeper, const GArray *people, gpointer user_data).
 * All that was to be done is done; of these people (ids, gint64) there is something to say within
 * AUFAIT_TIE_KEEPER_NEAR_DAYS. */
#pragma once

#include <glib-object.h>

#include "aufait-directory.h"

#define AUFAIT_TIE_KEEPER_NEAR_DAYS 14

#define AUFAIT_TYPE_TIE_KEEPER (aufait_tie_keeper_get_type ())
G_DECLARE_FINAL_TYPE (AufaitTieKeeper, aufait_tie_keeper, AUFAIT, TIE_KEEPER, GObject)

/* @directory lives longer than it, and has an index. Nothing is done until the time is known. */
AufaitTieKeeper *aufait_tie_keeper_new (AufaitDirectory *directory);

/* What time it is, in the user's zone. */
void aufait_tie_keeper_take_now (AufaitTieKeeper *keeper, GDateTime *now);

/* The user was in touch with the people of @contact. */
void aufait_tie_keeper_take_contact (AufaitTieKeeper *keeper, const AufaitContact *contact);

/* A person, or their circle or cadence, is another than before; 0: nobody knows whose. */
void aufait_tie_keeper_take_person (AufaitTieKeeper *keeper, gint64 id);

/* Cards or events are linked to people anew, or the settings of the directory are others. */
void aufait_tie_keeper_take_links (AufaitTieKeeper *keeper);

/* Whether all ties are true. */
gboolean aufait_tie_keeper_is_settled (const AufaitTieKeeper *keeper);
