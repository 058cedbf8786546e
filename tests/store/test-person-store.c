/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-person-store.h"

#include "store-fixture.h"

static AufaitPerson *
make_full_person (void)
{
  AufaitPerson *person = aufait_person_new ("Marie Curie");

  g_strfreev (person->nicknames);
  g_strfreev (person->emails);
  g_strfreev (person->phones);
  g_strfreev (person->places);
  person->nicknames = g_strsplit ("Mania,Manya", ",", -1);
  person->emails = g_strsplit ("z@example.org,a@example.org", ",", -1);
  person->phones = g_strsplit ("+33 1 23", ",", -1);
  person->places = g_strsplit ("Paris,Varsovie,Paris", ",", -1);
  person->birthday = g_strdup ("--02-29");
  person->circle = g_strdup ("close");
  person->cadence_days = 21;
  person->is_private = TRUE;
  person->is_silent = TRUE;
  return person;
}

static void
add_person (StoreFixture *fixture, AufaitPerson *person)
{
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, "add");
  aufait_person_store_add (fixture->memory, person, &error);
  g_assert_no_error (error);
  store_fixture_commit (fixture);
}

static void
assert_same (const AufaitPerson *person, const AufaitPerson *expected)
{
  g_assert_cmpint (person->id, ==, expected->id);
  g_assert_cmpstr (person->name, ==, expected->name);
  g_assert_cmpstrv (person->nicknames, expected->nicknames);
  g_assert_cmpstrv (person->emails, expected->emails);
  g_assert_cmpstrv (person->phones, expected->phones);
  g_assert_cmpstrv (person->places, expected->places);
  g_assert_cmpstr (person->birthday, ==, expected->birthday);
  g_assert_cmpstr (person->circle, ==, expected->circle);
  g_assert_cmpint (person->cadence_days, ==, expected->cadence_days);
  g_assert_cmpint (person->is_private, ==, expected->is_private);
  g_assert_cmpint (person->is_silent, ==, expected->is_silent);
}

static void
test_gives_back_all (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (AufaitPerson) full = make_full_person ();
  g_autoptr (AufaitPerson) bare = aufait_person_new ("Paul");
  AufaitPerson *people[] = { full, bare };

  add_person (fixture, full);
  add_person (fixture, bare);
  store_fixture_reopen (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (AufaitPerson) kept =
        aufait_person_store_get (fixture->memory, people[i]->id, &error);

    g_assert_no_error (error);
    assert_same (kept, people[i]);
  }
}

static void
test_does_not_find_a_number (StoreFixture *fixture, gconstpointer data)
{
  static const gint64 ids[] = { 0, -1, 5, G_MAXINT64, G_MININT64 };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (aufait_person_store_get (fixture->memory, ids[i], &error));
    g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND);
  }
}

static void
test_refuses_the_nameless (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (AufaitPerson) person = aufait_person_new ("");
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, "add");
  g_assert_false (aufait_person_store_add (fixture->memory, person, &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED);
  aufait_memory_rollback (fixture->memory);
}

static void
assert_listed (StoreFixture *fixture, const char *circle, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = aufait_person_store_list (fixture->memory, circle, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++) {
    const AufaitPerson *person = people->pdata[i];

    g_string_append_printf (names, "%s%s", i > 0 ? "," : "", person->name);
    g_assert_cmpuint (g_strv_length (person->nicknames), ==, 1);
    g_assert_cmpstr (person->nicknames[0], ==, person->name);
  }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_lists_by_name (StoreFixture *fixture, gconstpointer data)
{
  static const char *const rows[][2] = {
    { "Zoe", "close" },  { "élodie", NULL },   { "Elsa", "close" },
    { "Anne", "wider" }, { "Émile", "close" }, { "Elsa", NULL },
  };

  assert_listed (fixture, NULL, "");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitPerson) person = aufait_person_new (rows[i][0]);

    g_strfreev (person->nicknames);
    person->nicknames = g_strsplit (rows[i][0], ",", -1);
    person->circle = g_strdup (rows[i][1]);
    add_person (fixture, person);
  }
  assert_listed (fixture, NULL, "Anne,élodie,Elsa,Elsa,Émile,Zoe");
  assert_listed (fixture, "close", "Elsa,Émile,Zoe");
  assert_listed (fixture, "inner", "");
}

#define ADD(name, test)                                                                            \
  g_test_add ("/person-store/" name, StoreFixture, NULL, store_fixture_set_up, test,               \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("gives-back-all-of-a-person", test_gives_back_all);
  ADD ("does-not-find-a-number", test_does_not_find_a_number);
  ADD ("refuses-the-nameless", test_refuses_the_nameless);
  ADD ("lists-by-name", test_lists_by_name);
  return g_test_run ();
}
