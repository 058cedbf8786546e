/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instants of local times: in zones of the system, and in those that calendars bring along. */
#include "config.h"

#include "ical-text.h"

#include <string.h>
#include <time.h>

typedef struct {
  const char *zone;
  const char *local;
  const char *expected; /* UTC */
} Row;

/* A time in a gap is read with the offset before it; of a time that comes twice the first is meant
 * (RFC 5545, 3.3.5). */
static const Row rows[] = {
  { "Europe/Paris", "20260115T120000", "2026-01-15T11:00Z" },
  { "Europe/Paris", "20260329T023000", "2026-03-29T01:30Z" },
  { "Europe/Paris", "20261025T023000", "2026-10-25T00:30Z" },
  { "Europe/Rome", "20260329T023000", "2026-03-29T01:30Z" },
  { "Europe/Rome", "20261025T023000", "2026-10-25T00:30Z" },
  { "Europe/Rome", "20260329T030000", "2026-03-29T01:00Z" },
  { "Europe/London", "20260329T013000", "2026-03-29T01:30Z" },
  { "Europe/London", "20261025T013000", "2026-10-25T00:30Z" },
  { "America/New_York", "20260308T023000", "2026-03-08T07:30Z" },
  { "America/New_York", "20261101T013000", "2026-11-01T05:30Z" },
  { "America/Sao_Paulo", "20181104T003000", "2018-11-04T03:30Z" },
  { "America/Sao_Paulo", "20190216T233000", "2019-02-17T01:30Z" },
  { "America/Sao_Paulo", "20260716T120000", "2026-07-16T15:00Z" },
  { "Asia/Tehran", "20220322T003000", "2022-03-21T21:00Z" },
  { "Asia/Tehran", "20220921T233000", "2022-09-21T19:00Z" },
  { "Asia/Tehran", "20260701T120000", "2026-07-01T08:30Z" },
  { "Australia/Lord_Howe", "20261004T021500", "2026-10-03T15:45Z" },
  { "Australia/Lord_Howe", "20260405T014500", "2026-04-04T14:45Z" },
  { "Pacific/Apia", "20111230T120000", "2011-12-30T22:00Z" },
  { "Pacific/Apia", "20111231T120000", "2011-12-30T22:00Z" },
  { "Africa/Casablanca", "20260215T023000", "2026-02-15T01:30Z" },
  { "Africa/Casablanca", "20260322T023000", "2026-03-22T02:30Z" },
  { "Asia/Kathmandu", "20260701T120000", "2026-07-01T06:15Z" },
  { "UTC", "20260701T120000", "2026-07-01T12:00Z" },
  { "Etc/GMT+8", "20260701T120000", "2026-07-01T20:00Z" },
  { "America/Argentina/Buenos_Aires", "20260701T120000", "2026-07-01T15:00Z" },
  /* as Windows calls them */
  { "W. Europe Standard Time", "20260701T120000", "2026-07-01T10:00Z" },
  { "romance standard time", "20260101T120000", "2026-01-01T11:00Z" },
  { "Eastern Standard Time", "20260701T120000", "2026-07-01T16:00Z" },
  { "\"Central Europe Standard Time\"", "20260701T120000", "2026-07-01T10:00Z" },
  { "tzone://Microsoft/Utc", "20260701T120000", "2026-07-01T12:00Z" },
  { "\"tzone://Microsoft/Utc\"", "20260701T120000", "2026-07-01T12:00Z" },
  /* as programs call their copies */
  { "/example.org/20050126_1/America/New_York", "20260701T120000", "2026-07-01T16:00Z" },
  { "/example.org/Tzfile/America/Argentina/Buenos_Aires", "20260701T120000", "2026-07-01T15:00Z" },
};

static char *
read_one (const char *before, const char *zone, const char *local, GPtrArray *problems)
{
  g_autofree char *body = g_strdup_printf (
      "%sBEGIN:VEVENT\nUID:u\nSUMMARY:S\nDTSTART;TZID=%s:%s\nEND:VEVENT\n", before, zone, local);
  g_autofree char *line =
      ical_text_read_in (body, "2011-01-01", "2030-12-31", "Asia/Tokyo", problems);
  char *space = strchr (line, ' ');

  return g_strndup (line, space != NULL ? (gsize) (space - line) : 0);
}

static void
test_zones_of_the_system (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
    g_autofree char *found = read_one ("", rows[i].zone, rows[i].local, problems);

    g_test_message ("row %u: %s %s", i, rows[i].zone, rows[i].local);
    g_assert_cmpstr (found, ==, rows[i].expected);
    g_assert_cmpuint (problems->len, ==, 0);
  }
}

static void
test_unknown_zones_are_local_and_said (void)
{
  static const char *const zones[] = {
    "Middle Earth",
    "Europe/Atlantis",
    "../../../etc/passwd",
    "/etc/passwd",
    "Europe/../Europe/Paris",
    "UTC+2",
    "",
    "Europe",
    "/",
    "./UTC",
    "posix/../UTC",
    "a/b/c/d/e/f",
    "EST5EDT,M3.2.0,M11.1.0",
    "tzone://Microsoft/../../UTC",
    "file:///etc/localtime",
    "a:../../../etc/passwd",
  };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++) {
    g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
    g_autofree char *found = read_one ("", zones[i], "20260701T120000", problems);

    g_test_message ("row %u: %s", i, zones[i]);
    g_assert_cmpstr (found, ==, "2026-07-01T03:00Z");
    g_assert_cmpuint (problems->len, ==, 1);
  }
}

/* --- zones of calendars -------------------------------------------------------------------- */

#define PART(kind, start, from, to, more)                                                          \
  "BEGIN:" kind "\nDTSTART:" start "\nTZOFFSETFROM:" from "\nTZOFFSETTO:" to "\n" more "END:" kind \
  "\n"
#define ZONE(name, parts) "BEGIN:VTIMEZONE\nTZID:" name "\n" parts "END:VTIMEZONE\n"
#define CENTRAL_EUROPE                                                                             \
  PART ("STANDARD", "16010101T030000", "+0200", "+0100",                                           \
        "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\n")                                    \
  PART ("DAYLIGHT", "16010101T020000", "+0100", "+0200",                                           \
        "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\n")

typedef struct {
  const char *name;
  const char *zone;
  const char *tzid;
  const char *local;
  const char *expected;
  guint n_problems;
} OwnRow;

static const OwnRow own_rows[] = {
  { "own-name-in-summer", ZONE ("Here", CENTRAL_EUROPE), "Here", "20260701T120000",
    "2026-07-01T10:00Z" },
  { "own-name-in-winter", ZONE ("Here", CENTRAL_EUROPE), "Here", "20260101T120000",
    "2026-01-01T11:00Z" },
  { "gap", ZONE ("Here", CENTRAL_EUROPE), "Here", "20260329T023000", "2026-03-29T01:30Z" },
  { "fold", ZONE ("Here", CENTRAL_EUROPE), "Here", "20261025T023000", "2026-10-25T00:30Z" },
  { "first-year-of-the-window", ZONE ("Here", CENTRAL_EUROPE), "Here", "20110101T120000",
    "2011-01-01T11:00Z" },
  { "last-year-of-the-window", ZONE ("Here", CENTRAL_EUROPE), "Here", "20301230T120000",
    "2030-12-30T11:00Z" },
  { "same-as-the-system", ZONE ("Europe/Paris", CENTRAL_EUROPE), "Europe/Paris", "20260701T120000",
    "2026-07-01T10:00Z" },
  { "name-of-windows-with-its-rules", ZONE ("Romance Standard Time", CENTRAL_EUROPE),
    "Romance Standard Time", "20260701T120000", "2026-07-01T10:00Z" },
  { "other-than-the-system",
    ZONE ("Europe/Paris", PART ("STANDARD", "19700101T000000", "+0900", "+0900", "")),
    "Europe/Paris", "20260701T120000", "2026-07-01T03:00Z" },
  { "other-than-the-system-for-an-hour-a-year",
    ZONE ("Europe/Paris",
          PART ("STANDARD",
                "19701025T040000",
                "+0200",
                "+0100",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\n")
              PART ("DAYLIGHT",
                    "19700329T020000",
                    "+0100",
                    "+0200",
                    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\n")),
    "Europe/Paris", "20261025T030100", "2026-10-25T01:01Z" },
  { "half-hours", ZONE ("X", PART ("STANDARD", "19700101T000000", "-0330", "-0330", "")), "X",
    "20260701T120000", "2026-07-01T15:30Z" },
  { "before-its-beginning", ZONE ("X", PART ("STANDARD", "20280101T000000", "+0300", "+0500", "")),
    "X", "20260701T120000", "2026-07-01T09:00Z" },
  { "dates",
    ZONE ("X",
          PART ("STANDARD",
                "20200101T000000",
                "+0100",
                "+0100",
                "RDATE:20251025T030000,20261024T030000\n")
              PART ("DAYLIGHT", "20200601T000000", "+0100", "+0200", "RDATE:20260601T000000\n")),
    "X", "20260901T120000", "2026-09-01T10:00Z" },
  { "rule-that-ended",
    ZONE ("X",
          PART ("STANDARD",
                "19701025T030000",
                "+0200",
                "+0100",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20151025T010000Z\n")
              PART ("DAYLIGHT",
                    "19700329T020000",
                    "+0100",
                    "+0200",
                    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20150329T010000Z\n")),
    "X", "20260701T120000", "2026-07-01T11:00Z" },
  { "folded-and-quoted", ZONE ("He\n re: a", CENTRAL_EUROPE), "\"Here: a\"", "20260701T120000",
    "2026-07-01T10:00Z" },
  { "path-with-its-rules", ZONE ("../../../etc/passwd", CENTRAL_EUROPE), "../../../etc/passwd",
    "20260701T120000", "2026-07-01T10:00Z" },
  { "behind-the-event-s-other-zone",
    ZONE ("Y", PART ("STANDARD", "19700101T000000", "+0900", "+0900", ""))
        ZONE ("Here", CENTRAL_EUROPE),
    "Here", "20260701T120000", "2026-07-01T10:00Z" },
  { "bomb",
    ZONE ("Europe/Paris",
          PART ("STANDARD", "19700101T000000", "+0000", "+0100", "RRULE:FREQ=MINUTELY\n")),
    "Europe/Paris", "20260701T120000", "2026-07-01T10:00Z", 1 },
  { "bomb-without-a-known-name",
    ZONE ("X", PART ("STANDARD", "19700101T000000", "+0000", "+0100", "RRULE:FREQ=DAILY\n")), "X",
    "20260701T120000", "2026-07-01T03:00Z", 1 },
  { "no-parts", ZONE ("X", ""), "X", "20260701T120000", "2026-07-01T03:00Z", 1 },
  { "no-offset", ZONE ("X", "BEGIN:STANDARD\nDTSTART:19700101T000000\nEND:STANDARD\n"), "X",
    "20260701T120000", "2026-07-01T03:00Z", 1 },
  { "offset-of-days", ZONE ("X", PART ("STANDARD", "19700101T000000", "+9900", "+9900", "")), "X",
    "20260701T120000", "2026-07-01T03:00Z", 1 },
};

static void
test_own_zone (gconstpointer data)
{
  const OwnRow *row = data;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *found = read_one (row->zone, row->tzid, row->local, problems);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("problem: %s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpstr (found, ==, row->expected);
  g_assert_cmpuint (problems->len, ==, row->n_problems);
}

/* 200 zones of 200 parts: what is used of them is paid for, in time of the processor, as others may
 * want it too. Nothing keeps time under valgrind: there a few must do, for what they do to memory.
 */
static void
test_many_zones_take_no_time (void)
{
  gboolean slow = g_getenv ("AUFAIT_VALGRIND") != NULL;
  guint n_zones = slow ? 10 : 200;
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *found = NULL;
  clock_t begun = clock ();

  for (guint i = 0; i < n_zones; i++) {
    g_string_append_printf (body, "BEGIN:VTIMEZONE\nTZID:Z%u\n", i);
    for (guint k = 0; k < 100; k++)
      g_string_append (body, CENTRAL_EUROPE);
    g_string_append (body, "END:VTIMEZONE\n");
  }
  for (guint i = 0; i < n_zones; i++)
    g_string_append_printf (
        body, "BEGIN:VEVENT\nUID:%u\nDTSTART;TZID=Z%u:20260701T120000\nEND:VEVENT\n", i, i);
  found = ical_text_read (body->str, problems);
  g_assert_true (g_str_has_prefix (found, "2026-07-01T10:00Z"));
  if (!slow)
    g_assert_cmpint (clock () - begun, <, 20 * CLOCKS_PER_SEC);
}

/* Zones that are in use stay when the names that files make up are forgotten. */
static void
test_made_up_names_are_forgotten (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *found = NULL;

  g_string_append (body, "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Europe/Paris:20260701T120000\n"
                         "RRULE:FREQ=DAILY;COUNT=2\nEND:VEVENT\n");
  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (
        body, "BEGIN:VEVENT\nUID:%u\nDTSTART;TZID=Made/Up%u:19990701T120000\nEND:VEVENT\n", i, i);
  g_string_append (body, "BEGIN:VEVENT\nUID:z\nDTSTART;TZID=Europe/Paris:20260703T120000\n"
                         "END:VEVENT\n");
  found = ical_text_read (body->str, problems);
  g_assert_cmpstr (found, ==,
                   "2026-07-01T10:00Z 2026-07-01T10:00Z \n"
                   "2026-07-02T10:00Z 2026-07-02T10:00Z \n"
                   "2026-07-03T10:00Z 2026-07-03T10:00Z  (once)");
  g_assert_cmpuint (problems->len, ==, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ical-zones/of-the-system", test_zones_of_the_system);
  g_test_add_func ("/ical-zones/unknown-ones-are-local-and-said",
                   test_unknown_zones_are_local_and_said);
  for (guint i = 0; i < G_N_ELEMENTS (own_rows); i++) {
    g_autofree char *path = g_strconcat ("/ical-zones/own/", own_rows[i].name, NULL);

    g_test_add_data_func (path, &own_rows[i], test_own_zone);
  }
  g_test_add_func ("/ical-zones/many-take-no-time", test_many_zones_take_no_time);
  g_test_add_func ("/ical-zones/made-up-names-are-forgotten", test_made_up_names_are_forgotten);
  return g_test_run ();
}
