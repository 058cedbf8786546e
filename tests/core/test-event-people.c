/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-people.h"
#include "names-world.h"

static const char *const mine[] = { "Me@Example.org", "me@work.example", NULL };

static const struct {
  const char *summary;
  const char *description;
  const char *attendees; /* "address=name; …"; "!" before those who declined */
  gint64 owner;
  const char *ids;
} rows[] = {
  { "Lunch", NULL, NULL, 0, "" },
  /* attendees */
  { "Lunch", NULL, "marie@example.org", 0, "1" },
  { "Lunch", NULL, "MARIE@Example.org", 0, "1" },
  { "Lunch", NULL, "mailto:marie@example.org", 0, "1" },
  { "Lunch", NULL, "marie@example.org; paul.martin@example.org; me@example.org", 0, "1 3" },
  { "Lunch", NULL, "!marie@example.org; paul.martin@example.org", 0, "3" },
  { "Lunch with Marie Curie", NULL, "!marie@example.org", 0, "" },
  { "Lunch", NULL, "marie@example.org; marie@example.org=Marie", 0, "1" },
  /* of two with one address, the one whose name stands with it */
  { "Lunch", NULL, "shared@example.org", 0, "" },
  { "Lunch", NULL, "shared@example.org=Theo Leroy", 0, "14" },
  { "Lunch", NULL, "shared@example.org=Zoe", 0, "" },
  /* names of attendees, behind addresses */
  { "Lunch", NULL, "z@new.example=Zoe; paul.martin@example.org", 0, "3 10" },
  { "Lunch with Paul", NULL, "z@new.example=Zoe; marie@example.org", 0, "1 10 3" },
  { "Lunch", NULL, "mc@new.example=Marie Curie", 0, "1" },
  { "Lunch", NULL, "mc@new.example=marie CURIE", 0, "1" },
  { "Lunch", NULL, "mc@new.example=Curie, Marie", 0, "1" },
  { "Lunch", NULL, "mc@new.example=CURIE Marie (Ext)", 0, "1" },
  { "Lunch", NULL, "mc@new.example=Marie Curie [Lab]", 0, "1" },
  { "Lunch", NULL, "=René Descartes", 0, "4" },
  { "Lunch", NULL, "jl@new.example=Jean Luc Picard", 0, "5" },
  { "Lunch", NULL, "z@new.example=Zoé", 0, "10" },
  { "Lunch", NULL, "m@new.example=Marie", 0, "" },
  { "Lunch", NULL, "m@new.example=Curie", 0, "" },
  { "Lunch", NULL, "m@new.example=Marie Curie Dupont", 0, "" },
  { "Lunch", NULL, "room@new.example=3", 0, "" },
  { "Lunch", NULL, "x@new.example=marie@example.org", 0, "" },
  { "Lunch", NULL, "paul.martin@example.org=Marie Curie", 0, "3" },
  { "Lunch", NULL, "me@work.example=Marie Curie", 0, "" },
  /* words */
  { "Lunch with Paul", NULL, NULL, 0, "3" },
  { "Déjeuner avec Zoé", "Avec Paul aussi", NULL, 0, "10 3" },
  { "Déjeuner avec Zoé", "Avec Paul aussi", "marie@example.org", 0, "1 10 3" },
  { "Lunch with Marie", NULL, NULL, 0, "" },
  { "Lunch with Marie", NULL, "marie@example.org", 0, "1" },
  { "Will call the plumber", NULL, NULL, 0, "" },
  { "Rose garden", NULL, NULL, 0, "" },
  { "Visit Florence", NULL, NULL, 0, "" },
  { "déplacer la pierre", NULL, NULL, 0, "" },
  { NULL, NULL, NULL, 0, "" },
  { NULL, "Paul", NULL, 0, "3" },
  /* someone else of that name comes, or it is the user's own */
  { "Lunch with Paul", NULL, "pr@new.example=Paul Ricard", 0, "" },
  { "Zoe / Paul", NULL, "me@example.org=Paul Auteur", 0, "10" },
  { "Lunch with Paul Martin", NULL, "pr@new.example=Paul Ricard", 0, "3" },
  { "Zoe / Paul", NULL, "me@example.org=Paul", 0, "10" },
  { "Lunch with Paul", NULL, "p@new.example=Paul", 0, "3" },
  { "Lunch with Paul", NULL, "p@new.example=Paul M.", 0, "3" },
  { "Lunch with Paul", NULL, "p@new.example=p@new.example", 0, "3" },
  /* addresses in words */
  { "Call marie@example.org", NULL, NULL, 0, "1" },
  { "Call", "Contact:marie@example.org, mailto:paul.martin@example.org", NULL, 0, "1 3" },
  { "Call", "me@example.org", NULL, 0, "" },
  { "Call", "zoe.paul@elsewhere.example", NULL, 0, "" },
  { "Call", "https://zoom.example/j/9?pwd=Zoe&name=Paul\nJoin Zoom Meeting", NULL, 0, "" },
  { "Call", "-- \nPaul Martin\nhttps://rose.example/Zoe", NULL, 0, "3" },
  /* whose calendar it is */
  { "Lunch", NULL, NULL, 2, "2" },
  { "Lunch with Paul", NULL, "marie@example.org", 2, "2 1 3" },
  { "Lunch", NULL, "!marie@example.org", 1, "1" },
  { "Lunch", NULL, NULL, 99, "" },
};

static void
add_attendees (AufaitEvent *event, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "; ", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    gboolean declined = *parts[i] == '!';
    g_auto (GStrv) halves = g_strsplit (parts[i] + declined, "=", 2);
    const char *email = *halves[0] != '\0' ? halves[0] : NULL;
    AufaitAttendee *attendee = aufait_attendee_new (email, halves[1]);

    attendee->declined = declined;
    g_ptr_array_add (event->attendees, attendee);
  }
}

static void
test_an_event_is_about_whom (void)
{
  g_autoptr (AufaitNames) names = make_world ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    AufaitEventPeopleContext context = { names, mine, rows[i].owner };
    g_autoptr (AufaitEvent) event = aufait_event_new ("u", rows[i].summary);

    event->description = g_strdup (rows[i].description);
    add_attendees (event, rows[i].attendees);
    g_test_message ("row %u: %s", i, rows[i].summary);
    assert_ids (aufait_event_people_find (event, &context), rows[i].ids);
  }
}

/* The user has a card, too, and is nobody to be asked how they are. */
static void
test_never_the_user (void)
{
  g_autoptr (AufaitNames) names = make_world ();
  const char *const own[] = { "marie@example.org", "shared@example.org", "", NULL };
  AufaitEventPeopleContext context = { names, own, 0 };
  g_autoptr (AufaitEvent) event = aufait_event_new ("u", "Marie Curie / Paul / Anne");

  add_attendees (event, "marie@example.org=Marie Curie; other@x.org=Marie Curie; zoe@x.org=Zoe");
  assert_ids (aufait_event_people_find (event, &context), "10 3 13");
  context.owner = 1; /* but in a calendar that is said to be theirs */
  assert_ids (aufait_event_people_find (event, &context), "1 10 3 13");
}

static void
test_knows_what_the_user_declined (void)
{
  static const struct {
    const char *attendees;
    gboolean is_declined;
  } answers[] = {
    { NULL, FALSE },
    { "me@example.org", FALSE },
    { "!me@example.org", TRUE },
    { "!mailto:ME@example.ORG; paul@x.org", TRUE },
    { "!paul@x.org; me@example.org", FALSE },
    { "!me@example.org; me@work.example", FALSE },
    { "!me@example.org; !me@work.example", TRUE },
    { "!=Me", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    g_autoptr (AufaitEvent) event = aufait_event_new ("u", "s");

    g_test_message ("row %u", i);
    add_attendees (event, answers[i].attendees);
    g_assert_cmpint (aufait_event_people_is_declined_by_me (event, mine), ==,
                     answers[i].is_declined);
    g_assert_false (aufait_event_people_is_declined_by_me (event, NULL));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_world_test ("/event-people/an-event-is-about-whom", test_an_event_is_about_whom);
  add_world_test ("/event-people/never-the-user", test_never_the_user);
  g_test_add_func ("/event-people/knows-what-the-user-declined", test_knows_what_the_user_declined);
  return g_test_run ();
}
