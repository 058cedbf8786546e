/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-directory.h"

#include "aufait-card-match.h"
#include "aufait-card-store.h"
#include "aufait-link-store.h"
#include "aufait-name-book.h"
#include "aufait-person-store.h"
#include "aufait-tie-store.h"

struct _AufaitDirectory {
  AufaitMemory *memory;
  AufaitIndex *index;
  AufaitNameBook *book;
  AufaitSourceSettings *settings;
  AufaitCadence cadence;
  GHashTable *owners; /* calendar → id (gint64 *) of those whose names were looked up already */
  AufaitDirectoryChanges changes; /* since they were last taken */
};

/* More are as good as all. */
#define TRACES_MAX 4000

static void
begin_changes (AufaitDirectory *directory)
{
  directory->changes.is_lost = FALSE;
  directory->changes.traces = g_array_new (FALSE, FALSE, sizeof (AufaitNameTrace));
  directory->changes.people = g_array_new (FALSE, FALSE, sizeof (gint64));
}

AufaitDirectory *
aufait_directory_new (AufaitMemory *memory, AufaitIndex *index)
{
  AufaitDirectory *directory = g_new0 (AufaitDirectory, 1);

  directory->memory = memory;
  directory->index = index;
  directory->book = aufait_name_book_new (memory, index);
  directory->settings = aufait_source_settings_new ();
  directory->cadence = aufait_cadence_get_default ();
  directory->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  begin_changes (directory);
  return directory;
}

void
aufait_directory_free (AufaitDirectory *directory)
{
  if (directory == NULL)
    return;
  aufait_name_book_free (directory->book);
  aufait_source_settings_free (directory->settings);
  g_hash_table_unref (directory->owners);
  aufait_directory_changes_clear (&directory->changes);
  g_free (directory);
}

AufaitMemory *
aufait_directory_get_memory (const AufaitDirectory *directory)
{
  return directory->memory;
}

AufaitIndex *
aufait_directory_get_index (const AufaitDirectory *directory)
{
  return directory->index;
}

void
aufait_directory_set_cadence (AufaitDirectory *directory, AufaitCadence cadence)
{
  directory->cadence = cadence;
}

const AufaitCadence *
aufait_directory_get_cadence (const AufaitDirectory *directory)
{
  return &directory->cadence;
}

/* --- people -------------------------------------------------------------------------------- */

typedef GPtrArray *(*ListCards) (AufaitIndex *index, gint64 person_id, GError **error);

static AufaitPerson *
get_with (AufaitDirectory *directory, gint64 id, ListCards list_cards, GError **error)
{
  g_autoptr (AufaitPerson) person = aufait_person_store_get (directory->memory, id, error);
  g_autoptr (GPtrArray) cards = NULL;

  if (person == NULL || directory->index == NULL)
    return g_steal_pointer (&person);
  cards = list_cards (directory->index, id, error);
  if (cards == NULL)
    return NULL;
  for (guint i = 0; i < cards->len; i++)
    aufait_card_match_add_to (cards->pdata[i], person);
  return g_steal_pointer (&person);
}

AufaitPerson *
aufait_directory_get (AufaitDirectory *directory, gint64 id, GError **error)
{
  return get_with (directory, id, aufait_card_store_list_of_person, error);
}

static gboolean
has_relation (const GPtrArray *relations, const char *type, const char *name)
{
  for (guint i = 0; i < relations->len; i++) {
    const AufaitCardRelation *relation = relations->pdata[i];

    if (g_str_equal (relation->type, type) && g_str_equal (relation->text, name))
      return TRUE;
  }
  return FALSE;
}

static gboolean
add_relations (AufaitDirectory *directory,
               const AufaitCard *card,
               GPtrArray *relations,
               GError **error)
{
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < card->relations->len && failure == NULL; i++) {
    const AufaitCardRelation *relation = card->relations->pdata[i];
    g_autofree char *name =
        relation->uid != NULL
            ? aufait_card_store_dup_name_of_uid (directory->index, relation->uid, &failure)
            : g_strdup (relation->text);

    if (name != NULL && !has_relation (relations, relation->type, name))
      g_ptr_array_add (relations, aufait_card_relation_new (relation->type, name, NULL));
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

GPtrArray *
aufait_directory_list_relations (AufaitDirectory *directory, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) relations =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_card_relation_free);
  g_autoptr (GPtrArray) cards = NULL;

  if (directory->index == NULL)
    return g_steal_pointer (&relations);
  cards = aufait_card_store_list_of_person (directory->index, id, error);
  if (cards == NULL)
    return NULL;
  for (guint i = 0; i < cards->len; i++) {
    if (!add_relations (directory, cards->pdata[i], relations, error))
      return NULL;
  }
  return g_steal_pointer (&relations);
}

static gboolean
add_cards (AufaitDirectory *directory, GPtrArray *list, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) cards = aufait_card_store_list (directory->index, error);
  g_autoptr (GHashTable) owners =
      cards != NULL ? aufait_link_store_list_cards (directory->index, error) : NULL;

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
aufait_directory_list (AufaitDirectory *directory, const char *circle, GError **error)
{
  g_autoptr (GPtrArray) list = aufait_person_store_list (directory->memory, circle, error);

  if (list == NULL || directory->index == NULL)
    return g_steal_pointer (&list);
  return add_cards (directory, list, error) ? g_steal_pointer (&list) : NULL;
}

/* "MM-DD"; of 29 February, which is said on the 28th, both ends have both. */
static void
write_day (char text[6], AufaitDay day, gboolean is_last)
{
  int year, month, number;

  aufait_day_split (day, &year, &month, &number);
  if (month == 2 && number >= 28)
    number = is_last ? 29 : 28;
  g_snprintf (text, 6, "%02d-%02d", month % 100, number % 100);
}

static void
add_ids (GArray *ids, const GArray *more)
{
  for (guint i = 0; i < more->len; i++) {
    gint64 id = g_array_index (more, gint64, i);
    guint k = 0;

    while (k < ids->len && g_array_index (ids, gint64, k) != id)
      k++;
    if (k == ids->len)
      g_array_append_val (ids, id);
  }
}

GArray *
aufait_directory_list_yearly (AufaitDirectory *directory,
                              AufaitDay first,
                              AufaitDay last,
                              GError **error)
{
  char from[6], until[6];
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) more = NULL;

  write_day (from, first, FALSE);
  write_day (until, last, TRUE);
  ids = aufait_person_store_list_born (directory->memory, from, until, error);
  if (ids == NULL || directory->index == NULL)
    return g_steal_pointer (&ids);
  more = aufait_link_store_list_yearly (directory->index, from, until, error);
  if (more == NULL)
    return NULL;
  add_ids (ids, more);
  return g_steal_pointer (&ids);
}

gboolean
aufait_directory_has_dates (AufaitDirectory *directory)
{
  return aufait_person_store_has_birthday (directory->memory) ||
         (directory->index != NULL && (!aufait_index_is_empty (directory->index) ||
                                       aufait_tie_store_has_due (directory->index)));
}

/* --- names --------------------------------------------------------------------------------- */

AufaitNames *
aufait_directory_get_names (AufaitDirectory *directory, GError **error)
{
  return aufait_name_book_get (directory->book, error);
}

gboolean
aufait_directory_release_names (AufaitDirectory *directory)
{
  g_hash_table_remove_all (directory->owners);
  return aufait_name_book_rest (directory->book);
}

/* Nobody knows who is called otherwise than before. */
static void
lose_track (AufaitDirectory *directory)
{
  directory->changes.is_lost = TRUE;
  g_array_set_size (directory->changes.traces, 0);
  g_array_set_size (directory->changes.people, 0);
}

/* @person NULL: gone. */
static void
set_person (AufaitDirectory *directory, AufaitNames *names, gint64 id, const AufaitPerson *person)
{
  AufaitDirectoryChanges *changes = &directory->changes;

  if (!changes->is_lost) {
    aufait_name_traces_add (names, id, person, changes->traces);
    g_array_append_val (changes->people, id);
  }
  if (changes->traces->len > TRACES_MAX || !aufait_name_book_is_whole (directory->book))
    lose_track (directory);
  aufait_name_book_set (directory->book, id, person);
}

static void
renew_with (AufaitDirectory *directory, gint64 id, ListCards list_cards)
{
  AufaitNames *names = aufait_name_book_peek (directory->book);
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitPerson) person = NULL;

  g_hash_table_remove_all (directory->owners);
  if (names == NULL) {
    lose_track (directory);
    return;
  }
  person = get_with (directory, id, list_cards, &error);
  if (person != NULL || g_error_matches (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND))
    set_person (directory, names, id, person);
  else
    aufait_directory_forget_names (directory);
}

void
aufait_directory_add (AufaitDirectory *directory, const AufaitPerson *person)
{
  AufaitNames *names = aufait_name_book_peek (directory->book);

  g_hash_table_remove_all (directory->owners);
  if (names != NULL)
    set_person (directory, names, person->id, person);
  else
    lose_track (directory);
}

void
aufait_directory_forget_names (AufaitDirectory *directory)
{
  g_hash_table_remove_all (directory->owners);
  aufait_name_book_forget (directory->book);
  lose_track (directory);
}

gboolean
aufait_directory_has_changes (const AufaitDirectory *directory)
{
  return directory->changes.is_lost || directory->changes.people->len > 0;
}

void
aufait_directory_take_changes (AufaitDirectory *directory, AufaitDirectoryChanges *ret_changes)
{
  *ret_changes = directory->changes;
  begin_changes (directory);
}

void
aufait_directory_changes_clear (AufaitDirectoryChanges *changes)
{
  g_clear_pointer (&changes->traces, g_array_unref);
  g_clear_pointer (&changes->people, g_array_unref);
}

void
aufait_directory_renew (AufaitDirectory *directory, gint64 id)
{
  renew_with (directory, id, aufait_card_store_list_of_person);
}

void
aufait_directory_renew_linked (AufaitDirectory *directory, gint64 id)
{
  renew_with (directory, id, aufait_card_store_list_linked);
}

/* --- whose calendar ------------------------------------------------------------------------ */

void
aufait_directory_set_settings (AufaitDirectory *directory, const AufaitSourceSettings *settings)
{
  AufaitSourceSettings *copy = aufait_source_settings_copy (settings);

  aufait_source_settings_free (directory->settings);
  directory->settings = copy;
  g_hash_table_remove_all (directory->owners);
}

static gint64
look_up_owner (AufaitDirectory *directory, const char *person)
{
  AufaitNames *names = aufait_directory_get_names (directory, NULL);
  g_autoptr (GPtrArray) refs = names != NULL ? aufait_names_resolve (names, person) : NULL;

  return refs != NULL && refs->len == 1 ? ((AufaitRef *) refs->pdata[0])->id : 0;
}

gint64
aufait_directory_find_owner (AufaitDirectory *directory, const char *calendar)
{
  const AufaitSourceSettingsCalendar *set = NULL;
  const gint64 *known = NULL;
  gint64 owner;

  if (calendar != NULL)
    set = aufait_source_settings_find (directory->settings, calendar);
  if (set == NULL || set->person == NULL)
    return 0;
  known = g_hash_table_lookup (directory->owners, calendar);
  if (known != NULL)
    return *known;
  owner = look_up_owner (directory, set->person);
  g_hash_table_insert (directory->owners, g_strdup (calendar), g_memdup2 (&owner, sizeof owner));
  return owner;
}

GPtrArray *
aufait_directory_list_strangers (AufaitDirectory *directory)
{
  const GPtrArray *calendars = directory->settings->by_name;
  GPtrArray *strangers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < calendars->len; i++) {
    const AufaitSourceSettingsCalendar *each = calendars->pdata[i];

    if (each->person != NULL && aufait_directory_find_owner (directory, each->name) == 0)
      g_ptr_array_add (strangers, g_strdup (each->person));
  }
  return strangers;
}

GStrv
aufait_directory_list_mine (AufaitDirectory *directory)
{
  GStrv mine = NULL;

  if (directory->settings->mine[0] != NULL)
    return g_strdupv (directory->settings->mine);
  if (directory->index != NULL)
    mine = aufait_link_store_list_mine (directory->index, NULL);
  return mine != NULL ? mine : g_new0 (char *, 1);
}

char *
aufait_directory_dup_owners (AufaitDirectory *directory)
{
  const GPtrArray *calendars = directory->settings->by_name;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < calendars->len; i++) {
    const AufaitSourceSettingsCalendar *each = calendars->pdata[i];

    if (each->person != NULL)
      g_string_append_printf (text, "%s=%" G_GINT64_FORMAT ";", each->name,
                              aufait_directory_find_owner (directory, each->name));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
