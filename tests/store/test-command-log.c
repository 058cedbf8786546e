/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-command-log.h"

#include "aufait-contact-store.h"
#include "aufait-note-store.h"
#include "aufait-nudge-store.h"
#include "aufait-person-store.h"
#include "aufait-search-index.h"
#include "store-fixture.h"

#define DAY aufait_day_new (2026, 7, 1)

static void
assert_nothing_to_undo (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (aufait_memory_undo (fixture->memory, NULL, &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND);
}

static gint64
add_nudge (StoreFixture *fixture, const char *key, gint64 person_id, gint64 note_id)
{
  g_autoptr (AufaitNudgeRecord) record = aufait_nudge_record_new ("return", key);
  g_autoptr (GError) error = NULL;

  record->person_id = person_id;
  record->note_id = note_id;
  record->due_on = DAY;
  aufait_nudge_store_ensure (fixture->memory, record, &error);
  g_assert_no_error (error);
  return record->id;
}

static void
show_nudge (StoreFixture *fixture, gint64 id, gint64 at)
{
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, NULL);
  aufait_nudge_store_add_showing (fixture->memory, id, at, &error);
  g_assert_no_error (error);
  store_fixture_commit (fixture);
}

static AufaitNudgeRecord *
get_nudge (StoreFixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AufaitNudgeRecord *record = aufait_nudge_store_get (fixture->memory, id, &error);

  g_assert_no_error (error);
  return record;
}

/* --- what a command may do ----------------------------------------------------------------- */

static void
test_takes_back_a_person (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (AufaitPerson) person = aufait_person_new ("Marie Curie");
  g_autoptr (GError) error = NULL;
  static const char *const nicknames[] = { "Mania", "Manya", NULL };

  g_strfreev (person->nicknames);
  person->nicknames = g_strdupv ((GStrv) nicknames);
  store_fixture_begin (fixture, "add Marie Curie");
  aufait_person_store_add (fixture->memory, person, &error);
  g_assert_no_error (error);
  store_fixture_commit (fixture);
  store_fixture_undo (fixture, "add Marie Curie");
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM person"), ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM person_detail"), ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT n FROM tally WHERE what = 'person'"), ==, 0);
  assert_nothing_to_undo (fixture);
  store_fixture_check (fixture);
}

static void
test_never_gives_an_id_twice (StoreFixture *fixture, gconstpointer data)
{
  gint64 first = store_fixture_add_person (fixture, "Marie");

  store_fixture_undo (fixture, "Marie");
  g_assert_cmpint (store_fixture_add_person (fixture, "Paul"), >, first);
}

static void
test_takes_back_a_note_and_its_words (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  gint64 people, notes;

  store_fixture_add_note (fixture, marie, "loves the guitar");
  store_fixture_add_note (fixture, marie, "sold the guitar");
  g_assert_cmpuint (store_fixture_count_found (fixture, "guitar"), ==, 2);
  store_fixture_undo (fixture, "sold the guitar");
  g_assert_cmpuint (store_fixture_count_found (fixture, "guitar"), ==, 1);
  g_assert_cmpuint (store_fixture_count_found (fixture, "sold"), ==, 0);
  store_fixture_check (fixture);
  store_fixture_undo (fixture, "loves the guitar");
  g_assert_cmpuint (store_fixture_count_found (fixture, "guitar"), ==, 0);
  g_assert_true (aufait_memory_count (fixture->memory, &people, &notes, NULL));
  g_assert_cmpint (people, ==, 1);
  g_assert_cmpint (notes, ==, 0);
  store_fixture_undo (fixture, "Marie");
  assert_nothing_to_undo (fixture);
  store_fixture_check (fixture);
}

static void
test_takes_back_a_contact (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  g_autoptr (AufaitContact) contact = aufait_contact_new (AUFAIT_CONTACT_CALLED, DAY);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (contact->people, aufait_ref_new (marie, "Marie"));
  store_fixture_begin (fixture, "called Marie");
  aufait_contact_store_add (fixture->memory, contact, &error);
  g_assert_no_error (error);
  store_fixture_commit (fixture);
  store_fixture_undo (fixture, "called Marie");
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM contact"), ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM contact_person"), ==, 0);
}

static void
test_takes_back_an_answer (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  g_autoptr (AufaitNudgeRecord) record = NULL;
  gint64 id;

  store_fixture_begin (fixture, NULL);
  id = add_nudge (fixture, "k", marie, 0);
  store_fixture_commit (fixture);
  show_nudge (fixture, id, 1000);
  store_fixture_begin (fixture, "done");
  aufait_nudge_store_set_state (fixture->memory, id, AUFAIT_NUDGE_DONE, NULL);
  store_fixture_commit (fixture);
  store_fixture_undo (fixture, "done");
  record = get_nudge (fixture, id);
  g_assert_cmpint (record->state, ==, AUFAIT_NUDGE_SHOWN);
  g_assert_cmpint (record->times_shown, ==, 1);
}

/* Rows that are removed or rewritten come back, every type of value with them. */
static void
test_brings_back_what_was_removed (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  g_autoptr (AufaitNote) kept = NULL;
  gint64 id = store_fixture_add_note (fixture, marie, "plays the drums");

  store_fixture_run (fixture, "INSERT INTO moment (note_id, position, kind, first_day, last_day)"
                              " SELECT id, 0, 'exam', -5, 9223372036854775807 FROM note");
  store_fixture_begin (fixture, "forget");
  aufait_search_index_remove (aufait_memory_get_database (fixture->memory), id, NULL);
  store_fixture_run (fixture, "DELETE FROM note");
  store_fixture_commit (fixture);
  g_assert_cmpuint (store_fixture_count_found (fixture, "drums"), ==, 0);
  store_fixture_check (fixture);
  store_fixture_undo (fixture, "forget");
  g_assert_cmpuint (store_fixture_count_found (fixture, "drums"), ==, 1);
  kept = aufait_note_store_get (fixture->memory, id, NULL);
  g_assert_nonnull (kept);
  g_assert_cmpuint (kept->people->len, ==, 1);
  g_assert_cmpint (store_fixture_ask (fixture,
                                      "SELECT count(*) FROM moment WHERE first_day = -5"
                                      " AND last_day = 9223372036854775807 AND place IS NULL"),
                   ==, 1);
  store_fixture_check (fixture);
}

/* A row that comes, changes and goes again within one command. */
static void
test_takes_back_in_reverse (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");

  store_fixture_begin (fixture, "much");
  store_fixture_run (fixture, "UPDATE person SET name = 'Maria', circle = 'close'");
  store_fixture_run (fixture, "UPDATE person SET name = 'Manya'");
  store_fixture_run (fixture,
                     "INSERT INTO person VALUES (50, 'Eve', NULL, NULL, 0, 0, 0, 0, NULL, 0, 0)");
  store_fixture_run (fixture, "UPDATE person SET birthday = '--01-01' WHERE id = 50");
  store_fixture_run (fixture, "DELETE FROM person WHERE id = 50");
  store_fixture_run (fixture,
                     "INSERT INTO person VALUES (50, 'Eva', NULL, NULL, 7, 1, 0, 0, NULL, 0, 0)");
  store_fixture_commit (fixture);
  store_fixture_undo (fixture, "much");
  g_assert_cmpint (marie, ==,
                   store_fixture_ask (fixture, "SELECT id FROM person WHERE name = 'Marie'"
                                               " AND circle IS NULL"));
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM person"), ==, 1);
}

static void
test_keeps_long_text (StoreFixture *fixture, gconstpointer data)
{
  static const gsize sizes[] = { 1, 127, 128, 16383, 16384, 3000000 };
  gint64 marie = store_fixture_add_person (fixture, "Marie");

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree char *text = g_strnfill (sizes[i], 'x');
    gint64 id = store_fixture_add_note (fixture, marie, text);
    g_autoptr (AufaitNote) note = NULL;

    store_fixture_begin (fixture, "forget");
    aufait_search_index_remove (aufait_memory_get_database (fixture->memory), id, NULL);
    store_fixture_run (fixture, "DELETE FROM note");
    store_fixture_commit (fixture);
    store_fixture_undo (fixture, "forget");
    note = aufait_note_store_get (fixture->memory, id, NULL);
    g_assert_nonnull (note);
    g_assert_cmpstr (note->text, ==, text);
    store_fixture_undo (fixture, text);
  }
}

/* --- what happened since ------------------------------------------------------------------- */

static void
test_takes_back_a_note_whose_nudge_was_shown (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  g_autoptr (AufaitNote) note = aufait_note_new (DAY, "trip");
  g_autoptr (GError) error = NULL;
  guint n_shown = 0;
  gint64 within, later, last_at = 0;

  g_ptr_array_add (note->people, aufait_ref_new (marie, "Marie"));
  store_fixture_begin (fixture, "note trip");
  aufait_note_store_add (fixture->memory, note, 1, &error);
  within = add_nudge (fixture, "within", marie, note->id);
  store_fixture_commit (fixture);
  store_fixture_begin (fixture, NULL);
  later = add_nudge (fixture, "later", marie, note->id);
  note->meaning->kind = AUFAIT_NOTE_IMPRESSION;
  g_ptr_array_add (note->meaning->interests, g_strdup ("travel"));
  aufait_note_store_set_meaning (fixture->memory, note, 2, &error);
  store_fixture_commit (fixture);
  show_nudge (fixture, within, 1000);
  show_nudge (fixture, later, 2000);

  store_fixture_undo (fixture, "note trip");
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM note"), ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM nudge"), ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM interest"), ==, 0);
  aufait_nudge_store_count_showings (fixture->memory, 0, 5000, &n_shown, &last_at, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_shown, ==, 2);
  g_assert_cmpint (last_at, ==, 2000);
  store_fixture_check (fixture);
}

static void
test_keeps_showings_of_a_snoozed_nudge (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  g_autoptr (AufaitNudgeRecord) record = NULL;
  gint64 id;

  store_fixture_begin (fixture, NULL);
  id = add_nudge (fixture, "k", marie, 0);
  store_fixture_commit (fixture);
  store_fixture_begin (fixture, "snooze");
  aufait_nudge_store_snooze (fixture->memory, id, 1000, NULL);
  store_fixture_commit (fixture);
  show_nudge (fixture, id, 1000);
  store_fixture_undo (fixture, "snooze");
  record = get_nudge (fixture, id);
  g_assert_cmpint (record->state, ==, AUFAIT_NUDGE_SHOWN);
  g_assert_cmpint (record->times_shown, ==, 1);
  g_assert_cmpint (record->snoozed_until, ==, 0);
}

/* A note that was kept since speaks of the person: it may not lose them. */
static void
test_refuses_what_would_break (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  g_autoptr (AufaitNote) note = aufait_note_new (DAY, "hello");
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (note->people, aufait_ref_new (marie, "Marie"));
  store_fixture_begin (fixture, NULL);
  aufait_note_store_add (fixture->memory, note, 1, &error);
  store_fixture_commit (fixture);
  g_assert_false (aufait_memory_undo (fixture->memory, NULL, &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM person"), ==, 1);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM note_person"), ==, 1);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM command"), ==, 1);
  store_fixture_check (fixture);
  store_fixture_add_person (fixture, "Paul");
  store_fixture_undo (fixture, "Paul");
}

/* --- the log ------------------------------------------------------------------------------- */

static void
test_survives_the_end (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_add_person (fixture, "Marie");
  store_fixture_reopen (fixture);
  store_fixture_undo (fixture, "Marie");
}

static void
test_keeps_the_last_hundred (StoreFixture *fixture, gconstpointer data)
{
  for (int i = 0; i < AUFAIT_COMMAND_LOG_LENGTH + 20; i++) {
    g_autofree char *name = g_strdup_printf ("P%d", i);

    store_fixture_add_person (fixture, name);
  }
  for (int i = AUFAIT_COMMAND_LOG_LENGTH + 20; i-- > 20;) {
    g_autofree char *name = g_strdup_printf ("P%d", i);

    store_fixture_undo (fixture, name);
  }
  assert_nothing_to_undo (fixture);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM person"), ==, 20);
}

static void
test_logs_nothing_that_is_not_the_users (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (AufaitPerson) person = aufait_person_new ("Eve");

  store_fixture_begin (fixture, "nothing at all");
  store_fixture_commit (fixture);
  store_fixture_begin (fixture, "nothing new");
  store_fixture_run (fixture, "UPDATE person SET name = name");
  store_fixture_commit (fixture);
  store_fixture_begin (fixture, "taken back at once");
  aufait_person_store_add (fixture->memory, person, NULL);
  aufait_memory_rollback (fixture->memory);
  store_fixture_begin (fixture, NULL);
  aufait_person_store_add (fixture->memory, person, NULL);
  store_fixture_commit (fixture);
  assert_nothing_to_undo (fixture);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM person"), ==, 1);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/command-log/" name, StoreFixture, NULL, store_fixture_set_up, test,                \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("takes-back-a-person", test_takes_back_a_person);
  ADD ("never-gives-an-id-twice", test_never_gives_an_id_twice);
  ADD ("takes-back-a-note-and-its-words", test_takes_back_a_note_and_its_words);
  ADD ("takes-back-a-contact", test_takes_back_a_contact);
  ADD ("takes-back-an-answer", test_takes_back_an_answer);
  ADD ("brings-back-what-was-removed", test_brings_back_what_was_removed);
  ADD ("takes-back-in-reverse", test_takes_back_in_reverse);
  ADD ("keeps-long-text", test_keeps_long_text);
  ADD ("takes-back-a-note-whose-nudge-was-shown", test_takes_back_a_note_whose_nudge_was_shown);
  ADD ("keeps-showings-of-a-snoozed-nudge", test_keeps_showings_of_a_snoozed_nudge);
  ADD ("refuses-what-would-break", test_refuses_what_would_break);
  ADD ("survives-the-end", test_survives_the_end);
  ADD ("keeps-the-last-hundred", test_keeps_the_last_hundred);
  ADD ("logs-nothing-that-is-not-the-users", test_logs_nothing_that_is_not_the_users);
  return g_test_run ();
}
