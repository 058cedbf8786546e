/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where inotify(7) sees nothing of what other machines or programs write: on NFS, SMB, FUSE and the
 * like. There all files are looked at now and then. */
#pragma once

#include <glib.h>

/* Handed to those who watch; it outlives them. */
typedef struct {
  /* Whether the file system of the folder that is open as @fd is one. Called from any thread. */
  gboolean (*is_blind) (int fd);
  guint sweep_secs; /* between two looks */
} AufaitBlindness;

/* What statfs(2) says; every ten minutes. */
const AufaitBlindness *aufait_blindness_get_default (void);
