/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "index-fixture.h"

#include <gio/gio.h>

#include "aufait-index-file-store.h"
#include "remove-tree.h"

void
index_fixture_choose (IndexFixture *fixture, const char *name)
{
  g_autofree char *path = g_strconcat ("/", name, NULL);
  g_autoptr (GError) error = NULL;

  fixture->folder_id = aufait_index_file_store_ensure_folder (fixture->index, path, name, &error);
  g_assert_no_error (error);
}

void
index_fixture_attach (IndexFixture *fixture, AufaitIndex *index)
{
  fixture->index = index;
  fixture->writer = aufait_index_writer_new (index);
  index_fixture_choose (fixture, "cards");
}

void
index_fixture_detach (IndexFixture *fixture)
{
  g_clear_pointer (&fixture->writer, aufait_index_writer_free);
  fixture->index = NULL;
}

void
index_fixture_open (IndexFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  AufaitIndex *index = aufait_index_open (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (index);
  index_fixture_attach (fixture, index);
}

void
index_fixture_close (IndexFixture *fixture)
{
  g_clear_pointer (&fixture->writer, aufait_index_writer_free);
  g_clear_pointer (&fixture->index, aufait_index_close);
}

void
index_fixture_set_up (IndexFixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("aufait-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "aufait", "index.db", NULL);
  index_fixture_open (fixture);
}

void
index_fixture_tear_down (IndexFixture *fixture, gconstpointer data)
{
  index_fixture_close (fixture);
  remove_tree (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

void
index_fixture_put (IndexFixture *fixture, const char *name, gint64 size, AufaitFileContent *content)
{
  g_autoptr (AufaitIndexedFile) file = aufait_indexed_file_new (0, name);

  file->identity = (AufaitIndexedFileIdentity){ 1, 2, 3, size };
  file->basis = 7;
  aufait_index_writer_put (fixture->writer, fixture->folder_id, file, content);
}

AufaitIndexWriterChange *
index_fixture_write (IndexFixture *fixture, guint n_rows)
{
  AufaitIndexWriterChange *last = NULL;

  while (aufait_index_writer_is_busy (fixture->writer)) {
    AufaitIndexWriterChange *change = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_true (aufait_index_writer_step (fixture->writer, n_rows, &change, &error));
    g_assert_no_error (error);
    if (change != NULL) {
      aufait_index_writer_change_free (last);
      last = change;
    }
  }
  g_assert_cmpuint (aufait_index_writer_get_backlog (fixture->writer), ==, 0);
  return last;
}

void
index_fixture_keep (IndexFixture *fixture, const char *name, AufaitFileContent *content)
{
  index_fixture_put (fixture, name, 1, content);
  aufait_index_writer_change_free (index_fixture_write (fixture, 1000));
}

AufaitEvent *
index_fixture_new_event (const char *uid, gint64 start, gint64 end)
{
  AufaitEvent *event = aufait_event_new (uid, uid);

  event->start = start;
  event->end = end;
  return event;
}

AufaitEvent *
index_fixture_new_all_day (const char *uid, AufaitDay first, AufaitDay last)
{
  AufaitEvent *event = aufait_event_new (uid, uid);

  event->all_day = TRUE;
  event->first = first;
  event->last = last;
  return event;
}

gint64
index_fixture_ask (IndexFixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  aufait_database_ask (aufait_index_get_database (fixture->index), sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

void
index_fixture_check (IndexFixture *fixture)
{
  static const char *const orphans[] = {
    "SELECT count (*) FROM card WHERE id >> 24 NOT IN (SELECT id FROM file)",
    "SELECT count (*) FROM event WHERE id >> 24 NOT IN (SELECT id FROM file)",
    "SELECT count (*) FROM problem WHERE id >> 24 NOT IN (SELECT id FROM file)",
    "SELECT count (*) FROM photo WHERE card_id NOT IN (SELECT id FROM card)",
    "SELECT count (*) FROM attendee WHERE event_id NOT IN (SELECT id FROM event)",
    "SELECT count (*) FROM occurrence WHERE event_id NOT IN (SELECT id FROM event)",
    "SELECT (SELECT count (*) FROM occurrence) - (SELECT total (length (times)) / 16 FROM event)",
    "SELECT count (*) FROM file WHERE folder_id NOT IN (SELECT id FROM folder)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (orphans); i++) {
    g_test_message ("%s", orphans[i]);
    g_assert_cmpint (index_fixture_ask (fixture, orphans[i]), ==, 0);
  }
}
