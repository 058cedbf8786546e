/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-identity-store.h"

#include "aufait-note-store.h"
#include "aufait-nudge-store.h"
#include "aufait-person-store.h"
#include "aufait-schema.h"
#include "store-fixture.h"

static void
set (StoreFixture *fixture, const char *card, gint64 person, gboolean is_said)
{
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, NULL);
  g_assert_true (aufait_identity_store_set (fixture->memory, card, person, is_said, &error));
  g_assert_no_error (error);
  store_fixture_commit (fixture);
}

/* "KEY STATE note", a line each, by key. */
static char *
tell_nudges (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_memory_get_database (fixture->memory),
                               "SELECT key, state, person_id FROM nudge ORDER BY key", &error);
  GString *text = g_string_new (NULL);

  while (aufait_query_step (statement, &error))
    g_string_append_printf (
        text, "%s %s %" G_GINT64_FORMAT "\n", aufait_query_get_text (statement, 0),
        aufait_query_get_text (statement, 1), aufait_query_get_int (statement, 2));
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

/* --- cards ---------------------------------------------------------------------------------- */

static void
test_keeps_whose_a_card_is (StoreFixture *fixture, gconstpointer data)
{
  gint64 ada = store_fixture_add_person (fixture, "Ada");
  gint64 bob = store_fixture_add_person (fixture, "Bob");
  gint64 before, after;
  gboolean is_said = TRUE;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (aufait_identity_store_find (fixture->memory, "uid:u1", NULL, &error), ==, 0);
  g_assert_no_error (error);
  g_assert_true (aufait_identity_store_get_stamp (fixture->memory, &before, &error));
  set (fixture, "uid:u1", ada, FALSE);
  g_assert_cmpint (aufait_identity_store_find (fixture->memory, "uid:u1", &is_said, &error), ==,
                   ada);
  g_assert_false (is_said);
  set (fixture, "uid:u1", bob, TRUE);
  g_assert_cmpint (aufait_identity_store_find (fixture->memory, "uid:u1", &is_said, &error), ==,
                   bob);
  g_assert_true (is_said);
  set (fixture, "uid:u0", bob, TRUE);
  g_assert_cmpint (aufait_identity_store_find (fixture->memory, "uid:u0", &is_said, &error), ==,
                   bob);
  g_assert_true (aufait_identity_store_get_stamp (fixture->memory, &after, &error));
  g_assert_cmpint (after, ==, before + 3);
}

/* The stamp says which memory it is, too. */
static void
test_stamps_each_memory (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = store_fixture_dup_path (fixture, "other/memory.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitMemory) other = aufait_memory_open (path, &error);
  gint64 stamp, other_stamp;

  g_assert_no_error (error);
  g_assert_true (aufait_identity_store_get_stamp (fixture->memory, &stamp, &error));
  g_assert_true (aufait_identity_store_get_stamp (other, &other_stamp, &error));
  g_assert_cmpint (stamp, >=, 0);
  g_assert_cmpint (stamp, !=, other_stamp);
}

static void
test_renames_those_of_cards_alone (StoreFixture *fixture, gconstpointer data)
{
  gint64 ada = store_fixture_add_person (fixture, "Ada");
  gint64 bob = store_fixture_add_person (fixture, "Bob");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  store_fixture_change (fixture, "UPDATE person SET is_of_cards = 1 WHERE name = 'Bob'");
  store_fixture_begin (fixture, NULL);
  g_assert_true (aufait_identity_store_rename (fixture->memory, ada, "Ada King", NULL));
  g_assert_true (aufait_identity_store_rename (fixture->memory, bob, "Bob King", NULL));
  store_fixture_commit (fixture);
  first = aufait_person_store_dup_name (fixture->memory, ada, NULL);
  second = aufait_person_store_dup_name (fixture->memory, bob, NULL);
  g_assert_cmpstr (first, ==, "Ada");
  g_assert_cmpstr (second, ==, "Bob King");
}

static void
test_forgets_those_of_whom_nothing_is_said (StoreFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *sql; /* the person is 1 */
    gboolean is_gone;
  } rows[] = {
    { "SELECT 1", TRUE },
    { "UPDATE person SET is_of_cards = 0", FALSE },
    { "INSERT INTO note (id, on_day, text, is_impression, sentence_version) VALUES (1, 9, 'x', 0, 1);"
      "INSERT INTO note_person VALUES (1, 1, 0, 9)",
      FALSE },
    { "INSERT INTO contact VALUES (1, 9, 'met', 0); INSERT INTO contact_person VALUES (1, 1, 0, 9)",
      FALSE },
    { "INSERT INTO nudge (key, kind, person_id, due_on, state) VALUES ('k', 'x', 1, 9, 'waiting')",
      TRUE },
    { "INSERT INTO nudge (key, kind, person_id, due_on, state) VALUES ('k', 'x', 1, 9, 'dropped')",
      FALSE },
    { "INSERT INTO nudge (key, kind, person_id, due_on, state, times_shown)"
      " VALUES ('k', 'x', 1, 9, 'waiting', 1)",
      FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    gint64 id;
    gboolean is_gone;

    store_fixture_change (fixture,
                          "DELETE FROM note_person; DELETE FROM contact_person; DELETE FROM nudge;"
                          "DELETE FROM person; DELETE FROM sqlite_sequence; DELETE FROM contact");
    id = store_fixture_add_person (fixture, "Ada");
    g_test_message ("%s", rows[i].sql);
    g_assert_cmpint (id, ==, 1);
    store_fixture_change (fixture, "UPDATE person SET is_of_cards = 1");
    store_fixture_change (fixture, rows[i].sql);
    store_fixture_begin (fixture, NULL);
    g_assert_true (aufait_identity_store_forget (fixture->memory, id, &is_gone, NULL));
    store_fixture_commit (fixture);
    g_assert_cmpint (is_gone, ==, rows[i].is_gone);
  }
}

/* --- the same ------------------------------------------------------------------------------- */

static void
test_merges_what_was_said (StoreFixture *fixture, gconstpointer data)
{
  gint64 ada = store_fixture_add_person (fixture, "Ada");
  gint64 other = store_fixture_add_person (fixture, "Augusta");
  g_autoptr (AufaitPerson) person = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  gboolean is_said = FALSE;

  store_fixture_add_note (fixture, ada, "one");
  store_fixture_add_note (fixture, other, "two");
  store_fixture_change (
      fixture, "INSERT INTO note_person SELECT id, 2, 1, on_day FROM note WHERE text = 'one';"
               "INSERT INTO contact VALUES (1, 9, 'met', 0), (2, 10, 'met', 0);"
               "INSERT INTO contact_person VALUES (1, 1, 0, 9), (1, 2, 1, 9), (2, 2, 0, 10);"
               "INSERT INTO person_detail VALUES (1, 'email', 0, 'a@x.org'),"
               " (2, 'email', 0, 'a@x.org'), (2, 'email', 1, 'b@x.org'), (2, 'phone', 0, '123');"
               "UPDATE person SET birthday = '--05-09', circle = 'close', cadence_days = 21,"
               " hours = '18:00-21:00', is_private = 1, is_silent = 1 WHERE id = 2");
  set (fixture, "uid:u2", other, FALSE);
  store_fixture_merge (fixture, ada, other);
  person = aufait_person_store_get (fixture->memory, ada, NULL);
  notes = aufait_note_store_list_about (fixture->memory, ada, 10, NULL);
  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_cmpuint (g_strv_length (person->emails), ==, 2);
  g_assert_cmpuint (g_strv_length (person->phones), ==, 1);
  g_assert_cmpstr (person->birthday, ==, "--05-09");
  g_assert_cmpstr (person->circle, ==, "close");
  g_assert_cmpint (person->cadence_days, ==, 21);
  g_assert_cmpstr (person->hours, ==, "18:00-21:00");
  g_assert_true (person->is_private);
  g_assert_true (person->is_silent);
  /* Who was called so is still found by it. */
  g_assert_cmpuint (g_strv_length (person->nicknames), ==, 1);
  g_assert_cmpstr (person->nicknames[0], ==, "Augusta");
  g_assert_cmpint (aufait_identity_store_find (fixture->memory, "uid:u2", &is_said, NULL), ==, ada);
  g_assert_true (is_said);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM contact_person"), ==, 2);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM person"), ==, 1);
}

/* What was said first stays. */
static void
test_merges_three (StoreFixture *fixture, gconstpointer data)
{
  gint64 ada = store_fixture_add_person (fixture, "Ada");
  gint64 second = store_fixture_add_person (fixture, "Ada");
  gint64 third = store_fixture_add_person (fixture, "Ada");
  g_autoptr (AufaitPerson) person = NULL;

  store_fixture_change (
      fixture,
      "INSERT INTO person_detail VALUES (1, 'email', 0, 'a@x.org'), (2, 'email', 0, 'b@x.org'),"
      " (3, 'email', 0, 'c@x.org'), (3, 'email', 1, 'B@x.org');"
      "UPDATE person SET birthday = '1984-05-09', circle = 'inner', cadence_days = 7"
      " WHERE id = 1; UPDATE person SET birthday = '--01-01', circle = 'wider', cadence_days = 9"
      " WHERE id = 2");
  store_fixture_merge (fixture, ada, second);
  store_fixture_merge (fixture, ada, third);
  person = aufait_person_store_get (fixture->memory, ada, NULL);
  g_assert_cmpuint (g_strv_length (person->emails), ==, 3);
  g_assert_cmpuint (g_strv_length (person->nicknames), ==, 0);
  g_assert_cmpstr (person->birthday, ==, "1984-05-09");
  g_assert_cmpstr (person->circle, ==, "inner");
  g_assert_cmpint (person->cadence_days, ==, 7);
}

/* What was answered stays so, whichever of the two it was answered of. */
static void
test_merges_answers (StoreFixture *fixture, gconstpointer data)
{
  gint64 ada = store_fixture_add_person (fixture, "Ada");
  gint64 other = store_fixture_add_person (fixture, "Ada");
  g_autofree char *told = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *before = NULL;

  store_fixture_change (fixture, "INSERT INTO nudge (key, kind, person_id, due_on, state) VALUES"
                                 " ('birthday:1:2026-05-09', 'birthday', 1, 9, 'waiting'),"
                                 " ('birthday:2:2026-05-09', 'birthday', 2, 9, 'done'),"
                                 " ('return:1:trip:2026-05-09', 'return', 1, 9, 'dropped'),"
                                 " ('return:2:trip:2026-05-09', 'return', 2, 9, 'shown'),"
                                 " ('wish:1:exam:2026-05-09', 'wish', 1, 9, 'waiting'),"
                                 " ('wish:2:exam:2026-05-09', 'wish', 2, 9, 'snoozed'),"
                                 " ('brief:1:2:7', 'brief', 1, 9, 'expired'),"
                                 " ('brief:2:2:7', 'brief', 2, 9, 'waiting'),"
                                 " ('brief:2:brief:2:x:1234', 'brief', 2, 9, 'dropped')");
  before = tell_nudges (fixture);
  store_fixture_merge (fixture, ada, other);
  told = tell_nudges (fixture);
  g_assert_cmpstr (told, ==,
                   "birthday:1:2026-05-09 done 1\n"
                   "brief:1:2:7 waiting 1\n"
                   "brief:1:brief:2:x:1234 dropped 1\n"
                   "return:1:trip:2026-05-09 dropped 1\n"
                   "wish:1:exam:2026-05-09 snoozed 1\n");
  store_fixture_undo (fixture, "same");
  undone = tell_nudges (fixture);
  g_assert_cmpstr (undone, ==, before);
  store_fixture_check (fixture);
}

static void
test_undoes_a_merge (StoreFixture *fixture, gconstpointer data)
{
  gint64 ada = store_fixture_add_person (fixture, "Ada");
  gint64 other = store_fixture_add_person (fixture, "Augusta");
  g_autoptr (AufaitPerson) person = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  gboolean is_said = TRUE;

  store_fixture_add_note (fixture, other, "two");
  store_fixture_change (fixture, "INSERT INTO person_detail VALUES (2, 'email', 0, 'b@x.org')");
  set (fixture, "uid:u2", other, FALSE);
  store_fixture_merge (fixture, ada, other);
  store_fixture_undo (fixture, "same");
  person = aufait_person_store_get (fixture->memory, other, NULL);
  g_assert_cmpstr (person->emails[0], ==, "b@x.org");
  notes = aufait_note_store_list_about (fixture->memory, other, 10, NULL);
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_cmpint (aufait_identity_store_find (fixture->memory, "uid:u2", &is_said, NULL), ==,
                   other);
  g_assert_false (is_said);
  g_assert_cmpint (
      store_fixture_ask (fixture, "SELECT count(*) FROM person_detail WHERE person_id = 1"), ==, 0);
  store_fixture_check (fixture);
}

/* --- an older memory ------------------------------------------------------------------------ */

/* As the version before wrote it. */
static void
write_first_schema (StoreFixture *fixture)
{
  g_auto (GStrv) scripts = aufait_schema_load ();
  const char *const first[] = { scripts[0], NULL };
  g_autoptr (GError) error = NULL;
  AufaitDatabase *database = NULL;

  store_fixture_close (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  database = aufait_database_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (aufait_schema_migrate (database, first, 0, &error));
  g_assert_true (aufait_database_run (
      database,
      "INSERT INTO person VALUES (7, 'Ada', '1984-02-29', 'close', 21, 1);"
      "INSERT INTO person_detail VALUES (7, 'email', 0, 'a@x.org');"
      "INSERT INTO note VALUES (3, 739000, 'plays the guitar', 0, 1);"
      "INSERT INTO note_text (rowid, text) VALUES (3, 'plays the guitar');"
      "INSERT INTO note_person VALUES (3, 7, 0, 739000);"
      "INSERT INTO nudge VALUES (5, 'return:7:trip:2026-05-09', 'return', 7, 3, 739001, 'shown',"
      " 0, 1, 1780000000), (6, 'wish:7:exam:2026-05-09', 'wish', 7, 3, 739001, 'done', 0, 0, 0);"
      "INSERT INTO showing VALUES (1, 5, 1780000000)",
      &error));
  g_assert_no_error (error);
  aufait_database_close (database);
}

static void
test_takes_the_first_schema (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *copy = store_fixture_dup_path (fixture, "memory.db.schema-1.copy-1");
  g_autoptr (AufaitPerson) person = NULL;
  g_autoptr (AufaitNudgeRecord) record = NULL;
  g_autofree char *nudges = NULL;
  gint64 n_people, n_notes;

  write_first_schema (fixture);
  store_fixture_reopen (fixture);
  person = aufait_person_store_get (fixture->memory, 7, NULL);
  g_assert_cmpstr (person->name, ==, "Ada");
  g_assert_cmpstr (person->emails[0], ==, "a@x.org");
  g_assert_cmpstr (person->birthday, ==, "1984-02-29");
  g_assert_true (person->is_private);
  g_assert_false (person->is_of_cards);
  g_assert_true (aufait_memory_count (fixture->memory, &n_people, &n_notes, NULL));
  g_assert_cmpint (n_people, ==, 1);
  g_assert_cmpint (n_notes, ==, 1);
  g_assert_cmpuint (store_fixture_count_found (fixture, "guitar"), ==, 1);
  nudges = tell_nudges (fixture);
  g_assert_cmpstr (nudges, ==, "return:7:trip:2026-05-09 shown 7\nwish:7:exam:2026-05-09 done 7\n");
  record = aufait_nudge_store_get (fixture->memory, 5, NULL);
  g_assert_cmpint (record->last_shown_at, ==, 1780000000);
  g_assert_null (record->event);
  g_assert_cmpint (record->event_begins, ==, 0);
  set (fixture, "uid:u1", 7, FALSE);
  store_fixture_check (fixture);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/identity-store/" name, StoreFixture, NULL, store_fixture_set_up, function,         \
              store_fixture_tear_down)
  ADD ("keeps-whose-a-card-is", test_keeps_whose_a_card_is);
  ADD ("stamps-each-memory", test_stamps_each_memory);
  ADD ("renames-those-of-cards-alone", test_renames_those_of_cards_alone);
  ADD ("forgets-those-of-whom-nothing-is-said", test_forgets_those_of_whom_nothing_is_said);
  ADD ("merges-what-was-said", test_merges_what_was_said);
  ADD ("merges-three", test_merges_three);
  ADD ("merges-answers", test_merges_answers);
  ADD ("undoes-a-merge", test_undoes_a_merge);
  ADD ("takes-the-first-schema", test_takes_the_first_schema);
  return g_test_run ();
}
