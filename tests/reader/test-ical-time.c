/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-gate-tzid.h"
#include "aufait-ical-time.h"

static void
test_reads_times (void)
{
  static const struct {
    const char *text;
    const char *day;
    int secs;
    gboolean is_date;
    gboolean is_utc;
  } valid[] = {
    { "20260601", "2026-06-01", 0, TRUE, FALSE },
    { "20260601T093015", "2026-06-01", 34215, FALSE, FALSE },
    { "20260601T000000Z", "2026-06-01", 0, FALSE, TRUE },
    { "20260601t235960z", "2026-06-01", 86399, FALSE, TRUE },
    { " 20240229 ", "2024-02-29", 0, TRUE, FALSE },
    { "00010101T000000", "0001-01-01", 0, FALSE, FALSE },
    { "99991231", "9999-12-31", 0, TRUE, FALSE },
  };
  static const char *const invalid[] = { "",
                                         "2026",
                                         "2026-06-01",
                                         "20260230",
                                         "20260601T",
                                         "20260601T0930",
                                         "20260601T240000",
                                         "20260601T096000",
                                         "20260601T093061",
                                         "20260601X093000",
                                         "20260601T093000X",
                                         "20260601T09300Z",
                                         "00000101",
                                         "2026060a",
                                         "+2026061",
                                         "20260601T-10000" };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    AufaitIcalTime time;

    g_test_message ("row %u: %s", i, valid[i].text);
    g_assert_true (aufait_ical_time_parse (aufait_vcard_span_new (valid[i].text), &time));
    g_assert_cmpint (time.day, ==, aufait_day_parse (valid[i].day));
    g_assert_cmpint (time.secs, ==, valid[i].secs);
    g_assert_cmpint (time.is_date, ==, valid[i].is_date);
    g_assert_cmpint (time.is_utc, ==, valid[i].is_utc);
  }
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    AufaitIcalTime time;

    g_test_message ("row %u: %s", i, invalid[i]);
    g_assert_false (aufait_ical_time_parse (aufait_vcard_span_new (invalid[i]), &time));
  }
}

static void
test_local_seconds_come_back (void)
{
  static const char *const times[] = { "19700101T000000", "19691231T235959", "20260601T093015",
                                       "00010101T000000", "99991231T235959" };
  AufaitIcalTime time, back;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    g_assert_true (aufait_ical_time_parse (aufait_vcard_span_new (times[i]), &time));
    g_assert_true (aufait_ical_time_from_local (aufait_ical_time_get_local (&time), &time, &back));
    g_assert_cmpint (back.day, ==, time.day);
    g_assert_cmpint (back.secs, ==, time.secs);
  }
  g_assert_false (
      aufait_ical_time_from_local (aufait_ical_time_get_local (&time) + 1, &time, &back));
  g_assert_false (aufait_ical_time_from_local (-62135596801, &time, &back));
  g_assert_false (aufait_ical_time_from_local (G_MININT64 / 2, &time, &back));
}

static void
test_reads_lengths (void)
{
  static const struct {
    const char *text;
    gint64 days;
    gint64 secs;
  } valid[] = {
    { "PT1H30M", 0, 5400 }, { "P1D", 1, 0 },  { "P2W", 14, 0 },      { "P1DT2H", 1, 7200 },
    { "+PT15S", 0, 15 },    { "PT0S", 0, 0 }, { "p1dt1h", 1, 3600 }, { " PT24H ", 0, 86400 },
  };
  static const char *const invalid[] = { "",        "P",       "PT",  "1D",
                                         "-PT1H",   "P1",      "PD",  "P1H",
                                         "PT1D",    "PT1HT1M", "P1X", "P99999999999999999999W",
                                         "P40000D", "PT1H1" };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    AufaitIcalTimeLength length;

    g_test_message ("row %u: %s", i, valid[i].text);
    g_assert_true (aufait_ical_time_parse_length (aufait_vcard_span_new (valid[i].text), &length));
    g_assert_cmpint (length.days, ==, valid[i].days);
    g_assert_cmpint (length.secs, ==, valid[i].secs);
  }
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    AufaitIcalTimeLength length;

    g_test_message ("row %u: %s", i, invalid[i]);
    g_assert_false (aufait_ical_time_parse_length (aufait_vcard_span_new (invalid[i]), &length));
  }
}

static void
test_reads_offsets (void)
{
  static const struct {
    const char *text;
    gint64 secs;
  } valid[] = { { "+0200", 7200 }, { "-0330", -12600 }, { "+0000", 0 }, { "+053020", 19820 } };
  static const char *const invalid[] = {
    "", "0200", "+2", "+9900", "+0260", "+02:00", "+02000", "Z"
  };
  gint64 secs;

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    g_assert_true (aufait_ical_time_parse_offset (aufait_vcard_span_new (valid[i].text), &secs));
    g_assert_cmpint (secs, ==, valid[i].secs);
  }
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (aufait_ical_time_parse_offset (aufait_vcard_span_new (invalid[i]), &secs));
}

static void
test_names_of_files_look_like_zones (void)
{
  static const char *const valid[] = { "UTC",       "Europe/Paris",
                                       "Etc/GMT+8", "America/Argentina/Ushuaia",
                                       "EST5EDT",   "America/Port-au-Prince" };
  static const char *const invalid[] = {
    "",     "/",       "/UTC",
    "UTC/", "a//b",    "..",
    "../x", "a/../b",  "a/.b",
    ".",    "1a",      "+1",
    "a b",  "a/b/c/d", "a\nb",
    "é",    "a\\b",    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (aufait_ical_gate_tzid_check (aufait_vcard_span_new (valid[i])));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_test_message ("row %u: %s", i, invalid[i]);
    g_assert_false (aufait_ical_gate_tzid_check (aufait_vcard_span_new (invalid[i])));
  }
  g_assert_false (aufait_ical_gate_tzid_check ((AufaitVcardSpan){ "UTC\0x", 5 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ical-time/reads-times", test_reads_times);
  g_test_add_func ("/ical-time/local-seconds-come-back", test_local_seconds_come_back);
  g_test_add_func ("/ical-time/reads-lengths", test_reads_lengths);
  g_test_add_func ("/ical-time/reads-offsets", test_reads_offsets);
  g_test_add_func ("/ical-time/names-of-files-look-like-zones",
                   test_names_of_files_look_like_zones);
  return g_test_run ();
}
