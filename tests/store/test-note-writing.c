/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it costs to add a note, and what that must not change. */
#include "config.h"

#include <glib/gstdio.h>

#include "aufait-note-store.h"
#include "store-fixture.h"

#define DAY aufait_day_new (2026, 7, 1)

static void
keep (StoreFixture *fixture, AufaitNote *note)
{
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, "note");
  aufait_note_store_add (fixture->memory, note, 1, &error);
  g_assert_no_error (error);
  store_fixture_commit (fixture);
}

/* --- what it costs ------------------------------------------------------------------------- */

/* Of a log that only grows. */
static guint
count_pages (StoreFixture *fixture)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  GStatBuf st = { 0 };

  g_stat (log, &st);
  return (guint) (st.st_size / 4096);
}

/* The note, who is in it (by note, by person), a moment (by note, by day), and what takes it back.
 */
static void
test_writes_few_pages (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  guint counts[100] = { 0 }, n_more = 0;

  store_fixture_run (fixture, "PRAGMA wal_autocheckpoint = 0");
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++) {
    g_autoptr (AufaitNote) note = aufait_note_new (DAY, "off to Crete 11-21 July");
    guint before = count_pages (fixture);

    g_ptr_array_add (note->people, aufait_ref_new (marie, "Marie"));
    g_ptr_array_add (note->meaning->moments,
                     aufait_moment_new (AUFAIT_MOMENT_TRIP, DAY + 10, DAY + 20));
    keep (fixture, note);
    n_more += count_pages (fixture) - before > 6 ? 1 : 0;
  }
  /* Where a page is full, or ids are taken. */
  g_assert_cmpuint (n_more, <=, 20);
}

/* --- ids ----------------------------------------------------------------------------------- */

static gint64
add_note (StoreFixture *fixture)
{
  g_autoptr (AufaitNote) note = aufait_note_new (DAY, "hello");

  keep (fixture, note);
  return note->id;
}

static void
test_gives_no_id_twice (StoreFixture *fixture, gconstpointer data)
{
  gint64 last = 0;

  for (int i = 0; i < 100; i++) {
    gint64 id = add_note (fixture);

    g_assert_cmpint (id, >, last);
    last = id;
    if (i % 3 == 0)
      store_fixture_undo (fixture, "note");
    if (i % 10 == 0)
      store_fixture_reopen (fixture);
    if (i % 7 == 0) {
      g_autoptr (AufaitNote) note = aufait_note_new (DAY, "never kept");
      g_autoptr (GError) error = NULL;

      store_fixture_begin (fixture, NULL);
      g_assert_true (aufait_note_store_add (fixture->memory, note, 1, &error));
      aufait_memory_rollback (fixture->memory);
    }
  }
  store_fixture_check (fixture);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/note-writing/" name, StoreFixture, NULL, store_fixture_set_up, test,               \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("writes-few-pages", test_writes_few_pages);
  ADD ("gives-no-id-twice", test_gives_no_id_twice);
  return g_test_run ();
}
