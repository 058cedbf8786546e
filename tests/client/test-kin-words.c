/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-kin-words.h"

#include "aufait-fields.h"
#include "aufait-locale.h"

#ifdef FRENCH
#define SAY(en, fr) fr
#else
#define SAY(en, fr) en
#endif

static const struct {
  const char *person;
  const char *said; /* NULL: nothing */
} languages[] = {
  { "{\"language\":\"fr\"}", SAY ("speaks French", "parle français") },
  { "{\"language\":\"FR-ca\"}", SAY ("speaks French", "parle français") },
  { "{\"language\":\"pt_BR\"}", SAY ("speaks Portuguese", "parle portugais") },
  { "{\"language\":\"en-GB\"}", SAY ("speaks English", "parle anglais") },
  { "{\"language\":\"frr\"}", SAY ("speaks frr", "parle frr") },
  { "{\"language\":\"-\"}", SAY ("speaks -", "parle -") },
  { "{\"language\":\"\"}", NULL },
  { "{\"language\":7}", NULL },
  { "{}", NULL },
};

static void
says_which_language (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autoptr (JsonObject) person = aufait_fields_parse (languages[i].person);
    g_autofree char *said = aufait_kin_words_dup_language (person);

    g_assert_cmpstr (said, ==, languages[i].said);
  }
}

static const struct {
  const char *relation;
  const char *said;
} relations[] = {
  { "{\"kind\":\"child\",\"name\":\"Lucie\"}", SAY ("child: Lucie", "enfant : Lucie") },
  { "{\"kind\":\"spouse\",\"name\":\"Bob\"}", SAY ("spouse: Bob", "en couple avec : Bob") },
  { "{\"kind\":\"co-worker\",\"name\":\"Bob\"}", SAY ("colleague: Bob", "collègue : Bob") },
  { "{\"kind\":\"parrain\",\"name\":\"Max\"}", SAY ("parrain: Max", "parrain : Max") },
  { "{\"kind\":\"other\",\"name\":\"Max\"}", SAY ("close to: Max", "proche de : Max") },
  { "{\"name\":\"Max\"}", SAY ("close to: Max", "proche de : Max") },
  { "{\"kind\":\"child\"}", NULL },
  { "{\"kind\":\"child\",\"name\":\"\"}", NULL },
  { "{}", NULL },
};

static void
says_who_belongs_to_whom (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++) {
    g_autoptr (JsonObject) relation = aufait_fields_parse (relations[i].relation);
    g_autofree char *said = aufait_kin_words_dup_relation (relation);

    g_assert_cmpstr (said, ==, relations[i].said);
  }
}

int
main (int argc, char **argv)
{
  aufait_locale_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kin-words/says-which-language", says_which_language);
  g_test_add_func ("/kin-words/says-who-belongs-to-whom", says_who_belongs_to_whom);
  return g_test_run ();
}
