/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where people are who are too many to be at hand: they are looked up one by one. */
#pragma once

#include "aufait-values.h"

/* People are AufaitPersons, of which the id, the name, the nicknames and the addresses count; to be
 * freed. Who was added to the names since, or removed, is so whatever is there. */
typedef struct {
  /* Those with a word or an address of this number (aufait_name_index_list_words), maybe others
   * too. */
  GPtrArray *(*list_with) (guint32 word, gpointer user_data);
  GPtrArray *(*list_all) (gpointer user_data);
  AufaitPerson *(*get) (gint64 id, gpointer user_data); /* NULL: there is none */
} AufaitNameSource;
