/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the daemon says of events in calendars and of days that come back every year: aufait-wording
 * has the rest. Each sets title and action of a nudge whose person is set. */
#pragma once

#include "aufait-event.h"
#include "aufait-spoken-day.h"
#include "aufait-values.h"

/* One is about to see someone. @last: the last time that one was in touch; NULL: none is known. */
void aufait_wording_events_brief (AufaitNudge *nudge,
                                  const AufaitEvent *event,
                                  const AufaitContact *last,
                                  GTimeZone *zone,
                                  AufaitSpokenDay spoken);

/* Adds what one wanted to do at the next meeting (AufaitReason, copied) to the action and to the
 * evidence. */
void aufait_wording_events_remember (AufaitNudge *nudge, const GPtrArray *next_time);

/* One has seen someone. */
void aufait_wording_events_followup (AufaitNudge *nudge);

/* @event is about what @note tells of the person: invite them. The quote with its age is in the
 * action, so that the evidence that is there already needs no more words. */
void aufait_wording_events_invite (AufaitNudge *nudge,
                                   const AufaitEvent *event,
                                   const AufaitNote *note,
                                   GTimeZone *zone,
                                   AufaitSpokenDay spoken);

/* A birthday, on @day; @years: how old they turn, 0: not known. */
void aufait_wording_events_birthday (AufaitNudge *nudge,
                                     AufaitDay day,
                                     int years,
                                     AufaitSpokenDay spoken);

/* A wedding day, on @day. @years: 0: not known. */
void aufait_wording_events_anniversary (AufaitNudge *nudge,
                                        AufaitDay day,
                                        int years,
                                        AufaitSpokenDay spoken);
