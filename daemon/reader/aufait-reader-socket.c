/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-reader-socket.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define HEAD_BYTES  4
#define FLUSH_BYTES (64 * 1024)
#define JOB_MAX     4096
#define FDS_MAX     4

struct _AufaitReaderSocket {
  int fd;
  GByteArray *output;
  guint64 sent;
  gboolean is_broken;
};

AufaitReaderSocket *
aufait_reader_socket_new (int fd)
{
  AufaitReaderSocket *socket = g_new0 (AufaitReaderSocket, 1);

  socket->fd = fd;
  socket->output = g_byte_array_sized_new (2 * FLUSH_BYTES);
  return socket;
}

void
aufait_reader_socket_free (AufaitReaderSocket *socket)
{
  if (socket == NULL)
    return;

  g_byte_array_unref (socket->output);
  g_free (socket);
}

/* --- jobs ---------------------------------------------------------------------------------- */

/* Keeps the first descriptor that came, and closes all others. */
static void
take_descriptors (struct msghdr *message, int *fd)
{
  for (struct cmsghdr *head = CMSG_FIRSTHDR (message); head != NULL;
       head = CMSG_NXTHDR (message, head)) {
    gsize count;
    int fds[FDS_MAX];

    if (head->cmsg_level != SOL_SOCKET || head->cmsg_type != SCM_RIGHTS)
      continue;
    count = MIN ((head->cmsg_len - CMSG_LEN (0)) / sizeof (int), FDS_MAX);
    memcpy (fds, CMSG_DATA (head), count * sizeof (int));
    for (gsize i = 0; i < count; i++) {
      if (*fd < 0)
        *fd = fds[i];
      else
        close (fds[i]);
    }
  }
}

static gboolean
receive_all (AufaitReaderSocket *socket, guint8 *data, gsize length, int *fd)
{
  while (length > 0) {
    union {
      char room[CMSG_SPACE (sizeof (int) * FDS_MAX)];
      struct cmsghdr align;
    } control;
    struct iovec part = { data, length };
    struct msghdr message = {
      .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control
    };
    gssize n = recvmsg (socket->fd, &message, MSG_CMSG_CLOEXEC);

    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return FALSE;
    take_descriptors (&message, fd);
    data += n;
    length -= (gsize) n;
  }
  return TRUE;
}

static AufaitJob *
receive_job (AufaitReaderSocket *socket, int *fd)
{
  guint8 head[HEAD_BYTES], body[JOB_MAX];
  guint32 length;

  if (!receive_all (socket, head, sizeof head, fd))
    return NULL;
  memcpy (&length, head, sizeof length);
  length = GUINT32_FROM_LE (length);
  if (length > sizeof body || !receive_all (socket, body, length, fd))
    return NULL;
  return aufait_job_decode (body, length);
}

AufaitJob *
aufait_reader_socket_receive (AufaitReaderSocket *socket, int *ret_fd)
{
  int fd = -1;
  AufaitJob *job = receive_job (socket, &fd);

  if (job == NULL && fd >= 0)
    close (fd);
  else
    *ret_fd = fd;
  return job;
}

/* --- rows ---------------------------------------------------------------------------------- */

gboolean
aufait_reader_socket_flush (AufaitReaderSocket *socket)
{
  gsize done = 0;

  while (!socket->is_broken && done < socket->output->len) {
    gssize n =
        send (socket->fd, socket->output->data + done, socket->output->len - done, MSG_NOSIGNAL);

    if (n < 0 && errno != EINTR)
      socket->is_broken = TRUE;
    else if (n > 0)
      done += (gsize) n;
  }
  socket->sent += socket->output->len;
  g_byte_array_set_size (socket->output, 0);
  return !socket->is_broken;
}

void
aufait_reader_socket_send (AufaitReaderSocket *socket, GBytes *row)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (row, &length);
  guint32 head = GUINT32_TO_LE ((guint32) length);

  if (length <= AUFAIT_ROW_MAX) {
    g_byte_array_append (socket->output, (const guint8 *) &head, sizeof head);
    g_byte_array_append (socket->output, data, (guint) length);
  }
  g_bytes_unref (row);
  if (socket->output->len >= FLUSH_BYTES)
    aufait_reader_socket_flush (socket);
}

guint64
aufait_reader_socket_get_sent (const AufaitReaderSocket *socket)
{
  return socket->sent + socket->output->len;
}
