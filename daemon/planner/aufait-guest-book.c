/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-guest-book.h"

#include "aufait-interest-key-store.h"
#include "aufait-likes.h"
#include "aufait-rule.h"

/* Of each word more notes than these are not chosen from. */
#define NOTES_MAX 64

/* Invitations of one person that are remembered. */
#define RECORDS_MAX 50

struct _AufaitGuestBook {
  AufaitMemory *memory;
  GHashTable *ids;         /* keys, joined → ids (gint64) of notes */
  GHashTable *notes;       /* id → AufaitGuestBookNote */
  GHashTable *dislikes;    /* person id → AufaitLikes */
  GHashTable *invitations; /* person id → AufaitNudgeRecords */
};

static void
free_note (AufaitGuestBookNote *entry)
{
  g_clear_pointer (&entry->note, aufait_note_free);
  g_ptr_array_unref (entry->topics);
  g_free (entry);
}

static GHashTable *
new_table (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

AufaitGuestBook *
aufait_guest_book_new (AufaitMemory *memory)
{
  AufaitGuestBook *book = g_new0 (AufaitGuestBook, 1);

  book->memory = memory;
  book->ids =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  book->notes = new_table ((GDestroyNotify) free_note);
  book->dislikes = new_table ((GDestroyNotify) g_ptr_array_unref);
  book->invitations = new_table ((GDestroyNotify) g_ptr_array_unref);
  return book;
}

void
aufait_guest_book_free (AufaitGuestBook *book)
{
  if (book == NULL)
    return;
  g_hash_table_unref (book->ids);
  g_hash_table_unref (book->notes);
  g_hash_table_unref (book->dislikes);
  g_hash_table_unref (book->invitations);
  g_free (book);
}

static void
keep (GHashTable *table, gint64 id, gpointer value)
{
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), value);
}

/* --- notes --------------------------------------------------------------------------------- */

/* Many events are about the same. */
const GArray *
aufait_guest_book_list_notes (AufaitGuestBook *book, const char *const *keys, GError **error)
{
  g_autofree char *joined = g_strjoinv ("\n", (GStrv) keys);
  GArray *ids = g_hash_table_lookup (book->ids, joined);

  if (ids != NULL)
    return ids;
  ids = aufait_interest_key_store_list (book->memory, keys, NOTES_MAX, error);
  if (ids != NULL)
    g_hash_table_insert (book->ids, g_steal_pointer (&joined), ids);
  return ids;
}

static void
add_topics (GPtrArray *likes, const GPtrArray *topics, const AufaitNote *note)
{
  g_auto (GStrv) names = aufait_likes_list_names (note->people);

  for (guint i = 0; i < topics->len; i++)
    g_ptr_array_add (likes, aufait_likes_new (topics->pdata[i], (const char *const *) names));
}

const AufaitGuestBookNote *
aufait_guest_book_get_note (AufaitGuestBook *book, gint64 note_id, GError **error)
{
  AufaitGuestBookNote *entry = g_hash_table_lookup (book->notes, &note_id);
  g_autoptr (GError) failure = NULL;
  AufaitNote *note = NULL;

  if (entry != NULL)
    return entry;
  note = aufait_note_store_get (book->memory, note_id, &failure);
  if (note == NULL &&
      !g_error_matches (failure, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  entry = g_new0 (AufaitGuestBookNote, 1);
  entry->note = note;
  entry->topics = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_likes_free);
  if (note != NULL)
    add_topics (entry->topics, note->meaning->interests, note);
  keep (book->notes, note_id, entry);
  return entry;
}

/* --- people -------------------------------------------------------------------------------- */

static gboolean
add_dislikes (AufaitGuestBook *book, GPtrArray *likes, gint64 note_id, GError **error)
{
  const AufaitGuestBookNote *entry = aufait_guest_book_get_note (book, note_id, error);
  g_autoptr (GPtrArray) topics = NULL;

  if (entry == NULL || entry->note == NULL)
    return entry != NULL;
  topics = aufait_likes_read_dislikes (entry->note->text);
  add_topics (likes, topics, entry->note);
  return TRUE;
}

const GPtrArray *
aufait_guest_book_get_dislikes (AufaitGuestBook *book, gint64 person_id, GError **error)
{
  const GPtrArray *known = g_hash_table_lookup (book->dislikes, &person_id);
  g_autoptr (GPtrArray) likes = NULL;
  g_autoptr (GArray) ids = NULL;

  if (known != NULL)
    return known;
  ids = aufait_interest_key_store_list_dislikes (book->memory, person_id, error);
  if (ids == NULL)
    return NULL;
  likes = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_likes_free);
  for (guint i = 0; i < ids->len; i++) {
    if (!add_dislikes (book, likes, g_array_index (ids, gint64, i), error))
      return NULL;
  }
  keep (book->dislikes, person_id, g_ptr_array_ref (likes));
  return likes;
}

const GPtrArray *
aufait_guest_book_get_invitations (AufaitGuestBook *book, gint64 person_id, GError **error)
{
  GPtrArray *records = g_hash_table_lookup (book->invitations, &person_id);

  if (records != NULL)
    return records;
  records = aufait_nudge_store_list_of_kind (book->memory, person_id, AUFAIT_RULE_INVITE.kind,
                                             RECORDS_MAX, error);
  if (records != NULL)
    keep (book->invitations, person_id, records);
  return records;
}
