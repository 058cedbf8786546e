/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-input.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

#include "aufait-contract.h"

/* A message and its NUL. */
#define CAPACITY_MAX (AUFAIT_MESSAGE_MAX + 1)
#define CAPACITY_MIN 4096
/* What a connection may keep while it has nothing to say. */
#define CAPACITY_KEPT 16384

struct _AufaitVarlinkInput {
  char *data;
  gsize capacity;
  gsize start;   /* of the message that comes next */
  gsize end;     /* of what was received */
  gsize scanned; /* no NUL between start and here */
};

AufaitVarlinkInput *
aufait_varlink_input_new (void)
{
  return g_new0 (AufaitVarlinkInput, 1);
}

void
aufait_varlink_input_free (AufaitVarlinkInput *input)
{
  g_free (input->data);
  g_free (input);
}

static void
resize (AufaitVarlinkInput *input, gsize capacity)
{
  input->data = g_realloc (input->data, capacity);
  input->capacity = capacity;
}

/* FALSE when the message that began fills all that one may have. */
static gboolean
make_room (AufaitVarlinkInput *input)
{
  if (input->start > 0) {
    memmove (input->data, input->data + input->start, input->end - input->start);
    input->end -= input->start;
    input->scanned -= input->start;
    input->start = 0;
  }
  if (input->end == CAPACITY_MAX)
    return FALSE;
  if (input->end == input->capacity)
    resize (input, CLAMP (input->capacity * 2, CAPACITY_MIN, CAPACITY_MAX));
  return TRUE;
}

AufaitVarlinkInputResult
aufait_varlink_input_receive (AufaitVarlinkInput *input, int fd)
{
  gssize received;

  if (!make_room (input))
    return AUFAIT_VARLINK_INPUT_BROKEN;
  do
    received = recv (fd, input->data + input->end, input->capacity - input->end, MSG_DONTWAIT);
  while (received < 0 && errno == EINTR);

  if (received == 0)
    return AUFAIT_VARLINK_INPUT_END;
  if (received < 0)
    return errno == EAGAIN ? AUFAIT_VARLINK_INPUT_NOTHING : AUFAIT_VARLINK_INPUT_BROKEN;
  input->end += (gsize) received;
  if (input->end == CAPACITY_MAX && !aufait_varlink_input_has_message (input))
    return AUFAIT_VARLINK_INPUT_BROKEN;
  return AUFAIT_VARLINK_INPUT_SOME;
}

gboolean
aufait_varlink_input_has_message (AufaitVarlinkInput *input)
{
  const char *nul = NULL;

  if (input->scanned < input->end)
    nul = memchr (input->data + input->scanned, '\0', input->end - input->scanned);
  input->scanned = nul != NULL ? (gsize) (nul - input->data) : input->end;
  return nul != NULL;
}

const char *
aufait_varlink_input_next (AufaitVarlinkInput *input, gsize *ret_length)
{
  const char *message;

  if (!aufait_varlink_input_has_message (input))
    return NULL;
  message = input->data + input->start;
  *ret_length = input->scanned - input->start;
  input->scanned++;
  input->start = input->scanned;
  return message;
}

gboolean
aufait_varlink_input_has_bytes (AufaitVarlinkInput *input)
{
  return input->end > input->start;
}

void
aufait_varlink_input_tidy (AufaitVarlinkInput *input)
{
  if (aufait_varlink_input_has_bytes (input))
    return;
  input->start = input->end = input->scanned = 0;
  if (input->capacity > CAPACITY_KEPT) {
    g_clear_pointer (&input->data, g_free);
    input->capacity = 0;
  }
}
