/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-former-store.h"

#include "aufait-forget-store.h"
#include "aufait-person-store.h"
#include "store-fixture.h"

static void
give_back (StoreFixture *fixture, gint64 person, gint64 former)
{
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, "apart");
  g_assert_true (aufait_former_store_give_back (fixture->memory, person, former, &error));
  g_assert_no_error (error);
  store_fixture_commit (fixture);
  store_fixture_check (fixture);
}

/* Each row as text, a line each. */
static char *
tell (StoreFixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_memory_get_database (fixture->memory), sql, &error);
  GString *text = g_string_new (NULL);

  while (aufait_query_step (statement, &error))
    g_string_append_printf (text, "%s\n", aufait_query_get_text (statement, 0));
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

/* All that is somebody's. */
static char *
tell_all (StoreFixture *fixture)
{
  return tell (fixture,
               "SELECT 'person ' || id || name || ifnull (birthday, '-') || ifnull (circle, '-')"
               " || cadence_days || is_private || is_silent FROM person"
               " UNION ALL SELECT 'detail ' || person_id || what || value FROM person_detail"
               " UNION ALL SELECT 'note ' || note_id || ' of ' || person_id FROM note_person"
               " UNION ALL SELECT 'contact ' || contact_id || ' of ' || person_id FROM"
               " contact_person"
               " UNION ALL SELECT 'card ' || card || ' of ' || person_id FROM person_card"
               " UNION ALL SELECT 'nudge ' || key || ' of ' || person_id || state FROM nudge"
               " ORDER BY 1");
}

/* Ada and Bea, with all that people can have, and some of it in common. */
static void
make_two (StoreFixture *fixture)
{
  gint64 ada = store_fixture_add_person (fixture, "Ada");
  gint64 bea = store_fixture_add_person (fixture, "Bea");

  store_fixture_add_note (fixture, ada, "of one");
  store_fixture_add_note (fixture, bea, "of two");
  store_fixture_add_note (fixture, ada, "of both");
  store_fixture_change (
      fixture, "INSERT INTO note_person SELECT id, 2, 1, on_day FROM note WHERE text = 'of both';"
               "INSERT INTO contact VALUES (1, 9, 'met', 0), (2, 10, 'met', 0);"
               "INSERT INTO contact_person VALUES (1, 1, 0, 9), (1, 2, 1, 9), (2, 2, 0, 10);"
               "INSERT INTO person_detail VALUES (1, 'email', 0, 'a@x.org'),"
               " (2, 'email', 0, 'A@x.org'), (2, 'email', 1, 'b@x.org'), (2, 'place', 0, 'Lyon'),"
               " (2, 'nickname', 0, 'Bee');"
               "UPDATE person SET birthday = '--05-09', circle = 'close' WHERE id = 2;"
               "INSERT INTO person_card VALUES ('uid:1', 1, 0), ('uid:2', 2, 1);"
               "INSERT INTO nudge (key, kind, person_id, note_id, due_on, state) VALUES"
               " ('wish:1:exam:9', 'wish', 1, 1, 9, 'done'),"
               " ('wish:2:exam:8', 'wish', 2, 2, 8, 'done')");
}

static void
test_gives_back_what_was_theirs (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *one = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  make_two (fixture);
  before = tell_all (fixture);
  store_fixture_merge (fixture, 1, 2);
  one = tell_all (fixture);
  give_back (fixture, 1, 2);
  after = tell_all (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM former_person"), ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM former_note"), ==, 0);
  store_fixture_undo (fixture, "apart");
  undone = tell_all (fixture);
  g_assert_cmpstr (undone, ==, one);
  store_fixture_check (fixture);
}

/* What came since stays, and what is gone since does not come back. */
static void
test_leaves_what_came_since (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *after = NULL;

  make_two (fixture);
  store_fixture_merge (fixture, 1, 2);
  store_fixture_add_note (fixture, 1, "since");
  store_fixture_begin (fixture, "forget");
  g_assert_true (aufait_forget_store_note (fixture->memory, 2, NULL));
  store_fixture_commit (fixture);
  store_fixture_change (fixture,
                        "UPDATE person SET birthday = '1984-05-09', circle = 'inner' WHERE id = 1");
  give_back (fixture, 1, 2);
  after = tell_all (fixture);
  g_assert_cmpstr (after, ==,
                   "card uid:1 of 1\n"
                   "card uid:2 of 2\n"
                   "contact 1 of 1\n"
                   "contact 1 of 2\n"
                   "contact 2 of 2\n"
                   "detail 1emaila@x.org\n"
                   "detail 2emailA@x.org\n"
                   "detail 2emailb@x.org\n"
                   "detail 2nicknameBee\n"
                   "detail 2placeLyon\n"
                   "note 1 of 1\n"
                   "note 3 of 1\n"
                   "note 3 of 2\n"
                   "note 4 of 1\n"
                   "nudge wish:1:exam:9 of 1done\n"
                   "person 1Ada1984-05-09inner000\n"
                   "person 2Bea--05-09close000\n");
}

/* Whoever had become one with them before goes along, and is told apart from them then. */
static void
test_goes_back_step_by_step (StoreFixture *fixture, gconstpointer data)
{
  gint64 cleo, dora;
  g_autofree char *before = NULL;
  g_autofree char *one = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) formers = NULL;

  make_two (fixture);
  cleo = store_fixture_add_person (fixture, "Cleo");
  dora = store_fixture_add_person (fixture, "Dora");
  before = tell_all (fixture);
  store_fixture_merge (fixture, 1, 2);
  one = tell_all (fixture);
  store_fixture_merge (fixture, cleo, 1);
  store_fixture_merge (fixture, dora, cleo);
  g_assert_cmpint (aufait_former_store_find_by_card (fixture->memory, dora, "uid:2", NULL), ==,
                   cleo);
  g_assert_cmpint (aufait_former_store_find_by_card (fixture->memory, dora, "uid:9", NULL), ==, 0);
  give_back (fixture, dora, cleo);
  formers = aufait_former_store_list (fixture->memory, cleo, NULL);
  g_assert_cmpuint (formers->len, ==, 1);
  g_assert_cmpstr (((AufaitPerson *) formers->pdata[0])->name, ==, "Ada");
  g_assert_cmpstr (((AufaitPerson *) formers->pdata[0])->emails[0], ==, "a@x.org");
  g_assert_true (g_strv_contains (
      (const char *const *) ((AufaitPerson *) formers->pdata[0])->nicknames, "Bea"));
  give_back (fixture, cleo, 1);
  after = tell_all (fixture);
  g_assert_cmpstr (after, ==, one);
  g_free (after);
  give_back (fixture, 1, 2);
  after = tell_all (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Two who became one with the same go back in any order. */
static void
test_gives_back_one_of_two (StoreFixture *fixture, gconstpointer data)
{
  static const gint64 orders[][2] = { { 1, 2 }, { 2, 1 } };
  gint64 cleo;
  g_autofree char *before = NULL;

  make_two (fixture);
  cleo = store_fixture_add_person (fixture, "Cleo");
  before = tell_all (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_autofree char *after = NULL;

    store_fixture_merge (fixture, cleo, 2);
    store_fixture_merge (fixture, cleo, 1);
    give_back (fixture, cleo, orders[i][0]);
    give_back (fixture, cleo, orders[i][1]);
    after = tell_all (fixture);
    g_assert_cmpstr (after, ==, before);
  }
}

static void
test_is_forgotten_with_the_person (StoreFixture *fixture, gconstpointer data)
{
  make_two (fixture);
  store_fixture_merge (fixture, 1, 2);
  store_fixture_change (fixture,
                        "DELETE FROM note_person; DELETE FROM contact_person; DELETE FROM nudge;"
                        "DELETE FROM person WHERE id = 1");
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM former_person"), ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM former_detail"), ==, 0);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count (*) FROM former_card"), ==, 0);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/former-store/" name, StoreFixture, NULL, store_fixture_set_up, test,               \
              store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("gives-back-what-was-theirs", test_gives_back_what_was_theirs);
  ADD ("leaves-what-came-since", test_leaves_what_came_since);
  ADD ("goes-back-step-by-step", test_goes_back_step_by_step);
  ADD ("gives-back-one-of-two", test_gives_back_one_of_two);
  ADD ("is-forgotten-with-the-person", test_is_forgotten_with_the_person);
  return g_test_run ();
}
