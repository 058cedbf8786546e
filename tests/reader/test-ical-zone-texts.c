/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A zone that was read before is what it is when it is read anew. */
#include "config.h"

#include "aufait-ical-zone-texts.h"

#include <string.h>

#include "aufait-ical-gate.h"

#define PART "BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\n"
#define DEEP                                                                                       \
  "BEGIN:A\nBEGIN:B\nBEGIN:C\nBEGIN:D\nBEGIN:E\nBEGIN:F\nBEGIN:G\nBEGIN:H\nBEGIN:I\nBEGIN:J\n"     \
  "BEGIN:K\nBEGIN:L\nBEGIN:M\nBEGIN:N\nBEGIN:O\n"
#define ZONE "TZID:Here\n" PART "END:STANDARD\nEND:VTIMEZONE\n"

static const char *const whole[] = {
  ZONE,
  "TZID:Here\r\n\r\nBEGIN:STANDARD\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
  "TZID:He\n re\nX-ANYTHING:\n " PART "END:STANDARD\nEND:VTIMEZONE\n",
  "BEGIN:X-MORE\nTZID:There\nEND:X-MORE\nTZID:Here\nEND:VTIMEZONE\n",
};

static const char *const not_whole[] = {
  "X-TEXT;ENCODING=QUOTED-PRINTABLE:=\nEND:VTIMEZONE\n",
  "TZID:Here\nTZID:There\nEND:VTIMEZONE\n",
  "TZID:Here\n" PART "nonsense\nEND:STANDARD\nEND:VTIMEZONE\n",
  "END:VTIMEZONE\nMETHOD:CANCEL\nX:\nEND:VTIMEZONE\n",
  "end:vtimezone\nBEGIN:X-MORE\nEND:VTIMEZONE\n",
  "end:vtimezone\nBEGIN:VTIMEZONE\n" ZONE,
  "END:VCALENDAR\nBEGIN:VCALENDAR\nBEGIN:VTIMEZONE\n" ZONE,
  "end:vtimezone\nBEGIN:VEVENT\nUID:u\nEND:VEVENT\nEND:VTIMEZONE\n",
  "end:vtimezone\nEND:VCALENDAR\nEND:VTIMEZONE\n",
  DEEP "END:VTIMEZONE\n",
};

/* They are whole, or none, only by what is behind them. */
static const char *const others[] = {
  "",
  "TZID:Here\n",
  "TZID:Here\nEND:VTIMEZONE\n TZID:There\n",
  "TZID:Here\nEND:VTIMEZONE",
  "TZID:Here\rEND:VTIMEZONE\r",
  "TZID:Here\r\r\nEND:VTIMEZONE\r\r\n",
};

static AufaitIcalComponent *
find (AufaitIcalZoneTexts *texts, const char *text, guint *ret_n_lines)
{
  g_autofree char *copy = g_strdup (text);

  return aufait_ical_zone_texts_find (aufait_vcard_span_new (copy), ret_n_lines, texts);
}

static void
test_a_whole_zone_is_read_once (void)
{
  static const guint n_lines[] = { 7, 5, 9, 5 };
  g_autoptr (AufaitIcalZoneTexts) texts = aufait_ical_zone_texts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++) {
    guint n_first = 0, n_second = 0;
    g_autoptr (AufaitIcalComponent) first = find (texts, whole[i], &n_first);
    g_autoptr (AufaitIcalComponent) second = find (texts, whole[i], &n_second);
    const AufaitVcardProperty *tzid;

    g_test_message ("row %u", i);
    g_assert_nonnull (first);
    g_assert_true (first == second);
    g_assert_cmpuint (n_first, ==, n_lines[i]);
    g_assert_cmpuint (n_second, ==, n_lines[i]);
    tzid = aufait_ical_component_find (first, AUFAIT_ICAL_TZID);
    g_assert_true (aufait_vcard_span_is (tzid->value, "Here"));
  }
}

static void
test_what_is_not_one_zone_is_not_kept (void)
{
  g_autoptr (AufaitIcalZoneTexts) texts = aufait_ical_zone_texts_new ();

  for (guint i = 0; i < 2 * G_N_ELEMENTS (not_whole); i++) {
    guint n_lines;

    g_test_message ("row %u", i % (guint) G_N_ELEMENTS (not_whole));
    g_assert_null (find (texts, not_whole[i % G_N_ELEMENTS (not_whole)], &n_lines));
  }
}

static void
test_many_are_forgotten (void)
{
  g_autoptr (AufaitIcalZoneTexts) texts = aufait_ical_zone_texts_new ();
  guint n_found = 0, n_lines;

  for (guint i = 0; i < 1000; i++) {
    g_autofree char *text = g_strdup_printf ("X-COUNT:%u\n" ZONE, i);
    g_autoptr (AufaitIcalComponent) zone = find (texts, text, &n_lines);

    n_found += zone != NULL;
  }
  g_assert_cmpuint (n_found, <, 1000);
  aufait_ical_zone_texts_trim (texts);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (AufaitIcalComponent) zone = find (texts, "X-COUNT:2000\n" ZONE, &n_lines);

    g_assert_nonnull (zone);
  }
}

/* --- in a file ------------------------------------------------------------------------------ */

static void
describe_component (GString *all, const AufaitIcalComponent *component)
{
  g_string_append_printf (all, "[%u", component->properties->len);
  for (guint i = 0; i < component->properties->len; i++) {
    const AufaitIcalProperty *property =
        &g_array_index (component->properties, AufaitIcalProperty, i);
    g_autofree char *value = aufait_vcard_span_dup (property->content.value);

    g_string_append_printf (all, " %d=%s", property->name, value);
  }
  for (guint i = 0; component->parts != NULL && i < component->parts->len; i++)
    describe_component (all, g_ptr_array_index (component->parts, i));
  g_string_append_c (all, ']');
}

static char *
describe (const char *text, AufaitIcalZoneTexts *texts)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  AufaitVcardReport report = { .problems = problems };
  g_autoptr (AufaitIcalGate) gate = aufait_ical_gate_read (
      text, strlen (text), texts != NULL ? aufait_ical_zone_texts_find : NULL, texts, &report);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < gate->zones->len; i++)
    describe_component (all, g_ptr_array_index (gate->zones, i));
  for (guint i = 0; i < gate->events->len; i++) {
    const AufaitIcalComponent *event = g_ptr_array_index (gate->events, i);

    g_string_append_printf (all, " event in %u at line %u ", event->calendar, event->line);
    describe_component (all, event);
  }
  for (guint i = 0; i < gate->cancels->len; i++)
    g_string_append (all, g_array_index (gate->cancels, gboolean, i) ? " cancels" : " calendar");
  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (all, "\n%s", (const char *) g_ptr_array_index (problems, i));
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
assert_the_same (AufaitIcalZoneTexts *texts, const char *zone)
{
  g_autofree char *file =
      g_strconcat ("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\n", zone,
                   "BEGIN:VEVENT\nUID:u\nnonsense\nEND:VEVENT\nBEGIN:VTIMEZONE\n" ZONE,
                   "BEGIN:VEVENT\nUID:v\nEND:VEVENT\nnonsense\nEND:VCALENDAR\n", NULL);
  g_autofree char *anew = describe (file, NULL);

  for (guint i = 0; i < 2; i++) {
    g_autofree char *again = describe (file, texts);

    g_assert_cmpstr (again, ==, anew);
  }
}

static void
test_a_file_says_the_same_when_it_is_read_again (void)
{
  g_autoptr (AufaitIcalZoneTexts) texts = aufait_ical_zone_texts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    assert_the_same (texts, whole[i]);
  for (guint i = 0; i < G_N_ELEMENTS (not_whole); i++)
    assert_the_same (texts, not_whole[i]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assert_the_same (texts, others[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ical-zone-texts/a-whole-zone-is-read-once", test_a_whole_zone_is_read_once);
  g_test_add_func ("/ical-zone-texts/what-is-not-one-zone-is-not-kept",
                   test_what_is_not_one_zone_is_not_kept);
  g_test_add_func ("/ical-zone-texts/many-are-forgotten", test_many_are_forgotten);
  g_test_add_func ("/ical-zone-texts/a-file-says-the-same-when-it-is-read-again",
                   test_a_file_says_the_same_when_it_is_read_again);

  return g_test_run ();
}
