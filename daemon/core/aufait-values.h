/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values that the whole daemon speaks of: people, notes and what they mean, contacts, nudges.
 * Plain values: made with the _new of their kind, filled by hand, freed with _free. Every string
 * and every member is owned by its value. Arrays of values are GPtrArrays that free them. */
#pragma once

#include <glib.h>

#include "aufait-day.h"

/* --- who ----------------------------------------------------------------------------------- */

/* Someone, by id and name. */
typedef struct {
  gint64 id;
  char *name;
} AufaitRef;

AufaitRef *aufait_ref_new (gint64 id, const char *name);
void aufait_ref_free (AufaitRef *ref);

typedef struct {
  gint64 id;
  char *name;
  GStrv nicknames; /* never NULL once made by _new: empty */
  GStrv emails;
  GStrv phones;
  GStrv places;
  char *birthday;   /* "1984-02-29" or "--02-29"; NULL: not known */
  char *circle;     /* "inner", "close", "friends", "wider"; NULL: none */
  int cadence_days; /* how often one wants to be in touch: days, AUFAIT_CADENCE_AUTO or _NEVER */
  AufaitDay cadence_on; /* since when that, or the circle, is so; AUFAIT_DAY_NONE: never set */
  char *hours;          /* when they may be called: "18:00-21:00"; NULL: at any time */
  gboolean is_private;
  gboolean is_of_cards; /* known from address books alone: nothing was ever said of them */
  char *anniversary;    /* as birthday */
  char *timezone;       /* tzdata's name, or an offset; NULL: not known */
  char *language;       /* the one they speak by a card, as in RFC 5646; NULL: not known */
  gboolean is_silent;   /* the user wants nothing about them to be brought up, ever */
  gboolean is_dead;     /* by a card or a note, or as is_silent: nothing is */
} AufaitPerson;

AufaitPerson *aufait_person_new (const char *name);
void aufait_person_free (AufaitPerson *person);

/* --- what was said ------------------------------------------------------------------------- */

typedef enum {
  AUFAIT_MOMENT_TRIP,
  AUFAIT_MOMENT_EXAM,
  AUFAIT_MOMENT_INTERVIEW,
  AUFAIT_MOMENT_JOB,
  AUFAIT_MOMENT_MOVE,
  AUFAIT_MOMENT_HEALTH,
  AUFAIT_MOMENT_WEDDING,
  AUFAIT_MOMENT_BIRTH,
  AUFAIT_MOMENT_COMPETITION,
  AUFAIT_MOMENT_SHOW,
  AUFAIT_MOMENT_CELEBRATION,
  AUFAIT_MOMENT_VISIT,
  AUFAIT_MOMENT_LOSS,
} AufaitMomentKind;

#define AUFAIT_N_MOMENT_KINDS (AUFAIT_MOMENT_LOSS + 1)

/* "trip", "exam" … as on the wire and in lexicons; -1 when it is none. */
const char *aufait_moment_kind_to_string (AufaitMomentKind kind);
int aufait_moment_kind_from_string (const char *text);

typedef struct {
  AufaitMomentKind kind;
  AufaitDay first;
  AufaitDay last;   /* inclusive */
  gboolean is_open; /* goes on since @first, and nothing says until when: @last is the day that it
                     * was told on */
  int at_secs;      /* the time of day that was said, in seconds after midnight; -1: none */
  char *place;      /* as it was written: "Crète"; NULL: none */
  char *what;       /* a noun that names it, with its article where the language wants one, as the
                     * lexicon has it: "the driving test", "le permis"; NULL: the kind says enough.
                     * A visit without one comes to the user, a show is one that is gone to */
  char *language;   /* of @what: "en", "fr"; NULL when @what is */
  char *whose;    /* who of theirs it happens to, as it was written: "cat", "little brother"; NULL:
                   * the person themself. Of a loss: the animal that is lost */
  GStrv subjects; /* words, folded, of the names of those of a note's people of whom it tells; NULL:
                   * of all. Of a note that was just read: what is kept does not have it */
} AufaitMoment;

AufaitMoment *aufait_moment_new (AufaitMomentKind kind, AufaitDay first, AufaitDay last);
void aufait_moment_free (AufaitMoment *moment);

typedef struct {
  AufaitDay day;         /* AUFAIT_DAY_NONE: no day was said */
  int at_secs;           /* -1: none */
  char *what;            /* "send him the book" */
  gboolean is_next_time; /* to be kept when one sees them next; there is no day then */
} AufaitPromise;

AufaitPromise *aufait_promise_new (AufaitDay day, const char *what);
void aufait_promise_free (AufaitPromise *promise);

typedef enum {
  AUFAIT_NOTE_FACT,
  AUFAIT_NOTE_IMPRESSION, /* "seemed tired": what you saw, not what you were told */
} AufaitNoteKind;

/* A kind of moment that a note speaks of, and of whom. */
typedef struct {
  AufaitMomentKind kind;
  GStrv subjects;       /* as of a moment */
  gboolean is_anothers; /* someone's of theirs, or somebody else's: "her sister is pregnant" */
} AufaitNaming;

AufaitNaming *aufait_naming_new (AufaitMomentKind kind);
void aufait_naming_free (AufaitNaming *naming);

/* What a note's words mean, on the day that they were written. */
typedef struct {
  AufaitNoteKind kind;
  GPtrArray *moments;   /* AufaitMoment */
  GPtrArray *interests; /* char * */
  GPtrArray *promises;  /* AufaitPromise */
  /* Of a note that was just read: what is kept does not have it. */
  guint named_kinds;      /* 1 << AufaitMomentKind: what it speaks of, with a day or without */
  GPtrArray *namings;     /* AufaitNaming: each time it does */
  guint moved_kinds;      /* what is put off, or has another day now */
  guint called_off_kinds; /* what will not be */
  GArray *deaths;         /* guint: places, among those whom it is about, of who has died */
  char *changed_place;    /* where a trip that is put off or called off was to go; NULL: not said */
} AufaitMeaning;

AufaitMeaning *aufait_meaning_new (void);
void aufait_meaning_free (AufaitMeaning *meaning);

typedef struct {
  gint64 id;
  AufaitDay on;
  gint64 at; /* when it was written, in Unix seconds; 0: not known */
  char *text;
  GPtrArray *people; /* AufaitRef */
  AufaitMeaning *meaning;
} AufaitNote;

AufaitNote *aufait_note_new (AufaitDay on, const char *text);
void aufait_note_free (AufaitNote *note);

typedef enum {
  AUFAIT_CONTACT_MET,
  AUFAIT_CONTACT_CALLED,
  AUFAIT_CONTACT_WROTE,
  AUFAIT_CONTACT_EVENT,
} AufaitContactHow;

const char *aufait_contact_how_to_string (AufaitContactHow how);
int aufait_contact_how_from_string (const char *text); /* -1: none */

typedef struct {
  gint64 id;
  AufaitDay on;
  AufaitContactHow how;
  gboolean is_from_them; /* they began it */
  GPtrArray *people;     /* AufaitRef */
} AufaitContact;

AufaitContact *aufait_contact_new (AufaitContactHow how, AufaitDay on);
void aufait_contact_free (AufaitContact *contact);

/* --- what comes of it ---------------------------------------------------------------------- */

typedef enum {
  AUFAIT_NUDGE_WAITING,
  AUFAIT_NUDGE_SHOWN,
  AUFAIT_NUDGE_SNOOZED,
  AUFAIT_NUDGE_DONE,
  AUFAIT_NUDGE_DROPPED,
  AUFAIT_NUDGE_EXPIRED,
} AufaitNudgeState;

const char *aufait_nudge_state_to_string (AufaitNudgeState state);
int aufait_nudge_state_from_string (const char *text); /* -1: none */

/* Evidence: what a nudge quotes. */
typedef struct {
  char *text;
  AufaitDay on;     /* AUFAIT_DAY_NONE: none */
  gint64 note_id;   /* 0: none */
  char *event;      /* the event's uid; NULL: none */
  gboolean is_said; /* title and action say it already */
} AufaitReason;

AufaitReason *aufait_reason_new (const char *text, AufaitDay on, gint64 note_id);
void aufait_reason_free (AufaitReason *reason);

typedef struct {
  gint64 id;  /* 0 until the memory has given it one */
  char *key;  /* what makes it this nudge and no other, for ever */
  char *kind; /* "return", "wish", "promise" … : the name of its rule */
  AufaitRef *person;
  GDateTime *at;
  AufaitNudgeState state;
  AufaitDay done_on;   /* AUFAIT_DAY_NONE: it is not done */
  char *title;         /* "Marie Curie is back from Crète" */
  char *action;        /* "Ask how it was." */
  GPtrArray *why;      /* AufaitReason */
  GArray *others;      /* gint64: whom its event names; NULL: nobody */
  gboolean is_rider;   /* it is told along with the next meeting, and never due by itself */
  gboolean is_private; /* its text must not reach a notification */
  char *picture;       /* the path of a file with a picture of the person; NULL: none */
} AufaitNudge;

AufaitNudge *aufait_nudge_new (const char *kind, const char *key);
void aufait_nudge_free (AufaitNudge *nudge);

/* Title and action as one text: "Marie Curie is back from Crète. Ask how it was." */
char *aufait_nudge_dup_text (const AufaitNudge *nudge);

/* Whether it still asks for an answer: waiting, shown or snoozed. */
gboolean aufait_nudge_is_open (const AufaitNudge *nudge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitRef, aufait_ref_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitPerson, aufait_person_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitMoment, aufait_moment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitPromise, aufait_promise_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitMeaning, aufait_meaning_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitNote, aufait_note_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitContact, aufait_contact_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitReason, aufait_reason_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitNudge, aufait_nudge_free)
