/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-lexicon.h"
#include "aufait-values.h"

static AufaitLexicon *
load (const char *text, GPtrArray *problems)
{
  const char *const languages[] = { "xx", NULL };
  const char *const texts[] = { text, NULL };

  return aufait_lexicon_new (languages, texts, problems);
}

static void
test_has_french_and_english (void)
{
  const AufaitLexicon *lexicon = aufait_lexicon_get ();

  g_assert_cmpuint (aufait_lexicon_get_n_languages (lexicon), >=, 2);
  g_assert_true (lexicon == aufait_lexicon_get ());
}

/* Memory that was given back is no loss: the words lie in the program. */
static void
test_stays_when_it_was_released (void)
{
  const AufaitLexiconPhrases *phrases = aufait_lexicon_get_all_phrases (aufait_lexicon_get ());

  aufait_lexicon_release ();
  aufait_lexicon_release ();
  g_assert_true (aufait_lexicon_get_all_phrases (aufait_lexicon_get ()) == phrases);
}

/* So many that some share a bucket. */
static void
test_finds_each_of_many_words (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new ("stemmer: english\n[common]\nw7\n[month]\n");
  g_autoptr (AufaitLexicon) lexicon = NULL;

  for (int i = 0; i < 1000; i++)
    g_string_append_printf (text, "%d: w%d | any (w%d) w%d\n", i, i, i, i);
  lexicon = load (text->str, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  for (int i = 0; i < 1000; i++) {
    g_autofree char *word = g_strdup_printf ("w%d", i);
    const AufaitLexiconPhrases *list;
    const AufaitPhrase *phrase;
    guint32 keys[2];

    aufait_lexicon_get_keys (lexicon, word, word, keys);
    list = aufait_lexicon_get_phrases (lexicon, keys[0]);
    g_assert_cmpuint (list->n_phrases, ==, 1);
    phrase = aufait_lexicon_phrases_get (list, 0);
    g_assert_cmpint (aufait_phrase_get_entry (phrase)->value, ==, i);
    g_assert_cmpuint (aufait_slot_get_keys (&phrase->slots[0])[0], ==, keys[0]);
    g_assert_cmpint (aufait_lexicon_is_common (lexicon, 0, keys[0]), ==, i == 7);
  }
}

/* Every list of every language: a problem ends the build, an empty list is found here. */
static void
test_has_words_for_everything_in_every_language (void)
{
  const AufaitLexicon *lexicon = aufait_lexicon_get ();
  const AufaitLexiconPhrases *phrases = aufait_lexicon_get_all_phrases (lexicon);

  for (guint language = 0; language < aufait_lexicon_get_n_languages (lexicon); language++) {
    guint counts[AUFAIT_N_WORD_CLASSES] = { 0 };
    guint kinds[AUFAIT_N_MOMENT_KINDS] = { 0 };

    for (guint i = 0; i < phrases->n_phrases; i++) {
      const AufaitEntry *entry = aufait_phrase_get_entry (aufait_lexicon_phrases_get (phrases, i));

      if (entry->language != language)
        continue;
      counts[entry->class]++;
      if (entry->class == AUFAIT_WORD_TOPIC)
        kinds[entry->kind]++;
    }
    for (guint i = 0; i < AUFAIT_N_WORD_CLASSES; i++) {
      g_test_message ("%s: %s", aufait_lexicon_get_language (lexicon, language),
                      aufait_word_class_to_string (i));
      g_assert_cmpuint (counts[i], >, 0);
    }
    for (guint i = 0; i < AUFAIT_N_MOMENT_KINDS; i++)
      g_assert_cmpuint (kinds[i], >=, 5);
  }
}

/* A word alone cannot mean two kinds, be it in two languages: "commence" is no commencement. */
static void
test_has_no_topic_in_two_kinds (void)
{
  const AufaitLexiconPhrases *phrases = aufait_lexicon_get_all_phrases (aufait_lexicon_get ());
  g_autoptr (GHashTable) kinds = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < phrases->n_phrases; i++) {
    const AufaitPhrase *phrase = aufait_lexicon_phrases_get (phrases, i);
    const AufaitEntry *entry = aufait_phrase_get_entry (phrase);
    gpointer kind = GINT_TO_POINTER (entry->kind + 1);

    if (entry->class != AUFAIT_WORD_TOPIC || phrase->n_slots != 1)
      continue;
    for (guint j = 0; j < phrase->slots[0].n_keys; j++) {
      gpointer key = GUINT_TO_POINTER (aufait_slot_get_keys (&phrase->slots[0])[j]);
      gpointer other = g_hash_table_lookup (kinds, key);

      if (other != NULL && other != kind) {
        g_test_message ("phrase %u of “%s”: %s and %s", i, entry->name,
                        aufait_moment_kind_to_string (entry->kind),
                        aufait_moment_kind_to_string (GPOINTER_TO_INT (other) - 1));
        g_test_fail ();
      }
      g_hash_table_insert (kinds, key, kind);
    }
  }
}

/* So that a moment that was noted in one language can be named in every other. */
static void
test_knows_what_every_name_means (void)
{
  const AufaitLexicon *lexicon = aufait_lexicon_get ();
  const AufaitLexiconPhrases *phrases = aufait_lexicon_get_all_phrases (lexicon);

  for (guint i = 0; i < phrases->n_phrases; i++) {
    const AufaitEntry *entry = aufait_phrase_get_entry (aufait_lexicon_phrases_get (phrases, i));
    const char *language = aufait_lexicon_get_language (lexicon, entry->language);
    const char *meaning = NULL;

    if (entry->class != AUFAIT_WORD_TOPIC || *entry->name == '\0')
      continue;
    meaning = aufait_lexicon_get_meaning (lexicon, language, entry->name);
    g_test_message ("%s: %s", language, entry->name);
    g_assert_nonnull (meaning);
    for (guint j = 0; j < aufait_lexicon_get_n_languages (lexicon); j++)
      g_assert_nonnull (
          aufait_lexicon_get_name (lexicon, aufait_lexicon_get_language (lexicon, j), meaning));
  }
}

static void
test_names_a_meaning (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AufaitLexicon) lexicon = load ("stemmer: english\n"
                                            "[meaning]\n"
                                            "exam: the exam | the test\n"
                                            "move: the move\n",
                                            problems);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpstr (aufait_lexicon_get_meaning (lexicon, "xx", "the test"), ==, "exam");
  g_assert_cmpstr (aufait_lexicon_get_name (lexicon, "xx", "exam"), ==, "the exam");
  g_assert_cmpstr (aufait_lexicon_get_name (lexicon, "xx", "move"), ==, "the move");
  g_assert_null (aufait_lexicon_get_name (lexicon, "xx", "birthday"));
  g_assert_null (aufait_lexicon_get_name (lexicon, "yy", "exam"));
  g_assert_null (aufait_lexicon_get_meaning (lexicon, "yy", "the exam"));
}

static void
test_finds_a_word_by_its_forms (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AufaitLexicon) lexicon = load ("stemmer: french\n"
                                            "[topic move]\nthe move: déménage\n"
                                            "[month]\n2: février\n",
                                            problems);
  guint32 keys[2], without_accents[2];

  g_assert_cmpuint (problems->len, ==, 0);
  aufait_lexicon_get_keys (lexicon, "demenagement", "de\xcc\x81me\xcc\x81nagement", keys);
  g_assert_cmpuint (keys[0], ==, 0);
  g_assert_nonnull (aufait_lexicon_get_phrases (lexicon, keys[1]));
  aufait_lexicon_get_keys (lexicon, "fevrier", "fe\xcc\x81vrier", keys);
  aufait_lexicon_get_keys (lexicon, "fevrier", "fevrier", without_accents);
  g_assert_nonnull (aufait_lexicon_get_phrases (lexicon, keys[0]));
  g_assert_true (aufait_lexicon_get_phrases (lexicon, keys[0]) != NULL &&
                 aufait_lexicon_get_phrases (lexicon, without_accents[0]) != NULL);
}

static void
test_tells_what_it_cannot_use (void)
{
  static const struct {
    const char *text;
    const char *problem;
  } invalid[] = {
    { "", "xx.lexicon:1: the first line must be “stemmer: …”" },
    { "[month]\n1: january\n", "xx.lexicon:1: the first line must be “stemmer: …”" },
    { "stemmer: english\n[moon]\n1: full\n", "xx.lexicon:2: no such section: moon" },
    { "stemmer: english\n[topic joy]\n", "xx.lexicon:2: no such kind: joy" },
    { "stemmer: english\n[month]\njanuary\n",
      "xx.lexicon:3: neither a section nor a line with a colon: january" },
    { "stemmer: english\n\n# why\n[topic trip]\n-: <them> go\n",
      "xx.lexicon:5: no such set: them" },
    { "stemmer: english\n[topic trip]\n-: .. away\n",
      "xx.lexicon:3: a phrase must begin with a word:  .. away" },
    { "stemmer: english\n[topic trip]\n-: # days\n",
      "xx.lexicon:3: a phrase must begin with a word:  # days" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (AufaitLexicon) lexicon = load (invalid[i].text, problems);

    g_test_message ("invalid[%zu]", i);
    g_assert_nonnull (lexicon);
    g_assert_cmpuint (problems->len, >=, 1);
    g_assert_cmpstr (g_ptr_array_index (problems, 0), ==, invalid[i].problem);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/has-french-and-english", test_has_french_and_english);
  g_test_add_func ("/lexicon/knows-what-every-name-means", test_knows_what_every_name_means);
  g_test_add_func ("/lexicon/names-a-meaning", test_names_a_meaning);
  g_test_add_func ("/lexicon/has-words-for-everything-in-every-language",
                   test_has_words_for_everything_in_every_language);
  g_test_add_func ("/lexicon/has-no-topic-in-two-kinds", test_has_no_topic_in_two_kinds);
  g_test_add_func ("/lexicon/finds-a-word-by-its-forms", test_finds_a_word_by_its_forms);
  g_test_add_func ("/lexicon/tells-what-it-cannot-use", test_tells_what_it_cannot_use);
  g_test_add_func ("/lexicon/stays-when-it-was-released", test_stays_when_it_was_released);
  g_test_add_func ("/lexicon/finds-each-of-many-words", test_finds_each_of_many_words);
  return g_test_run ();
}
