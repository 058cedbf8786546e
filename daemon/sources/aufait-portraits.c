/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-portraits.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "aufait-card-store.h"

/* How files begin that servers can show. */
static const struct {
  const char *suffix;
  gsize offset;
  const char *magic;
} FORMATS[] = {
  { "png", 0, "\x89PNG\r\n\x1a\n" },
  { "jpg", 0, "\xff\xd8\xff" },
  { "gif", 0, "GIF8" },
  { "webp", 8, "WEBP" },
};

static const char *
find_suffix (GBytes *picture)
{
  gsize size;
  const char *data = g_bytes_get_data (picture, &size);

  for (gsize i = 0; i < G_N_ELEMENTS (FORMATS); i++) {
    gsize length = strlen (FORMATS[i].magic);

    if (size > FORMATS[i].offset + length &&
        memcmp (data + FORMATS[i].offset, FORMATS[i].magic, length) == 0)
      return FORMATS[i].suffix;
  }
  return NULL;
}

/* What is there already, whole, is not written again: its size and name tell. */
static gboolean
is_written (const char *path, GBytes *picture)
{
  GStatBuf found;

  return g_stat (path, &found) == 0 && S_ISREG (found.st_mode) &&
         (gsize) found.st_size == g_bytes_get_size (picture);
}

static gboolean
write_picture (const char *folder, const char *path, GBytes *picture)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (picture, &size);

  if (is_written (path, picture))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) == 0 &&
      g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                &error))
    return TRUE;
  g_info ("Cannot keep a picture: %s", error != NULL ? error->message : folder);
  return FALSE;
}

char *
aufait_portraits_dup_path (AufaitDirectory *directory, gint64 person_id, const char *folder)
{
  AufaitIndex *index = aufait_directory_get_index (directory);
  g_autoptr (GBytes) picture = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  const char *suffix;

  if (index != NULL)
    picture = aufait_card_store_dup_photo_of_person (index, person_id, NULL);
  suffix = picture != NULL ? find_suffix (picture) : NULL;
  if (suffix == NULL)
    return NULL;
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, picture);
  name = g_strdup_printf ("%.16s.%s", sum, suffix);
  path = g_build_filename (folder, name, NULL);
  return write_picture (folder, path, picture) ? g_steal_pointer (&path) : NULL;
}
