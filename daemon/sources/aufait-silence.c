/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-silence.h"

#include "aufait-death-store.h"
#include "aufait-link-store.h"
#include "aufait-person-store.h"

static GHashTable *
list_dead (AufaitDirectory *directory)
{
  AufaitIndex *index = aufait_directory_get_index (directory);

  return index != NULL ? aufait_link_store_list_dead (index)
                       : g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add_all (GHashTable *ids,
         AufaitMemory *memory,
         GArray *(*list) (AufaitMemory *memory, GError **error))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) more = list (memory, &error);

  if (more == NULL)
    g_warning ("Cannot find out who is left in peace: %s", error->message);
  for (guint i = 0; more != NULL && i < more->len; i++)
    g_hash_table_add (ids, g_memdup2 (&g_array_index (more, gint64, i), sizeof (gint64)));
}

GHashTable *
aufait_silence_list (AufaitDirectory *directory)
{
  AufaitMemory *memory = aufait_directory_get_memory (directory);
  GHashTable *ids = list_dead (directory);

  add_all (ids, memory, aufait_person_store_list_silent);
  add_all (ids, memory, aufait_death_store_list);
  return ids;
}
