/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands in for aufait-reader. A file is lines, each an order:
 *
 *   card NAME [EMAIL]    event UID START [EMAIL]    days UID FIRST LAST     problem TEXT
 *   many N               N cards                    occurrences N           of one event
 *   fail TEXT            it cannot be read
 *   stall PATH               for ever, if this file is there, which is not then
 *   wait PATH                until this file is there
 *   hang  crash  exit  nonsense  lie  flood  long  early  times
 *
 * A real card or event is one too, that says nothing of itself. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "aufait-row.h"

#define SOCKET_FD 3

static void
write_all (const void *data, gsize length)
{
  const char *p = data;

  while (length > 0) {
    gssize n = send (SOCKET_FD, p, length, MSG_NOSIGNAL);

    if (n <= 0)
      exit (0);
    p += n;
    length -= (gsize) n;
  }
}

static void
send_message (GBytes *bytes)
{
  g_autoptr (GBytes) owned = bytes;
  guint32 head = GUINT32_TO_LE ((guint32) g_bytes_get_size (owned));

  write_all (&head, sizeof head);
  write_all (g_bytes_get_data (owned, NULL), g_bytes_get_size (owned));
}

static void
send_text (guint32 number, AufaitRowType type, const char *text)
{
  send_message (aufait_row_encode_text (number, type, text));
}

static void
send_card (guint32 number, const char *name, const char *email)
{
  g_autoptr (AufaitCard) card = aufait_card_new (name);

  card->uid = g_strdup (name);
  if (email != NULL) {
    g_strfreev (card->emails);
    card->emails = g_strsplit (email, " ", -1);
  }
  send_message (aufait_row_encode_card (number, card));
}

static void
send_event (guint32 number, const char *uid, gint64 start, const char *email)
{
  g_autoptr (AufaitEvent) event = aufait_event_new (uid, uid);

  event->start = start;
  event->end = start + 3600;
  if (email != NULL)
    g_ptr_array_add (event->attendees, aufait_attendee_new (email, NULL));
  send_message (aufait_row_encode_event (number, event));
}

static void
send_days (guint32 number, const char *uid, const char *first, const char *last)
{
  g_autoptr (AufaitEvent) event = aufait_event_new (uid, uid);

  event->all_day = TRUE;
  event->first = aufait_day_parse (first);
  event->last = aufait_day_parse (last);
  send_message (aufait_row_encode_event (number, event));
}

/* As where nothing comes from the disk. */
static void
stall (const char *path)
{
  if (unlink (path) < 0)
    return;
  for (;;)
    pause ();
}

static void
misbehave (guint32 number, const char *how)
{
  if (g_str_equal (how, "hang")) {
    for (volatile guint n = 0;; n++)
      continue;
  }
  if (g_str_equal (how, "crash"))
    abort ();
  if (g_str_equal (how, "exit"))
    exit (0);
  if (g_str_equal (how, "nonsense"))
    write_all ("\10\0\0\0nonsense", 12);
  if (g_str_equal (how, "long"))
    write_all ("\377\377\377\377", 4);
  if (g_str_equal (how, "lie"))
    send_card (number + 1, "Nobody", NULL);
  if (g_str_equal (how, "times")) {
    g_autoptr (GArray) times = g_array_new (FALSE, TRUE, sizeof (gint64));

    g_array_set_size (times, 2);
    send_message (aufait_row_encode_times (number, FALSE, times));
  }
  if (g_str_equal (how, "early"))
    send_text (number, AUFAIT_ROW_DONE, NULL);
  if (g_str_equal (how, "flood")) {
    g_autofree char *name = g_strnfill (100000, 'a');

    for (;;)
      send_card (number, name, NULL);
  }
}

static void
obey (guint32 number, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 4);
  guint n = g_strv_length (words);

  if (n >= 2 && g_str_equal (words[0], "card"))
    send_card (number, words[1], n > 2 ? words[2] : NULL);
  else if (n >= 3 && g_str_equal (words[0], "event"))
    send_event (number, words[1], g_ascii_strtoll (words[2], NULL, 10), n > 3 ? words[3] : NULL);
  else if (n >= 4 && g_str_equal (words[0], "days"))
    send_days (number, words[1], words[2], words[3]);
  else if (n >= 2 && g_str_equal (words[0], "problem"))
    send_text (number, AUFAIT_ROW_PROBLEM, line + strlen ("problem "));
  else if (n == 2 && g_str_equal (words[0], "stall"))
    stall (words[1]);
  else if (n == 2 && g_str_equal (words[0], "wait"))
    while (access (words[1], F_OK) < 0)
      g_usleep (1000);
  else if (n == 2 && g_str_equal (words[0], "many"))
    for (int i = 0; i < atoi (words[1]); i++)
      send_card (number, "One of many", NULL);
  else if (n == 2 && g_str_equal (words[0], "occurrences"))
    for (int i = 0; i < atoi (words[1]); i++)
      send_event (number, "often", 1780000000 + i * 7200, NULL);
  else if (g_str_equal (line, "BEGIN:VCARD\r"))
    send_card (number, "Au fait", NULL);
  else if (g_str_equal (line, "BEGIN:VEVENT\r"))
    send_event (number, "event", 1780000000, NULL);
  else
    misbehave (number, line);
}

static void
read_file (const AufaitJob *job, int fd)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  char buffer[4096];
  gssize n;

  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);
  close (fd);
  lines = g_strsplit (text->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_str_has_prefix (lines[i], "fail ")) {
      send_text (job->number, AUFAIT_ROW_FAILED, lines[i] + strlen ("fail "));
      return;
    }
    obey (job->number, lines[i]);
  }
  send_text (job->number, AUFAIT_ROW_DONE, NULL);
}

/* One job and its descriptor; FALSE at the end. */
static gboolean
receive_job (void)
{
  guint8 data[4096];
  struct iovec part = { data, 4 };
  union {
    struct cmsghdr head;
    char space[CMSG_SPACE (sizeof (int))];
  } control;
  struct msghdr message = {
    .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control
  };
  g_autoptr (AufaitJob) job = NULL;
  guint32 length;
  int fd;

  if (recvmsg (SOCKET_FD, &message, MSG_WAITALL | MSG_CMSG_CLOEXEC) != 4)
    return FALSE;
  memcpy (&fd, CMSG_DATA (&control.head), sizeof fd);
  memcpy (&length, data, sizeof length);
  length = GUINT32_FROM_LE (length);
  if (length > sizeof data || recv (SOCKET_FD, data, length, MSG_WAITALL) != (gssize) length)
    return FALSE;
  job = aufait_job_decode (data, length);
  g_assert_nonnull (job);
  read_file (job, fd);
  return TRUE;
}

int
main (void)
{
  while (receive_job ())
    continue;
  return 0;
}
