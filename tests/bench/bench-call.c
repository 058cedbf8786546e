/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One call over the socket with an answer of about 1 KB: our server beside the floor, a GIO server
 * that echoes with json-glib. bench-call SERVER FLOOR [CALLS] */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* They take turns, so that what else the machine does falls on both. */
#define ROUNDS 10

typedef struct {
  const char *name;
  const char *call;
  char *path;
  GSubprocess *process;
  int fd;
  gsize answer_length;
  GArray *times; /* of guint64, in ns */
} Side;

static void
start (Side *side, const char *program, const char *folder, gboolean is_floor)
{
  g_autoptr (GError) error = NULL;

  side->path = g_build_filename (folder, side->name, NULL);
  side->process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error,
                        program, side->path, is_floor ? "600" : NULL, "--json", NULL);
  if (error != NULL)
    g_error ("%s: %s", program, error->message);
  side->times = g_array_new (FALSE, FALSE, sizeof (guint64));
}

static void
dial (Side *side)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };

  g_strlcpy (address.sun_path, side->path, sizeof address.sun_path);
  side->fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  for (int i = 0; i < 500; i++) {
    if (connect (side->fd, (struct sockaddr *) &address, sizeof address) == 0)
      return;
    g_usleep (10 * 1000);
  }
  g_error ("%s does not answer", side->name);
}

static guint64
get_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (guint64) now.tv_sec * 1000000000u + (guint64) now.tv_nsec;
}

static guint64
call_once (Side *side)
{
  static char answer[65536];
  gsize length = strlen (side->call) + 1;
  guint64 before = get_now ();

  if (write (side->fd, side->call, length) != (gssize) length)
    g_error ("%s does not listen", side->name);
  side->answer_length = 0;
  do {
    gssize received =
        read (side->fd, answer + side->answer_length, sizeof answer - side->answer_length);

    if (received <= 0)
      g_error ("%s does not answer", side->name);
    side->answer_length += (gsize) received;
  } while (answer[side->answer_length - 1] != '\0');
  return get_now () - before;
}

static void
measure (Side *side, guint n_calls)
{
  for (guint i = 0; i < n_calls + n_calls / 10; i++) {
    guint64 took = call_once (side);

    if (i >= n_calls / 10)
      g_array_append_val (side->times, took);
  }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const guint64 *) a < *(const guint64 *) b ? -1 : 1;
}

static double
get_percentile (Side *side, guint percent)
{
  return (double) g_array_index (side->times, guint64, side->times->len * percent / 100) / 1000;
}

static void
report (Side *side)
{
  g_array_sort (side->times, compare);
  printf ("%-8s p50 %6.1f us   p99 %6.1f us   answer %zu bytes\n", side->name,
          get_percentile (side, 50), get_percentile (side, 99), side->answer_length);
}

static void
end (Side *side)
{
  close (side->fd);
  g_subprocess_force_exit (side->process);
  g_subprocess_wait (side->process, NULL, NULL);
  g_unlink (side->path);
  g_object_unref (side->process);
  g_array_unref (side->times);
  g_free (side->path);
}

int
main (int argc, char **argv)
{
  Side server = { "server", "{\"method\":\"org.aufait.Status\"}" };
  Side floor = { "floor", "{\"method\":\"org.aufait.Status\"}" };
  guint n_calls = argc > 3 ? (guint) atoi (argv[3]) : 20000;
  g_autofree char *folder = g_dir_make_tmp ("bench-call-XXXXXX", NULL);

  if (argc < 3)
    return 2;
  start (&server, argv[1], folder, FALSE);
  start (&floor, argv[2], folder, TRUE);
  dial (&server);
  dial (&floor);
  for (int round = 0; round < ROUNDS; round++) {
    measure (&server, n_calls / ROUNDS);
    measure (&floor, n_calls / ROUNDS);
  }
  report (&server);
  report (&floor);
  printf ("ratio    p50 %6.2f      p99 %6.2f\n",
          get_percentile (&server, 50) / get_percentile (&floor, 50),
          get_percentile (&server, 99) / get_percentile (&floor, 99));
  end (&server);
  end (&floor);
  g_rmdir (folder);
  return 0;
}
