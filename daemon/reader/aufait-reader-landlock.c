/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-reader-landlock.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <iconv.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#define RIGHTS_READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)

/* All rights on files that a kernel of that version knows; headers may be older than kernels. */
static guint64
get_rights (long version)
{
  guint64 rights = (G_GUINT64_CONSTANT (1) << 13) - 1;

  if (version >= 2)
    rights |= 1 << 13; /* REFER */
  if (version >= 3)
    rights |= 1 << 14; /* TRUNCATE */
  if (version >= 5)
    rights |= 1 << 15; /* IOCTL_DEV */
  return rights;
}

/* A folder that is not there needs no permission. */
static gboolean
allow_folder (int ruleset, const char *path)
{
  struct landlock_path_beneath_attr rule = { .allowed_access = RIGHTS_READ };
  long code;

  rule.parent_fd = open (path, O_PATH | O_CLOEXEC | O_DIRECTORY);
  if (rule.parent_fd < 0)
    return TRUE;
  code = syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close (rule.parent_fd);
  return code == 0;
}

/* The converters of character sets are beside the C library. */
static gboolean
allow_converters (int ruleset)
{
  g_autofree char *folder = NULL, *path = NULL;
  Dl_info info;

  if (dladdr ((void *) (guintptr) iconv_open, &info) == 0 || info.dli_fname == NULL)
    return TRUE;
  folder = g_path_get_dirname (info.dli_fname);
  path = g_build_filename (folder, "gconv", NULL);
  return allow_folder (ruleset, path) && allow_folder (ruleset, "/usr/lib/locale");
}

static gboolean
allow_texts (int ruleset)
{
  const char *zones = g_getenv ("TZDIR"), *texts = g_getenv ("AUFAIT_LOCALEDIR");

  return allow_folder (ruleset, zones != NULL ? zones : "/usr/share/zoneinfo") &&
         allow_folder (ruleset, texts != NULL ? texts : AUFAIT_LOCALEDIR) &&
         allow_folder (ruleset, "/usr/share/locale");
}

gboolean
aufait_reader_landlock_enter (void)
{
  long version = syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  struct landlock_ruleset_attr attributes = { 0 };
  gboolean done;
  int ruleset;

  if (version < 1)
    return TRUE;
  attributes.handled_access_fs = get_rights (version);
  ruleset = (int) syscall (SYS_landlock_create_ruleset, &attributes,
                           sizeof attributes.handled_access_fs, 0);
  if (ruleset < 0)
    return FALSE;
  done = allow_converters (ruleset) && allow_texts (ruleset) &&
         syscall (SYS_landlock_restrict_self, ruleset, 0) == 0;
  close (ruleset);
  return done;
}
