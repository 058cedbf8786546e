/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-settings-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aufait-watch.h"

#define DEBOUNCE_MS  250
#define SETTINGS_MAX (256 * 1024)

struct _AufaitSettingsFile {
  char *path;
  AufaitWatch *watch;
  AufaitSettingsFileFunc on_changed;
  gpointer user_data;
};

/* A FIFO in the place of the file would block for ever, a device would never end: neither is read.
 * A link is: dotfiles are often kept elsewhere. */
static int
open_regular (const char *path)
{
  struct stat st;
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

  if (fd < 0)
    return -1;
  if (fstat (fd, &st) == 0 && S_ISREG (st.st_mode) && st.st_size <= SETTINGS_MAX)
    return fd;
  close (fd);
  errno = EINVAL;
  return -1;
}

/* NULL with errno set. */
static char *
read_file (const char *path, gsize *ret_length)
{
  g_autofree char *data = g_malloc (SETTINGS_MAX);
  int fd = open_regular (path);
  gssize length;

  if (fd < 0)
    return NULL;
  length = read (fd, data, SETTINGS_MAX);
  close (fd);
  if (length < 0)
    return NULL;
  *ret_length = (gsize) length;
  return g_steal_pointer (&data);
}

/* The United States write the month first. Asked of the environment as setlocale asks it, for the
 * locale need not be installed. */
static gboolean
is_month_first (void)
{
  static const char *const variables[] = { "LC_ALL", "LC_TIME", "LANG" };

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++) {
    const char *locale = g_getenv (variables[i]);

    if (locale != NULL && *locale != '\0')
      return g_str_has_prefix (locale, "en_US");
  }
  return FALSE;
}

/* The defaults, and why: @code is what the system said of the file. */
static AufaitSettings *
do_without (int code)
{
  AufaitSettings *settings = aufait_settings_new ();

  if (code == EINVAL)
    g_ptr_array_add (settings->problems,
                     g_strdup (_ ("It is no file, or far too large: move it away. The defaults "
                                  "are used.")));
  else if (code != ENOENT && code != ENOTDIR)
    g_ptr_array_add (settings->problems,
                     g_strdup_printf (_ ("The settings cannot be read: %s"), g_strerror (code)));
  return settings;
}

static AufaitSettings *
load (const char *path)
{
  gsize length = 0;
  g_autofree char *data = read_file (path, &length);
  AufaitSettings *settings =
      data != NULL ? aufait_settings_new_from_data (data, length) : do_without (errno);

  settings->month_first = is_month_first ();
  for (guint i = 0; i < settings->problems->len; i++)
    g_printerr ("aufaitd: aufait.conf: %s\n",
                (const char *) g_ptr_array_index (settings->problems, i));
  return settings;
}

static void
on_file_changed (gpointer user_data)
{
  AufaitSettingsFile *file = user_data;

  file->on_changed (load (file->path), file->user_data);
}

AufaitSettingsFile *
aufait_settings_file_new (const char *path, AufaitSettingsFileFunc on_changed, gpointer user_data)
{
  AufaitSettingsFile *file = g_new0 (AufaitSettingsFile, 1);

  file->path = g_strdup (path);
  file->on_changed = on_changed;
  file->user_data = user_data;
  file->watch = aufait_watch_new (path, DEBOUNCE_MS, on_file_changed, file);
  if (file->watch == NULL)
    g_warning ("Cannot watch %s: %s", path, g_strerror (errno));
  on_file_changed (file);
  return file;
}

void
aufait_settings_file_free (AufaitSettingsFile *file)
{
  if (file == NULL)
    return;
  g_clear_pointer (&file->watch, aufait_watch_free);
  g_free (file->path);
  g_free (file);
}
