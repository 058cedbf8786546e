/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-people.h"

#include <string.h>

#include "aufait-event-names.h"
#include "aufait-event-text.h"
#include "aufait-name-word.h"
#include "aufait-text.h"

typedef struct {
  const AufaitEventPeopleContext *context;
  GPtrArray *people;     /* AufaitRef */
  GHashTable *left_out;  /* ids (gint64) of those who are not meant: the user, who declined */
  GHashTable *strangers; /* folded words of the names of others who attend */
} Search;

/* --- addresses ----------------------------------------------------------------------------- */

static gboolean
is_mine (const char *const *mine, const char *email)
{
  g_autofree char *folded = aufait_text_fold (email);

  for (guint i = 0; mine != NULL && mine[i] != NULL; i++) {
    g_autofree char *own = aufait_text_fold (mine[i]);

    if (g_str_equal (own, folded))
      return TRUE;
  }
  return FALSE;
}

/* The address, NULL when it is none. */
static const char *
get_email (const AufaitAttendee *attendee)
{
  return aufait_event_text_get_email (attendee->email);
}

gboolean
aufait_event_people_is_declined_by_me (const AufaitEvent *event, const char *const *mine)
{
  gboolean is_declined = FALSE;

  for (guint i = 0; i < event->attendees->len; i++) {
    const AufaitAttendee *attendee = event->attendees->pdata[i];
    const char *email = get_email (attendee);

    if (email == NULL || !is_mine (mine, email))
      continue;
    if (!attendee->declined)
      return FALSE;
    is_declined = TRUE;
  }
  return is_declined;
}

/* --- names as calendars write them --------------------------------------------------------- */

static GHashTable *
list_words (const char *name)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) words = aufait_name_word_split (name);

  for (guint i = 0; i < words->len; i++)
    g_hash_table_add (set, g_strdup (g_array_index (words, AufaitNameWord, i).folded));
  return set;
}

/* Whether both names are made of the same words, in whatever order. */
static gboolean
is_same_name (const char *one, const char *other)
{
  g_autoptr (GHashTable) words = list_words (one);
  g_autoptr (GHashTable) others = list_words (other);
  GHashTableIter iter;
  gpointer word;

  if (g_hash_table_size (words) == 0 || g_hash_table_size (words) != g_hash_table_size (others))
    return FALSE;
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (!g_hash_table_contains (others, word))
      return FALSE;
  return TRUE;
}

/* The one of @refs that has exactly this name; NULL: none, or several. */
static const AufaitRef *
pick_by_name (GPtrArray *refs, const char *name)
{
  g_autofree char *bare = name != NULL ? aufait_event_text_dup_bare_name (name) : NULL;
  const AufaitRef *found = NULL;

  for (guint i = 0; bare != NULL && i < refs->len; i++) {
    const AufaitRef *ref = refs->pdata[i];

    if (!is_same_name (ref->name, bare))
      continue;
    if (found != NULL)
      return NULL;
    found = ref;
  }
  return found;
}

static gboolean
has_known_email (const AufaitNames *names, const AufaitAttendee *attendee)
{
  const char *email = get_email (attendee);
  g_autoptr (GPtrArray) owners = email != NULL ? aufait_names_resolve (names, email) : NULL;

  return owners != NULL && owners->len > 0;
}

static AufaitRef *
find_by_email (const AufaitNames *names, const AufaitAttendee *attendee)
{
  g_autoptr (GPtrArray) owners = aufait_names_resolve (names, get_email (attendee));
  const AufaitRef *ref =
      owners->len == 1 ? owners->pdata[0] : pick_by_name (owners, attendee->name);

  return ref != NULL ? aufait_ref_new (ref->id, ref->name) : NULL;
}

/* Who has the address or else the name; NULL: nobody whom one could tell. */
static AufaitRef *
find_attendee (const AufaitNames *names, const AufaitAttendee *attendee)
{
  g_autofree char *bare = NULL;

  if (has_known_email (names, attendee))
    return find_by_email (names, attendee);
  if (attendee->name == NULL || strchr (attendee->name, '@') != NULL)
    return NULL;
  bare = aufait_event_text_dup_bare_name (attendee->name);
  return aufait_event_names_find_whole (names, bare);
}

/* --- who counts ---------------------------------------------------------------------------- */

static void
leave_out (Search *search, gint64 id)
{
  gint64 *key = g_new (gint64, 1);

  *key = id;
  g_hash_table_add (search->left_out, key);
}

static gboolean
has_person (const Search *search, gint64 id)
{
  for (guint i = 0; i < search->people->len; i++)
    if (((const AufaitRef *) search->people->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

static void
add_person (Search *search, const AufaitRef *ref)
{
  if (!g_hash_table_contains (search->left_out, &ref->id) && !has_person (search, ref->id))
    g_ptr_array_add (search->people, aufait_ref_new (ref->id, ref->name));
}

static void
add_all (Search *search, GPtrArray *refs)
{
  for (guint i = 0; i < refs->len; i++)
    add_person (search, refs->pdata[i]);
}

/* The user may have a card, too. */
static void
leave_me_out (Search *search)
{
  const char *const *mine = search->context->mine;

  for (guint i = 0; mine != NULL && mine[i] != NULL; i++) {
    g_autoptr (GPtrArray) refs = NULL;

    if (strchr (mine[i], '@') == NULL)
      continue;
    refs = aufait_names_resolve (search->context->names, mine[i]);
    if (refs->len == 1)
      leave_out (search, ((const AufaitRef *) refs->pdata[0])->id);
  }
}

static void
add_owner (Search *search)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, search->context->owner);
  g_autoptr (GPtrArray) refs = NULL;

  if (search->context->owner <= 0)
    return;
  refs = aufait_names_resolve (search->context->names, id);
  for (guint i = 0; i < refs->len; i++)
    if (((const AufaitRef *) refs->pdata[i])->id == search->context->owner) {
      g_hash_table_remove (search->left_out, &search->context->owner);
      add_person (search, refs->pdata[i]);
    }
}

static gboolean
is_me (const Search *search, const AufaitAttendee *attendee)
{
  const char *email = get_email (attendee);

  return email != NULL && is_mine (search->context->mine, email);
}

static guint
count_long_words (GHashTable *words)
{
  GHashTableIter iter;
  gpointer word;
  guint n = 0;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n += strlen (word) > 1;
  return n;
}

/* Someone whom a first name alone in the text means. Who attends as "Paul" or "Paul M." may well be
 * the Paul whom one knows. */
static void
add_stranger (Search *search, const AufaitAttendee *attendee)
{
  g_autofree char *bare = NULL;
  g_autoptr (GHashTable) words = NULL;
  GHashTableIter iter;
  gpointer word;

  if (attendee->name == NULL || strchr (attendee->name, '@') != NULL)
    return;
  bare = aufait_event_text_dup_bare_name (attendee->name);
  words = list_words (bare);
  if (count_long_words (words) < 2 && !is_me (search, attendee))
    return;
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_hash_table_add (search->strangers, g_strdup (word));
}

/* Those who declined are not meant: they may stand there twice, or be named in the text. */
static void
leave_decliners_out (Search *search, const AufaitEvent *event)
{
  for (guint i = 0; i < event->attendees->len; i++) {
    const AufaitAttendee *attendee = event->attendees->pdata[i];
    g_autoptr (AufaitRef) ref = NULL;

    if (!attendee->declined)
      continue;
    ref = is_me (search, attendee) ? NULL : find_attendee (search->context->names, attendee);
    if (ref == NULL)
      add_stranger (search, attendee);
    else if (ref->id != search->context->owner)
      leave_out (search, ref->id);
  }
}

static void
add_attendees (Search *search, const AufaitEvent *event)
{
  g_autoptr (GPtrArray) by_name = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_ref_free);

  for (guint i = 0; i < event->attendees->len; i++) {
    const AufaitAttendee *attendee = event->attendees->pdata[i];
    g_autoptr (AufaitRef) ref = NULL;

    if (attendee->declined)
      continue;
    ref = is_me (search, attendee) ? NULL : find_attendee (search->context->names, attendee);
    if (ref == NULL)
      add_stranger (search, attendee);
    else if (has_known_email (search->context->names, attendee))
      add_person (search, ref);
    else
      g_ptr_array_add (by_name, g_steal_pointer (&ref));
  }
  add_all (search, by_name);
}

/* --- words --------------------------------------------------------------------------------- */

static void
read_emails (Search *search, GPtrArray *emails)
{
  for (guint i = 0; i < emails->len; i++) {
    g_autoptr (GPtrArray) refs = NULL;

    if (is_mine (search->context->mine, emails->pdata[i]))
      continue;
    refs = aufait_names_resolve (search->context->names, emails->pdata[i]);
    if (refs->len == 1)
      add_all (search, refs);
  }
}

static void
read_text (Search *search, const char *text, gboolean is_prose)
{
  g_autoptr (GPtrArray) emails = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = NULL;
  g_autoptr (GPtrArray) refs = NULL;

  if (text == NULL)
    return;
  words = aufait_event_text_hide_addresses (text, emails);
  read_emails (search, emails);
  refs = aufait_event_names_find (search->context->names, words, search->strangers, is_prose);
  add_all (search, refs);
}

GPtrArray *
aufait_event_people_find (const AufaitEvent *event, const AufaitEventPeopleContext *context)
{
  g_autoptr (GHashTable) left_out =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) strangers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { .context = context, .left_out = left_out, .strangers = strangers };

  search.people = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_ref_free);
  leave_me_out (&search);
  add_owner (&search);
  leave_decliners_out (&search, event);
  add_attendees (&search, event);
  read_text (&search, event->summary, FALSE);
  read_text (&search, event->description, TRUE);
  return search.people;
}
