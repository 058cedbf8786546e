/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-source-lines.h"

#include "aufait-locale.h"
#include "print-fixture.h"

#ifdef FRENCH
#define SAY(en, fr) fr
#else
#define SAY(en, fr) en
#endif

static const struct {
  const char *path;
  const char *home;
  const char *shown;
} paths[] = {
  { "/home/ana/.contacts", "/home/ana", "~/.contacts" },
  { "/home/ana", "/home/ana", "~" },
  { "/home/anabel/x", "/home/ana", "/home/anabel/x" },
  { "/srv/x", "/home/ana", "/srv/x" },
  { "/srv/x", "/", "/srv/x" },
  { "/srv/x", NULL, "/srv/x" },
  { NULL, "/home/ana", "" },
};

static void
shortens_the_home (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autofree char *shown = aufait_source_lines_dup_path (paths[i].path, paths[i].home);

    g_test_message ("%u", i);
    g_assert_cmpstr (shown, ==, paths[i].shown);
  }
}

#define CARDS         "{\"path\":\"/a\",\"kind\":\"cards\",\"items\":1,\"problems\":0}"
#define CALENDAR      "{\"path\":\"/b\",\"kind\":\"calendar\",\"items\":2,\"problems\":13}"
#define PROBLEM(file) "{\"file\":\"" file "\",\"what\":\"It is empty.\"}"

static void
print_two_sources (AufaitScreen *screen, JsonObject *reply)
{
  aufait_source_lines_print (screen, reply, 2);
}

static void
says_what_is_read (void)
{
  g_autofree char *two =
      print_fixture_run (print_two_sources, "{\"sources\":[" CARDS "," CALENDAR "]}");
  g_autofree char *four = print_fixture_run (print_two_sources, "{\"sources\":[" CARDS "," CARDS
                                                                "," CARDS "," CARDS "]}");

  g_assert_cmpstr (two, ==,
                   SAY ("address book  1 card                  /a\n"
                        "calendar      2 entries  13 problems  /b\n",
                        "carnet d’adresses  1 fiche                  /a\n"
                        "agenda             2 entrées  13 problèmes  /b\n"));
  g_assert_true (g_str_has_suffix (
      four, SAY ("\nand 2 more: aufait sources\n", "\net 2 de plus : aufait sources\n")));
}

static void
says_what_to_do_when_nothing_is_read (void)
{
  g_autofree char *text = print_fixture_run (print_two_sources, "{}");

  g_assert_nonnull (strstr (text, "man aufait.conf"));
}

static void
print_two_problems (AufaitScreen *screen, JsonObject *reply)
{
  aufait_source_lines_print_problems (screen, reply, 2);
}

static const struct {
  const char *reply;
  const char *shown;
} problems[] = {
  { "{}", "" },
  { "{\"problems\":[" PROBLEM ("/x") "]}",
    SAY ("\nProblems:\n/x  It is empty.\n", "\nProblèmes :\n/x  It is empty.\n") },
  { "{\"problems\":[" PROBLEM ("/x") "," PROBLEM ("/y") "," PROBLEM ("/z") "]}",
    SAY ("\nProblems:\n/x  It is empty.\n/y  It is empty.\nand 1 more: aufait sources\n",
         "\nProblèmes :\n/x  It is empty.\n/y  It is empty.\net 1 de plus : aufait sources\n") },
  { "{\"sources\":[" CALENDAR "],\"problems\":[" PROBLEM ("/x") "]}",
    SAY ("\nProblems:\n/x  It is empty.\nand 12 more\n",
         "\nProblèmes :\n/x  It is empty.\net 12 de plus\n") },
};

static void
says_what_is_wrong_and_how_much_more (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (problems); i++) {
    g_autofree char *text = print_fixture_run (print_two_problems, problems[i].reply);

    g_test_message ("%u", i);
    g_assert_cmpstr (text, ==, problems[i].shown);
  }
}

int
main (int argc, char **argv)
{
  aufait_locale_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-lines/shortens-the-home", shortens_the_home);
  g_test_add_func ("/source-lines/says-what-is-read", says_what_is_read);
  g_test_add_func ("/source-lines/says-what-to-do-when-nothing-is-read",
                   says_what_to_do_when_nothing_is_read);
  g_test_add_func ("/source-lines/says-what-is-wrong-and-how-much-more",
                   says_what_is_wrong_and_how_much_more);
  return g_test_run ();
}
