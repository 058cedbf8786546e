/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file on its way through the intake, which alone uses this. */
#pragma once

#include "aufait-indexed-file.h"
#include "aufait-intake-folder.h"

typedef struct {
  gpointer intake;            /* borrowed */
  AufaitIntakeFolder *folder; /* a reference */
  AufaitIndexedFileIdentity identity;
  gint64 basis; /* what it was opened for, which may be over by now */
  gboolean is_wanted_again;
  gboolean is_forgotten; /* what is read of it is not kept */
  char name[];
} AufaitIntakeItem;

AufaitIntakeItem *
aufait_intake_item_new (gpointer intake, AufaitIntakeFolder *folder, const char *name);
void aufait_intake_item_free (AufaitIntakeItem *item);

/* For tables of those of one intake: of a folder and a name there is one. */
guint aufait_intake_item_hash (gconstpointer item);
gboolean aufait_intake_item_equal (gconstpointer item, gconstpointer other);
