/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What events say beside when they are. */
#include "config.h"

#include <string.h>

#include "aufait-ical.h"

static void
on_event (const AufaitEvent *event, gboolean is_again, gpointer user_data)
{
  AufaitEvent **found = user_data;
  AufaitEvent *copy = aufait_event_new (event->uid, event->summary);

  g_assert_null (*found);
  copy->location = g_strdup (event->location);
  copy->description = g_strdup (event->description);
  for (guint i = 0; i < event->attendees->len; i++) {
    const AufaitAttendee *attendee = g_ptr_array_index (event->attendees, i);
    AufaitAttendee *other = aufait_attendee_new (attendee->email, attendee->name);

    other->declined = attendee->declined;
    g_ptr_array_add (copy->attendees, other);
  }
  *found = copy;
}

static AufaitEvent *
read_one (const char *lines)
{
  g_autoptr (AufaitIcal) ical =
      aufait_ical_new (aufait_day_new (2026, 1, 1), aufait_day_new (2026, 12, 31), "UTC");
  g_autofree char *text = g_strconcat ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260601\n", lines,
                                       "END:VEVENT\nEND:VCALENDAR\n", NULL);
  AufaitEvent *event = NULL;

  aufait_ical_read (ical, text, strlen (text), on_event, &event, NULL);
  g_assert_nonnull (event);
  return event;
}

static void
test_texts_are_unescaped_and_clean (void)
{
  g_autoptr (AufaitEvent) event = read_one (
      "UID:u\\,1\nSUMMARY;LANGUAGE=fr:Déj\\, av\n ec\\n Zoé \\; \\\\o/ \\q\nLOCATION:12\\, rue\\NX\n"
      "DESCRIPTION:a\\nb\\,c\xe2\x80\xae\td\a\n");

  g_assert_cmpstr (event->uid, ==, "u\\,1");
  g_assert_cmpstr (event->summary, ==, "Déj, avec Zoé ; \\o/ \\q");
  g_assert_cmpstr (event->location, ==, "12, rue X");
  g_assert_cmpstr (event->description, ==, "a b,c d");
}

static void
test_what_is_not_said_is_nothing (void)
{
  g_autoptr (AufaitEvent) event = read_one ("LOCATION:\nDESCRIPTION: \nATTENDEE:\n");

  g_assert_cmpstr (event->summary, ==, "");
  g_assert_null (event->location);
  g_assert_null (event->description);
  g_assert_cmpuint (event->attendees->len, ==, 0);
  /* It is still told from others. */
  g_assert_cmpstr (event->uid, ==, "20260601");
}

static void
test_other_encodings_are_read (void)
{
  g_autoptr (AufaitEvent) event = read_one (
      "UID:u\nSUMMARY:D\xe9jeuner\nLOCATION;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Caf=C3=A9\n"
      "DESCRIPTION:\xff\xfe\n");

  g_assert_cmpstr (event->summary, ==, "Déjeuner");
  g_assert_cmpstr (event->location, ==, "Café");
  g_assert_true (g_utf8_validate (event->description, -1, NULL));
}

static void
test_descriptions_are_cut (void)
{
  static const char *const letters[] = { "x", "é", "€", "😀" };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++) {
    g_autoptr (GString) lines = g_string_new ("DESCRIPTION:y");
    g_autoptr (AufaitEvent) event = NULL;

    for (guint k = 0; k < 5000; k++)
      g_string_append (lines, letters[i]);
    g_string_append (lines, "\n");
    event = read_one (lines->str);
    g_assert_cmpuint (strlen (event->description), <=, 2048);
    g_assert_cmpuint (strlen (event->description), >, 2048 - 8);
    g_assert_true (g_utf8_validate (event->description, -1, NULL));
    g_assert_true (g_str_has_suffix (event->description, "…"));
  }
}

static void
check_attendee (
    const AufaitEvent *event, guint index, const char *email, const char *name, gboolean declined)
{
  const AufaitAttendee *attendee = g_ptr_array_index (event->attendees, index);

  g_assert_cmpstr (attendee->email, ==, email);
  g_assert_cmpstr (attendee->name, ==, name);
  g_assert_cmpint (attendee->declined, ==, declined);
}

static void
test_knows_who_comes (void)
{
  g_autoptr (AufaitEvent) event =
      read_one ("UID:u\nORGANIZER;CN=\"Curie, Marie\":mailto:marie@example.org\n"
                "ATTENDEE;CN=Paul;PARTSTAT=ACCEPTED:MAILTO:paul@example.org\n"
                "ATTENDEE;PARTSTAT=\"DECLINED\":mailto:zoe@example.org\n"
                "ATTENDEE;CUTYPE=ROOM;CN=Room 1:mailto:room@example.org\n"
                "ATTENDEE;CUTYPE=RESOURCE:mailto:beamer@example.org\n"
                "ATTENDEE;CN=Ana;EMAIL=ana@example.org:urn:uuid:1234\n"
                "ATTENDEE;CN=Luc:urn:uuid:5678\n"
                "ATTENDEE;CN=Twice:mailto:PAUL@example.org\n"
                "ATTENDEE:tom@example.org\n"
                "ATTENDEE:urn:uuid:9\n");

  g_assert_cmpuint (event->attendees->len, ==, 6);
  check_attendee (event, 0, "paul@example.org", "Paul", FALSE);
  check_attendee (event, 1, "zoe@example.org", NULL, TRUE);
  check_attendee (event, 2, "ana@example.org", "Ana", FALSE);
  check_attendee (event, 3, NULL, "Luc", FALSE);
  check_attendee (event, 4, "tom@example.org", NULL, FALSE);
  check_attendee (event, 5, "marie@example.org", "Curie, Marie", FALSE);
}

static void
test_calendars_and_groups_do_not_come (void)
{
  static const char *const nobody[] = {
    "ORGANIZER;CN=Marie Dupont:mailto:abc@group.calendar.google.com\n",
    "ORGANIZER;CN=Feasts:mailto:fr.french#holiday@group.v.calendar.google.com\n",
    "ORGANIZER;CN=Someone:mailto:unknownorganizer@calendar.google.com\n",
    "ATTENDEE;CN=Room 1:MAILTO:abc@Resource.Calendar.Google.com\n",
    "ATTENDEE;CUTYPE=GROUP;CN=The team:mailto:team@example.org\n",
    "ATTENDEE;CUTYPE=group;CN=The team:mailto:team@example.org\n",
  };
  static const char *const somebody[] = {
    "ATTENDEE;CUTYPE=INDIVIDUAL;CN=Ana:mailto:ana@example.org\n",
    "ATTENDEE;CUTYPE=UNKNOWN:mailto:ana@example.org\n",
    "ATTENDEE:mailto:ana@mycalendar.google.com\n",
    "ATTENDEE:mailto:ana@calendar.google.com.example.org\n",
    "ATTENDEE;CN=calendar.google.com:urn:uuid:1\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (nobody); i++) {
    g_autoptr (AufaitEvent) event = read_one (nobody[i]);

    g_test_message ("nobody %u", i);
    g_assert_cmpuint (event->attendees->len, ==, 0);
  }
  for (guint i = 0; i < G_N_ELEMENTS (somebody); i++) {
    g_autoptr (AufaitEvent) event = read_one (somebody[i]);

    g_test_message ("somebody %u", i);
    g_assert_cmpuint (event->attendees->len, ==, 1);
  }
}

static void
test_organisers_say_as_attendees_whether_they_come (void)
{
  g_autoptr (AufaitEvent) event =
      read_one ("ORGANIZER:mailto:m@example.org\n"
                "ATTENDEE;PARTSTAT=DECLINED;CN=M:mailto:m@example.org\n");

  g_assert_cmpuint (event->attendees->len, ==, 1);
  check_attendee (event, 0, "m@example.org", "M", TRUE);
}

static void
test_crowds_are_limited (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (AufaitEvent) event = NULL;

  for (guint i = 0; i < 900; i++)
    g_string_append_printf (lines, "ATTENDEE:mailto:%u@example.org\n", i);
  event = read_one (lines->str);
  g_assert_cmpuint (event->attendees->len, ==, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ical-details/texts-are-unescaped-and-clean",
                   test_texts_are_unescaped_and_clean);
  g_test_add_func ("/ical-details/what-is-not-said-is-nothing", test_what_is_not_said_is_nothing);
  g_test_add_func ("/ical-details/other-encodings-are-read", test_other_encodings_are_read);
  g_test_add_func ("/ical-details/descriptions-are-cut", test_descriptions_are_cut);
  g_test_add_func ("/ical-details/knows-who-comes", test_knows_who_comes);
  g_test_add_func ("/ical-details/calendars-and-groups-do-not-come",
                   test_calendars_and_groups_do_not_come);
  g_test_add_func ("/ical-details/organisers-say-as-attendees-whether-they-come",
                   test_organisers_say_as_attendees_whether_they_come);
  g_test_add_func ("/ical-details/crowds-are-limited", test_crowds_are_limited);
  return g_test_run ();
}
