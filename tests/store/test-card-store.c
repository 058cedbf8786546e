/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-card-store.h"

#include "aufait-link-store.h"
#include "index-fixture.h"

static AufaitCard *
new_card (const char *name, const char *uid, const char *email, const char *birthday)
{
  AufaitCard *card = aufait_card_new (name);

  card->uid = g_strdup (uid);
  card->birthday = g_strdup (birthday);
  if (email != NULL) {
    g_strfreev (card->emails);
    card->emails = g_strsplit (email, " ", -1);
  }
  return card;
}

/* The names on the cards, with commas between. */
static char *
dup_names (GPtrArray *cards)
{
  GString *names = g_string_new (NULL);

  g_assert_nonnull (cards);
  for (guint i = 0; i < cards->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "",
                            ((AufaitCard *) cards->pdata[i])->name);
  return g_string_free (names, FALSE);
}

static void
assert_names (GPtrArray *cards, const char *expected)
{
  g_autoptr (GPtrArray) owned = cards;
  g_autofree char *names = dup_names (owned);

  g_assert_cmpstr (names, ==, expected);
}

static void
fill (IndexFixture *fixture)
{
  AufaitFileContent *first = aufait_file_content_new ();
  AufaitFileContent *second = aufait_file_content_new ();

  aufait_file_content_take_card (first,
                                 new_card ("Marie", "m1", "marie@x.org Marie@Work.org", "--02-29"));
  aufait_file_content_take_card (first, new_card ("Paul", "p1", NULL, "1984-12-31"));
  aufait_file_content_take_card (second, new_card ("Zoé", NULL, "zoé@x.org", "2001-01-01"));
  aufait_file_content_take_card (second, new_card ("Marie C.", "m1", "MARIE@x.org", NULL));
  index_fixture_keep (fixture, "a.vcf", first);
  index_fixture_keep (fixture, "b.vcf", second);
}

static void
test_gives_back_all_of_a_card (IndexFixture *fixture, gconstpointer data)
{
  AufaitFileContent *content = aufait_file_content_new ();
  AufaitCard *card = new_card ("Marie Curie", "m1", "marie@x.org", "1867-11-07");
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GBytes) photo = NULL;
  const AufaitCard *found;
  const AufaitCardRelation *relation;

  card->anniversary = g_strdup ("1895-07-26");
  card->language = g_strdup ("fr-FR");
  card->timezone = g_strdup ("Europe/Paris");
  card->is_dead = TRUE;
  card->kind = AUFAIT_CARD_GROUP;
  card->photo = g_bytes_new ("\0png", 4);
  g_strfreev (card->places);
  card->places = g_strsplit ("Paris, France;Warszawa", ";", -1);
  g_ptr_array_add (card->relations, aufait_card_relation_new ("spouse", "Pierre", NULL));
  g_ptr_array_add (card->relations, aufait_card_relation_new ("child", NULL, "i1"));
  aufait_file_content_take_card (content, card);
  index_fixture_keep (fixture, "a.vcf", content);

  cards = aufait_card_store_list (fixture->index, NULL);
  g_assert_cmpuint (cards->len, ==, 1);
  found = cards->pdata[0];
  g_assert_cmpstr (found->uid, ==, "m1");
  g_assert_cmpstr (found->name, ==, "Marie Curie");
  g_assert_cmpstr (found->emails[0], ==, "marie@x.org");
  g_assert_cmpuint (g_strv_length (found->nicknames), ==, 0);
  g_assert_cmpuint (g_strv_length (found->phones), ==, 0);
  g_assert_cmpstr (found->places[1], ==, "Warszawa");
  g_assert_cmpstr (found->birthday, ==, "1867-11-07");
  g_assert_cmpstr (found->anniversary, ==, "1895-07-26");
  g_assert_cmpstr (found->language, ==, "fr-FR");
  g_assert_cmpstr (found->timezone, ==, "Europe/Paris");
  g_assert_true (found->is_dead);
  g_assert_cmpint (found->kind, ==, AUFAIT_CARD_GROUP);
  g_assert_cmpuint (found->relations->len, ==, 2);
  relation = found->relations->pdata[0];
  g_assert_cmpstr (relation->type, ==, "spouse");
  g_assert_cmpstr (relation->text, ==, "Pierre");
  g_assert_null (relation->uid);
  relation = found->relations->pdata[1];
  g_assert_null (relation->text);
  g_assert_cmpstr (relation->uid, ==, "i1");
  g_assert_null (found->photo);
  g_assert_true (aufait_link_store_set_card (fixture->index, found, 1, NULL));
  photo = aufait_card_store_dup_photo_of_person (fixture->index, 1, NULL);
  g_assert_cmpmem (g_bytes_get_data (photo, NULL), g_bytes_get_size (photo), "\0png", 4);
}

static void
test_finds_those_of_a_uid (IndexFixture *fixture, gconstpointer data)
{
  AufaitFileContent *content = aufait_file_content_new ();
  AufaitCard *group = new_card ("The Curies", "m1", NULL, NULL);

  group->kind = AUFAIT_CARD_GROUP;
  aufait_file_content_take_card (content, group);
  index_fixture_keep (fixture, "c.vcf", content);
  fill (fixture);
  assert_names (aufait_card_store_list_of_uid (fixture->index, "m1", NULL), "Marie,Marie C.");
  assert_names (aufait_card_store_list_of_uid (fixture->index, "p1", NULL), "Paul");
  assert_names (aufait_card_store_list_of_uid (fixture->index, "", NULL), "");
}

static void
test_knows_what_is_in_one_file (IndexFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = NULL;
  gint64 ids[3];

  fill (fixture);
  cards = aufait_card_store_list (fixture->index, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = ((const AufaitCard *) cards->pdata[i])->id;
  g_assert_true (aufait_link_store_is_one_file (ids[0], ids[1]));
  g_assert_false (aufait_link_store_is_one_file (ids[1], ids[2]));
}

static void
test_days_are_found_by_index (IndexFixture *fixture, gconstpointer data)
{
  g_autoptr (AufaitQuery) statement =
      aufait_database_prepare (aufait_index_get_database (fixture->index),
                               "EXPLAIN QUERY PLAN SELECT id FROM card WHERE birthday IS NOT NULL"
                               " AND substr (birthday, -5) BETWEEN '01-01' AND '01-02'",
                               NULL);

  g_assert_true (aufait_query_step (statement, NULL));
  g_assert_nonnull (g_strstr_len (aufait_query_get_text (statement, 3), -1, "card_by_birthday"));
}

static void
test_has_those_of_a_file_as_it_is (IndexFixture *fixture, gconstpointer data)
{
  g_autoptr (AufaitIndexWriterChange) change = NULL;
  AufaitFileContent *content = aufait_file_content_new ();

  fill (fixture);
  aufait_file_content_take_card (content, new_card ("Tom", "t1", "tom@x.org", NULL));
  index_fixture_put (fixture, "a.vcf", 2, content);
  change = index_fixture_write (fixture, 100);
  g_assert_cmpuint (change->file_ids->len, ==, 1);
  assert_names (aufait_card_store_list (fixture->index, NULL), "Tom,Zoé,Marie C.");
  index_fixture_check (fixture);
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

  add ("/card-store/gives-back-all-of-a-card", test_gives_back_all_of_a_card);
  add ("/card-store/finds-those-of-a-uid", test_finds_those_of_a_uid);
  add ("/card-store/knows-what-is-in-one-file", test_knows_what_is_in_one_file);
  add ("/card-store/days-are-found-by-index", test_days_are_found_by_index);
  add ("/card-store/has-those-of-a-file-as-it-is", test_has_those_of_a_file_as_it_is);

  return g_test_run ();
}
