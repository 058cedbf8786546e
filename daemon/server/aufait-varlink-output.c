/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-output.h"

#include <errno.h>
#include <sys/socket.h>

typedef struct {
  char *data;
  gsize length;
  gsize sent;
} Chunk;

struct _AufaitVarlinkOutput {
  GQueue chunks;
  gsize waiting;
};

static void
free_chunk (gpointer data)
{
  Chunk *chunk = data;

  g_free (chunk->data);
  g_free (chunk);
}

AufaitVarlinkOutput *
aufait_varlink_output_new (void)
{
  return g_new0 (AufaitVarlinkOutput, 1);
}

void
aufait_varlink_output_free (AufaitVarlinkOutput *output)
{
  g_queue_clear_full (&output->chunks, free_chunk);
  g_free (output);
}

/* How much the socket took, 0 when it is full, -1 when it fails. */
static gssize
send_some (int fd, const char *data, gsize length)
{
  gssize sent;

  do
    sent = send (fd, data, length, MSG_NOSIGNAL | MSG_DONTWAIT);
  while (sent < 0 && errno == EINTR);
  return sent < 0 && errno == EAGAIN ? 0 : sent;
}

static void
keep (AufaitVarlinkOutput *output, char *data, gsize length, gsize sent)
{
  Chunk *chunk = g_new (Chunk, 1);

  *chunk = (Chunk){ data, length, sent };
  g_queue_push_tail (&output->chunks, chunk);
  output->waiting += length - sent;
}

gboolean
aufait_varlink_output_send (AufaitVarlinkOutput *output, int fd, char *data, gsize length)
{
  g_autofree char *taken = data;
  gssize sent = 0;

  if (output->waiting > AUFAIT_VARLINK_OUTPUT_MAX)
    return FALSE;
  if (output->waiting == 0)
    sent = send_some (fd, taken, length);
  if (sent < 0)
    return FALSE;
  if ((gsize) sent < length)
    keep (output, g_steal_pointer (&taken), length, (gsize) sent);
  return TRUE;
}

gboolean
aufait_varlink_output_flush (AufaitVarlinkOutput *output, int fd)
{
  Chunk *chunk;

  while ((chunk = g_queue_peek_head (&output->chunks)) != NULL) {
    gssize sent = send_some (fd, chunk->data + chunk->sent, chunk->length - chunk->sent);

    if (sent < 0)
      return FALSE;
    chunk->sent += (gsize) sent;
    output->waiting -= (gsize) sent;
    if (chunk->sent < chunk->length)
      return TRUE;
    free_chunk (g_queue_pop_head (&output->chunks));
  }
  return TRUE;
}

gsize
aufait_varlink_output_get_waiting (AufaitVarlinkOutput *output)
{
  return output->waiting;
}
