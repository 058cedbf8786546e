/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small world of people for the tests of names. */
#pragma once

#include "aufait-name-index.h"
#include "aufait-names.h"

typedef struct {
  const char *name;
  const char *nicknames; /* with “;” between */
  const char *emails;
} Row;

/* The id is the place in the table, from 1. */
static const Row world[] = {
  { "Marie Curie", "Manya", "marie@example.org" },      /* 1 */
  { "Marie Dupont", "", "" },                           /* 2 */
  { "Paul Martin", "Polo", "Paul.Martin@example.org" }, /* 3 */
  { "René Descartes", "", "" },                         /* 4 */
  { "Jean-Luc Picard", "", "" },                        /* 5 */
  { "Sinéad O'Brien", "", "" },                         /* 6 */
  { "Charles d'Artagnan", "", "" },                     /* 7 */
  { "Vincent van Gogh", "", "" },                       /* 8 */
  { "Rose Petit", "", "" },                             /* 9 */
  { "Zoe", "", "" },                                    /* 10 */
  { "Анна Каренина", "", "" },                          /* 11 */
  { "李小龙", "Bruce", "" },                            /* 12 */
  { "Anne Leroy", "", "shared@example.org" },           /* 13 */
  { "Theo Leroy", "", "shared@example.org" },           /* 14 */
  { "May Green", "", "" },                              /* 15 */
  { "J.R.R. Tolkien", "", "" },                         /* 16 */
  { "Jean Dupuis", "", "" },                            /* 17 */
  { "Chloé", "", "" },                                  /* 18 */
  { "Chloé Bernard", "Clo", "" },                       /* 19 */
  { "Œdipe Laïos", "", "" },                            /* 20 */
  { "Maria de la Rosa", "", "" },                       /* 21 */
  { "Al", "", "" },                                     /* 22 */
  { "Will Smith", "", "" },                             /* 23 */
  { "محمد علي", "", "" },                               /* 24 */
  { "Max Müller", "", "" },                             /* 25 */
  { "Heléne Zed", "", "" },                             /* 26 */
  { "Aimé Lagarde", "", "" },                           /* 27 */
};

G_GNUC_UNUSED static AufaitPerson *
make_person (gint64 id, const Row *row)
{
  AufaitPerson *person = aufait_person_new (row->name);

  person->id = id;
  g_strfreev (person->nicknames);
  g_strfreev (person->emails);
  person->nicknames = g_strsplit (row->nicknames, ";", -1);
  person->emails = g_strsplit (row->emails, ";", -1);

  return person;
}

/* --- the same, looked up one by one ---------------------------------------------------------- */

static GPtrArray *
list_all_of_world (gpointer user_data)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_person_free);

  for (guint i = 0; i < G_N_ELEMENTS (world); i++)
    g_ptr_array_add (people, make_person (i + 1, &world[i]));
  return people;
}

static gboolean
has_number (const AufaitPerson *person, guint32 word)
{
  g_autoptr (GArray) words = aufait_name_index_list_words (person);

  for (guint i = 0; i < words->len; i++)
    if (g_array_index (words, guint32, i) == word)
      return TRUE;
  return FALSE;
}

static GPtrArray *
list_with_of_world (guint32 word, gpointer user_data)
{
  GPtrArray *people = list_all_of_world (NULL);

  for (guint i = people->len; i > 0; i--)
    if (!has_number (people->pdata[i - 1], word))
      g_ptr_array_remove_index (people, i - 1);
  return people;
}

static AufaitPerson *
get_of_world (gint64 id, gpointer user_data)
{
  return id > 0 && id <= (gint64) G_N_ELEMENTS (world) ? make_person (id, &world[id - 1]) : NULL;
}

/* Whether make_world makes one that looks people up. */
static gboolean is_world_looked_up;

typedef struct {
  GTestFunc test;
} WorldTest;

G_GNUC_UNUSED static void
run_looked_up (gconstpointer data)
{
  is_world_looked_up = TRUE;
  ((const WorldTest *) data)->test ();
  is_world_looked_up = FALSE;
}

/* A test that holds for names that are looked up, too. */
G_GNUC_UNUSED static void
add_world_test (const char *path, GTestFunc test)
{
  g_autofree char *other_path = g_strconcat (path, "/looked-up", NULL);
  WorldTest *data = g_new (WorldTest, 1);

  data->test = test;
  g_test_add_func (path, test);
  g_test_add_data_func_full (other_path, data, run_looked_up, g_free);
}

G_GNUC_UNUSED static AufaitNames *
make_world (void)
{
  static const AufaitNameSource source = { list_with_of_world, list_all_of_world, get_of_world };
  AufaitNames *names =
      is_world_looked_up ? aufait_names_new_of (&source, NULL) : aufait_names_new ();

  if (is_world_looked_up)
    return names;

  for (guint i = 0; i < G_N_ELEMENTS (world); i++) {
    g_autoptr (AufaitPerson) person = make_person (i + 1, &world[i]);

    aufait_names_add (names, person);
  }

  return names;
}

/* "1 2": the ids, in their order. */
G_GNUC_UNUSED static char *
list_ids (GPtrArray *refs)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < refs->len; i++) {
    const AufaitRef *ref = refs->pdata[i];

    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", ref->id);
  }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

G_GNUC_UNUSED static void
assert_ids (GPtrArray *refs, const char *expected)
{
  g_autoptr (GPtrArray) owned = refs;
  g_autofree char *ids = list_ids (owned);

  g_assert_cmpstr (ids, ==, expected);
}
