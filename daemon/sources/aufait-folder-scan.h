/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares a folder with what is known of it, on a thread: a disk that is slow, or another machine
 * that does not answer, keeps nobody waiting. No file is opened. */
#pragma once

#include <gio/gio.h>

#include "aufait-indexed-file.h"
#include "aufait-vdir.h"

typedef struct {
  GPtrArray *names; /* char *: what is new, changed or gone */
  int failure;      /* errno: the folder cannot be read, what is known stays; 0: it was */
  gboolean is_missing;
  gboolean is_blind; /* inotify does not see all that happens here */
} AufaitFolderScan;

/* @known: name -> AufaitIndexedFile, consumed; nobody else may hold it. @bases: what each kind is
 * read for now. @is_file: the path is one file, and @known has it by its last part. @done gets a
 * GTask. */
void aufait_folder_scan_start (const char *path,
                               gboolean is_file,
                               GHashTable *known,
                               const gint64 bases[2],
                               GCancellable *cancellable,
                               GAsyncReadyCallback done,
                               gpointer user_data);

/* NULL: it was cancelled. */
AufaitFolderScan *aufait_folder_scan_finish (GAsyncResult *result);
void aufait_folder_scan_free (AufaitFolderScan *scan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitFolderScan, aufait_folder_scan_free)
