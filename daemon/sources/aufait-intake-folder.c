/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-intake-folder.h"

AufaitIntakeFolder *
aufait_intake_folder_new (const char *path, gint64 max_bytes)
{
  AufaitIntakeFolder *folder = g_rc_box_new0 (AufaitIntakeFolder);

  folder->path = g_strdup (path);
  folder->max_bytes = max_bytes;
  return folder;
}

AufaitIntakeFolder *
aufait_intake_folder_ref (AufaitIntakeFolder *folder)
{
  return g_rc_box_acquire (folder);
}

static void
clear_folder (gpointer data)
{
  g_free (((AufaitIntakeFolder *) data)->path);
}

void
aufait_intake_folder_unref (AufaitIntakeFolder *folder)
{
  g_rc_box_release_full (folder, clear_folder);
}
