/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-card-linker.h"

#include "aufait-card-match.h"
#include "aufait-card-owner.h"
#include "aufait-card-store.h"
#include "aufait-identity-store.h"
#include "aufait-link-store.h"
#include "aufait-person-store.h"

struct _AufaitCardLinker {
  AufaitDirectory *directory;
  AufaitMemory *memory;
  AufaitIndex *index;
  GPtrArray *gone;  /* AufaitLinkStoreCard: of cards that are not there any more, until the sweep */
  GHashTable *lost; /* ids of people who lost a card */
};

/* One turn. */
typedef struct {
  AufaitCardLinker *linker;
  AufaitNames *names;
  GArray *people;      /* ids (gint64) of those whose cards were looked at; NULL: no matter */
  AufaitPerson *added; /* for this card; NULL: it is someone's who was known */
} Turn;

AufaitCardLinker *
aufait_card_linker_new (AufaitDirectory *directory)
{
  AufaitCardLinker *linker = g_new0 (AufaitCardLinker, 1);

  linker->directory = directory;
  linker->memory = aufait_directory_get_memory (directory);
  linker->index = aufait_directory_get_index (directory);
  linker->gone = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_link_store_card_free);
  linker->lost = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return linker;
}

void
aufait_card_linker_free (AufaitCardLinker *linker)
{
  if (linker == NULL)
    return;
  g_ptr_array_unref (linker->gone);
  g_hash_table_unref (linker->lost);
  g_free (linker);
}

/* --- one card ------------------------------------------------------------------------------ */

static gint64
add_person (Turn *turn, const AufaitCard *card, GError **error)
{
  turn->added = aufait_person_new (card->name);
  turn->added->is_of_cards = TRUE;
  return aufait_person_store_add (turn->linker->memory, turn->added, error) ? turn->added->id : 0;
}

static gboolean
set_key (const Turn *turn, const char *key, gint64 id, GError **error)
{
  return aufait_identity_store_set (turn->linker->memory, key, id, FALSE, error);
}

/* The other cards that are there with the uid of @card. */
static GPtrArray *
list_others (const Turn *turn, const AufaitCard *card, GError **error)
{
  GPtrArray *cards = aufait_card_store_list_of_uid (turn->linker->index, card->uid, error);

  for (guint i = cards != NULL ? cards->len : 0; i > 0; i--) {
    if (((const AufaitCard *) cards->pdata[i - 1])->id == card->id)
      g_ptr_array_remove_index (cards, i - 1);
  }
  return cards;
}

/* From then on a card of @person_id's, with a uid that others have too, is theirs without it. */
static gboolean
keep_own_key (const Turn *turn, const AufaitCard *card, gint64 person_id, GError **error)
{
  g_autofree char *key = aufait_card_match_dup_own_key (card);
  g_autoptr (GError) failure = NULL;
  gint64 id = aufait_identity_store_find (turn->linker->memory, key, NULL, &failure);

  if (failure == NULL)
    return id != 0 || set_key (turn, key, person_id, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
says_the_same (const AufaitLinkStoreCard *link, const AufaitCard *card)
{
  return g_str_equal (link->name, card->name) &&
         g_strv_equal ((const char *const *) link->nicknames,
                       (const char *const *) card->nicknames) &&
         g_strv_equal ((const char *const *) link->emails, (const char *const *) card->emails);
}

/* The same of the cards that were the first to have the uid. */
static gboolean
keep_own_keys (const Turn *turn, const GPtrArray *cards, GError **error)
{
  for (guint i = 0; i < cards->len; i++) {
    const AufaitCard *card = cards->pdata[i];
    g_autoptr (AufaitLinkStoreCard) link =
        aufait_link_store_find_card (turn->linker->index, card->id, NULL);

    if (link != NULL && says_the_same (link, card) &&
        aufait_card_owner_is_known (turn->linker->memory, link->person_id) &&
        !keep_own_key (turn, card, link->person_id, error))
      return FALSE;
  }
  return TRUE;
}

/* Somebody whom something else than a uid tells, or someone new. */
static gint64
find_or_add (Turn *turn,
             const AufaitCardOwner *owner,
             const AufaitCard *card,
             const AufaitLinkStoreCard *before,
             GError **error)
{
  gint64 id = aufait_card_owner_find (owner, card, before);

  return id != 0 ? id : add_person (turn, card, error);
}

/* The same of a card whose uid is @known's. Of several with one uid each is known without it from
 * then on. */
static gint64
decide_by_uid (Turn *turn,
               const AufaitCardOwner *owner,
               const AufaitCard *card,
               gint64 known,
               const AufaitLinkStoreCard *before,
               GError **error)
{
  g_autoptr (GPtrArray) others = list_others (turn, card, error);
  gint64 id = known;

  if (others == NULL)
    return 0;
  if (!aufait_card_owner_is_known_by_uid (owner, card, known, others, before))
    id = find_or_add (turn, owner, card, before, error);
  if (id == 0 || (others->len > 0 &&
                  (!keep_own_key (turn, card, id, error) || !keep_own_keys (turn, others, error))))
    return 0;
  return id;
}

/* 0 and an error, or the person; someone new where it is nobody who is known. */
static gint64
decide (Turn *turn, const AufaitCard *card, const AufaitLinkStoreCard *before, GError **error)
{
  AufaitCardOwner owner = { turn->linker->memory, turn->linker->index, turn->names,
                            turn->linker->gone };
  g_autofree char *own_key = aufait_card_match_dup_own_key (card);
  g_autofree char *key = aufait_card_match_dup_key (card);
  g_autoptr (GError) failure = NULL;
  gint64 id = aufait_identity_store_find (turn->linker->memory, own_key, NULL, &failure), known = 0;

  if (failure == NULL && id == 0 && card->uid != NULL)
    known = aufait_identity_store_find (turn->linker->memory, key, NULL, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return 0;
  }
  if (id != 0)
    return id;
  if (known != 0)
    return decide_by_uid (turn, &owner, card, known, before, error);
  id = find_or_add (turn, &owner, card, before, error);
  return id != 0 && set_key (turn, key, id, error) ? id : 0;
}

static void
tell (const Turn *turn, gint64 person_id)
{
  if (turn->people != NULL)
    g_array_append_val (turn->people, person_id);
}

static void
lose (AufaitCardLinker *linker, gint64 person_id)
{
  g_hash_table_add (linker->lost, g_memdup2 (&person_id, sizeof person_id));
}

/* Who is known from cards alone is called what the cards say. */
static gboolean
rename_person (AufaitCardLinker *linker, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) cards = aufait_card_store_list_linked (linker->index, person_id, error);
  const char *name = cards != NULL ? aufait_card_match_pick_name (cards) : NULL;

  return cards != NULL &&
         (name == NULL || aufait_identity_store_rename (linker->memory, person_id, name, error));
}

/* Of whom was just made for the card nothing need be looked up. */
static gboolean
renew_person (Turn *turn, const AufaitCard *card, gint64 id, GError **error)
{
  if (turn->added != NULL) {
    aufait_card_match_add_to (card, turn->added);
    aufait_directory_add (turn->linker->directory, turn->added);
    return TRUE;
  }
  if (!rename_person (turn->linker, id, error))
    return FALSE;
  aufait_directory_renew_linked (turn->linker->directory, id);
  return TRUE;
}

static gboolean
link_person (Turn *turn, const AufaitCard *card, GError **error)
{
  AufaitCardLinker *linker = turn->linker;
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitLinkStoreCard) before =
      aufait_link_store_find_card (linker->index, card->id, &failure);
  gint64 id = failure == NULL ? decide (turn, card, before, &failure) : 0;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  tell (turn, id);
  if (before != NULL && before->person_id == id && says_the_same (before, card))
    return TRUE;
  if (before != NULL && before->person_id != id)
    lose (linker, before->person_id);
  return aufait_link_store_set_card (linker->index, card, id, error) &&
         renew_person (turn, card, id, error);
}

/* A card that has become a company's, or a group's, is nobody's. */
static gboolean
unlink_other (Turn *turn, const AufaitCard *card, GError **error)
{
  AufaitCardLinker *linker = turn->linker;
  g_autoptr (AufaitLinkStoreCard) before =
      aufait_link_store_find_card (linker->index, card->id, error);

  if (before == NULL)
    return TRUE;
  lose (linker, before->person_id);
  return aufait_link_store_remove_card (linker->index, card->id, error);
}

static gboolean
link_cards (Turn *turn, const GPtrArray *cards, GError **error)
{
  for (guint i = 0; i < cards->len; i++) {
    const AufaitCard *card = cards->pdata[i];
    gboolean ok = card->kind == AUFAIT_CARD_PERSON ? link_person (turn, card, error)
                                                   : unlink_other (turn, card, error);

    g_clear_pointer (&turn->added, aufait_person_free);
    if (!ok)
      return FALSE;
  }
  return TRUE;
}

/* --- a turn -------------------------------------------------------------------------------- */

/* What both databases are to keep, they keep together: the memory first, as the index can be made
 * anew. The number of somebody whom the memory has not kept will be somebody else's. */
static gboolean
keep (AufaitCardLinker *linker, gboolean ok, GError **error)
{
  if (!ok)
    aufait_memory_rollback (linker->memory);
  else
    ok = aufait_memory_commit (linker->memory, error);
  if (ok)
    return aufait_link_store_end (linker->index, error);
  aufait_link_store_cancel (linker->index);
  return FALSE;
}

/* Who calls us tries again. */
static gboolean
begin_in_memory (AufaitCardLinker *linker, gboolean is_derived, GError **error)
{
  gboolean ok;

  aufait_memory_set_patient (linker->memory, FALSE);
  ok = is_derived ? aufait_memory_begin_derived (linker->memory, error)
                  : aufait_memory_begin (linker->memory, NULL, error);
  aufait_memory_set_patient (linker->memory, TRUE);
  return ok;
}

static gboolean
begin (AufaitCardLinker *linker, gboolean is_derived, GError **error)
{
  if (!begin_in_memory (linker, is_derived, error))
    return FALSE;
  if (aufait_link_store_begin (linker->index, error))
    return TRUE;
  aufait_memory_rollback (linker->memory);
  return FALSE;
}

/* Puts the links of cards that are gone aside: what takes their place may be found by them. */
gboolean
aufait_card_linker_collect_gone (AufaitCardLinker *linker,
                                 gint64 from,
                                 gint64 until,
                                 GError **error)
{
  g_autoptr (GPtrArray) gone = aufait_link_store_list_gone (linker->index, from, until, error);

  if (gone == NULL)
    return FALSE;
  for (guint i = 0; i < gone->len; i++)
    lose (linker, ((AufaitLinkStoreCard *) gone->pdata[i])->person_id);
  g_ptr_array_extend_and_steal (linker->gone, g_steal_pointer (&gone));
  return TRUE;
}

/* Whether the cards alone say whose they are. What is known of one that was there before, or was in
 * the place of another, is lost for ever once it is lost. */
static gboolean
is_all_new (const AufaitCardLinker *linker, gint64 from, gint64 until)
{
  return linker->gone->len == 0 && !aufait_link_store_has_any (linker->index, from, until);
}

gboolean
aufait_card_linker_step (AufaitCardLinker *linker,
                         gint64 *from,
                         gint64 until,
                         guint max,
                         GArray *people,
                         guint *ret_n_linked,
                         GError **error)
{
  Turn turn = { .linker = linker,
                .names = aufait_directory_get_names (linker->directory, error),
                .people = people };
  g_autoptr (GPtrArray) cards = NULL;
  gint64 next;

  if (turn.names == NULL)
    return FALSE;
  cards = aufait_card_store_list_range (linker->index, *from, until, max, error);
  if (cards == NULL)
    return FALSE;
  next = cards->len == max ? ((AufaitCard *) cards->pdata[max - 1])->id + 1 : until;
  if (!begin (linker, is_all_new (linker, *from, next), error) ||
      !keep (linker, link_cards (&turn, cards, error), error)) {
    aufait_directory_forget_names (linker->directory);
    return FALSE;
  }
  *ret_n_linked = cards->len;
  *from = next;
  return TRUE;
}

/* --- the sweep ----------------------------------------------------------------------------- */

/* Addresses of a card that went stay with one of whom something was said: the card may come back as
 * another one. */
static gboolean
keep_emails (AufaitCardLinker *linker, gint64 person_id, GError **error)
{
  for (guint i = 0; i < linker->gone->len; i++) {
    const AufaitLinkStoreCard *link = linker->gone->pdata[i];

    for (guint k = 0; link->person_id == person_id && link->emails[k] != NULL; k++) {
      if (*link->emails[k] != '\0' &&
          !aufait_person_store_add_email (linker->memory, person_id, link->emails[k], error))
        return FALSE;
    }
  }
  return TRUE;
}

static gboolean
sweep_person (AufaitCardLinker *linker, gint64 person_id, GError **error)
{
  gboolean has_card, is_said, is_gone;

  if (!aufait_link_store_has_card (linker->index, person_id, &has_card, error))
    return FALSE;
  if (has_card)
    return rename_person (linker, person_id, error) &&
           aufait_identity_store_is_said (linker->memory, person_id, &is_said, error) &&
           (!is_said || keep_emails (linker, person_id, error));
  if (!aufait_card_owner_is_known (linker->memory, person_id)) /* one with somebody else by now */
    return TRUE;
  return aufait_identity_store_forget (linker->memory, person_id, &is_gone, error) &&
         (is_gone || keep_emails (linker, person_id, error));
}

static gboolean
sweep_links (AufaitCardLinker *linker, GError **error)
{
  for (guint i = 0; i < linker->gone->len; i++) {
    const AufaitLinkStoreCard *link = linker->gone->pdata[i];
    g_autoptr (GPtrArray) still =
        aufait_link_store_list_gone (linker->index, link->card_id, link->card_id + 1, error);

    if (still == NULL ||
        (still->len > 0 && !aufait_link_store_remove_card (linker->index, link->card_id, error)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
sweep_all (AufaitCardLinker *linker, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, linker->lost);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    if (!sweep_person (linker, *(gint64 *) id, error))
      return FALSE;
  }
  return sweep_links (linker, error);
}

gboolean
aufait_card_linker_sweep (AufaitCardLinker *linker, GArray *people, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  if (g_hash_table_size (linker->lost) == 0 && linker->gone->len == 0)
    return TRUE;
  if (!begin (linker, FALSE, error) || !keep (linker, sweep_all (linker, error), error))
    return FALSE;
  g_hash_table_iter_init (&iter, linker->lost);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    aufait_directory_renew_linked (linker->directory, *(gint64 *) id);
    if (people != NULL)
      g_array_append_vals (people, id, 1);
  }
  g_hash_table_remove_all (linker->lost);
  g_ptr_array_set_size (linker->gone, 0);
  return TRUE;
}
