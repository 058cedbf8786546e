/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aufait-their-hours.h"

typedef struct {
  const char *name;
  const char *zone; /* the user's */
  const char *mine;
  const char *theirs;   /* NULL: not said */
  const char *timezone; /* NULL: not said */
  const char *at;
  const char *next;
} Case;

#define DAY "09:00-20:00"

static const Case CASES[] = {
  { "nothing-is-said", "Europe/Paris", DAY, NULL, NULL, "2026-07-01 10:00", "2026-07-01 10:00" },
  { "within", "Europe/Paris", DAY, "18:00-21:00", NULL, "2026-07-01 18:30", "2026-07-01 18:30" },
  { "before", "Europe/Paris", DAY, "18:00-21:00", NULL, "2026-07-01 10:00", "2026-07-01 18:00" },
  { "behind-mine", "Europe/Paris", DAY, "18:00-21:00", NULL, "2026-07-01 20:00",
    "2026-07-02 18:00" },
  { "over-midnight", "Europe/Paris", "08:00-23:00", "22:00-02:00", NULL, "2026-07-01 10:00",
    "2026-07-01 22:00" },
  { "nothing-in-common", "Europe/Paris", DAY, "21:00-23:00", NULL, "2026-07-01 08:00",
    "2026-07-01 09:00" },
  { "the-whole-day", "Europe/Paris", DAY, "00:00-24:00", NULL, "2026-07-01 08:00",
    "2026-07-01 09:00" },
  { "nonsense-is-nothing", "Europe/Paris", DAY, "evenings", "Nowhere/City", "2026-07-01 10:00",
    "2026-07-01 10:00" },
  { "tokyo-by-day", "Europe/Paris", DAY, NULL, "Asia/Tokyo", "2026-07-01 10:00",
    "2026-07-01 10:00" },
  { "tokyo-by-night", "Europe/Paris", DAY, NULL, "Asia/Tokyo", "2026-07-01 14:00",
    "2026-07-02 09:00" },
  { "tokyo-in-the-evening", "Europe/Paris", DAY, "19:00-22:00", "Asia/Tokyo", "2026-07-01 09:30",
    "2026-07-01 12:00" },
  { "new-york-wakes-up", "Europe/Paris", DAY, NULL, "America/New_York", "2026-07-01 10:00",
    "2026-07-01 15:00" },
  /* Between the two springs it is five hours, not six. */
  { "new-york-between-the-springs", "Europe/Paris", DAY, NULL, "America/New_York",
    "2026-03-10 10:00", "2026-03-10 14:00" },
  { "new-york-between-the-autumns", "Europe/Paris", DAY, NULL, "America/New_York",
    "2026-10-26 10:00", "2026-10-26 14:00" },
  { "new-york-behind-the-autumns", "Europe/Paris", DAY, NULL, "America/New_York",
    "2026-11-02 10:00", "2026-11-02 15:00" },
  { "kathmandu", "Europe/Paris", DAY, "17:00-19:00", "Asia/Kathmandu", "2026-07-01 09:00",
    "2026-07-01 13:15" },
  { "adelaide", "Europe/Paris", DAY, NULL, "Australia/Adelaide", "2026-07-01 13:31",
    "2026-07-02 09:00" },
  { "adelaide-at-its-end", "Europe/Paris", DAY, NULL, "Australia/Adelaide", "2026-07-01 13:29",
    "2026-07-01 13:29" },
  { "from-kolkata", "Asia/Kolkata", DAY, NULL, "Europe/London", "2026-01-15 10:00",
    "2026-01-15 14:30" },
  { "offset", "Europe/Paris", DAY, NULL, "-05:00", "2026-07-01 10:00", "2026-07-01 16:00" },
  { "offset-without-a-colon", "Europe/Paris", DAY, NULL, "-0500", "2026-07-01 10:00",
    "2026-07-01 16:00" },
  { "the-same-clock", "Europe/Paris", "07:00-23:00", NULL, "Europe/Berlin", "2026-07-01 07:30",
    "2026-07-01 07:30" },
  { "the-clock-goes-forward", "Europe/Paris", "00:00-24:00", "02:15-02:45", NULL,
    "2026-03-29 00:00", "2026-03-30 02:15" },
  /* Auckland and Hawaii: a day apart, and awake together. */
  { "over-the-date-line", "Pacific/Auckland", DAY, NULL, "Pacific/Honolulu", "2026-07-01 19:30",
    "2026-07-02 09:00" },
};

static GDateTime *
parse (const char *text, GTimeZone *zone)
{
  GDateTime *at = g_date_time_new_from_iso8601 (text, zone);

  g_assert_nonnull (at);
  return at;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (c->zone);
  g_autoptr (AufaitPerson) person = aufait_person_new ("Ada");
  g_autofree char *text = g_strdup_printf ("%.10sT%s:00", c->at, c->at + 11);
  g_autoptr (GDateTime) at = parse (text, zone);
  g_autoptr (GDateTime) next = NULL;
  g_autofree char *found = NULL;
  AufaitHours mine;

  g_assert_true (aufait_hours_parse (c->mine, &mine));
  person->hours = g_strdup (c->theirs);
  person->timezone = g_strdup (c->timezone);
  next = aufait_their_hours_next (mine, person, at);
  found = g_date_time_format (next, "%Y-%m-%d %H:%M");
  g_assert_cmpstr (found, ==, c->next);
}

static void
test_nobody (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (GDateTime) at = parse ("2026-07-01T08:00:00", zone);
  g_autoptr (GDateTime) next =
      aufait_their_hours_next ((AufaitHours){ 9 * 3600, 20 * 3600 }, NULL, at);

  g_assert_cmpint (g_date_time_get_hour (next), ==, 9);
}

/* A card comes from anywhere: what it says must lead to no file but those of tzdata. */
static void
test_zones (void)
{
  static const char *const known[] = {
    "Europe/Paris", "America/Argentina/Ushuaia", "UTC", "+01:00", "-0330", "+14:00", "+05"
  };
  static const char *const refused[] = { "",           "/etc/passwd",   "../../etc/passwd",
                                         "Europe/",    "Europe//Paris", "Europe/../Paris",
                                         "Nowhere/At", "a/b/c/d",       "+1",
                                         "+1:00",      "+25:00",        "+01:60",
                                         "+01:",       "+01:0",         "+010000",
                                         ":Paris",     "Europe/Paris ", "par\xc3\xads" };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++) {
    g_autoptr (GTimeZone) zone = aufait_their_hours_read_zone (known[i]);

    g_test_message ("%s", known[i]);
    g_assert_nonnull (zone);
  }
  g_assert_null (aufait_their_hours_read_zone (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_test_message ("%s", refused[i]);
    g_assert_null (aufait_their_hours_read_zone (refused[i]));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *path = g_strconcat ("/their-hours/next/", CASES[i].name, NULL);

    g_test_add_data_func (path, &CASES[i], test_case);
  }
  g_test_add_func ("/their-hours/nobody", test_nobody);
  g_test_add_func ("/their-hours/zones", test_zones);
  return g_test_run ();
}
