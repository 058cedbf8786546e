/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells when a file system was mounted or unmounted, as proc(5) has it of /proc/self/mountinfo.
 * inotify(7) says of a folder that it was unmounted, but not that something was mounted over it:
 * a disk or a server that comes back would not be seen. */
#pragma once

#include <glib.h>

typedef struct _AufaitMounts AufaitMounts;

/* @on_changed is called from the thread's default main context. Where there is no /proc nothing is
 * ever told. */
AufaitMounts *aufait_mounts_new (void (*on_changed) (gpointer user_data), gpointer user_data);
void aufait_mounts_free (AufaitMounts *mounts);
