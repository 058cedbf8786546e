/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An event of the user's own that someone may like to come to, and who that is. */
#pragma once

#include "aufait-acquaintance.h"
#include "aufait-event.h"
#include "aufait-likes.h"

/* Someone who told that they like what an event is about. */
typedef struct {
  const AufaitAcquaintance *who;
  AufaitNote *note;      /* the newest that tells of it, or the one that is on record */
  GPtrArray *dislikes;   /* AufaitNote: those about them that may tell the contrary */
  AufaitDay used_on;     /* when they were last to be invited to anything; AUFAIT_DAY_NONE: never */
  gboolean is_recorded;  /* they were proposed for this occasion already */
  gboolean is_of_series; /* they were proposed for another occurrence of the event */
} AufaitOccasionGuest;

AufaitOccasionGuest *aufait_occasion_guest_new (const AufaitAcquaintance *who, AufaitNote *note);
void aufait_occasion_guest_free (AufaitOccasionGuest *guest);

typedef struct {
  const AufaitEvent *event; /* lives longer */
  AufaitLikes *subject;     /* what it is about */
  GPtrArray *guests;        /* AufaitOccasionGuest, each person once */
} AufaitOccasion;

AufaitOccasion *aufait_occasion_new (const AufaitEvent *event);
void aufait_occasion_free (AufaitOccasion *occasion);

/* Whether a note tells of an interest that the event is about. */
gboolean aufait_occasion_interests (const AufaitOccasion *occasion, const AufaitNote *note);

/* Whether a note tells of a dislike that the event is about. */
gboolean aufait_occasion_deters (const AufaitOccasion *occasion, const AufaitNote *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitOccasionGuest, aufait_occasion_guest_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitOccasion, aufait_occasion_free)
