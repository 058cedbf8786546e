/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-file-opener.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define LIMIT 1000

static void
make_file (const char *path)
{
  g_assert_true (g_file_set_contents (path, "12345", -1, NULL));
}

static void
make_fifo (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_socket (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  close (fd);
}

static void
make_device (const char *path)
{
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
}

static void
make_loop (const char *path)
{
  g_assert_cmpint (symlink (path, path), ==, 0);
}

static void
make_dangling (const char *path)
{
  g_assert_cmpint (symlink ("nowhere", path), ==, 0);
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_large (const char *path)
{
  make_file (path);
  g_assert_cmpint (truncate (path, (off_t) 200 << 30), ==, 0);
}

static void
make_nothing (const char *path)
{
}

static const struct {
  const char *name;
  void (*make) (const char *path);
  int code;
} invalid[] = {
  { "fifo", make_fifo, AUFAIT_FILE_OPENER_ERROR_UNFIT },
  { "socket", make_socket, AUFAIT_FILE_OPENER_ERROR_UNFIT },
  { "device", make_device, AUFAIT_FILE_OPENER_ERROR_UNFIT },
  { "loop", make_loop, AUFAIT_FILE_OPENER_ERROR_UNFIT },
  { "dangling", make_dangling, AUFAIT_FILE_OPENER_ERROR_UNFIT },
  { "folder", make_folder, AUFAIT_FILE_OPENER_ERROR_FOLDER },
  { "large", make_large, AUFAIT_FILE_OPENER_ERROR_UNFIT },
  { "nothing", make_nothing, AUFAIT_FILE_OPENER_ERROR_GONE },
};

static void
test_opens_nothing_but_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("aufait-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_autofree char *path = g_build_filename (folder, invalid[i].name, NULL);
    AufaitIndexedFileIdentity identity;
    g_autoptr (GError) error = NULL;

    invalid[i].make (path);
    g_test_message ("%s", invalid[i].name);
    g_assert_cmpint (aufait_file_opener_open (folder, invalid[i].name, LIMIT, &identity, &error),
                     ==, -1);
    g_assert_error (error, AUFAIT_FILE_OPENER_ERROR, invalid[i].code);
    g_remove (path);
  }
  g_rmdir (folder);
}

static void
test_opens_files_and_links_to_files (void)
{
  static const char *const names[] = { "file", "link", "odd\nname" };
  g_autofree char *folder = g_dir_make_tmp ("aufait-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);
    AufaitIndexedFileIdentity identity;
    g_autoptr (GError) error = NULL;
    char text[10];
    int fd;

    if (i == 1)
      g_assert_cmpint (symlink ("file", path), ==, 0);
    else
      make_file (path);
    fd = aufait_file_opener_open (folder, names[i], LIMIT, &identity, &error);
    g_assert_no_error (error);
    g_assert_cmpint (read (fd, text, sizeof text), ==, 5);
    g_assert_cmpint (identity.size, ==, 5);
    g_assert_cmpint (fcntl (fd, F_GETFD) & FD_CLOEXEC, !=, 0);
    g_assert_cmpint (write (fd, text, 1), ==, -1);
    close (fd);
  }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file-opener/opens-nothing-but-files", test_opens_nothing_but_files);
  g_test_add_func ("/file-opener/opens-files-and-links-to-files",
                   test_opens_files_and_links_to_files);

  return g_test_run ();
}
