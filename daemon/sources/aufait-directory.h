/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everyone: the people of the memory, with what their cards in the address books add. */
#pragma once

#include "aufait-cadence.h"
#include "aufait-card.h"
#include "aufait-event.h"
#include "aufait-index.h"
#include "aufait-memory.h"
#include "aufait-name-traces.h"
#include "aufait-names.h"
#include "aufait-source-settings.h"

typedef struct _AufaitDirectory AufaitDirectory;

/* Who is called otherwise than before. */
typedef struct {
  gboolean is_lost; /* nobody knows: it may be anybody */
  GArray *traces;   /* AufaitNameTrace: of the texts that may name others now */
  GArray *people;   /* ids (gint64), some more than once */
} AufaitDirectoryChanges;

void aufait_directory_changes_clear (AufaitDirectoryChanges *changes);

/* Both live longer than it. @index: NULL: there are no cards and no calendars. */
AufaitDirectory *aufait_directory_new (AufaitMemory *memory, AufaitIndex *index);
void aufait_directory_free (AufaitDirectory *directory);

AufaitMemory *aufait_directory_get_memory (const AufaitDirectory *directory);
AufaitIndex *aufait_directory_get_index (const AufaitDirectory *directory);

/* Whose calendars are whose. Copied. */
void aufait_directory_set_settings (AufaitDirectory *directory,
                                    const AufaitSourceSettings *settings);

/* How often those of each circle are asked after. */
void aufait_directory_set_cadence (AufaitDirectory *directory, AufaitCadence cadence);
const AufaitCadence *aufait_directory_get_cadence (const AufaitDirectory *directory);

/* NULL and AUFAIT_MEMORY_ERROR_NOT_FOUND when there is nobody with that id. */
AufaitPerson *aufait_directory_get (AufaitDirectory *directory, gint64 id, GError **error);

/* Whom the cards of this person name beside them: AufaitCardRelations, each with the name as its
 * text, where it is known, and once. */
GPtrArray *aufait_directory_list_relations (AufaitDirectory *directory, gint64 id, GError **error);

/* Everyone, or those of @circle, as AufaitPersons by name. */
GPtrArray *aufait_directory_list (AufaitDirectory *directory, const char *circle, GError **error);

/* Everyone's names; NULL and an error when the memory cannot be read. At hand until they are let
 * go, of which FALSE is: it is to be done again, when nothing else is (aufait_name_book_rest). */
AufaitNames *aufait_directory_get_names (AufaitDirectory *directory, GError **error);
gboolean aufait_directory_release_names (AufaitDirectory *directory);

/* The same when they may be others than before, and nobody knows whose. */
void aufait_directory_forget_names (AufaitDirectory *directory);

/* Someone is new, with all that their cards say. */
void aufait_directory_add (AufaitDirectory *directory, const AufaitPerson *person);

/* A person is new, another than before, or gone: their names are looked up anew. */
void aufait_directory_renew (AufaitDirectory *directory, gint64 id);

/* The same in the middle of linking: with what was written and is not committed yet. */
void aufait_directory_renew_linked (AufaitDirectory *directory, gint64 id);

/* What the above have changed since that was last taken; to be cleared. */
gboolean aufait_directory_has_changes (const AufaitDirectory *directory);
void aufait_directory_take_changes (AufaitDirectory *directory,
                                    AufaitDirectoryChanges *ret_changes);

/* The ids (gint64), each once, of those who have a birthday or an anniversary from @first to
 * @last, less than a year apart. */
GArray *aufait_directory_list_yearly (AufaitDirectory *directory,
                                      AufaitDay first,
                                      AufaitDay last,
                                      GError **error);

/* Whether calendars, cards, birthdays or cadences may have something to say some day. */
gboolean aufait_directory_has_dates (AufaitDirectory *directory);

/* The person whose calendar it is; 0: the user's own, or nobody's who is known. */
gint64 aufait_directory_find_owner (AufaitDirectory *directory, const char *calendar);

/* Those who are set to own a calendar and are nobody, or not one person alone; char *, as set. */
GPtrArray *aufait_directory_list_strangers (AufaitDirectory *directory);

/* The user's own e-mail addresses: those that are set, else those that the calendars tell. Empty:
 * not known. To be freed with g_strfreev(). */
GStrv aufait_directory_list_mine (AufaitDirectory *directory);

/* Which calendars are whose, as one line of text that is the same as long as they are. */
char *aufait_directory_dup_owners (AufaitDirectory *directory);

/* Says of each of the AufaitEvents whom it is about, and whose calendar it is in. */
gboolean
aufait_directory_fill_events (AufaitDirectory *directory, GPtrArray *events, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AufaitDirectoryChanges, aufait_directory_changes_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitDirectory, aufait_directory_free)
