/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enters the reader's sandbox and tries what is named in the arguments, a line each: "NAME ok", or
 * "NAME" and the error. "spin" works until it is ended; "eat" takes memory. */
#include "config.h"

#include "aufait-reader-sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct {
  const char *name;
  int (*attempt) (void); /* negative, and errno, when it fails */
} Attempt;

static int
open_secret (void)
{
  return open ("/etc/passwd", O_RDONLY);
}

static int
open_zone (void)
{
  return open ("/usr/share/zoneinfo/Europe/Paris", O_RDONLY);
}

static int
open_to_write (void)
{
  return open ("/usr/share/zoneinfo/Europe/Paris", O_RDWR);
}

static int
make_file (void)
{
  return open ("/tmp/aufait-try-sandbox", O_WRONLY | O_CREAT, 0600);
}

static int
list_root (void)
{
  return open ("/", O_RDONLY | O_DIRECTORY);
}

static int
make_socket (void)
{
  return socket (AF_INET, SOCK_STREAM, 0);
}

static int
make_local_socket (void)
{
  return socket (AF_UNIX, SOCK_STREAM, 0);
}

static int
make_pair (void)
{
  int fds[2];

  return socketpair (AF_UNIX, SOCK_STREAM, 0, fds);
}

static int
connect_somewhere (void)
{
  struct sockaddr_in address = { .sin_family = AF_INET };

  return connect (STDIN_FILENO, (const struct sockaddr *) &address, sizeof address);
}

static int
run_program (void)
{
  return execl ("/bin/true", "true", NULL);
}

static int
make_process (void)
{
  return (int) fork ();
}

static int
trace (void)
{
  return (int) ptrace (PTRACE_TRACEME, 0, NULL, NULL);
}

static int
kill_parent (void)
{
  return kill (getppid (), 0);
}

static int
map_code (void)
{
  void *page =
      mmap (NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  return page == MAP_FAILED ? -1 : 0;
}

static int
raise_limit (void)
{
  struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY };

  return setrlimit (RLIMIT_AS, &limit);
}

static int
remove_file (void)
{
  return unlink ("/tmp/aufait-try-sandbox");
}

static int
eat (void)
{
  for (guint i = 0; i < 64; i++) {
    void *block =
        mmap (NULL, 16 * 1024 * 1024, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (block == MAP_FAILED)
      return -1;
  }
  return 0;
}

static int
spin (void)
{
  volatile guint64 i = 0;

  while (i < G_MAXUINT64)
    i++;
  return 0;
}

static const Attempt attempts[] = {
  { "open-secret", open_secret },
  { "open-zone", open_zone },
  { "open-to-write", open_to_write },
  { "make-file", make_file },
  { "list-root", list_root },
  { "make-socket", make_socket },
  { "make-local-socket", make_local_socket },
  { "make-pair", make_pair },
  { "connect", connect_somewhere },
  { "run-program", run_program },
  { "make-process", make_process },
  { "trace", trace },
  { "kill", kill_parent },
  { "map-code", map_code },
  { "raise-limit", raise_limit },
  { "unlink", remove_file },
  { "eat", eat },
  { "spin", spin },
};

static void
try (const char *name)
{
  g_autofree char *line = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++) {
    if (strcmp (attempts[i].name, name) != 0)
      continue;
    errno = 0;
    if (attempts[i].attempt () >= 0)
      line = g_strdup_printf ("%s ok\n", name);
    else
      line = g_strdup_printf ("%s %s\n", name, g_strerror (errno));
    if (write (STDOUT_FILENO, line, strlen (line)) < 0)
      _exit (3);
  }
}

int
main (int argc, char **argv)
{
  const char *reason;

  if (!aufait_reader_sandbox_enter (&reason)) {
    g_printerr ("%s\n", reason);
    return 2;
  }
  for (int i = 1; i < argc; i++)
    try (argv[i]);
  _exit (0);
}
