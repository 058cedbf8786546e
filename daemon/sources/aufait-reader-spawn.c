/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-reader-spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define SOCKET_FD 3

/* What a program needs to speak the user's language, and to be tested. */
static const char *const kept[] = {
  "LANG",    "LANGUAGE", "LC_ALL",           "LC_CTYPE",     "LC_MESSAGES",  "LC_TIME",
  "TZ",      "TZDIR",    "AUFAIT_LOCALEDIR", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS",
  "G_DEBUG", "G_SLICE",
};

static GStrv
new_environment (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++) {
    const char *value = g_getenv (kept[i]);
    g_autofree char *entry = value != NULL ? g_strconcat (kept[i], "=", value, NULL) : NULL;

    if (entry != NULL)
      g_strv_builder_add (builder, entry);
  }
  return g_strv_builder_end (builder);
}

static int
set_descriptors (posix_spawn_file_actions_t *actions, int fd)
{
  int code = posix_spawn_file_actions_addopen (actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);

  if (code == 0)
    code = posix_spawn_file_actions_addopen (actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  if (code == 0)
    code = posix_spawn_file_actions_addopen (actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  if (code == 0)
    code = posix_spawn_file_actions_adddup2 (actions, fd, SOCKET_FD);
  if (code == 0)
    code = posix_spawn_file_actions_addclosefrom_np (actions, SOCKET_FD + 1);
  return code;
}

static int
set_signals (posix_spawnattr_t *attributes)
{
  sigset_t all, none;
  int code;

  sigfillset (&all);
  sigemptyset (&none);
  code = posix_spawnattr_setsigdefault (attributes, &all);
  if (code == 0)
    code = posix_spawnattr_setsigmask (attributes, &none);
  if (code == 0)
    code = posix_spawnattr_setflags (attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  return code;
}

static int
spawn (const char *program, int fd, GPid *ret_pid)
{
  g_auto (GStrv) environment = new_environment ();
  char *arguments[] = { (char *) program, NULL };
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int code;

  posix_spawn_file_actions_init (&actions);
  posix_spawnattr_init (&attributes);
  code = set_descriptors (&actions, fd);
  if (code == 0)
    code = set_signals (&attributes);
  if (code == 0)
    code = posix_spawn (ret_pid, program, &actions, &attributes, arguments, environment);
  posix_spawnattr_destroy (&attributes);
  posix_spawn_file_actions_destroy (&actions);
  return code;
}

int
aufait_reader_spawn_start (const char *program, GPid *ret_pid, GError **error)
{
  int fds[2];
  int code;

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) < 0) {
    code = errno;
  } else {
    code = spawn (program, fds[1], ret_pid);
    close (fds[1]);
    if (code == 0)
      return fds[0];
    close (fds[0]);
  }
  g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
                       g_strerror (code));
  return -1;
}

/* The fourteenth and fifteenth field; the second one, in brackets, may have anything in it. */
gint64
aufait_reader_spawn_get_worked (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *text = NULL;
  const char *rest;
  long in_program, in_kernel;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return -1;
  rest = strrchr (text, ')');
  if (rest == NULL || sscanf (rest, ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld",
                              &in_program, &in_kernel) != 2)
    return -1;
  return ((gint64) in_program + in_kernel) * 1000 / sysconf (_SC_CLK_TCK);
}

static void
on_ended (GPid pid, int status, gpointer user_data)
{
  g_spawn_close_pid (pid);
}

void
aufait_reader_spawn_end (GPid pid)
{
  kill (pid, SIGKILL);
  g_child_watch_add (pid, on_ended, NULL);
}
