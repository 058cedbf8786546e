/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out whom events are about, and which addresses among their attendees are the user's own. */
#pragma once

#include "aufait-directory.h"
#include "aufait-source-settings.h"

typedef struct _AufaitEventLinker AufaitEventLinker;

/* @directory lives longer than it, and has an index. */
AufaitEventLinker *aufait_event_linker_new (AufaitDirectory *directory);
void aufait_event_linker_free (AufaitEventLinker *linker);

/* Which addresses are the user's own, where that is set. Copied. */
void aufait_event_linker_set_settings (AufaitEventLinker *linker,
                                       const AufaitSourceSettings *settings);

/* Links of the events with ids in [@from, @until) the first @max; @from moves behind them, to
 * @until when none is left. @people: where an event is about others than before, those whom it was
 * about, and is, are appended (ids, gint64); NULL: no matter. @ret_n_linked: how many were linked.
 */
gboolean aufait_event_linker_step (AufaitEventLinker *linker,
                                   gint64 *from,
                                   gint64 until,
                                   guint max,
                                   GArray *people,
                                   guint *ret_n_linked,
                                   GError **error);

/* What the names decide for all events alike: whose calendars are whose, and who has the user's own
 * addresses. Another text than before: all have to be linked once more. */
char *aufait_event_linker_describe (AufaitEventLinker *linker, GError **error);

/* All events were linked, from the first to the last: what they tell of the user's own addresses.
 * @ret_is_other: something else than before, so that all have to be linked once more. */
gboolean
aufait_event_linker_guess_mine (AufaitEventLinker *linker, gboolean *ret_is_other, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitEventLinker, aufait_event_linker_free)
