/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An event of the user's own that someone may like to come to, and who that is. */
#pragma once

#include "aufait-acquaintance.h"
#include "aufait-event.h"
#include "aufait-likes.h"

/* Someone who told that they like what an event is about. All but the guest itself is borrowed. */
typedef struct {
  gint64 person_id;
  const AufaitAcquaintance *who; /* NULL: not asked for yet */
  AufaitNote *note;              /* the newest that tells of it, or the one that is on record */
  const GPtrArray *dislikes;     /* AufaitLikes: what they told that they do not like */
  AufaitDay used_on;     /* when they were last to be invited to anything; AUFAIT_DAY_NONE: never */
  gboolean is_recorded;  /* they were proposed for this occasion already */
  gboolean is_of_series; /* they were proposed for another occurrence of the event */
} AufaitOccasionGuest;

typedef struct {
  const AufaitEvent *event; /* lives longer */
  AufaitLikes *subject;     /* what it is about */
  GPtrArray *guests;        /* AufaitOccasionGuest (g_free), each person once */
} AufaitOccasion;

AufaitOccasion *aufait_occasion_new (const AufaitEvent *event);
void aufait_occasion_free (AufaitOccasion *occasion);

/* Whether the event is about one of @topics (AufaitLikes). */
gboolean aufait_occasion_is_about (const AufaitOccasion *occasion, const GPtrArray *topics);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitOccasion, aufait_occasion_free)
