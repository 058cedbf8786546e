/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-link-store.h"

#include "aufait-card-store.h"
#include "index-fixture.h"

static void
keep_card (IndexFixture *fixture, const char *file, const char *birthday, const char *anniversary)
{
  AufaitFileContent *content = aufait_file_content_new ();
  AufaitCard *card = aufait_card_new (file);

  g_strfreev (card->emails);
  card->emails = g_strsplit ("a@x.org b@x.org", " ", -1);
  card->birthday = g_strdup (birthday);
  card->anniversary = g_strdup (anniversary);
  card->is_dead = birthday == NULL;
  aufait_file_content_take_card (content, card);
  index_fixture_keep (fixture, file, content);
}

/* Person 10 has the first card, 11 the second, and so on. */
static void
link_all (IndexFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = aufait_card_store_list (fixture->index, &error);

  g_assert_true (aufait_link_store_begin (fixture->index, &error));
  for (guint i = 0; i < cards->len; i++)
    g_assert_true (aufait_link_store_set_card (fixture->index, cards->pdata[i], 10 + i, &error));
  g_assert_true (aufait_link_store_end (fixture->index, &error));
  g_assert_no_error (error);
}

static gint64
get_card_id (IndexFixture *fixture, guint i)
{
  g_autoptr (GPtrArray) cards = aufait_card_store_list (fixture->index, NULL);

  return ((AufaitCard *) cards->pdata[i])->id;
}

static void
test_outlives_the_card (IndexFixture *fixture, gconstpointer data)
{
  g_autoptr (AufaitLinkStoreCard) link = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) linked = NULL;
  gint64 id;
  gboolean has_card;

  keep_card (fixture, "1", "--05-09", NULL);
  keep_card (fixture, "2", "--05-10", NULL);
  link_all (fixture);
  id = get_card_id (fixture, 0);
  linked = aufait_card_store_list_linked (fixture->index, 10, NULL);
  g_assert_cmpuint (linked->len, ==, 1);
  none = aufait_link_store_list_gone (fixture->index, 0, G_MAXINT64, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  aufait_index_writer_remove (fixture->writer, fixture->folder_id, "1");
  aufait_index_writer_change_free (index_fixture_write (fixture, 100));
  gone = aufait_link_store_list_gone (fixture->index, 0, G_MAXINT64, NULL);
  g_assert_cmpuint (gone->len, ==, 1);
  link = aufait_link_store_find_card (fixture->index, id, NULL);
  g_assert_cmpint (link->person_id, ==, 10);
  g_assert_cmpstr (link->name, ==, "1");
  g_assert_cmpstr (link->emails[1], ==, "b@x.org");
  g_assert_null (link->nicknames[0]);
  g_assert_true (aufait_link_store_has_card (fixture->index, 10, &has_card, NULL));
  g_assert_false (has_card);
  g_assert_true (aufait_link_store_has_card (fixture->index, 11, &has_card, NULL));
  g_assert_true (has_card);
  g_assert_true (aufait_link_store_remove_card (fixture->index, id, NULL));
  g_assert_null (aufait_link_store_find_card (fixture->index, id, NULL));
}

/* What was read since the link was made may be another's. */
static void
test_tells_what_was_linked (IndexFixture *fixture, gconstpointer data)
{
  AufaitFileContent *content = aufait_file_content_new ();
  g_autoptr (GPtrArray) linked = NULL;
  g_autoptr (GHashTable) all = NULL;

  keep_card (fixture, "1", "--05-09", NULL);
  link_all (fixture);
  aufait_file_content_take_card (content, aufait_card_new ("somebody else"));
  index_fixture_put (fixture, "1", 2, content);
  aufait_index_writer_change_free (index_fixture_write (fixture, 100));
  linked = aufait_card_store_list_linked (fixture->index, 10, NULL);
  g_assert_cmpuint (linked->len, ==, 0);
  all = aufait_link_store_list_cards (fixture->index, NULL);
  g_assert_cmpuint (g_hash_table_size (all), ==, 1);
  g_assert_true (aufait_link_store_clear (fixture->index, NULL));
  g_clear_pointer (&all, g_hash_table_unref);
  all = aufait_link_store_list_cards (fixture->index, NULL);
  g_assert_cmpuint (g_hash_table_size (all), ==, 0);
}

static void
test_finds_days_of_the_year (IndexFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *first;
    const char *last;
    guint n_people;
  } rows[] = {
    { "05-09", "05-09", 1 }, { "05-09", "06-06", 3 }, { "05-10", "05-10", 1 },
    { "05-11", "05-30", 0 }, { "12-20", "01-05", 2 }, { "01-01", "12-31", 4 },
  };
  g_autoptr (GHashTable) dead = NULL;
  const gint64 dead_one = 13;

  keep_card (fixture, "1", "1984-05-09", NULL);
  keep_card (fixture, "2", "--05-10", "2010-12-31");
  keep_card (fixture, "3", "--01-05", "2010-06-06");
  keep_card (fixture, "4", NULL, "--02-29");
  link_all (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GArray) ids =
        aufait_link_store_list_yearly (fixture->index, rows[i].first, rows[i].last, NULL);

    g_test_message ("%s %s", rows[i].first, rows[i].last);
    g_assert_cmpuint (ids->len, ==, rows[i].n_people);
  }
  dead = aufait_link_store_list_dead (fixture->index);
  g_assert_cmpuint (g_hash_table_size (dead), ==, 1);
  g_assert_true (g_hash_table_contains (dead, &dead_one));
}

static void
test_keeps_people_of_events (IndexFixture *fixture, gconstpointer data)
{
  AufaitFileContent *content = aufait_file_content_new ();
  const gint64 people[] = { 7, 3, 7 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) kept = NULL;
  gint64 id;

  g_array_append_vals (ids, people, G_N_ELEMENTS (people));
  aufait_file_content_take_event (content, index_fixture_new_event ("e", 10, 20));
  index_fixture_keep (fixture, "e.ics", content);
  id = index_fixture_ask (fixture, "SELECT id FROM event");
  g_assert_true (aufait_link_store_set_people (fixture->index, id, ids, NULL));
  kept = aufait_link_store_list_people (fixture->index, id, NULL);
  g_assert_cmpuint (kept->len, ==, 2);
  g_assert_cmpint (g_array_index (kept, gint64, 0), ==, 3);
  g_assert_cmpint (aufait_link_store_get_folder (fixture->index, id, NULL), ==, fixture->folder_id);
  aufait_index_writer_remove (fixture->writer, fixture->folder_id, "e.ics");
  aufait_index_writer_change_free (index_fixture_write (fixture, 100));
  g_assert_cmpint (index_fixture_ask (fixture, "SELECT count(*) FROM event_person"), ==, 0);
}

static void
test_keeps_its_state (IndexFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) emails = g_strsplit ("a@x.org b@x.org", " ", -1);
  g_auto (GStrv) none = aufait_link_store_list_mine (fixture->index, NULL);
  g_auto (GStrv) mine = NULL;

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpint (aufait_link_store_get_stamp (fixture->index), ==, 0);
  g_assert_true (aufait_link_store_set_mine (fixture->index, emails, NULL));
  g_assert_true (aufait_link_store_set_stamp (fixture->index, G_MAXINT64 - 1, NULL));
  index_fixture_close (fixture);
  index_fixture_open (fixture);
  mine = aufait_link_store_list_mine (fixture->index, NULL);
  g_assert_cmpuint (g_strv_length (mine), ==, 2);
  g_assert_cmpint (aufait_link_store_get_stamp (fixture->index), ==, G_MAXINT64 - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/link-store/" name, IndexFixture, NULL, index_fixture_set_up, function,             \
              index_fixture_tear_down)
  ADD ("outlives-the-card", test_outlives_the_card);
  ADD ("tells-what-was-linked", test_tells_what_was_linked);
  ADD ("finds-days-of-the-year", test_finds_days_of_the_year);
  ADD ("keeps-people-of-events", test_keeps_people_of_events);
  ADD ("keeps-its-state", test_keeps_its_state);
  return g_test_run ();
}
