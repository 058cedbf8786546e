/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-note-store.h"

#include "store-fixture.h"

#define DAY aufait_day_new (2026, 7, 1)

/* A note with everything that a note can have. */
static AufaitNote *
make_full_note (gint64 marie, gint64 paul)
{
  AufaitNote *note = aufait_note_new (DAY, "Marie et Paul partent en Crète");
  AufaitMoment *moment = aufait_moment_new (AUFAIT_MOMENT_TRIP, DAY + 10, DAY + 20);
  AufaitPromise *dayless = aufait_promise_new (AUFAIT_DAY_NONE, "call");
  AufaitPromise *promise = aufait_promise_new (DAY + 3, "the book");

  moment->at_secs = 0;
  moment->place = g_strdup ("Crète");
  moment->what = g_strdup ("le voyage");
  moment->language = g_strdup ("fr");
  moment->whose = g_strdup ("chat");
  promise->at_secs = 3600;
  note->meaning->kind = AUFAIT_NOTE_IMPRESSION;
  g_ptr_array_add (note->people, aufait_ref_new (paul, "Paul"));
  g_ptr_array_add (note->people, aufait_ref_new (marie, "Marie"));
  g_ptr_array_add (note->people, aufait_ref_new (paul, "Paul"));
  g_ptr_array_add (note->meaning->moments, moment);
  g_ptr_array_add (note->meaning->moments,
                   aufait_moment_new (AUFAIT_MOMENT_EXAM, DAY + 30, DAY + 30));
  g_ptr_array_add (note->meaning->interests, g_strdup ("voile"));
  g_ptr_array_add (note->meaning->interests, g_strdup ("grec"));
  g_ptr_array_add (note->meaning->promises, dayless);
  g_ptr_array_add (note->meaning->promises, promise);
  return note;
}

static void
add_full_note (StoreFixture *fixture, AufaitNote *note, int sentence_version)
{
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, "note");
  aufait_note_store_add (fixture->memory, note, sentence_version, &error);
  g_assert_no_error (error);
  store_fixture_commit (fixture);
}

static void
assert_full_meaning (const AufaitMeaning *meaning)
{
  const AufaitMoment *trip = meaning->moments->pdata[0], *exam = meaning->moments->pdata[1];
  const AufaitPromise *call = meaning->promises->pdata[0], *book = meaning->promises->pdata[1];

  g_assert_cmpint (meaning->kind, ==, AUFAIT_NOTE_IMPRESSION);
  g_assert_cmpuint (meaning->moments->len, ==, 2);
  g_assert_cmpint (trip->kind, ==, AUFAIT_MOMENT_TRIP);
  g_assert_cmpint (trip->first, ==, DAY + 10);
  g_assert_cmpint (trip->last, ==, DAY + 20);
  g_assert_cmpint (trip->at_secs, ==, 0);
  g_assert_cmpstr (trip->place, ==, "Crète");
  g_assert_cmpstr (trip->what, ==, "le voyage");
  g_assert_cmpstr (trip->language, ==, "fr");
  g_assert_cmpstr (trip->whose, ==, "chat");
  g_assert_null (exam->whose);
  g_assert_cmpint (exam->kind, ==, AUFAIT_MOMENT_EXAM);
  g_assert_cmpint (exam->at_secs, ==, -1);
  g_assert_null (exam->place);
  g_assert_cmpuint (meaning->interests->len, ==, 2);
  g_assert_cmpstr (meaning->interests->pdata[1], ==, "grec");
  g_assert_cmpuint (meaning->promises->len, ==, 2);
  g_assert_cmpint (call->day, ==, AUFAIT_DAY_NONE);
  g_assert_cmpint (call->at_secs, ==, -1);
  g_assert_cmpint (book->day, ==, DAY + 3);
  g_assert_cmpint (book->at_secs, ==, 3600);
  g_assert_cmpstr (book->what, ==, "the book");
}

static void
test_gives_back_all (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  gint64 paul = store_fixture_add_person (fixture, "Paul");
  g_autoptr (AufaitNote) note = make_full_note (marie, paul);
  g_autoptr (AufaitNote) kept = NULL;
  g_autoptr (GError) error = NULL;

  add_full_note (fixture, note, 1);
  g_assert_cmpint (note->id, >, 0);
  store_fixture_reopen (fixture);
  kept = aufait_note_store_get (fixture->memory, note->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kept->id, ==, note->id);
  g_assert_cmpint (kept->on, ==, DAY);
  g_assert_cmpstr (kept->text, ==, "Marie et Paul partent en Crète");
  g_assert_cmpuint (kept->people->len, ==, 2);
  g_assert_cmpstr (((AufaitRef *) kept->people->pdata[0])->name, ==, "Paul");
  g_assert_cmpint (((AufaitRef *) kept->people->pdata[1])->id, ==, marie);
  assert_full_meaning (kept->meaning);
  store_fixture_check (fixture);
}

static void
test_refuses_unknown_people (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (AufaitNote) note = aufait_note_new (DAY, "hello");
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (note->people, aufait_ref_new (77, "Nobody"));
  store_fixture_begin (fixture, "note");
  g_assert_false (aufait_note_store_add (fixture->memory, note, 1, &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED);
  aufait_memory_rollback (fixture->memory);
  g_assert_cmpint (store_fixture_ask (fixture, "SELECT count(*) FROM note"), ==, 0);
}

static void
test_does_not_find_a_number (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (aufait_note_store_get (fixture->memory, 5, &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND);
}

static void
test_lists_about_by_day (StoreFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text;
    int day;
  } rows[] = { { "second", 5 }, { "oldest", 1 }, { "newest", 9 }, { "newest too", 9 } };
  static const char *const expected[] = { "newest too", "newest", "second" };
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  gint64 paul = store_fixture_add_person (fixture, "Paul");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitNote) note = aufait_note_new (DAY + rows[i].day, rows[i].text);

    g_ptr_array_add (note->people, aufait_ref_new (marie, "Marie"));
    add_full_note (fixture, note, 1);
  }
  store_fixture_add_note (fixture, paul, "of Paul");
  notes = aufait_note_store_list_about (fixture->memory, marie, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < notes->len; i++)
    g_assert_cmpstr (((AufaitNote *) notes->pdata[i])->text, ==, expected[i]);
}

/* --- by day -------------------------------------------------------------------------------- */

static guint
count_due (StoreFixture *fixture, AufaitDay first, AufaitDay last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = aufait_note_store_list_due (fixture->memory, first, last, &error);

  g_assert_no_error (error);
  if (notes->len == 1)
    assert_full_meaning (((AufaitNote *) notes->pdata[0])->meaning);
  return notes->len;
}

static void
test_lists_due (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  gint64 paul = store_fixture_add_person (fixture, "Paul");
  g_autoptr (AufaitNote) note = make_full_note (marie, paul);

  add_full_note (fixture, note, 1);
  g_assert_cmpuint (count_due (fixture, DAY, DAY + 2), ==, 0);
  g_assert_cmpuint (count_due (fixture, DAY + 3, DAY + 3), ==, 1);
  g_assert_cmpuint (count_due (fixture, DAY + 4, DAY + 19), ==, 0);
  g_assert_cmpuint (count_due (fixture, DAY + 20, DAY + 20), ==, 1);
  g_assert_cmpuint (count_due (fixture, DAY, DAY + 100), ==, 1);
  g_assert_cmpuint (count_due (fixture, DAY + 31, DAY + 100), ==, 0);
}

static void
test_lists_losses (StoreFixture *fixture, gconstpointer data)
{
  static const struct {
    AufaitMomentKind kind;
    int first;
    int last;
    guint n_found;
  } rows[] = {
    { AUFAIT_MOMENT_TRIP, 0, 99, 0 },  { AUFAIT_MOMENT_LOSS, 0, 19, 0 },
    { AUFAIT_MOMENT_LOSS, 20, 20, 1 }, { AUFAIT_MOMENT_LOSS, 21, 99, 0 },
    { AUFAIT_MOMENT_LOSS, 0, 99, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitNote) note = aufait_note_new (DAY, "her cat died");
    g_autoptr (GPtrArray) notes = NULL;
    g_autoptr (GError) error = NULL;

    g_ptr_array_add (note->meaning->moments, aufait_moment_new (rows[i].kind, DAY + 10, DAY + 20));
    add_full_note (fixture, note, 1);
    notes = aufait_note_store_list_losses (fixture->memory, DAY + rows[i].first, DAY + rows[i].last,
                                           &error);
    g_assert_no_error (error);
    g_test_message ("rows[%zu]", i);
    g_assert_cmpuint (notes->len, ==, rows[i].n_found);
    store_fixture_undo (fixture, "note");
  }
}

static void
test_lists_due_in_order (StoreFixture *fixture, gconstpointer data)
{
  static const int days[] = { 9, 3, 6, 3 };
  static const guint expected[] = { 1, 3, 2, 0 };
  gint64 ids[G_N_ELEMENTS (days)];
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autoptr (AufaitNote) note = aufait_note_new (DAY, "exam");

    g_ptr_array_add (note->meaning->moments,
                     aufait_moment_new (AUFAIT_MOMENT_EXAM, DAY, DAY + days[i]));
    add_full_note (fixture, note, 1);
    ids[i] = note->id;
  }
  notes = aufait_note_store_list_due (fixture->memory, DAY, DAY + 9, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < notes->len; i++)
    g_assert_cmpint (((AufaitNote *) notes->pdata[i])->id, ==, ids[expected[i]]);
}

/* What a plan says of a table that is read whole. */
static void
test_finds_by_index_alone (StoreFixture *fixture, gconstpointer data)
{
  static const char *const queries[] = {
    "SELECT note_id, last_day AS day FROM moment WHERE last_day BETWEEN 1 AND 2",
    "SELECT note_id, day FROM promise WHERE day BETWEEN 1 AND 2",
    "SELECT min(last_day) FROM moment WHERE last_day > 1",
    "SELECT min(day) FROM promise WHERE day > 1",
    "SELECT note_id FROM note_person WHERE person_id = 1 ORDER BY on_day DESC, note_id DESC",
    "SELECT id FROM nudge WHERE state IN ('waiting', 'shown', 'snoozed') ORDER BY id",
    "SELECT id FROM nudge WHERE state = 'waiting' AND due_on <= 1",
    "SELECT id FROM nudge WHERE state IN ('shown', 'snoozed')",
    "SELECT min(due_on) FROM nudge WHERE state = 'waiting' AND due_on > 1",
    "SELECT note_id FROM moment WHERE kind = 'loss' AND last_day BETWEEN 1 AND 2",
    "SELECT count(*) FROM showing WHERE shown_at BETWEEN 1 AND 2",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", queries[i], NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (AufaitQuery) statement =
        aufait_database_prepare (aufait_memory_get_database (fixture->memory), sql, &error);

    g_assert_no_error (error);
    while (aufait_query_step (statement, &error)) {
      const char *plan = aufait_query_get_text (statement, 3);

      g_test_message ("%s: %s", queries[i], plan);
      g_assert_nonnull (strstr (plan, "INDEX"));
      g_assert_null (strstr (plan, "TEMP B-TREE"));
    }
  }
}

/* --- read again ---------------------------------------------------------------------------- */

static guint
count_outdated (StoreFixture *fixture, int version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes =
      aufait_note_store_list_outdated (fixture->memory, version, 0, 10, &error);

  g_assert_no_error (error);
  return notes->len;
}

static void
test_replaces_meaning (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  g_autoptr (AufaitNote) note = make_full_note (marie, marie);
  g_autoptr (AufaitNote) kept = NULL;
  g_autoptr (GError) error = NULL;

  add_full_note (fixture, note, 1);
  g_assert_cmpuint (count_outdated (fixture, 1), ==, 0);
  g_assert_cmpuint (count_outdated (fixture, 2), ==, 1);
  aufait_meaning_free (note->meaning);
  note->meaning = aufait_meaning_new ();
  g_ptr_array_add (note->meaning->interests, g_strdup ("danse"));
  store_fixture_begin (fixture, NULL);
  aufait_note_store_set_meaning (fixture->memory, note, 2, &error);
  g_assert_no_error (error);
  store_fixture_commit (fixture);
  g_assert_cmpuint (count_outdated (fixture, 2), ==, 0);
  kept = aufait_note_store_get (fixture->memory, note->id, &error);
  g_assert_cmpint (kept->meaning->kind, ==, AUFAIT_NOTE_FACT);
  g_assert_cmpuint (kept->meaning->moments->len, ==, 0);
  g_assert_cmpuint (kept->meaning->promises->len, ==, 0);
  g_assert_cmpuint (kept->meaning->interests->len, ==, 1);
  g_assert_cmpuint (count_due (fixture, 1, G_MAXINT32), ==, 0);
}

static void
set_none_outdated (StoreFixture *fixture, int version)
{
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, NULL);
  g_assert_true (aufait_note_store_set_none_outdated (fixture->memory, version, &error));
  store_fixture_commit (fixture);
}

/* What is added then is told by its version; what undo brings back too. */
static void
test_remembers_that_none_is_outdated (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  g_autoptr (AufaitNote) old = make_full_note (marie, marie);
  g_autoptr (AufaitNote) new = make_full_note (marie, marie);

  set_none_outdated (fixture, 3);
  g_assert_cmpuint (count_outdated (fixture, 3), ==, 0);
  add_full_note (fixture, old, 2);
  g_assert_cmpuint (count_outdated (fixture, 3), ==, 1);
  store_fixture_begin (fixture, "forget");
  store_fixture_run (fixture, "DELETE FROM note");
  store_fixture_commit (fixture);
  set_none_outdated (fixture, 3);
  add_full_note (fixture, new, 3);
  g_assert_cmpuint (count_outdated (fixture, 3), ==, 0);
  store_fixture_undo (fixture, "note");
  store_fixture_undo (fixture, "forget");
  g_assert_cmpuint (count_outdated (fixture, 3), ==, 1);
  store_fixture_check (fixture);
}

static void
test_replaces_no_meaning_of_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (AufaitNote) note = aufait_note_new (DAY, "never added");
  g_autoptr (GError) error = NULL;

  note->id = 9;
  store_fixture_begin (fixture, NULL);
  g_assert_false (aufait_note_store_set_meaning (fixture->memory, note, 2, &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND);
  aufait_memory_rollback (fixture->memory);
}

/* --- searching ----------------------------------------------------------------------------- */

static const char *const searched[] = {
  "Un Café avec RENÉ, à l'Olympia",  "She said \"never again\" AND left",
  "mal au cœur, Lætitia aussi",      "Ōsaka trip 🎸 (guitar*)",
  "naïve façade; NEAR(here, there)",
};
static const struct {
  const char *words;
  guint n_found;
} searches[] = {
  { "cafe", 1 },
  { "CAFÉ", 1 },
  { "caf", 1 },
  { "rene cafe", 1 },
  { "ené", 0 },
  { "cafe never", 0 },
  { "olympia", 1 },
  { "l'Olympia", 1 },
  { "l’olymp", 1 },
  { "à-l'olymp", 1 },
  { "d'olympia", 0 },
  { "\"never again\"", 1 },
  { "\"", 0 },
  { "AND", 1 },
  { "and left", 1 },
  { "OR", 0 },
  { "NOT", 0 },
  { "NEAR(", 1 },
  { "NEAR(here, there)", 1 },
  { "near(here there)", 1 },
  { "*", 0 },
  { "guit*", 1 },
  { "guit* *", 1 },
  { "text:cafe", 0 },
  { "-cafe", 1 },
  { "^cafe", 1 },
  { "{cafe}", 1 },
  { "coeur", 1 },
  { "cœur", 1 },
  { "COEUR", 1 },
  { "Laetitia", 1 },
  { "laet coe", 1 },
  { "osaka", 1 },
  { "🎸", 0 },
  { "🎸 osaka", 1 },
  { "", 0 },
  { "  \t\n ", 0 },
  { "'; DROP TABLE note; --", 0 },
  { "\xff\xfe", 0 },
  { "a", 3 },
  { "facade naive", 1 },
};

static void
test_searches (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");

  for (gsize i = 0; i < G_N_ELEMENTS (searched); i++)
    store_fixture_add_note (fixture, marie, searched[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++) {
    g_test_message ("row %d", (int) i);
    g_assert_cmpuint (store_fixture_count_found (fixture, searches[i].words), ==,
                      searches[i].n_found);
  }
}

static void
test_finds_newest_first (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  gint64 last = 0;

  for (int i = 0; i < 30; i++)
    last = store_fixture_add_note (fixture, marie, i % 2 == 0 ? "guitare" : "guitariste");
  notes = aufait_note_store_find (fixture->memory, "guit", 20, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, 20);
  for (guint i = 0; i < notes->len; i++)
    g_assert_cmpint (((AufaitNote *) notes->pdata[i])->id, ==, last - i);
}

/* More words than are named one by one, which are 48: all are found all the same. */
static void
test_finds_many_beginnings (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");

  for (guint i = 0; i < 120; i++) {
    g_autofree char *text = g_strdup_printf ("Été word%c%c", 'a' + i / 26, 'a' + i % 26);

    store_fixture_add_note (fixture, marie, text);
    if (i % 12 == 11 || i == 48)
      g_assert_cmpuint (store_fixture_count_found (fixture, "wörd"), ==, i + 1);
  }
  g_assert_cmpuint (store_fixture_count_found (fixture, "worda ete"), ==, 26);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/note-store/" name, StoreFixture, NULL, store_fixture_set_up, test,                 \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("gives-back-all-of-a-note", test_gives_back_all);
  ADD ("refuses-unknown-people", test_refuses_unknown_people);
  ADD ("does-not-find-a-number", test_does_not_find_a_number);
  ADD ("lists-about-by-day", test_lists_about_by_day);
  ADD ("lists-due", test_lists_due);
  ADD ("lists-losses", test_lists_losses);
  ADD ("lists-due-in-order", test_lists_due_in_order);
  ADD ("finds-by-index-alone", test_finds_by_index_alone);
  ADD ("replaces-meaning", test_replaces_meaning);
  ADD ("remembers-that-none-is-outdated", test_remembers_that_none_is_outdated);
  ADD ("replaces-no-meaning-of-nothing", test_replaces_no_meaning_of_nothing);
  ADD ("searches", test_searches);
  ADD ("finds-many-beginnings", test_finds_many_beginnings);
  ADD ("finds-newest-first", test_finds_newest_first);
  return g_test_run ();
}
