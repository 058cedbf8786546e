/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events with those who take part, by the names they have in the memory. */
#include "config.h"

#include "aufait-directory.h"
#include "aufait-link-store.h"
#include "aufait-person-store.h"

/* What many events have in common is looked up once. */
typedef struct {
  AufaitDirectory *directory;
  GHashTable *people; /* event id → GArray of ids */
  GHashTable *names;  /* person id → name; NULL: nobody any more */
} Filling;

static const GArray *
look_up_people (Filling *filling, const AufaitEvent *event, GError **error)
{
  GArray *ids = g_hash_table_lookup (filling->people, &event->id);

  if (ids != NULL)
    return ids;
  ids = aufait_link_store_list_people (aufait_directory_get_index (filling->directory), event->id,
                                       error);
  if (ids != NULL)
    g_hash_table_insert (filling->people, (gpointer) &event->id, ids);
  return ids;
}

static const char *
look_up_name (Filling *filling, gint64 id)
{
  gpointer name;

  if (g_hash_table_lookup_extended (filling->names, &id, NULL, &name))
    return name;
  name = aufait_person_store_dup_name (aufait_directory_get_memory (filling->directory), id, NULL);
  g_hash_table_insert (filling->names, g_memdup2 (&id, sizeof id), name);
  return name;
}

static gboolean
fill_event (Filling *filling, AufaitEvent *event, GError **error)
{
  const GArray *ids = look_up_people (filling, event, error);

  if (ids == NULL)
    return FALSE;
  event->owner = aufait_directory_find_owner (filling->directory, event->calendar);
  g_ptr_array_set_size (event->people, 0);
  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    const char *name = look_up_name (filling, id);

    if (name != NULL)
      g_ptr_array_add (event->people, aufait_ref_new (id, name));
  }
  return TRUE;
}

gboolean
aufait_directory_fill_events (AufaitDirectory *directory, GPtrArray *events, GError **error)
{
  g_autoptr (GHashTable) people =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) names =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Filling filling = { directory, people, names };

  for (guint i = 0; i < events->len; i++) {
    if (!fill_event (&filling, events->pdata[i], error))
      return FALSE;
  }
  return TRUE;
}
