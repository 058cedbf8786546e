/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader may send: whatever passes is a value that is written as the same bytes' meaning,
 * and read again as itself. The bytes are read as a job too. */
#include "config.h"

#include "aufait-row.h"
#include "fuzz.h"

static GBytes *
encode (const AufaitRow *row)
{
  switch (row->type) {
  case AUFAIT_ROW_CARD:
    return aufait_row_encode_card (row->number, row->card);
  case AUFAIT_ROW_EVENT:
    return aufait_row_encode_event (row->number, row->event);
  case AUFAIT_ROW_TIMES:
    return aufait_row_encode_times (row->number, row->all_day, row->times);
  case AUFAIT_ROW_PROBLEM:
  case AUFAIT_ROW_DONE:
  case AUFAIT_ROW_FAILED:
  default:
    return aufait_row_encode_text (row->number, row->type, row->text);
  }
}

static void
read_row (const uint8_t *data, size_t size)
{
  g_autoptr (AufaitRow) row = aufait_row_decode (data, size), again = NULL;
  g_autoptr (GBytes) bytes = NULL, twice = NULL;

  if (row == NULL)
    return;
  bytes = encode (row);
  again = aufait_row_decode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (again);
  twice = encode (again);
  g_assert_true (g_bytes_equal (bytes, twice));
}

static void
read_job (const uint8_t *data, size_t size)
{
  g_autoptr (AufaitJob) job = aufait_job_decode (data, size);
  g_autoptr (GBytes) bytes = NULL;

  if (job == NULL)
    return;
  bytes = aufait_job_encode (job);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), data, size);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree uint8_t *exact = g_memdup2 (data, MAX (size, 1));

  read_row (exact, size);
  read_job (exact, size);
  return 0;
}
