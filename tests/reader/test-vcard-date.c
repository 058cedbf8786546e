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
};

static const struct {
  const char *text;
  gboolean is_impossible;
} invalid[] = {
  { "", FALSE },           { "---15", FALSE },
  { "1996-04", FALSE },    { "1996", FALSE },
  { "--04", FALSE },       { "circa 1800", FALSE },
  { "15/04/1996", FALSE }, { "15.04.1996", FALSE },
  { "1996/04/15", FALSE }, { "1996-4-15", FALSE },
  { "1996-0415", FALSE },  { "199604-15", FALSE },
  { "19960415x", FALSE },  { "1996-04-155", FALSE },
  { "T102200", FALSE },    { "-1996-04-15", FALSE },
  { "١٩٩٦-٠٤-١٥", FALSE }, { "--", FALSE },
  { "--4-15", FALSE },     { "1996-02-30", TRUE },
  { "1985-02-29", TRUE },  { "1996-13-01", TRUE },
  { "1996-00-10", TRUE },  { "--0230", TRUE },
  { "--04-31", TRUE },     { "1900-02-29", TRUE },
};

static void
test_reads_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    gboolean is_impossible = TRUE;
    g_autofree char *date =
        aufait_vcard_date_read (aufait_vcard_span_new (valid[i].text),
                                aufait_vcard_span_new (valid[i].omitted), &is_impossible);

    g_test_message ("valid %u: %s", i, valid[i].text);
    g_assert_cmpstr (date, ==, valid[i].date);
    g_assert_false (is_impossible);
  }
}

static void
test_guesses_nothing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    AufaitVcardSpan text = aufait_vcard_span_new (invalid[i].text), none = { NULL, 0 };
    gboolean is_impossible = !invalid[i].is_impossible;

    g_test_message ("invalid %u: %s", i, invalid[i].text);
    g_assert_null (aufait_vcard_date_read (text, none, &is_impossible));
    g_assert_null (aufait_vcard_date_read (text, none, NULL));
    g_assert_true (is_impossible == invalid[i].is_impossible);
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
