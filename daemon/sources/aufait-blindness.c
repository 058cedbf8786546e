/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-blindness.h"

#include <linux/magic.h>
#include <sys/vfs.h>

#define SWEEP_SECS 600

#ifndef FUSE_SUPER_MAGIC
#define FUSE_SUPER_MAGIC 0x65735546
#endif
#ifndef CIFS_SUPER_MAGIC
#define CIFS_SUPER_MAGIC 0xff534d42
#endif
#ifndef SMB2_SUPER_MAGIC
#define SMB2_SUPER_MAGIC 0xfe534d42
#endif

/* Others write to these without the kernel here noticing. */
static gboolean
is_shared (int fd)
{
  struct statfs found;

  if (fstatfs (fd, &found) < 0)
    return FALSE;
  switch ((guint32) found.f_type) {
  case NFS_SUPER_MAGIC:
  case FUSE_SUPER_MAGIC:
  case CIFS_SUPER_MAGIC:
  case SMB2_SUPER_MAGIC:
  case SMB_SUPER_MAGIC:
  case CODA_SUPER_MAGIC:
  case AFS_SUPER_MAGIC:
  case V9FS_MAGIC:
    return TRUE;
  default:
    return FALSE;
  }
}

const AufaitBlindness *
aufait_blindness_get_default (void)
{
  static const AufaitBlindness blindness = { is_shared, SWEEP_SECS };

  return &blindness;
}
