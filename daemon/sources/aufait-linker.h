/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is who: gives each card of the address books its person, by uid, then by e-mail, then by name
 * when there is one such name; and each event of the calendars the people that it is about. Works
 * in small turns of the main context, on what AufaitSources says has changed.
 *
 * Signal "changed": void (*) (AufaitLinker *linker, const GArray *people, const GArray
 * *event_files, gpointer user_data). All that was to be done is done. People (ids, gint64) of whom
 * something may be otherwise than before, each once: what they are called, what their cards say,
 * which events are about them; NULL: anybody. Events of these files (gint64) are others than
 * before; NULL: of any file. */
#pragma once

#include <glib-object.h>

#include "aufait-directory.h"
#include "aufait-index-writer.h"
#include "aufait-source-settings.h"

#define AUFAIT_TYPE_LINKER (aufait_linker_get_type ())
G_DECLARE_FINAL_TYPE (AufaitLinker, aufait_linker, AUFAIT, LINKER, GObject)

/* @directory lives longer than it, and has an index. Begins by looking at everything, where the
 * links that are there were made for another memory, or are not complete. */
AufaitLinker *aufait_linker_new (AufaitDirectory *directory);

/* What AufaitSources tells with "changed". NULL: everything. */
void aufait_linker_take_change (AufaitLinker *linker, const AufaitIndexWriterChange *change);

/* All files are read: what is left of people whose cards are gone goes too. Between a change and
 * this all events wait to be linked, some seconds at most, when the change is one of cards. */
void aufait_linker_take_settled (AufaitLinker *linker);

/* People were added, taken back, put together or parted by the user. @id: which one; 0: nobody
 * knows. */
void aufait_linker_take_person (AufaitLinker *linker, gint64 id);

/* Whose calendars are whose, and which addresses are the user's own. */
void aufait_linker_set_settings (AufaitLinker *linker, const AufaitSourceSettings *settings);

/* Whether all is linked. */
gboolean aufait_linker_is_settled (const AufaitLinker *linker);
