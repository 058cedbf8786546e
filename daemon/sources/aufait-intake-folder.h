/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder whose files are read. Counted references. */
#pragma once

#include <glib.h>

typedef struct {
  gint64 id;        /* in the index; may be another after the index was made anew; 0: none now */
  char *path;       /* where the files are */
  gint64 max_bytes; /* of a file */
  gint64 bases[2];  /* by AufaitJobKind */
  gboolean is_gone; /* nobody wants its files any more */
} AufaitIntakeFolder;

AufaitIntakeFolder *aufait_intake_folder_new (const char *path, gint64 max_bytes);
AufaitIntakeFolder *aufait_intake_folder_ref (AufaitIntakeFolder *folder);
void aufait_intake_folder_unref (AufaitIntakeFolder *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitIntakeFolder, aufait_intake_folder_unref)
