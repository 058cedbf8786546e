/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-wire.h"

static void
assert_json (JsonNode *node, const char *expected)
{
  g_autoptr (JsonNode) owned = node;
  g_autofree char *text = json_to_string (owned, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static GStrv
make_strv (const char *first, const char *second)
{
  const char *texts[] = { first, second, NULL };

  return g_strdupv ((char **) texts);
}

static void
test_a_ref_is_id_and_name (void)
{
  g_autoptr (AufaitRef) ref = aufait_ref_new (G_MAXINT64, "Zoé “Zaz” \"O\\");

  assert_json (aufait_wire_ref (ref),
               "{\"id\":9223372036854775807,\"name\":\"Zoé “Zaz” \\\"O\\\\\"}");
}

static void
test_a_bare_person_has_its_arrays (void)
{
  g_autoptr (AufaitPerson) person = aufait_person_new ("Marie Curie");

  person->id = 1;
  assert_json (aufait_wire_person (person),
               "{\"id\":1,\"name\":\"Marie Curie\",\"nicknames\":[],\"emails\":[],\"phones\":[],"
               "\"places\":[],\"birthday\":null,\"circle\":null,\"private\":false}");
}

static void
test_a_full_person_has_every_field (void)
{
  g_autoptr (AufaitPerson) person = aufait_person_new ("Marie Curie");

  person->id = 12;
  g_strfreev (person->nicknames);
  g_strfreev (person->emails);
  g_strfreev (person->phones);
  g_strfreev (person->places);
  person->nicknames = make_strv ("Manya", NULL);
  person->emails = make_strv ("marie@example.org", "m@example.org");
  person->phones = make_strv ("+33 1 23", NULL);
  person->places = make_strv ("Paris", NULL);
  person->birthday = g_strdup ("--11-07");
  person->anniversary = g_strdup ("1895-07-26");
  person->circle = g_strdup ("close");
  person->cadence_days = 21;
  person->is_private = TRUE;
  person->language = g_strdup ("fr");
  assert_json (aufait_wire_person (person),
               "{\"id\":12,\"name\":\"Marie Curie\",\"nicknames\":[\"Manya\"],"
               "\"emails\":[\"marie@example.org\",\"m@example.org\"],\"phones\":[\"+33 1 23\"],"
               "\"places\":[\"Paris\"],\"birthday\":\"--11-07\",\"anniversary\":\"1895-07-26\","
               "\"circle\":\"close\","
               "\"cadenceDays\":21,\"private\":true,\"language\":\"fr\"}");
}

static void
test_a_relation_has_kind_and_name (void)
{
  g_autoptr (AufaitCardRelation) relation = aufait_card_relation_new ("child", "Irène", NULL);

  assert_json (aufait_wire_relation (relation), "{\"kind\":\"child\",\"name\":\"Irène\"}");
}

static void
test_a_moment_without_place_has_none (void)
{
  g_autoptr (AufaitMoment) moment = aufait_moment_new (
      AUFAIT_MOMENT_LOSS, aufait_day_new (2026, 8, 10), aufait_day_new (2026, 8, 10));

  moment->at_secs = 3600;
  assert_json (aufait_wire_moment (moment),
               "{\"kind\":\"loss\",\"firstDay\":\"2026-08-10\",\"lastDay\":\"2026-08-10\"}");
}

static void
test_a_moment_without_an_end_is_open (void)
{
  g_autoptr (AufaitMoment) moment = aufait_moment_new (
      AUFAIT_MOMENT_HEALTH, aufait_day_new (2026, 8, 10), aufait_day_new (2026, 8, 12));

  moment->is_open = TRUE;
  assert_json (aufait_wire_moment (moment), "{\"kind\":\"health\",\"firstDay\":\"2026-08-10\","
                                            "\"lastDay\":\"2026-08-12\",\"open\":true}");
}

static void
test_a_moment_says_its_place_and_words (void)
{
  g_autoptr (AufaitMoment) moment = aufait_moment_new (
      AUFAIT_MOMENT_EXAM, aufait_day_new (2026, 8, 10), aufait_day_new (2026, 8, 20));

  moment->place = g_strdup ("Crète");
  moment->what = g_strdup ("the driving test");
  moment->language = g_strdup ("en");
  assert_json (aufait_wire_moment (moment),
               "{\"kind\":\"exam\",\"firstDay\":\"2026-08-10\",\"lastDay\":\"2026-08-20\","
               "\"place\":\"Crète\",\"what\":\"the driving test\",\"language\":\"en\"}");
}

/* Where we have a word for it; else the note's own. */
static void
test_a_moment_is_named_in_our_language (void)
{
  g_autoptr (AufaitMoment) moment = aufait_moment_new (
      AUFAIT_MOMENT_EXAM, aufait_day_new (2026, 8, 10), aufait_day_new (2026, 8, 10));

  moment->what = g_strdup ("le permis");
  moment->language = g_strdup ("fr");
  assert_json (aufait_wire_moment (moment),
               "{\"kind\":\"exam\",\"firstDay\":\"2026-08-10\",\"lastDay\":\"2026-08-10\","
               "\"what\":\"the driving test\",\"language\":\"en\"}");
  g_free (moment->what);
  moment->what = g_strdup ("le certif");
  assert_json (aufait_wire_moment (moment),
               "{\"kind\":\"exam\",\"firstDay\":\"2026-08-10\",\"lastDay\":\"2026-08-10\","
               "\"what\":\"le certif\",\"language\":\"fr\"}");
}

static void
test_a_bare_note_has_its_arrays (void)
{
  g_autoptr (AufaitNote) note = aufait_note_new (aufait_day_new (2026, 7, 1), "hello");

  assert_json (aufait_wire_note (note),
               "{\"id\":0,\"on\":\"2026-07-01\",\"text\":\"hello\",\"kind\":\"fact\",\"people\":[],"
               "\"moments\":[],\"interests\":[],\"promises\":[]}");
}

static void
test_a_note_says_what_was_understood (void)
{
  g_autoptr (AufaitNote) note = aufait_note_new (aufait_day_new (2026, 7, 1), "semblait fatiguée");
  AufaitMeaning *meaning = note->meaning;
  AufaitDay day = aufait_day_new (2026, 8, 10);

  note->id = 3;
  meaning->kind = AUFAIT_NOTE_IMPRESSION;
  g_ptr_array_add (note->people, aufait_ref_new (1, "Marie"));
  g_ptr_array_add (meaning->moments, aufait_moment_new (AUFAIT_MOMENT_TRIP, day, day));
  g_ptr_array_add (meaning->interests, g_strdup ("guitare"));
  g_ptr_array_add (meaning->interests, g_strdup ("jazz"));
  g_ptr_array_add (meaning->promises, aufait_promise_new (day, "the book"));
  g_ptr_array_add (meaning->promises, aufait_promise_new (AUFAIT_DAY_NONE, "call back"));
  assert_json (
      aufait_wire_note (note),
      "{\"id\":3,\"on\":\"2026-07-01\",\"text\":\"semblait fatiguée\",\"kind\":\"impression\","
      "\"people\":[{\"id\":1,\"name\":\"Marie\"}],"
      "\"moments\":[{\"kind\":\"trip\",\"firstDay\":\"2026-08-10\",\"lastDay\":\"2026-08-10\"}],"
      "\"interests\":[\"guitare\",\"jazz\"],"
      "\"promises\":[{\"day\":\"2026-08-10\",\"what\":\"the book\"},{\"day\":null,\"what\":\"call back\"}]}");
}

static void
test_a_contact_says_how (void)
{
  g_autoptr (AufaitContact) contact =
      aufait_contact_new (AUFAIT_CONTACT_CALLED, aufait_day_new (2026, 7, 1));

  contact->id = 5;
  g_ptr_array_add (contact->people, aufait_ref_new (1, "Marie"));
  assert_json (aufait_wire_contact (contact), "{\"id\":5,\"on\":\"2026-07-01\",\"how\":\"called\","
                                              "\"people\":[{\"id\":1,\"name\":\"Marie\"}]}");
}

static void
test_a_nudge_says_why (void)
{
  g_autoptr (AufaitNudge) nudge = aufait_nudge_new ("return", "return:3:0");
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  AufaitReason *event = aufait_reason_new ("Lunch with Claire", AUFAIT_DAY_NONE, 0);

  event->event = g_strdup ("uid-1");
  nudge->id = 2;
  nudge->person = aufait_ref_new (1, "Marie Curie");
  nudge->at = g_date_time_new (zone, 2026, 8, 21, 10, 0, 0);
  nudge->state = AUFAIT_NUDGE_SHOWN;
  nudge->title = g_strdup ("Marie Curie is back from Crète");
  nudge->action = g_strdup ("Ask how it was.");
  g_ptr_array_add (nudge->why, aufait_reason_new ("part en Crète", aufait_day_new (2026, 7, 1), 3));
  g_ptr_array_add (nudge->why, event);
  assert_json (aufait_wire_nudge (nudge),
               "{\"id\":2,\"kind\":\"return\",\"person\":{\"id\":1,\"name\":\"Marie Curie\"},"
               "\"at\":\"2026-08-21T10:00:00+02:00\",\"state\":\"shown\","
               "\"text\":\"Marie Curie is back from Crète. Ask how it was.\","
               "\"title\":\"Marie Curie is back from Crète\",\"action\":\"Ask how it was.\","
               "\"why\":[{\"text\":\"part en Crète\",\"on\":\"2026-07-01\",\"note\":3},"
               "{\"text\":\"Lunch with Claire\",\"event\":\"uid-1\"}]}");
}

static void
test_an_instant_has_its_offset_and_whole_seconds (void)
{
  static const struct {
    const char *zone;
    const char *text;
  } valid[] = {
    { "UTC", "2026-01-05T09:07:03+00:00" },
    { "Europe/Paris", "2026-01-05T09:07:03+01:00" },
    { "America/St_Johns", "2026-01-05T09:07:03-03:30" },
    { "Asia/Kathmandu", "2026-01-05T09:07:03+05:45" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (valid[i].zone);
    g_autoptr (GDateTime) at = g_date_time_new (zone, 2026, 1, 5, 9, 7, 3.75);
    g_autofree char *text = aufait_wire_dup_instant (at);

    g_assert_cmpstr (text, ==, valid[i].text);
  }
}

static void
test_no_values_are_an_empty_array (void)
{
  g_autoptr (GPtrArray) empty = g_ptr_array_new ();

  assert_json (aufait_wire_array (empty, (AufaitWireFunc) aufait_wire_ref), "[]");
  assert_json (aufait_wire_array (NULL, (AufaitWireFunc) aufait_wire_ref), "[]");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wire/a-ref-is-id-and-name", test_a_ref_is_id_and_name);
  g_test_add_func ("/wire/a-bare-person-has-its-arrays", test_a_bare_person_has_its_arrays);
  g_test_add_func ("/wire/a-full-person-has-every-field", test_a_full_person_has_every_field);
  g_test_add_func ("/wire/a-relation-has-kind-and-name", test_a_relation_has_kind_and_name);
  g_test_add_func ("/wire/a-moment-without-place-has-none", test_a_moment_without_place_has_none);
  g_test_add_func ("/wire/a-moment-without-an-end-is-open", test_a_moment_without_an_end_is_open);
  g_test_add_func ("/wire/a-moment-says-its-place-and-words",
                   test_a_moment_says_its_place_and_words);
  g_test_add_func ("/wire/a-moment-is-named-in-our-language",
                   test_a_moment_is_named_in_our_language);
  g_test_add_func ("/wire/a-bare-note-has-its-arrays", test_a_bare_note_has_its_arrays);
  g_test_add_func ("/wire/a-note-says-what-was-understood", test_a_note_says_what_was_understood);
  g_test_add_func ("/wire/a-contact-says-how", test_a_contact_says_how);
  g_test_add_func ("/wire/a-nudge-says-why", test_a_nudge_says_why);
  g_test_add_func ("/wire/an-instant-has-its-offset-and-whole-seconds",
                   test_an_instant_has_its_offset_and_whole_seconds);
  g_test_add_func ("/wire/no-values-are-an-empty-array", test_no_values_are_an_empty_array);

  return g_test_run ();
}
