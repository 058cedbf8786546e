/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-settings.h"

#include <string.h>

static AufaitSettings *
read_settings (const char *text)
{
  return aufait_settings_new_from_data (text, strlen (text));
}

static void
assert_list (GStrv list, const char *expected)
{
  g_autofree char *joined = g_strjoinv ("|", list);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_reads_places (void)
{
  g_autoptr (AufaitSettings) settings =
      read_settings ("[sources]\ndiscover=false # no\ncards=~/.contacts/*; ~/all.vcf ;;\n"
                     "calendars=$HOME/x\n");

  g_assert_cmpuint (settings->problems->len, ==, 0);
  g_assert_false (settings->sources->discover);
  assert_list (settings->sources->cards, "~/.contacts/*|~/all.vcf");
  assert_list (settings->sources->calendars, "$HOME/x");
}

static void
test_reads_switches_in_any_words (void)
{
  static const char *const words[] = { "true", "false", "yes", "no", "On", "off", "1", "0" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autofree char *text =
        g_strdup_printf ("[sources]\ndiscover=%s\n[nudges]\ndigest=%s\n", words[i], words[i]);
    g_autoptr (AufaitSettings) settings = read_settings (text);

    g_assert_cmpuint (settings->problems->len, ==, 0);
    g_assert_cmpint (settings->sources->discover, ==, i % 2 == 0);
    g_assert_cmpint (settings->digest, ==, i % 2 == 0);
  }
}

static void
test_has_defaults (void)
{
  g_autoptr (AufaitSettings) settings = read_settings ("");

  g_assert_true (settings->sources->discover);
  assert_list (settings->sources->cards, "");
  assert_list (settings->sources->calendars, "");
  g_assert_null (aufait_source_settings_find (settings->sources, "work"));
}

static void
test_reads_calendars (void)
{
  g_autoptr (AufaitSettings) settings =
      read_settings ("[calendar marie]\nperson=Marie Curie\n[calendar  old ]\nignore=true\n");
  const AufaitSourceSettingsCalendar *marie =
      aufait_source_settings_find (settings->sources, "marie");
  const AufaitSourceSettingsCalendar *old = aufait_source_settings_find (settings->sources, "old");

  g_assert_cmpuint (settings->problems->len, ==, 0);
  g_assert_cmpstr (marie->person, ==, "Marie Curie");
  g_assert_false (marie->ignore);
  g_assert_null (old->person);
  g_assert_true (old->ignore);
}

static void
test_names_what_is_no_use (void)
{
  static const struct {
    const char *text, *problem;
  } invalid[] = {
    { "[sources]\ndiscover=maybe\n",
      "“discover=maybe” cannot be used: it takes true or false, yes or no, on or off." },
    { "[sources]\nbooks=x\n", "There is no setting “books” in [sources]." },
    { "[calendar a]\ncolour=x\n", "There is no setting “colour” in [calendar a]." },
    { "[calendar a]\nignore=\n",
      "“ignore=” cannot be used: it takes true or false, yes or no, on or off." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_autoptr (AufaitSettings) settings = read_settings (invalid[i].text);

    g_test_message ("%u", i);
    g_assert_cmpuint (settings->problems->len, ==, 1);
    g_assert_cmpstr (settings->problems->pdata[0], ==, invalid[i].problem);
    g_assert_true (settings->sources->discover);
  }
}

static void
test_knows_when_they_changed (void)
{
  static const char *const texts[] = {
    "",
    "[sources]\ndiscover=false\n",
    "[sources]\ncards=~/a\n",
    "[sources]\ncalendars=~/a\n",
    "[calendar a]\nperson=Marie\n",
    "[calendar a]\nignore=true\n",
    "[calendar b]\nignore=true\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (AufaitSettings) settings = read_settings (texts[i]);
    g_autoptr (AufaitSourceSettings) copy = aufait_source_settings_copy (settings->sources);

    g_assert_true (aufait_source_settings_is_same (settings->sources, copy));
    for (guint n = 0; n < i; n++) {
      g_autoptr (AufaitSettings) other = read_settings (texts[n]);

      g_test_message ("%u %u", i, n);
      g_assert_false (aufait_source_settings_is_same (settings->sources, other->sources));
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/source-settings/reads-places", test_reads_places);
  g_test_add_func ("/source-settings/reads-switches-in-any-words",
                   test_reads_switches_in_any_words);
  g_test_add_func ("/source-settings/has-defaults", test_has_defaults);
  g_test_add_func ("/source-settings/reads-calendars", test_reads_calendars);
  g_test_add_func ("/source-settings/names-what-is-no-use", test_names_what_is_no_use);
  g_test_add_func ("/source-settings/knows-when-they-changed", test_knows_when_they_changed);

  return g_test_run ();
}
