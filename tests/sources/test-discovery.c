/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-discovery.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "aufait-vdir-config.h"

/* Home is the test's own, and emptied for each. */

static void
empty (GFile *folder)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      folder, "standard::name", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child = NULL;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) &&
         child != NULL) {
    empty (child);
    g_file_delete (child, NULL, NULL);
  }
}

static void
empty_home (void)
{
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());

  empty (home);
}

static void
set_home (const char *path)
{
  g_setenv ("HOME", path, TRUE);
  g_unsetenv ("XDG_CONFIG_HOME");
  g_unsetenv ("XDG_DATA_HOME");
  g_unsetenv ("VDIRSYNCER_CONFIG");
}

static char *
in_home (const char *name)
{
  return g_build_filename (g_get_home_dir (), name, NULL);
}

static void
make (const char *name, const char *text)
{
  g_autofree char *path = in_home (name);
  g_autofree char *folder = text != NULL ? g_path_get_dirname (path) : g_strdup (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  if (text != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
make_config (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* "cards:contacts/a calendar:…", without the home. */
static char *
discover (const char *conf)
{
  g_autoptr (AufaitSettings) settings = aufait_settings_new_from_data (conf, strlen (conf));
  g_autoptr (AufaitDiscovery) discovery = aufait_discovery_new (settings);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < discovery->places->len; i++) {
    const AufaitDiscoveryPlace *place = discovery->places->pdata[i];

    g_assert_true (g_str_has_prefix (place->path, g_get_home_dir ()));
    g_string_append_printf (found, "%s%s:%s", i > 0 ? " " : "",
                            place->kind == AUFAIT_JOB_CARDS ? "cards" : "calendar",
                            place->path + strlen (g_get_home_dir ()) + 1);
  }
  return g_string_free (found, FALSE);
}

static void
assert_found (const char *conf, const char *expected)
{
  g_autofree char *found = discover (conf);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_knows_the_usual_folders (void)
{
  empty_home ();
  make (".contacts/friends/a.vcf", "");
  make (".contacts/empty", NULL);
  make (".contacts/other/readme.txt", "");
  make (".calendars/account/work/a.ics", "");
  make (".calendars/account/deep/deeper/a.ics", "");
  assert_found ("", "calendar:.calendars/account/work cards:.contacts/friends");
  assert_found ("[calendar work]\nignore=true\n", "cards:.contacts/friends");
  assert_found ("[sources]\ndiscover=false\n", "");
}

static void
test_knows_what_is_set (void)
{
  g_autofree char *link = in_home ("link");
  g_autofree char *target = in_home ("books/one");

  empty_home ();
  make ("books/one/a.vcf", "");
  make ("books/two/a.vcf", "");
  make ("all.ics", "");
  make ("all.txt", "");
  g_assert_cmpint (symlink (target, link), ==, 0);
  g_setenv ("AUFAIT_TEST_PLACE", "books", TRUE);
  assert_found ("[sources]\ndiscover=false\ncards=~/books/*\n", "cards:books/one cards:books/two");
  assert_found ("[sources]\ndiscover=false\ncards=~/$AUFAIT_TEST_PLACE/one;~/link;~/books/one/\n",
                "cards:books/one");
  assert_found ("[sources]\ndiscover=false\ncards=~/${AUFAIT_TEST_PLACE}/two ; relative\n",
                "cards:books/two");
  assert_found ("[sources]\ndiscover=false\ncalendars=~/all.ics;~/all.txt;~/missing\n",
                "calendar:all.ics");
}

/* A link to a file need not have its ending. */
static void
test_names_a_place_as_it_is_written (void)
{
  static const struct {
    const char *link;
    const char *name;
  } rows[] = { { "pb", "pb" }, { "contacts", "contacts" }, { "friends.vcf", "friends" } };
  g_autofree char *target = in_home ("x/phonebook.vcf");

  empty_home ();
  make ("x/phonebook.vcf", "");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *link = in_home (rows[i].link);
    g_autofree char *conf =
        g_strdup_printf ("[sources]\ndiscover=false\ncards=~/%s\n", rows[i].link);
    g_autoptr (AufaitSettings) settings = aufait_settings_new_from_data (conf, strlen (conf));
    g_autoptr (AufaitDiscovery) discovery = NULL;

    g_assert_cmpint (symlink (target, link), ==, 0);
    discovery = aufait_discovery_new (settings);
    g_assert_cmpuint (discovery->places->len, ==, 1);
    g_assert_cmpstr (((AufaitDiscoveryPlace *) discovery->places->pdata[0])->name, ==,
                     rows[i].name);
  }
}

/* "a b": Borrows @list, of char *. */
static void
assert_joined (const GPtrArray *list, const char *expected)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", (const char *) list->pdata[i]);
  g_assert_cmpstr (joined->str, ==, expected);
}

/* The calendars that are set and not there. */
static void
assert_strays (const char *conf, const char *expected)
{
  g_autoptr (AufaitSettings) settings = aufait_settings_new_from_data (conf, strlen (conf));
  g_autoptr (AufaitDiscovery) discovery = aufait_discovery_new (settings);

  assert_joined (discovery->strays, expected);
}

static void
test_ignores_calendars_alone (void)
{
  empty_home ();
  make (".contacts/perso/a.vcf", "");
  make (".calendars/perso/a.ics", "");
  make (".local/share/vdirsyncer/both/a.ics", "");
  make (".local/share/vdirsyncer/friends/a.vcf", "");
  make ("all.ics", "");
  assert_found ("[calendar perso]\nignore=true\n[calendar both]\nignore=true\n"
                "[calendar friends]\nignore=true\n",
                "cards:.contacts/perso cards:.local/share/vdirsyncer/friends");
  assert_found ("[sources]\ndiscover=false\ncalendars=~/all.ics\n[calendar all]\nignore=yes\n", "");
  assert_strays ("[calendar perso]\nignore=true\n[calendar both]\nperson=marie\n", "");
  assert_strays ("[calendar friends]\nignore=true\n[calendar nope]\nperson=marie\n",
                 "friends nope");
}

static void
test_knows_other_programs_folders (void)
{
  empty_home ();
  make ("khard/family/a.vcf", "");
  make ("khal/home/a.ics", "");
  make ("khal/many/one/a.ics", "");
  make ("sync/contacts/default/a.vcf", "");
  make ("single.ics", "");
  make_config ("khard/khard.conf", "[addressbooks]\n[[family]]\npath = ~/khard/family\n"
                                   "[[gone]]\npath = ~/khard/gone\n[general]\npath = ~/khal\n");
  make_config ("khal/config", "[calendars]\n  [[home]]\n    path = ~/khal/home  # mine\n"
                              "  [[many]]\n    path = ~/khal/many/*\n    type = discover\n"
                              "  [[birthdays]]\n    type = birthdays\n    path = ~/khard/family\n"
                              "[locale]\ntimeformat = %H:%M\n");
  make_config ("vdirsyncer/config",
               "[general]\nstatus_path = \"~/status\"\n[pair x]\na = \"l\"\n"
               "[storage l]\ntype = \"filesystem\"\npath = \"~/sync/contacts/\"\n"
               "fileext = \".vcf\"\n[storage r]\ntype = \"carddav\"\nurl = \"https://x/\"\n"
               "[storage s]\ntype = \"singlefile\"\npath = \"~/single.ics\"\nfileext = \".ics\"\n");
  assert_found ("[sources]\ncards=~/sync/contacts/default\n",
                "calendar:khal/home calendar:khal/many/one cards:khard/family calendar:single.ics"
                " cards:sync/contacts/default");
}

/* What one has of them alone may be in a place of its own. */
static void
test_knows_folders_that_one_configuration_alone_names (void)
{
  empty_home ();
  make ("books/family/a.vcf", "");
  make ("sync/home.ics", "");
  make ("sync/work.ics", "");
  make ("sync/work.txt", "");
  make_config ("khal/config",
               "[calendars]\n[[birthdays]]\ntype = birthdays\npath = ~/books/family\n");
  assert_found ("", "cards:books/family");
  make (".vdirsyncer/config", "[storage s]\ntype = \"singlefile\"\npath = \"~/sync/%s.ics\"\n");
  assert_found ("", "cards:books/family calendar:sync/home.ics calendar:sync/work.ics");
  g_setenv ("VDIRSYNCER_CONFIG", "/nonexistent", TRUE);
  assert_found ("", "cards:books/family");
  g_unsetenv ("VDIRSYNCER_CONFIG");
}

static void
assert_missing (const char *conf, const char *expected)
{
  g_autoptr (AufaitSettings) settings = aufait_settings_new_from_data (conf, strlen (conf));
  g_autoptr (AufaitDiscovery) discovery = aufait_discovery_new (settings);

  assert_joined (discovery->missing, expected);
}

static void
test_tells_what_is_set_and_missing (void)
{
  g_autofree char *closed = in_home ("closed");

  empty_home ();
  make ("books/one/a.vcf", "");
  make ("books/empty", NULL);
  make ("all.txt", "");
  make ("all.ics", "");
  make ("closed/one", NULL);
  assert_missing ("[sources]\ncards=~/books/one;~/books/*;~/books/empty\ncalendars=~/all.ics\n",
                  "");
  assert_missing (
      "[sources]\ncards=~/none;~/bokks/*;~/books/x*;books/one\ncalendars=~/all.txt;~/books/two/\n",
      "~/none ~/bokks/* books/one ~/all.txt ~/books/two/");
  /* Left out is not missing, nor is what nobody may look at; nor what others have written. */
  assert_missing ("[sources]\ncalendars=~/all.ics\n[calendar all]\nignore=true\n", "");
  make_config ("khal/config", "[calendars]\n[[a]]\npath = ~/gone\n");
  assert_missing ("", "");
  if (geteuid () == 0)
    return;
  g_assert_cmpint (g_chmod (closed, 0), ==, 0);
  assert_missing ("[sources]\ncards=~/closed/one\n", "");
  g_assert_cmpint (g_chmod (closed, 0700), ==, 0);
}

/* "folders:a items:b", without the home; others are left out. */
static char *
list_spots (const char *conf)
{
  static const char *const kinds[] = { "name", "file", "folders", "items" };
  g_autoptr (AufaitSettings) settings = aufait_settings_new_from_data (conf, strlen (conf));
  g_autoptr (AufaitDiscovery) discovery = aufait_discovery_new (settings);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < discovery->spots->len; i++) {
    const AufaitLookoutSpot *spot = discovery->spots->pdata[i];

    g_assert_true (g_str_has_prefix (spot->path, g_get_home_dir ()));
    g_string_append_printf (found, "%s%s:%s", i > 0 ? " " : "", kinds[spot->kind],
                            spot->path + strlen (g_get_home_dir ()) + 1);
  }
  return g_string_free (found, FALSE);
}

static void
test_watches_where_new_ones_may_appear (void)
{
  static const struct {
    const char *sources;
    const char *spots;
  } rows[] = {
    { "cards=~/books/*", "items:books" },
    { "cards=~/books/one", "name:books/one" },
    { "cards=~/none/of/*.vcf", "items:none/of" },
    { "calendars=~/books/*/cal", "folders:books name:books/one/cal name:books/two/cal" },
    { "calendars=~/books/t*/*", "folders:books items:books/two" },
    { "cards=relative", "" },
  };

  empty_home ();
  make ("books/one", NULL);
  make ("books/two/cal", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *conf = g_strdup_printf ("[sources]\ndiscover=false\n%s\n", rows[i].sources);
    g_autofree char *spots = list_spots (conf);

    g_assert_cmpstr (spots, ==, rows[i].spots);
  }
}

static void
test_watches_the_usual_folders_and_configurations (void)
{
  g_autofree char *none = NULL;
  g_autofree char *some = NULL;

  empty_home ();
  none = list_spots ("");
  g_assert_cmpstr (none, ==,
                   "folders:.calendar folders:.calendars file:.config/khal/config"
                   " file:.config/khard/khard.conf file:.config/vdirsyncer/config"
                   " folders:.contacts folders:.local/share/calendars"
                   " folders:.local/share/contacts folders:.local/share/vdirsyncer"
                   " file:.vdirsyncer/config");
  make (".contacts/a.vcf", "");
  make (".contacts/family", NULL);
  make (".contacts/deep/er/readme.txt", "");
  make (".contacts/deep/full/a.vcf", "");
  some = list_spots ("");
  g_assert_nonnull (strstr (some, " folders:.contacts items:.contacts/deep "
                                  "items:.contacts/deep/er items:.contacts/family "));
}

/* --- configurations ------------------------------------------------------------------------ */

static void
test_reads_configurations (void)
{
  static const struct {
    AufaitVdirConfigProgram program;
    const char *text;
    const char *entries;
  } rows[] = {
    { AUFAIT_VDIR_CONFIG_KHARD, "[addressbooks]\n[[a]]\npath=~/a\n[[b]]\npath = \"~/b c\"\n",
      "~/a ~/b c" },
    { AUFAIT_VDIR_CONFIG_KHARD, "[addressbooks]\r\n[[a]]\r\npath = '~/a' # x\r\n", "~/a" },
    { AUFAIT_VDIR_CONFIG_KHARD, "[addressbooks]\n[[a]]\npath=~/a\ntype=discover\n", "~/a/" },
    { AUFAIT_VDIR_CONFIG_KHARD, "[general]\npath=~/a\n# [addressbooks]\n", "" },
    { AUFAIT_VDIR_CONFIG_KHAL, "[calendars]\n[[a]]\npath = ~/a/*\ntype = discover\n", "~/a/*/" },
    { AUFAIT_VDIR_CONFIG_KHAL, "[calendars]\n[[a]]\nPath = ~/a\n", "~/a" },
    { AUFAIT_VDIR_CONFIG_VDIRSYNCER, "[storage a]\ntype = \"filesystem\"\npath = \"~/a\"\n",
      "~/a/" },
    { AUFAIT_VDIR_CONFIG_VDIRSYNCER,
      "[storage a]\ntype = \"singlefile\"\npath = \"~/%s/all-%s.ics\"\n", "~/*/all-*.ics" },
    { AUFAIT_VDIR_CONFIG_KHAL, "[calendars]\n[[a]]\ntype = birthdays\npath = ~/a\n", "~/a" },
    { AUFAIT_VDIR_CONFIG_VDIRSYNCER, "[storage a]\ntype = \"caldav\"\npath = \"~/a\"\n", "" },
    { AUFAIT_VDIR_CONFIG_KHAL, "", "" },
    { AUFAIT_VDIR_CONFIG_KHAL, "[[[[\n=\n[\n]\n= =\n[calendars\n[[x\npath", "" },
    { AUFAIT_VDIR_CONFIG_KHAL, "path = ~/before\n[calendars]\npath = \"~/open\n", "~/open" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) entries = aufait_vdir_config_read (rows[i].program, rows[i].text);
    g_autoptr (GString) found = g_string_new (NULL);

    for (guint n = 0; n < entries->len; n++) {
      const AufaitVdirConfigEntry *entry = entries->pdata[n];

      g_string_append_printf (found, "%s%s%s", n > 0 ? " " : "", entry->path,
                              entry->nested ? "/" : "");
    }
    g_test_message ("%u", i);
    g_assert_cmpstr (found->str, ==, rows[i].entries);
  }
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("aufait-home-XXXXXX", NULL);
  int status;

  set_home (home);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/discovery/knows-the-usual-folders", test_knows_the_usual_folders);
  g_test_add_func ("/discovery/knows-what-is-set", test_knows_what_is_set);
  g_test_add_func ("/discovery/names-a-place-as-it-is-written",
                   test_names_a_place_as_it_is_written);
  g_test_add_func ("/discovery/ignores-calendars-alone", test_ignores_calendars_alone);
  g_test_add_func ("/discovery/knows-other-programs-folders", test_knows_other_programs_folders);
  g_test_add_func ("/discovery/knows-folders-that-one-configuration-alone-names",
                   test_knows_folders_that_one_configuration_alone_names);
  g_test_add_func ("/discovery/tells-what-is-set-and-missing", test_tells_what_is_set_and_missing);
  g_test_add_func ("/discovery/watches-where-new-ones-may-appear",
                   test_watches_where_new_ones_may_appear);
  g_test_add_func ("/discovery/watches-the-usual-folders-and-configurations",
                   test_watches_the_usual_folders_and_configurations);
  g_test_add_func ("/discovery/reads-configurations", test_reads_configurations);

  status = g_test_run ();
  empty_home ();
  g_rmdir (home);
  return status;
}
