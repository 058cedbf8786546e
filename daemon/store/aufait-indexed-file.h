/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the index knows of a file: whether it is the one that was read, and how that went. */
#pragma once

#include <glib.h>
#include <sys/stat.h>

/* Two looks at a file that give the same identity saw the same bytes, unless someone wrote as many
 * again within one tick of the kernel's clock. */
typedef struct {
  guint64 device;
  guint64 inode;
  gint64 mtime; /* nanoseconds since 1970 */
  gint64 size;
} AufaitIndexedFileIdentity;

typedef enum {
  AUFAIT_INDEXED_FILE_READ,
  AUFAIT_INDEXED_FILE_ASIDE,  /* it cannot be read; not tried again until its identity changes */
  AUFAIT_INDEXED_FILE_CLOSED, /* it may not be opened, or could not be read in its time, and its
                               * identity does not say when it may: tried again at every look */
} AufaitIndexedFileState;

typedef struct {
  gint64 id;
  AufaitIndexedFileIdentity identity;
  AufaitIndexedFileState state;
  gint64 basis; /* as aufait_index_file_store_ensure_basis gives it */
  char name[];  /* bytes, as the file system has them */
} AufaitIndexedFile;

AufaitIndexedFile *aufait_indexed_file_new (gint64 id, const char *name);
void aufait_indexed_file_free (AufaitIndexedFile *file);

/* Whether the file that @identity was seen of needs not be read again for @basis. */
gboolean aufait_indexed_file_is_current (const AufaitIndexedFile *file,
                                         const AufaitIndexedFileIdentity *identity,
                                         gint64 basis);

void aufait_indexed_file_identify (const struct stat *found,
                                   AufaitIndexedFileIdentity *ret_identity);
gboolean aufait_indexed_file_is_same (const AufaitIndexedFileIdentity *identity,
                                      const AufaitIndexedFileIdentity *other);

/* A number for the file as it was seen, read for @basis: 0 to 2^62 - 1. The exclusive or of those
 * of a folder's files is another one as soon as one of them comes, goes or changes: of 2^62 times
 * it is not, once. Those that have to be looked at anyway (AUFAIT_INDEXED_FILE_CLOSED) have 0. */
gint64 aufait_indexed_file_get_print (const char *name,
                                      const AufaitIndexedFileIdentity *identity,
                                      gint64 basis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitIndexedFile, aufait_indexed_file_free)
