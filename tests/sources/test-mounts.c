/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders that are unmounted and mounted: real file systems, where the kernel lets this program
 * have a mount namespace of its own; nobody else sees them. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "sources-world.h"

static gboolean is_allowed;

static void
write_file (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  if (fd < 0)
    return;
  if (write (fd, text, strlen (text)) < 0)
    g_printerr ("%s: %s\n", path, g_strerror (errno));
  close (fd);
}

/* As root; else as the root of a user namespace. */
static gboolean
leave_the_mounts_of_others (void)
{
  g_autofree char *users = g_strdup_printf ("0 %u 1", geteuid ());
  g_autofree char *groups = g_strdup_printf ("0 %u 1", getegid ());

  if (unshare (CLONE_NEWNS) < 0) {
    if (unshare (CLONE_NEWUSER | CLONE_NEWNS) < 0)
      return FALSE;
    write_file ("/proc/self/setgroups", "deny");
    write_file ("/proc/self/uid_map", users);
    write_file ("/proc/self/gid_map", groups);
  }
  return mount ("none", "/", "none", MS_REC | MS_PRIVATE, NULL) == 0;
}

static gboolean
mount_new (SourcesWorld *world, const char *name)
{
  g_autofree char *path = sources_world_dup_path (world, name);

  return mount ("aufait", path, "tmpfs", 0, "size=1m,mode=0700") == 0;
}

static void
mount_over (SourcesWorld *world, const char *name, const char *over)
{
  g_autofree char *path = sources_world_dup_path (world, name);
  g_autofree char *over_path = sources_world_dup_path (world, over);

  g_assert_no_errno (mount (path, over_path, "none", MS_BIND, NULL));
}

static void
unmount (SourcesWorld *world, const char *name)
{
  g_autofree char *path = sources_world_dup_path (world, name);

  g_assert_no_errno (umount2 (path, 0));
}

/* FALSE: the test is skipped. */
static gboolean
may_mount (SourcesWorld *world)
{
  if (!is_allowed || !mount_new (world, "cards")) {
    g_test_skip ("Nothing may be mounted here.");
    return FALSE;
  }
  unmount (world, "cards");
  return TRUE;
}

/* A disk that is taken out, and another one that is put in. */
static void
test_a_disk_goes_and_comes (SourcesWorld *world, gconstpointer data)
{
  if (!may_mount (world))
    return;
  g_assert_true (mount_new (world, "cards"));
  sources_world_write (world, "cards/a.vcf", "card Marie\n");
  sources_world_start (world);
  sources_world_wait_for_names (world, "Marie");
  sources_world_settle (world);
  unmount (world, "cards");
  sources_world_wait_for_names (world, "");
  sources_world_settle (world);

  /* Below the other one. */
  sources_world_write (world, "cards/b.vcf", "card Paul\n");
  sources_world_wait_for_names (world, "Paul");
  g_assert_true (mount_new (world, "cards"));
  sources_world_wait_for_names (world, "");
  sources_world_write (world, "cards/c.vcf", "card Zoe\n");
  sources_world_wait_for_names (world, "Zoe");
  sources_world_settle (world);
  unmount (world, "cards");
  sources_world_wait_for_names (world, "Paul");
}

/* The file system stays where it is, so that inotify says nothing at all. */
static void
test_a_folder_goes_and_comes (SourcesWorld *world, gconstpointer data)
{
  if (!may_mount (world))
    return;
  sources_world_make_folder (world, "other");
  sources_world_write (world, "other/a.vcf", "card Marie\n");
  sources_world_start (world);
  sources_world_settle (world);
  for (guint i = 0; i < 2; i++) {
    mount_over (world, "other", "cards");
    sources_world_wait_for_names (world, "Marie");
    sources_world_write (world, "cards/b.vcf", "card Paul\n");
    sources_world_wait_for_names (world, "Marie Paul");
    sources_world_remove (world, "cards/b.vcf");
    sources_world_wait_for_names (world, "Marie");
    sources_world_settle (world);
    unmount (world, "cards");
    sources_world_wait_for_names (world, "");
  }
}

static void
add (const char *path, void (*test) (SourcesWorld *, gconstpointer))
{
  g_test_add (path, SourcesWorld, NULL, sources_world_set_up, test, sources_world_tear_down);
}

int
main (int argc, char *argv[])
{
  /* While there is one thread. */
  is_allowed = leave_the_mounts_of_others ();
  g_test_init (&argc, &argv, NULL);

  add ("/mounts/a-disk-goes-and-comes", test_a_disk_goes_and_comes);
  add ("/mounts/a-folder-goes-and-comes", test_a_folder_goes_and_comes);

  return g_test_run ();
}
