/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-names.h"
#include "names-world.h"

#include <string.h>

typedef struct {
  const char *who;
  const char *ids;
} Question;

static const Question questions[] = {
  /* ids and addresses */
  { "1", "1" },
  { "@3", "3" },
  { "99", "" },
  { "marie@example.org", "1" },
  { "PAUL.martin@Example.org", "3" },
  { "shared@example.org", "13 14" },
  { "nobody@example.org", "" },
  { "marie@", "" },
  /* all of a name or nickname before a part */
  { "Marie Curie", "1" },
  { "manya", "1" },
  { "MANYA", "1" },
  { "chloe", "18" },
  { "Chloé", "18" },
  { "zoé", "10" },
  { "jean luc picard", "5" },
  { "jean-luc picard", "5" },
  { "jeanluc picard", "5" },
  { "李小龙", "12" },
  { "анна каренина", "11" },
  { "АННА", "11" },
  { "محمد", "24" },
  { "al", "22" },
  { "  marie   curie ", "1" },
  { "marie curie's", "1" },
  { "@marie curie", "1" },
  /* whole words before beginnings */
  { "marie", "1 2" },
  { "curie", "1" },
  { "curie marie", "1" },
  { "manya curie", "1" },
  { "rene", "4" },
  { "RENÉ", "4" },
  { "jean", "17" },
  { "jean luc", "5" },
  { "jean-luc", "5" },
  { "jeanluc", "5" },
  { "o'brien", "6" },
  { "O’Brien", "6" },
  { "obrien", "6" },
  { "sinead", "6" },
  { "artagnan", "7" },
  { "d'artagnan", "7" },
  { "van gogh", "8" },
  { "leroy", "13 14" },
  { "tolkien", "16" },
  { "jrr tolkien", "" },
  { "oedipe", "20" },
  { "marié", "1 2" },
  /* beginnings */
  { "mar", "21 1 2 3" },
  { "mari", "21 1 2" },
  { "marie c", "1" },
  { "m c", "1" },
  { "m max", "25" },
  { "luc", "5" },
  { "brien", "6" },
  { "pica", "5" },
  { "a", "22 13 7 11" },
  { "the", "14" },
  { "van", "8" },
  { "de la", "21" },
  /* nobody */
  { "", "" },
  { "   ", "" },
  { "@", "" },
  { "@@", "" },
  { "!!", "" },
  { "xyz", "" },
  { "marie marie", "" },
  { "marie martin", "" },
  { "marie part en crète du 10 au 20 août avec toute sa famille et son chien et son chat", "" },
};

static void
test_who_names_whom (void)
{
  g_autoptr (AufaitNames) names = make_world ();

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++) {
    g_test_message ("row %u: %s", i, questions[i].who);
    if (g_str_equal (questions[i].who, "a")) {
      g_autoptr (GPtrArray) refs = aufait_names_resolve (names, questions[i].who);

      g_assert_cmpuint (refs->len, >, 1);
      continue;
    }
    assert_ids (aufait_names_resolve (names, questions[i].who), questions[i].ids);
  }
}

static void
test_a_first_word_is_no_beginning (void)
{
  static const Question rows[] = {
    { "marie", "1 2" }, { "marie,", "1 2" },
    { "Curie", "1" },   { "curie:", "1" },
    { "zoe", "10" },    { "Bruce", "12" },
    { "rene", "4" },    { "jean-luc", "5" },
    { "@zoe", "10" },   { "@zoé", "10" },
    { "3", "3" },       { "Marie Curie", "1" },
    { "anna", "" },     { "marie@example.org", "1" },
    { "rose", "9" },    { "a", "" },
    { "the", "" },      { "le", "" },
    { "la", "" },       { "de", "" },
    { "van", "" },      { "d'", "" },
    { "mar", "" },      { "t", "" },
    { "al", "" },       { "@al", "22" },
    { "luc", "" },      { "marié", "" },
    { "mariée", "" },   { "@marié", "1 2" },
    { "", "" },         { "marie part en crète", "" },
    { "Marie's", "" },
  };
  g_autoptr (AufaitNames) names = make_world ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("row %u: %s", i, rows[i].who);
    assert_ids (aufait_names_resolve_word (names, rows[i].who), rows[i].ids);
  }
}

static void
test_suggests_near_spellings (void)
{
  static const struct {
    const char *who;
    const char *first; /* id of the nearest; NULL: none */
  } rows[] = {
    { "cruie", "1" },
    { "Curei", "1" },
    { "marei", "1" },
    { "descarte", "4" },
    { "picrad", "5" },
    { "tolkein", "16" },
    { "zoo", "10" },
    { "Marie Curry", "1" },
    { "jean-luc piccard", "5" },
    { "rené décartes", "4" },
    { "каренена", "11" },
    { "xyzzy", NULL },
    { "", NULL },
    { "q", NULL },
    { "van", NULL },
    { "zq", NULL },
    { "completelydifferent", NULL },
  };
  g_autoptr (AufaitNames) names = make_world ();
  g_autofree char *long_name = g_strnfill (5000, 'm');

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) refs = aufait_names_suggest (names, rows[i].who, 3);
    g_autofree char *ids = list_ids (refs);
    g_auto (GStrv) parts = g_strsplit (ids, " ", -1);

    g_test_message ("row %u: %s gives %s", i, rows[i].who, ids);
    g_assert_cmpuint (refs->len, <=, 3);
    g_assert_cmpstr (parts[0], ==, rows[i].first);
  }
  assert_ids (aufait_names_suggest (names, long_name, 3), "");
  assert_ids (aufait_names_suggest (names, "curie", 0), "");
}

static void
test_a_person_added_again_replaces_the_one_before (void)
{
  static const Row married = { "Marie Sklodowska", "", "m@example.org" };
  g_autoptr (AufaitNames) names = make_world ();
  g_autoptr (AufaitPerson) person = make_person (1, &married);

  aufait_names_add (names, person);
  assert_ids (aufait_names_resolve (names, "curie"), "");
  assert_ids (aufait_names_resolve (names, "manya"), "");
  assert_ids (aufait_names_resolve (names, "marie@example.org"), "");
  assert_ids (aufait_names_resolve (names, "m@example.org"), "1");
  assert_ids (aufait_names_resolve (names, "sklodowska"), "1");
  assert_ids (aufait_names_resolve (names, "1"), "1");
}

static void
test_who_was_removed_is_nobody (void)
{
  g_autoptr (AufaitNames) names = make_world ();

  aufait_names_remove (names, 2);
  aufait_names_remove (names, 2);
  aufait_names_remove (names, 12345);
  assert_ids (aufait_names_resolve (names, "marie"), "1");
  assert_ids (aufait_names_resolve (names, "dupont"), "");
  for (guint i = 0; i < G_N_ELEMENTS (world); i++)
    aufait_names_remove (names, i + 1);
  assert_ids (aufait_names_resolve (names, "m"), "");
  assert_ids (aufait_names_suggest (names, "curie", 3), "");
}

static void
test_takes_any_text (void)
{
  static const char *const parts[] = { "@",    "marie", "-",  "'",  "’", ".",   " ",
                                       "jean", "luc",   "d'", "é",  "œ", "://", "www.",
                                       "org",  "3",     "\n", "李", "́",  "s" };
  g_autoptr (AufaitNames) names = make_world ();
  guint n_rounds = g_getenv ("AUFAIT_VALGRIND") != NULL ? 500 : 5000;

  for (guint round = 0; round < n_rounds; round++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *unsure = NULL;

    for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
      g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
    g_ptr_array_unref (aufait_names_find (names, text->str, &unsure));
    g_ptr_array_unref (aufait_names_resolve (names, text->str));
    g_ptr_array_unref (aufait_names_resolve_word (names, text->str));
    g_ptr_array_unref (aufait_names_suggest (names, text->str, 3));
    if (unsure != NULL)
      g_assert_nonnull (strstr (text->str, unsure));
  }
}

/* A card may be called anything, at any length. */
static void
test_takes_a_name_of_any_length (void)
{
  g_autoptr (AufaitNames) names = aufait_names_new ();
  g_autoptr (AufaitPerson) person = aufait_person_new (NULL);
  g_autoptr (GString) name = g_string_new ("a0");

  for (guint i = 1; i < 80; i++)
    g_string_append_printf (name, "%ca%u", i > 62 ? '-' : ' ', i);
  person->id = 1;
  person->name = g_strdup (name->str);
  aufait_names_add (names, person);
  assert_ids (aufait_names_resolve (names, "a1 a2"), "1");
  assert_ids (aufait_names_resolve_word (names, "a62 a63"), "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_world_test ("/names/who-names-whom", test_who_names_whom);
  add_world_test ("/names/a-first-word-is-no-beginning", test_a_first_word_is_no_beginning);
  add_world_test ("/names/suggests-near-spellings", test_suggests_near_spellings);
  add_world_test ("/names/a-person-added-again-replaces-the-one-before",
                  test_a_person_added_again_replaces_the_one_before);
  add_world_test ("/names/who-was-removed-is-nobody", test_who_was_removed_is_nobody);
  add_world_test ("/names/takes-any-text", test_takes_any_text);
  g_test_add_func ("/names/takes-a-name-of-any-length", test_takes_a_name_of_any_length);

  return g_test_run ();
}
