/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-death-store.h"

#include "aufait-note-store.h"
#include "aufait-person-store.h"
#include "store-fixture.h"

static void
assert_dead (StoreFixture *fixture, gint64 person_id, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) dead = aufait_death_store_list (fixture->memory, &error);
  g_autoptr (AufaitPerson) person = aufait_person_store_get (fixture->memory, person_id, NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (dead->len, ==, n);
  if (n > 0)
    g_assert_cmpint (g_array_index (dead, gint64, 0), ==, person_id);
  g_assert_cmpint (person->is_dead, ==, n > 0);
  g_assert_false (person->is_silent);
}

/* Paul is named twice: Marie's place among the people is not the one of her row. */
static AufaitNote *
make_note (gint64 marie, gint64 paul)
{
  const guint place = 2;
  AufaitNote *note = aufait_note_new (aufait_day_new (2026, 7, 1), "told Paul that Marie died");

  g_ptr_array_add (note->people, aufait_ref_new (paul, "Paul"));
  g_ptr_array_add (note->people, aufait_ref_new (paul, "Paul"));
  g_ptr_array_add (note->people, aufait_ref_new (marie, "Marie"));
  g_array_append_val (note->meaning->deaths, place);
  return note;
}

static void
test_keeps_who_has_died (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  gint64 paul = store_fixture_add_person (fixture, "Paul");
  g_autoptr (AufaitNote) note = make_note (marie, paul);
  g_autoptr (AufaitPerson) person = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, "note");
  g_assert_true (aufait_note_store_add (fixture->memory, note, 1, &error));
  store_fixture_commit (fixture);
  store_fixture_reopen (fixture);
  assert_dead (fixture, marie, 1);
  person = aufait_person_store_get (fixture->memory, paul, &error);
  g_assert_no_error (error);
  g_assert_false (person->is_dead);
  store_fixture_check (fixture);
}

static void
test_reads_again (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  g_autoptr (AufaitNote) note = make_note (marie, store_fixture_add_person (fixture, "Paul"));
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, "note");
  g_assert_true (aufait_note_store_add (fixture->memory, note, 1, &error));
  g_array_set_size (note->meaning->deaths, 0);
  g_assert_true (aufait_note_store_set_meaning (fixture->memory, note, 2, &error));
  store_fixture_commit (fixture);
  assert_dead (fixture, marie, 0);
}

static void
test_is_taken_back (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  g_autoptr (AufaitNote) note = make_note (marie, store_fixture_add_person (fixture, "Paul"));
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;

  store_fixture_begin (fixture, "note");
  g_assert_true (aufait_note_store_add (fixture->memory, note, 1, &error));
  store_fixture_commit (fixture);
  assert_dead (fixture, marie, 1);
  g_assert_true (aufait_memory_undo (fixture->memory, &what, &error));
  assert_dead (fixture, marie, 0);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/death-store/" name, StoreFixture, NULL, store_fixture_set_up, test,                \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("keeps-who-has-died", test_keeps_who_has_died);
  ADD ("reads-again", test_reads_again);
  ADD ("is-taken-back", test_is_taken_back);
  return g_test_run ();
}
