/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A home of one's own with an index and sources; what the stand-in reader says is read. */
#pragma once

#include "aufait-card-store.h"
#include "aufait-event-store.h"
#include "aufait-sources.h"

typedef struct {
  char *root;
  char *index_path;
  AufaitIndex *index;
  AufaitSources *sources;
  AufaitSettings *settings;
  const AufaitBlindness *blindness; /* NULL: as it is */
  guint n_changed;
  guint n_settled;
  gint64 longest_gap; /* between two turns of the main loop, in µs, since it was set to 0 */
  gint64 last_turn;
  GSource *pulse;
  guint deadline_id;
} SourcesWorld;

void sources_world_set_up (SourcesWorld *world, gconstpointer data);
void sources_world_tear_down (SourcesWorld *world, gconstpointer data);

/* Starts and ends the sources, the files stay. The folders are "cards" and "calendars". */
void sources_world_start (SourcesWorld *world);
void sources_world_stop (SourcesWorld *world);

char *sources_world_dup_path (SourcesWorld *world, const char *name);

/* In place; @text is what the stand-in does. */
void sources_world_write (SourcesWorld *world, const char *name, const char *text);
void sources_world_make_folder (SourcesWorld *world, const char *name);
void sources_world_move (SourcesWorld *world, const char *from, const char *to);
void sources_world_remove (SourcesWorld *world, const char *name);

/* Runs the main loop until everything there is to know is known. */
void sources_world_settle (SourcesWorld *world);

/* Until there are so many cards, or the names on all cards, sorted, are these. */
void sources_world_wait_for_cards (SourcesWorld *world, gint64 n);
void sources_world_wait_for_names (SourcesWorld *world, const char *names);

gint64 sources_world_count_cards (SourcesWorld *world);
gint64 sources_world_count_events (SourcesWorld *world);

/* Whether a problem with a file whose path ends like this says so. */
gboolean sources_world_has_problem (SourcesWorld *world, const char *file, const char *what);
void sources_world_assert_problem (SourcesWorld *world, const char *file, const char *what);
