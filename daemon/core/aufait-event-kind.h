/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of thing an event of the user's own calendars is: a get-together, or a mere entry. */
#pragma once

#include "aufait-event.h"

/* With more people than these one does not speak to each. */
#define AUFAIT_EVENT_KIND_MAX_PEOPLE 8

/* What lexicons say of words in calendars: the numbers of the section [calendar]. */
typedef enum {
  AUFAIT_EVENT_KIND_WORD_BIRTHDAY = 1, /* of a day that comes every year */
  AUFAIT_EVENT_KIND_WORD_PUBLIC,       /* public holidays, and calendars of them */
  AUFAIT_EVENT_KIND_WORD_NO_TRIP,      /* "conference call": no trip, whatever stands beside it */
  AUFAIT_EVENT_KIND_WORD_TRIP,         /* "ski": one when it stands alone, or beside a place */
  AUFAIT_EVENT_KIND_WORD_FILLER,       /* "weekend": says nothing beside a place */
  AUFAIT_EVENT_KIND_WORD_PUBLIC_NAME,  /* "holidays in": public ones, as a calendar's name */
} AufaitEventKindWord;

/* Whether @event only says that a birthday or another anniversary is: what stands in a calendar of
 * birthdays, "Birthday of Paul", "Anniversaire Zoe". A dinner for it is none, nor what has a place,
 * guests, or more than an hour. */
gboolean aufait_event_kind_is_birthday (const AufaitEvent *event);

/* Whether @event, which is about @n_people (aufait_event_people_find), is a get-together that is
 * worth a word before and after. Not birthdays; what is cancelled, or called so; all-day entries
 * that take no time, or of a calendar of holidays; and not with more than
 * AUFAIT_EVENT_KIND_MAX_PEOPLE, the user and the organiser included, those who declined not. */
gboolean aufait_event_kind_is_meeting (const AufaitEvent *event, guint n_people);

/* Whether nobody is invited to @event, by its summary: it is cancelled, sad ("Vin d'honneur après
 * l'enterrement"), private ("Yoga with my therapist", "Date night") or dull ("Card payment due").
 */
gboolean aufait_event_kind_is_closed (const AufaitEvent *event);

/* Whether @event, by its summary, is nothing for who is hurt: "Football in the park". */
gboolean aufait_event_kind_is_sport (const AufaitEvent *event);
