/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the agenda share: planning, and what is asked of it. */
#pragma once

#include "aufait-agenda.h"
#include "aufait-display.h"
#include "aufait-plan.h"
#include "aufait-subjects.h"

/* That a nudge got on the screen. */
typedef struct {
  gint64 nudge_id;
  gint64 at; /* Unix seconds */
} AufaitAgendaShowing;

struct _AufaitAgenda {
  GObject parent_instance;
  AufaitDirectory *directory;
  AufaitMemory *memory;
  AufaitClock *clock;
  AufaitSettings *settings;
  gboolean can_show;
  gboolean is_away;      /* nobody sees the screen */
  gboolean is_restless;  /* what was on the screen is to be shown again when somebody does */
  gboolean has_screen;   /* there was one in this run */
  gboolean is_returning; /* what an earlier run left on it is to be shown again */
  AufaitDisplay *display;
  GHashTable *told_openly; /* ids (gint64) of what was handed out with its text */
  GDateTime *handed_at;    /* when the last one was handed out */
  GDateTime *wake;
  AufaitDay discovered_on; /* the day on which old notes were last looked through */
  GArray *liking_notes;    /* ids (gint64) of notes since then that tell what somebody likes */
  AufaitSubjects
      *subjects;         /* of the events that are near; NULL: not asked for since they changed */
  gboolean has_begun;    /* what was looked through before this start counts no more */
  GArray *changed_files; /* ids (gint64) of files whose events were not looked at yet */
  GArray *noted_people;  /* ids (gint64) of those of whom something is new since */
  GArray *outdated;      /* ids (gint64) of nudges that notes have closed since */
  GArray *unkept;        /* AufaitAgendaShowing: those that the memory has refused so far */
  AufaitDay digest_on;   /* when it was last told how many wait, as far as this run knows */
  gboolean is_failing;   /* the last plan could not be made or kept as it was meant */
  gboolean has_looked;   /* for other evidence, as some was gone at the last plan */
  guint refresh_id;
  guint n_put_off; /* how often the refresh has been put off; 0: it is not */
};

/* Calendars and birthdays are looked at for some days ahead: before those are over, once more. */
GDateTime *aufait_agenda_find_next_look (AufaitAgenda *self, GDateTime *now);

/* The nudge is another than before. */
void aufait_agenda_emit_changed (AufaitAgenda *self, AufaitNudge *nudge);

/* Keeps that it is on the screen; when that cannot be, in this run, which tries again. */
void aufait_agenda_keep_showing (AufaitAgenda *self, gint64 nudge_id, GDateTime *now);

/* Tries once more to keep what could not be kept. */
void aufait_agenda_keep_showings (AufaitAgenda *self, GDateTime *now);

/* Lets @facts know what could not be kept. */
void aufait_agenda_add_showings (AufaitAgenda *self, AufaitFacts *facts, GDateTime *now);

/* Tells which nudges notes have closed since it was last called. */
void aufait_agenda_tell_outdated (AufaitAgenda *self, GDateTime *now);

/* Tells that what @facts knows as expired, and the orphans among them, are closed. */
void aufait_agenda_tell_expired (AufaitAgenda *self, const AufaitFacts *facts, GDateTime *now);

/* One was in touch. */
void aufait_agenda_emit_contact (AufaitAgenda *self, const AufaitContact *contact);

/* The nudge is not to be on the screen, if it is there or on its way. */
void aufait_agenda_emit_close (AufaitAgenda *self, gint64 id);

/* Takes off a full screen what has been there for longest, unless @id, or AUFAIT_DISPLAY_DIGEST, is
 * there already. */
void aufait_agenda_make_room (AufaitAgenda *self, gint64 id);

/* The nudge, which is private by now, is on the screen with its text. */
void aufait_agenda_emit_hush (AufaitAgenda *self, AufaitNudge *nudge, const char *body);

/* Says that so many wait: whether somebody told it. */
gboolean
aufait_agenda_emit_digest (AufaitAgenda *self, guint n_people, const char *title, const char *body);

/* Tells once a day that these @people (AufaitRef) wait. */
void aufait_agenda_tell_digest (AufaitAgenda *self, const GPtrArray *people, GDateTime *now);

/* A plan was made. */
void aufait_agenda_emit_planned (AufaitAgenda *self);

/* Shows what @plan says, one at a time: the next one is looked for once this one is on the screen.
 */
void aufait_agenda_show_planned (AufaitAgenda *self,
                                 const AufaitFacts *facts,
                                 const AufaitPlan *plan,
                                 GDateTime *now);

/* Shows @nudge. @counts: as a showing of its own, and not as one that came again. */
void
aufait_agenda_hand_out (AufaitAgenda *self, AufaitNudge *nudge, GDateTime *now, gboolean counts);

/* Takes the text of what has become private, as of @facts, off the screen. */
void aufait_agenda_hush (AufaitAgenda *self, const AufaitFacts *facts, GDateTime *now);

/* A run that ends takes all off the screen: shows again what today's earlier one had there, once
 * one may be spoken to. When to ask for it again, to be freed; NULL: no more. */
GDateTime *aufait_agenda_bring_back (AufaitAgenda *self, const AufaitFacts *facts, GDateTime *now);

/* Makes the plan anew, and does what it says. */
void aufait_agenda_plan_anew (AufaitAgenda *self);
