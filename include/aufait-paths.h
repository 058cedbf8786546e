/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things are, by the XDG Base Directory Specification. */
#pragma once

#include <glib.h>

#define AUFAIT_PATHS_ERROR (aufait_paths_error_quark ())
GQuark aufait_paths_error_quark (void);

typedef enum {
  AUFAIT_PATHS_ERROR_NO_RUNTIME_DIR, /* XDG_RUNTIME_DIR is not set, or is not a directory */
  AUFAIT_PATHS_ERROR_UNSAFE,         /* it belongs to someone else, or others may enter it */
} AufaitPathsError;

/* $XDG_DATA_HOME/aufait/memory.db */
char *aufait_paths_dup_memory (void);

/* $XDG_CACHE_HOME/aufait/index.db */
char *aufait_paths_dup_index (void);

/* $XDG_CACHE_HOME/aufait/portraits: a folder */
char *aufait_paths_dup_portraits (void);

/* $XDG_CONFIG_HOME/aufait/aufait.conf */
char *aufait_paths_dup_settings (void);

/* $AUFAIT_SOCKET as it is, else $XDG_RUNTIME_DIR/aufait/org.aufait. The runtime directory must be
 * ours and closed to others: else NULL and an error. Nothing is made. */
char *aufait_paths_dup_socket (GError **error);
