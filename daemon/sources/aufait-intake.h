/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From names of files to rows of the index: opens each, has it read, writes what it holds. A file
 * that changes while it is read is not kept: it will be looked at again. Never long in one go. */
#pragma once

#include "aufait-index-writer.h"
#include "aufait-intake-folder.h"
#include "aufait-reader-pool.h"

typedef struct _AufaitIntake AufaitIntake;

typedef struct {
  /* Something was committed to the index. */
  void (*on_committed) (const AufaitIndexWriterChange *change, gpointer user_data);

  /* All that was asked for is read and committed. */
  void (*on_idle) (gpointer user_data);

  /* The index cannot be written, or (no error) is not where it was; all that was asked for is
   * forgotten, and has to be asked for again. */
  void (*on_failed) (const GError *error, gpointer user_data);
} AufaitIntakeFuncs;

AufaitIntake *aufait_intake_new (AufaitIndex *index,
                                 AufaitReaderPool *pool,
                                 const AufaitIntakeFuncs *funcs,
                                 gpointer user_data);
void aufait_intake_free (AufaitIntake *intake);

/* What an event has for days: the window, and the zone of floating times. */
void
aufait_intake_set_window (AufaitIntake *intake, AufaitDay first, AufaitDay last, const char *zone);

/* The file of this name in the folder is new, changed or gone. */
void aufait_intake_look (AufaitIntake *intake, AufaitIntakeFolder *folder, const char *name);

/* The folder is not one of ours any more: what it had leaves the index. */
void aufait_intake_forget_folder (AufaitIntake *intake, gint64 folder_id);

/* Whether that is under way: the number is nobody's until on_committed was called and it is not. */
gboolean aufait_intake_is_forgetting (const AufaitIntake *intake, gint64 folder_id);

/* The index cannot be written, as somebody else found out. */
void aufait_intake_fail (AufaitIntake *intake, const GError *error);

/* Tries again at once what could not be read because there was no reader; in time that happens by
 * itself. */
void aufait_intake_retry (AufaitIntake *intake);

/* Whether nothing is left to do. */
gboolean aufait_intake_is_idle (const AufaitIntake *intake);

/* For tests: how many files were opened in all. */
guint aufait_intake_count_opened (const AufaitIntake *intake);
