/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The moments, interests and promises of one note, as rows; the note store's alone. */
#pragma once

#include "aufait-database.h"
#include "aufait-values.h"

gboolean aufait_meaning_store_add (AufaitDatabase *database,
                                   gint64 note_id,
                                   const AufaitMeaning *meaning,
                                   GError **error);

/* Fills an empty @meaning; its kind is the note's own row. */
gboolean aufait_meaning_store_read (AufaitDatabase *database,
                                    gint64 note_id,
                                    AufaitMeaning *meaning,
                                    GError **error);

gboolean aufait_meaning_store_remove (AufaitDatabase *database, gint64 note_id, GError **error);
