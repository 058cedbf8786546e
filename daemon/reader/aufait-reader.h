/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What aufait-reader does: reads the files that it is handed, one after the other, and says what is
 * in them. */
#pragma once

#include <glib.h>

/* What a file may say, in bytes of rows: what it has at least, and as much again for each byte. The
 * daemon has limits too, and takes a reader that goes beyond them for mad. */
#define AUFAIT_READER_BYTES_MIN    (32 * 1024 * 1024)
#define AUFAIT_READER_BYTES_A_BYTE 32

/* Until the socket @fd closes. */
void aufait_reader_run (int fd);
