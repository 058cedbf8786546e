/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <gio/gio.h>

#include "aufait-identity-store.h"
#include "aufait-note-store.h"
#include "aufait-person-store.h"
#include "memory-check.h"
#include "memory-template.h"
#include "remove-tree.h"

#define DAY aufait_day_new (2026, 7, 1)

void
store_fixture_reopen (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  store_fixture_close (fixture);
  fixture->memory = aufait_memory_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->memory);
}

void
store_fixture_close (StoreFixture *fixture)
{
  g_clear_pointer (&fixture->memory, aufait_memory_close);
}

void
store_fixture_set_up (StoreFixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("aufait-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "memory.db", NULL);
  fixture->memory = memory_template_open (fixture->path);
}

void
store_fixture_tear_down (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_close (fixture);
  remove_tree (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

char *
store_fixture_dup_path (StoreFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

GBytes *
store_fixture_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size = 0;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

void
store_fixture_write (const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

void
store_fixture_begin (StoreFixture *fixture, const char *what)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aufait_memory_begin (fixture->memory, what, &error));
  g_assert_no_error (error);
}

void
store_fixture_commit (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aufait_memory_commit (fixture->memory, &error));
  g_assert_no_error (error);
}

gint64
store_fixture_add_person (StoreFixture *fixture, const char *name)
{
  g_autoptr (AufaitPerson) person = aufait_person_new (name);
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, name);
  aufait_person_store_add (fixture->memory, person, &error);
  g_assert_no_error (error);
  store_fixture_commit (fixture);
  return person->id;
}

gint64
store_fixture_add_note (StoreFixture *fixture, gint64 person_id, const char *text)
{
  g_autoptr (AufaitNote) note = aufait_note_new (DAY, text);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (note->people, aufait_ref_new (person_id, "?"));
  store_fixture_begin (fixture, text);
  aufait_note_store_add (fixture->memory, note, 1, &error);
  g_assert_no_error (error);
  store_fixture_commit (fixture);
  return note->id;
}

void
store_fixture_undo (StoreFixture *fixture, const char *expected)
{
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;

  aufait_memory_undo (fixture->memory, &what, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (what, ==, expected);
}

gint64
store_fixture_ask (StoreFixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  aufait_database_ask (aufait_memory_get_database (fixture->memory), sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

void
store_fixture_run (StoreFixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  aufait_database_run (aufait_memory_get_database (fixture->memory), sql, &error);
  g_assert_no_error (error);
}

void
store_fixture_check (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  memory_check (fixture->memory, &error);
  g_assert_no_error (error);
}

guint
store_fixture_count_found (StoreFixture *fixture, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = aufait_note_store_find (fixture->memory, words, 1000, &error);

  g_assert_no_error (error);
  return notes->len;
}

void
store_fixture_change (StoreFixture *fixture, const char *sql)
{
  store_fixture_begin (fixture, NULL);
  store_fixture_run (fixture, sql);
  store_fixture_commit (fixture);
}

void
store_fixture_merge (StoreFixture *fixture, gint64 into, gint64 from)
{
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, "same");
  g_assert_true (aufait_identity_store_merge (fixture->memory, into, from, &error));
  g_assert_no_error (error);
  store_fixture_commit (fixture);
  store_fixture_check (fixture);
}
