/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-wording-digest.h"

#include <glib/gi18n-lib.h>

char *
aufait_wording_digest_dup_title (guint n_people)
{
  return g_strdup_printf (
      ngettext ("%u person is waiting for a word", "%u people are waiting for a word", n_people),
      n_people);
}

static char *
join (const GPtrArray *names, guint n)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", (const char *) names->pdata[i]);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static char *
word_people (const GPtrArray *names, guint n_people)
{
  guint n_others = n_people - names->len;
  g_autofree char *first = join (names, n_others > 0 ? names->len : names->len - 1);

  if (n_others > 0)
    /* Translators: names of people, and how many more there are. */
    return g_strdup_printf (ngettext ("%1$s and %2$u other", "%1$s and %2$u others", n_others),
                            first, n_others);
  if (names->len == 1)
    return g_strdup (names->pdata[0]);
  /* Translators: names of people, and the last one. */
  return g_strdup_printf (C_ ("digest", "%1$s and %2$s"), first,
                          (const char *) names->pdata[names->len - 1]);
}

char *
aufait_wording_digest_dup_body (const GPtrArray *names, guint n_people)
{
  const char *where = _ ("See “aufait today”.");
  g_autofree char *people = names->len > 0 ? word_people (names, n_people) : NULL;

  return people != NULL ? g_strdup_printf ("%s. %s", people, where) : g_strdup (where);
}
