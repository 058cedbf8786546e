/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-holding.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "aufait-vdir.h"

/* More than this in one folder are not address books. */
#define ENTRIES_MAX 20000

DIR *
aufait_holding_open (const char *path)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC);
  DIR *folder = fd >= 0 ? fdopendir (fd) : NULL;

  if (folder == NULL && fd >= 0)
    close (fd);
  return folder;
}

static gboolean
is_item (const struct dirent *entry, AufaitJobKind *ret_kind)
{
  return entry->d_type != DT_DIR && aufait_vdir_is_item (entry->d_name, ret_kind);
}

AufaitHolding
aufait_holding_look (const char *path)
{
  DIR *folder = aufait_holding_open (path);
  AufaitHolding holding = AUFAIT_HOLDING_NOTHING;
  const struct dirent *entry;

  if (folder == NULL)
    return errno == EACCES ? AUFAIT_HOLDING_DENIED : AUFAIT_HOLDING_OTHERS;
  for (guint i = 0; i < ENTRIES_MAX && holding != AUFAIT_HOLDING_ITEMS; i++) {
    entry = readdir (folder);
    if (entry == NULL)
      break;
    if (is_item (entry, NULL))
      holding = AUFAIT_HOLDING_ITEMS;
    else if (entry->d_name[0] != '.')
      holding = AUFAIT_HOLDING_OTHERS;
  }
  closedir (folder);
  return holding;
}

AufaitJobKind
aufait_holding_find_kind (const char *path, AufaitJobKind said)
{
  gboolean has[2] = { FALSE, FALSE };
  DIR *folder = aufait_holding_open (path);
  const struct dirent *entry;
  AufaitJobKind kind;

  if (folder == NULL)
    return said;
  for (guint i = 0; i < ENTRIES_MAX && (entry = readdir (folder)) != NULL; i++) {
    if (is_item (entry, &kind))
      has[kind] = TRUE;
  }
  closedir (folder);
  if (has[AUFAIT_JOB_CARDS] == has[AUFAIT_JOB_CALENDAR])
    return said;
  return has[AUFAIT_JOB_CARDS] ? AUFAIT_JOB_CARDS : AUFAIT_JOB_CALENDAR;
}
