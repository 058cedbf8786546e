/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-card.h"

AufaitCardRelation *
aufait_card_relation_new (const char *type, const char *text, const char *uid)
{
  AufaitCardRelation *relation = g_new0 (AufaitCardRelation, 1);

  relation->type = g_strdup (type);
  relation->text = g_strdup (text);
  relation->uid = g_strdup (uid);

  return relation;
}

void
aufait_card_relation_free (AufaitCardRelation *relation)
{
  if (relation == NULL)
    return;

  g_free (relation->type);
  g_free (relation->text);
  g_free (relation->uid);
  g_free (relation);
}

AufaitCard *
aufait_card_new (const char *name)
{
  AufaitCard *card = g_new0 (AufaitCard, 1);

  card->name = g_strdup (name);
  card->nicknames = g_new0 (char *, 1);
  card->emails = g_new0 (char *, 1);
  card->phones = g_new0 (char *, 1);
  card->places = g_new0 (char *, 1);
  card->relations = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_card_relation_free);

  return card;
}

void
aufait_card_free (AufaitCard *card)
{
  if (card == NULL)
    return;

  g_free (card->uid);
  g_free (card->name);
  g_strfreev (card->nicknames);
  g_strfreev (card->emails);
  g_strfreev (card->phones);
  g_strfreev (card->places);
  g_free (card->birthday);
  g_free (card->anniversary);
  g_free (card->language);
  g_free (card->timezone);
  g_clear_pointer (&card->relations, g_ptr_array_unref);
  g_clear_pointer (&card->photo, g_bytes_unref);
  g_free (card);
}
