/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which nudges are on the screen, and which were handed out but are not known to be there yet. */
#pragma once

#include <glib.h>

/* More than so many are not on the screen at once. */
#define AUFAIT_DISPLAY_MAX 3

/* In the place of a nudge's id: how many wait. */
#define AUFAIT_DISPLAY_DIGEST ((gint64) 0)

typedef struct _AufaitDisplay AufaitDisplay;

AufaitDisplay *aufait_display_new (void);
void aufait_display_free (AufaitDisplay *display);

/* It was handed out at @at. @counts: as a showing of its own, and not as one that came again. */
void
aufait_display_hand_out (AufaitDisplay *display, gint64 nudge_id, gboolean counts, GDateTime *at);

/* It is on the screen: whether it was handed out, and in @ret_counts whether that counts. */
gboolean aufait_display_confirm (AufaitDisplay *display, gint64 nudge_id, gboolean *ret_counts);

/* It was told how many wait: that is on the screen, behind all that came before. */
void aufait_display_put_digest (AufaitDisplay *display);

/* It is not to be there any more: whether it was on the screen, or on its way there. */
gboolean aufait_display_remove (AufaitDisplay *display, gint64 nudge_id);

gboolean aufait_display_contains (AufaitDisplay *display, gint64 nudge_id);

/* It was refused at @at: whether another one is worth trying. One of those that were to come again
 * is missing then. */
gboolean aufait_display_refuse (AufaitDisplay *display, gint64 nudge_id, GDateTime *at);

/* Ids (gint64) of those that were refused and are not to be tried now; the display's. */
GHashTable *aufait_display_get_refused (AufaitDisplay *display);

/* Whether so many were refused that others would be too. */
gboolean aufait_display_is_refusing (AufaitDisplay *display);

/* What was refused may be tried again: all of it when @now is NULL, else what is long enough ago.
 */
void aufait_display_forgive (AufaitDisplay *display, GDateTime *now);

/* Whether it was on the screen, was handed out to come again, and was given up. */
gboolean aufait_display_is_missing (AufaitDisplay *display, gint64 nudge_id);

/* Whether there is one such. */
gboolean aufait_display_has_missing (AufaitDisplay *display);

/* Whether it is full, with what is on its way, and in @ret_id what has been there for longest. */
gboolean aufait_display_find_oldest (AufaitDisplay *display, gint64 *ret_id);

/* The ids of nudges on the screen; the list is the caller's, the ids (gint64 *) are the display's.
 */
GList *aufait_display_list (AufaitDisplay *display);

/* Whether something is on its way; until when it is waited for, or NULL. */
gboolean aufait_display_is_waiting (AufaitDisplay *display);
GDateTime *aufait_display_find_patience (AufaitDisplay *display);

/* What is on its way will not come. */
void aufait_display_give_up (AufaitDisplay *display);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitDisplay, aufait_display_free)
