/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom an event is about. */
#pragma once

#include "aufait-event.h"
#include "aufait-names.h"

typedef struct {
  const AufaitNames *names;
  const char *const *mine; /* the user's own e-mail addresses, any case; NULL: not known */
  gint64 owner;            /* the person whose calendar it is; 0: the user's own */
} AufaitEventPeopleContext;

/* The people whom @event is about, as AufaitRefs, each once, the surest first: whose calendar it
 * is; who attends, by address (of one that several people share, whose name stands with it); who
 * attends under an address that is not known and has exactly the name of one person ("Curie, Marie
 * (Ext)" too); whose address or name is in the summary, then in the description
 * (aufait_event_names_find). Never those who declined, nor the user: whoever alone has an address
 * of @mine. The owner of the calendar is among them whatever else holds. Takes any valid UTF-8. */
GPtrArray *aufait_event_people_find (const AufaitEvent *event,
                                     const AufaitEventPeopleContext *context);

/* Whether the user declined, under any of the addresses in @mine (any case; NULL: none known) and
 * accepted under no other. */
gboolean aufait_event_people_is_declined_by_me (const AufaitEvent *event, const char *const *mine);
