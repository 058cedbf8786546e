/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aufait-tie-store.h"

#include "index-fixture.h"

#define TODAY aufait_day_new (2026, 7, 1)

static AufaitTieStoreRow
new_row (gint64 id, AufaitDay met_on, AufaitDay as_of)
{
  AufaitTieStoreRow row = { .person_id = id, .as_of = as_of };

  aufait_tie_state_add (&row.state, (AufaitTieContact){ met_on, AUFAIT_CONTACT_MET, FALSE });
  return row;
}

static void
set (IndexFixture *fixture, const AufaitTieStoreRow *row)
{
  g_autoptr (GError) error = NULL;

  aufait_tie_store_set (fixture->index, row, &error);
  g_assert_no_error (error);
}

/* A state comes back as it was, bit by bit. */
static void
test_keeps (IndexFixture *fixture, gconstpointer data)
{
  AufaitTieStoreRow row = new_row (7, TODAY - 100, TODAY), found = { 0 };
  AufaitTie before, after;

  for (int day = 97; day > 0; day -= 1 + day % 7)
    aufait_tie_state_add (&row.state,
                          (AufaitTieContact){ TODAY - day, AUFAIT_CONTACT_WROTE, day % 2 });
  row.checkin_on = TODAY + 5;
  set (fixture, &row);
  g_assert_true (aufait_tie_store_get (fixture->index, 7, &found, NULL));
  before = aufait_tie_state_read (&row.state, TODAY);
  after = aufait_tie_state_read (&found.state, TODAY);
  g_assert_true (before.mine >= after.mine && before.mine <= after.mine);
  g_assert_true (before.theirs >= after.theirs && before.theirs <= after.theirs);
  g_assert_cmpint (before.drifts_on, ==, after.drifts_on);
  g_assert_cmpint (found.as_of, ==, TODAY);
  g_assert_cmpint (found.checkin_on, ==, TODAY + 5);
  g_assert_cmpint (found.drift_on, ==, AUFAIT_DAY_NONE);
  g_assert_true (aufait_tie_store_remove (fixture->index, 7, 8, NULL));
  g_assert_false (aufait_tie_store_get (fixture->index, 7, &found, NULL));
}

static const struct {
  AufaitDay checkin_on, drift_on; /* behind today; 0: none */
  gboolean is_due;                /* from today for a week */
} DUE[] = {
  { 0, 0, FALSE }, { 3, 0, TRUE }, { 0, 7, TRUE }, { 8, 9, FALSE }, { 7, 1, TRUE }, { -1, 4, TRUE },
};

static void
test_due (IndexFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  guint n = 0;

  g_assert_false (aufait_tie_store_has_due (fixture->index));
  for (guint i = 0; i < G_N_ELEMENTS (DUE); i++) {
    AufaitTieStoreRow row = new_row (i + 1, TODAY - 10, TODAY);

    if (DUE[i].checkin_on != 0)
      row.checkin_on = TODAY + DUE[i].checkin_on;
    if (DUE[i].drift_on != 0)
      row.drift_on = TODAY + DUE[i].drift_on;
    set (fixture, &row);
  }
  ids = aufait_tie_store_list_due (fixture->index, TODAY, TODAY + 7, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (DUE); i++) {
    if (DUE[i].is_due)
      g_assert_cmpint (g_array_index (ids, gint64, n++), ==, i + 1);
  }
  g_assert_cmpuint (ids->len, ==, n);
  g_assert_true (aufait_tie_store_has_due (fixture->index));
}

/* Whatever day a row was true on: it is today that counts. */
static void
test_ranks (IndexFixture *fixture, gconstpointer data)
{
  const struct {
    gint64 id;
    AufaitDay met_on, as_of;
  } rows[] = {
    { 1, TODAY - 50, TODAY - 50 }, { 2, TODAY - 40, TODAY }, { 3, TODAY - 60, TODAY - 20 },
    { 4, TODAY - 1, TODAY },       { 5, TODAY - 60, TODAY },
  };
  const gint64 expected[] = { 4, 2, 1, 3, 5 };
  g_autoptr (GArray) ranked = NULL;
  g_autoptr (GArray) two = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    AufaitTieStoreRow row = new_row (rows[i].id, rows[i].met_on, rows[i].as_of);

    set (fixture, &row);
  }
  ranked = aufait_tie_store_rank (fixture->index, TODAY, 100, NULL);
  g_assert_cmpuint (ranked->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected) - 2; i++)
    g_assert_cmpint (g_array_index (ranked, AufaitTieStoreRow, i).person_id, ==, expected[i]);
  two = aufait_tie_store_rank (fixture->index, TODAY, 2, NULL);
  g_assert_cmpuint (two->len, ==, 2);
}

static void
test_marks (IndexFixture *fixture, gconstpointer data)
{
  g_autofree char *none = NULL;
  g_autofree char *basis = NULL;

  g_assert_cmpint (aufait_tie_store_get_mark (fixture->index, &none), ==, 0);
  g_assert_null (none);
  g_assert_true (
      aufait_tie_store_set_mark (fixture->index, 123456789012, "of this and that", NULL));
  g_assert_cmpint (aufait_tie_store_get_mark (fixture->index, &basis), ==, 123456789012);
  g_assert_cmpstr (basis, ==, "of this and that");
}

static void
test_stale (IndexFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) rest = NULL;

  for (gint64 id = 9; id > 0; id -= 2)
    g_assert_true (aufait_tie_store_add_stale (fixture->index, id, NULL));
  g_assert_true (aufait_tie_store_add_stale (fixture->index, 3, NULL));
  all = aufait_tie_store_list_stale (fixture->index, 4, NULL);
  g_assert_cmpuint (all->len, ==, 4);
  g_assert_cmpint (g_array_index (all, gint64, 0), ==, 1);
  g_assert_true (aufait_tie_store_remove_stale (fixture->index, 3, 8, NULL));
  rest = aufait_tie_store_list_stale (fixture->index, 100, NULL);
  g_assert_cmpuint (rest->len, ==, 2);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/tie-store/" name, IndexFixture, NULL, index_fixture_set_up, test,                  \
              index_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("keeps-a-state", test_keeps);
  ADD ("lists-who-is-due", test_due);
  ADD ("ranks-as-of-today", test_ranks);
  ADD ("keeps-its-mark", test_marks);
  ADD ("knows-who-is-stale", test_stale);
  return g_test_run ();
}
