/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a note is about, and which of its words are the note. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aufait-api-private.h"
#include "aufait-sentence.h"

static GPtrArray *
new_people (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_ref_free);
}

/* The person that a client is sure of. NULL when an error was replied. */
static GPtrArray *
find_sure (AufaitApi *api, AufaitVarlinkCall *call, const char *who)
{
  AufaitRef *ref = aufait_api_resolve (api, call, who);
  GPtrArray *people = NULL;

  if (ref == NULL)
    return NULL;
  people = new_people ();
  g_ptr_array_add (people, ref);
  return people;
}

static void
reply_nobody (AufaitVarlinkCall *call, AufaitNames *names, const char *first)
{
  g_autoptr (GPtrArray) near = aufait_api_suggest (names, first);

  aufait_api_reply_unknown (call, near->len > 0 ? first : "", near,
                            _ ("The note names nobody who is known here: begin it with a name, "
                               "and add a new person first"));
}

static gboolean
is_number (const char *word)
{
  return *word != '\0' && strspn (word, "0123456789") == strlen (word);
}

/* "claire accouche en mai": a name that is a common word too counts where nobody else is named and
 * the text begins with it. NULL when an error was replied. */
static GPtrArray *
find_by_first_word (AufaitVarlinkCall *call,
                    AufaitNames *names,
                    const char *text,
                    const char *first)
{
  g_autofree char *word = g_strndup (text, strcspn (text, " \t\n"));
  g_autofree char *other = aufait_names_dup_other (names, text);
  g_autoptr (GPtrArray) named = aufait_names_resolve_word (names, word);

  if (named->len == 1 && !is_number (word) && other == NULL)
    return g_steal_pointer (&named);
  if (other != NULL)
    first = other;
  reply_nobody (call, names, first != NULL ? first : word);
  return NULL;
}

/* The people that the text itself speaks of. NULL when an error was replied. */
static GPtrArray *
find_in_text (AufaitApi *api, AufaitVarlinkCall *call, const char *text, const char *first)
{
  AufaitNames *names = aufait_api_get_names (api, call);
  g_autofree char *unsure = NULL;
  g_autoptr (GPtrArray) people = NULL;

  if (names == NULL)
    return NULL;
  people = aufait_names_find (names, text, &unsure);
  if (unsure != NULL) {
    /* Replies what is wrong with it. */
    AufaitRef *ref = aufait_api_resolve (api, call, unsure);

    if (ref == NULL)
      return NULL;
    g_ptr_array_add (people, ref);
  }
  if (people->len == 0)
    return find_by_first_word (call, names, text, first);
  return g_steal_pointer (&people);
}

static gboolean
contains_ref (GPtrArray *people, gint64 id)
{
  for (guint i = 0; i < people->len; i++)
    if (((const AufaitRef *) g_ptr_array_index (people, i))->id == id)
      return TRUE;
  return FALSE;
}

/* Of several whom the first word names, the one whom the words behind it name too: "Paul Smith has
 * an exam" is not about another Paul. NULL: it is not told. */
static GPtrArray *
find_by_more_words (AufaitNames *names, GPtrArray *named, const char *text)
{
  g_autofree char *unsure = NULL;
  g_autoptr (GPtrArray) found = aufait_names_find (names, text, &unsure);
  g_autoptr (GPtrArray) both = new_people ();

  for (guint i = 0; unsure == NULL && i < named->len; i++) {
    const AufaitRef *ref = g_ptr_array_index (named, i);

    if (contains_ref (found, ref->id))
      g_ptr_array_add (both, aufait_ref_new (ref->id, ref->name));
  }
  return both->len == 1 ? g_steal_pointer (&both) : NULL;
}

static gboolean
names_someone (AufaitNames *names, const char *text)
{
  g_autofree char *unsure = NULL;
  g_autoptr (GPtrArray) found = aufait_names_find (names, text, &unsure);

  return found->len > 0 || unsure != NULL;
}

/* "tom" and "petit likes rugby": the one whose name goes on in the text, which loses it. NULL:
 * there is none. */
static GPtrArray *
find_by_name (AufaitNames *names, const char *first, const char *text, char **ret_rest)
{
  AufaitRef *ref = aufait_api_find_longer (names, first, text, ret_rest);
  GPtrArray *people = NULL;
  char *rest = NULL;

  if (ref == NULL)
    return NULL;
  rest = g_strdup (*ret_rest + strspn (*ret_rest, " ,;:"));
  g_free (*ret_rest);
  *ret_rest = rest;
  people = new_people ();
  g_ptr_array_add (people, ref);
  return people;
}

/* The one whom a word names that stands alone, when there is one such: "mark" is a name behind
 * "alice and", although it is a word like others elsewhere. Else NULL. */
static AufaitRef *
find_one (AufaitNames *names, const char *word)
{
  g_autoptr (GPtrArray) named = aufait_names_resolve_word (names, word);

  return named->len == 1 && !is_number (word) ? g_ptr_array_steal_index (named, 0) : NULL;
}

/* Whom the word names that is the second of @text. NULL: nobody, or several. */
static AufaitRef *
find_by_second_word (AufaitNames *names, const char *text)
{
  g_autofree char *word = NULL;

  text += strcspn (text, " ");
  text += strspn (text, " ");
  word = g_strndup (text, strcspn (text, " \t\n,.;:!?"));
  return find_one (names, word);
}

/* "Paul" and "and Zoe are going to Rome" are one sentence about two. NULL: it is not. */
static GPtrArray *
find_joined (AufaitNames *names, const char *first, const char *text, const char *whole)
{
  g_autofree char *unsure = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (AufaitRef) one = NULL;
  g_autoptr (AufaitRef) other = NULL;

  if (!aufait_sentence_goes_on (text))
    return NULL;
  people = aufait_names_find (names, whole, &unsure);
  if (people->len > 1 && unsure == NULL)
    return g_steal_pointer (&people);
  one = find_one (names, first);
  other = find_by_second_word (names, text);
  if (one == NULL || other == NULL || one->id == other->id)
    return NULL;
  g_ptr_array_set_size (people, 0);
  g_ptr_array_add (people, g_steal_pointer (&one));
  g_ptr_array_add (people, g_steal_pointer (&other));
  return g_steal_pointer (&people);
}

/* "Bob's daughter turns three" is about Bob. NULL: it is not told. */
static GPtrArray *
find_by_possessive (AufaitNames *names, const char *first)
{
  static const char *const endings[] = { "'s", "\u2019s" };
  g_autoptr (AufaitRef) owner = NULL;
  GPtrArray *people = NULL;

  for (gsize i = 0; owner == NULL && i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *name =
        g_strndup (first, strlen (first) - MIN (strlen (first), strlen (endings[i])));

    if (g_str_has_suffix (first, endings[i]))
      owner = find_one (names, name);
  }
  if (owner == NULL)
    return NULL;
  people = new_people ();
  g_ptr_array_add (people, g_steal_pointer (&owner));
  return people;
}

/* The people whom a first word names, or the words with it; NULL when an error was replied. Sets
 * the whole note as @whole when the first word belongs to it. */
static GPtrArray *
find_by_first (AufaitApi *api,
               AufaitVarlinkCall *call,
               AufaitNames *names,
               const AufaitApiAddNote *in,
               char **ret_whole)
{
  g_autofree char *whole = g_strconcat (in->first, " ", in->text, NULL);
  g_autoptr (GPtrArray) named = aufait_names_resolve_word (names, in->first);
  GPtrArray *one = find_by_name (names, in->first, in->text, ret_whole);

  if (one != NULL)
    return one;
  one = find_joined (names, in->first, in->text, whole);
  if (one == NULL && named->len == 0)
    one = find_by_possessive (names, in->first);
  if (one != NULL) {
    *ret_whole = g_steal_pointer (&whole);
    return one;
  }

  /* "3 days at the beach with Paul" is about Paul, not about number 3. */
  if (is_number (in->first) && names_someone (names, in->text))
    g_ptr_array_set_size (named, 0);
  if (named->len == 1)
    return g_steal_pointer (&named);
  if (named->len > 1)
    one = find_by_more_words (names, named, whole);
  if (named->len > 1 && one == NULL)
    return find_sure (api, call, in->first);
  *ret_whole = g_steal_pointer (&whole);
  return one != NULL ? one : find_in_text (api, call, *ret_whole, in->first);
}

/* "@zoe", not "zoe@example.org" nor "@@zoe". */
static gboolean
is_mark (const char *text, const char *at)
{
  return at == text || strchr (" \t\n,(\"", at[-1]) != NULL;
}

/* "@zoe and @paul": who is marked is meant too. FALSE when an error was replied. */
static gboolean
add_marked (AufaitApi *api, AufaitVarlinkCall *call, GPtrArray *people, const char *text)
{
  AufaitNames *names = aufait_api_get_names (api, call);

  for (const char *at = strchr (text, '@'); at != NULL; at = strchr (at + 1, '@')) {
    gsize length = is_mark (text, at) ? strcspn (at + 1, " \t\n,.;:!?()\"") : 0;
    g_autofree char *word = g_strndup (at, 1 + length);
    g_autoptr (GPtrArray) named = length > 0 ? aufait_names_resolve_word (names, word) : NULL;
    g_autoptr (AufaitRef) ref = NULL;

    if (named == NULL || named->len == 0)
      continue;
    ref = aufait_api_resolve (api, call, word);
    if (ref == NULL)
      return FALSE;
    if (!contains_ref (people, ref->id))
      g_ptr_array_add (people, g_steal_pointer (&ref));
  }
  return TRUE;
}

GPtrArray *
aufait_api_find_named (AufaitApi *api,
                       AufaitVarlinkCall *call,
                       const AufaitApiAddNote *in,
                       char **ret_text)
{
  AufaitNames *names = aufait_api_get_names (api, call);
  g_autofree char *whole = NULL;
  g_autoptr (GPtrArray) people = NULL;

  if (names == NULL)
    return NULL;
  if (in->who != NULL)
    people = find_sure (api, call, in->who);
  else if (in->first == NULL || *in->first == '\0')
    people = find_in_text (api, call, in->text, NULL);
  else if (*in->first == '@')
    people = find_sure (api, call, in->first);
  else
    people = find_by_first (api, call, names, in, &whole);
  *ret_text = whole != NULL ? g_steal_pointer (&whole) : g_strdup (in->text);
  if (people == NULL || !add_marked (api, call, people, *ret_text))
    return NULL;
  return g_steal_pointer (&people);
}
