/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards as one line of text each, so that tests can say what they expect: only what is set. */
#pragma once

#include "aufait-card.h"

static inline void
append_field (GString *text, const char *name, const char *value)
{
  if (value != NULL)
    g_string_append_printf (text, " %s=%s", name, value);
}

static inline void
append_values (GString *text, const char *name, GStrv values)
{
  for (guint i = 0; values[i] != NULL; i++)
    append_field (text, name, values[i]);
}

static inline void
append_card (GString *text, const AufaitCard *card)
{
  static const char *const kinds[] = { NULL, "group", "organisation" };

  g_string_append (text, card->name);
  append_field (text, "uid", card->uid);
  append_values (text, "nick", card->nicknames);
  append_values (text, "email", card->emails);
  append_values (text, "tel", card->phones);
  append_values (text, "place", card->places);
  append_field (text, "born", card->birthday);
  append_field (text, "anniversary", card->anniversary);
  append_field (text, "lang", card->language);
  append_field (text, "zone", card->timezone);
  append_field (text, "kind", kinds[card->kind]);
  append_field (text, "dead", card->is_dead ? "yes" : NULL);
  for (guint i = 0; i < card->relations->len; i++) {
    const AufaitCardRelation *relation = g_ptr_array_index (card->relations, i);

    append_field (text, relation->type, relation->uid != NULL ? relation->uid : relation->text);
  }
  if (card->photo != NULL)
    g_string_append_printf (text, " photo=%" G_GSIZE_FORMAT, g_bytes_get_size (card->photo));
}

/* All of them, with a line feed between. */
static inline char *
dup_cards_text (GPtrArray *cards)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cards->len; i++) {
    if (i > 0)
      g_string_append_c (text, '\n');
    append_card (text, g_ptr_array_index (cards, i));
  }
  return g_string_free (text, FALSE);
}
