/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the handlers of org.aufait share. */
#pragma once

#include "aufait-api.h"
#include "aufait-event.h"
#include "aufait-names.h"

struct _AufaitApi {
  AufaitDirectory *directory;
  AufaitMemory *memory;
  AufaitAgenda *agenda;
  AufaitClock *clock;
  AufaitSources *sources;  /* NULL: there are none */
  AufaitLinker *linker;    /* NULL where @sources is */
  AufaitTieKeeper *keeper; /* so is it */
  GPtrArray *watchers;     /* AufaitVarlinkCall: those that are open */
  GPtrArray *problems;     /* JsonNode: what aufait_api_add_problem was told */
};

/* The handlers, as the table of aufait-api.c has them; @in is the struct of the method below. */
void aufait_api_handle_add_person (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_list_people (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_about (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_find (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_add_note (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_add_contact (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_apart (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_edit_person (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_forget (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_forget_habit (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_habits (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_list_events (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_list_sources (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_same (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_undo (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_today (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_list_nudges (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_done (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_drop (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_snooze (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_status (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_set_cadence (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_set_circle (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_pass_over (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_list_ties (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_list_unsorted (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_watch (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_set_hours (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_week (AufaitVarlinkCall *call, const void *in, gpointer user_data);
void aufait_api_handle_why (AufaitVarlinkCall *call, const void *in, gpointer user_data);

/* Their parameters, as the table fills them: strings are the call's, an optional one may be NULL,
 * and an array never is. */
typedef struct {
  const char *name;
  const char **nicknames;
  const char **emails;
  const char **phones;
  const char **places;
  const char *birthday;
  const char *circle;
  gboolean is_private;
} AufaitApiAddPerson;

typedef struct {
  const char *who;
  AufaitApiAddPerson more; /* a member that is not given is NULL or empty */
  const char **remove;
  gboolean is_public;
  gboolean is_silent;
  gboolean is_again;
} AufaitApiEditPerson;

typedef struct {
  const char *circle;
} AufaitApiListPeople;

typedef struct {
  const char *who;
} AufaitApiAbout;

typedef struct {
  const char *text;
} AufaitApiFind;

typedef struct {
  const char *text;
  const char *who;
  const char *first;
} AufaitApiAddNote;

typedef struct {
  const char *who;
  const char *how;
  const char *text;
  const char *on;
  gboolean from_them;
} AufaitApiAddContact;

typedef struct {
  const char *until;
  gboolean all;
} AufaitApiListNudges;

typedef struct {
  const char *ref;
  const char *until;
} AufaitApiAnswer;

typedef struct {
  const char *from;
  const char *until;
  const char *with;
} AufaitApiListEvents;

typedef struct {
  const char *who;
  const char *other; /* NULL: who names both */
} AufaitApiPair;

typedef struct {
  const char *who;
  const char *kind;
} AufaitApiForgetHabit;

typedef struct {
  const char *who;
  const char *every;
} AufaitApiSetCadence;

typedef struct {
  const char *who;
  const char *circle;
} AufaitApiSetCircle;

typedef struct {
  gint64 max;
} AufaitApiListTies;

typedef struct {
  const char *who;
  const char *hours;
} AufaitApiSetHours;

/* --- people ---------------------------------------------------------------------------------- */

/* Everyone's names, borrowed until a person changes. NULL when an error was replied: the memory
 * cannot be read. */
AufaitNames *aufait_api_get_names (AufaitApi *api, AufaitVarlinkCall *call);

/* A person was added, or is another than before; 0: nobody knows who. */
void aufait_api_take_person (AufaitApi *api, gint64 id);

/* The same, but for the tie with them. */
void aufait_api_take_names (AufaitApi *api, gint64 id);

/* The one whose whole name is @who and the next words of @text, as in "marie" and "curie hier": the
 * longest such name. Sets what is behind it as @ret_rest, NULL before, to be freed. NULL: nobody.
 */
AufaitRef *aufait_api_find_longer (const AufaitNames *names,
                                   const char *who,
                                   const char *text,
                                   char **ret_rest);

/* Whether @text is what a method wants behind a name: a moment, how often … */
typedef gboolean (*AufaitApiReads) (AufaitApi *api, const char *text);

/* Where a name of several words stands without quotation marks, "marie" and "curie 3d": the name,
 * with the fewest words of @text without which the rest, put in @ret_rest, is what @reads. @who and
 * @text as they are where no rest is. Both to be freed. */
char *aufait_api_split_who (
    AufaitApi *api, const char *who, const char *text, AufaitApiReads reads, char **ret_rest);

/* The two names that @words are, both to be freed, where only one way of parting them names one
 * person each. FALSE when an error was replied: there are several ways, or none. */
gboolean aufait_api_split_pair (
    AufaitApi *api, AufaitVarlinkCall *call, const char *words, char **ret_who, char **ret_other);

/* The people of a note, as AufaitRefs, and its text, to be freed: a first word that names nobody
 * belongs to the text. NULL when an error was replied. */
GPtrArray *aufait_api_find_named (AufaitApi *api,
                                  AufaitVarlinkCall *call,
                                  const AufaitApiAddNote *in,
                                  char **ret_text);

/* The same of a contact: who is meant, one or several who are joined ("Paul and Zoe"), and the text
 * behind them, which may be empty. */
GPtrArray *aufait_api_find_met (AufaitApi *api,
                                AufaitVarlinkCall *call,
                                const AufaitApiAddContact *in,
                                char **ret_text);

/* Whether what is said of a person can be kept: @name, cleaned, where one is given (else NULL), the
 * addresses, the circle. FALSE when an error was replied. */
gboolean
aufait_api_check_person (AufaitVarlinkCall *call, const AufaitApiAddPerson *in, const char *name);

/* Whether it tells the person @id (0: a new one) from all others: an address belongs to one, and a
 * second one of @name (NULL: none is given) needs something else. FALSE when an error was replied.
 */
gboolean aufait_api_check_distinct (AufaitApi *api,
                                    AufaitVarlinkCall *call,
                                    const AufaitApiAddPerson *in,
                                    const char *name,
                                    gint64 id);

/* @texts, a line each, without those that are empty. */
GStrv aufait_api_clean_all (const char *const *texts);

/* A birthday as it is kept, of a text as people write it; NULL when an error was replied. */
char *aufait_api_read_birthday (AufaitApi *api, AufaitVarlinkCall *call, const char *text);

/* The one whom @who names, to be freed. NULL when an error was replied: Unknown or Ambiguous. */
AufaitRef *aufait_api_resolve (AufaitApi *api, AufaitVarlinkCall *call, const char *who);

/* Whom @who may mean, as AufaitRefs: by a slip of the finger, else by the beginning of a name. */
GPtrArray *aufait_api_suggest (AufaitNames *names, const char *who);

/* The id of the nudge that @ref means: a number is a nudge's, all else a person's. 0 when an error
 * was replied: there is no such nudge, or several are open. */
gint64 aufait_api_find_nudge (AufaitApi *api, AufaitVarlinkCall *call, const char *ref);

/* --- notes ----------------------------------------------------------------------------------- */

/* A note in a few words, for undo and for those who watch: whom it is about, and how it begins. */
char *aufait_api_name_note (GPtrArray *people, const char *text);

/* --- replies --------------------------------------------------------------------------------- */

/* Ends what aufait_memory_begin has begun: kept when @is_done, else taken back, and the error is
 * the one that is set already. Whether it is kept. */
gboolean aufait_api_end_command (AufaitApi *api, gboolean is_done, GError **error);

/* By the clock of the daemon, in the user's zone. */
AufaitDay aufait_api_get_today (AufaitApi *api);

/* An object with "now"; the caller's. */
JsonObject *aufait_api_new_reply (AufaitApi *api);

/* @refs (AufaitRef) as on the wire, those of one name with what tells them apart; the caller's. */
JsonNode *aufait_api_wire_candidates (AufaitApi *api, GPtrArray *refs);

/* The errors of the interface, by which a call is answered; @message is a sentence without a full
 * stop, in the language that is spoken. @candidates: of AufaitRef. Nothing is taken. */

void aufait_api_reply_unknown (AufaitVarlinkCall *call,
                               const char *name,
                               GPtrArray *candidates,
                               const char *message);
void aufait_api_reply_ambiguous (AufaitApi *api,
                                 AufaitVarlinkCall *call,
                                 const char *name,
                                 GPtrArray *candidates,
                                 const char *message);
void aufait_api_reply_invalid (AufaitVarlinkCall *call,
                               const char *field,
                               const char *value,
                               const char *message);
void aufait_api_reply_refused (AufaitVarlinkCall *call, const char *message);

/* Refused where the memory has no such thing, else Failed. */
void aufait_api_reply_memory_error (AufaitVarlinkCall *call, const GError *error);

/* The person of that id, as all that is known of them now makes them, or an error. */
void aufait_api_reply_person (AufaitApi *api, AufaitVarlinkCall *call, gint64 id);

/* Whether @circle is one, or NULL. FALSE when an error was replied. */
gboolean aufait_api_check_circle (AufaitVarlinkCall *call, const char *circle);

/* --- calendars ------------------------------------------------------------------------------- */

/* What a status has room for. */
#define AUFAIT_API_PROBLEMS_MAX 100

/* AufaitEvents that take place on the days from @first to @last, with their people, to be freed;
 * those about @person_id where it is not 0. NULL and an error when they cannot be read. */
GPtrArray *aufait_api_list_events (
    AufaitApi *api, AufaitDay first, AufaitDay last, gint64 person_id, GError **error);

/* As on the wire; the caller's. */
JsonNode *aufait_api_wire_events (AufaitApi *api, const GPtrArray *events);
JsonArray *aufait_api_wire_sources (AufaitApi *api);

/* Adds what is wrong with files to @problems, at most so many. */
void aufait_api_add_source_problems (AufaitApi *api, JsonArray *problems);

/* A Problem; the caller's. */
JsonNode *aufait_api_new_problem (const char *file, const char *what);

/* --- watching -------------------------------------------------------------------------------- */

/* Tells those who watch that what is remembered has changed: @what as for undo. */
void aufait_api_tell_changed (AufaitApi *api, const char *what);

/* Tells them of a nudge whose state is another than before. */
void aufait_api_tell_nudge (AufaitApi *api, const AufaitNudge *nudge);
