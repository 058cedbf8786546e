/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What inotify does not see: who writes to a file by another link to it, in a folder that is not
 * watched, stands for another machine that writes to a shared folder. */
#include "config.h"

#include "aufait-blindness.h"

#include <fcntl.h>
#include <sched.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sources-world.h"

#define MARK "shared"

/* The folders that the test has marked. */
static gboolean
is_marked (int fd)
{
  return faccessat (fd, MARK, F_OK, 0) == 0;
}

static const char *const LIMITS[] = { "max_inotify_watches", "max_inotify_instances" };

static const AufaitBlindness marked = { is_marked, 1 };

static void
link_to (SourcesWorld *world, const char *name, const char *other)
{
  g_autofree char *path = sources_world_dup_path (world, name);
  g_autofree char *other_path = sources_world_dup_path (world, other);

  g_assert_cmpint (link (path, other_path), ==, 0);
}

static void
wait_for_events (SourcesWorld *world, gint64 n)
{
  while (sources_world_count_events (world) != n)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_a_blind_folder_is_looked_at_now_and_then (SourcesWorld *world, gconstpointer data)
{
  sources_world_write (world, "cards/a.vcf", "card Marie\n");
  sources_world_make_folder (world, "elsewhere");
  link_to (world, "cards/a.vcf", "elsewhere/a");
  sources_world_write (world, "cards/" MARK, "");
  sources_world_start (world);
  sources_world_wait_for_names (world, "Marie");
  sources_world_settle (world);
  sources_world_write (world, "elsewhere/a", "card Paul\n");
  sources_world_wait_for_names (world, "Paul");

  /* And again and again. */
  sources_world_write (world, "elsewhere/a", "card Ines\ncard Zoe\n");
  sources_world_wait_for_names (world, "Ines Zoe");
}

/* The calendar, which is, is the clock. */
static void
test_another_one_is_not (SourcesWorld *world, gconstpointer data)
{
  sources_world_write (world, "cards/a.vcf", "card Marie\n");
  sources_world_write (world, "calendars/a.ics", "event e1 1780000000\n");
  sources_world_make_folder (world, "elsewhere");
  link_to (world, "cards/a.vcf", "elsewhere/a");
  link_to (world, "calendars/a.ics", "elsewhere/b");
  sources_world_write (world, "calendars/" MARK, "");
  sources_world_start (world);
  sources_world_wait_for_names (world, "Marie");
  sources_world_settle (world);
  sources_world_write (world, "elsewhere/a", "card Paul\n");
  sources_world_write (world, "elsewhere/b", "event e1 1780000000\nevent e2 1780000000\n");
  wait_for_events (world, 2);
  sources_world_write (world, "elsewhere/b", "\n");
  wait_for_events (world, 0);
  sources_world_settle (world);
  sources_world_wait_for_names (world, "Marie");

  /* It is looked at when something is seen there that may be anything. */
  sources_world_move (world, "cards", "moved");
  sources_world_move (world, "moved", "cards");
  sources_world_wait_for_names (world, "Paul");
}

static void
test_one_file_is_looked_at_too (SourcesWorld *world, gconstpointer data)
{
  sources_world_write (world, "all.vcf", "card Zoe\n");
  sources_world_make_folder (world, "elsewhere");
  link_to (world, "all.vcf", "elsewhere/a");
  sources_world_write (world, MARK, "");
  sources_world_start (world);
  sources_world_wait_for_names (world, "Zoe");
  sources_world_settle (world);
  sources_world_write (world, "elsewhere/a", "card Leo\n");
  sources_world_wait_for_names (world, "Leo");
}

/* Here nobody needs to say so. */
static void
test_a_file_that_is_a_link_is_looked_at (SourcesWorld *world, gconstpointer data)
{
  g_autofree char *path = sources_world_dup_path (world, "cards/a.vcf");

  g_assert_cmpint (symlink ("../elsewhere/a", path), ==, 0);
  sources_world_make_folder (world, "elsewhere");
  sources_world_write (world, "elsewhere/a", "card Marie\n");
  sources_world_start (world);
  sources_world_wait_for_names (world, "Marie");
  sources_world_settle (world);
  sources_world_write (world, "elsewhere/a", "card Paul\n");
  sources_world_wait_for_names (world, "Paul");
}

/* A folder that is moved away may come back as another, blind or not. */
static void
test_a_folder_that_comes_back_blind_is_looked_at (SourcesWorld *world, gconstpointer data)
{
  sources_world_write (world, "cards/a.vcf", "card Marie\n");
  sources_world_make_folder (world, "elsewhere");
  sources_world_make_folder (world, "other");
  sources_world_write (world, "other/b.vcf", "card Paul\n");
  sources_world_write (world, "other/" MARK, "");
  link_to (world, "other/b.vcf", "elsewhere/b");
  sources_world_start (world);
  sources_world_wait_for_names (world, "Marie");
  sources_world_move (world, "cards", "away");
  sources_world_wait_for_names (world, "");
  sources_world_move (world, "other", "cards");
  sources_world_wait_for_names (world, "Paul");
  sources_world_settle (world);
  sources_world_write (world, "elsewhere/b", "card Ines\ncard Zoe\n");
  sources_world_wait_for_names (world, "Ines Zoe");
}

static void
write_setting (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, text, strlen (text)), ==, strlen (text));
  close (fd);
}

static void
set_limit (const char *name, guint value)
{
  g_autofree char *path = g_strconcat ("/proc/sys/user/", name, NULL);
  g_autofree char *text = g_strdup_printf ("%u", value);

  write_setting (path, text);
}

/* A name space of one's own has limits of its own; FALSE: there can be none. */
static gboolean
enter_own_limits (void)
{
  g_autofree char *user = g_strdup_printf ("0 %u 1", geteuid ());
  g_autofree char *group = g_strdup_printf ("0 %u 1", getegid ());

  if (unshare (CLONE_NEWUSER) < 0)
    return FALSE;
  write_setting ("/proc/self/uid_map", user);
  write_setting ("/proc/self/setgroups", "deny");
  write_setting ("/proc/self/gid_map", group);
  return TRUE;
}

static void
test_a_machine_without_watches (SourcesWorld *world, gconstpointer data)
{
  const char *limit = data;
  g_autofree char *what = g_strdup_printf (
      "Changes in it are only seen now and then, as the system can watch no more: "
      "raise fs.inotify.%s with sysctl.",
      g_str_has_suffix (limit, "watches") ? "max_user_watches" : "max_user_instances");

  if (!enter_own_limits ()) {
    g_test_skip ("There is no name space to be had.");
    return;
  }
  set_limit (limit, 0);
  sources_world_write (world, "cards/a.vcf", "card Marie\n");
  sources_world_start (world);
  sources_world_wait_for_names (world, "Marie");
  sources_world_assert_problem (world, "/cards", what);
  sources_world_write (world, "cards/a.vcf", "card Paul\n");
  sources_world_wait_for_names (world, "Paul");

  /* Once there is room it is watched: nothing is wrong any more. */
  set_limit (limit, 1000);
  while (sources_world_has_problem (world, "/cards", what))
    g_main_context_iteration (NULL, TRUE);
  sources_world_write (world, "cards/a.vcf", "card Zoe\n");
  sources_world_wait_for_names (world, "Zoe");
}

static void
test_what_is_not_watched_is_looked_at (gconstpointer data)
{
  g_autofree char *path = g_strconcat ("/blindness/subprocess/", (const char *) data, NULL);

  g_test_trap_subprocess (path, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_what_is_on_a_disk_here_is_not_blind (void)
{
  const AufaitBlindness *blindness = aufait_blindness_get_default ();
  int fd = open ("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_false (blindness->is_blind (fd));
  g_assert_false (blindness->is_blind (-1));
  g_assert_cmpuint (blindness->sweep_secs, ==, 600);
  close (fd);
}

static void
set_up (SourcesWorld *world, gconstpointer data)
{
  sources_world_set_up (world, data);
  world->blindness = &marked;
}

static void
add (const char *path, void (*test) (SourcesWorld *, gconstpointer))
{
  g_test_add (path, SourcesWorld, NULL, set_up, test, sources_world_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/blindness/a-blind-folder-is-looked-at-now-and-then",
       test_a_blind_folder_is_looked_at_now_and_then);
  add ("/blindness/another-one-is-not", test_another_one_is_not);
  add ("/blindness/one-file-is-looked-at-too", test_one_file_is_looked_at_too);
  add ("/blindness/a-file-that-is-a-link-is-looked-at", test_a_file_that_is_a_link_is_looked_at);
  add ("/blindness/a-folder-that-comes-back-blind-is-looked-at",
       test_a_folder_that_comes_back_blind_is_looked_at);
  for (guint i = 0; i < G_N_ELEMENTS (LIMITS); i++) {
    g_autofree char *path = g_strconcat ("/blindness/what-is-not-watched/", LIMITS[i], NULL);
    g_autofree char *own = g_strconcat ("/blindness/subprocess/", LIMITS[i], NULL);

    g_test_add_data_func (path, LIMITS[i], test_what_is_not_watched_is_looked_at);
    g_test_add (own, SourcesWorld, LIMITS[i], set_up, test_a_machine_without_watches,
                sources_world_tear_down);
  }
  g_test_add_func ("/blindness/what-is-on-a-disk-here-is-not-blind",
                   test_what_is_on_a_disk_here_is_not_blind);

  return g_test_run ();
}
