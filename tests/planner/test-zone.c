/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-zone.h"

#include <glib/gstdio.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *localtime;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("aufait-zone-XXXXXX", NULL);
  fixture->localtime = g_build_filename (fixture->folder, "localtime", NULL);
  g_unsetenv ("TZ");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *between = g_build_filename (fixture->folder, "between", NULL);

  g_unlink (fixture->localtime);
  g_unlink (between);
  g_rmdir (fixture->folder);
  g_free (fixture->localtime);
  g_free (fixture->folder);
}

static void
make_link (const char *target, const char *path)
{
  g_unlink (path);
  g_assert_cmpint (symlink (target, path), ==, 0);
}

/* What clocks show there on a day in July and one in January. */
static void
assert_zone (const char *localtime, guint generation, const char *name, int summer, int winter)
{
  g_autofree char *found = NULL;
  g_autoptr (GTimeZone) zone = aufait_zone_read (localtime, generation, &found);
  g_autoptr (GDateTime) july = g_date_time_new (zone, 2026, 7, 1, 12, 0, 0);
  g_autoptr (GDateTime) january = g_date_time_new (zone, 2026, 1, 1, 12, 0, 0);

  g_assert_cmpstr (found, ==, name);
  g_assert_cmpint (g_date_time_get_utc_offset (july) / G_TIME_SPAN_MINUTE, ==, summer);
  g_assert_cmpint (g_date_time_get_utc_offset (january) / G_TIME_SPAN_MINUTE, ==, winter);
}

static void
test_tz_rules (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *tz;
    const char *name;
    int summer;
    int winter;
  } rows[] = {
    { "Europe/Paris", "Europe/Paris", 120, 60 },
    { ":America/New_York", "America/New_York", -240, -300 },
    { "/usr/share/zoneinfo/Asia/Kathmandu", "Asia/Kathmandu", 345, 345 },
    { ":/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo", 540, 540 },
    { "UTC", "UTC", 0, 0 },
    { "", "UTC", 0, 0 },
    { ":", "UTC", 0, 0 },
    { "CET-1CEST,M3.5.0,M10.5.0/3", "CET-1CEST,M3.5.0,M10.5.0/3", 120, 60 },
    { "Middle/Earth", "UTC", 0, 0 },
    { "/no/such/file", "UTC", 0, 0 },
  };

  make_link ("/usr/share/zoneinfo/Asia/Tokyo", fixture->localtime);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("row %u: %s", i, rows[i].tz);
    g_setenv ("TZ", rows[i].tz, TRUE);
    assert_zone (fixture->localtime, 0, rows[i].name, rows[i].summer, rows[i].winter);
  }
}

static void
test_tz_may_name_the_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tz = g_strconcat (":", fixture->localtime, NULL);
  g_autofree char *path = NULL;

  make_link ("/usr/share/zoneinfo/Asia/Tokyo", fixture->localtime);
  g_setenv ("TZ", tz, TRUE);
  path = aufait_zone_dup_path ("/another");
  g_assert_cmpstr (path, ==, fixture->localtime);
  assert_zone ("/another", 0, "Asia/Tokyo", 540, 540);
}

static void
test_links_are_followed_to_the_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *between = g_build_filename (fixture->folder, "between", NULL);

  make_link ("/usr/share/zoneinfo/Australia/Lord_Howe", between);
  make_link ("between", fixture->localtime);
  assert_zone (fixture->localtime, 0, "Australia/Lord_Howe", 630, 660);
}

static void
test_another_generation_is_read_anew (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL;
  g_autoptr (GTimeZone) held = NULL;

  make_link ("/usr/share/zoneinfo/Asia/Tokyo", fixture->localtime);
  held = aufait_zone_read (fixture->localtime, 0, &name);
  make_link ("/usr/share/zoneinfo/Europe/Paris", fixture->localtime);
  assert_zone (fixture->localtime, 1, "Europe/Paris", 120, 60);
  assert_zone (fixture->localtime, 5000, "Europe/Paris", 120, 60);
}

static void
test_a_file_has_no_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents ("/usr/share/zoneinfo/Europe/Paris", &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->localtime, bytes, (gssize) length, NULL));
  assert_zone (fixture->localtime, 0, NULL, 120, 60);
}

static void
test_utc_where_nothing_is_said (Fixture *fixture, gconstpointer data)
{
  assert_zone (fixture->localtime, 0, "UTC", 0, 0);
  make_link ("localtime", fixture->localtime);
  assert_zone (fixture->localtime, 0, "UTC", 0, 0);
  make_link ("/usr/share/zoneinfo/Middle/Earth", fixture->localtime);
  assert_zone (fixture->localtime, 0, "UTC", 0, 0);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/zone/tz-rules", test_tz_rules);
  add ("/zone/tz-may-name-the-link", test_tz_may_name_the_link);
  add ("/zone/links-are-followed-to-the-name", test_links_are_followed_to_the_name);
  add ("/zone/another-generation-is-read-anew", test_another_generation_is_read_anew);
  add ("/zone/a-file-has-no-name", test_a_file_has_no_name);
  add ("/zone/utc-where-nothing-is-said", test_utc_where_nothing_is_said);

  return g_test_run ();
}
