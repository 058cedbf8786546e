/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at all files of a folder, on a thread: a disk that is slow, or another machine that does
 * not answer, keeps nobody waiting. No file is opened. */
#pragma once

#include <gio/gio.h>

#include "aufait-blindness.h"
#include "aufait-indexed-file.h"
#include "aufait-vdir.h"

typedef struct _AufaitFolderScanFiles AufaitFolderScanFiles;

typedef struct {
  AufaitFolderScanFiles *files; /* all that are there; NULL: they are those that are known */
  int failure; /* errno: the folder cannot be read, what is known stays; EISDIR: there is a folder
                * in the place of the file; 0: it was */
  gboolean is_missing;
  gboolean is_blind; /* inotify does not see all that happens here */
} AufaitFolderScan;

/* What is known of a folder. */
typedef struct {
  gint64 bases[2]; /* what each kind is read for now */
  gint64 n_files;
  gint64 print; /* of all files: see aufait-indexed-file.h */
} AufaitFolderScanKnown;

/* @is_file: the path is one file. @done gets a GTask. */
void aufait_folder_scan_start (const char *path,
                               gboolean is_file,
                               const AufaitBlindness *blindness,
                               const AufaitFolderScanKnown *known,
                               GCancellable *cancellable,
                               GAsyncReadyCallback done,
                               gpointer user_data);

/* The file of this name as it was seen, which is then met; NULL: there is none. */
const AufaitIndexedFileIdentity *aufait_folder_scan_meet (AufaitFolderScan *scan, const char *name);

/* The names (char *, of the scan) of those that were never met. */
GPtrArray *aufait_folder_scan_list_others (AufaitFolderScan *scan);

/* NULL: it was cancelled. */
AufaitFolderScan *aufait_folder_scan_finish (GAsyncResult *result);
void aufait_folder_scan_free (AufaitFolderScan *scan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitFolderScan, aufait_folder_scan_free)
