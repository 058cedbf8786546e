/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-indexed-file.h"

#include <string.h>

AufaitIndexedFile *
aufait_indexed_file_new (gint64 id, const char *name)
{
  gsize length = strlen (name) + 1;
  AufaitIndexedFile *file = g_malloc0 (sizeof *file + length);

  file->id = id;
  memcpy (file->name, name, length);
  return file;
}

void
aufait_indexed_file_free (AufaitIndexedFile *file)
{
  g_free (file);
}

void
aufait_indexed_file_identify (const struct stat *found, AufaitIndexedFileIdentity *ret_identity)
{
  ret_identity->device = found->st_dev;
  ret_identity->inode = found->st_ino;
  ret_identity->mtime =
      (gint64) ((guint64) found->st_mtim.tv_sec * 1000000000 + (guint64) found->st_mtim.tv_nsec);
  ret_identity->size = found->st_size;
}

gboolean
aufait_indexed_file_is_same (const AufaitIndexedFileIdentity *identity,
                             const AufaitIndexedFileIdentity *other)
{
  return identity->inode == other->inode && identity->mtime == other->mtime &&
         identity->size == other->size && identity->device == other->device;
}

gboolean
aufait_indexed_file_is_current (const AufaitIndexedFile *file,
                                const AufaitIndexedFileIdentity *identity,
                                gint64 basis)
{
  return file->state != AUFAIT_INDEXED_FILE_CLOSED && file->basis == basis &&
         aufait_indexed_file_is_same (&file->identity, identity);
}
