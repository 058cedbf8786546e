/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-intake-item.h"

#include <string.h>

AufaitIntakeItem *
aufait_intake_item_new (gpointer intake, AufaitIntakeFolder *folder, const char *name)
{
  gsize length = strlen (name) + 1;
  AufaitIntakeItem *item = g_malloc0 (sizeof *item + length);

  item->intake = intake;
  item->folder = aufait_intake_folder_ref (folder);
  memcpy (item->name, name, length);
  return item;
}

void
aufait_intake_item_free (AufaitIntakeItem *item)
{
  aufait_intake_folder_unref (item->folder);
  g_free (item);
}

guint
aufait_intake_item_hash (gconstpointer data)
{
  const AufaitIntakeItem *item = data;

  return g_str_hash (item->name) ^ g_direct_hash (item->folder);
}

gboolean
aufait_intake_item_equal (gconstpointer a, gconstpointer b)
{
  const AufaitIntakeItem *left = a, *right = b;

  return left->folder == right->folder && strcmp (left->name, right->name) == 0;
}
