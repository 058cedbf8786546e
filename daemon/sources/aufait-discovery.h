/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the user's address books and calendars are: as aufait.conf says, and, unless it says not
 * to, where khard, khal and vdirsyncer have theirs, and in the usual folders. */
#pragma once

#include "aufait-lookout.h"
#include "aufait-row.h"
#include "aufait-settings.h"

/* One folder of files, or one file. */
typedef struct {
  char *path; /* absolute, without links */
  char *name; /* of the folder; of a file without its ending */
  gboolean is_file;
  AufaitJobKind kind; /* what it is said to hold, until it was looked into */
} AufaitDiscoveryPlace;

typedef struct {
  GPtrArray *places; /* AufaitDiscoveryPlace, each path once, by path */
  GPtrArray *spots;  /* AufaitLookoutSpot, each once, by path: what a change at would find others */
  GPtrArray *looked; /* char *: the folders and configurations that were asked for, in that order,
                      * there or not; with wildcards as they were written */
  GPtrArray *missing; /* char *: what aufait.conf has as paths and leads to no folder and no file of
                       * cards or calendars, as set; none of them is where one may not look, nor
                       * what has a wildcard in a folder that is there */
  GPtrArray *strays;  /* char *: the names of [calendar NAME] that no calendar has, as set */
} AufaitDiscovery;

/* Looks, by what @settings say. Opens no file but the configurations. What [calendar NAME] ignores
 * is no place; an address book of that name is one. */
AufaitDiscovery *aufait_discovery_new (const AufaitSettings *settings);
void aufait_discovery_free (AufaitDiscovery *discovery);

void aufait_discovery_place_free (AufaitDiscoveryPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitDiscovery, aufait_discovery_free)
