/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds who may like to come to an event, by the words of their notes. */
#pragma once

#include "aufait-guest-book.h"
#include "aufait-rule.h"

/* The acquaintance of that id, owned by whoever is asked; NULL without an error when there is
 * nobody with that id any more. */
typedef const AufaitAcquaintance *(*AufaitOccasionFinderMeet) (gpointer data,
                                                               gint64 person_id,
                                                               GError **error);

typedef struct {
  AufaitGuestBook *book; /* lives longer than what is found */
  const AufaitRuleContext *context;
  AufaitOccasionFinderMeet meet;
  gpointer data; /* of @meet */
} AufaitOccasionFinder;

/* Sets *@ret_occasion to what @event is an occasion for, with the people whose notes speak of it;
 * NULL when it is none: not the user's own, cancelled, a birthday, too near or too far, or about
 * nothing that anybody is known to like. The owner and the people of @event must be filled in. */
gboolean aufait_occasion_finder_find (const AufaitOccasionFinder *finder,
                                      const AufaitEvent *event,
                                      AufaitOccasion **ret_occasion,
                                      GError **error);

/* The same with the notes and the people alone that are on record (AufaitNudgeRecord), however near
 * or far it is. */
gboolean aufait_occasion_finder_recall (const AufaitOccasionFinder *finder,
                                        const AufaitEvent *event,
                                        const GPtrArray *records,
                                        AufaitOccasion **ret_occasion,
                                        GError **error);
