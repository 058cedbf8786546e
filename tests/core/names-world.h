/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small world of people for the tests of names. */
#pragma once

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

G_GNUC_UNUSED static AufaitNames *
make_world (void)
{
  AufaitNames *names = aufait_names_new ();

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
