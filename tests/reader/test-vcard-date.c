/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-date.h"

static const struct {
  const char *text;
  const char *omitted;
  const char *date;
} valid[] = {
  { "1996-04-15", "", "1996-04-15" },
  { "19960415", "", "1996-04-15" },
  { "--0415", "", "--04-15" },
  { "--04-15", "", "--04-15" },
  { "  1996-04-15 ", "", "1996-04-15" },
  { "1996-04-15T10:22:00Z", "", "1996-04-15" },
  { "20090808T1430-0500", "", "2009-08-08" },
  { "--0415T10", "", "--04-15" },
  { "1996-04-15 00:00:00", "", "1996-04-15" },
  { "1984-02-29", "", "1984-02-29" },
  { "--0229", "", "--02-29" },
  { "1604-05-09", "1604", "--05-09" },
  { "1604-02-29", "1604", "--02-29" },
  { "1604-05-09", "", "--05-09" },
  { "1804-05-09", "1804", "--05-09" },
  { "1984-05-09", "1604", "1984-05-09" },
  { "1984-05-09", "x", "1984-05-09" },
  { "0000-05-09", "", "--05-09" },
  { "2000-02-29", "", "2000-02-29" },
  { "1996-4-5", "", "1996-04-05" },
  { "1996-04-5", "", "1996-04-05" },
  { "1996-4-15T10:22:00Z", "", "1996-04-15" },
  { "1604-5-9", "1604", "--05-09" },
  { "--4-15", "", "--04-15" },
  { "15.04.1996", "", "1996-04-15" },
  { "5.4.1996", "", "1996-04-05" },
  { "05.4.1996 00:00", "", "1996-04-05" },
  { "29.2.1604", "", "--02-29" },
};

static const struct {
  const char *text;
  AufaitVcardDateFault fault;
} invalid[] = {
  { "", AUFAIT_VCARD_DATE_UNREADABLE },
  { "---15", AUFAIT_VCARD_DATE_INCOMPLETE },
  { "1996-04", AUFAIT_VCARD_DATE_INCOMPLETE },
  { "1996", AUFAIT_VCARD_DATE_INCOMPLETE },
  { "--04", AUFAIT_VCARD_DATE_INCOMPLETE },
  { "T102200", AUFAIT_VCARD_DATE_INCOMPLETE },
  { "1996-04T10", AUFAIT_VCARD_DATE_UNREADABLE },
  { "circa 1800", AUFAIT_VCARD_DATE_UNREADABLE },
  { "15/04/1996", AUFAIT_VCARD_DATE_UNREADABLE },
  { "1996/04/15", AUFAIT_VCARD_DATE_UNREADABLE },
  { "1996.04.15", AUFAIT_VCARD_DATE_UNREADABLE },
  { "15.04.96", AUFAIT_VCARD_DATE_UNREADABLE },
  { "15.04.", AUFAIT_VCARD_DATE_UNREADABLE },
  { "15.04.19960", AUFAIT_VCARD_DATE_UNREADABLE },
  { "115.4.1996", AUFAIT_VCARD_DATE_UNREADABLE },
  { "15-04-1996", AUFAIT_VCARD_DATE_UNREADABLE },
  { "1996-0415", AUFAIT_VCARD_DATE_UNREADABLE },
  { "199604-15", AUFAIT_VCARD_DATE_UNREADABLE },
  { "1996-4-", AUFAIT_VCARD_DATE_UNREADABLE },
  { "1996415", AUFAIT_VCARD_DATE_UNREADABLE },
  { "--415", AUFAIT_VCARD_DATE_UNREADABLE },
  { "19960415x", AUFAIT_VCARD_DATE_UNREADABLE },
  { "1996-04-155", AUFAIT_VCARD_DATE_UNREADABLE },
  { "-1996-04-15", AUFAIT_VCARD_DATE_UNREADABLE },
  { "١٩٩٦-٠٤-١٥", AUFAIT_VCARD_DATE_UNREADABLE },
  { "--", AUFAIT_VCARD_DATE_UNREADABLE },
  { "1996-02-30", AUFAIT_VCARD_DATE_IMPOSSIBLE },
  { "1985-02-29", AUFAIT_VCARD_DATE_IMPOSSIBLE },
  { "1996-13-01", AUFAIT_VCARD_DATE_IMPOSSIBLE },
  { "1996-00-10", AUFAIT_VCARD_DATE_IMPOSSIBLE },
  { "--0230", AUFAIT_VCARD_DATE_IMPOSSIBLE },
  { "--04-31", AUFAIT_VCARD_DATE_IMPOSSIBLE },
  { "1900-02-29", AUFAIT_VCARD_DATE_IMPOSSIBLE },
  { "31.4.1996", AUFAIT_VCARD_DATE_IMPOSSIBLE },
  { "4.15.1996", AUFAIT_VCARD_DATE_IMPOSSIBLE },
};

static void
test_reads_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    AufaitVcardDateFault fault = AUFAIT_VCARD_DATE_UNREADABLE;
    g_autofree char *date = aufait_vcard_date_read (
        aufait_vcard_span_new (valid[i].text), aufait_vcard_span_new (valid[i].omitted), &fault);

    g_test_message ("valid %u: %s", i, valid[i].text);
    g_assert_cmpstr (date, ==, valid[i].date);
    g_assert_cmpint (fault, ==, AUFAIT_VCARD_DATE_READ);
  }
}

static void
test_guesses_nothing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    AufaitVcardSpan text = aufait_vcard_span_new (invalid[i].text), none = { NULL, 0 };
    AufaitVcardDateFault fault = AUFAIT_VCARD_DATE_READ;

    g_test_message ("invalid %u: %s", i, invalid[i].text);
    g_assert_null (aufait_vcard_date_read (text, none, &fault));
    g_assert_null (aufait_vcard_date_read (text, none, NULL));
    g_assert_cmpint (fault, ==, invalid[i].fault);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vcard-date/reads-days", test_reads_days);
  g_test_add_func ("/vcard-date/guesses-nothing", test_guesses_nothing);
  return g_test_run ();
}
