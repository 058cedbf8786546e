/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-names.h"
#include "names-world.h"

typedef struct {
  const char *text;
  const char *ids;
} Text;

static const Text summaries[] = {
  { "Lunch with Paul", "3" },
  { "Paul / Zoe", "3 10" },
  { "Déjeuner Zoé & Jean-Luc", "10 5" },
  { "1:1 Manya", "1" },
  { "Lunch with Marie", "" },
  { "Lunch with Marie Curie", "1" },
  { "Paul Anniversaire", "3" },
  { "PAUL ET ZOE", "3 10" },
  { "Dîner Vincent van Gogh", "8" },
  { "Cinéma @rose", "9" },
  /* words that are names too */
  { "Will call the plumber", "" },
  { "Will visit mum", "" },
  { "WILL CALL THE PLUMBER", "" },
  { "I will call Paul", "3" },
  { "Rose garden", "" },
  { "Rose Garden", "" },
  { "ROSE GARDEN", "" },
  { "Visit Rose Garden", "" },
  { "Visit the rose garden", "" },
  { "Rose and Crown", "" },
  { "May day", "" },
  { "May Day", "" },
  { "May 12", "" },
  { "max volume", "" },
  { "Max volume", "" },
  { "un petit déjeuner", "" },
  { "Petit déjeuner", "" },
  { "Grand petit déjeuner Zoe", "10" },
  { "Green light for Paul", "3" },
  /* and are meant as names */
  { "Rose", "9" },
  { "ROSE", "9" },
  { "Rose 18h", "9" },
  { "Rose: dinner", "9" },
  { "Rose/Paul", "9 3" },
  { "Rose & Paul", "9 3" },
  { "Rose et Paul", "9 3" },
  { "Rose vient dîner", "9" },
  { "Rose's dinner", "9" },
  { "Rose à 18h", "9" },
  { "Rose Petit", "9" },
  { "ROSE PETIT", "9" },
  { "Dinner with Rose", "9" },
  { "Lunch with Will", "23" },
  { "Lunch with Will at noon", "23" },
  { "Déjeuner avec Rose chez Paul", "9 3" },
  { "Will Smith concert", "23" },
};

static const Text descriptions[] = {
  { "Paul will bring the wine. Best, Zoe", "3 10" },
  { "Hello Paul, see you there", "3" },
  { "Bonjour Paul,\nà demain", "3" },
  { "Paul Ricard will join us", "" },
  { "Cher Monsieur Paul Martin,", "3" },
  { "Eva Curie vient aussi", "1" }, /* the first word of a sentence has its capital anyway */
  { "avec Eva Curie", "" },
  { "with Maria de la Rosa", "21" },
  { "with Vincent van Gogh", "8" },
  { "Will send the deck later.", "" },
  { "Organizer: Paul\nAttendees: Zoe, Chloé Bernard", "3 10 19" },
  { "Join Zoom Meeting\nMeeting ID: 123 456\nPasscode: 9\nMeeting Room Rose Garden", "" },
  { "PAUL MARTIN", "3" },
  { "Dial by your location\n+33 1 70 37 22 46 Paris\n+1 646 931 3860 US", "" },
};

static void
check (const Text *texts, guint n_texts, gboolean is_prose, GHashTable *strangers)
{
  g_autoptr (AufaitNames) names = make_world ();

  for (guint i = 0; i < n_texts; i++) {
    g_test_message ("row %u: %s", i, texts[i].text);
    assert_ids (aufait_event_names_find (names, texts[i].text, strangers, is_prose), texts[i].ids);
  }
}

static void
test_summaries_name_people (void)
{
  check (summaries, G_N_ELEMENTS (summaries), FALSE, NULL);
}

static void
test_descriptions_are_read_with_more_care (void)
{
  check (descriptions, G_N_ELEMENTS (descriptions), TRUE, NULL);
}

/* People whose names are everyday words, towns or months. */
static const Row word_people[] = {
  { "Florence Aubry", "", "" }, /* 1 */
  { "Pierre Mallet", "", "" },  /* 2 */
  { "Grace Okoye", "", "" },    /* 3 */
  { "Mark Twill", "", "" },     /* 4 */
  { "May", "", "" },            /* 5 */
  { "Claire", "", "" },         /* 6 */
  { "Jean Valette", "", "" },   /* 7 */
  { "April Noon", "", "" },     /* 8 */
  { "Paris Gellar", "", "" },   /* 9 */
};

static const Text word_texts[] = {
  { "Visit Florence", "" },
  { "Florence", "" },
  { "FLORENCE", "" },
  { "Florence 10-12 May", "" },
  { "Trip to Florence", "" },
  { "Week-end à Florence", "" },
  { "Lunch with Florence", "1" },
  { "Déjeuner avec Florence", "1" },
  { "Déj. Florence Aubry", "1" },
  { "Dinner with May", "5" },
  { "Dinner in May", "" },
  { "Dinner with Paris", "9" },
  { "Coffee w/ April", "8" },
  { "Call April", "" },
  { "déplacer la pierre", "" },
  { "Pierre tombale", "" },
  { "Pierre", "2" },
  { "Pierre vient dîner", "2" },
  { "Pierre part en Crète", "2" },
  { "Pierre anniversaire", "2" },
  { "Grace holiday", "3" },
  { "Claire dentiste", "6" },
  { "Mark exams", "" },
  { "Pierre à l'aéroport 18h", "" },
  { "Dîner Pierre", "2" },
  { "Dîner Pierre et Claire", "2 6" },
  { "Dîner chez Pierre", "2" },
  { "Dîner avec Pierre demain", "2" },
  { "Appeler Pierre", "2" },
  { "Pierre / Claire", "2 6" },
  { "grace period ends", "" },
  { "Grace period ends", "" },
  { "Grace", "3" },
  { "Mark papers", "" },
  { "Mark Papers", "" },
  { "mark the exams", "" },
  { "Mark: papers", "4" },
  { "Call Mark", "4" },
  { "Mark is back", "4" },
  { "Claire fontaine", "" },
  { "Un jean neuf", "" },
  { "Jean neuf", "" },
  { "Clé de Pierre", "2" },
};

static void
check_of (const Row *people, guint n_people, const Text *texts, guint n_texts)
{
  g_autoptr (AufaitNames) names = aufait_names_new ();
  guint n_wrong = 0;

  for (guint i = 0; i < n_people; i++) {
    g_autoptr (AufaitPerson) person = make_person (i + 1, &people[i]);

    aufait_names_add (names, person);
  }
  for (guint i = 0; i < n_texts; i++) {
    g_autoptr (GPtrArray) refs = aufait_event_names_find (names, texts[i].text, NULL, FALSE);
    g_autofree char *ids = list_ids (refs);

    if (g_str_equal (ids, texts[i].ids))
      continue;
    g_test_message ("row %u: %s: %s, not %s", i, texts[i].text, ids, texts[i].ids);
    n_wrong++;
  }
  g_assert_cmpuint (n_wrong, ==, 0);
}

static void
test_words_that_are_names_too (void)
{
  check_of (word_people, G_N_ELEMENTS (word_people), word_texts, G_N_ELEMENTS (word_texts));
}

/* People whose surnames are everyday words, and some who gave theirs to streets. */
static const Row surname_people[] = {
  { "Ann Hall", "", "" },        /* 1 */
  { "Eve King", "", "" },        /* 2 */
  { "Kim Day", "", "" },         /* 3 */
  { "Ji Park", "", "" },         /* 4 */
  { "Ian Black", "", "" },       /* 5 */
  { "Tom Church", "", "" },      /* 6 */
  { "Summer Lane", "", "" },     /* 7 */
  { "Valentin Moreau", "", "" }, /* 8 */
  { "Marie Curie", "", "" },     /* 9 */
  { "Pierre Mallet", "", "" },   /* 10 */
};

static const Text surname_texts[] = {
  { "Town Hall", "" },
  { "TOWN HALL", "" },
  { "Town Hall with Marie", "9" },
  { "Meeting at the Hall", "" },
  { "Burger King", "" },
  { "Boxing Day", "" },
  { "New Year's Day", "" },
  { "New Year’s Day", "" },
  { "Hyde Park walk", "" },
  { "Walk in Hyde Park", "" },
  { "Black Friday", "" },
  { "Black Friday sales", "" },
  { "Black", "" },
  { "Church", "" },
  { "Church at 10", "" },
  { "Church 10:00", "" },
  { "CHURCH", "" },
  { "Choir at Church", "" },
  { "Park", "" },
  { "Day: off", "" },
  { "Summer party", "" },
  { "Summer", "" },
  { "Summer holiday", "" },
  { "Saint Valentin", "" },
  { "Saint-Valentin", "" },
  { "St Valentin", "" },
  { "Dîner de la Saint-Valentin", "" },
  { "12 rue Marie Curie", "" },
  { "Visite 12 rue Marie Curie", "" },
  { "rue de Marie Curie", "" },
  { "12, avenue Marie Curie, Lyon", "" },
  { "Place Marie Curie", "" },
  { "Lycée Marie Curie", "" },
  { "LYCÉE MARIE CURIE", "" },
  { "École Marie Curie", "" },
  { "Collège Marie Curie réunion", "" },
  { "Marie Curie Street 12", "" },
  { "Marie Curie Road", "" },
  { "Rue Pierre", "" },
  { "Saint Pierre", "" },
  /* and are meant */
  { "Ann Hall", "1" },
  { "ANN HALL", "1" },
  { "Hall Ann", "1" },
  { "Dinner Ann Hall", "1" },
  { "Town Hall with Ann Hall", "1" },
  { "Lunch with Hall", "1" },
  { "LUNCH WITH HALL", "1" },
  { "Lunch with King", "2" },
  { "Mr King", "2" },
  { "Dr Church 10:00", "6" },
  { "King & Marie", "2 9" },
  { "King and Church", "2 6" },
  { "Lunch with Summer", "7" },
  { "Dinner Summer", "7" },
  { "Valentin", "8" },
  { "Valentin vient dîner", "8" },
  { "Marie Curie", "9" },
  { "Lunch with Marie Curie", "9" },
  { "École Marie", "9" },
  { "Marie Curie, 12 rue du Port", "9" },
  { "Marie Saint-Malo", "9" },
  { "Lycée avec Marie Curie", "9" },
};

static void
test_surnames_that_are_words (void)
{
  check_of (surname_people, G_N_ELEMENTS (surname_people), surname_texts,
            G_N_ELEMENTS (surname_texts));
}

/* People who have a name in common with others. */
static const Row shared_people[] = {
  { "Paul Martin", "Polo", "" }, /* 1 */
  { "Zoe Dupont", "", "" },      /* 2 */
  { "Rose Petit", "", "" },      /* 3 */
  { "Marie Durand", "", "" },    /* 4 */
  { "Jean Roux", "", "" },       /* 5 */
  { "Mark Hill", "", "" },       /* 6 */
  { "Sean O'Brien", "", "" },    /* 7 */
  { "Lea", "", "" },             /* 8 */
  { "Jean-Luc Picard", "", "" }, /* 9 */
  { "Ana de la Rosa", "", "" },  /* 10 */
};

static const Text shared_texts[] = {
  { "Meeting with Paul Allen", "" },
  { "Paul Allen", "" },
  { "Paul Simon concert", "" },
  { "Paul Bocuse restaurant", "" },
  { "Martin Luther King Day", "" },
  { "École Paul Bert", "" },
  { "Marie Curie conference", "" },
  { "Musée Marie Curie", "" },
  { "Jean Dupont", "" },
  { "Zoé Martin", "" },
  { "Mark Zuckerberg talk", "" },
  { "Talk by Mark Zuckerberg", "" },
  { "Mark Martin talk", "" },
  { "Dean Martin concert", "" },
  { "Concert Dean Martin", "" },
  { "Paul Durand", "" },
  { "PAUL DURAND", "" },
  { "Paul O'Brien", "" },
  { "Paul O’Brien lunch", "" },
  { "Paul O'Connor lunch", "" },
  { "Jean-Luc Godard film", "" },
  { "Jean Ferrat", "" },
  { "Zoe with Paul Allen", "2" },
  { "Paul Allen & Zoe", "2" },
  { "Paul ALLEN", "" },
  { "Polo Allen", "" },
  { "Paul Allen, Paul Martin", "1" },
  /* and are meant */
  { "Paul Lunch", "1" },
  { "Lunch Paul Zoe", "1 2" },
  { "Paul & Zoe", "1 2" },
  { "Paul Birthday", "1" },
  { "Paul's Birthday", "1" },
  { "Paul Anniversaire", "1" },
  { "Dinner Paul Monday", "1" },
  { "Paul Crete", "1" },
  { "Paul Crète", "1" },
  { "Paul Toulouse", "1" },
  { "PAUL DENTIST", "1" },
  { "PAUL KARATE", "1" },
  { "Paul Martin", "1" },
  { "Paul Martin Lunch", "1" },
  { "Martin Paul", "1" },
  { "MARTIN Paul", "1" },
  { "Polo Martin", "1" },
  { "Paul M. lunch", "1" },
  { "Paul Dentist", "1" },
  { "Paul Dentiste", "1" },
  { "Paul Karate", "1" },
  { "Paul Swimming Lesson", "1" },
  { "Paul Gym", "1" },
  { "Paul Airport", "1" },
  { "Paul Ortho", "1" },
  { "Paul Piscine", "1" },
  { "Paul Orthophoniste", "1" },
  { "Paul BBQ", "1" },
  { "Paul IRM", "1" },
  { "Paul Mum Zoe", "1 2" },
  { "Paul May", "1" },
  { "Paul Christmas", "1" },
  { "Paul Noël", "1" },
  { "Paul Moving Day", "1" },
  { "Paul Back From Rome", "1" },
  { "Paul Exam", "1" },
  { "Paul Arrives", "1" },
  { "Paul 18h", "1" },
  { "Paul à Rome", "1" },
  { "Dinner Martin", "1" },
  { "Dîner Chez Martin", "1" },
  { "Apéro Martin", "1" },
  { "Mr Martin", "1" },
  { "Lunch with Martin", "1" },
  { "Dupont & Martin", "2 1" },
  { "Lunch with O'Brien", "7" },
  { "Sean O'Brien", "7" },
  { "Lea Allen", "8" }, /* of whom one knows no surname */
  { "Lea Martin", "8" },
  { "Jean-Luc Picard", "9" },
  { "Ana Rosa", "10" },
  { "Ana de la Rosa", "10" },
  { "Jean Roux", "5" },
};

static void
test_names_that_others_have_too (void)
{
  check_of (shared_people, G_N_ELEMENTS (shared_people), shared_texts, G_N_ELEMENTS (shared_texts));
}

static void
test_a_name_is_the_strangers_who_comes (void)
{
  static const Text texts[] = {
    { "Lunch with Paul", "" },
    { "Lunch with Paul Martin", "3" },
    { "Lunch with Paul and Zoe", "10" },
    { "Lunch with @paul", "3" },
  };
  g_autoptr (GHashTable) strangers = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (strangers, (gpointer) "paul");
  g_hash_table_add (strangers, (gpointer) "ricard");
  check (texts, G_N_ELEMENTS (texts), FALSE, strangers);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-names/summaries-name-people", test_summaries_name_people);
  g_test_add_func ("/event-names/descriptions-are-read-with-more-care",
                   test_descriptions_are_read_with_more_care);
  g_test_add_func ("/event-names/words-that-are-names-too", test_words_that_are_names_too);
  g_test_add_func ("/event-names/surnames-that-are-words", test_surnames_that_are_words);
  g_test_add_func ("/event-names/names-that-others-have-too", test_names_that_others_have_too);
  g_test_add_func ("/event-names/a-name-is-the-strangers-who-comes",
                   test_a_name_is_the_strangers_who_comes);
  return g_test_run ();
}
