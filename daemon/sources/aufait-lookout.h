/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Watches, with inotify(7), the spots where address books and calendars may appear or go: folders
 * that are not there yet, configurations, folders of folders. One watch a folder on the way to
 * each, none below it; nothing wakes up where nothing happens. Many changes at once are told once,
 * when it has been quiet for a moment, or after a second at the latest. Where inotify has no more
 * instances it is told every ten minutes, so that somebody looks. */
#pragma once

#include <glib.h>

typedef enum {
  AUFAIT_LOOKOUT_NAME,    /* something of that name comes or goes */
  AUFAIT_LOOKOUT_FILE,    /* the same, or its content changes */
  AUFAIT_LOOKOUT_FOLDERS, /* folders come into it, or go */
  AUFAIT_LOOKOUT_ITEMS,   /* the same, or .vcf and .ics files come into it */
} AufaitLookoutKind;

typedef struct {
  char *path; /* that may be missing, links and all */
  AufaitLookoutKind kind;
} AufaitLookoutSpot;

void aufait_lookout_spot_free (AufaitLookoutSpot *spot);

typedef struct _AufaitLookout AufaitLookout;

/* @on_changed is called from the thread's default main context. */
AufaitLookout *aufait_lookout_new (void (*on_changed) (gpointer user_data), gpointer user_data);
void aufait_lookout_free (AufaitLookout *lookout);

/* Watches @spots (AufaitLookoutSpot, each once; a reference is kept) and nothing else. TRUE: they
 * were others before, and what has changed at them since somebody looked is not told. */
gboolean aufait_lookout_set_spots (AufaitLookout *lookout, GPtrArray *spots);

/* Whether there was a change that is still to be told. */
gboolean aufait_lookout_is_stirred (const AufaitLookout *lookout);

/* Something was mounted or unmounted, which inotify does not always tell: looks whether the spots
 * still are what they were. */
void aufait_lookout_look_for_mounts (AufaitLookout *lookout);
