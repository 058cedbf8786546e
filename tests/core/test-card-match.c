/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aufait-card-match.h"

static void
test_names (void)
{
  static const struct {
    const char *name;
    const char *other;
    gboolean may_share;
  } rows[] = {
    { "Ada Byron", "Ada Byron", TRUE },
    { "Ada Byron", "ADA BYRON", TRUE },
    { "Ada Byron", "Byron, Ada", TRUE },
    { "Ada", "Ada Byron", TRUE },
    { "Ada King", "Ada Byron", TRUE },
    { "A. Byron", "Ada Byron", TRUE },
    { "Ada B", "Ada Byron", TRUE },
    { "Zoé Dupré", "zoe dupre", TRUE },
    { "Byron", "Ada Byron", TRUE },
    { "Ada Byron", "Bob Byron", FALSE },
    { "A. Byron", "Bob Byron", FALSE },
    { "Ada", "Bob", FALSE },
    { "Ada Byron", "Bob Ada", FALSE },
    { "", "Ada", FALSE },
    { "Ada", "!", FALSE },
    { "!", "!", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s, %s", rows[i].name, rows[i].other);
    g_assert_cmpint (aufait_card_match_may_share (rows[i].name, rows[i].other), ==,
                     rows[i].may_share);
    g_assert_cmpint (aufait_card_match_may_share (rows[i].other, rows[i].name), ==,
                     rows[i].may_share);
  }
}

static GStrv
split (const char *words)
{
  return g_strsplit (words != NULL ? words : "", " ", -1);
}

static AufaitCard *
new_named_card (const char *name, const char *birthday, const char *emails, const char *phones)
{
  AufaitCard *card = aufait_card_new (name);

  card->birthday = g_strdup (birthday);
  g_strfreev (card->emails);
  card->emails = split (emails);
  g_strfreev (card->phones);
  card->phones = split (phones);
  return card;
}

static AufaitCard *
new_card (const char *birthday, const char *emails, const char *phones)
{
  return new_named_card ("Ada", birthday, emails, phones);
}

static void
test_contradictions (void)
{
  static const struct {
    const char *one[3];
    const char *other[3];
    gboolean in_one_book;
    gboolean in_two_books;
  } rows[] = {
    { { NULL }, { NULL }, FALSE, FALSE },
    { { "1984-05-09" }, { "1984-05-09" }, FALSE, FALSE },
    { { "1984-05-09" }, { "--05-09" }, FALSE, FALSE },
    { { "1984-05-09" }, { "1985-05-09" }, TRUE, TRUE },
    { { "--05-10" }, { "--05-09" }, TRUE, TRUE },
    { { "--05-10" }, { NULL }, FALSE, FALSE },
    { { NULL, "a@x.org" }, { NULL, "A@X.org b@x.org" }, FALSE, FALSE },
    { { NULL, "a@x.org" }, { NULL, "b@x.org" }, TRUE, FALSE },
    { { NULL, "a@x.org" }, { NULL }, FALSE, FALSE },
    { { NULL, NULL, "0611111111" }, { NULL, NULL, "+33-6-11-11-11-11" }, FALSE, FALSE },
    { { NULL, NULL, "0611111111" }, { NULL, NULL, "0622222222" }, TRUE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitCard) one =
        new_named_card ("Ada Byron", rows[i].one[0], rows[i].one[1], rows[i].one[2]);
    g_autoptr (AufaitCard) other =
        new_named_card ("Ada Byron", rows[i].other[0], rows[i].other[1], rows[i].other[2]);

    g_test_message ("%zu", i);
    g_assert_cmpint (aufait_card_match_contradicts (one, other, TRUE), ==, rows[i].in_one_book);
    g_assert_cmpint (aufait_card_match_contradicts (other, one, FALSE), ==, rows[i].in_two_books);
    g_assert_cmpint (aufait_card_match_is_born_otherwise (one, other), ==, rows[i].in_two_books);
  }
}

/* Of one word only, in one book: there are two Pauls. */
static void
test_given_names (void)
{
  static const struct {
    const char *name;
    const char *one[3];
    const char *other[3];
    gboolean contradicts;
  } rows[] = {
    { "Paul", { NULL, NULL, "0611111111" }, { NULL, "p@x.org" }, TRUE },
    { "Paul", { NULL }, { NULL, "p@x.org" }, TRUE },
    { "Paul", { NULL }, { NULL }, TRUE },
    { "Paul", { "1984-05-09" }, { NULL }, TRUE },
    { "Paul", { "1984-05-09" }, { "1984-05-09" }, FALSE },
    { "Paul", { "--05-09" }, { "1984-05-09" }, FALSE },
    { "Paul", { "--05-09", "a@x.org" }, { "1984-05-09", "b@x.org" }, TRUE },
    { "Paul", { NULL, "p@x.org" }, { NULL, "q@x.org P@x.org" }, FALSE },
    { "Paul", { NULL, NULL, "0611111111" }, { NULL, NULL, "+33-6-11-11-11-11" }, FALSE },
    { "Paul", { NULL, "p@x.org", "1" }, { NULL, "p@x.org", "2" }, TRUE },
    { "Paul !", { NULL, NULL, "0611111111" }, { NULL, "p@x.org" }, TRUE },
    { "Paul Roux", { NULL, NULL, "0611111111" }, { NULL, "p@x.org" }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitCard) one =
        new_named_card (rows[i].name, rows[i].one[0], rows[i].one[1], rows[i].one[2]);
    g_autoptr (AufaitCard) other =
        new_named_card (rows[i].name, rows[i].other[0], rows[i].other[1], rows[i].other[2]);

    g_test_message ("%zu", i);
    g_assert_cmpint (aufait_card_match_contradicts (one, other, TRUE), ==, rows[i].contradicts);
    g_assert_cmpint (aufait_card_match_contradicts (other, one, TRUE), ==, rows[i].contradicts);
    g_assert_false (aufait_card_match_contradicts (one, other, FALSE));
  }
}

static void
test_addresses (void)
{
  static const struct {
    const char *one[2];
    const char *other[2];
    gboolean shares;
  } rows[] = {
    { { NULL, NULL }, { NULL, NULL }, FALSE },
    { { "a@x.org b@x.org", NULL }, { "B@x.org", NULL }, TRUE },
    { { "a@x.org", NULL }, { "b@x.org", NULL }, FALSE },
    { { NULL, "0611111111" }, { "a@x.org", "+33-6-11-11-11-11" }, TRUE },
    { { NULL, "-" }, { NULL, "?" }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitCard) one = new_card (NULL, rows[i].one[0], rows[i].one[1]);
    g_autoptr (AufaitCard) other = new_card (NULL, rows[i].other[0], rows[i].other[1]);

    g_test_message ("%zu", i);
    g_assert_cmpint (aufait_card_match_shares_address (one, other), ==, rows[i].shares);
    g_assert_cmpint (aufait_card_match_shares_address (other, one), ==, rows[i].shares);
  }
}

static void
test_key (void)
{
  g_autoptr (AufaitCard) card = new_card (NULL, "Ada@x.org b@x.org", "123");
  g_autofree char *without = aufait_card_match_dup_key (card);
  g_autofree char *with = NULL;
  g_autofree char *own = NULL;

  g_assert_cmpstr (without, ==, "name:ada Ada@x.org");
  own = aufait_card_match_dup_own_key (card);
  g_assert_cmpstr (own, ==, without);
  g_free (own);
  card->uid = g_strdup ("u1");
  with = aufait_card_match_dup_key (card);
  g_assert_cmpstr (with, ==, "uid:u1");
  own = aufait_card_match_dup_own_key (card);
  g_assert_cmpstr (own, ==, "uid:u1 name:ada Ada@x.org");
}

static void
test_fullest_name (void)
{
  static const char *const names[] = { "Ada", "A. Byron", "Ada Byron", "Adb Byron", NULL };
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_card_free);

  g_assert_null (aufait_card_match_pick_name (cards));
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_insert (cards, i % 2 ? 0 : -1, aufait_card_new (names[i]));
  g_assert_cmpstr (aufait_card_match_pick_name (cards), ==, "Ada Byron");
}

/* What was said comes first, and nothing is there twice. */
static void
test_adding (void)
{
  g_autoptr (AufaitPerson) person = aufait_person_new ("Ada");
  g_autoptr (AufaitCard) card = new_card ("1984-05-09", "a@x.org A@x.org b@x.org", "123");
  g_autoptr (AufaitCard) other = new_card ("1990-01-01", "b@x.org", "456");

  g_strfreev (person->emails);
  person->emails = split ("A@X.ORG");
  person->birthday = g_strdup ("--05-09");
  g_free (card->name);
  card->name = g_strdup ("Ada Byron");
  other->is_dead = TRUE;
  other->anniversary = g_strdup ("2010-06-06");
  card->language = g_strdup ("fr-FR");
  other->language = g_strdup ("de");
  aufait_card_match_add_to (card, person);
  aufait_card_match_add_to (card, person);
  aufait_card_match_add_to (other, person);
  g_assert_cmpuint (g_strv_length (person->emails), ==, 2);
  g_assert_cmpstr (person->emails[0], ==, "A@X.ORG");
  g_assert_cmpuint (g_strv_length (person->phones), ==, 2);
  g_assert_cmpuint (g_strv_length (person->nicknames), ==, 1);
  g_assert_cmpstr (person->nicknames[0], ==, "Ada Byron");
  g_assert_cmpstr (person->birthday, ==, "1984-05-09");
  g_assert_cmpstr (person->anniversary, ==, "2010-06-06");
  g_assert_cmpstr (person->language, ==, "fr-FR");
  g_assert_true (person->is_dead);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card-match/knows-names-that-may-be-one", test_names);
  g_test_add_func ("/card-match/knows-who-is-two", test_contradictions);
  g_test_add_func ("/card-match/tells-given-names-apart", test_given_names);
  g_test_add_func ("/card-match/finds-what-two-share", test_addresses);
  g_test_add_func ("/card-match/has-a-key-for-every-card", test_key);
  g_test_add_func ("/card-match/takes-the-fullest-name", test_fullest_name);
  g_test_add_func ("/card-match/adds-what-a-card-says", test_adding);
  return g_test_run ();
}
