/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card while its properties come in, in whatever order. One draft does a whole file, card by
 * card. */
#pragma once

#include "aufait-card.h"
#include "aufait-vcard-labels.h"
#include "aufait-vcard-report.h"

#define AUFAIT_VCARD_DRAFT_PROPERTIES_MAX 2000
#define AUFAIT_VCARD_DRAFT_VALUES_MAX     200

typedef enum {
  AUFAIT_VCARD_DRAFT_NICKNAMES,
  AUFAIT_VCARD_DRAFT_EMAILS,
  AUFAIT_VCARD_DRAFT_PHONES,
  AUFAIT_VCARD_DRAFT_PLACES,
} AufaitVcardDraftList;

#define AUFAIT_VCARD_DRAFT_N_LISTS (AUFAIT_VCARD_DRAFT_PLACES + 1)

/* What a name may be taken from, the best one first. */
typedef enum {
  AUFAIT_VCARD_DRAFT_FULL_NAME,
  AUFAIT_VCARD_DRAFT_PARTS_OF_NAME,
  AUFAIT_VCARD_DRAFT_ORGANISATION,
} AufaitVcardDraftName;

#define AUFAIT_VCARD_DRAFT_N_NAMES (AUFAIT_VCARD_DRAFT_ORGANISATION + 1)

typedef struct {
  AufaitVcardReport *report;
  AufaitVcardLabels *labels;
  guint line;
  guint n_properties;
  AufaitCard *card; /* NULL between two cards; what is in lists below is not yet in it */
  GPtrArray *lists[AUFAIT_VCARD_DRAFT_N_LISTS]; /* char * */
  char *names[AUFAIT_VCARD_DRAFT_N_NAMES];
  guint ranks[AUFAIT_VCARD_DRAFT_N_NAMES]; /* how much each is preferred */
  guint language_rank;
  gboolean is_kind_told;
  gboolean has_parts_of_name; /* a given name and a family name */
  gboolean is_overfull;       /* a list had too many values */
} AufaitVcardDraft;

/* @report must outlive it. */
AufaitVcardDraft *aufait_vcard_draft_new (AufaitVcardReport *report);
void aufait_vcard_draft_free (AufaitVcardDraft *draft);

/* Begins a card, where @line says so. */
void aufait_vcard_draft_begin (AufaitVcardDraft *draft, guint line);

/* The card; NULL, and a problem, when nothing in it can be a name. */
AufaitCard *aufait_vcard_draft_end (AufaitVcardDraft *draft);

/* Counts one more property: FALSE when there are too many, which is a problem once. */
gboolean aufait_vcard_draft_count (AufaitVcardDraft *draft);

/* Adds @text, when it is not NULL and not there already. */
void aufait_vcard_draft_take_value (AufaitVcardDraft *draft, AufaitVcardDraftList list, char *text);

/* Of several names of one kind the most preferred is kept, then the first. */
void aufait_vcard_draft_take_name (AufaitVcardDraft *draft,
                                   AufaitVcardDraftName kind,
                                   char *name,
                                   guint rank);

/* Puts the card away, if there is one. */
void aufait_vcard_draft_drop (AufaitVcardDraft *draft);

void aufait_vcard_draft_take_relation (AufaitVcardDraft *draft, AufaitCardRelation *relation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitVcardDraft, aufait_vcard_draft_free)
