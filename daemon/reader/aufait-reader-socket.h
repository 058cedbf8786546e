/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's end of the socket to the daemon: jobs come in, rows go out (aufait-row.h). */
#pragma once

#include "aufait-row.h"

typedef struct _AufaitReaderSocket AufaitReaderSocket;

/* @fd is lent. */
AufaitReaderSocket *aufait_reader_socket_new (int fd);
void aufait_reader_socket_free (AufaitReaderSocket *socket);

/* Waits for the next job. NULL when the daemon has closed, or says what is no job. @ret_fd is the
 * file, for the caller to close; -1 when it did not come along. */
AufaitJob *aufait_reader_socket_receive (AufaitReaderSocket *socket, int *ret_fd);

/* Sends @row (consumed) soon; a row that is too large is left out. */
void aufait_reader_socket_send (AufaitReaderSocket *socket, GBytes *row);

/* Sends what is waiting. FALSE when the daemon is gone. */
gboolean aufait_reader_socket_flush (AufaitReaderSocket *socket);

/* How many bytes were sent since it was made. */
guint64 aufait_reader_socket_get_sent (const AufaitReaderSocket *socket);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitReaderSocket, aufait_reader_socket_free)
