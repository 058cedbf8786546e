/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-values.h"

static void
test_every_moment_kind_has_a_word (void)
{
  static const char *const words[] = { "trip",        "exam",    "interview", "job",         "move",
                                       "health",      "wedding", "birth",     "competition", "show",
                                       "celebration", "visit",   "loss" };

  g_assert_cmpuint (G_N_ELEMENTS (words), ==, AUFAIT_N_MOMENT_KINDS);
  for (int i = 0; i < AUFAIT_N_MOMENT_KINDS; i++) {
    g_assert_cmpstr (aufait_moment_kind_to_string ((AufaitMomentKind) i), ==, words[i]);
    g_assert_cmpint (aufait_moment_kind_from_string (words[i]), ==, i);
  }
}

static void
test_every_contact_how_has_a_word (void)
{
  static const char *const words[] = { "met", "called", "wrote", "event" };

  for (int i = 0; i <= AUFAIT_CONTACT_EVENT; i++) {
    g_assert_cmpstr (aufait_contact_how_to_string ((AufaitContactHow) i), ==, words[i]);
    g_assert_cmpint (aufait_contact_how_from_string (words[i]), ==, i);
  }
}

static void
test_every_nudge_state_has_a_word (void)
{
  static const char *const words[] = {
    "waiting", "shown", "snoozed", "done", "dropped", "expired"
  };

  for (int i = 0; i <= AUFAIT_NUDGE_EXPIRED; i++) {
    g_assert_cmpstr (aufait_nudge_state_to_string ((AufaitNudgeState) i), ==, words[i]);
    g_assert_cmpint (aufait_nudge_state_from_string (words[i]), ==, i);
  }
}

static void
test_other_words_are_no_kind (void)
{
  static const char *const invalid[] = { NULL, "", "Trip", "trips", "tri", " trip", "unknown" };

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_assert_cmpint (aufait_moment_kind_from_string (invalid[i]), ==, -1);
    g_assert_cmpint (aufait_contact_how_from_string (invalid[i]), ==, -1);
    g_assert_cmpint (aufait_nudge_state_from_string (invalid[i]), ==, -1);
  }
}

static void
test_new_values_are_whole (void)
{
  g_autoptr (AufaitPerson) person = aufait_person_new ("Marie Curie");
  g_autoptr (AufaitMoment) moment = aufait_moment_new (AUFAIT_MOMENT_EXAM, 10, 12);
  g_autoptr (AufaitPromise) promise = aufait_promise_new (AUFAIT_DAY_NONE, "call");
  g_autoptr (AufaitNote) note = aufait_note_new (10, "a text");
  g_autoptr (AufaitContact) contact = aufait_contact_new (AUFAIT_CONTACT_CALLED, 10);

  g_assert_cmpuint (g_strv_length (person->nicknames), ==, 0);
  g_assert_cmpuint (g_strv_length (person->emails), ==, 0);
  g_assert_cmpuint (g_strv_length (person->phones), ==, 0);
  g_assert_cmpuint (g_strv_length (person->places), ==, 0);
  g_assert_null (person->birthday);
  g_assert_cmpint (moment->first, ==, 10);
  g_assert_cmpint (moment->last, ==, 12);
  g_assert_cmpint (moment->at_secs, ==, -1);
  g_assert_cmpint (promise->at_secs, ==, -1);
  g_assert_cmpuint (note->people->len, ==, 0);
  g_assert_cmpint (note->meaning->kind, ==, AUFAIT_NOTE_FACT);
  g_assert_cmpuint (note->meaning->moments->len, ==, 0);
  g_assert_cmpuint (contact->people->len, ==, 0);
}

static void
test_nothing_may_be_freed (void)
{
  aufait_ref_free (NULL);
  aufait_person_free (NULL);
  aufait_moment_free (NULL);
  aufait_promise_free (NULL);
  aufait_meaning_free (NULL);
  aufait_note_free (NULL);
  aufait_contact_free (NULL);
  aufait_reason_free (NULL);
  aufait_nudge_free (NULL);
}

static void
test_a_full_value_owns_its_members (void)
{
  g_autoptr (AufaitNudge) nudge = aufait_nudge_new ("return", "return:1:2");
  g_autoptr (AufaitNote) note = aufait_note_new (10, "plays the guitar");
  AufaitMoment *moment = aufait_moment_new (AUFAIT_MOMENT_TRIP, 10, 12);

  nudge->person = aufait_ref_new (4, "Marie Curie");
  nudge->at = g_date_time_new_utc (2026, 8, 21, 10, 0, 0);
  nudge->title = g_strdup ("Marie Curie is back from Crète");
  g_ptr_array_add (nudge->why, aufait_reason_new ("part en Crète", 10, 7));

  moment->place = g_strdup ("Crète");
  g_ptr_array_add (note->people, aufait_ref_new (4, "Marie Curie"));
  g_ptr_array_add (note->meaning->moments, moment);
  g_ptr_array_add (note->meaning->interests, g_strdup ("guitar"));
  g_ptr_array_add (note->meaning->promises, aufait_promise_new (10, "a book"));

  g_assert_cmpstr (nudge->key, ==, "return:1:2");
  g_assert_cmpint (((AufaitReason *) nudge->why->pdata[0])->note_id, ==, 7);
}

static void
test_title_and_action_are_one_text (void)
{
  static const struct {
    const char *title;
    const char *action;
    const char *text;
  } valid[] = {
    { "Marie Curie is back from Crète", "Ask how it was.",
      "Marie Curie is back from Crète. Ask how it was." },
    { "Is Paul back?", "Ask.", "Is Paul back? Ask." },
    { "You promised Zoe “the book…”", NULL, "You promised Zoe “the book…”" },
    { "It is time.", "Call Tom.", "It is time. Call Tom." },
    { "Paul", "", "Paul" },
    { NULL, "Ask how it was.", "Ask how it was." },
    { NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    g_autoptr (AufaitNudge) nudge = aufait_nudge_new ("return", "key");
    g_autofree char *text = NULL;

    nudge->title = g_strdup (valid[i].title);
    nudge->action = g_strdup (valid[i].action);
    text = aufait_nudge_dup_text (nudge);
    g_assert_cmpstr (text, ==, valid[i].text);
  }
}

static void
test_an_open_nudge_asks_for_an_answer (void)
{
  static const gboolean open[] = { TRUE, TRUE, TRUE, FALSE, FALSE, FALSE };
  g_autoptr (AufaitNudge) nudge = aufait_nudge_new ("wish", "key");

  for (int i = 0; i <= AUFAIT_NUDGE_EXPIRED; i++) {
    nudge->state = (AufaitNudgeState) i;
    g_assert_cmpint (aufait_nudge_is_open (nudge), ==, open[i]);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/values/every-moment-kind-has-a-word", test_every_moment_kind_has_a_word);
  g_test_add_func ("/values/every-contact-how-has-a-word", test_every_contact_how_has_a_word);
  g_test_add_func ("/values/every-nudge-state-has-a-word", test_every_nudge_state_has_a_word);
  g_test_add_func ("/values/other-words-are-no-kind", test_other_words_are_no_kind);
  g_test_add_func ("/values/new-values-are-whole", test_new_values_are_whole);
  g_test_add_func ("/values/nothing-may-be-freed", test_nothing_may_be_freed);
  g_test_add_func ("/values/a-full-value-owns-its-members", test_a_full_value_owns_its_members);
  g_test_add_func ("/values/title-and-action-are-one-text", test_title_and_action_are_one_text);
  g_test_add_func ("/values/an-open-nudge-asks-for-an-answer",
                   test_an_open_nudge_asks_for_an_answer);

  return g_test_run ();
}
