/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event.h"

typedef struct {
  const char *start; /* ISO 8601, UTC */
  const char *end;
  const char *zone;
  const char *first;
  const char *last;
} Row;

static const Row rows[] = {
  { "2026-06-01T10:00:00Z", "2026-06-01T11:00:00Z", "Europe/Paris", "2026-06-01", "2026-06-01" },
  /* Ends at midnight in Paris: the next day is not its. */
  { "2026-06-01T18:00:00Z", "2026-06-01T22:00:00Z", "Europe/Paris", "2026-06-01", "2026-06-01" },
  { "2026-06-01T18:00:00Z", "2026-06-01T22:00:01Z", "Europe/Paris", "2026-06-01", "2026-06-02" },
  { "2026-06-01T18:00:00Z", "2026-06-01T22:00:00Z", "UTC", "2026-06-01", "2026-06-01" },
  /* Begins at midnight and takes no time. */
  { "2026-05-31T22:00:00Z", "2026-05-31T22:00:00Z", "Europe/Paris", "2026-06-01", "2026-06-01" },
  { "2026-06-01T20:00:00Z", "2026-06-04T03:00:00Z", "Asia/Tokyo", "2026-06-02", "2026-06-04" },
  { "2026-03-28T23:30:00Z", "2026-03-29T21:59:59Z", "Europe/Paris", "2026-03-29", "2026-03-29" },
};

static gint64
parse (const char *text)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (text, NULL);

  return g_date_time_to_unix (at);
}

static void
test_shows_days_of_instants (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitEvent) event = aufait_event_new ("u", "s");
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
    AufaitDay first, last;

    g_test_message ("row %u", i);
    event->start = parse (rows[i].start);
    event->end = parse (rows[i].end);
    aufait_event_get_days (event, zone, &first, &last);
    g_assert_cmpint (first, ==, aufait_day_parse (rows[i].first));
    g_assert_cmpint (last, ==, aufait_day_parse (rows[i].last));
  }
}

static void
test_a_copy_has_all_of_it (void)
{
  g_autoptr (AufaitEvent) event = aufait_event_new ("u", "s");
  g_autoptr (AufaitEvent) copy = NULL;
  AufaitAttendee *attendee = aufait_attendee_new ("zoe@x.org", NULL);

  event->location = g_strdup ("Lyon");
  event->calendar = g_strdup ("home");
  event->start = 7;
  event->recurring = event->cancelled = TRUE;
  attendee->declined = TRUE;
  g_ptr_array_add (event->attendees, attendee);
  copy = aufait_event_copy (event);
  g_clear_pointer (&event, aufait_event_free);
  g_assert_cmpstr (copy->uid, ==, "u");
  g_assert_cmpstr (copy->summary, ==, "s");
  g_assert_cmpstr (copy->location, ==, "Lyon");
  g_assert_cmpstr (copy->calendar, ==, "home");
  g_assert_null (copy->description);
  g_assert_cmpint (copy->start, ==, 7);
  g_assert_true (copy->recurring && copy->cancelled && !copy->transparent);
  g_assert_cmpuint (copy->attendees->len, ==, 1);
  attendee = copy->attendees->pdata[0];
  g_assert_cmpstr (attendee->email, ==, "zoe@x.org");
  g_assert_null (attendee->name);
  g_assert_true (attendee->declined);
}

static void
test_all_day_is_the_same_everywhere (void)
{
  static const char *const zones[] = { "Pacific/Kiritimati", "UTC", "Pacific/Pago_Pago" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++) {
    g_autoptr (AufaitEvent) event = aufait_event_new ("u", "s");
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
    AufaitDay first, last;

    event->all_day = TRUE;
    event->first = aufait_day_new (2026, 8, 10);
    event->last = aufait_day_new (2026, 8, 20);
    aufait_event_get_days (event, zone, &first, &last);
    g_assert_cmpint (first, ==, event->first);
    g_assert_cmpint (last, ==, event->last);
  }
}

static void
test_frees_what_it_owns (void)
{
  AufaitEvent *event = aufait_event_new ("uid", "summary");

  event->location = g_strdup ("Lyon");
  event->description = g_strdup ("long");
  event->calendar = g_strdup ("home");
  g_ptr_array_add (event->attendees, aufait_attendee_new ("a@b.c", "A"));
  g_ptr_array_add (event->attendees, aufait_attendee_new (NULL, NULL));
  aufait_event_free (event);
  aufait_event_free (NULL);
  aufait_attendee_free (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event/shows-days-of-instants", test_shows_days_of_instants);
  g_test_add_func ("/event/all-day-is-the-same-everywhere", test_all_day_is_the_same_everywhere);
  g_test_add_func ("/event/frees-what-it-owns", test_frees_what_it_owns);
  g_test_add_func ("/event/a-copy-has-all-of-it", test_a_copy_has_all_of_it);
  return g_test_run ();
}
