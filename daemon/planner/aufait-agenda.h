/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan as it is now: keeps it true when the memory, the clock or the settings change, hands
 * nudges out one at a time, and takes the answers. Signals:
 *
 *   show (AufaitNudge *nudge, char *body)   show it, then call aufait_agenda_shown
 *   hush (AufaitNudge *nudge, char *body)   it has become private: show this in its place
 *   close (gint64 nudge_id)                 it is not to be on the screen any more; 0: the digest
 *   digest (guint n_people, char *title, char *body) → gboolean
 *                                           tell once that so many wait; TRUE: it was told
 *   changed (AufaitNudge *nudge)            its state is another than before
 *   contact (AufaitContact *contact)        an answer says that one was in touch
 *   planned ()                              a plan was made; there is nothing more to do now
 */
#pragma once

#include <glib-object.h>

#include "aufait-clock.h"
#include "aufait-directory.h"
#include "aufait-settings.h"

#define AUFAIT_TYPE_AGENDA (aufait_agenda_get_type ())
G_DECLARE_FINAL_TYPE (AufaitAgenda, aufait_agenda, AUFAIT, AGENDA, GObject)

/* @directory lives longer than the agenda; @clock is ref'd. The agenda arms the clock. */
AufaitAgenda *aufait_agenda_new (AufaitDirectory *directory, AufaitClock *clock);

/* Takes @settings over. */
void aufait_agenda_set_settings (AufaitAgenda *self, AufaitSettings *settings);
const AufaitSettings *aufait_agenda_get_settings (AufaitAgenda *self);

/* Whether something shown now would be seen. Nothing is shown until this was said. */
void aufait_agenda_set_can_show (AufaitAgenda *self, gboolean can_show);

/* Whether nobody sits before the screen: what is due waits until somebody does. */
void aufait_agenda_set_is_away (AufaitAgenda *self, gboolean is_away);

/* Plans anew, from the main loop, once however often it is asked. */
void aufait_agenda_refresh (AufaitAgenda *self);

/* As above, after looking through the events of these files (gint64), which have changed. */
void aufait_agenda_take_files (AufaitAgenda *self, const GArray *file_ids);

/* As above, of these people (ids, gint64), whose ties have changed. */
void aufait_agenda_take_people (AufaitAgenda *self, const GArray *ids);

/* As above, after looking through all that may matter: notes were read anew, or people changed. */
void aufait_agenda_rediscover (AufaitAgenda *self);

/* All that is in the index has been told: a start on the same day need not look through it again,
 * when nothing is written to it till then. */
void aufait_agenda_keep_looked (AufaitAgenda *self);

/* Plans anew once nothing more has come for a moment: what was told is answered first. Within a
 * second, however much comes. */
void aufait_agenda_refresh_soon (AufaitAgenda *self);

/* Whether it wakes before it has to look at calendars, birthdays and ties once more. Where there
 * was none of them it needs not; a refresh sees to it when there are some now. */
gboolean aufait_agenda_looks_in_time (AufaitAgenda *self);

/* The next instant worth waking for; NULL: none. */
GDateTime *aufait_agenda_get_wake (AufaitAgenda *self);

/* It is on the screen. Counts once for each "show" that asked for it anew. */
void aufait_agenda_shown (AufaitAgenda *self, gint64 nudge_id);

/* It was refused. Another one is tried at once, to see whether all are; then nothing is before ten
 * minutes have passed and there is another reason to plan, or before a server is ready anew. */
void aufait_agenda_failed (AufaitAgenda *self, gint64 nudge_id);

/* What was on the screen is gone without an answer (its server was replaced): shows it again,
 * once somebody is there. The first time in a run: what the run before it had on the screen today,
 * and took off it as it ended. */
void aufait_agenda_show_again (AufaitAgenda *self);

/* What was handed out and is not on the screen by now did not get there (its server hung): shows
 * that again, and nothing of what is there. */
void aufait_agenda_show_missing (AufaitAgenda *self);

/* What comes of @note, which was just read, as AufaitNudges; within the caller's transaction. Adds
 * to @closed (AufaitNudge) what it makes needless: done, as it answers them, or expired. */
GPtrArray *
aufait_agenda_plan_note (AufaitAgenda *self, AufaitNote *note, GPtrArray *closed, GError **error);

/* Open nudges, with @closed also the last that were closed, by their instant; those due at or
 * before @until (NULL: all). */
GPtrArray *
aufait_agenda_list (AufaitAgenda *self, GDateTime *until, gboolean closed, GError **error);

/* The open nudges that are due on @day or before and are not over, and those of the days behind it
 * until there are @n more, by their instant. */
GPtrArray *aufait_agenda_list_next (AufaitAgenda *self, AufaitDay day, guint n, GError **error);

/* The open nudges of a person, by their instant. */
GPtrArray *aufait_agenda_list_of (AufaitAgenda *self, gint64 person_id, GError **error);

/* The nudge of that id, open or closed. AUFAIT_MEMORY_ERROR_NOT_FOUND when there is none. */
AufaitNudge *aufait_agenda_find (AufaitAgenda *self, gint64 nudge_id, GError **error);

/* Whom it is about, whatever became of it and of what asked for it. The same errors. */
AufaitRef *aufait_agenda_find_person (AufaitAgenda *self, gint64 nudge_id, GError **error);

/* Why a nudge goes before others, as AufaitChoiceWordingFactors, and the product of them. NULL as
 * above, or when nothing speaks for it any more. */
GPtrArray *
aufait_agenda_explain (AufaitAgenda *self, gint64 nudge_id, double *ret_score, GError **error);

/* Closes a nudge as done or dropped, or puts it off until @until; a command that can be undone.
 * Returns it as it is then. AUFAIT_MEMORY_ERROR_NOT_FOUND when no nudge of that id is open. */
AufaitNudge *aufait_agenda_answer (
    AufaitAgenda *self, gint64 nudge_id, AufaitNudgeState state, GDateTime *until, GError **error);

/* As "Later" on a notification means it: three hours on, or when the hours begin again. */
AufaitNudge *aufait_agenda_answer_later (AufaitAgenda *self, gint64 nudge_id, GError **error);
