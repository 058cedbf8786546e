/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the values of a row stand in its bytes: numbers little-endian, a text behind its length plus
 * one in 4 bytes (0: there is none), a list behind its length. Nothing is aligned. */
#pragma once

#include <glib.h>

/* --- writing ------------------------------------------------------------------------------- */

void aufait_row_bytes_put_byte (GByteArray *bytes, guint8 value);
void aufait_row_bytes_put_number (GByteArray *bytes, guint32 value);
void aufait_row_bytes_put_long (GByteArray *bytes, gint64 value);
void aufait_row_bytes_put_text (GByteArray *bytes, const char *text);
void aufait_row_bytes_put_texts (GByteArray *bytes, const char *const *texts);
void aufait_row_bytes_put_data (GByteArray *bytes, GBytes *data);

/* --- reading what nobody vouches for ------------------------------------------------------- */

/* What is still to be read. After the first fault all that is taken is nothing, and the whole is
 * bad. */
typedef struct {
  const guint8 *data;
  gsize length;
  gboolean is_bad;
} AufaitRowBytes;

guint8 aufait_row_bytes_take_byte (AufaitRowBytes *bytes);
guint32 aufait_row_bytes_take_number (AufaitRowBytes *bytes);
gint64 aufait_row_bytes_take_long (AufaitRowBytes *bytes);

/* A text that is valid UTF-8 on one line, without control characters and those that turn the
 * direction of what follows; NULL: none. */
char *aufait_row_bytes_take_text (AufaitRowBytes *bytes);

/* The same, never NULL: that there is none is a fault. */
char *aufait_row_bytes_take_needed_text (AufaitRowBytes *bytes);

/* Never NULL. */
GStrv aufait_row_bytes_take_texts (AufaitRowBytes *bytes);

/* The length of a list each of whose items has at least @item_bytes. */
guint aufait_row_bytes_take_count (AufaitRowBytes *bytes, gsize item_bytes);

/* A copy; NULL: none. */
GBytes *aufait_row_bytes_take_data (AufaitRowBytes *bytes);

/* Whether all was read, and was right. */
gboolean aufait_row_bytes_is_done (const AufaitRowBytes *bytes);
