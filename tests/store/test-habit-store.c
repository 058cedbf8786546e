/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aufait-habit-store.h"

#include "aufait-nudge-store.h"
#include "store-fixture.h"

static void
drop_of (StoreFixture *fixture, gint64 person, const char *kind, const char *moment, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *key = g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s:%u:%u", kind, person,
                                            moment, i, g_random_int ());
    g_autoptr (AufaitNudgeRecord) record = aufait_nudge_record_new (kind, key);
    g_autoptr (GError) error = NULL;

    record->person_id = person;
    record->due_on = 9;
    store_fixture_begin (fixture, "drop");
    g_assert_true (aufait_nudge_store_ensure (fixture->memory, record, &error));
    g_assert_true (
        aufait_nudge_store_set_state (fixture->memory, record->id, AUFAIT_NUDGE_DROPPED, &error));
    store_fixture_commit (fixture);
  }
}

static void
drop (StoreFixture *fixture, gint64 person, const char *kind, guint n)
{
  drop_of (fixture, person, kind, "trip", n);
}

static void
untaught (StoreFixture *fixture, gint64 person, const char *kind)
{
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, "untaught");
  aufait_habit_store_untaught (fixture->memory, person, kind, &error);
  g_assert_no_error (error);
  store_fixture_commit (fixture);
}

/* "Ada return 2, Bob wish 1" */
static char *
tell (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) habits = aufait_habit_store_list (fixture->memory, &error);
  g_autoptr (GString) told = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < habits->len; i++) {
    const AufaitHabitStoreHabit *habit = habits->pdata[i];
    guint n;

    g_assert_true (
        aufait_habit_store_count (fixture->memory, habit->person_id, habit->kind, &n, &error));
    g_assert_cmpuint (n, ==, habit->n_dropped);
    g_string_append_printf (told, "%s%s %s %u", i > 0 ? ", " : "", habit->name, habit->kind,
                            habit->n_dropped);
  }
  return g_strdup (told->str);
}

static void
assert_told (StoreFixture *fixture, const char *expected)
{
  g_autofree char *told = tell (fixture);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_teaches (StoreFixture *fixture, gconstpointer unused)
{
  gint64 ada = store_fixture_add_person (fixture, "Ada");
  gint64 bob = store_fixture_add_person (fixture, "Bob");

  assert_told (fixture, "");
  drop (fixture, ada, "return", 2);
  drop (fixture, bob, "wish", 1);
  drop (fixture, ada, "birthday", 1);
  assert_told (fixture, "Ada return 2, Ada birthday 1, Bob wish 1");
}

static void
test_is_untaught (StoreFixture *fixture, gconstpointer unused)
{
  gint64 ada = store_fixture_add_person (fixture, "Ada");

  drop (fixture, ada, "return", 2);
  drop (fixture, ada, "wish", 1);
  untaught (fixture, ada, "return");
  assert_told (fixture, "Ada wish 1");
  drop (fixture, ada, "return", 1);
  assert_told (fixture, "Ada return 1, Ada wish 1");
  untaught (fixture, ada, NULL);
  assert_told (fixture, "");
  drop (fixture, ada, "wish", 1);
  assert_told (fixture, "Ada wish 1");
}

static void
test_undo_teaches_again (StoreFixture *fixture, gconstpointer unused)
{
  gint64 ada = store_fixture_add_person (fixture, "Ada");

  drop (fixture, ada, "return", 2);
  untaught (fixture, ada, NULL);
  g_assert_true (aufait_memory_undo (fixture->memory, NULL, NULL));
  assert_told (fixture, "Ada return 2");
  g_assert_true (aufait_memory_undo (fixture->memory, NULL, NULL));
  assert_told (fixture, "Ada return 1");
}

static void
test_nothing_to_untaught (StoreFixture *fixture, gconstpointer unused)
{
  gint64 ada = store_fixture_add_person (fixture, "Ada");
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, "untaught");
  g_assert_false (aufait_habit_store_untaught (fixture->memory, ada, "return", &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND);
  aufait_memory_rollback (fixture->memory);
}

static void
test_what_is_owed_teaches_nothing (StoreFixture *fixture, gconstpointer unused)
{
  gint64 ada = store_fixture_add_person (fixture, "Ada");

  drop_of (fixture, ada, "return", "loss", 2);
  drop (fixture, ada, "promise", 2);
  assert_told (fixture, "");
  drop (fixture, ada, "return", 1);
  assert_told (fixture, "Ada return 1");
}

#define ADD(name, test)                                                                            \
  g_test_add ("/habit-store/" name, StoreFixture, NULL, store_fixture_set_up, test,                \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("dropping-teaches", test_teaches);
  ADD ("is-untaught", test_is_untaught);
  ADD ("undo-teaches-again", test_undo_teaches_again);
  ADD ("nothing-to-untaught", test_nothing_to_untaught);
  ADD ("what-is-owed-teaches-nothing", test_what_is_owed_teaches_nothing);
  return g_test_run ();
}
