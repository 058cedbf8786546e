/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on its way to a client: sent at once when the socket takes it, else kept. */
#pragma once

#include <glib.h>

/* More than this unread, and the client is not reading. */
#define AUFAIT_VARLINK_OUTPUT_MAX (4 * 1024 * 1024)

typedef struct _AufaitVarlinkOutput AufaitVarlinkOutput;

AufaitVarlinkOutput *aufait_varlink_output_new (void);
void aufait_varlink_output_free (AufaitVarlinkOutput *output);

/* Sends or keeps @length bytes; @data is taken. FALSE when the socket fails, or when more than
 * AUFAIT_VARLINK_OUTPUT_MAX was already waiting: one reply may be longer than that. */
gboolean aufait_varlink_output_send (AufaitVarlinkOutput *output, int fd, char *data, gsize length);

/* Sends what waits, as far as the socket takes it. FALSE when it fails. */
gboolean aufait_varlink_output_flush (AufaitVarlinkOutput *output, int fd);

/* Bytes that wait. */
gsize aufait_varlink_output_get_waiting (AufaitVarlinkOutput *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitVarlinkOutput, aufait_varlink_output_free)
