/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-property.h"

static const struct {
  const char *line;
  const char *group;
  const char *name;
  const char *parameters;
  const char *value;
} valid[] = {
  { "FN:a", "", "FN", "", "a" },
  { "FN:", "", "FN", "", "" },
  { "fn:a:b;c", "", "fn", "", "a:b;c" },
  { "item1.EMAIL;TYPE=WORK:a@b", "item1", "EMAIL", "TYPE=WORK", "a@b" },
  { "a.b.TEL:1", "a.b", "TEL", "", "1" },
  { "TEL;CELL;VOICE:1", "", "TEL", "CELL;VOICE", "1" },
  { "X;A=\"b:c;d\":e", "", "X", "A=\"b:c;d\"", "e" },
  { "X;A=\"b:e", "", "X", "A=\"b", "e" },
  { "X;A=b\"c:d\":e", "", "X", "A=b\"c:d\"", "e" },
  { "X;:e", "", "X", "", "e" },
  { " FN :a", "", "FN", "", "a" },
  /* of a time the colon is where a day stands behind it */
  { "DTSTART;TZID=tzone://Microsoft/Utc:20260701T100000", "", "DTSTART",
    "TZID=tzone://Microsoft/Utc", "20260701T100000" },
  { "dtend;TZID=(UTC+01:00) Paris: 20260701T100000", "", "dtend", "TZID=(UTC+01:00) Paris",
    " 20260701T100000" },
  { "EXDATE;TZID=a:b:20260701,20260702", "", "EXDATE", "TZID=a:b", "20260701,20260702" },
  { "RDATE;TZID=\"a:20260701\":20260702", "", "RDATE", "TZID=\"a:20260701\"", "20260702" },
  { "RECURRENCE-ID;X=a:20260701:20260702", "", "RECURRENCE-ID", "X=a", "20260701:20260702" },
  { "DTSTART;TZID=tzone://Microsoft/Utc:never", "", "DTSTART", "TZID=tzone",
    "//Microsoft/Utc:never" },
  { "DTSTART;TZID=a:b:2026070", "", "DTSTART", "TZID=a", "b:2026070" },
  { "SUMMARY;ALTREP=a:b:20260701", "", "SUMMARY", "ALTREP=a", "b:20260701" },
  { "\xef\xbb\xbf"
    "BEGIN:VCARD",
    "", "BEGIN", "", "VCARD" },
};

static const char *const invalid[] = {
  "", "FN", "FN;A=b", ":a", " :a", "item1.:a", "FN;A=\"b", ";A=b:c", "garbage without one",
};

static void
assert_span (AufaitVcardSpan span, const char *text)
{
  g_assert_cmpmem (span.text, span.length, text, strlen (text));
}

static void
test_takes_lines_apart (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    AufaitVcardProperty property;

    g_test_message ("valid %u", i);
    g_assert_true (
        aufait_vcard_property_parse (aufait_vcard_span_new (valid[i].line), 7, &property));
    assert_span (property.group, valid[i].group);
    assert_span (property.name, valid[i].name);
    assert_span (property.parameters, valid[i].parameters);
    assert_span (property.value, valid[i].value);
    g_assert_cmpuint (property.line, ==, 7);
  }
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    AufaitVcardProperty property = { .line = 42 };

    g_test_message ("invalid %u", i);
    g_assert_false (aufait_vcard_property_parse (aufait_vcard_span_new (invalid[i]), 7, &property));
    g_assert_cmpuint (property.line, ==, 42);
  }
}

static AufaitVcardProperty
parse (const char *line)
{
  AufaitVcardProperty property;

  g_assert_true (aufait_vcard_property_parse (aufait_vcard_span_new (line), 1, &property));
  return property;
}

static void
test_reads_parameters (void)
{
  static const struct {
    const char *line;
    const char *value; /* of the parameter A */
  } rows[] = {
    { "X:a", NULL },
    { "X;B=c:a", NULL },
    { "X;A:a", NULL },
    { "X;A=b:a", "b" },
    { "X;a=b:a", "b" },
    { "X; A = b :a", "b" },
    { "X;B=c;A=b;A=d:a", "b" },
    { "X;A=\"b;c:d\":a", "b;c:d" },
    { "X;A=b=c:a", "b=c" },
    { "X;A=:a", "" },
    { "X;A=^'b^'^^^nc^x:a", "\"b\"^ c^x" },
    { "X;A=b^:a", "b^" },
    { "X;A=\"b^':a\":a", "b\":a" },
    { "X;;;A=b:a", "b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    AufaitVcardProperty property = parse (rows[i].line);
    g_autofree char *value = aufait_vcard_property_dup_parameter (&property, "A");

    g_test_message ("row %u", i);
    g_assert_cmpstr (value, ==, rows[i].value);
  }
}

static void
test_finds_words_in_lists (void)
{
  static const char *const with[] = {
    "X;TYPE=HOME:a",           "X;type=home:a", "X;TYPE=WORK,HOME:a",      "X;TYPE=\"work,home\":a",
    "X;TYPE=WORK;TYPE=HOME:a", "X;CELL;HOME:a", "X;TYPE=\"home\",\"x\":a", "X;TYPE=work, home:a",
  };
  static const char *const without[] = {
    "X:a", "X;TYPE=HOMES:a", "X;TYPE=HOM:a", "X;KIND=HOME:a", "X;TYPE=:a", "X:HOME",
  };

  for (guint i = 0; i < G_N_ELEMENTS (with); i++) {
    AufaitVcardProperty property = parse (with[i]);

    g_test_message ("with %u", i);
    g_assert_true (aufait_vcard_property_has (&property, "TYPE", "HOME"));
  }
  for (guint i = 0; i < G_N_ELEMENTS (without); i++) {
    AufaitVcardProperty property = parse (without[i]);

    g_test_message ("without %u", i);
    g_assert_false (aufait_vcard_property_has (&property, "TYPE", "HOME"));
  }
}

static void
test_ranks_by_preference (void)
{
  static const struct {
    const char *line;
    guint preference;
  } rows[] = {
    { "X:a", AUFAIT_VCARD_PROPERTY_LEAST },
    { "X;TYPE=home:a", AUFAIT_VCARD_PROPERTY_LEAST },
    { "X;PREF=1:a", 1 },
    { "X;PREF=\"20\":a", 20 },
    { "X;PREF=100:a", 100 },
    { "X;PREF=0:a", 1 },
    { "X;PREF=999:a", 100 },
    { "X;TYPE=home,pref:a", 1 },
    { "X;PREF:a", 1 },
    { "X;PREF=99999999999:a", AUFAIT_VCARD_PROPERTY_LEAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    AufaitVcardProperty property = parse (rows[i].line);

    g_test_message ("row %u", i);
    g_assert_cmpuint (aufait_vcard_property_get_preference (&property), ==, rows[i].preference);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vcard-property/takes-lines-apart", test_takes_lines_apart);
  g_test_add_func ("/vcard-property/reads-parameters", test_reads_parameters);
  g_test_add_func ("/vcard-property/finds-words-in-lists", test_finds_words_in_lists);
  g_test_add_func ("/vcard-property/ranks-by-preference", test_ranks_by_preference);
  return g_test_run ();
}
