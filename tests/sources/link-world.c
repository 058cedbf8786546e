/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "link-world.h"

#include <glib/gstdio.h>
#include <string.h>

#include "aufait-card-store.h"
#include "aufait-event-store.h"
#include "aufait-identity-store.h"
#include "aufait-note-store.h"
#include "aufait-person-store.h"
#include "memory-template.h"
#include "remove-tree.h"

/* --- the world ------------------------------------------------------------------------------ */

static void
on_changed (AufaitLinker *linker, const GArray *people, const GArray *files, LinkWorld *world)
{
  world->n_changed++;
  world->has_people |= people == NULL || people->len > 0;
}

void
link_world_start (LinkWorld *world)
{
  g_autofree char *memory = g_build_filename (world->folder, "memory.db", NULL);
  g_autofree char *path = g_build_filename (world->folder, "index.db", NULL);
  g_autoptr (GError) error = NULL;
  AufaitIndex *index = NULL;

  world->memory = memory_template_open (memory);
  index = aufait_index_open (path, &error);
  g_assert_no_error (error);
  index_fixture_attach (&world->books, index);
  world->directory = aufait_directory_new (world->memory, index);
  world->linker = aufait_linker_new (world->directory);
  g_signal_connect (world->linker, "changed", G_CALLBACK (on_changed), world);
}

void
link_world_stop (LinkWorld *world)
{
  AufaitIndex *index = world->books.index;

  g_clear_object (&world->linker);
  g_clear_pointer (&world->directory, aufait_directory_free);
  index_fixture_detach (&world->books);
  aufait_index_close (index);
  g_clear_pointer (&world->memory, aufait_memory_close);
}

void
link_world_init (LinkWorld *world)
{
  *world = (LinkWorld){ 0 };
  world->folder = g_dir_make_tmp ("aufait-links-XXXXXX", NULL);
  world->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  link_world_start (world);
}

void
link_world_clear (LinkWorld *world)
{
  link_world_stop (world);
  remove_tree (world->folder);
  g_free (world->folder);
  g_hash_table_unref (world->files);
}

void
link_world_settle (LinkWorld *world)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  aufait_linker_take_settled (world->linker);
  while (!aufait_linker_is_settled (world->linker))
    g_main_context_iteration (NULL, FALSE);
}

/* --- address books -------------------------------------------------------------------------- */

static void
add_word (GStrv *list, char *word)
{
  guint n_words = g_strv_length (*list);

  *list = g_renew (char *, *list, n_words + 2);
  (*list)[n_words] = word;
  (*list)[n_words + 1] = NULL;
}

static void
take_word (AufaitCard *card, GString *name, const char *word)
{
  if (word[0] == '<')
    add_word (&card->emails, g_strndup (word + 1, strlen (word) - 2));
  else if (word[0] == '+')
    add_word (&card->phones, g_strdup (word));
  else if (g_str_equal (word, "=org"))
    card->kind = AUFAIT_CARD_ORGANISATION;
  else if (g_str_has_prefix (word, "=child:"))
    g_ptr_array_add (card->relations,
                     aufait_card_relation_new ("child", NULL, word + strlen ("=child:")));
  else if (g_str_equal (word, "=dead"))
    card->is_dead = TRUE;
  else if (g_str_has_prefix (word, "=nick:"))
    add_word (&card->nicknames, g_strdelimit (g_strdup (word + strlen ("=nick:")), "_", ' '));
  else if (g_str_has_prefix (word, "=photo:"))
    card->photo = g_bytes_new (word + strlen ("=photo:"), strlen (word) - strlen ("=photo:"));
  else if (g_ascii_isdigit (word[0]) || g_str_has_prefix (word, "--"))
    card->birthday = g_strdup (word);
  else
    g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", word);
}

AufaitCard *
link_world_new_card (const char *words)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_auto (GStrv) split = g_strsplit (words, " ", -1);
  AufaitCard *card = aufait_card_new ("nobody");
  guint first = 0;

  while (*split[first] == '\0')
    first++;
  if (!g_str_equal (split[first], "-"))
    card->uid = g_strdup (split[first]);
  for (guint i = first + 1; split[i] != NULL; i++) {
    if (*split[i] != '\0')
      take_word (card, name, split[i]);
  }
  g_free (card->name);
  card->name = g_strdup (name->str);
  return card;
}

static void
write_all (LinkWorld *world)
{
  while (aufait_index_writer_is_busy (world->books.writer)) {
    g_autoptr (AufaitIndexWriterChange) change = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_true (aufait_index_writer_step (world->books.writer, 1000, &change, &error));
    g_assert_no_error (error);
    if (change != NULL)
      aufait_linker_take_change (world->linker, change);
  }
}

static char *
choose (LinkWorld *world, const char *path)
{
  g_autofree char *book = g_path_get_dirname (path);

  index_fixture_choose (&world->books, book);
  return g_path_get_basename (path);
}

void
link_world_put (LinkWorld *world, const char *path, const char *cards)
{
  g_autofree char *name = choose (world, path);
  g_auto (GStrv) split = g_strsplit (cards, ";", -1);
  AufaitFileContent *content = aufait_file_content_new ();

  g_hash_table_insert (world->files, g_strdup (path), g_strdup (cards));
  for (guint i = 0; split[i] != NULL; i++)
    aufait_file_content_take_card (content, link_world_new_card (split[i]));
  index_fixture_put (&world->books, name, 1, content);
  write_all (world);
}

void
link_world_remove (LinkWorld *world, const char *path)
{
  g_autofree char *name = choose (world, path);

  g_hash_table_remove (world->files, path);
  aufait_index_writer_remove (world->books.writer, world->books.folder_id, name);
  write_all (world);
}

void
link_world_put_event (LinkWorld *world, const char *path, AufaitEvent *event)
{
  g_autofree char *name = choose (world, path);
  AufaitFileContent *content = aufait_file_content_new ();

  aufait_file_content_take_event (content, event);
  index_fixture_put (&world->books, name, 1, content);
  write_all (world);
}

/* The index is lost, and read again. */
static void
read_again (LinkWorld *world)
{
  g_autofree char *path = g_build_filename (world->folder, "index.db", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autoptr (GList) paths = NULL;

  link_world_stop (world);
  g_remove (path);
  g_remove (wal);
  g_remove (shm);
  link_world_start (world);
  paths = g_list_sort (g_hash_table_get_keys (world->files), (GCompareFunc) strcmp);
  for (GList *l = paths; l != NULL; l = l->next) {
    g_autofree char *file = g_strdup (l->data);
    g_autofree char *cards = g_strdup (g_hash_table_lookup (world->files, file));

    link_world_put (world, file, cards);
  }
}

/* --- the memory ----------------------------------------------------------------------------- */

gint64
link_world_add (LinkWorld *world, const char *words)
{
  g_autofree char *with_uid = g_strconcat ("- ", words, NULL);
  g_autoptr (AufaitCard) card = link_world_new_card (with_uid);
  g_autoptr (AufaitPerson) person = aufait_person_new (card->name);
  g_autoptr (GError) error = NULL;

  g_strfreev (person->emails);
  person->emails = g_strdupv (card->emails);
  g_strfreev (person->nicknames);
  person->nicknames = g_strdupv (card->nicknames);
  person->birthday = g_strdup (card->birthday);
  g_assert_true (aufait_memory_begin (world->memory, "add", &error));
  g_assert_true (aufait_person_store_add (world->memory, person, &error));
  g_assert_true (aufait_memory_commit (world->memory, &error));
  g_assert_no_error (error);
  aufait_linker_take_person (world->linker, person->id);
  return person->id;
}

gint64
link_world_find (LinkWorld *world, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = aufait_person_store_list (world->memory, NULL, &error);
  gint64 found = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++) {
    const AufaitPerson *person = people->pdata[i];

    if (g_str_equal (person->name, name) && (found == 0 || person->id < found))
      found = person->id;
  }
  return found;
}

void
link_world_note (LinkWorld *world, const char *name)
{
  gint64 id = link_world_find (world, name);
  g_autoptr (AufaitNote) note = aufait_note_new (aufait_day_new (2026, 7, 1), "plays the guitar");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (id, !=, 0);
  g_ptr_array_add (note->people, aufait_ref_new (id, name));
  g_assert_true (aufait_memory_begin (world->memory, "note", &error));
  g_assert_true (aufait_note_store_add (world->memory, note, 1, &error));
  g_assert_true (aufait_memory_commit (world->memory, &error));
}

/* "Ada = Zoe": of several of a name, the first and the last. */
static void
merge (LinkWorld *world, const char *words)
{
  g_auto (GStrv) names = g_strsplit (words, " = ", 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = aufait_person_store_list (world->memory, NULL, &error);
  gint64 into = link_world_find (world, names[0]), from = 0;

  for (guint i = 0; i < people->len; i++) {
    const AufaitPerson *person = people->pdata[i];

    if (g_str_equal (person->name, names[1]))
      from = MAX (from, person->id);
  }
  g_assert_true (aufait_memory_begin (world->memory, "same", &error));
  g_assert_true (aufait_identity_store_merge (world->memory, into, from, &error));
  g_assert_true (aufait_memory_commit (world->memory, &error));
  aufait_linker_take_person (world->linker, into);
  aufait_linker_take_person (world->linker, from);
}

/* --- steps ---------------------------------------------------------------------------------- */

static void
put (LinkWorld *world, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", 2);

  link_world_put (world, parts[0], parts[1]);
}

static void
do_step (LinkWorld *world, const char *step)
{
  g_auto (GStrv) parts = g_strsplit (step, " ", 2);

  if (g_str_equal (parts[0], "add"))
    link_world_add (world, parts[1]);
  else if (g_str_equal (parts[0], "note"))
    link_world_note (world, parts[1]);
  else if (g_str_equal (parts[0], "same"))
    merge (world, parts[1]);
  else if (g_str_equal (parts[0], "put"))
    put (world, parts[1]);
  else if (g_str_equal (parts[0], "rm"))
    link_world_remove (world, parts[1]);
  else if (g_str_equal (parts[0], "fresh"))
    read_again (world);
  else if (g_str_equal (parts[0], "restart"))
    link_world_stop (world), link_world_start (world);
  else
    g_error ("no step: %s", step);
}

void
link_world_do (LinkWorld *world, const char *steps)
{
  g_auto (GStrv) lines = g_strsplit (steps, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    gboolean goes_on = lines[i][0] == '&';

    if (*lines[i] == '\0')
      continue;
    do_step (world, lines[i] + (goes_on ? 1 : 0));
    if (!goes_on)
      link_world_settle (world);
  }
}

/* --- what came of it ------------------------------------------------------------------------ */

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char *
join_sorted (GPtrArray *words, const char *separator)
{
  g_ptr_array_sort (words, compare_strings);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (separator, (GStrv) words->pdata);
}

static char *
tell_person (LinkWorld *world, const AufaitPerson *person, gboolean has_ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards =
      aufait_card_store_list_of_person (world->books.index, person->id, &error);
  g_autoptr (GPtrArray) notes =
      aufait_note_store_list_about (world->memory, person->id, 100, &error);
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < cards->len; i++) {
    const AufaitCard *card = cards->pdata[i];

    g_ptr_array_add (uids, card->uid != NULL ? card->uid : card->name);
  }
  joined = join_sorted (uids, " ");
  if (has_ids)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " ", person->id);
  g_string_append_printf (text, "%s:%s%s", person->name, *joined != '\0' ? " " : "", joined);
  if (notes->len > 0)
    g_string_append_printf (text, " *%u", notes->len);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
tell (LinkWorld *world, gboolean has_ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = aufait_person_store_list (world->memory, NULL, &error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    g_ptr_array_add (lines, tell_person (world, people->pdata[i], has_ids));
  return join_sorted (lines, " | ");
}

char *
link_world_tell (LinkWorld *world)
{
  return tell (world, FALSE);
}

char *
link_world_tell_ids (LinkWorld *world)
{
  return tell (world, TRUE);
}

char *
link_world_tell_event (LinkWorld *world, const char *uid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events =
      aufait_event_store_list_range (world->books.index, 0, G_MAXINT64, 1000, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_assert_no_error (error);
  g_assert_true (aufait_directory_fill_events (world->directory, events, &error));
  for (guint i = 0; i < events->len; i++) {
    const AufaitEvent *event = events->pdata[i];

    for (guint p = 0; g_str_equal (event->uid, uid) && p < event->people->len; p++)
      g_ptr_array_add (names, ((AufaitRef *) event->people->pdata[p])->name);
  }
  return join_sorted (names, ", ");
}
