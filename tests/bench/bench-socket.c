/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls over a Unix socket, timed from the client's side.
 *
 * bench-socket call SOCKET N REQUEST    N requests on one connection; in each the number of one of
 *                                       N_NAMES stands where REQUEST has a "#"
 * bench-socket sqlite FOLDER N          the floor of a note: one row a transaction, synchronous=FULL
 *
 * Prints the median and the 99th percentile in microseconds. */
#include "floors/bench.h"

#include <sqlite3.h>
#include <sys/socket.h>
#include <sys/un.h>

#define WARM_UP 50
#define N_NAMES 200

static int
dial (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  snprintf (address.sun_path, sizeof address.sun_path, "%s", path);
  if (connect (fd, (struct sockaddr *) &address, sizeof address) < 0) {
    perror (path);
    exit (1);
  }
  return fd;
}

static void
call_once (int fd, const char *request)
{
  static char reply[1 << 20];
  size_t length = strlen (request) + 1;
  ssize_t got;

  if (write (fd, request, length) != (ssize_t) length)
    exit (1);
  do {
    got = read (fd, reply, sizeof reply);
    if (got <= 0) {
      fprintf (stderr, "the server closed the connection\n");
      exit (1);
    }
  } while (reply[got - 1] != '\0');
  if (strstr (reply, "\"error\"") != NULL) {
    fprintf (stderr, "%s\n", reply);
    exit (1);
  }
}

static void
print_times (uint64_t *times, size_t n)
{
  qsort (times, n, sizeof *times, cmp_u64);
  printf ("%.1f %.1f\n", (double) times[n / 2] / 1e3, (double) times[n * 99 / 100] / 1e3);
}

static void
write_request (char *request, size_t size, const char *pattern, size_t number)
{
  int before = (int) strcspn (pattern, "#");

  if (pattern[before] == '\0')
    snprintf (request, size, "%s", pattern);
  else
    snprintf (request, size, "%.*s%zu%s", before, pattern, number, pattern + before + 1);
}

static void
time_calls (const char *path, size_t n, const char *pattern)
{
  uint64_t *times = calloc (n, sizeof *times);
  int fd = dial (path);

  for (size_t i = 0; i < n + WARM_UP; i++) {
    char request[4096];
    uint64_t start;

    write_request (request, sizeof request, pattern, i % N_NAMES);
    start = now_ns ();
    call_once (fd, request);
    if (i >= WARM_UP)
      times[i - WARM_UP] = now_ns () - start;
  }
  print_times (times, n);
  free (times);
}

static sqlite3 *
open_floor (const char *folder)
{
  sqlite3 *db = NULL;
  char path[4096];

  snprintf (path, sizeof path, "%s/floor.db", folder);
  if (sqlite3_open (path, &db) != SQLITE_OK
      || sqlite3_exec (db,
                       "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                       "CREATE TABLE note(id INTEGER PRIMARY KEY, on_day INTEGER, text TEXT)",
                       NULL, NULL, NULL)
             != SQLITE_OK) {
    fprintf (stderr, "%s: %s\n", path, sqlite3_errmsg (db));
    exit (1);
  }
  return db;
}

static void
time_floor (const char *folder, size_t n)
{
  uint64_t *times = calloc (n, sizeof *times);
  sqlite3 *db = open_floor (folder);
  sqlite3_stmt *insert = NULL;

  sqlite3_prepare_v2 (db, "INSERT INTO note(on_day, text) VALUES(1, 'off to Crete')", -1, &insert,
                      NULL);
  for (size_t i = 0; i < n + WARM_UP; i++) {
    uint64_t start = now_ns ();

    if (sqlite3_step (insert) != SQLITE_DONE)
      exit (1);
    sqlite3_reset (insert);
    if (i >= WARM_UP)
      times[i - WARM_UP] = now_ns () - start;
  }
  print_times (times, n);
  sqlite3_finalize (insert);
  sqlite3_close (db);
  free (times);
}

int
main (int argc, char **argv)
{
  if (argc == 5 && strcmp (argv[1], "call") == 0)
    time_calls (argv[2], strtoul (argv[3], NULL, 10), argv[4]);
  else if (argc == 4 && strcmp (argv[1], "sqlite") == 0)
    time_floor (argv[2], strtoul (argv[3], NULL, 10));
  else
    return 2;
  return 0;
}
