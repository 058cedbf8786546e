/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The moments, interests and promises of one note, as rows; the note store's alone. */
#pragma once

#include "aufait-database.h"
#include "aufait-values.h"

gboolean aufait_meaning_store_add (AufaitDatabase *database,
                                   gint64 note_id,
                                   const AufaitMeaning *meaning,
                                   GError **error);

/* Which of the three the note of parameter 1 has, as a number in SQL: most have none, which need
 * not be asked three times. */
#define AUFAIT_MEANING_STORE_PARTS                                                                 \
  "EXISTS (SELECT 1 FROM moment WHERE note_id = ?1)"                                               \
  " + 2 * EXISTS (SELECT 1 FROM interest WHERE note_id = ?1)"                                      \
  " + 4 * EXISTS (SELECT 1 FROM promise WHERE note_id = ?1)"

/* Fills an empty @meaning; its kind is the note's own row. @parts: AUFAIT_MEANING_STORE_PARTS. */
gboolean aufait_meaning_store_read (
    AufaitDatabase *database, gint64 note_id, gint64 parts, AufaitMeaning *meaning, GError **error);

gboolean aufait_meaning_store_remove (AufaitDatabase *database, gint64 note_id, GError **error);
