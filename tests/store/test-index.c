/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-index.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aufait-card-store.h"
#include "aufait-index-file-store.h"
#include "index-fixture.h"

static AufaitFileContent *
new_cards (const char *const *names)
{
  AufaitFileContent *content = aufait_file_content_new ();

  for (guint i = 0; names[i] != NULL; i++)
    aufait_file_content_take_card (content, aufait_card_new (names[i]));
  return content;
}

#define CARDS(...) new_cards ((const char *const[]){ __VA_ARGS__, NULL })

static gint64
count_cards (IndexFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 cards = -1, occurrences = -1;

  aufait_index_count (fixture->index, &cards, &occurrences, &error);
  g_assert_no_error (error);
  return cards;
}

static void
assert_mode (const char *path, mode_t mode)
{
  struct stat found;

  g_assert_cmpint (stat (path, &found), ==, 0);
  g_assert_cmpuint (found.st_mode & 0777, ==, mode);
}

static void
test_is_for_the_user_alone (IndexFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  index_fixture_keep (fixture, "a.vcf", CARDS ("Marie"));
  assert_mode (folder, 0700);
  assert_mode (fixture->path, 0600);
  assert_mode (log, 0600);
}

static void
test_keeps_what_was_read (IndexFixture *fixture, gconstpointer data)
{
  g_assert_true (aufait_index_is_new (fixture->index));
  index_fixture_keep (fixture, "a.vcf", CARDS ("Marie", "Paul"));
  index_fixture_close (fixture);
  index_fixture_open (fixture);
  g_assert_false (aufait_index_is_new (fixture->index));
  g_assert_cmpint (count_cards (fixture), ==, 2);
}

static void
spoil_version (IndexFixture *fixture)
{
  g_autoptr (AufaitDatabase) database = aufait_database_open (fixture->path, NULL);

  g_assert_true (aufait_database_run (database, "PRAGMA user_version = 99", NULL));
}

static void
spoil_owner (IndexFixture *fixture)
{
  g_autoptr (AufaitDatabase) database = aufait_database_open (fixture->path, NULL);

  g_assert_true (aufait_database_run (database, "PRAGMA application_id = 1", NULL));
}

static void
spoil_boot (IndexFixture *fixture)
{
  g_autoptr (AufaitDatabase) database = aufait_database_open (fixture->path, NULL);

  g_assert_true (aufait_database_run (database, "UPDATE state SET value = 'another run'", NULL));
}

static void
spoil_head (IndexFixture *fixture)
{
  g_assert_true (g_file_set_contents (fixture->path, "not a database at all", -1, NULL));
}

static void
spoil_end (IndexFixture *fixture)
{
  g_assert_cmpint (truncate (fixture->path, 4096), ==, 0);
}

static void
spoil_by_emptying (IndexFixture *fixture)
{
  g_assert_cmpint (truncate (fixture->path, 0), ==, 0);
}

static void
spoil_by_removing (IndexFixture *fixture)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
}

static const struct {
  const char *what;
  void (*spoil) (IndexFixture *fixture);
} spoilt[] = {
  { "another version", spoil_version },
  { "another program", spoil_owner },
  { "another boot", spoil_boot },
  { "garbage", spoil_head },
  { "cut", spoil_end },
  { "empty", spoil_by_emptying },
  { "missing", spoil_by_removing },
};

static void
test_is_made_anew_when_it_cannot_be_used (IndexFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++) {
    g_test_message ("%s", spoilt[i].what);
    index_fixture_keep (fixture, "a.vcf", CARDS ("Marie", "Paul"));
    index_fixture_close (fixture);
    spoilt[i].spoil (fixture);
    index_fixture_open (fixture);
    g_assert_true (aufait_index_is_new (fixture->index));
    g_assert_cmpint (count_cards (fixture), ==, 0);
    index_fixture_keep (fixture, "a.vcf", CARDS ("Marie"));
    g_assert_cmpint (count_cards (fixture), ==, 1);
  }
}

/* A crash of the program, not of the machine: what it wrote is in the kernel's hands. */
static void
test_a_crash_of_the_program_loses_nothing (IndexFixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ()) {
    const char *path = g_getenv ("AUFAIT_TEST_INDEX");

    g_free (fixture->path);
    index_fixture_close (fixture);
    fixture->path = g_strdup (path);
    index_fixture_open (fixture);
    index_fixture_keep (fixture, "a.vcf", CARDS ("Marie", "Paul"));
    _exit (0);
  }
  index_fixture_close (fixture);
  g_setenv ("AUFAIT_TEST_INDEX", fixture->path, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  index_fixture_open (fixture);
  g_assert_false (aufait_index_is_new (fixture->index));
  g_assert_cmpint (count_cards (fixture), ==, 2);
}

static void
test_knows_when_it_was_deleted (IndexFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  index_fixture_keep (fixture, "a.vcf", CARDS ("Marie"));
  g_assert_true (aufait_index_is_in_place (fixture->index));
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_false (aufait_index_is_in_place (fixture->index));
  g_assert_cmpint (count_cards (fixture), ==, 1);
  g_clear_pointer (&fixture->writer, aufait_index_writer_free);
  g_assert_true (aufait_index_renew (fixture->index, &error));
  g_assert_no_error (error);
  g_assert_true (aufait_index_is_in_place (fixture->index));
  g_assert_cmpint (count_cards (fixture), ==, 0);
  index_fixture_close (fixture);
  index_fixture_open (fixture);
  g_assert_false (aufait_index_is_new (fixture->index));
}

static void
test_is_empty_where_none_can_be_made (IndexFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *moved = g_strconcat (folder, "-moved", NULL);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->writer, aufait_index_writer_free);
  g_assert_cmpint (g_rename (folder, moved), ==, 0);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_assert_false (aufait_index_renew (fixture->index, &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED);
  g_assert_cmpint (count_cards (fixture), ==, 0);
  g_assert_false (aufait_index_is_in_place (fixture->index));
}

/* --- files --------------------------------------------------------------------------------- */

static void
test_replaces_a_file_whole (IndexFixture *fixture, gconstpointer data)
{
  for (guint n_rows = 1; n_rows < 5; n_rows++) {
    g_autoptr (AufaitIndexWriterChange) change = NULL;
    g_autoptr (GError) error = NULL;

    index_fixture_keep (fixture, "a.vcf", CARDS ("1", "2", "3", "4", "5", "6", "7", "8", "9"));
    index_fixture_put (fixture, "a.vcf", 2, CARDS ("Zoe"));
    while (aufait_index_writer_is_busy (fixture->writer)) {
      g_assert_cmpint (count_cards (fixture), ==, 9);
      g_assert_null (change);
      aufait_index_writer_step (fixture->writer, n_rows, &change, &error);
      g_assert_no_error (error);
    }
    g_assert_cmpint (count_cards (fixture), ==, 1);
    g_assert_true (change->has_cards);
    g_assert_false (change->has_events);
    g_assert_cmpuint (change->file_ids->len, ==, 1);
    index_fixture_check (fixture);
  }
}

static void
test_forgets_what_was_not_committed (IndexFixture *fixture, gconstpointer data)
{
  g_autoptr (AufaitIndexWriterChange) change = NULL;

  index_fixture_keep (fixture, "a.vcf", CARDS ("1", "2"));
  index_fixture_put (fixture, "a.vcf", 2, CARDS ("Zoe"));
  aufait_index_writer_step (fixture->writer, 1, &change, NULL);
  aufait_index_writer_step (fixture->writer, 1, &change, NULL);
  g_assert_null (change);
  index_fixture_close (fixture);
  index_fixture_open (fixture);
  g_assert_cmpint (count_cards (fixture), ==, 2);
}

static void
test_names_are_bytes (IndexFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "a\nb.vcf", "\xff\xfe.vcf", "'; DROP TABLE file; --.vcf",
                                       "  .vcf", "É.vcf" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (AufaitIndexedFile) file = NULL;
    g_autoptr (GError) error = NULL;

    index_fixture_put (fixture, names[i], 100 + i, CARDS ("Marie"));
    aufait_index_writer_change_free (index_fixture_write (fixture, 100));
    file = aufait_index_file_store_find (fixture->index, fixture->folder_id, names[i], &error);
    g_assert_no_error (error);
    g_assert_cmpstr (file->name, ==, names[i]);
    g_assert_cmpint (file->identity.size, ==, 100 + i);
    g_assert_cmpint (file->basis, ==, 7);
  }
  g_assert_cmpint (count_cards (fixture), ==, G_N_ELEMENTS (names));
}

static void
test_lists_files_in_pages (IndexFixture *fixture, gconstpointer data)
{
  g_autofree char *after = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 25; i++) {
    g_autofree char *name = g_strdup_printf ("%u.vcf", i);

    index_fixture_put (fixture, name, i, CARDS ("Marie"));
  }
  aufait_index_writer_change_free (index_fixture_write (fixture, 3));
  for (;;) {
    g_autoptr (GPtrArray) files =
        aufait_index_file_store_list (fixture->index, fixture->folder_id, after, 10, NULL);

    if (files->len == 0)
      break;
    for (guint i = 0; i < files->len; i++)
      g_assert_true (
          g_hash_table_add (seen, g_strdup (((AufaitIndexedFile *) files->pdata[i])->name)));
    g_free (after);
    after = g_strdup (((AufaitIndexedFile *) files->pdata[files->len - 1])->name);
  }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 25);
}

static void
test_removes_files_and_folders (IndexFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) folders = NULL;

  index_fixture_put (fixture, "a.vcf", 1, CARDS ("Marie", "Paul"));
  index_fixture_put (fixture, "b.vcf", 1, CARDS ("Zoe"));
  index_fixture_put (fixture, "c.vcf", 1, CARDS ("Tom"));
  aufait_index_writer_remove (fixture->writer, fixture->folder_id, "a.vcf");
  aufait_index_writer_remove (fixture->writer, fixture->folder_id, "never-there.vcf");
  aufait_index_writer_change_free (index_fixture_write (fixture, 2));
  g_assert_cmpint (count_cards (fixture), ==, 2);
  index_fixture_check (fixture);
  aufait_index_writer_remove_folder (fixture->writer, fixture->folder_id);
  aufait_index_writer_change_free (index_fixture_write (fixture, 2));
  g_assert_cmpint (count_cards (fixture), ==, 0);
  index_fixture_check (fixture);
  folders = aufait_index_file_store_list_folders (fixture->index, NULL);
  g_assert_cmpuint (g_hash_table_size (folders), ==, 0);
}

static void
test_names_what_is_wrong (IndexFixture *fixture, gconstpointer data)
{
  AufaitFileContent *content = CARDS ("Marie");
  AufaitIndexFileStoreCounts counts = { 0 };
  g_autoptr (GPtrArray) problems = NULL;
  const AufaitIndexFileStoreProblem *problem;

  for (guint i = 0; i < 100; i++)
    aufait_file_content_take_problem (content, g_strdup_printf ("Line %u is odd.", i));
  index_fixture_keep (fixture, "a.vcf", content);
  index_fixture_keep (fixture, "b.ics", aufait_file_content_new ());
  problems = aufait_index_file_store_list_problems (fixture->index, 5, NULL);
  g_assert_cmpuint (problems->len, ==, 5);
  problem = problems->pdata[1];
  g_assert_cmpstr (problem->path, ==, "/cards/a.vcf");
  g_assert_cmpstr (problem->text, ==, "Line 1 is odd.");
  g_assert_true (aufait_index_file_store_count (fixture->index, fixture->folder_id, &counts, NULL));
  g_assert_cmpint (counts.n_files, ==, 2);
  g_assert_cmpint (counts.n_items, ==, 1);
  g_assert_cmpint (counts.n_problems, ==, 20);
  g_assert_true (counts.has_cards);
  g_assert_true (counts.has_calendars);
}

static void
test_knows_when_a_file_is_another (void)
{
  const AufaitIndexedFileIdentity identity = { 1, 2, 3, 4 };
  const AufaitIndexedFileIdentity others[] = {
    { 9, 2, 3, 4 }, { 1, 9, 3, 4 }, { 1, 2, 9, 4 }, { 1, 2, 3, 9 }
  };
  g_autoptr (AufaitIndexedFile) file = aufait_indexed_file_new (1, "a.vcf");

  file->identity = identity;
  file->basis = 5;
  g_assert_true (aufait_indexed_file_is_current (file, &identity, 5));
  g_assert_false (aufait_indexed_file_is_current (file, &identity, 6));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (aufait_indexed_file_is_current (file, &others[i], 5));
  file->state = AUFAIT_INDEXED_FILE_ASIDE;
  g_assert_true (aufait_indexed_file_is_current (file, &identity, 5));
  file->state = AUFAIT_INDEXED_FILE_CLOSED;
  g_assert_false (aufait_indexed_file_is_current (file, &identity, 5));
}

static void
test_a_print_tells_files_apart (void)
{
  const AufaitIndexedFileIdentity identity = { 1, 2, 3, 4 };
  const struct {
    const char *name;
    AufaitIndexedFileIdentity identity;
    gint64 basis;
  } others[] = {
    { "b.vcf", { 1, 2, 3, 4 }, 5 },           { "a.vcf", { 9, 2, 3, 4 }, 5 },
    { "a.vcf", { 1, 9, 3, 4 }, 5 },           { "a.vcf", { 1, 2, 9, 4 }, 5 },
    { "a.vcf", { 1, 2, 3, 9 }, 5 },           { "a.vcf", { 1, 2, 3, 4 }, 6 },
    { "a.vcf", { 2, 1, 3, 4 }, 5 },           { "a.vcf", { 1, 2, 4, 3 }, 5 },
    { "a-long-name.vcf", { 1, 2, 3, 4 }, 5 }, { "a-long-namf.vcf", { 1, 2, 3, 4 }, 5 },
  };
  g_autoptr (GHashTable) prints = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 print = aufait_indexed_file_get_print ("a.vcf", &identity, 5);

  g_assert_cmpint (aufait_indexed_file_get_print ("a.vcf", &identity, 5), ==, print);
  g_hash_table_add (prints, g_memdup2 (&print, sizeof print));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    print = aufait_indexed_file_get_print (others[i].name, &others[i].identity, others[i].basis);
    g_assert_cmpint (print, >=, 0);
    g_assert_true (g_hash_table_add (prints, g_memdup2 (&print, sizeof print)));
  }
}

/* What a look at the folder adds up to, if it finds these files. */
static void
assert_print (IndexFixture *fixture, guint n_files, ...)
{
  AufaitIndexFileStoreCounts counts;
  gint64 print = 0;
  va_list args;

  va_start (args, n_files);
  for (guint i = 0; i < n_files; i++) {
    const char *name = va_arg (args, const char *);
    AufaitIndexedFileIdentity identity = { 1, 2, 3, va_arg (args, int) };

    print ^= aufait_indexed_file_get_print (name, &identity, 7);
  }
  va_end (args);
  g_assert_true (aufait_index_file_store_count (fixture->index, fixture->folder_id, &counts, NULL));
  g_assert_cmpint (counts.n_files, ==, n_files);
  g_assert_cmpint (counts.print, ==, print);
}

static void
test_a_folder_has_the_print_of_its_files (IndexFixture *fixture, gconstpointer data)
{
  assert_print (fixture, 0);
  index_fixture_put (fixture, "a.vcf", 1, CARDS ("Marie"));
  index_fixture_put (fixture, "b.ics", 2, NULL);
  aufait_index_writer_change_free (index_fixture_write (fixture, 100));
  assert_print (fixture, 2, "a.vcf", 1, "b.ics", 2);
  index_fixture_put (fixture, "a.vcf", 3, CARDS ("Zoe"));
  aufait_index_writer_change_free (index_fixture_write (fixture, 100));
  assert_print (fixture, 2, "a.vcf", 3, "b.ics", 2);
  index_fixture_choose (fixture, "others");
  index_fixture_put (fixture, "a.vcf", 3, CARDS ("Tom"));
  aufait_index_writer_change_free (index_fixture_write (fixture, 100));
  assert_print (fixture, 1, "a.vcf", 3);
  aufait_index_writer_remove (fixture->writer, fixture->folder_id, "a.vcf");
  aufait_index_writer_change_free (index_fixture_write (fixture, 100));
  assert_print (fixture, 0);
}

static void
test_a_basis_has_one_id (IndexFixture *fixture, gconstpointer data)
{
  gint64 one = aufait_index_file_store_ensure_basis (fixture->index, "one", NULL);
  gint64 two = aufait_index_file_store_ensure_basis (fixture->index, "two", NULL);

  g_assert_cmpint (one, >, 0);
  g_assert_cmpint (two, >, 0);
  g_assert_cmpint (one, !=, two);
  index_fixture_close (fixture);
  index_fixture_open (fixture);
  g_assert_cmpint (aufait_index_file_store_ensure_basis (fixture->index, "one", NULL), ==, one);
}

static void
test_knows_that_nothing_was_written_since (IndexFixture *fixture, gconstpointer data)
{
  g_assert_null (aufait_index_get_seen (fixture->index));
  g_assert_true (aufait_index_set_seen (fixture->index, "all", NULL));
  index_fixture_close (fixture);
  index_fixture_open (fixture);
  g_assert_cmpstr (aufait_index_get_seen (fixture->index), ==, "all");
  index_fixture_keep (fixture, "a.vcf", aufait_file_content_new ());
  g_assert_null (aufait_index_get_seen (fixture->index));
  index_fixture_close (fixture);
  index_fixture_open (fixture);
  g_assert_null (aufait_index_get_seen (fixture->index));
  g_assert_true (aufait_index_set_seen (fixture->index, "all", NULL));
  g_assert_true (aufait_index_renew (fixture->index, NULL));
  g_assert_null (aufait_index_get_seen (fixture->index));
}

static void
add (const char *path, void (*test) (IndexFixture *, gconstpointer))
{
  g_test_add (path, IndexFixture, NULL, index_fixture_set_up, test, index_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/index/is-for-the-user-alone", test_is_for_the_user_alone);
  add ("/index/keeps-what-was-read", test_keeps_what_was_read);
  add ("/index/is-made-anew-when-it-cannot-be-used", test_is_made_anew_when_it_cannot_be_used);
  add ("/index/a-crash-of-the-program-loses-nothing", test_a_crash_of_the_program_loses_nothing);
  add ("/index/knows-when-it-was-deleted", test_knows_when_it_was_deleted);
  add ("/index/is-empty-where-none-can-be-made", test_is_empty_where_none_can_be_made);
  add ("/index/replaces-a-file-whole", test_replaces_a_file_whole);
  add ("/index/forgets-what-was-not-committed", test_forgets_what_was_not_committed);
  add ("/index/names-are-bytes", test_names_are_bytes);
  add ("/index/lists-files-in-pages", test_lists_files_in_pages);
  add ("/index/removes-files-and-folders", test_removes_files_and_folders);
  add ("/index/names-what-is-wrong", test_names_what_is_wrong);
  add ("/index/a-folder-has-the-print-of-its-files", test_a_folder_has_the_print_of_its_files);
  add ("/index/a-basis-has-one-id", test_a_basis_has_one_id);
  add ("/index/knows-that-nothing-was-written-since", test_knows_that_nothing_was_written_since);
  g_test_add_func ("/index/knows-when-a-file-is-another", test_knows_when_a_file_is_another);
  g_test_add_func ("/index/a-print-tells-files-apart", test_a_print_tells_files_apart);

  return g_test_run ();
}
