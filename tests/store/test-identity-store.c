/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-identity-store.h"

#include "aufait-contact-store.h"
#include "store-fixture.h"

/* Two people, both in one note and one contact, with nudges and cards of their own. */
typedef struct {
  gint64 into;
  gint64 from;
} Pair;

static void
run_for (StoreFixture *fixture, const char *format, gint64 id)
{
  g_autoptr (GString) sql = g_string_new (format);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  g_string_replace (sql, "$", number, 0);
  store_fixture_run (fixture, sql->str);
}

static void
fill_person (StoreFixture *fixture, gint64 id, const char *card)
{
  g_autoptr (GError) error = NULL;

  run_for (fixture, "INSERT INTO person_detail VALUES ($, 'email', 0, 'of-$@example.org')", id);
  run_for (fixture, "INSERT INTO person_detail VALUES ($, 'place', 0, 'Lyon')", id);
  run_for (fixture,
           "INSERT INTO nudge (key, kind, person_id, due_on, state)"
           " VALUES ('birthday:$:2026', 'birthday', $, 5, 'done')",
           id);
  store_fixture_begin (fixture, NULL);
  aufait_identity_store_set (fixture->memory, card, id, FALSE, &error);
  g_assert_no_error (error);
  store_fixture_commit (fixture);
}

static Pair
fill (StoreFixture *fixture)
{
  Pair pair = { .into = store_fixture_add_person (fixture, "Marie Curie"),
                .from = store_fixture_add_person (fixture, "M. Curie") };
  g_autoptr (AufaitContact) contact = aufait_contact_new (AUFAIT_CONTACT_MET, 9);
  gint64 note = store_fixture_add_note (fixture, pair.from, "plays the guitar");
  g_autofree char *of_both = g_strdup_printf ("INSERT INTO note_person VALUES (%" G_GINT64_FORMAT
                                              ", %" G_GINT64_FORMAT ", 1, 9)",
                                              note, pair.into);

  store_fixture_add_note (fixture, pair.from, "her dog was ill");
  store_fixture_run (fixture, of_both);
  g_ptr_array_add (contact->people, aufait_ref_new (pair.from, "?"));
  store_fixture_begin (fixture, "met");
  g_assert_true (aufait_contact_store_add (fixture->memory, contact, NULL));
  store_fixture_commit (fixture);
  fill_person (fixture, pair.into, "uid:a");
  fill_person (fixture, pair.from, "uid:b");
  run_for (fixture, "UPDATE person SET birthday = '1984-02-29' WHERE id = $", pair.from);
  return pair;
}

/* A number that another content would hardly have; the last: the names, positions and states. */
static gint64
sum_up (StoreFixture *fixture)
{
  return store_fixture_ask (
      fixture,
      "SELECT (SELECT total (id * 7 + length (coalesce (birthday, ''))) FROM person) +"
      " (SELECT total (note_id * 100 + person_id * 10 + position) FROM note_person) * 3 +"
      " (SELECT total (contact_id * 100 + person_id) FROM contact_person) * 5 +"
      " (SELECT total (person_id * 1000 + position + length (value)) FROM person_detail) * 11 +"
      " (SELECT total (person_id * 10 + length (key) + is_key) FROM (SELECT *, substr (key, 10, 1)"
      " AS is_key FROM nudge)) * 13 +"
      " (SELECT total (person_id * 2 + is_said) FROM person_card) * 17");
}

static void
merge (StoreFixture *fixture, Pair pair)
{
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, "same");
  aufait_identity_store_merge (fixture->memory, pair.into, pair.from, &error);
  g_assert_no_error (error);
  store_fixture_commit (fixture);
}

static void
test_merges_all_that_is_known (StoreFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *sql;
    gint64 n;
  } left[] = {
    { "SELECT count (*) FROM person", 1 },
    { "SELECT count (*) FROM note_person", 2 },
    { "SELECT count (*) FROM contact_person", 1 },
    { "SELECT count (*) FROM person_card WHERE is_said", 1 },
    { "SELECT count (*) FROM person_detail WHERE what = 'email'", 2 },
    { "SELECT count (*) FROM person_detail WHERE what = 'place'", 1 },
    { "SELECT count (*) FROM nudge", 1 },
    { "SELECT count (*) FROM person WHERE birthday = '1984-02-29'", 1 },
  };

  merge (fixture, fill (fixture));
  for (guint i = 0; i < G_N_ELEMENTS (left); i++) {
    g_test_message ("%s", left[i].sql);
    g_assert_cmpint (store_fixture_ask (fixture, left[i].sql), ==, left[i].n);
  }
  store_fixture_check (fixture);
}

static void
test_takes_a_merge_back (StoreFixture *fixture, gconstpointer data)
{
  Pair pair = fill (fixture);
  gint64 sum = sum_up (fixture);

  merge (fixture, pair);
  g_assert_cmpint (sum_up (fixture), !=, sum);
  store_fixture_undo (fixture, "same");
  g_assert_cmpint (sum_up (fixture), ==, sum);
  store_fixture_check (fixture);
}

static void
test_forgets_only_whom_nothing_speaks_of (StoreFixture *fixture, gconstpointer data)
{
  Pair pair = fill (fixture);
  gint64 lonely = store_fixture_add_person (fixture, "Tom");
  gboolean is_gone = TRUE;

  store_fixture_run (fixture, "UPDATE person SET is_of_cards = 1");
  store_fixture_begin (fixture, NULL);
  g_assert_true (aufait_identity_store_forget (fixture->memory, pair.from, &is_gone, NULL));
  g_assert_false (is_gone);
  g_assert_true (aufait_identity_store_forget (fixture->memory, lonely, &is_gone, NULL));
  g_assert_true (is_gone);
  store_fixture_commit (fixture);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/identity-store/" name, StoreFixture, NULL, store_fixture_set_up, test,             \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("merges-all-that-is-known", test_merges_all_that_is_known);
  ADD ("takes-a-merge-back", test_takes_a_merge_back);
  ADD ("forgets-only-whom-nothing-speaks-of", test_forgets_only_whom_nothing_speaks_of);
  return g_test_run ();
}
