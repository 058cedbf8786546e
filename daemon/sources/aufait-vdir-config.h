/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where khard, khal and vdirsyncer say their folders are. Their configurations are alike: sections
 * in brackets, one deeper for each further bracket; key = value, in quotation marks or not; "#". */
#pragma once

#include <glib.h>

typedef enum {
  AUFAIT_VDIR_CONFIG_KHARD,
  AUFAIT_VDIR_CONFIG_KHAL,
  AUFAIT_VDIR_CONFIG_VDIRSYNCER,
} AufaitVdirConfigProgram;

typedef struct {
  char *path;      /* as it was written: with ~, $VARIABLES and globs */
  gboolean nested; /* the folders in it are meant */
  gboolean is_calendar;
} AufaitVdirConfigEntry;

/* The entries in @text, in their order. What cannot be understood is passed over. */
GPtrArray *aufait_vdir_config_read (AufaitVdirConfigProgram program, const char *text);

void aufait_vdir_config_entry_free (AufaitVdirConfigEntry *entry);
