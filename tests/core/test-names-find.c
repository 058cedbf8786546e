/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-name-address.h"
#include "aufait-names.h"
#include "names-world.h"

#include <string.h>

static const struct {
  const char *text;
  const char *ids;
  const char *unsure;
} texts[] = {
  /* whole names, parts that one person has, nicknames */
  { "Marie Curie part en Crète", "1", NULL },
  { "marie curie part en crète", "1", NULL },
  { "diner avec paul et zoe samedi", "3 10", NULL },
  { "zoe, polo: cinema", "10 3", NULL },
  { "vu Manya hier", "1", NULL },
  { "Curie a appelé", "1", NULL },
  { "lunch with Sinéad O’Brien", "6", NULL },
  { "lunch with obrien", "6", NULL },
  { "lunch with sinead o'brien", "6", NULL },
  { "ciné avec jean luc", "5", NULL },
  { "ciné avec Jean-Luc.", "5", NULL },
  { "le chien de d'Artagnan", "7", NULL },
  { "le chien d'Artagnan", "7", NULL },
  { "visit to van Gogh", "8", NULL },
  { "met J.R.R. Tolkien today", "16", NULL },
  { "met J. R. R. Tolkien today", "16", NULL },
  { "Анна Каренина едет в Париж", "11", NULL },
  { "встреча с Анна", "11", NULL },
  { "lunch with 李小龙 today", "12", NULL },
  { "قابلت محمد اليوم", "24", NULL },
  { "Œdipe et Oedipe", "20", NULL },
  { "clo passe son permis", "19", NULL },
  { "Chloé passe son permis", "18", NULL },
  { "Chloé Bernard passe son permis", "19", NULL },
  /* whose, and what else hangs on a name */
  { "Paul's dog is ill", "3", NULL },
  { "Paul’s dog is ill", "3", NULL },
  { "it’s Paul’ll drive", "3", NULL },
  { "l'anniversaire d'Anne", "13", NULL },
  { "(Paul) “Zoe” #polo", "3 10", NULL },
  { "Paul/Zoe viennent", "3 10", NULL },
  { "Vu Paul.Il va bien", "3", NULL },
  /* not within words */
  { "la renaissance, renée et renette", "", NULL },
  { "une mariée, des mariées", "", NULL },
  { "Paulette et paulo", "", NULL },
  { "Jean-Marc est là", "", NULL },
  { "Marie-Claire est là", "", NULL },
  { "Saint-Paul de Vence", "", NULL },
  { "Luc est là", "", NULL },
  { "Brien, O'Paul", "", NULL },
  { "paul_2 paul.fr", "", NULL },
  /* accents: fewer than the name has, none that it lacks */
  { "diner avec rene", "4", NULL },
  { "diner avec René", "4", NULL },
  { "diner avec chloe", "18", NULL },
  { "s'est marié samedi", "", NULL },
  { "Marié depuis deux ans", "", NULL },
  { "il s’est Marié", "", NULL },
  { "diner avec Zoé", "10", NULL },
  { "Zoé a un examen", "10", NULL },
  { "Zoé a vu Paul", "3", NULL },
  { "une zoé", "", NULL },
  { "avec helene, heléne", "26", NULL },
  { "avec hélene", "", NULL },
  /* words that are names too */
  { "une rose pour elle", "", NULL },
  { "diner avec Rose samedi", "9", NULL },
  { "Rose vient samedi", "9", NULL },
  { "Rose des vents pour Paul", "3", NULL },
  { "rose petit vient samedi", "9", NULL },
  { "un petit chien", "", NULL },
  { "will go to Rome", "", NULL },
  { "I will see Will tomorrow", "23", NULL },
  { "Will Paul come?", "3", NULL },
  { "Paul comes in May", "3", NULL },
  { "see you in May", "", NULL },
  { "dinner with @May", "15", NULL },
  { "dinner with May Green", "15", NULL },
  { "dinner with May", "15", NULL },
  { "dîner avec May demain", "15", NULL },
  { "coffee w/ May", "15", NULL },
  { "with may", "", NULL },
  { "with, May be", "", NULL },
  { "parle de la rosa", "21", NULL },
  { "de la van le d'", "", NULL },
  { "Lunch with Al", "22", NULL },
  { "lunch al dente", "", NULL },
  /* verbs that are names too */
  { "zoe se marie le 12 juin", "10", NULL },
  { "Zoe : elle se marie samedi", "10", NULL },
  { "la sœur de paul se marie en mai", "3", NULL },
  { "elle se Marie samedi", "", NULL },
  { "chloé va bientôt se marier, marie aussi", "18", "marie" },
  { "je te marie à Paul", "3", NULL },
  { "le maire nous marie samedi", "", NULL },
  { "si tu te maries", "", NULL },
  { "paul marie sa fille en juin", "3", NULL },
  { "paul marie ses deux filles en juin", "3", NULL },
  { "paul marie son fils aîné", "3", NULL },
  { "elle marie leur petite sœur", "", NULL },
  { "la voisine de Paul marie sa nièce", "3", NULL },
  { "zoe aime paul", "10 3", NULL },
  { "elle t'aime, zoe", "10", NULL },
  { "dîner avec Aimé", "27", NULL },
  { "dîner avec Aime", "27", NULL },
  /* names all the same */
  { "marie curie se marie", "1", NULL },
  { "marie se marie", "", "marie" },
  { "se marie avec marie", "", "marie" },
  { "se marie avec marie dupont", "2", NULL },
  { "se marie à marie", "", "marie" },
  { "chez nous Marie dort", "", "Marie" },
  { "chez vous marie dort", "", "marie" },
  { "avec marie sa cousine", "", "marie" },
  { "et marie sa fille", "", "marie" },
  { "rendre à marie ses livres", "", "marie" },
  { "hier marie sa robe était neuve", "", "marie" },
  { "rendre marie son livre", "", "marie" },
  { "paul, marie sa femme", "3", "marie" },
  { "paul et marie", "3", "marie" },
  { "vu marie", "", "marie" },
  { "je me suis dit : marie", "", "marie" },
  { "elle se, marie", "", "marie" },
  { "se @marie", "", "marie" },
  /* who shares a name */
  { "Marie part en Crète", "", "Marie" },
  { "diner avec marie et paul", "3", "marie" },
  { "les Leroy sont là", "", "Leroy" },
  { "Marie Curie dort. Marie est fatiguée", "1", NULL },
  { "Marie a vu Marie Dupont", "2", NULL },
  { "Marie Curie et Marie Dupont, Marie aussi", "1 2", "Marie" },
  /* for sure */
  { "@marie part en Crète", "", "marie" },
  { "@marie curie part", "1", NULL },
  { "@zoe", "10", NULL },
  { "rdv avec @rose", "9", NULL },
  { "@renaud vient", "", "renaud" },
  { "@Marie-Claire vient", "", "Marie-Claire" },
  { "@jean-luc vient", "5", NULL },
  { "@zoé vient", "10", NULL },
  { "@mar vient", "", "mar" },
  { "@3 vient", "3", NULL },
  { "paul @18h", "3", NULL },
  { "paul @ 18h", "3", NULL },
  { "paul@ zoe", "3 10", NULL },
  /* addresses */
  { "write to marie@example.org", "1", NULL },
  { "write to paul.martin@example.org.", "3", NULL },
  { "write to zoe@example.org", "", NULL },
  { "shared@example.org", "", NULL },
  { "see https://zoe.example.org/paul and www.zoe.fr", "", NULL },
  { "vu/www.zoe.fr/paul et paul", "3", NULL },
  { "vu/zoe, paul/www.zoe.fr", "10 3", NULL },
  /* not over a comma or the end of a sentence */
  { "Vincent, van Gogh", "8", NULL },
  { "vu Marie. Dupont est là", "2", NULL },
  { "marie, curie", "1", NULL },
  /* nobody */
  { "", "", NULL },
  { "  \n", "", NULL },
  { "@", "", NULL },
  { "rien de neuf", "", NULL },
};

static void
test_a_text_speaks_of_whom (void)
{
  g_autoptr (AufaitNames) names = make_world ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *unsure = NULL;
    GPtrArray *refs = aufait_names_find (names, texts[i].text, &unsure);

    g_test_message ("row %u: %s", i, texts[i].text);
    assert_ids (refs, texts[i].ids);
    g_assert_cmpstr (unsure, ==, texts[i].unsure);
  }
}

/* People whose first names are words. */
static const Row word_people[] = {
  { "Paul Martin", "", "" },   /* 1 */
  { "Rose Petit", "", "" },    /* 2 */
  { "Pierre Mallet", "", "" }, /* 3 */
  { "Grace Okoye", "", "" },   /* 4 */
  { "April Noon", "", "" },    /* 5 */
  { "Mark Hill", "", "" },     /* 6 */
  { "Will Smith", "", "" },    /* 7 */
  { "Jack Frost", "", "" },    /* 8 */
  { "Frank Bell", "", "" },    /* 9 */
  { "June Carr", "", "" },     /* 10 */
  { "Claire", "", "" },        /* 11 */
  { "Marie Durand", "", "" },  /* 12 */
};

typedef struct {
  const char *text;
  const char *ids;
} Text;

/* Another one is named, too. */
static const Text word_texts[] = {
  { "Rose a un examen vendredi avec Paul", "2 1" },
  { "rose a un examen vendredi avec paul", "2 1" },
  { "Pierre part en Crète lundi avec Paul", "3 1" },
  { "Rose a perdu sa mère lundi, Paul est avec elle", "2 1" },
  { "Grace lost her mother on Monday, Paul is with her", "4 1" },
  { "April has surgery on Friday, says Paul", "5 1" },
  { "April is pregnant, says Paul", "5 1" },
  { "April's surgery is on Friday, says Paul", "5 1" },
  { "June has an exam on Friday, says Paul", "10 1" },
  { "June is leaving for Rome with Paul", "10 1" },
  { "Rose se marie avec Paul", "2 1" },
  { "Rose s'est mariée avec Paul", "2 1" },
  { "Rose et Paul se marient", "2 1" },
  { "rose et paul se marient", "2 1" },
  { "Mark and Paul are moving to Rome", "6 1" },
  { "Mark has an exam on Friday, says Paul", "6 1" },
  { "Mark is in hospital, says Paul", "6 1" },
  { "Mark's exam is on Friday, Paul helps", "6 1" },
  { "Will has an exam on Friday, says Paul", "7 1" },
  { "Will is moving to Rome with Paul", "7 1" },
  { "Will's exam is on Friday, says Paul", "7 1" },
  { "Jack takes the exam on Friday with Paul", "8 1" },
  { "Jack was in Rome with Paul", "8 1" },
  { "Frank likes chess, Paul prefers tennis", "9 1" },
  { "Frank visits Paul on Friday", "9 1" },
  { "Claire a un entretien lundi, dit Paul", "11 1" },
  { "Claire passe un examen lundi avec Paul", "11 1" },
  { "Claire revient lundi avec Paul", "11 1" },
  { "Vu Paul. Rose a un examen vendredi", "1 2" },
  { "Rose travaille avec Paul", "2 1" },
  { "Rose ne vient pas, dit Paul", "2 1" },
  { "Rose n'a pas son permis, dit Paul", "2 1" },
  { "Rose, Paul et Marie viennent", "2 1 12" },
  { "Mark & Paul are moving", "6 1" },
  { "Mark lives with Paul", "6 1" },
  { "Mark doesn't eat meat, Paul does", "6 1" },
  { "Mark needs surgery, says Paul", "6 1" },
  { "Will comes on Friday with Paul", "7 1" },
  /* a word all the same */
  { "Mark the calendar, Paul comes on Friday", "1" },
  { "Mark papers with Paul", "1" },
  { "Mark exams with Paul", "1" },
  { "Rose garden with Paul", "1" },
  { "Rose Garden with Paul", "1" },
  { "Rose festival on Friday with Paul", "1" },
  { "Rose des vents pour Paul", "1" },
  { "Will call Paul", "1" },
  { "Will be back with Paul", "1" },
  { "Will have an exam, says Paul", "1" },
  { "Will Paul come?", "1" },
  { "Will his exam go well, Paul?", "1" },
  { "Jack up the car with Paul", "1" },
  { "Frank and fair, Paul says", "1" },
  { "Hope all is well with Paul", "1" },
  { "June, Paul is away", "1" },
  { "June is busy, says Paul", "1" },
  { "June has been busy, says Paul", "1" },
  { "June has 30 days, says Paul", "1" },
  { "April's weather is fine, says Paul", "1" },
  { "April and May are busy, says Paul", "1" },
  { "Grace period ends on Friday, says Paul", "1" },
  { "Pierre tombale pour Paul", "1" },
  { "Claire fontaine avec Paul", "1" },
  { "Hill has a view, says Paul", "1" },
};

static void
check_of (const Row *people, guint n_people, const Text *rows, guint n_rows)
{
  g_autoptr (AufaitNames) names = aufait_names_new ();
  guint n_wrong = 0;

  for (guint i = 0; i < n_people; i++) {
    g_autoptr (AufaitPerson) person = make_person (i + 1, &people[i]);

    aufait_names_add (names, person);
  }
  for (guint i = 0; i < n_rows; i++) {
    g_autofree char *unsure = NULL;
    g_autoptr (GPtrArray) refs = aufait_names_find (names, rows[i].text, &unsure);
    g_autofree char *ids = list_ids (refs);

    if (g_str_equal (ids, rows[i].ids) && unsure == NULL)
      continue;
    g_test_message ("row %u: %s: %s (%s), not %s", i, rows[i].text, ids, unsure, rows[i].ids);
    n_wrong++;
  }
  g_assert_cmpuint (n_wrong, ==, 0);
}

static void
test_words_that_begin_a_sentence (void)
{
  check_of (word_people, G_N_ELEMENTS (word_people), word_texts, G_N_ELEMENTS (word_texts));
}

/* People who have a name in common with others. */
static const Row shared_people[] = {
  { "Paul Martin", "", "" },     /* 1 */
  { "Zoe Dupont", "", "" },      /* 2 */
  { "Marie Durand", "", "" },    /* 3 */
  { "Jean Roux", "", "" },       /* 4 */
  { "Sean O'Brien", "", "" },    /* 5 */
  { "Jean-Luc Picard", "", "" }, /* 6 */
  { "Lea", "", "" },             /* 7 */
  { "Petra Petit", "", "" },     /* 8 */
  { "Will Smith", "", "" },      /* 9 */
};

static const Text shared_texts[] = {
  { "Paul O'Brien has an exam", "" },
  { "Paul O’Brien has an exam", "" },
  { "paul o'brien has an exam", "" },
  { "Paul Durand a un examen", "" },
  { "paul durand a un examen", "" },
  { "Paul Allen has an exam", "" },
  { "dinner with Paul Allen on Friday", "" },
  { "Paul Allen has an exam, says Zoe", "2" },
  { "Zoe met Paul Allen", "2" },
  { "Concert de Jean Ferrat", "" },
  { "habite rue Jean Jaurès", "" },
  { "rdv place Marie Curie", "" },
  { "concert de Dean Martin", "" },
  { "Jean-Luc Godard vu au cinéma", "" },
  { "Zoé Martin a un examen", "" },
  /* and are meant */
  { "Paul Martin has an exam", "1" },
  { "paul martin has an exam", "1" },
  { "Martin Paul a un examen", "1" },
  { "vu Paul Lundi", "1" },
  { "Paul Crete, Zoe Rome", "1 2" },
  { "with Paul In Rome", "1" },
  { "told Paul I would come", "1" },
  { "Paul I'd say", "1" },
  { "PAUL HAS AN EXAM", "1" },
  { "Paul Zoe Marie", "1 2 3" },
  { "paul petit déjeuner", "1" },
  { "Saw Martin today", "1" },
  { "vu Martin hier", "1" },
  { "chez martin", "1" },
  { "Will Martin come?", "1" },
  { "Paul, Durand et Zoe", "1 3 2" },
  { "Lea Allen has an exam", "7" },
  { "@paul Allen has an exam", "1" },
  { "Jean-Luc Picard", "6" },
};

static void
test_names_that_others_have_too (void)
{
  check_of (shared_people, G_N_ELEMENTS (shared_people), shared_texts, G_N_ELEMENTS (shared_texts));
}

/* In small worlds of made-up names, a search through everyone says the same as the index. */
static char *
search_by_hand (const char *const *people, guint n_people, const char *const *text, guint n_text)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  gboolean named[8] = { FALSE };

  for (guint i = 0; i < n_text; i++) {
    int owner = -1;

    for (guint j = 0; j < n_people; j++) {
      if (strstr (people[j], text[i]) == NULL)
        continue;
      owner = owner == -1 ? (int) j : -2;
    }
    if (owner >= 0 && !named[owner]) {
      named[owner] = TRUE;
      g_string_append_printf (ids, "%s%d", ids->len > 0 ? " " : "", owner + 1);
    }
  }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_finds_what_a_search_through_everyone_finds (void)
{
  static const char *const syllables[] = { "bax", "dov", "gim", "kul", "nez", "pof", "riq", "suv" };

  for (guint round = 0; round < 500; round++) {
    g_autoptr (AufaitNames) names = aufait_names_new ();
    g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GString) text = g_string_new (NULL);
    const char *words[6];
    g_autoptr (GPtrArray) found = NULL;
    g_autofree char *expected = NULL;
    g_autofree char *ids = NULL;
    g_autofree char *unsure = NULL;

    for (guint i = 0; i < (guint) g_test_rand_int_range (1, 5); i++) {
      Row row = { syllables[g_test_rand_int_range (0, 8)], "", "" };
      g_autoptr (AufaitPerson) person = make_person (i + 1, &row);

      aufait_names_add (names, person);
      g_ptr_array_add (people, g_strdup (row.name));
    }
    for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
      words[i] = syllables[g_test_rand_int_range (0, 8)];
      g_string_append_printf (text, "%s, ", words[i]);
    }
    expected = search_by_hand ((const char *const *) people->pdata, people->len, words,
                               G_N_ELEMENTS (words));
    found = aufait_names_find (names, text->str, &unsure);
    ids = list_ids (found);
    g_test_message ("%s", text->str);
    g_assert_cmpstr (ids, ==, expected);
  }
}

/* However long the text, each byte is looked at once for addresses. */
static void
test_looks_for_addresses_once (void)
{
  static const char *const units[] = { "1/", "a.b/", "a@b/", "@ ", "www ", "a/www.b ", "a@b.org " };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GArray) words = NULL;
    AufaitNameAddress address = { NULL };

    for (guint j = 0; j < 2000; j++)
      g_string_append (text, units[i]);
    address.text = text->str;
    words = aufait_name_word_split (text->str);
    for (guint j = 0; j < words->len; j++)
      g_free (aufait_name_address_dup (&address, &g_array_index (words, AufaitNameWord, j)));
    g_test_message ("%s", units[i]);
    g_assert_cmpuint (address.n_read, <=, 2 * text->len);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_world_test ("/names-find/a-text-speaks-of-whom", test_a_text_speaks_of_whom);
  g_test_add_func ("/names-find/words-that-begin-a-sentence", test_words_that_begin_a_sentence);
  g_test_add_func ("/names-find/names-that-others-have-too", test_names_that_others_have_too);
  g_test_add_func ("/names-find/finds-what-a-search-through-everyone-finds",
                   test_finds_what_a_search_through_everyone_finds);

  g_test_add_func ("/names-find/looks-for-addresses-once", test_looks_for_addresses_once);

  return g_test_run ();
}
