/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-paths.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aufait-contract.h"

G_DEFINE_QUARK (aufait - paths - error - quark, aufait_paths_error)

char *
aufait_paths_dup_memory (void)
{
  return g_build_filename (g_get_user_data_dir (), "aufait", "memory.db", NULL);
}

char *
aufait_paths_dup_index (void)
{
  return g_build_filename (g_get_user_cache_dir (), "aufait", "index.db", NULL);
}

char *
aufait_paths_dup_portraits (void)
{
  return g_build_filename (g_get_user_cache_dir (), "aufait", "portraits", NULL);
}

char *
aufait_paths_dup_settings (void)
{
  return g_build_filename (g_get_user_config_dir (), "aufait", "aufait.conf", NULL);
}

/* GLib falls back to a directory in the cache when XDG_RUNTIME_DIR is not set; a socket there would
 * outlive the session, so the variable itself is asked. */
static gboolean
check_runtime_dir (const char *dir, GError **error)
{
  struct stat st;

  if (dir == NULL || !g_path_is_absolute (dir)) {
    g_set_error (error, AUFAIT_PATHS_ERROR, AUFAIT_PATHS_ERROR_NO_RUNTIME_DIR,
                 _ ("XDG_RUNTIME_DIR is not set: log in to a session, or set AUFAIT_SOCKET to the "
                    "path of the socket"));
    return FALSE;
  }
  if (stat (dir, &st) < 0 || !S_ISDIR (st.st_mode)) {
    g_set_error (
        error, AUFAIT_PATHS_ERROR, AUFAIT_PATHS_ERROR_NO_RUNTIME_DIR,
        _ ("XDG_RUNTIME_DIR is “%s”, which is not a directory: log in to a session, or set "
           "AUFAIT_SOCKET to the path of the socket"),
        dir);
    return FALSE;
  }
  if (st.st_uid != geteuid ()) {
    g_set_error (
        error, AUFAIT_PATHS_ERROR, AUFAIT_PATHS_ERROR_UNSAFE,
        _ ("XDG_RUNTIME_DIR is “%s”, which belongs to another user: log in to a session of "
           "your own, or set AUFAIT_SOCKET to the path of the socket"),
        dir);
    return FALSE;
  }
  if ((st.st_mode & 0077) != 0) {
    g_set_error (error, AUFAIT_PATHS_ERROR, AUFAIT_PATHS_ERROR_UNSAFE,
                 _ ("XDG_RUNTIME_DIR is “%s”, which others may enter: close it with “chmod 700”"),
                 dir);
    return FALSE;
  }
  return TRUE;
}

char *
aufait_paths_dup_socket (GError **error)
{
  const char *set = g_getenv ("AUFAIT_SOCKET");
  const char *dir = g_getenv ("XDG_RUNTIME_DIR");

  if (set != NULL && *set != '\0')
    return g_strdup (set);
  if (!check_runtime_dir (dir, error))
    return NULL;
  return g_build_filename (dir, "aufait", AUFAIT_INTERFACE, NULL);
}
