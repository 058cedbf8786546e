/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-settings.h"

#include <string.h>

static AufaitSettings *
read_settings (const char *data)
{
  return aufait_settings_new_from_data (data, strlen (data));
}

static void
assert_defaults (const AufaitSettings *settings)
{
  g_assert_cmpint (settings->per_day, ==, 3);
  g_assert_cmpint (settings->hours.from_secs, ==, 9 * 3600);
  g_assert_cmpint (settings->hours.until_secs, ==, 20 * 3600);
  g_assert_cmpint (settings->at_secs, ==, 10 * 3600);
  g_assert_cmpint (settings->spacing_secs, ==, 30 * 60);
  g_assert_true (settings->digest);
  g_assert_false (settings->month_first);
}

static void
assert_problem (const AufaitSettings *settings, const char *problem)
{
  g_assert_cmpuint (settings->problems->len, ==, 1);
  g_assert_cmpstr (settings->problems->pdata[0], ==, problem);
}

static void
test_circles_have_their_periods (void)
{
  g_autoptr (AufaitSettings) none = aufait_settings_new ();
  g_autoptr (AufaitSettings) some =
      read_settings ("[circles]\ninner=10d\nclose=every month # or so\nwider=never\n");
  g_autoptr (AufaitSettings) bad = read_settings ("[circles]\ninner=often\n");
  g_autoptr (AufaitSettings) odd = read_settings ("[circles]\nouter=3w\n");

  g_assert_cmpint (none->cadence.days[AUFAIT_CADENCE_WIDER], ==, 365);
  g_assert_cmpuint (some->problems->len, ==, 0);
  g_assert_cmpint (some->cadence.days[AUFAIT_CADENCE_INNER], ==, 10);
  g_assert_cmpint (some->cadence.days[AUFAIT_CADENCE_CLOSE], ==, 30);
  g_assert_cmpint (some->cadence.days[AUFAIT_CADENCE_FRIENDS], ==, 91);
  g_assert_cmpint (some->cadence.days[AUFAIT_CADENCE_WIDER], ==, 0);
  g_assert_cmpint (bad->cadence.days[AUFAIT_CADENCE_INNER], ==, 7);
  assert_problem (bad, "“inner=often” cannot be used: it takes how often, as in 3w, “every month” "
                       "or never.");
  assert_problem (odd, "There is no circle “outer”: it is inner, close, friends or wider.");
}

static void
test_works_without_a_file (void)
{
  g_autoptr (AufaitSettings) settings = aufait_settings_new ();

  assert_defaults (settings);
  g_assert_cmpuint (settings->problems->len, ==, 0);
}

static void
test_says_nothing_of_what_is_right (void)
{
  static const char *const valid[] = {
    "",
    "\n\n",
    "# a comment\n",
    "[nudges]\n",
    "\xef\xbb\xbf[nudges]\nper-day=3\n",
    "[nudges]\r\nper-day=3\r\nat=10:00\r\n",
    ("[sources]\ndiscover=true\ncards=~/.contacts/*;~/x.vcf\n"
     "[calendar work]\nperson=marie\nignore=true\n[nudges]\nper-day=3\n"),
    "[nudges]\nper-day=3          # a day\nhours=09:00-20:00\nat = 10:00\t# when\nspacing=30\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    g_autoptr (AufaitSettings) settings = read_settings (valid[i]);

    g_test_message ("valid %u", i);
    g_assert_cmpuint (settings->problems->len, ==, 0);
    assert_defaults (settings);
  }
}

static void
test_takes_every_key (void)
{
  g_autoptr (AufaitSettings) settings =
      read_settings ("[nudges]\nper-day=50\nhours=22:30-06:15\nat=7:05\nspacing=0\n");

  g_assert_cmpuint (settings->problems->len, ==, 0);
  g_assert_cmpint (settings->per_day, ==, 50);
  g_assert_cmpint (settings->hours.from_secs, ==, (22 * 60 + 30) * 60);
  g_assert_cmpint (settings->hours.until_secs, ==, (6 * 60 + 15) * 60);
  g_assert_cmpint (settings->at_secs, ==, (7 * 60 + 5) * 60);
  g_assert_cmpint (settings->spacing_secs, ==, 0);
}

static void
test_none_a_day_is_a_choice (void)
{
  g_autoptr (AufaitSettings) settings = read_settings ("[nudges]\nper-day=0\n");

  g_assert_cmpuint (settings->problems->len, ==, 0);
  g_assert_cmpint (settings->per_day, ==, 0);
}

static void
test_tells_a_bad_value_and_keeps_its_default (void)
{
  static const struct {
    const char *data;
    const char *problem;
  } invalid[] = {
    { "[nudges]\nper-day=51\n",
      "“per-day=51” cannot be used: it takes a number from 0 to 50. 3 is used." },
    { "[nudges]\nper-day=-1\n",
      "“per-day=-1” cannot be used: it takes a number from 0 to 50. 3 is used." },
    { "[nudges]\nper-day=99999999999999999999999\n",
      "“per-day=99999999999999999999999” cannot be used: it takes a number from 0 to 50. 3 is "
      "used." },
    { "[nudges]\nper-day=\n",
      "“per-day=” cannot be used: it takes a number from 0 to 50. 3 is used." },
    { "[nudges]\nper-day=three\n",
      "“per-day=three” cannot be used: it takes a number from 0 to 50. 3 is used." },
    { "[nudges]\nhours=9 to 5\n",
      "“hours=9 to 5” cannot be used: it takes two times, as in 09:00-20:00, which is used." },
    { "[nudges]\nat=24:00\n",
      "“at=24:00” cannot be used: it takes a time of day, as in 10:00, which is used." },
    { "[nudges]\ndigest=maybe\n",
      "“digest=maybe” cannot be used: it takes true or false, yes or no, on or off. true is used." },
    { "[nudges]\nspacing=1441\n",
      "“spacing=1441” cannot be used: it takes minutes, from 0 to 1440. 30 is used." },
    { "[sources]\nmine=me@example.org;Tom\n",
      "“mine=Tom” cannot be used: it takes e-mail addresses." },
    { "[sources]\nmine=@example.org\n",
      "“mine=@example.org” cannot be used: it takes e-mail addresses." },
    { "[sources]\nmine=me@example.org, you@example.org\n",
      "“mine=me@example.org, you@example.org” cannot be used: it takes e-mail addresses." },
    { "[nudges]\nperday=3\n", "There is no setting “perday” in [nudges]." },
    { "[nudges]\nper-day[fr]=4\n", "There is no setting “per-day[fr]” in [nudges]." },
    { "[nudge]\nper-day=4\n", "There is no group “[nudge]”." },
    { "[calendars]\n", "There is no group “[calendars]”." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_autoptr (AufaitSettings) settings = read_settings (invalid[i].data);

    g_test_message ("invalid %u", i);
    assert_problem (settings, invalid[i].problem);
    assert_defaults (settings);
  }
}

static void
test_a_bad_value_leaves_the_others (void)
{
  g_autoptr (AufaitSettings) settings =
      read_settings ("[nudges]\nper-day=many\nhours=x\nat=8:00\nfoo=1\n[bar]\n");

  g_assert_cmpuint (settings->problems->len, ==, 4);
  g_assert_cmpint (settings->per_day, ==, 3);
  g_assert_cmpint (settings->at_secs, ==, 8 * 3600);
}

static void
test_what_is_no_key_file_is_one_problem (void)
{
  static const struct {
    const char *data;
    const char *problem;
  } invalid[] = {
    { "per-day=4\n", "Line 1 is neither [group] nor key=value: the defaults are used." },
    { "[nudges]\nper-day=4\n\nat 10:00\n",
      "Line 4 is neither [group] nor key=value: the defaults are used." },
    { "[nudges\nper-day=4\n", "Line 1 is neither [group] nor key=value: the defaults are used." },
    { "[nudges]\n=4\n", "Line 2 is neither [group] nor key=value: the defaults are used." },
    { "[nudges]\nper-day=4\nat=\xff\n", "The settings are not in UTF-8: the defaults are used." },
    { "[]\nper-day=4\n",
      "The settings are not written as [group] and key=value: the defaults are used." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_autoptr (AufaitSettings) settings = read_settings (invalid[i].data);

    g_test_message ("invalid %u", i);
    assert_problem (settings, invalid[i].problem);
    assert_defaults (settings);
  }
}

static void
test_takes_any_bytes (void)
{
  for (guint round = 0; round < 2000; round++) {
    static const char letters[] = "[]=#\n\r \tnudges-perdayhours:0129\\;\xc3\xa9\0";
    g_autoptr (AufaitSettings) settings = NULL;
    char data[40];
    gsize length = (gsize) g_test_rand_int_range (0, sizeof data);

    for (gsize i = 0; i < length; i++)
      data[i] = letters[g_test_rand_int_range (0, sizeof letters)];
    settings = aufait_settings_new_from_data (data, length);
    g_assert_cmpint (settings->per_day, >=, 0);
  }
}

static void
test_noise_does_not_fill_the_status (void)
{
  g_autoptr (GString) data = g_string_new ("[nudges]\n");
  g_autoptr (AufaitSettings) settings = NULL;

  for (int i = 0; i < 1000; i++)
    g_string_append_printf (data, "k%d=%0200d\n", i, i);
  settings = aufait_settings_new_from_data (data->str, data->len);
  g_assert_cmpuint (settings->problems->len, ==, 50);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/settings/circles-have-their-periods", test_circles_have_their_periods);
  g_test_add_func ("/settings/works-without-a-file", test_works_without_a_file);
  g_test_add_func ("/settings/says-nothing-of-what-is-right", test_says_nothing_of_what_is_right);
  g_test_add_func ("/settings/takes-every-key", test_takes_every_key);
  g_test_add_func ("/settings/none-a-day-is-a-choice", test_none_a_day_is_a_choice);
  g_test_add_func ("/settings/tells-a-bad-value-and-keeps-its-default",
                   test_tells_a_bad_value_and_keeps_its_default);
  g_test_add_func ("/settings/a-bad-value-leaves-the-others", test_a_bad_value_leaves_the_others);
  g_test_add_func ("/settings/what-is-no-key-file-is-one-problem",
                   test_what_is_no_key_file_is_one_problem);
  g_test_add_func ("/settings/takes-any-bytes", test_takes_any_bytes);
  g_test_add_func ("/settings/noise-does-not-fill-the-status", test_noise_does_not_fill_the_status);

  return g_test_run ();
}
