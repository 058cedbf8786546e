/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-forget-store.h"

#include "aufait-note-store.h"
#include "store-fixture.h"

/* All rows of all that speaks of people and notes, as one text. */
static char *
dump (StoreFixture *fixture)
{
  static const char *const tables[] = { "person",   "person_detail",  "note",    "note_person",
                                        "moment",   "interest",       "promise", "interest_key",
                                        "contact",  "contact_person", "nudge",   "showing",
                                        "untaught", "passed_over" };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", tables[i]);
    g_autoptr (AufaitQuery) statement =
        aufait_database_prepare (aufait_memory_get_database (fixture->memory), sql, NULL);

    g_assert_nonnull (statement);
    while (aufait_query_step (statement, NULL))
      g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %s\n", tables[i],
                              aufait_query_get_int (statement, 0),
                              aufait_query_get_text (statement, 1));
  }
  return g_string_free (text, FALSE);
}

static void
forget_note (StoreFixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, "forget");
  g_assert_true (aufait_forget_store_note (fixture->memory, id, &error));
  g_assert_no_error (error);
  store_fixture_commit (fixture);
}

static void
forget_person (StoreFixture *fixture, gint64 id, gboolean has_card)
{
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, "forget");
  g_assert_true (aufait_forget_store_person (fixture->memory, id, has_card, &error));
  g_assert_no_error (error);
  store_fixture_commit (fixture);
}

/* Paul with everything that can be known of him, and Marie, who is in one note and one contact. */
typedef struct {
  gint64 paul, marie, own, both;
} World;

static World
make_world (StoreFixture *fixture)
{
  World world = { .paul = store_fixture_add_person (fixture, "Paul"),
                  .marie = store_fixture_add_person (fixture, "Marie") };

  world.own = store_fixture_add_note (fixture, world.paul, "plays the trombone");
  world.both = store_fixture_add_note (fixture, world.paul, "went to Lyon with Marie");
  g_assert_cmpint (world.paul, ==, 1);
  g_assert_cmpint (world.marie, ==, 2);
  g_assert_cmpint (world.both, ==, 2);
  store_fixture_begin (fixture, NULL);
  store_fixture_run (
      fixture,
      "INSERT INTO note_person VALUES (2, 2, 1, 739000);"
      "INSERT INTO person_detail VALUES (1, 'email', 0, 'paul@example.org');"
      "INSERT INTO moment (note_id, position, kind, first_day, last_day)"
      " VALUES (1, 0, 'show', 1, 1), (2, 0, 'trip', 1, 1);"
      "INSERT INTO interest VALUES (1, 0, 'trombone');"
      "INSERT INTO contact (id, on_day, how) VALUES (1, 739000, 'met'), (2, 739001, 'met');"
      "INSERT INTO contact_person VALUES (1, 1, 0, 739000), (2, 1, 0, 739001), (2, 2, 1, 739001);"
      "INSERT INTO nudge (id, key, kind, person_id, note_id, due_on, state)"
      " VALUES (1, 'a', 'return', 1, 1, 739000, 'shown'), (2, 'b', 'return', 2, 2, 739000, 'waiting'),"
      " (3, 'c', 'birthday', 1, NULL, 739000, 'done');"
      "INSERT INTO showing (nudge_id, shown_at) VALUES (1, 1);"
      "INSERT INTO untaught VALUES (1, '', 1);"
      "INSERT INTO passed_over VALUES (1, 739000);"
      "UPDATE person SET birthday = '--07-14', circle = 'close', is_private = 1, is_never = 1"
      " WHERE id = 1");
  store_fixture_commit (fixture);
  return world;
}

static void
test_a_note_goes_with_all_that_came_of_it (StoreFixture *fixture, gconstpointer data)
{
  World world = make_world (fixture);
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;

  forget_note (fixture, world.own);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM note"), ==, 1);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM moment"), ==, 1);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM interest"), ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM nudge WHERE note_id = 1"), ==,
                   0);
  g_assert_cmpuint (store_fixture_count_found (fixture, "trombone"), ==, 0);
  g_assert_cmpuint (store_fixture_count_found (fixture, "lyon"), ==, 1);
  store_fixture_check (fixture);
  store_fixture_undo (fixture, "forget");
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (store_fixture_count_found (fixture, "trombone"), ==, 1);
  store_fixture_check (fixture);
}

static void
test_a_note_that_is_not_there_is_refused (StoreFixture *fixture, gconstpointer data)
{
  static const gint64 ids[] = { 0, -1, 3, G_MAXINT64 };

  make_world (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (GError) error = NULL;

    store_fixture_begin (fixture, "forget");
    g_assert_false (aufait_forget_store_note (fixture->memory, ids[i], &error));
    g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND);
    aufait_memory_rollback (fixture->memory);
  }
  store_fixture_check (fixture);
}

static void
test_a_person_goes_and_others_keep_what_is_theirs (StoreFixture *fixture, gconstpointer data)
{
  World world = make_world (fixture);
  g_autofree char *before = dump (fixture);
  g_autofree char *gone = NULL;
  g_autofree char *left = NULL;
  g_autofree char *after = NULL;
  gint64 n_notes = -1;

  g_assert_true (aufait_forget_store_count_notes (fixture->memory, world.paul, &n_notes, NULL));
  g_assert_cmpint (n_notes, ==, 1);
  forget_person (fixture, world.paul, FALSE);
  gone = dump (fixture);
  left = g_strdup_printf ("person 2 Marie\n"
                          "note 2 %" G_GINT64_FORMAT "\n"
                          "note_person 2 2\n"
                          "moment 2 0\n"
                          "contact 2 739001\n"
                          "contact_person 2 2\n"
                          "nudge 2 b\n"
                          "showing 1 (null)\n",
                          store_fixture_ask (fixture, "SELECT on_day FROM note WHERE id = 2"));
  g_assert_cmpstr (gone, ==, left);
  g_assert_cmpuint (store_fixture_count_found (fixture, "trombone"), ==, 0);
  store_fixture_check (fixture);
  store_fixture_undo (fixture, "forget");
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
  store_fixture_check (fixture);
}

static void
test_who_has_a_card_stays_private_and_silent (StoreFixture *fixture, gconstpointer data)
{
  World world = make_world (fixture);
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;

  forget_person (fixture, world.paul, TRUE);
  g_assert_cmpint (store_fixture_ask (fixture,
                                      "SELECT count(*) FROM person WHERE id = 1 AND is_of_cards"
                                      " AND is_private AND is_never AND circle IS NULL"
                                      " AND birthday IS NULL"),
                   ==, 1);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM person_detail"), ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM untaught"), ==, 0);
  /* What no note told is the card's. */
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM nudge"
                                               " WHERE person_id = 1 AND note_id IS NOT NULL"),
                   ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM nudge WHERE person_id = 1"),
                   ==, 1);
  store_fixture_check (fixture);
  store_fixture_undo (fixture, "forget");
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/forget-store/" name, StoreFixture, NULL, store_fixture_set_up, test,               \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-note-goes-with-all-that-came-of-it", test_a_note_goes_with_all_that_came_of_it);
  ADD ("a-note-that-is-not-there-is-refused", test_a_note_that_is_not_there_is_refused);
  ADD ("a-person-goes-and-others-keep-what-is-theirs",
       test_a_person_goes_and_others_keep_what_is_theirs);
  ADD ("who-has-a-card-stays-private-and-silent", test_who_has_a_card_stays_private_and_silent);
  return g_test_run ();
}
