/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-trip.h"

#define NO NULL

typedef struct {
  const char *summary;
  const char *place; /* NO: no trip; "": a trip, place unknown */
  const char *location;
  const char *days; /* NULL: eleven days */
} Row;

static const Row theirs[] = {
  { "Vacances", "", NULL, NULL },
  { "vacances", "", NULL, NULL },
  { "Congés", "", NULL, NULL },
  { "Annual leave", "", NULL, NULL },
  { "Crete", "Crete", NULL, NULL },
  { "Crète 10-20 août", "Crète", NULL, NULL },
  { "Rome ✈", "Rome", NULL, NULL },
  { "✈ Rome", "Rome", NULL, NULL },
  { "✈️ Rome!", "Rome", NULL, NULL },
  { "Rome & Naples", "Rome", NULL, NULL },
  { "Rome et Naples", "Rome", NULL, NULL },
  { "Ski", "", NULL, NULL },
  { "Ski Chamonix", "Chamonix", "Chamonix", NULL },
  { "Skiing", "", NULL, NULL },
  { "Weekend Rome", "Rome", NULL, NULL },
  { "WE Bretagne", "Bretagne", NULL, NULL },
  { "Week-end à Annecy", "Annecy", NULL, NULL },
  { "Holiday in Wales", "Wales", NULL, NULL },
  { "Holidays in Crete", "Crete", NULL, NULL },
  { "Summer holidays 2026 in Crete", "Crete", NULL, NULL },
  { "Marie in Crete", "Crete", NULL, NULL },
  { "Marie Curie: Vacances", "", NULL, NULL },
  { "Vacances en Crète", "Crète", "Grèce", NULL },
  { "Vacances", "Crète", "Crète, Grèce", NULL },
  { "Vacances", "", "12 rue du Port, 64200 Biarritz", NULL },
  { "Vacances", "", "https://maps.example/Rome", NULL },
  { "1to1 Biarritz", "Biarritz", "Biarritz", NULL },
  { "Formation Saint-Malo", "Saint-Malo", "Saint-Malo, France", NULL },
  { "Crete", "Crete", NULL, "2026-08-10" },
  { "Congés", "", NULL, "2026-08-10" },
  { "Italie (Rome, Florence)", "Italie", NULL, NULL },
  { "Rome - Florence - Venise", "Rome", NULL, NULL },
  { "Camping Ardèche", "Ardèche", NULL, NULL },
  { "Noël à Strasbourg", "Strasbourg", NULL, NULL },
  /* something else */
  { "Project Athens", NO, NULL, NULL },
  { "Marathon de Paris", NO, NULL, NULL },
  { "Paris Fashion Week", NO, NULL, NULL },
  { "Déménagement Lyon", NO, NULL, NULL },
  { "Congé maternité", NO, NULL, NULL },
  { "Noël en famille", NO, NULL, NULL },
  { "Formation", NO, "Lyon", NULL },
  { "1to1 Biarritz", NO, "Biarritz", "2026-08-10" },
  { "Birthday Paul", NO, NULL, NULL },
  { "Birthday Paul", NO, NULL, "2026-08-10" },
  { "Anniversaire", NO, NULL, NULL },
  { "Conference call", NO, NULL, "2026-08-10" },
  { "Visioconférence", NO, NULL, "2026-08-10" },
  { "Dentist", NO, NULL, NULL },
  { "Off sick", NO, NULL, NULL },
  { "Arrêt maladie", NO, NULL, NULL },
  { "Office", NO, NULL, NULL },
  { "London office", NO, "London", NULL },
  { "Télétravail", NO, NULL, NULL },
  { "Home office", NO, NULL, NULL },
  { "Weekend", NO, NULL, NULL },
  { "Bank holiday", NO, NULL, "2026-08-10" },
  { "Vacances scolaires", NO, NULL, NULL },
  { "Jour férié", NO, NULL, "2026-08-10" },
  { "Back from Rome", NO, NULL, "2026-08-10" },
  { "Retour de Rome", NO, NULL, "2026-08-10" },
  { "Mariage de Zoe à Rome", NO, NULL, NULL },
  { "Rome cancelled", NO, NULL, NULL },
  { "Appeler Paul", NO, NULL, NULL },
  { "Sprint 12", NO, NULL, NULL },
  { "", NO, NULL, NULL },
  { "✈", NO, NULL, NULL },
};

static const Row mine[] = {
  { "Vacances Marie", "", NULL, NULL },
  { "Vacances Marie", "Crète", "Crète", NULL },
  { "vacances marie", "", NULL, NULL },
  { "Vacances de Marie", "", NULL, NULL },
  { "Congés Marie (Bretagne)", "Bretagne", NULL, NULL },
  { "Marie en congés", "", NULL, NULL },
  { "Marie in Crete", "Crete", NULL, NULL },
  { "Marie en Crète", "Crète", NULL, NULL },
  { "Marie à Paris", "Paris", NULL, NULL },
  { "Marie Curie in New York", "New York", NULL, NULL },
  { "Marie on holiday", "", NULL, NULL },
  { "Marie on holiday", "", NULL, "2026-08-10" },
  { "Marie's holiday", "", NULL, NULL },
  { "Marie’s holiday in Rome", "Rome", NULL, NULL },
  { "Marie - vacances", "", NULL, NULL },
  { "Marie: holiday in Rome", "Rome", NULL, NULL },
  { "Vacances Paul & Marie", "", NULL, NULL },
  { "Paul et Marie en Crète", "Crète", NULL, NULL },
  { "🌴 Marie in Crete", "Crete", NULL, NULL },
  { "Marie at a conference in Berlin", "Berlin", NULL, NULL },
  { "Marie en déplacement à Lyon", "Lyon", NULL, NULL },
  { "Marie honeymoon Bali", "Bali", NULL, NULL },
  { "Marie chez ses parents en Bretagne", "Bretagne", NULL, NULL },
  /* the user's own */
  { "Visite Marie à Paris", NO, NULL, NULL },
  { "Marie visiting us in London", NO, NULL, NULL },
  { "Vacances", NO, NULL, NULL },
  { "Crete", NO, NULL, NULL },
  { "Rome with Marie", NO, NULL, NULL },
  { "Vacances avec Marie", NO, NULL, NULL },
  { "Vacances en Crète avec Marie", NO, NULL, NULL },
  { "Week-end chez Marie à Lyon", NO, NULL, NULL },
  { "Trip to see Marie in Rome", NO, NULL, NULL },
  { "Marie's parents in Crete", NO, NULL, NULL },
  { "Parents de Marie en Crète", NO, NULL, NULL },
  /* no trip */
  { "Marie: Rome", NO, NULL, NULL },
  { "Marie Rome", NO, NULL, NULL },
  { "Lunch with Marie", NO, NULL, NULL },
  { "Lunch with Marie", NO, "Rome", NULL },
  { "Marie: lunch in Rome", NO, NULL, NULL },
  { "Marie's birthday", NO, NULL, NULL },
  { "Anniversaire Marie à Rome", NO, NULL, NULL },
  { "Dentist Marie", NO, NULL, NULL },
  { "Marie in the office", NO, NULL, NULL },
  { "Marie in London office", NO, NULL, NULL },
  { "Marie au bureau", NO, NULL, NULL },
  { "Marie off sick", NO, NULL, NULL },
  { "Marie malade", NO, NULL, NULL },
  { "Marie à l'hôpital", NO, NULL, NULL },
  { "Marie back from Crete", NO, NULL, NULL },
  { "Marie rentre de Crète", NO, NULL, NULL },
  { "Marie in May", NO, NULL, NULL },
  { "Marie not on holiday", NO, NULL, NULL },
  { "Marie moves to Berlin", NO, NULL, NULL },
  { "Marie working from Berlin", NO, NULL, NULL },
  { "Marie out of office", NO, NULL, NULL },
  { "Paul in Crete", NO, NULL, NULL },
  { "Marianne in Crete", NO, NULL, NULL },
};

static AufaitEvent *
make_event (const Row *row)
{
  AufaitEvent *event = aufait_event_new ("u", row->summary);

  event->location = g_strdup (row->location);
  event->all_day = TRUE;
  event->first = aufait_day_new (2026, 8, 10);
  event->last = row->days != NULL ? event->first : aufait_day_new (2026, 8, 20);
  return event;
}

static void
check (const Row *rows, guint n_rows, gboolean is_their_calendar)
{
  g_autoptr (AufaitRef) marie = aufait_ref_new (1, "Marie Curie");
  guint n_wrong = 0;

  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (AufaitEvent) event = make_event (&rows[i]);
    g_autoptr (AufaitMoment) moment = NULL;
    gboolean is_trip = aufait_event_trip_read (event, marie, is_their_calendar, event->first,
                                               event->last, &moment);
    const char *place = !is_trip ? NULL : moment->place != NULL ? moment->place : "";

    g_assert_true (is_trip == (moment != NULL));
    if (g_strcmp0 (place, rows[i].place) != 0) {
      g_test_message ("row %u: %s: %s, not %s", i, rows[i].summary, place, rows[i].place);
      n_wrong++;
    }
    if (!is_trip)
      continue;
    g_assert_cmpint (moment->kind, ==, AUFAIT_MOMENT_TRIP);
    g_assert_cmpint (moment->first, ==, event->first);
    g_assert_cmpint (moment->last, ==, event->last);
    g_assert_cmpint (moment->at_secs, ==, -1);
  }
  g_assert_cmpuint (n_wrong, ==, 0);
}

static void
test_their_calendar (void)
{
  check (theirs, G_N_ELEMENTS (theirs), TRUE);
}

static void
test_the_users_calendar (void)
{
  check (mine, G_N_ELEMENTS (mine), FALSE);
}

/* A name that is a place, too. */
static void
test_who_is_called_like_a_town (void)
{
  static const struct {
    const char *summary;
    gboolean is_theirs;
    const char *place;
  } rows[] = {
    { "Vacances Florence", FALSE, "" },
    { "Florence à Rome", FALSE, "Rome" },
    { "Florence en vacances", FALSE, "" },
    { "Vacances de Florence", FALSE, "" },
    { "Vacances à Sienne avec Florence", FALSE, NO },
    { "Florence", TRUE, NO },
    { "Florence: Rome", TRUE, "Rome" },
    { "Vacances", TRUE, "" },
  };
  g_autoptr (AufaitRef) florence = aufait_ref_new (1, "Florence de la Tour");
  AufaitDay day = aufait_day_new (2026, 8, 10);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitEvent) event = aufait_event_new ("u", rows[i].summary);
    g_autoptr (AufaitMoment) moment = NULL;
    gboolean is_trip;

    g_test_message ("row %u: %s", i, rows[i].summary);
    event->all_day = TRUE;
    is_trip = aufait_event_trip_read (event, florence, rows[i].is_theirs, day, day + 2, &moment);
    g_assert_cmpint (is_trip, ==, rows[i].place != NO);
    if (is_trip)
      g_assert_cmpstr (moment->place != NULL ? moment->place : "", ==, rows[i].place);
  }
}

static void
test_only_what_lasts_and_takes_place (void)
{
  static const struct {
    int secs;
    gboolean cancelled;
    gboolean is_trip;
  } rows[] = {
    { 24 * 60 * 60, FALSE, TRUE }, { 24 * 60 * 60 - 1, FALSE, FALSE }, { 0, FALSE, FALSE },
    { 72 * 60 * 60, FALSE, TRUE }, { 72 * 60 * 60, TRUE, FALSE },
  };
  g_autoptr (AufaitRef) marie = aufait_ref_new (1, "Marie Curie");
  AufaitDay day = aufait_day_new (2026, 8, 10);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitEvent) event = aufait_event_new ("u", "Marie in Crete");
    g_autoptr (AufaitMoment) moment = NULL;

    g_test_message ("row %u", i);
    event->start = 1786312800;
    event->end = event->start + rows[i].secs;
    event->cancelled = rows[i].cancelled;
    g_assert_cmpint (aufait_event_trip_read (event, marie, FALSE, day, day + 1, &moment), ==,
                     rows[i].is_trip);
  }
}

/* In someone's calendar somebody else may be away. */
static void
test_whose_trip_it_is (void)
{
  static const struct {
    const char *summary;
    gboolean is_owners;
    gboolean is_toms;
  } rows[] = {
    { "Tom on holiday", FALSE, TRUE },
    { "Vacances Tom", FALSE, TRUE },
    { "Tom Ricard en Bretagne", FALSE, TRUE },
    { "Tom: Rome", FALSE, FALSE },
    { "Marie on holiday", TRUE, FALSE },
    { "Tom et Marie en Crète", TRUE, TRUE },
    { "Vacances avec Tom", TRUE, FALSE },
    { "On holiday", TRUE, FALSE },
    { "Rome", TRUE, FALSE },
  };
  g_autoptr (AufaitRef) marie = aufait_ref_new (1, "Marie Curie");
  g_autoptr (AufaitRef) tom = aufait_ref_new (2, "Tom Ricard");
  AufaitDay day = aufait_day_new (2026, 8, 10);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitEvent) event = aufait_event_new ("u", rows[i].summary);
    g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

    g_test_message ("row %u: %s", i, rows[i].summary);
    event->all_day = TRUE;
    event->first = day;
    event->last = day + 2;
    event->owner = 1;
    g_ptr_array_add (event->people, aufait_ref_new (1, "Marie Curie"));
    g_ptr_array_add (event->people, aufait_ref_new (2, "Tom Ricard"));
    g_assert_cmpint (aufait_event_trip_is_away (event, marie, utc), ==, rows[i].is_owners);
    g_assert_cmpint (aufait_event_trip_is_away (event, tom, utc), ==, rows[i].is_toms);
  }
}

static void
test_an_event_without_words_is_none (void)
{
  g_autoptr (AufaitRef) marie = aufait_ref_new (1, "Marie Curie");
  g_autoptr (AufaitEvent) event = aufait_event_new ("u", NULL);
  AufaitDay day = aufait_day_new (2026, 8, 10);
  AufaitMoment *moment = NULL;

  event->all_day = TRUE;
  event->location = g_strdup ("Rome");
  g_assert_false (aufait_event_trip_read (event, marie, TRUE, day, day, &moment));
  event->summary = g_strdup ("Rome");
  g_assert_false (aufait_event_trip_read (event, marie, TRUE, AUFAIT_DAY_NONE, day, &moment));
  g_assert_false (aufait_event_trip_read (event, marie, TRUE, day, day - 1, &moment));
  g_assert_null (moment);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-trip/their-calendar", test_their_calendar);
  g_test_add_func ("/event-trip/the-users-calendar", test_the_users_calendar);
  g_test_add_func ("/event-trip/who-is-called-like-a-town", test_who_is_called_like_a_town);
  g_test_add_func ("/event-trip/only-what-lasts-and-takes-place",
                   test_only_what_lasts_and_takes_place);
  g_test_add_func ("/event-trip/whose-trip-it-is", test_whose_trip_it_is);
  g_test_add_func ("/event-trip/an-event-without-words-is-none",
                   test_an_event_without_words_is_none);
  return g_test_run ();
}
