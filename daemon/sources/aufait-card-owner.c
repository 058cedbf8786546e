/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-card-owner.h"

#include "aufait-card-match.h"
#include "aufait-card-store.h"
#include "aufait-identity-store.h"
#include "aufait-person-store.h"
#include "aufait-text.h"

/* --- contradictions ------------------------------------------------------------------------ */

/* Whether a card that @person_id has says that they are somebody else. @is_by_name: nothing but the
 * name is shared. */
static gboolean
is_contradicted (const AufaitCardOwner *owner,
                 const AufaitCard *card,
                 gint64 person_id,
                 gboolean is_by_name)
{
  AufaitIndex *index = owner->index;
  g_autoptr (GPtrArray) cards = aufait_card_store_list_linked (index, person_id, NULL);
  gint64 folder = aufait_link_store_get_folder (index, card->id, NULL);

  for (guint i = 0; cards != NULL && i < cards->len; i++) {
    const AufaitCard *other = cards->pdata[i];

    if (other->id == card->id)
      continue;
    if (is_by_name
            ? aufait_card_match_contradicts (
                  card, other, folder == aufait_link_store_get_folder (index, other->id, NULL))
            : aufait_card_match_is_born_otherwise (card, other))
      return TRUE;
  }
  return FALSE;
}

/* --- who it may be ------------------------------------------------------------------------- */

static gboolean
may_be_of_card (const char *name, const AufaitCard *card)
{
  gboolean may_be = aufait_card_match_may_share (name, card->name);

  for (guint i = 0; !may_be && card->nicknames[i] != NULL; i++)
    may_be = aufait_card_match_may_share (name, card->nicknames[i]);
  return may_be;
}

static gboolean
may_any_be (const char *name, GStrv nicknames, const AufaitCard *card)
{
  gboolean may_be = may_be_of_card (name, card);

  for (guint i = 0; !may_be && nicknames[i] != NULL; i++)
    may_be = may_be_of_card (nicknames[i], card);
  return may_be;
}

/* Whether anything that they are called, by the user or on a card, may be the name of @card. */
static gboolean
is_called_so (const AufaitCardOwner *owner, gint64 person_id, const AufaitCard *card)
{
  g_autoptr (AufaitPerson) person = aufait_person_store_get (owner->memory, person_id, NULL);
  g_autoptr (GPtrArray) cards = aufait_card_store_list_linked (owner->index, person_id, NULL);

  if (person != NULL && may_any_be (person->name, person->nicknames, card))
    return TRUE;
  for (guint i = 0; cards != NULL && i < cards->len; i++) {
    const AufaitCard *other = cards->pdata[i];

    if (other->id != card->id && may_any_be (other->name, other->nicknames, card))
      return TRUE;
  }
  return FALSE;
}

/* The one of those with an address of the card whose name may be the card's; 0: nobody, or two. */
static gint64
find_by_email (const AufaitCardOwner *owner, const AufaitCard *card)
{
  gint64 found = 0;

  for (guint i = 0; card->emails[i] != NULL; i++) {
    g_autoptr (GPtrArray) refs = aufait_names_resolve (owner->names, card->emails[i]);

    for (guint r = 0; r < refs->len; r++) {
      const AufaitRef *ref = refs->pdata[r];

      if (!is_called_so (owner, ref->id, card) || is_contradicted (owner, card, ref->id, FALSE))
        continue;
      if (found != 0 && found != ref->id)
        return 0;
      found = ref->id;
    }
  }
  return found;
}

static gboolean
shares_email (const AufaitLinkStoreCard *link, const AufaitCard *card)
{
  for (guint i = 0; card->emails[i] != NULL; i++) {
    g_autofree char *email = aufait_text_fold (card->emails[i]);

    for (guint k = 0; link->emails[k] != NULL; k++) {
      g_autofree char *other = aufait_text_fold (link->emails[k]);

      if (*email != '\0' && g_str_equal (email, other))
        return TRUE;
    }
  }
  return FALSE;
}

/* Nobody is, once adding them was taken back. */
gboolean
aufait_card_owner_is_known (AufaitMemory *memory, gint64 person_id)
{
  g_autofree char *name = aufait_person_store_dup_name (memory, person_id, NULL);

  return name != NULL;
}

/* A card that was edited elsewhere comes back as another one: in the place of one that went, whose
 * address or name it has; or elsewhere, with an address of one that went and a name that may be
 * theirs: families share addresses. */
static gint64
find_among_gone (const AufaitCardOwner *owner,
                 const AufaitCard *card,
                 const AufaitLinkStoreCard *before)
{
  const GPtrArray *gone = owner->gone;

  if (before != NULL && aufait_card_owner_is_known (owner->memory, before->person_id) &&
      (shares_email (before, card) || may_any_be (before->name, before->nicknames, card)))
    return before->person_id;
  for (guint i = 0; i < gone->len; i++) {
    const AufaitLinkStoreCard *link = gone->pdata[i];

    if (shares_email (link, card) && aufait_card_owner_is_known (owner->memory, link->person_id) &&
        (may_any_be (link->name, link->nicknames, card) ||
         is_called_so (owner, link->person_id, card)))
      return link->person_id;
  }
  return 0;
}

static gboolean
is_same_name (const char *name, const char *other)
{
  g_autofree char *folded = aufait_text_fold (name);
  g_autofree char *folded_other = aufait_text_fold (other);

  return g_str_equal (folded, folded_other);
}

/* The only one of that name, unless something on the card speaks against it. */
static gint64
find_by_name (const AufaitCardOwner *owner, const AufaitCard *card)
{
  g_autoptr (GPtrArray) refs = aufait_names_resolve_whole (owner->names, card->name);
  gint64 found = 0;

  for (guint i = 0; i < refs->len; i++) {
    const AufaitRef *ref = refs->pdata[i];

    if (!is_same_name (ref->name, card->name))
      continue;
    if (found != 0)
      return 0;
    found = ref->id;
  }
  return found != 0 && is_contradicted (owner, card, found, TRUE) ? 0 : found;
}

/* --- uids ---------------------------------------------------------------------------------- */

/* What the cards of one uid say of whose the card is. */
typedef struct {
  gboolean is_of_stranger; /* some of them is somebody else's */
  gboolean is_twice;       /* one is in the same file */
  gboolean is_theirs;      /* one of the person's may be of the same one */
  gboolean is_other;       /* one of the person's is in the same file */
} Witness;

static gboolean
may_be_of_one (const AufaitCard *card, const AufaitCard *other)
{
  return may_any_be (other->name, other->nicknames, card) ||
         aufait_card_match_shares_address (card, other);
}

/* Whether @before was a card of this uid, and known to be its person's though others had that. */
static gboolean
had_uid (const AufaitCardOwner *owner, const AufaitLinkStoreCard *before, const char *uid)
{
  g_autoptr (AufaitCard) card = aufait_card_new (before->name);
  g_autofree char *key = NULL;

  card->uid = g_strdup (uid);
  g_strfreev (card->emails);
  card->emails = g_strdupv (before->emails);
  key = aufait_card_match_dup_own_key (card);
  return aufait_identity_store_find (owner->memory, key, NULL, NULL) == before->person_id;
}

/* Whether the card that stood in the place of @card was another version of it, and somebody else's.
 */
static gboolean
was_of_other (const AufaitCardOwner *owner,
              const AufaitCard *card,
              gint64 person_id,
              const AufaitLinkStoreCard *before)
{
  return before != NULL && before->person_id != person_id &&
         (shares_email (before, card) || may_any_be (before->name, before->nicknames, card)) &&
         had_uid (owner, before, card->uid);
}

static gboolean
is_among (const GPtrArray *cards, gint64 card_id)
{
  for (guint i = 0; i < cards->len; i++) {
    if (((const AufaitCard *) cards->pdata[i])->id == card_id)
      return TRUE;
  }
  return FALSE;
}

static void
hear (Witness *witness, const AufaitCard *card, const AufaitCard *other, gboolean is_linked)
{
  gboolean may_be_one = may_be_of_one (card, other);
  gboolean is_twice = aufait_link_store_is_one_file (card->id, other->id);

  witness->is_of_stranger |= !may_be_one;
  witness->is_twice |= is_twice;
  witness->is_theirs |= is_linked && may_be_one;
  witness->is_other |= is_linked && is_twice;
}

/* Whether the user calls them, or they are called for their cards, so. */
static gboolean
is_named_so (const AufaitCardOwner *owner, gint64 person_id, const AufaitCard *card)
{
  g_autoptr (AufaitPerson) person = aufait_person_store_get (owner->memory, person_id, NULL);

  return person != NULL && may_any_be (person->name, person->nicknames, card);
}

gboolean
aufait_card_owner_is_known_by_uid (const AufaitCardOwner *owner,
                                   const AufaitCard *card,
                                   gint64 person_id,
                                   const GPtrArray *others,
                                   const AufaitLinkStoreCard *before)
{
  g_autoptr (GPtrArray) theirs = NULL;
  Witness witness = { FALSE };

  if (others->len == 0)
    return TRUE;
  theirs = aufait_card_store_list_linked (owner->index, person_id, NULL);
  for (guint i = 0; theirs != NULL && i < others->len; i++) {
    const AufaitCard *other = others->pdata[i];

    hear (&witness, card, other, is_among (theirs, other->id));
  }
  if (witness.is_other || was_of_other (owner, card, person_id, before))
    return FALSE;
  return !witness.is_of_stranger || witness.is_theirs || is_named_so (owner, person_id, card) ||
         (!witness.is_twice && before != NULL && before->person_id == person_id);
}

/* --- all of it ----------------------------------------------------------------------------- */

gint64
aufait_card_owner_find (const AufaitCardOwner *owner,
                        const AufaitCard *card,
                        const AufaitLinkStoreCard *before)
{
  gint64 id = find_by_email (owner, card);

  if (id == 0)
    id = find_among_gone (owner, card, before);
  return id != 0 ? id : find_by_name (owner, card);
}
