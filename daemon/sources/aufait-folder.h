/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Watches a folder of .vcf and .ics files, or one file, with inotify(7): what changes in it, and
 * whether it still is the folder of that path. Many changes at once are told once, when it has been
 * quiet for a moment, or after a second at the latest; a file that is written in place all the time
 * is told when it rests, for until then half of it may be old. Where inotify sees nothing (other
 * machines' writes on NFS and the like, files that are links), and where the kernel has no room to
 * watch it, everything is looked at now and then. */
#pragma once

#include "aufait-blindness.h"

typedef struct _AufaitFolder AufaitFolder;

typedef struct {
  /* Something goes on: there will be changes in a moment. */
  void (*on_stirred) (AufaitFolder *folder, gpointer user_data);

  /* The keys of @names (char *) changed; the value is not NULL when their content may have. NULL:
   * anything may have changed, the folder itself included. */
  void (*on_changed) (AufaitFolder *folder, GHashTable *names, gpointer user_data);
} AufaitFolderFuncs;

typedef enum {
  AUFAIT_FOLDER_OF_FILES, /* .vcf and .ics files in it */
  AUFAIT_FOLDER_FILE,     /* it is one file, of whatever name; told without names */
} AufaitFolderKind;

/* The path may be missing: it is waited for. @sweep_secs: how often everything is looked at where
 * inotify is blind. */
AufaitFolder *aufait_folder_new (const char *path,
                                 AufaitFolderKind kind,
                                 guint sweep_secs,
                                 const AufaitFolderFuncs *funcs,
                                 gpointer user_data);
void aufait_folder_free (AufaitFolder *folder);

/* Whether to look at everything now and then: what aufait-folder-scan.h found out. */
void aufait_folder_set_is_blind (AufaitFolder *folder, gboolean is_blind);

/* Why it cannot be watched, in words; NULL: it is. */
const char *aufait_folder_get_problem (const AufaitFolder *folder);

/* Something was mounted or unmounted, which inotify does not always tell: looks whether the path
 * still leads to the folder that is watched. */
void aufait_folder_look_for_mounts (AufaitFolder *folder);
