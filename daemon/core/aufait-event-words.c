/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-words.h"

#include <string.h>

#include "aufait-event-text.h"
#include "aufait-text.h"

/* FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
#define FNV_OFFSET 2166136261u
#define FNV_PRIME  16777619u

guint32
aufait_event_words_hash (const char *word)
{
  guint32 hash = FNV_OFFSET;

  for (const guchar *p = (const guchar *) word; *p != '\0'; p++)
    hash = (hash ^ *p) * FNV_PRIME;
  return hash;
}

static void
add (GArray *hashes, const char *word)
{
  guint32 hash = aufait_event_words_hash (word);

  g_array_append_val (hashes, hash);
}

static void
add_address (GArray *hashes, const char *email)
{
  g_autofree char *folded = aufait_text_fold (email);

  add (hashes, folded);
}

/* "@3" is an id, "3" is none. */
static void
add_words (GArray *hashes, const char *text)
{
  g_autoptr (AufaitWords) words = aufait_words_new (text);

  for (guint i = 0; i < aufait_words_get_length (words); i++) {
    const AufaitWord *word = aufait_words_get (words, i);

    add (hashes, word->folded);
    if (g_ascii_isdigit (*word->folded) && word->start > 0 && text[word->start - 1] == '@') {
      g_autofree char *id = g_strconcat ("@", word->folded, NULL);

      add (hashes, id);
    }
  }
}

static void
add_text (GArray *hashes, const char *text)
{
  g_autoptr (GPtrArray) emails = NULL;
  g_autofree char *words = NULL;

  if (text == NULL)
    return;
  emails = g_ptr_array_new_with_free_func (g_free);
  words = aufait_event_text_hide_addresses (text, emails);
  for (guint i = 0; i < emails->len; i++)
    add_address (hashes, emails->pdata[i]);
  add_words (hashes, words);
}

static void
add_attendee (GArray *hashes, const AufaitAttendee *attendee)
{
  const char *email = aufait_event_text_get_email (attendee->email);
  g_autofree char *bare = NULL;

  if (email != NULL)
    add_address (hashes, email);
  if (attendee->name == NULL || strchr (attendee->name, '@') != NULL)
    return;
  bare = aufait_event_text_dup_bare_name (attendee->name);
  add_words (hashes, bare);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

GArray *
aufait_event_words_list (const AufaitEvent *event)
{
  GArray *hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_kept = 0;

  add_text (hashes, event->summary);
  add_text (hashes, event->description);
  for (guint i = 0; i < event->attendees->len; i++)
    add_attendee (hashes, event->attendees->pdata[i]);
  g_array_sort (hashes, compare);
  for (guint i = 0; i < hashes->len; i++) {
    guint32 hash = g_array_index (hashes, guint32, i);

    if (n_kept == 0 || g_array_index (hashes, guint32, n_kept - 1) != hash)
      g_array_index (hashes, guint32, n_kept++) = hash;
  }
  g_array_set_size (hashes, n_kept);
  return hashes;
}
