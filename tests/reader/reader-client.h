/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The daemon's part, for tests: starts a real aufait-reader, hands it files and takes what it says.
 */
#pragma once

#include <sys/types.h>

#include "aufait-row.h"

typedef struct {
  pid_t pid;
  int fd; /* of the socket */
} ReaderClient;

/* @program: the path of aufait-reader. Its standard error is ours. */
void reader_client_start (ReaderClient *client, const char *program);

/* Closes the socket, waits for the end, and gives its status as waitpid has it. */
int reader_client_end (ReaderClient *client);

/* FALSE when the reader is gone. @fd is lent; -1 sends none. */
gboolean reader_client_send (ReaderClient *client, const AufaitJob *job, int fd);

/* The next row; NULL when the reader is gone, or has said what is no row. */
AufaitRow *reader_client_receive (ReaderClient *client);
