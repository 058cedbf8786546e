/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-silence.h"

#include "aufait-link-store.h"
#include "aufait-person-store.h"

static GHashTable *
list_dead (AufaitDirectory *directory)
{
  AufaitIndex *index = aufait_directory_get_index (directory);

  return index != NULL ? aufait_link_store_list_dead (index)
                       : g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

GHashTable *
aufait_silence_list (AufaitDirectory *directory)
{
  GHashTable *ids = list_dead (directory);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) silent =
      aufait_person_store_list_silent (aufait_directory_get_memory (directory), &error);

  if (silent == NULL)
    g_warning ("Cannot find out who is left in peace: %s", error->message);
  for (guint i = 0; silent != NULL && i < silent->len; i++)
    g_hash_table_add (ids, g_memdup2 (&g_array_index (silent, gint64, i), sizeof (gint64)));
  return ids;
}
