/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-people.h"

#include "aufait-card-match.h"
#include "aufait-card-store.h"
#include "aufait-link-store.h"
#include "aufait-person-store.h"

struct _AufaitPeople {
  AufaitMemory *memory;
  AufaitIndex *index;
  AufaitNames *names; /* NULL until they are asked for */
};

AufaitPeople *
aufait_people_new (AufaitMemory *memory, AufaitIndex *index)
{
  AufaitPeople *people = g_new0 (AufaitPeople, 1);

  people->memory = memory;
  people->index = index;
  return people;
}

void
aufait_people_free (AufaitPeople *people)
{
  if (people == NULL)
    return;
  aufait_people_release_names (people);
  g_free (people);
}

AufaitMemory *
aufait_people_get_memory (const AufaitPeople *people)
{
  return people->memory;
}

AufaitIndex *
aufait_people_get_index (const AufaitPeople *people)
{
  return people->index;
}

/* --- people -------------------------------------------------------------------------------- */

AufaitPerson *
aufait_people_get (AufaitPeople *people, gint64 id, GError **error)
{
  g_autoptr (AufaitPerson) person = aufait_person_store_get (people->memory, id, error);
  g_autoptr (GPtrArray) cards = NULL;

  if (person == NULL || people->index == NULL)
    return g_steal_pointer (&person);
  cards = aufait_card_store_list_of_person (people->index, id, error);
  if (cards == NULL)
    return NULL;
  for (guint i = 0; i < cards->len; i++)
    aufait_card_match_add_to (cards->pdata[i], person);
  return g_steal_pointer (&person);
}

static gboolean
add_cards (AufaitPeople *people, GPtrArray *list, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) cards = aufait_card_store_list (people->index, error);
  g_autoptr (GHashTable) owners =
      cards != NULL ? aufait_link_store_list_cards (people->index, error) : NULL;

  if (owners == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    g_hash_table_insert (by_id, &((AufaitPerson *) list->pdata[i])->id, list->pdata[i]);
  for (guint i = 0; i < cards->len; i++) {
    const AufaitCard *card = cards->pdata[i];
    const gint64 *owner = g_hash_table_lookup (owners, &card->id);
    AufaitPerson *person = owner != NULL ? g_hash_table_lookup (by_id, owner) : NULL;

    if (person != NULL)
      aufait_card_match_add_to (card, person);
  }
  return TRUE;
}

GPtrArray *
aufait_people_list (AufaitPeople *people, const char *circle, GError **error)
{
  g_autoptr (GPtrArray) list = aufait_person_store_list (people->memory, circle, error);

  if (list == NULL || people->index == NULL)
    return g_steal_pointer (&list);
  return add_cards (people, list, error) ? g_steal_pointer (&list) : NULL;
}

/* --- names --------------------------------------------------------------------------------- */

AufaitNames *
aufait_people_get_names (AufaitPeople *people, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;

  if (people->names != NULL)
    return people->names;
  list = aufait_people_list (people, NULL, error);
  if (list == NULL)
    return NULL;
  people->names = aufait_names_new ();
  for (guint i = 0; i < list->len; i++)
    aufait_names_add (people->names, list->pdata[i]);
  return people->names;
}

void
aufait_people_release_names (AufaitPeople *people)
{
  g_clear_pointer (&people->names, aufait_names_free);
}

void
aufait_people_renew (AufaitPeople *people, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitPerson) person = NULL;

  if (people->names == NULL)
    return;
  person = aufait_people_get (people, id, &error);
  if (person != NULL)
    aufait_names_add (people->names, person);
  else if (g_error_matches (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND))
    aufait_names_remove (people->names, id);
  else
    aufait_people_release_names (people);
}

/* --- events -------------------------------------------------------------------------------- */

static gboolean
fill_event (AufaitPeople *people, AufaitEvent *event, GError **error)
{
  g_autoptr (GArray) ids = aufait_link_store_list_people (people->index, event->id, error);

  if (ids == NULL)
    return FALSE;
  g_ptr_array_set_size (event->people, 0);
  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    g_autofree char *name = aufait_person_store_dup_name (people->memory, id, NULL);

    if (name != NULL)
      g_ptr_array_add (event->people, aufait_ref_new (id, name));
  }
  return TRUE;
}

gboolean
aufait_people_fill_events (AufaitPeople *people, GPtrArray *events, GError **error)
{
  for (guint i = 0; i < events->len; i++) {
    if (!fill_event (people, events->pdata[i], error))
      return FALSE;
  }
  return TRUE;
}
