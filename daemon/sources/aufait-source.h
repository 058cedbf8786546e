/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One address book or calendar: follows its folder, and asks the intake for what changed. */
#pragma once

#include "aufait-blindness.h"
#include "aufait-discovery.h"
#include "aufait-index-file-store.h"
#include "aufait-intake.h"

typedef struct _AufaitSource AufaitSource;

/* All of a folder was looked at, and what changed is the intake's. */
typedef void (*AufaitSourceLookedFunc) (gpointer user_data);

/* Begins to watch. All that is handed in, but for @place, outlives it. */
AufaitSource *aufait_source_new (const AufaitDiscoveryPlace *place,
                                 AufaitIndex *index,
                                 AufaitIntake *intake,
                                 AufaitReaderPool *pool,
                                 const AufaitBlindness *blindness,
                                 AufaitSourceLookedFunc on_looked,
                                 gpointer user_data);
void aufait_source_free (AufaitSource *source);

const char *aufait_source_get_path (const AufaitSource *source);
const char *aufait_source_get_name (const AufaitSource *source);
AufaitJobKind aufait_source_get_kind (const AufaitSource *source);
gboolean aufait_source_is_file (const AufaitSource *source);

/* What the index has of it. It is counted once, and again when it was forgotten: when the index
 * says something else. */
const AufaitIndexFileStoreCounts *aufait_source_get_counts (AufaitSource *source);
void aufait_source_forget_counts (AufaitSource *source);

/* Why its folder cannot be read, or not be watched, in words; NULL: it can. */
const char *aufait_source_get_problem (const AufaitSource *source);

/* What files are read for (aufait_index_file_store_ensure_basis), in words, by AufaitJobKind; and
 * looks at all files: those that were read for something else are read again. */
void aufait_source_look (AufaitSource *source, const char *const bases[2]);

/* Something was committed to the index: a look that waits for what was known of the path to be
 * forgotten may begin. */
void aufait_source_go_on (AufaitSource *source);

/* Something was mounted or unmounted. */
void aufait_source_look_for_mounts (AufaitSource *source);

/* Whether it is looking at the moment, or waits to. */
gboolean aufait_source_is_busy (const AufaitSource *source);
