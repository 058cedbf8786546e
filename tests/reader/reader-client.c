/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reader-client.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define SOCKET_FD 3

void
reader_client_start (ReaderClient *client, const char *program)
{
  int fds[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds), ==, 0);
  client->pid = fork ();
  g_assert_cmpint (client->pid, >=, 0);
  if (client->pid == 0) {
    if (fds[1] == SOCKET_FD)
      fds[1] = dup (fds[1]);
    dup2 (fds[1], SOCKET_FD);
    closefrom (SOCKET_FD + 1);
    execl (program, program, NULL);
    _exit (127);
  }
  close (fds[1]);
  client->fd = fds[0];
}

int
reader_client_end (ReaderClient *client)
{
  int status = 0;

  close (client->fd);
  while (waitpid (client->pid, &status, 0) < 0 && errno == EINTR)
    ;
  return status;
}

gboolean
reader_client_send (ReaderClient *client, const AufaitJob *job, int fd)
{
  g_autoptr (GBytes) bytes = aufait_job_encode (job);
  guint32 head = GUINT32_TO_LE ((guint32) g_bytes_get_size (bytes));
  struct iovec parts[] = { { &head, sizeof head },
                           { (void *) g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) } };
  union {
    char room[CMSG_SPACE (sizeof (int))];
    struct cmsghdr head;
  } control = { 0 };
  struct msghdr message = { .msg_iov = parts, .msg_iovlen = G_N_ELEMENTS (parts) };

  if (fd >= 0) {
    message.msg_control = &control;
    message.msg_controllen = sizeof control;
    control.head.cmsg_level = SOL_SOCKET;
    control.head.cmsg_type = SCM_RIGHTS;
    control.head.cmsg_len = CMSG_LEN (sizeof fd);
    memcpy (CMSG_DATA (&control.head), &fd, sizeof fd);
  }
  return sendmsg (client->fd, &message, MSG_NOSIGNAL) ==
         (gssize) (sizeof head + g_bytes_get_size (bytes));
}

static gboolean
receive_all (int fd, void *data, gsize length)
{
  guint8 *next = data;

  while (length > 0) {
    gssize n = read (fd, next, length);

    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return FALSE;
    next += n;
    length -= (gsize) n;
  }
  return TRUE;
}

AufaitRow *
reader_client_receive (ReaderClient *client)
{
  g_autofree guint8 *data = NULL;
  guint32 length;

  if (!receive_all (client->fd, &length, sizeof length))
    return NULL;
  length = GUINT32_FROM_LE (length);
  if (length > AUFAIT_ROW_MAX)
    return NULL;
  data = g_malloc (length);
  return receive_all (client->fd, data, length) ? aufait_row_decode (data, length) : NULL;
}
