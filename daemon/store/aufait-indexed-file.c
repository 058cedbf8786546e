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

/* The last step of SplitMix64 (G. L. Steele et al., OOPSLA 2014): each bit of @value counts for
 * half of all bits. */
static guint64
mix (guint64 value)
{
  value = (value ^ value >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  value = (value ^ value >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return value ^ value >> 31;
}

gint64
aufait_indexed_file_get_print (const char *name,
                               const AufaitIndexedFileIdentity *identity,
                               gint64 basis)
{
  const guint64 values[] = { identity->device, identity->inode, (guint64) identity->mtime,
                             (guint64) identity->size, (guint64) basis };
  gsize length = strlen (name), n_whole = length - length % sizeof (guint64);
  guint64 print = mix (length + 1), piece = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    print = mix (print ^ values[i]) + i;
  for (gsize i = 0; i < n_whole; i += sizeof piece) {
    memcpy (&piece, name + i, sizeof piece);
    print = mix (print ^ piece) + i;
  }
  if (n_whole < length) {
    piece = 0;
    memcpy (&piece, name + n_whole, length - n_whole);
    print = mix (print ^ piece) + n_whole;
  }
  return (gint64) (print >> 2);
}
