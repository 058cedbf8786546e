/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an address book says of someone: one vCard, whatever its version. A plain value: every
 * string and every member is owned by it. All text is valid UTF-8 on one line, fit to be shown. */
#pragma once

#include <glib.h>

typedef enum {
  AUFAIT_CARD_PERSON,
  AUFAIT_CARD_GROUP,        /* several people at once: nobody to speak to */
  AUFAIT_CARD_ORGANISATION, /* a company, a place or a thing */
} AufaitCardKind;

/* Someone whom a card names beside its own person. */
typedef struct {
  char *type; /* "spouse", "child", "friend" … in lower case; "other" when it is not said */
  char *text; /* the name as it was written; NULL when it is a uid */
  char *uid;  /* of another card, as in its AufaitCard.uid; NULL when it is a text */
} AufaitCardRelation;

AufaitCardRelation *aufait_card_relation_new (const char *type, const char *text, const char *uid);
void aufait_card_relation_free (AufaitCardRelation *relation);

typedef struct {
  gint64 id;       /* in the index; 0: not from there */
  char *uid;       /* without "urn:uuid:"; a UUID in lower case; NULL: none */
  char *name;      /* never NULL or empty once it was read */
  GStrv nicknames; /* never NULL: empty */
  GStrv emails;    /* each with "@" */
  GStrv phones;
  GStrv places;      /* "Lyon, France": town and country */
  char *birthday;    /* "1984-02-29" or "--02-29"; NULL: not known */
  char *anniversary; /* the same */
  char *language;    /* the preferred one, as in RFC 5646: "fr-FR"; NULL: not known */
  char *timezone;    /* "Europe/Paris" or "+01:00"; NULL: not known. Not known to exist. */
  gboolean is_dead;
  AufaitCardKind kind;
  GPtrArray *relations; /* AufaitCardRelation; never NULL */
  GBytes *photo;        /* the picture's file, decoded but not looked into; NULL: none */
} AufaitCard;

AufaitCard *aufait_card_new (const char *name);
void aufait_card_free (AufaitCard *card);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitCardRelation, aufait_card_relation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitCard, aufait_card_free)
