/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as people say them, in the language of the user. "Now" is the day of the reply that is
 * shown; 0 when it is not known: then nothing is said relative to it. Of the day 0 nothing is said:
 * "". */
#pragma once

#include <glib.h>

/* A day as GDate counts them, from the first ten characters of a day or an instant (RFC 3339) of a
 * reply: the day that the user's calendar shows. 0 when @text is NULL or no day. */
guint32 aufait_date_words_parse (const char *text);

/* "today", "tomorrow", "yesterday", "Friday" within the week to come, else "21 August". */
char *aufait_date_words_short (guint32 day, guint32 now);

/* The same as an adverb: "on Friday", "on 21 August"; French "le 21 août". */
char *aufait_date_words_when (guint32 day, guint32 now);

/* For what must be checked: "Friday 3 July", "tomorrow, Thursday 2 July". */
char *aufait_date_words_full (guint32 day, guint32 now);

/* As _full with the time of day of an instant: "tomorrow, Thursday 2 July at 10:00". */
char *aufait_date_words_instant (const char *instant, guint32 now);

/* "today", "tomorrow", "in 3 weeks", "2 months ago". */
char *aufait_date_words_distance (guint32 day, guint32 now);

/* First and last day: "10–20 August", "28 December–4 January 2027", "in August", one day as _full.
 * Years are said when they are not that of now. */
char *aufait_date_words_range (guint32 first, guint32 last, guint32 now);

/* A birthday, "1984-02-29" or "--02-29": "29 February 1984", "29 February". NULL when it is none.
 */
char *aufait_date_words_birthday (const char *birthday);
