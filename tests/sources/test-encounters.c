/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aufait-encounters.h"

#include "aufait-contact-store.h"
#include "link-world.h"

#define NOON (12 * 3600)

static GDateTime *
get_noon (AufaitDay day)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");

  return aufait_day_at (day, NOON, zone);
}

static AufaitDay
get_today (void)
{
  return aufait_day_new (2026, 7, 1);
}

/* At noon, for an hour. */
static void
put_lunch (LinkWorld *world, const char *path, AufaitDay day, gboolean cancelled)
{
  g_autoptr (GDateTime) start = get_noon (day);
  AufaitEvent *event = aufait_event_new (path, "Lunch with Ada");

  event->start = g_date_time_to_unix (start);
  event->end = event->start + 3600;
  event->cancelled = cancelled;
  link_world_put_event (world, path, event);
}

static void
put_trip (LinkWorld *world, const char *path, AufaitDay day)
{
  g_autoptr (GDateTime) start = get_noon (day);
  AufaitEvent *event = aufait_event_new (path, "Ada on holiday");

  event->start = g_date_time_to_unix (start);
  event->end = event->start + 30 * 3600;
  link_world_put_event (world, path, event);
}

static void
put_day (LinkWorld *world, const char *path, AufaitDay day)
{
  AufaitEvent *event = index_fixture_new_all_day (path, day, day);

  g_free (event->summary);
  event->summary = g_strdup ("Lunch with Ada");
  link_world_put_event (world, path, event);
}

static void
log_contact (LinkWorld *world, gint64 person, AufaitDay day)
{
  g_autoptr (AufaitContact) contact = aufait_contact_new (AUFAIT_CONTACT_CALLED, day);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (contact->people, aufait_ref_new (person, "Ada"));
  g_assert_true (aufait_memory_begin (world->memory, "called", &error));
  g_assert_true (aufait_contact_store_add (world->memory, contact, &error));
  g_assert_true (aufait_memory_commit (world->memory, &error));
}

/* "called -3, event -5": days from today. */
static char *
tell (LinkWorld *world, gint64 person, guint max)
{
  g_autoptr (GDateTime) now = get_noon (get_today ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contacts =
      aufait_encounters_list (world->directory, person, now, max, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < contacts->len; i++) {
    const AufaitContact *contact = contacts->pdata[i];

    g_string_append_printf (text, "%s%s %d", i > 0 ? ", " : "",
                            aufait_contact_how_to_string (contact->how),
                            contact->on - get_today ());
    g_assert_cmpuint (contact->people->len, ==, 1);
  }
  return g_string_free (text, FALSE);
}

static void
test_contacts (void)
{
  LinkWorld world;
  gint64 ada;
  g_autofree char *all = NULL;
  g_autofree char *two = NULL;

  link_world_init (&world);
  ada = link_world_add (&world, "Ada");
  log_contact (&world, ada, get_today () - 5);
  log_contact (&world, ada, get_today () - 9);
  put_lunch (&world, "cal/same-day", get_today () - 5, FALSE);
  put_lunch (&world, "cal/over", get_today () - 7, FALSE);
  put_lunch (&world, "cal/twice", get_today () - 7, FALSE);
  put_lunch (&world, "cal/off", get_today () - 2, TRUE);
  put_lunch (&world, "cal/going-on", get_today (), FALSE);
  put_lunch (&world, "cal/to-come", get_today () + 1, FALSE);
  put_lunch (&world, "cal/long-ago", get_today () - 1000, FALSE);
  put_trip (&world, "cal/trip", get_today () - 4);
  put_day (&world, "cal/all-day", get_today () - 1);
  link_world_settle (&world);
  all = tell (&world, ada, 10);
  g_assert_cmpstr (all, ==, "called -5, event -7, called -9");
  two = tell (&world, ada, 2);
  g_assert_cmpstr (two, ==, "called -5, event -7");
  link_world_clear (&world);
}

static void
test_events (void)
{
  LinkWorld world;
  gint64 ada;
  g_autoptr (GDateTime) now = get_noon (get_today ());
  g_autoptr (GPtrArray) events = NULL;
  static const char *const expected[] = { "cal/past", "cal/today", "cal/next" };

  link_world_init (&world);
  ada = link_world_add (&world, "Ada");
  put_lunch (&world, "cal/before", get_today () - 9, FALSE);
  put_lunch (&world, "cal/past", get_today () - 7, FALSE);
  put_lunch (&world, "cal/today", get_today (), FALSE);
  put_lunch (&world, "cal/next", get_today () + 7, FALSE);
  put_lunch (&world, "cal/later", get_today () + 9, FALSE);
  link_world_settle (&world);
  events = aufait_encounters_list_events (world.directory, ada, now, 2, NULL);
  g_assert_cmpuint (events->len, ==, 3);
  for (guint i = 0; i < events->len; i++)
    g_assert_cmpstr (((AufaitEvent *) events->pdata[i])->uid, ==, expected[i]);
  link_world_clear (&world);
}

static void
test_next (void)
{
  LinkWorld world;
  gint64 ada;
  g_autoptr (GDateTime) now = get_noon (get_today ());

  link_world_init (&world);
  ada = link_world_add (&world, "Ada");
  put_trip (&world, "cal/trip", get_today () + 1);
  link_world_settle (&world);
  g_assert_cmpint (aufait_encounters_find_next (world.directory, ada, now, 7, NULL), ==,
                   AUFAIT_DAY_NONE);
  put_lunch (&world, "cal/next", get_today () + 5, FALSE);
  link_world_settle (&world);
  g_assert_cmpint (aufait_encounters_find_next (world.directory, ada, now, 7, NULL), ==,
                   get_today () + 5);
  link_world_clear (&world);
}

/* Nobody was met before, or there is nothing but what is to come. */
static void
test_events_to_come (void)
{
  LinkWorld world;
  gint64 ada;
  g_autoptr (GDateTime) now = get_noon (get_today ());
  g_autoptr (GPtrArray) events = NULL;

  link_world_init (&world);
  ada = link_world_add (&world, "Ada");
  for (int i = 0; i < 5; i++) {
    g_autofree char *path = g_strdup_printf ("cal/%d", i);

    put_lunch (&world, path, get_today () + 1 + i, FALSE);
  }
  link_world_settle (&world);
  events = aufait_encounters_list_events (world.directory, ada, now, 2, NULL);
  g_assert_cmpuint (events->len, ==, 2);
  link_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encounters/tells-contacts-once-a-day", test_contacts);
  g_test_add_func ("/encounters/tells-the-last-event-and-the-next", test_events);
  g_test_add_func ("/encounters/tells-the-next-meeting", test_next);
  g_test_add_func ("/encounters/tells-no-more-than-it-is-asked", test_events_to_come);
  return g_test_run ();
}
