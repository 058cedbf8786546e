/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever the bytes of a calendar are, what is found in it can be sent and passes the checks of
 * who receives it, and touches the window; and it is the same when it is read again. */
#include "config.h"

#include <string.h>

#include "aufait-ical.h"
#include "aufait-row.h"
#include "aufait-vcard-report.h"
#include "fuzz.h"

#define EVENTS_MAX 5000

typedef struct {
  AufaitDay first;
  AufaitDay last;
  guint n_events;
} Found;

static void
on_event (const AufaitEvent *event, gboolean is_again, gpointer user_data)
{
  Found *found = user_data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AufaitRow) row = NULL;
  AufaitDay first, last;

  if (found->n_events++ > EVENTS_MAX)
    return;
  bytes = aufait_row_encode_event (1, event);
  row = aufait_row_decode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (row);
  g_assert_cmpuint (strlen (event->uid), >, 0);
  aufait_event_get_days (event, zone, &first, &last);
  g_assert_cmpint (first, <=, found->last);
  g_assert_cmpint (last, >=, found->first);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  Found found = { aufait_day_new (2026, 1, 1), aufait_day_new (2026, 12, 31), 0 }, again = found;
  g_autoptr (AufaitIcal) ical = aufait_ical_new (found.first, found.last, "Europe/Paris");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *exact = g_memdup2 (data, MAX (size, 1));

  aufait_ical_read (ical, exact, size, on_event, &found, problems);
  g_assert_cmpuint (problems->len, <=, AUFAIT_VCARD_REPORT_MAX);
  for (guint i = 0; i < problems->len; i++)
    g_assert_true (g_utf8_validate (g_ptr_array_index (problems, i), -1, NULL));
  aufait_ical_read (ical, exact, size, on_event, &again, NULL);
  g_assert_cmpuint (again.n_events, ==, found.n_events);
  return 0;
}
