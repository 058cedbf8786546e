/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-name-book.h"

#include "aufait-card-match.h"
#include "aufait-identity-store.h"
#include "aufait-link-store.h"
#include "aufait-name-index.h"
#include "aufait-name-store.h"
#include "aufait-person-store.h"

/* So many people are kept in one call: a few milliseconds. */
#define KEPT_A_CALL 200

struct _AufaitNameBook {
  AufaitMemory *memory;
  AufaitIndex *index;
  AufaitNames *names; /* NULL until they are asked for */
  gboolean is_whole;  /* all of them are there */
  gboolean is_kept;   /* the index has everyone as they are called now, … */
  gint64 n_losses;    /* … unless it has lost something since */
  GPtrArray *keeping; /* AufaitPerson: who is to be kept; NULL: nobody */
  guint n_kept;       /* of them */
};

/* --- reading all --------------------------------------------------------------------------- */

/* What the card said when it was linked: a card that was written anew since counts once it is. */
static void
add_link (const AufaitLinkStoreCard *link, AufaitPerson *person)
{
  AufaitCard *card = aufait_card_new (link->name);

  g_strfreev (card->nicknames);
  g_strfreev (card->emails);
  card->nicknames = g_strdupv (link->nicknames);
  card->emails = g_strdupv (link->emails);
  aufait_card_match_add_to (card, person);
  aufait_card_free (card);
}

static gboolean
add_links (AufaitNameBook *book, GPtrArray *list, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) links = aufait_link_store_list (book->index, error);

  if (links == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    g_hash_table_insert (by_id, &((AufaitPerson *) list->pdata[i])->id, list->pdata[i]);
  for (guint i = 0; i < links->len; i++) {
    const AufaitLinkStoreCard *link = links->pdata[i];
    AufaitPerson *person = g_hash_table_lookup (by_id, &link->person_id);

    if (person != NULL)
      add_link (link, person);
  }
  return TRUE;
}

static GPtrArray *
read_all (AufaitNameBook *book, GError **error)
{
  g_autoptr (GPtrArray) list = aufait_person_store_list (book->memory, NULL, error);

  if (list == NULL || (book->index != NULL && !add_links (book, list, error)))
    return NULL;
  return g_steal_pointer (&list);
}

/* --- what is kept -------------------------------------------------------------------------- */

static gboolean
is_kept (const AufaitNameBook *book)
{
  return book->is_kept && book->n_losses == aufait_index_count_losses (book->index);
}

static void
stop_keeping (AufaitNameBook *book)
{
  g_clear_pointer (&book->keeping, g_ptr_array_unref);
  book->n_kept = 0;
}

/* Nothing that is kept is believed any more. */
static void
lose (AufaitNameBook *book, const GError *failure)
{
  if (failure != NULL)
    g_info ("Cannot keep what people are called: %s", failure->message);
  if (!book->is_kept && book->keeping == NULL)
    return;
  stop_keeping (book);
  book->is_kept = FALSE;
  aufait_name_store_set_basis (book->index, NULL, NULL);
}

/* Of which memory the names are, and which version parted them into words. NULL and an error. */
static char *
describe (AufaitMemory *memory, GError **error)
{
  g_autofree char *text = aufait_identity_store_describe (memory, error);

  return text != NULL ? g_strconcat (AUFAIT_VERSION " ", text, NULL) : NULL;
}

/* Says so in the index, of the memory as it is now. */
static gboolean
keep_basis (AufaitNameBook *book, GError **error)
{
  g_autofree char *basis = describe (book->memory, error);
  g_autofree char *known = aufait_name_store_dup_basis (book->index);

  return basis != NULL &&
         (g_strcmp0 (basis, known) == 0 || aufait_name_store_set_basis (book->index, basis, error));
}

static gboolean
keep_some (AufaitNameBook *book, GError **error)
{
  guint until = MIN (book->n_kept + KEPT_A_CALL, book->keeping->len);

  if (book->n_kept == 0 && !aufait_name_store_clear (book->index, error))
    return FALSE;
  for (; book->n_kept < until; book->n_kept++) {
    const AufaitPerson *person = book->keeping->pdata[book->n_kept];
    g_autoptr (GArray) words = aufait_name_index_list_words (person);

    if (!aufait_name_store_set (book->index, person, words, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
keep_within (AufaitNameBook *book, GError **error)
{
  gboolean ok;

  if (!aufait_name_store_begin (book->index, error))
    return FALSE;
  ok = keep_some (book, error);
  return aufait_name_store_end (book->index, ok ? error : NULL) && ok;
}

static gboolean
begin_keeping (AufaitNameBook *book, GError **error)
{
  book->keeping = read_all (book, error);
  book->n_kept = 0;
  book->is_kept = FALSE;
  book->n_losses = aufait_index_count_losses (book->index);
  return book->keeping != NULL && aufait_name_store_set_basis (book->index, NULL, error);
}

static gboolean
end_keeping (AufaitNameBook *book, GError **error)
{
  stop_keeping (book);
  book->is_kept = TRUE;
  return !is_kept (book) || keep_basis (book, error);
}

/* --- one by one ---------------------------------------------------------------------------- */

/* Where the index fails everyone comes from where they were found first. */
static GPtrArray *
list_rest (AufaitNameBook *book, const GError *failure)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = NULL;

  if (failure != NULL)
    lose (book, failure);
  if (!book->is_whole)
    list = read_all (book, &error);
  if (error != NULL)
    g_warning ("Cannot read what people are called: %s", error->message);
  book->is_whole |= list != NULL;
  return list != NULL ? list : g_ptr_array_new ();
}

static GPtrArray *
list_with (guint32 word, gpointer user_data)
{
  AufaitNameBook *book = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *list = is_kept (book) ? aufait_name_store_list_with (book->index, word, &error) : NULL;

  return list != NULL ? list : list_rest (book, error);
}

static GPtrArray *
list_all (gpointer user_data)
{
  AufaitNameBook *book = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *list = is_kept (book) ? aufait_name_store_list (book->index, &error) : NULL;

  book->is_whole |= list != NULL;
  return list != NULL ? list : list_rest (book, error);
}

static AufaitPerson *
get (gint64 id, gpointer user_data)
{
  AufaitNameBook *book = user_data;
  g_autoptr (GError) error = NULL;
  AufaitPerson *person = is_kept (book) ? aufait_name_store_get (book->index, id, &error) : NULL;
  g_autoptr (GPtrArray) others = NULL;

  if (error != NULL)
    lose (book, error);
  others = is_kept (book) ? NULL : read_all (book, NULL);
  for (guint i = 0; others != NULL && person == NULL && i < others->len; i++)
    if (((const AufaitPerson *) others->pdata[i])->id == id)
      person = g_ptr_array_steal_index (others, i);
  return person;
}

/* --- what is asked for --------------------------------------------------------------------- */

static const AufaitNameSource source = { list_with, list_all, get };

AufaitNames *
aufait_name_book_peek (AufaitNameBook *book)
{
  if (book->names == NULL && is_kept (book)) {
    book->names = aufait_names_new_of (&source, book);
    book->is_whole = FALSE;
  }
  return book->names;
}

AufaitNames *
aufait_name_book_get (AufaitNameBook *book, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;

  if (aufait_name_book_peek (book) != NULL)
    return book->names;
  list = read_all (book, error);
  if (list == NULL)
    return NULL;
  book->names = aufait_names_new ();
  book->is_whole = TRUE;
  for (guint i = 0; i < list->len; i++)
    aufait_names_add (book->names, list->pdata[i]);
  return book->names;
}

gboolean
aufait_name_book_is_whole (const AufaitNameBook *book)
{
  return book->names != NULL && (book->is_whole || is_kept (book));
}

void
aufait_name_book_set (AufaitNameBook *book, gint64 id, const AufaitPerson *person)
{
  g_autoptr (GArray) words = NULL;
  g_autoptr (GError) error = NULL;

  stop_keeping (book);
  if (person != NULL)
    aufait_names_add (book->names, person);
  else
    aufait_names_remove (book->names, id);
  if (!is_kept (book))
    return;
  words = person != NULL ? aufait_name_index_list_words (person) : NULL;
  if (!(person != NULL ? aufait_name_store_set (book->index, person, words, &error)
                       : aufait_name_store_remove (book->index, id, &error)))
    lose (book, error);
}

static void
free_names (AufaitNameBook *book)
{
  g_clear_pointer (&book->names, aufait_names_free);
  book->is_whole = FALSE;
}

void
aufait_name_book_forget (AufaitNameBook *book)
{
  free_names (book);
  lose (book, NULL);
}

gboolean
aufait_name_book_rest (AufaitNameBook *book)
{
  g_autoptr (GError) error = NULL;
  gboolean was_used = book->names != NULL;
  gboolean ok = TRUE;

  free_names (book);
  if (book->index == NULL)
    return TRUE;
  if (is_kept (book))
    ok = keep_basis (book, &error);
  else if (book->keeping != NULL && book->n_kept == book->keeping->len)
    ok = end_keeping (book, &error);
  else if (book->keeping != NULL)
    ok = keep_within (book, &error);
  else if (was_used)
    ok = begin_keeping (book, &error);
  if (!ok)
    lose (book, error);
  return book->keeping == NULL;
}

/* --- the book ------------------------------------------------------------------------------ */

AufaitNameBook *
aufait_name_book_new (AufaitMemory *memory, AufaitIndex *index)
{
  AufaitNameBook *book = g_new0 (AufaitNameBook, 1);
  g_autofree char *known = index != NULL ? aufait_name_store_dup_basis (index) : NULL;
  g_autofree char *basis = known != NULL ? describe (memory, NULL) : NULL;

  book->memory = memory;
  book->index = index;
  book->is_kept = basis != NULL && g_str_equal (basis, known);
  book->n_losses = index != NULL ? aufait_index_count_losses (index) : 0;
  if (known != NULL && !book->is_kept)
    aufait_name_store_set_basis (index, NULL, NULL);
  return book;
}

/* What was said since the last rest is in what is kept. */
void
aufait_name_book_free (AufaitNameBook *book)
{
  if (book == NULL)
    return;
  free_names (book);
  stop_keeping (book);
  if (book->index != NULL && is_kept (book))
    keep_basis (book, NULL);
  g_free (book);
}
