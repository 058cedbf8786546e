/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-acquaintance.h"

#include "aufait-encounters.h"
#include "aufait-note-store.h"

/* As much as a notification can say. */
#define NOTES_MAX 6

void
aufait_acquaintance_free (AufaitAcquaintance *acquaintance)
{
  if (acquaintance == NULL)
    return;
  g_clear_pointer (&acquaintance->person, aufait_person_free);
  g_clear_pointer (&acquaintance->notes, g_ptr_array_unref);
  g_clear_pointer (&acquaintance->last, aufait_contact_free);
  g_free (acquaintance);
}

AufaitAcquaintance *
aufait_acquaintance_new (AufaitDirectory *directory,
                         gint64 person_id,
                         GDateTime *now,
                         GError **error)
{
  AufaitMemory *memory = aufait_directory_get_memory (directory);
  g_autoptr (AufaitAcquaintance) acquaintance = g_new0 (AufaitAcquaintance, 1);
  g_autoptr (GPtrArray) contacts = NULL;

  acquaintance->person = aufait_directory_get (directory, person_id, error);
  if (acquaintance->person == NULL)
    return NULL;
  acquaintance->notes = aufait_note_store_list_about (memory, person_id, NOTES_MAX, error);
  if (acquaintance->notes == NULL)
    return NULL;
  contacts = aufait_encounters_list (directory, person_id, now, 1, error);
  if (contacts == NULL)
    return NULL;
  if (contacts->len > 0)
    acquaintance->last = g_ptr_array_steal_index (contacts, 0);
  return g_steal_pointer (&acquaintance);
}
