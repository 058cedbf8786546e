/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the links of the index were made for: which memory, which settings, which names; and whether
 * they are complete. */
#pragma once

#include "aufait-directory.h"
#include "aufait-source-settings.h"

typedef struct _AufaitLinkState AufaitLinkState;

/* @directory lives longer than it, and has an index. */
AufaitLinkState *aufait_link_state_new (AufaitDirectory *directory);
void aufait_link_state_free (AufaitLinkState *state);

/* Whether the links that are there are all, and those of this memory. */
gboolean aufait_link_state_is_current (const AufaitLinkState *state);

/* Of another memory, or of a later state of it, the links name people who are nobody, or somebody
 * else: those are forgotten. Those that are only not complete tell of cards that went. */
void aufait_link_state_forget_other (AufaitLinkState *state);

/* Links are about to be made. Should the daemon end before the end, all are made at the next start.
 */
void aufait_link_state_begin (AufaitLinkState *state);
gboolean aufait_link_state_end (AufaitLinkState *state, GError **error);

/* They could not be made: what was written for them may be lost, and everything is to be linked
 * again, by the next start if the daemon ends before. */
void aufait_link_state_give_up (AufaitLinkState *state);

/* Whose calendars are whose, and which addresses are the user's own; whether that is something else
 * than what the links were made for. */
gboolean aufait_link_state_set_settings (AufaitLinkState *state,
                                         const AufaitSourceSettings *settings);

/* What the names decide for all events alike (aufait_event_linker_describe). @ret_is_same: it is
 * what the links were made with before. */
gboolean aufait_link_state_set_common (AufaitLinkState *state,
                                       const char *common,
                                       gboolean *ret_is_same,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitLinkState, aufait_link_state_free)
