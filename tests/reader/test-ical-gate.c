/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the gate lets through, and that it takes no longer than the length of the text allows. */
#include "config.h"

#include "aufait-ical-gate.h"

#include <string.h>

#include "aufait-vcard-lines.h"
#include "ical-text.h"

typedef struct {
  GString *text;
  GPtrArray *problems;
  AufaitVcardReport report;
  AufaitIcalGate *gate;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->text = g_string_new ("BEGIN:VCALENDAR\n");
  fixture->problems = g_ptr_array_new_with_free_func (g_free);
  fixture->report.problems = fixture->problems;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_string_free (fixture->text, TRUE);
  g_ptr_array_unref (fixture->problems);
  g_clear_pointer (&fixture->gate, aufait_ical_gate_free);
}

static void
append_times (Fixture *fixture, const char *text, guint count)
{
  for (guint i = 0; i < count; i++)
    g_string_append (fixture->text, text);
}

/* How many events pass. */
static guint
pass (Fixture *fixture)
{
  fixture->gate =
      aufait_ical_gate_read (fixture->text->str, fixture->text->len, NULL, NULL, &fixture->report);
  return fixture->gate->events->len;
}

static const AufaitIcalComponent *
get_event (Fixture *fixture, guint index)
{
  return g_ptr_array_index (fixture->gate->events, index);
}

static void
test_keeps_what_is_wanted (Fixture *fixture, gconstpointer data)
{
  const AufaitVcardProperty *summary;

  g_string_append (fixture->text,
                   "X-WR-CALNAME:c\nBEGIN:VEVENT\nUID:1\nATTACH;ENCODING=BASE64:AAAA\nsummary;X=1:"
                   "Lun\n ch\nDUE:x\nBEGIN:VALARM\nSUMMARY:no\nEND:VALARM\nATTENDEE:mailto:a@b\n"
                   "ATTENDEE:mailto:c@d\nEND:VEVENT\nEND:VCALENDAR\n");
  g_assert_cmpuint (pass (fixture), ==, 1);
  g_assert_cmpuint (get_event (fixture, 0)->properties->len, ==, 4);
  g_assert_cmpuint (get_event (fixture, 0)->line, ==, 3);
  summary = aufait_ical_component_find (get_event (fixture, 0), AUFAIT_ICAL_SUMMARY);
  g_assert_true (aufait_vcard_span_is (summary->value, "Lunch"));
  g_assert_null (aufait_ical_component_find (get_event (fixture, 0), AUFAIT_ICAL_DTSTART));
  g_assert_cmpuint (fixture->problems->len, ==, 0);
}

#define DEEP  "BEGIN:X\nBEGIN:X\nBEGIN:X\nBEGIN:X\nBEGIN:X\nBEGIN:X\nBEGIN:X\nBEGIN:X\n"
#define EVENT "BEGIN:VEVENT\nUID:1\nEND:VEVENT\n"

/* A file that was copied in part; what stands before the cut is read. */
static const struct {
  const char *text;
  guint n_events;
  const char *problem; /* NULL: none */
} cut[] = {
  { "BEGIN:VCALENDAR\n" EVENT "END:VCALENDAR\n", 1, NULL },
  { "BEGIN:VCALENDAR\n" EVENT "END:VCALENDAR", 1, NULL },
  { "BEGIN:VCALENDAR\n" EVENT DEEP DEEP DEEP "END:VCALENDAR\nBEGIN:VCALENDAR\n" EVENT
    "END:VCALENDAR\n",
    2, NULL },
  { "BEGIN:VCALENDAR\nVERSION:2.0", 0, "Line 1: what begins there has no end." },
  { "BEGIN:VCALENDAR\nVERSION:2.0\n" EVENT, 1, "Line 1: what begins there has no end." },
  { "BEGIN:VCALENDAR\n" EVENT EVENT "END:VCAL", 2, "Line 1: what begins there has no end." },
  { "BEGIN:VCALENDAR\n" EVENT "BEGIN:VEVENT\nUID:2\n", 1, "Line 5: what begins there has no end." },
  { "BEGIN:VCALENDAR\n" EVENT "BEGIN:VTODO\nUID:2\n", 1, "Line 1: what begins there has no end." },
  { "BEGIN:VCALENDAR\n" EVENT "END:VCALENDAR\nBEGIN:VCALENDAR\n" EVENT, 2,
    "Line 6: what begins there has no end." },
  { "BEGIN:VCALENDAR\n" EVENT "BEGIN:VCALENDAR\n" EVENT "END:VCALENDAR\n", 2,
    "Line 1: what begins there has no end." },
};

static void
test_says_that_a_calendar_has_no_end (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cut); i++) {
    g_test_message ("row %u", i);
    g_string_assign (fixture->text, cut[i].text);
    g_ptr_array_set_size (fixture->problems, 0);
    fixture->report.count = 0;
    g_assert_cmpuint (pass (fixture), ==, cut[i].n_events);
    g_assert_cmpuint (fixture->problems->len, ==, cut[i].problem != NULL ? 1 : 0);
    if (cut[i].problem != NULL)
      g_assert_cmpstr (fixture->problems->pdata[0], ==, cut[i].problem);
    g_clear_pointer (&fixture->gate, aufait_ical_gate_free);
  }
}

static const struct {
  const char *line;
  const char *problem; /* NULL: none */
} checked[] = {
  { "SEQUENCE:12", NULL },
  { "SEQUENCE:1a", "Line 3: SEQUENCE was not understood." },
  { "SEQUENCE:", "Line 3: SEQUENCE was not understood." },
  /* of no use to anybody here */
  { "CREATED:00001231T000000Z\nLAST-MODIFIED:rubbish\nDTSTAMP:now", NULL },
  { "GEO:48.85\\;2.29\nPRIORITY:high", NULL },
  { "X-GEO:abc\nCLASS:x\nURL:x", NULL },
  { "BEGIN:VALARM\nSEQUENCE:x\nX-LIC-ERROR:y\nEND:VALARM", NULL },
  { "X-LIC-ERROR;X-LIC-ERRORTYPE=VALUE-PARSE-ERROR:No value for GEO\\, it said",
    "Line 3: another program has left out what it could not read there: “No value for GEO\\, it "
    "said”" },
};

static void
test_says_what_is_broken (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (checked); i++) {
    g_string_printf (fixture->text,
                     "BEGIN:VCALENDAR\nBEGIN:VEVENT\n%s\nEND:VEVENT\nEND:VCALENDAR\n",
                     checked[i].line);
    g_test_message ("%s", checked[i].line);
    g_ptr_array_set_size (fixture->problems, 0);
    fixture->report.count = 0;
    g_assert_cmpuint (pass (fixture), ==, 1);
    g_assert_cmpuint (fixture->problems->len, ==, checked[i].problem != NULL ? 1 : 0);
    if (checked[i].problem != NULL)
      g_assert_cmpstr (fixture->problems->pdata[0], ==, checked[i].problem);
    g_clear_pointer (&fixture->gate, aufait_ical_gate_free);
  }
}

/* In a hundred events it is one fault of one program. */
static void
test_says_it_once_a_file (Fixture *fixture, gconstpointer data)
{
  append_times (fixture, "BEGIN:VEVENT\nGEO:x\nSEQUENCE:x\nX-LIC-ERROR:y\nEND:VEVENT\n", 100);
  g_string_append (fixture->text, "END:VCALENDAR\n");
  g_assert_cmpuint (pass (fixture), ==, 100);
  g_assert_cmpuint (fixture->problems->len, ==, 2);
}

static void
test_knows_each_calendar (Fixture *fixture, gconstpointer data)
{
  g_string_append (fixture->text, "METHOD:CANCEL\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n"
                                  "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nEND:VEVENT\n"
                                  "END:VCALENDAR\n");
  g_assert_cmpuint (pass (fixture), ==, 2);
  g_assert_true (
      g_array_index (fixture->gate->cancels, gboolean, get_event (fixture, 0)->calendar));
  g_assert_false (
      g_array_index (fixture->gate->cancels, gboolean, get_event (fixture, 1)->calendar));
}

static void
test_needs_a_calendar (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "", "\n", "BEGIN:VEVENT\nEND:VEVENT\n", "hello", "BEGIN:VCARD\nFN:x\nEND:VCARD\n", "\0\0\0\0"
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_string_assign (fixture->text, texts[i]);
    g_assert_cmpuint (pass (fixture), ==, 0);
    g_assert_cmpuint (fixture->problems->len, ==, i + 1);
    g_clear_pointer (&fixture->gate, aufait_ical_gate_free);
  }
}

static void
test_nesting_is_limited (Fixture *fixture, gconstpointer data)
{
  append_times (fixture, "BEGIN:X\n", 100000);
  g_string_append (fixture->text, "BEGIN:VEVENT\nUID:deep\nEND:VEVENT\n");
  append_times (fixture, "END:X\n", 100000);
  g_string_append (fixture->text, "BEGIN:VEVENT\nUID:flat\nEND:VEVENT\nEND:VCALENDAR\n");
  g_assert_cmpuint (pass (fixture), ==, 1);
}

static void
test_ends_that_belong_to_nothing_do_no_harm (Fixture *fixture, gconstpointer data)
{
  g_string_append (fixture->text,
                   "END:VEVENT\nEND:X\nEND:STANDARD\nBEGIN:VEVENT\nUID:1\nEND:VTIMEZONE\nEND:X\n"
                   "SUMMARY:s\nEND:VEVENT\nEND:VCALENDAR\nEND:VCALENDAR\n");
  g_assert_cmpuint (pass (fixture), ==, 1);
  g_assert_nonnull (aufait_ical_component_find (get_event (fixture, 0), AUFAIT_ICAL_SUMMARY));
}

static void
test_long_lines_are_cut_or_left_out (Fixture *fixture, gconstpointer data)
{
  const AufaitVcardProperty *text;

  g_string_append (fixture->text, "BEGIN:VEVENT\nDESCRIPTION:");
  append_times (fixture, "x", 4 * 1024 * 1024);
  g_string_append (fixture->text, "\nDTSTART:");
  append_times (fixture, "2", 4 * 1024 * 1024);
  g_string_append (fixture->text, "\nUID:u\nEND:VEVENT\nEND:VCALENDAR\n");
  g_assert_cmpuint (pass (fixture), ==, 1);
  text = aufait_ical_component_find (get_event (fixture, 0), AUFAIT_ICAL_DESCRIPTION);
  g_assert_cmpuint (text->value.length, <=, AUFAIT_VCARD_LINES_MAX);
  g_assert_null (aufait_ical_component_find (get_event (fixture, 0), AUFAIT_ICAL_DTSTART));
  g_assert_nonnull (aufait_ical_component_find (get_event (fixture, 0), AUFAIT_ICAL_UID));
  g_assert_cmpuint (fixture->problems->len, ==, 1);
}

static void
test_repeats_are_limited (Fixture *fixture, gconstpointer data)
{
  g_string_append (fixture->text, "BEGIN:VEVENT\n");
  append_times (fixture, "DTSTART:xxx\n", 100000);
  append_times (fixture, "EXDATE:xxx\n", 100000);
  g_string_append (fixture->text, "END:VEVENT\nEND:VCALENDAR\n");
  g_assert_cmpuint (pass (fixture), ==, 1);
  g_assert_cmpuint (get_event (fixture, 0)->properties->len, ==, 1 + AUFAIT_ICAL_GATE_REPEATS_MAX);
  g_assert_cmpuint (fixture->problems->len, ==, AUFAIT_VCARD_REPORT_MAX);
}

static void
test_events_are_limited (Fixture *fixture, gconstpointer data)
{
  append_times (fixture, "BEGIN:VEVENT\nEND:VEVENT\n", AUFAIT_ICAL_GATE_EVENTS_MAX + 5);
  g_string_append (fixture->text, "END:VCALENDAR\n");
  g_assert_cmpuint (pass (fixture), ==, AUFAIT_ICAL_GATE_EVENTS_MAX);
  g_assert_cmpuint (fixture->problems->len, ==, 1);
}

static void
test_zones_are_limited (Fixture *fixture, gconstpointer data)
{
  const AufaitIcalComponent *zone;

  g_string_append (fixture->text, "BEGIN:VTIMEZONE\nTZID:z\n");
  append_times (fixture, "BEGIN:STANDARD\nTZOFFSETTO:+0100\nEND:STANDARD\n", 1000);
  g_string_append (fixture->text, "END:VTIMEZONE\n");
  append_times (fixture, "BEGIN:VTIMEZONE\nEND:VTIMEZONE\n", 1000);
  g_string_append (fixture->text, "BEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n");
  g_assert_cmpuint (pass (fixture), ==, 1);
  g_assert_cmpuint (fixture->gate->zones->len, ==, AUFAIT_ICAL_GATE_ZONES_MAX);
  zone = g_ptr_array_index (fixture->gate->zones, 0);
  g_assert_cmpuint (zone->parts->len, ==, AUFAIT_ICAL_GATE_PARTS_MAX);
}

static void
test_bears_any_bytes (Fixture *fixture, gconstpointer data)
{
  GRand *random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 2000; i++)
    g_string_append_c (fixture->text, (char) g_rand_int_range (random, 0, 256));
  g_string_append (fixture->text,
                   "\nBEGIN:VEVENT\nUID:\xff\xfe\nSUMMARY\nEND:VEVENT\nEND:VCALENDAR");
  g_assert_cmpuint (pass (fixture), ==, 1);
  g_rand_free (random);
}

/* What would cost more than its length: 4 MiB of it are read all the same; less under valgrind,
 * where every line costs fifty times as much. */
static void
test_large_files_take_no_time (void)
{
  static const struct {
    const char *head;
    const char *repeated;
  } texts[] = {
    { "", "BEGIN:VEVENT\nUID:u\nDTSTART:20260601T100000Z\nEND:VEVENT\n" },
    { "", "BEGIN:VEVENT\nUID:u\nRECURRENCE-ID:20260601T100000Z\nDTSTART:20260601\nEND:VEVENT\n" },
    { "", "BEGIN:VEVENT\nDTSTART:20260601\nRRULE:FREQ=DAILY\nEND:VEVENT\n" },
    { "BEGIN:VEVENT\nDTSTART:20260601T100000Z\nRRULE:FREQ=DAILY\n", "EXDATE:20260602T100000Z\n" },
    { "BEGIN:VEVENT\nDTSTART:20260601T100000Z\nRRULE:FREQ=DAILY\nEXDATE:", "20260602T100000Z,\n " },
    { "BEGIN:VEVENT\nDTSTART:20260601T100000Z\nRDATE:", "20260602T100000Z,\n " },
    { "BEGIN:VEVENT\nDTSTART:20260601\nDESCRIPTION:", "x\n " },
    { "BEGIN:VEVENT\nDTSTART:20260601\n", "ATTENDEE;CN=a:mailto:a@b\n" },
    { "BEGIN:VEVENT\nDTSTART;", "TZID=a;" },
    { "BEGIN:VEVENT\nDTSTART:20260601\nRRULE:", "FREQ=DAILY;" },
    { "BEGIN:VEVENT\nDTSTART:20260601\nSUMMARY:", "\\n" },
    { "", "\r" },
    { "", " \n" },
    { "", "BEGIN:" },
    { "", "END:VCALENDAR\nBEGIN:VCALENDAR\n" },
  };
  gsize size = g_getenv ("AUFAIT_VALGRIND") != NULL ? 512 * 1024 : 4 * 1024 * 1024;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GString) body = g_string_new (texts[i].head);
    g_autofree char *found = NULL;
    gint64 begun = g_get_monotonic_time ();

    while (body->len < size)
      g_string_append (body, texts[i].repeated);
    g_string_append (body, "\nEND:VEVENT\n");
    found = ical_text_read_in (body->str, "2026-06-01", "2026-06-03", "UTC", NULL);
    g_test_message ("row %u: %" G_GINT64_FORMAT " ms", i, (g_get_monotonic_time () - begun) / 1000);
    g_assert_cmpint (g_get_monotonic_time () - begun, <, 60 * G_USEC_PER_SEC);
  }
}

#define ADD(path, func) g_test_add ("/ical-gate/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("keeps-what-is-wanted", test_keeps_what_is_wanted);
  ADD ("says-that-a-calendar-has-no-end", test_says_that_a_calendar_has_no_end);
  ADD ("says-what-is-broken", test_says_what_is_broken);
  ADD ("says-it-once-a-file", test_says_it_once_a_file);
  ADD ("knows-each-calendar", test_knows_each_calendar);
  ADD ("needs-a-calendar", test_needs_a_calendar);
  ADD ("nesting-is-limited", test_nesting_is_limited);
  ADD ("ends-that-belong-to-nothing-do-no-harm", test_ends_that_belong_to_nothing_do_no_harm);
  ADD ("long-lines-are-cut-or-left-out", test_long_lines_are_cut_or_left_out);
  ADD ("repeats-are-limited", test_repeats_are_limited);
  ADD ("events-are-limited", test_events_are_limited);
  ADD ("zones-are-limited", test_zones_are_limited);
  ADD ("bears-any-bytes", test_bears_any_bytes);
  g_test_add_func ("/ical-gate/large-files-take-no-time", test_large_files_take_no_time);
  return g_test_run ();
}
