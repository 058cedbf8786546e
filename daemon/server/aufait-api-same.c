/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handlers: who is who, where only the user knows. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-api-private.h"
#include "aufait-card-match.h"
#include "aufait-card-store.h"
#include "aufait-former-store.h"
#include "aufait-identity-store.h"
#include "aufait-person-store.h"
#include "aufait-text.h"

/* @other: whom it is said of, too. */
static void
reply_changed (AufaitApi *api, AufaitVarlinkCall *call, gint64 id, gint64 other, const char *what)
{
  aufait_api_take_person (api, id);
  aufait_api_take_person (api, other);
  aufait_agenda_rediscover (api->agenda);
  aufait_api_tell_changed (api, what);
  aufait_api_reply_person (api, call, id);
}

/* The names of the two. FALSE when an error was replied. */
static gboolean
part_names (AufaitApi *api,
            AufaitVarlinkCall *call,
            const AufaitApiPair *in,
            char **ret_who,
            char **ret_whom)
{
  if (in->other == NULL)
    return aufait_api_split_pair (api, call, in->who, ret_who, ret_whom);
  *ret_who = g_strdup (in->who);
  *ret_whom = g_strdup (in->other);
  return TRUE;
}

/* --- Same ---------------------------------------------------------------------------------- */

/* Of two people one of whom something was said stays, with their id. */
static void
order (AufaitApi *api, gint64 *into, gint64 *from)
{
  g_autoptr (AufaitPerson) person = aufait_person_store_get (api->memory, *into, NULL);
  g_autoptr (AufaitPerson) other = aufait_person_store_get (api->memory, *from, NULL);
  gint64 id = *into;

  if (person == NULL || other == NULL || !person->is_of_cards || other->is_of_cards)
    return;
  *into = *from;
  *from = id;
}

static gboolean
merge (AufaitApi *api, const char *what, gint64 into, gint64 from, GError **error)
{
  if (!aufait_memory_begin (api->memory, what, error))
    return FALSE;
  return aufait_api_end_command (api, aufait_identity_store_merge (api->memory, into, from, error),
                                 error);
}

void
aufait_api_handle_same (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiPair *parameters = in;
  g_autofree char *who = NULL;
  g_autofree char *whom = NULL;
  gboolean is_told = part_names (api, call, parameters, &who, &whom);
  g_autoptr (AufaitRef) one = is_told ? aufait_api_resolve (api, call, who) : NULL;
  g_autoptr (AufaitRef) other = one != NULL ? aufait_api_resolve (api, call, whom) : NULL;
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;
  gint64 into, from;

  if (other == NULL)
    return;
  if (one->id == other->id) {
    aufait_api_reply_refused (call, _ ("These two are one person already"));
    return;
  }
  into = one->id;
  from = other->id;
  order (api, &into, &from);
  /* Translators: the names of two people. */
  what = g_strdup_printf (_ ("%s and %s are the same"), one->name, other->name);
  if (merge (api, what, into, from, &error))
    reply_changed (api, call, into, from, what);
  else
    aufait_api_reply_memory_error (call, error);
}

/* --- Apart --------------------------------------------------------------------------------- */

static gboolean
is_named (const AufaitCard *card, const char *who)
{
  g_autofree char *folded = aufait_text_fold (who);
  g_autofree char *name = aufait_text_fold (card->name);

  if (g_str_equal (name, folded) || g_strcmp0 (card->uid, who) == 0)
    return TRUE;
  for (guint i = 0; card->emails[i] != NULL; i++) {
    g_autofree char *email = aufait_text_fold (card->emails[i]);

    if (g_str_equal (email, folded))
      return TRUE;
  }
  return FALSE;
}

/* The only card that @who names, by its address, its uid or its whole name; NULL: none, or two. */
static const AufaitCard *
find_card (const GPtrArray *cards, const char *who)
{
  const AufaitCard *found = NULL;

  for (guint i = 0; i < cards->len; i++) {
    if (!is_named (cards->pdata[i], who))
      continue;
    if (found != NULL)
      return NULL;
    found = cards->pdata[i];
  }
  return found;
}

/* Two people, and the cards of the first; of both, where they are known to be two. */
typedef struct {
  gint64 person;
  const GPtrArray *cards;
  const AufaitCard *card; /* of these the one that is somebody else's; NULL: none */
  const AufaitCard *kept; /* and the one that is theirs; NULL: the others */
  gint64 other;           /* whose it is then; 0: somebody new */
  const GPtrArray *others;
} Parting;

static gboolean
has_same_key (const AufaitCard *card,
              const AufaitCard *other,
              char *(*dup_key) (const AufaitCard *) )
{
  g_autofree char *key = dup_key (card);
  g_autofree char *other_key = dup_key (other);

  return g_str_equal (key, other_key);
}

/* Whether two people's cards have one uid. */
static gboolean
is_by_own_key (const Parting *parting)
{
  return parting->card != NULL && parting->kept != NULL &&
         has_same_key (parting->card, parting->kept, aufait_card_match_dup_key);
}

/* One person's card may stand in several address books under one key. */
static gboolean
is_away (const Parting *parting, const AufaitCard *card)
{
  return parting->card != NULL &&
         has_same_key (card, parting->card,
                       is_by_own_key (parting) ? aufait_card_match_dup_own_key
                                               : aufait_card_match_dup_key);
}

/* A uid that somebody else is known by stays theirs. */
static gboolean
say_uid (AufaitApi *api, const char *key, gint64 whose, gint64 from_now_on, GError **error)
{
  gint64 id = aufait_identity_store_find (api->memory, key, NULL, NULL);

  return (id != 0 && id != whose) ||
         aufait_identity_store_set (api->memory, key, from_now_on, TRUE, error);
}

/* A card that is alone with its uid is known by that, however it changes. */
static gboolean
say_own_key (
    AufaitApi *api, const AufaitCard *card, gboolean is_wanted, gint64 from_now_on, GError **error)
{
  g_autofree char *key = aufait_card_match_dup_own_key (card);

  return (!is_wanted && aufait_identity_store_find (api->memory, key, NULL, NULL) == 0) ||
         aufait_identity_store_set (api->memory, key, from_now_on, TRUE, error);
}

static gboolean
say_whose (
    AufaitApi *api, const Parting *parting, const GPtrArray *cards, gint64 whose, GError **error)
{
  gboolean has_one_uid = is_by_own_key (parting);

  for (guint i = 0; i < cards->len; i++) {
    g_autofree char *key = aufait_card_match_dup_key (cards->pdata[i]);
    gboolean goes = is_away (parting, cards->pdata[i]);
    gint64 from_now_on = goes ? parting->other : whose;

    if (!say_own_key (api, cards->pdata[i], has_one_uid, from_now_on, error) ||
        (!(goes && has_one_uid) && !say_uid (api, key, whose, from_now_on, error)))
      return FALSE;
  }
  return TRUE;
}

/* Who was one with somebody else has that one's name as another one of their own. */
static gboolean
part_within (AufaitApi *api, Parting *parting, GError **error)
{
  if (parting->card != NULL) {
    g_autoptr (AufaitPerson) other = aufait_person_new (parting->card->name);

    other->is_of_cards = TRUE;
    if (!aufait_person_store_add (api->memory, other, error) ||
        !aufait_person_store_remove_nickname (api->memory, parting->person, other->name, error))
      return FALSE;
    parting->other = other->id;
  }
  return say_whose (api, parting, parting->cards, parting->person, error) &&
         (parting->others == NULL ||
          say_whose (api, parting, parting->others, parting->other, error));
}

static gboolean
part (AufaitApi *api, const char *what, Parting *parting, GError **error)
{
  if (!aufait_memory_begin (api->memory, what, error))
    return FALSE;
  return aufait_api_end_command (api, part_within (api, parting, error), error);
}

static GPtrArray *
list_cards (AufaitApi *api, gint64 person, GError **error)
{
  AufaitIndex *index = aufait_directory_get_index (api->directory);

  return index != NULL ? aufait_card_store_list_of_person (index, person, error)
                       : g_ptr_array_new ();
}

static const AufaitPerson *
find_by_id (const GPtrArray *people, gint64 id)
{
  for (guint i = 0; i < people->len; i++)
    if (((const AufaitPerson *) people->pdata[i])->id == id)
      return people->pdata[i];
  return NULL;
}

/* The only one of @formers who is called so; NULL: none, or two. */
static const AufaitPerson *
find_by_name (const GPtrArray *formers, const char *who)
{
  g_autoptr (AufaitNames) names = aufait_names_new ();
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < formers->len; i++)
    aufait_names_add (names, formers->pdata[i]);
  found = aufait_names_resolve (names, who);
  return found->len == 1 ? find_by_id (formers, ((const AufaitRef *) found->pdata[0])->id) : NULL;
}

/* The one of @formers whose card @who names. */
static const AufaitPerson *
find_by_card (AufaitApi *api, gint64 person, const GPtrArray *formers, const char *who)
{
  g_autoptr (GPtrArray) cards = list_cards (api, person, NULL);
  const AufaitCard *card = cards != NULL ? find_card (cards, who) : NULL;
  g_autofree char *key = card != NULL ? aufait_card_match_dup_key (card) : NULL;
  g_autofree char *own_key = card != NULL ? aufait_card_match_dup_own_key (card) : NULL;
  gint64 id = 0;

  if (card != NULL)
    id = aufait_former_store_find_by_card (api->memory, person, own_key, NULL);
  if (card != NULL && id == 0)
    id = aufait_former_store_find_by_card (api->memory, person, key, NULL);
  return find_by_id (formers, id);
}

static const AufaitPerson *
find_former (
    AufaitApi *api, gint64 person, const GPtrArray *formers, const char *who, const char *whom)
{
  const char *const asked[] = { whom, who };
  const AufaitPerson *former = NULL;

  for (gsize i = 0; former == NULL && i < G_N_ELEMENTS (asked); i++) {
    former = find_by_name (formers, asked[i]);
    if (former == NULL)
      former = find_by_card (api, person, formers, asked[i]);
  }
  return former;
}

static gint64
find_owner (AufaitApi *api, const AufaitCard *card, char *(*dup_key) (const AufaitCard *) )
{
  g_autofree char *key = dup_key (card);

  return aufait_identity_store_find (api->memory, key, NULL, NULL);
}

/* Whether @card, or another one of its uid, is @person's for what stands on it. */
static gboolean
has_own (AufaitApi *api, const GPtrArray *cards, const AufaitCard *card, gint64 person)
{
  for (guint i = 0; i < cards->len; i++) {
    if (has_same_key (cards->pdata[i], card, aufait_card_match_dup_key) &&
        find_owner (api, cards->pdata[i], aufait_card_match_dup_own_key) == person)
      return TRUE;
  }
  return FALSE;
}

/* What came in one more address book since then, with a uid of @former's. */
static gboolean
give_back_later (AufaitApi *api, const GPtrArray *cards, gint64 former, GError **error)
{
  g_autoptr (GPtrArray) later = g_ptr_array_new ();
  gboolean ok = TRUE;

  for (guint i = 0; i < cards->len; i++) {
    if (find_owner (api, cards->pdata[i], aufait_card_match_dup_key) == former &&
        !has_own (api, cards, cards->pdata[i], former))
      g_ptr_array_add (later, cards->pdata[i]);
  }
  for (guint i = 0; ok && i < later->len; i++)
    ok = say_own_key (api, later->pdata[i], FALSE, former, error);
  return ok;
}

/* Both have their cards for good: nothing puts them together again. */
static gboolean
give_back_within (AufaitApi *api, gint64 person, const AufaitPerson *former, GError **error)
{
  g_autoptr (GPtrArray) cards = list_cards (api, person, error);
  Parting parting = { .person = person, .cards = cards, .other = former->id };

  return cards != NULL && say_whose (api, &parting, cards, person, error) &&
         aufait_former_store_give_back (api->memory, person, former->id, error) &&
         give_back_later (api, cards, former->id, error);
}

/* Two who were two until the user said that they are one: each has again what was theirs. */
static void
give_back (AufaitApi *api,
           AufaitVarlinkCall *call,
           const AufaitRef *one,
           const AufaitPerson *former)
{
  g_autoptr (GError) error = NULL;
  /* Translators: the names of two people. */
  g_autofree char *what = g_strdup_printf (_ ("%s and %s are two people"), one->name, former->name);

  if (aufait_memory_begin (api->memory, what, &error) &&
      aufait_api_end_command (api, give_back_within (api, one->id, former, &error), &error))
    reply_changed (api, call, one->id, former->id, what);
  else
    aufait_api_reply_memory_error (call, error);
}

/* Two whose cards were taken for one person's: the second card is somebody else's. */
static void
part_cards (AufaitApi *api,
            AufaitVarlinkCall *call,
            const AufaitRef *one,
            const char *who,
            const char *whom)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = list_cards (api, one->id, &error);
  const AufaitCard *first = cards != NULL ? find_card (cards, who) : NULL;
  const AufaitCard *second = cards != NULL ? find_card (cards, whom) : NULL;
  Parting parting = { .person = one->id, .cards = cards, .card = second, .kept = first };
  g_autofree char *what = NULL;

  if (cards == NULL) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  if (second == NULL || first == second) {
    aufait_api_reply_refused (
        call, _ ("These are one person, and their cards cannot be told apart by that: name each by "
                 "an e-mail address that is on its card alone"));
    return;
  }
  /* Translators: the name of a person, and the name on a card. */
  what = g_strdup_printf (_ ("%s and %s are two people"), one->name, second->name);
  if (part (api, what, &parting, &error))
    reply_changed (api, call, one->id, parting.other, what);
  else
    aufait_api_reply_memory_error (call, error);
}

static void
part_one (AufaitApi *api,
          AufaitVarlinkCall *call,
          const AufaitRef *one,
          const char *who,
          const char *whom)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) formers = aufait_former_store_list (api->memory, one->id, &error);
  const AufaitPerson *former =
      formers != NULL ? find_former (api, one->id, formers, who, whom) : NULL;

  if (formers == NULL)
    aufait_api_reply_memory_error (call, error);
  else if (former != NULL)
    give_back (api, call, one, former);
  else
    part_cards (api, call, one, who, whom);
}

/* Two who are two already: nothing will put their cards together. */
static void
keep_apart (AufaitApi *api, AufaitVarlinkCall *call, const AufaitRef *one, const AufaitRef *other)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = list_cards (api, one->id, &error);
  g_autoptr (GPtrArray) others = cards != NULL ? list_cards (api, other->id, &error) : NULL;
  /* Translators: the name of a person, and the name on a card. */
  g_autofree char *what = g_strdup_printf (_ ("%s and %s are two people"), one->name, other->name);
  Parting parting = { .person = one->id, .cards = cards, .other = other->id, .others = others };

  if (others != NULL && part (api, what, &parting, &error))
    reply_changed (api, call, one->id, other->id, what);
  else
    aufait_api_reply_memory_error (call, error);
}

void
aufait_api_handle_apart (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiPair *parameters = in;
  g_autofree char *who = NULL;
  g_autofree char *whom = NULL;
  gboolean is_told = part_names (api, call, parameters, &who, &whom);
  g_autoptr (AufaitRef) one = is_told ? aufait_api_resolve (api, call, who) : NULL;
  g_autoptr (AufaitRef) other = one != NULL ? aufait_api_resolve (api, call, whom) : NULL;

  if (other == NULL)
    return;
  if (one->id == other->id)
    part_one (api, call, one, who, whom);
  else
    keep_apart (api, call, one, other);
}
