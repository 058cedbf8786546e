/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's address books and calendars, found, read and followed into the index. This is the one
 * header of this layer that the rest of the daemon needs:
 *
 *   index = aufait_index_open (path, &error);
 *   sources = aufait_sources_new (index, NULL);
 *   g_signal_connect (sources, "changed", G_CALLBACK (on_changed), …);
 *   aufait_sources_set_today (sources, today, zone);        at the start, and on each new day or
 * zone aufait_sources_set_settings (sources, settings);        at the start, and when they change
 *
 * and then asks the index (aufait-card-store.h, aufait-event-store.h). Nothing is read before both
 * were set. All work is done in small turns of the thread's default main context, on a thread that
 * lists folders, and in other processes that read files; no call here takes long.
 *
 * Signal "changed": void (*) (AufaitSources *sources, const AufaitIndexWriterChange *change,
 * gpointer user_data). The index says something else now: @change tells whether of cards or of
 * events, and in which files. NULL: everything may be different, as when the index was made anew,
 * or after a great many changes. While much is read it comes once a second, and once at the end.
 *
 * Signal "settled": void (*) (AufaitSources *sources, gpointer user_data). All that is known to
 * have changed is in the index. */
#pragma once

#include <glib-object.h>

#include "aufait-blindness.h"
#include "aufait-index-writer.h"
#include "aufait-settings.h"

#define AUFAIT_TYPE_SOURCES (aufait_sources_get_type ())
G_DECLARE_FINAL_TYPE (AufaitSources, aufait_sources, AUFAIT, SOURCES, GObject)

/* @reader: the program that reads files; NULL: $AUFAIT_READER, else the one that was installed. The
 * index must outlive the object. */
AufaitSources *aufait_sources_new (AufaitIndex *index, const char *reader);

/* The same, where inotify is as blind as @blindness says; it outlives the object. */
AufaitSources *aufait_sources_new_with_blindness (AufaitIndex *index,
                                                  const char *reader,
                                                  const AufaitBlindness *blindness);

/* Events are kept from the first day of the month two years before @today to the last day of the
 * month one year behind it: the window moves with the months, and calendars are then read again, in
 * the background. @zone: tzdata's name of the user's zone, for times without one. */
void aufait_sources_set_today (AufaitSources *sources, AufaitDay today, const char *zone);

/* The first and the last of those days; FALSE: they were never said. */
gboolean
aufait_sources_get_window (AufaitSources *sources, AufaitDay *ret_first, AufaitDay *ret_last);

/* Finds the places anew: new ones are read, those that are gone or ignored leave the index. From
 * then on this happens by itself whenever one comes or goes, or another program's configuration
 * says something else. @settings is not kept. */
void aufait_sources_set_settings (AufaitSources *sources, const AufaitSettings *settings);

/* Whether everything that is known to have changed is in the index. */
gboolean aufait_sources_is_settled (AufaitSources *sources);

/* One address book or calendar, for status. */
typedef struct {
  char *path;
  char *name;
  char *kind; /* "cards" or "calendar": by what it holds */
  gint64 n_items;
  gint64 n_others; /* cards of companies and groups among them */
  gint64 n_problems;
} AufaitSourcesPlace;

/* AufaitSourcesPlaces, by path. */
GPtrArray *aufait_sources_list (AufaitSources *sources);

/* The folders and configurations that they are looked for in, there or not, in that order; char *,
 * fit to be shown. What comes there is found by itself. */
GPtrArray *aufait_sources_list_looked (AufaitSources *sources);

/* What is wrong, and with what. */
typedef struct {
  char *file; /* valid UTF-8 on one line, fit to be shown */
  char *what; /* in words */
} AufaitSourcesProblem;

/* AufaitSourcesProblems, at most @max: of the reader, the index, folders, and then files. */
GPtrArray *aufait_sources_list_problems (AufaitSources *sources, guint max);

/* For tests: how many files were opened since the beginning. */
guint aufait_sources_count_opened (AufaitSources *sources);

void aufait_sources_place_free (AufaitSourcesPlace *place);
void aufait_sources_problem_free (AufaitSourcesProblem *problem);
