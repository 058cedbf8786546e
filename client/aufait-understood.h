/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the daemon made of a note, in a line or two. */
#pragma once

#include <json-glib/json-glib.h>

/* From a reply with note and nudges: "Marie Curie: trip to Crète, 10–20 August. On 21 August: ask
 * how it was." When nothing was understood: "Noted about Marie Curie." */
char *aufait_understood_dup (JsonObject *reply);

/* The nudges of the reply alone: "On 21 August: ask how it was."; "" when there are none. */
char *aufait_understood_dup_nudges (JsonObject *reply);

/* A moment: "trip to Crète, 10–20 August", "the treatment, since Monday 29 June". @now: the day of the
 * reply. */
char *aufait_understood_dup_moment (JsonObject *moment, guint32 now);

/* Whether a moment goes on, and nobody knows until when. */
gboolean aufait_understood_is_open (JsonObject *moment);
