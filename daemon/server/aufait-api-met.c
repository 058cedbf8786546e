/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With whom a contact was: one, or several who are joined, "Paul and Zoe". */
#include "config.h"

#include <string.h>

#include "aufait-api-private.h"
#include "aufait-reading.h"
#include "aufait-told-day.h"

/* Who were found so far, and what is left of the words. */
typedef struct {
  AufaitNames *names;
  GPtrArray *people; /* AufaitRef */
  char *rest;
} Party;

static void
clear_party (Party *party)
{
  g_clear_pointer (&party->people, g_ptr_array_unref);
  g_clear_pointer (&party->rest, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Party, clear_party)

static void
set_rest (Party *party, const char *rest)
{
  char *copy = g_strchug (g_strdup (rest));

  g_free (party->rest);
  party->rest = copy;
}

/* Takes @ref; who is named twice is there once. */
static void
add_person (Party *party, AufaitRef *ref)
{
  for (guint i = 0; i < party->people->len; i++)
    if (((const AufaitRef *) g_ptr_array_index (party->people, i))->id == ref->id) {
      aufait_ref_free (ref);
      return;
    }
  g_ptr_array_add (party->people, ref);
}

/* Behind "and", "et", a comma …; NULL: nothing joins. */
static const char *
skip_joint (const char *text)
{
  g_autoptr (AufaitReading) reading = aufait_reading_new (text, aufait_lexicon_get ());
  guint at, behind = 0;

  do {
    const AufaitToken *token = aufait_reading_get (reading, behind);
    gboolean is_sign = aufait_token_is_sign (token, ',') || aufait_token_is_sign (token, '&') ||
                       aufait_token_is_sign (token, '+');

    at = behind;
    behind = is_sign ? at + 1 : aufait_reading_skip (reading, at, AUFAIT_WORD_AND);
  } while (behind > at);
  return behind > 0 && aufait_reading_get (reading, behind) != NULL
             ? text + aufait_reading_get (reading, behind)->start
             : NULL;
}

/* Whether nothing is left but a day, so that the word before is a name if it can be one. */
static gboolean
is_over (AufaitApi *api, const char *rest)
{
  const char *behind = rest;

  if (*rest != '\0')
    aufait_told_day_find (rest, aufait_api_get_today (api), FALSE, &behind);
  return *rest == '\0' || behind != rest;
}

/* Whom @word names for sure: "will" may be a verb. */
static GPtrArray *
find_word (AufaitApi *api, const Party *party, const char *word, const char *rest)
{
  g_autoptr (GPtrArray) named = aufait_names_resolve_word (party->names, word);
  g_autofree char *unsure = NULL;
  g_autoptr (GPtrArray) spoken_of = aufait_names_find (party->names, word, &unsure);

  if (strspn (word, "0123456789") == strlen (word) ||
      (spoken_of->len == 0 && unsure == NULL && !is_over (api, rest)))
    g_ptr_array_set_size (named, 0);
  return g_steal_pointer (&named);
}

/* Adds who is joined to those before. FALSE: nobody is. Sets @ret_unsure, to be freed, where it
 * could be several. */
static gboolean
add_joined (AufaitApi *api, Party *party, char **ret_unsure)
{
  const char *at = skip_joint (party->rest);
  gsize length = at != NULL ? strcspn (at, " \t\n,;:.") : 0;
  g_autofree char *word = at != NULL ? g_strndup (at, length) : NULL;
  g_autofree char *rest = NULL;
  g_autofree char *behind = at != NULL ? g_strchug (g_strdup (at + length)) : NULL;
  g_autoptr (GPtrArray) named = NULL;
  AufaitRef *longer = NULL;

  if (length == 0)
    return FALSE;
  longer = aufait_api_find_longer (party->names, word, behind, &rest);
  if (longer != NULL) {
    add_person (party, longer);
    set_rest (party, rest);
    return TRUE;
  }
  named = find_word (api, party, word, behind);
  if (named->len > 1)
    *ret_unsure = g_steal_pointer (&word);
  if (named->len != 1)
    return FALSE;
  add_person (party, g_ptr_array_steal_index (named, 0));
  set_rest (party, behind);
  return TRUE;
}

/* The first one. FALSE when an error was replied. */
static gboolean
add_first (AufaitApi *api, AufaitVarlinkCall *call, Party *party, const char *who)
{
  g_autofree char *rest = NULL;
  AufaitRef *ref = aufait_api_find_longer (party->names, who, party->rest, &rest);

  if (ref == NULL)
    ref = aufait_api_resolve (api, call, who);
  if (ref == NULL)
    return FALSE;
  add_person (party, ref);
  if (rest != NULL)
    set_rest (party, rest);
  return TRUE;
}

/* WHO in quotation marks may be two: "Paul and Zoe" is "Paul", and "and Zoe" before the text. What
 * is behind a comma is joined too. Returns the first of them, to be freed. */
static char *
split_who (Party *party, const char *who)
{
  g_autoptr (GPtrArray) named = aufait_names_resolve (party->names, who);
  gsize length = strlen (who);
  g_autofree char *rest = NULL;

  if (named->len == 0)
    for (gsize i = strcspn (who, " ,&+"); i < strlen (who);
         i += 1 + strcspn (who + i + 1, " ,&+")) {
      if (skip_joint (who + i) == NULL)
        continue;
      length = i;
      break;
    }
  else if (g_str_has_suffix (who, ","))
    length--;
  rest = g_strconcat (who + length, " ", party->rest, NULL);
  if (length < strlen (who))
    set_rest (party, rest);
  return g_strndup (who, length);
}

GPtrArray *
aufait_api_find_met (AufaitApi *api,
                     AufaitVarlinkCall *call,
                     const AufaitApiAddContact *in,
                     char **ret_text)
{
  g_auto (Party) party = { .names = aufait_api_get_names (api, call) };
  g_autofree char *who = NULL;
  g_autofree char *unsure = NULL;

  if (party.names == NULL)
    return NULL;
  party.people = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_ref_free);
  party.rest = g_strdup (in->text != NULL ? in->text : "");
  who = split_who (&party, in->who);
  if (!add_first (api, call, &party, who))
    return NULL;
  while (add_joined (api, &party, &unsure))
    ;
  if (unsure != NULL) {
    /* Replies who they are. */
    AufaitRef *ref = aufait_api_resolve (api, call, unsure);

    g_clear_pointer (&ref, aufait_ref_free);
    return NULL;
  }
  set_rest (&party, party.rest + strspn (party.rest, " ,:"));
  *ret_text = g_steal_pointer (&party.rest);
  return g_steal_pointer (&party.people);
}
