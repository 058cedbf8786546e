/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-rereading.h"

#include "aufait-note-store.h"
#include "aufait-sentence.h"

#define AT_ONCE 50

struct _AufaitRereading {
  AufaitMemory *memory;
  AufaitAgenda *agenda;
  guint source_id;
  gint64 last_id;    /* of the notes that were looked at; 0: none yet */
  gboolean has_read; /* some note, so far */
};

static void
read_again (AufaitRereading *rereading, AufaitNote *note)
{
  AufaitMeaning *meaning = aufait_sentence_read_note (
      note, aufait_agenda_get_settings (rereading->agenda)->month_first);

  aufait_meaning_free (note->meaning);
  note->meaning = meaning;
}

static gboolean
keep_all (AufaitRereading *rereading, GPtrArray *notes, GError **error)
{
  if (!aufait_memory_begin (rereading->memory, NULL, error))
    return FALSE;
  for (guint i = 0; i < notes->len; i++) {
    AufaitNote *note = g_ptr_array_index (notes, i);

    read_again (rereading, note);
    if (!aufait_note_store_set_meaning (rereading->memory, note, AUFAIT_SENTENCE_VERSION, error)) {
      aufait_memory_rollback (rereading->memory);
      return FALSE;
    }
  }
  return aufait_memory_commit (rereading->memory, error);
}

/* So that the next start need not look for them. */
static gboolean
keep_none_outdated (AufaitRereading *rereading, GError **error)
{
  if (!aufait_memory_begin (rereading->memory, NULL, error))
    return FALSE;
  if (aufait_note_store_set_none_outdated (rereading->memory, AUFAIT_SENTENCE_VERSION, error))
    return aufait_memory_commit (rereading->memory, error);
  aufait_memory_rollback (rereading->memory);
  return FALSE;
}

static gboolean
on_idle (gpointer user_data)
{
  AufaitRereading *rereading = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = aufait_note_store_list_outdated (
      rereading->memory, AUFAIT_SENTENCE_VERSION, rereading->last_id, AT_ONCE, &error);

  if (notes != NULL && notes->len > 0 && keep_all (rereading, notes, &error)) {
    rereading->last_id = ((const AufaitNote *) notes->pdata[notes->len - 1])->id;
    rereading->has_read = TRUE;
    return G_SOURCE_CONTINUE;
  }
  if (notes != NULL && notes->len == 0)
    keep_none_outdated (rereading, &error);
  if (error != NULL)
    g_warning ("Cannot read old notes again: %s", error->message);
  /* Once: it looks through all that is near, which after each few notes would take for ever. */
  if (rereading->has_read)
    aufait_agenda_rediscover (rereading->agenda);
  rereading->source_id = 0;
  return G_SOURCE_REMOVE;
}

AufaitRereading *
aufait_rereading_new (AufaitMemory *memory, AufaitAgenda *agenda)
{
  AufaitRereading *rereading = g_new0 (AufaitRereading, 1);

  rereading->memory = memory;
  rereading->agenda = agenda;
  rereading->source_id = g_idle_add_full (G_PRIORITY_LOW, on_idle, rereading, NULL);
  return rereading;
}

void
aufait_rereading_free (AufaitRereading *rereading)
{
  if (rereading == NULL)
    return;
  g_clear_handle_id (&rereading->source_id, g_source_remove);
  g_free (rereading);
}
