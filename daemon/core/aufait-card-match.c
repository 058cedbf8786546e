/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-card-match.h"

#include <string.h>

#include "aufait-text.h"

/* Of a telephone number the last digits are the same however it is written. */
#define PHONE_DIGITS 8

static char *
dup_name_key (const AufaitCard *card)
{
  g_autofree char *name = aufait_text_fold (card->name);
  const char *mark = "";

  if (card->emails[0] != NULL)
    mark = card->emails[0];
  else if (card->phones[0] != NULL)
    mark = card->phones[0];
  return g_strconcat ("name:", name, " ", mark, NULL);
}

char *
aufait_card_match_dup_key (const AufaitCard *card)
{
  return card->uid != NULL ? g_strconcat ("uid:", card->uid, NULL) : dup_name_key (card);
}

char *
aufait_card_match_dup_own_key (const AufaitCard *card)
{
  g_autofree char *name = dup_name_key (card);

  return card->uid != NULL ? g_strconcat ("uid:", card->uid, " ", name, NULL)
                           : g_steal_pointer (&name);
}

/* --- names --------------------------------------------------------------------------------- */

static gboolean
is_same_word (const char *word, const char *other)
{
  gboolean is_initial = g_utf8_strlen (word, -1) == 1 || g_utf8_strlen (other, -1) == 1;

  if (!is_initial)
    return g_str_equal (word, other);
  return g_utf8_get_char (word) == g_utf8_get_char (other);
}

static gboolean
has_word (const AufaitWords *words, const char *word)
{
  for (guint i = 0; i < aufait_words_get_length (words); i++) {
    if (is_same_word (aufait_words_get (words, i)->folded, word))
      return TRUE;
  }
  return FALSE;
}

static gboolean
are_all_among (const AufaitWords *words, const AufaitWords *others)
{
  for (guint i = 0; i < aufait_words_get_length (words); i++) {
    if (!has_word (others, aufait_words_get (words, i)->folded))
      return FALSE;
  }
  return aufait_words_get_length (words) > 0;
}

gboolean
aufait_card_match_may_share (const char *name, const char *other)
{
  g_autoptr (AufaitWords) words = aufait_words_new (name);
  g_autoptr (AufaitWords) others = aufait_words_new (other);

  if (aufait_words_get_length (words) == 0 || aufait_words_get_length (others) == 0)
    return FALSE;
  return are_all_among (words, others) || are_all_among (others, words) ||
         is_same_word (aufait_words_get (words, 0)->folded, aufait_words_get (others, 0)->folded);
}

/* --- contradictions ------------------------------------------------------------------------ */

/* With years where both have one. */
static gboolean
is_other_birthday (const char *birthday, const char *other)
{
  if (birthday == NULL || other == NULL)
    return FALSE;
  if (birthday[0] == '-' || other[0] == '-')
    return !g_str_equal (birthday + strlen (birthday) - 5, other + strlen (other) - 5);
  return !g_str_equal (birthday, other);
}

static char *
fold_phone (const char *phone)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = phone; *p != '\0'; p++) {
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  }
  return g_strdup (digits->str + (digits->len > PHONE_DIGITS ? digits->len - PHONE_DIGITS : 0));
}

static char *
fold_email (const char *email)
{
  return g_utf8_casefold (email, -1);
}

static gboolean
have_common (GStrv values, GStrv others, char *(*fold) (const char *) )
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; others[i] != NULL; i++)
    g_hash_table_add (known, fold (others[i]));
  for (guint i = 0; values[i] != NULL; i++) {
    g_autofree char *folded = fold (values[i]);

    if (*folded != '\0' && g_hash_table_contains (known, folded))
      return TRUE;
  }
  return FALSE;
}

/* Whether both have some, and none in common. */
static gboolean
are_disjoint (GStrv values, GStrv others, char *(*fold) (const char *) )
{
  return values[0] != NULL && others[0] != NULL && !have_common (values, others, fold);
}

gboolean
aufait_card_match_shares_address (const AufaitCard *card, const AufaitCard *other)
{
  return have_common (card->emails, other->emails, fold_email) ||
         have_common (card->phones, other->phones, fold_phone);
}

gboolean
aufait_card_match_is_born_otherwise (const AufaitCard *card, const AufaitCard *other)
{
  return is_other_birthday (card->birthday, other->birthday);
}

/* With the year. */
static gboolean
is_born_on_same_day (const AufaitCard *card, const AufaitCard *other)
{
  return card->birthday != NULL && card->birthday[0] != '-' &&
         g_strcmp0 (card->birthday, other->birthday) == 0;
}

static gboolean
is_one_word (const char *name)
{
  g_autoptr (AufaitWords) words = aufait_words_new (name);

  return aufait_words_get_length (words) <= 1;
}

/* Known to be of one for nothing but a first name, as many have it. */
static gboolean
shares_first_name_only (const AufaitCard *card, const AufaitCard *other)
{
  gboolean has_birthdays = card->birthday != NULL && other->birthday != NULL;

  return is_one_word (card->name) && !has_birthdays &&
         !aufait_card_match_shares_address (card, other);
}

gboolean
aufait_card_match_contradicts (const AufaitCard *card,
                               const AufaitCard *other,
                               gboolean is_same_book)
{
  if (is_other_birthday (card->birthday, other->birthday))
    return TRUE;
  if (is_born_on_same_day (card, other))
    return FALSE;
  return is_same_book && (are_disjoint (card->emails, other->emails, fold_email) ||
                          are_disjoint (card->phones, other->phones, fold_phone) ||
                          shares_first_name_only (card, other));
}

/* --- the name ------------------------------------------------------------------------------ */

/* By words, by letters, and else by what is the same in every order. */
static gboolean
is_fuller (const char *name, const char *other)
{
  g_autoptr (AufaitWords) words = aufait_words_new (name);
  g_autoptr (AufaitWords) others = aufait_words_new (other);
  glong length = g_utf8_strlen (name, -1), other_length = g_utf8_strlen (other, -1);

  if (aufait_words_get_length (words) != aufait_words_get_length (others))
    return aufait_words_get_length (words) > aufait_words_get_length (others);
  return length != other_length ? length > other_length : strcmp (name, other) < 0;
}

const char *
aufait_card_match_pick_name (const GPtrArray *cards)
{
  const char *name = NULL;

  for (guint i = 0; i < cards->len; i++) {
    const AufaitCard *card = g_ptr_array_index (cards, i);

    if (name == NULL || is_fuller (card->name, name))
      name = card->name;
  }
  return name;
}

/* --- adding -------------------------------------------------------------------------------- */

static gboolean
contains_folded (GStrv values, const char *value)
{
  g_autofree char *folded = aufait_text_fold (value);

  for (guint i = 0; values[i] != NULL; i++) {
    g_autofree char *other = aufait_text_fold (values[i]);

    if (g_str_equal (other, folded))
      return TRUE;
  }
  return FALSE;
}

static void
add_value (GStrv *values, const char *value)
{
  guint n_values = g_strv_length (*values);

  if (contains_folded (*values, value))
    return;
  *values = g_renew (char *, *values, n_values + 2);
  (*values)[n_values] = g_strdup (value);
  (*values)[n_values + 1] = NULL;
}

static void
add_values (GStrv *values, GStrv more)
{
  for (guint i = 0; more[i] != NULL; i++)
    add_value (values, more[i]);
}

static void
set_if_none (char **value, const char *other)
{
  if (*value == NULL)
    *value = g_strdup (other);
}

/* A year is worth more than none. */
static void
set_birthday (char **birthday, const char *other)
{
  if (*birthday != NULL && (*birthday)[0] == '-' && other != NULL && other[0] != '-' &&
      !is_other_birthday (*birthday, other))
    g_clear_pointer (birthday, g_free);
  set_if_none (birthday, other);
}

void
aufait_card_match_add_to (const AufaitCard *card, AufaitPerson *person)
{
  g_autofree char *name = aufait_text_fold (person->name);
  g_autofree char *other = aufait_text_fold (card->name);

  if (!g_str_equal (name, other))
    add_value (&person->nicknames, card->name);
  add_values (&person->nicknames, card->nicknames);
  add_values (&person->emails, card->emails);
  add_values (&person->phones, card->phones);
  add_values (&person->places, card->places);
  set_birthday (&person->birthday, card->birthday);
  set_birthday (&person->anniversary, card->anniversary);
  set_if_none (&person->timezone, card->timezone);
  set_if_none (&person->language, card->language);
  person->is_dead |= card->is_dead;
}
