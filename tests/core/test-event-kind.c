/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-kind.h"

enum {
  ALL_DAY = 0
};

static const struct {
  const char *summary;
  int minutes; /* ALL_DAY: no times */
  const char *calendar;
  const char *location;
  gboolean is_birthday;
} birthdays[] = {
  { "Birthday of Paul", ALL_DAY, NULL, NULL, TRUE },
  { "Paul's birthday", ALL_DAY, NULL, NULL, TRUE },
  { "Paul Martin’s Birthday (40)", ALL_DAY, "home", NULL, TRUE },
  { "Happy birthday Paul!", ALL_DAY, NULL, NULL, TRUE },
  { "Anniversaire de Zoé", ALL_DAY, NULL, NULL, TRUE },
  { "Anniv Zoé", ALL_DAY, NULL, NULL, TRUE },
  { "anniversaire zoé", ALL_DAY, NULL, NULL, TRUE },
  { "Wedding anniversary Paul & Zoe", ALL_DAY, NULL, NULL, TRUE },
  { "Anniversaire de mariage", ALL_DAY, NULL, NULL, TRUE },
  { "🎂 Paul", ALL_DAY, NULL, NULL, TRUE },
  { "Paul Martin", ALL_DAY, "Birthdays", NULL, TRUE },
  { "Paul Martin", ALL_DAY, "contact_birthdays", NULL, TRUE },
  { "Paul Martin", ALL_DAY, "Anniversaires", "Lyon", TRUE },
  { "Birthday of Paul", 30, NULL, NULL, TRUE },
  { "Anniversaire de Zoé", 60, NULL, NULL, TRUE },
  { "Anniversaire d'Anne", 15, NULL, NULL, TRUE },
  /* a party, or nothing of the kind */
  { "Anniversaire de Zoé", 180, NULL, NULL, FALSE },
  { "Birthday of Paul", 30, NULL, "Chez Paul", FALSE },
  { "Paul's birthday dinner", 60, NULL, NULL, FALSE },
  { "Lunch for Paul's birthday", 60, NULL, NULL, FALSE },
  { "Dîner anniversaire Zoé", 60, NULL, NULL, FALSE },
  { "Dîner anniversaire Zoé", ALL_DAY, NULL, NULL, FALSE },
  { "Fête d'anniversaire de Zoé", 60, NULL, NULL, FALSE },
  { "🎂 Paul", 60, NULL, NULL, FALSE },
  { "Paul Martin", 60, "Birthdays", NULL, FALSE },
  { "Paul Martin", ALL_DAY, "home", NULL, FALSE },
  { "Lunch with Paul", 60, NULL, NULL, FALSE },
  { "", ALL_DAY, NULL, NULL, FALSE },
  { NULL, ALL_DAY, NULL, NULL, FALSE },
};

static const struct {
  const char *summary;
  int minutes;
  const char *calendar;
  gboolean cancelled;
  gboolean transparent;
  guint n_attendees;
  guint n_declined; /* beside */
  guint n_people;
  gboolean is_meeting;
} meetings[] = {
  { "Lunch with Paul", 60, "home", FALSE, FALSE, 0, 0, 1, TRUE },
  { "Lunch with Paul", 60, NULL, FALSE, TRUE, 0, 0, 1, TRUE },
  { "Dîner anniversaire Paul", 180, NULL, FALSE, FALSE, 0, 0, 1, TRUE },
  { "Hiking with Paul", ALL_DAY, "home", FALSE, FALSE, 0, 0, 1, TRUE },
  { "Lunch with Paul", 60, "Holidays", FALSE, FALSE, 0, 0, 1, TRUE },
  { "Review", 60, NULL, FALSE, FALSE, 8, 0, 3, TRUE },
  { "Review", 60, NULL, FALSE, FALSE, 8, 4, 3, TRUE },
  { "Review", 60, NULL, FALSE, FALSE, 9, 0, 3, FALSE },
  { "Dinner", 60, NULL, FALSE, FALSE, 0, 0, 8, TRUE },
  { "Dinner", 60, NULL, FALSE, FALSE, 0, 0, 9, FALSE },
  { "Lunch", 60, NULL, FALSE, FALSE, 0, 0, 0, FALSE },
  { "Lunch with Paul", 60, NULL, TRUE, FALSE, 0, 0, 1, FALSE },
  { "Hiking with Paul", ALL_DAY, NULL, FALSE, TRUE, 0, 0, 1, FALSE },
  { "Paul's birthday", ALL_DAY, NULL, FALSE, FALSE, 0, 0, 1, FALSE },
  { "Anniversaire de Paul", 60, NULL, FALSE, FALSE, 0, 0, 1, FALSE },
  { "Paul", ALL_DAY, "Birthdays", FALSE, FALSE, 0, 0, 1, FALSE },
  { "Martin Luther King", ALL_DAY, "Holidays in the United States", FALSE, FALSE, 0, 0, 1, FALSE },
  { "Saint Paul", ALL_DAY, "Jours fériés en France", FALSE, FALSE, 0, 0, 1, FALSE },
  { "Bank holiday (Paul)", ALL_DAY, "home", FALSE, FALSE, 0, 0, 1, FALSE },
  { "Paul", ALL_DAY, "Vacances", FALSE, FALSE, 0, 0, 1, FALSE },
  { "CANCELLED: Lunch with Paul", 60, NULL, FALSE, FALSE, 0, 0, 1, FALSE },
  { "Lunch with Paul (canceled)", 60, NULL, FALSE, FALSE, 0, 0, 1, FALSE },
  { "ANNULE : déjeuner avec Paul", 60, NULL, FALSE, FALSE, 0, 0, 1, FALSE },
  { "Annulé : concert de guitare", 60, NULL, FALSE, FALSE, 0, 0, 1, FALSE },
  { "Lunch with Paul at the hospital", 60, NULL, FALSE, FALSE, 0, 0, 1, TRUE },
  { NULL, 60, NULL, FALSE, FALSE, 0, 0, 1, TRUE },
};

static const struct {
  const char *summary;
  gboolean is_closed;
} closed[] = {
  { "CANCELLED: Guitar jam", TRUE },
  { "Annulé : concert de guitare", TRUE },
  { "Vin d'honneur après l'enterrement", TRUE },
  { "Jazz (chimio, salle 3)", TRUE },
  { "Lecture du testament de papa", TRUE },
  { "Divorce lawyer after yoga", TRUE },
  { "Yoga with my therapist", TRUE },
  { "Marche blanche pour Léa", TRUE },
  { "Date night: cooking class", TRUE },
  { "Card payment due", TRUE },
  { "Running costs review", TRUE },
  { "Carte d'identité RDV mairie", TRUE },
  { "Post office: stamps", TRUE },
  { "Guitar jam in the park", FALSE },
  { "Concert de guitare", FALSE },
  { "Yoga in the park", FALSE },
  { "Cooking class with Zoe", FALSE },
  { "Tennis court, doubles", FALSE },
  { "Bank holiday hike", FALSE },
  { "Drum clinic", FALSE },
  { "Bill's jazz party", FALSE },
  { "RDV jam au parc", FALSE },
  { "Soirée jeux de cartes", FALSE },
  { "Dégustation de vins", FALSE },
  { "", FALSE },
  { NULL, FALSE },
};

static AufaitEvent *
make_event (const char *summary, int minutes, const char *calendar)
{
  AufaitEvent *event = aufait_event_new ("u", summary);

  event->all_day = minutes == ALL_DAY;
  event->first = event->last = aufait_day_new (2026, 8, 10);
  event->start = 1786312800;
  event->end = event->start + 60 * minutes;
  event->calendar = g_strdup (calendar);
  return event;
}

static void
test_a_birthday_is_no_party (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (birthdays); i++) {
    g_autoptr (AufaitEvent) event =
        make_event (birthdays[i].summary, birthdays[i].minutes, birthdays[i].calendar);

    g_test_message ("row %u: %s", i, birthdays[i].summary);
    event->location = g_strdup (birthdays[i].location);
    g_assert_cmpint (aufait_event_kind_is_birthday (event), ==, birthdays[i].is_birthday);
  }
}

static void
add_attendees (AufaitEvent *event, guint n, gboolean declined)
{
  while (n-- > 0) {
    AufaitAttendee *attendee = aufait_attendee_new ("a@example.org", NULL);

    attendee->declined = declined;
    g_ptr_array_add (event->attendees, attendee);
  }
}

static void
test_what_is_worth_a_word (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++) {
    g_autoptr (AufaitEvent) event =
        make_event (meetings[i].summary, meetings[i].minutes, meetings[i].calendar);

    g_test_message ("row %u: %s", i, meetings[i].summary);
    event->cancelled = meetings[i].cancelled;
    event->transparent = meetings[i].transparent;
    add_attendees (event, meetings[i].n_attendees, FALSE);
    add_attendees (event, meetings[i].n_declined, TRUE);
    g_assert_cmpint (aufait_event_kind_is_meeting (event, meetings[i].n_people), ==,
                     meetings[i].is_meeting);
  }
}

static void
test_to_what_nobody_is_invited (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (closed); i++) {
    g_autoptr (AufaitEvent) event = make_event (closed[i].summary, 60, NULL);

    g_test_message ("row %u: %s", i, closed[i].summary);
    g_assert_cmpint (aufait_event_kind_is_closed (event), ==, closed[i].is_closed);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-kind/a-birthday-is-no-party", test_a_birthday_is_no_party);
  g_test_add_func ("/event-kind/what-is-worth-a-word", test_what_is_worth_a_word);
  g_test_add_func ("/event-kind/to-what-nobody-is-invited", test_to_what_nobody_is_invited);
  return g_test_run ();
}
