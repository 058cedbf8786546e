/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-sentence.h"
#include "sentence-columns.h"

#define N_COLUMNS 8

static AufaitMeaning *
read_on (const char *day, const char *text)
{
  AufaitSentenceContext context = { aufait_day_parse (day), FALSE, NULL };

  return aufait_sentence_read (text, &context);
}

/* --- the tables ---------------------------------------------------------------------------- */

/* Whom the notes of phrases-people.tsv are about. */
static const char *const PEOPLE[] = { "paul", "martin", "zoe", "dupont", "rose", "petit", NULL };

static void
check_row (const char *file, guint line, char **columns)
{
  AufaitSentenceContext context = { aufait_day_parse (columns[0]), FALSE,
                                    strstr (file, "people") != NULL ? PEOPLE : NULL };
  g_autoptr (AufaitMeaning) meaning = aufait_sentence_read (columns[2], &context);
  g_autofree char *understood = sentence_columns_format (meaning);
  g_autofree char *expected = g_strjoinv ("\t", columns + 3);

  if (!g_str_equal (understood, expected)) {
    g_test_message ("%s:%u: %s", file, line, columns[2]);
    g_test_message ("  expected   %s", expected);
    g_test_message ("  understood %s", understood);
    g_test_fail ();
  }
}

/* The same words again and again: some of them will do where each takes long. */
static guint
get_stride (void)
{
  return g_getenv ("AUFAIT_VALGRIND") != NULL ? 10 : 1;
}

static void
test_understands_every_row (gconstpointer data)
{
  const char *file = data;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", file, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint stride = get_stride ();
  guint n_rows = 0;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);

    if (*lines[i] == '\0' || *lines[i] == '#' || g_str_has_prefix (lines[i], "now\t"))
      continue;
    g_assert_cmpuint (g_strv_length (columns), ==, N_COLUMNS);
    if (i % stride == 0)
      check_row (file, i + 1, columns);
    n_rows++;
  }
  g_assert_cmpuint (n_rows, >=, 40);
}

/* A word alone beside a day is no event: stems make neighbours of words that have nothing to do
 * with each other ("opération" and "opéra", "fils" and "file"). */
static void
check_word (const char *language, const char *word)
{
  const char *day = g_str_equal (language, "fr") ? "le 3 novembre" : "on 3 November";
  g_autofree char *text = g_strconcat (word, " ", day, NULL);
  g_autoptr (AufaitMeaning) meaning = read_on ("2026-10-05", text);
  g_autofree char *understood = sentence_columns_format (meaning);

  if (!g_str_equal (understood, "-\t-\t-\t-\t-")) {
    g_test_message ("%s: %s", text, understood);
    g_test_fail ();
  }
}

static void
test_finds_nothing_in_common_words (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "common-words.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint stride = get_stride ();
  guint n_words = 0;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) words = g_strsplit_set (lines[i], "\t ", -1);

    for (guint j = 1; *lines[i] != '#' && *lines[i] != '\0' && words[j] != NULL; j++, n_words++)
      if (n_words % stride == 0)
        check_word (words[0], words[j]);
  }
  g_assert_cmpuint (n_words, >=, 600);
}

/* --- what has no column -------------------------------------------------------------------- */

static const struct {
  const char *text;
  const char *place;
  const char *what;
  const char *language;
  int minutes; /* -1: none */
} NAMED[] = {
  { "off to Crete 10-20 August", "Crete", NULL, NULL, -1 },
  { "part en Crète du 10 au 20 août", "Crète", NULL, NULL, -1 },
  { "part en crete du 10 au 20 aout", "crete", NULL, NULL, -1 },
  { "flies to New York on Friday", "New York", NULL, NULL, -1 },
  { "court le marathon de La Rochelle le 29 novembre", "La Rochelle", "le marathon", "fr", -1 },
  { "déménage à Aix-en-Provence en mai", "Aix-en-Provence", "le déménagement", "fr", -1 },
  { "s'envole pour le Japon le 3 septembre", "Japon", NULL, NULL, -1 },
  { "left for Rome last Monday", "Rome", "the departure", "en", -1 },
  { "est parti à Rome lundi dernier", "Rome", "le départ", "fr", -1 },
  { "repart du Japon le 9", "Japon", NULL, NULL, -1 },
  { "leaves hospital on Saturday", NULL, "the return home", "en", -1 },
  { "sort de l'hôpital samedi", NULL, "le retour à la maison", "fr", -1 },
  { "turns 40 on 3 May", NULL, "the birthday", "en", -1 },
  { "her birthday party is on Saturday", NULL, "the birthday party", "en", -1 },
  { "fête ses 40 ans samedi", NULL, "l’anniversaire", "fr", -1 },
  { "goûter d'anniversaire samedi", NULL, "la fête d’anniversaire", "fr", -1 },
  { "on holiday in July", NULL, "the holiday", "en", -1 },
  { "has her driving test on Friday at 9am", NULL, "the driving test", "en", 9 * 60 },
  { "passe le permis vendredi à 14h30", NULL, "le permis", "fr", 14 * 60 + 30 },
  { "passe le permis à 14h30 vendredi", NULL, "le permis", "fr", 14 * 60 + 30 },
  { "job interview at Airbus on the 15th", NULL, "the interview", "en", -1 },
  { "has a concert at 8.30pm on Friday", NULL, "the concert", "en", 20 * 60 + 30 },
  { "a un concert vendredi 20h", NULL, "le concert", "fr", 20 * 60 },
  { "part à Rome avec Marie le 3", "Rome", NULL, NULL, -1 },
  { "lost her father in May", NULL, NULL, NULL, -1 },
  /* an arrival is no departure */
  { "arrives in Paris on 24 December", "Paris", "the arrival", "en", -1 },
  { "arriving in New York on Friday at 6pm", "New York", "the arrival", "en", 18 * 60 },
  { "lands in Lisbon on Saturday, back on the 12th", "Lisbon", "the arrival", "en", -1 },
  { "arrive à Paris le 24 décembre à 18h", "Paris", "l’arrivée", "fr", 18 * 60 },
  { "arrivent en Grèce samedi", "Grèce", "l’arrivée", "fr", -1 },
  { "atterrit a nice vendredi", "nice", "l’arrivée", "fr", -1 },
  { "arrive à La Rochelle samedi, rentre le 12", "La Rochelle", "l’arrivée", "fr", -1 },
  /* to have is no preposition; without its accent "à" still is one */
  { "m'a dit qu'il part à Nice vendredi", "Nice", NULL, NULL, -1 },
  { "m'a raconté qu'elle partait en Grèce lundi", "Grèce", NULL, NULL, -1 },
  { "m'a dit partir à Nice vendredi", "Nice", NULL, NULL, -1 },
  { "nous a annoncé partir en Grèce lundi", "Grèce", NULL, NULL, -1 },
  { "sa mère a prévu de partir à Rome samedi", "Rome", NULL, NULL, -1 },
  { "on a réservé des vacances à Quiberon en août", "Quiberon", "les vacances", "fr", -1 },
  { "a pris des vacances à Quiberon en août", "Quiberon", "les vacances", "fr", -1 },
  { "elle a bouclé ses vacances en août", NULL, "les vacances", "fr", -1 },
  { "m'a promis des vacances en août", NULL, "les vacances", "fr", -1 },
  { "part a Nice vendredi", "Nice", NULL, NULL, -1 },
  { "part a trifouilly vendredi", "trifouilly", NULL, NULL, -1 },
  { "vacances a quiberon en aout", "quiberon", "les vacances", "fr", -1 },
  /* a visit to the writer and a show that is gone to have no noun */
  { "comes to dinner on Saturday", NULL, NULL, NULL, -1 },
  { "vient dîner samedi", NULL, NULL, NULL, -1 },
  { "her mother comes to dinner on Saturday", NULL, "the visit", "en", -1 },
  { "sa mère vient dîner samedi", NULL, "la visite", "fr", -1 },
  { "her friends are visiting on Saturday", NULL, "the visit", "en", -1 },
  { "concert at 8.30pm on Friday", NULL, NULL, NULL, 20 * 60 + 30 },
  { "concert vendredi 20h", NULL, NULL, NULL, 20 * 60 },
  { "concert vendredi soir", NULL, NULL, NULL, -1 },
  { "concert on Friday night", NULL, NULL, NULL, -1 },
  { "spectacle à Lyon samedi", "Lyon", NULL, NULL, -1 },
  { "her concert is on Friday", NULL, "the concert", "en", -1 },
  { "concert with her choir on Friday", NULL, "the concert", "en", -1 },
  { "concert de Radiohead le 22", NULL, NULL, NULL, -1 },
  { "a un billet pour un concert le 22", NULL, NULL, NULL, -1 },
  { "has tickets for a gig on Saturday", NULL, NULL, NULL, -1 },
  { "concert avec sa chorale le 22", NULL, "le concert", "fr", -1 },
  { "concert de Noël le 22 décembre", NULL, "le concert", "fr", -1 },
  { "plays at the Olympia on Saturday", "Olympia", "the concert", "en", -1 },
};

static void
test_keeps_places_nouns_and_times (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (NAMED); i++) {
    g_autoptr (AufaitMeaning) meaning = read_on ("2026-07-01", NAMED[i].text);
    const AufaitMoment *moment;

    g_test_message ("row %zu: %s", i, NAMED[i].text);
    g_assert_cmpuint (meaning->moments->len, ==, 1);
    moment = g_ptr_array_index (meaning->moments, 0);
    g_assert_cmpstr (moment->place, ==, NAMED[i].place);
    g_assert_cmpstr (moment->what, ==, NAMED[i].what);
    g_assert_cmpstr (moment->language, ==, NAMED[i].language);
    g_assert_cmpint (moment->at_secs, ==, NAMED[i].minutes < 0 ? -1 : NAMED[i].minutes * 60);
  }
}

static void
test_tells_whose_an_event_is (void)
{
  static const char *const names[] = { "zoe", "tom", NULL };
  AufaitSentenceContext context = { aufait_day_parse ("2026-07-01"), FALSE, names };
  static const char *const rows[][2] = {
    { "tom's cat has surgery on Friday", "cat" },
    { "her little brother has his exam on monday", "little brother" },
    { "mum is in hospital until Tuesday", "mum" },
    { "on Monday her dog sees the vet", "dog" },
    { "takes her cat to the vet on Friday", "cat" },
    { "the wedding of her brother is on 4 July", "brother" },
    { "opération de sa mère vendredi", "mère" },
    { "son petit frère passe le bac lundi", "petit frère" },
    { "fête pour les 80 ans de son père samedi", "père" },
    { "la mère de zoé fête ses 80 ans samedi", "mère" },
    { "la petite sœur de Tom se marie en mai", "petite sœur" },
    { "l'oncle de Zoé se fait opérer vendredi", "oncle" },
    { "the mother of Zoe has surgery on Friday", "mother" },
    /* what is reported */
    { "zoé says her brother Max is getting married on Saturday", "brother" },
    { "told me that her sister is having surgery on Friday", "sister" },
    { "mentioned her dad has an interview on Monday", "dad" },
    { "m'a dit que sa sœur se fait opérer vendredi", "sœur" },
    { "zoé dit que son frère Max se marie samedi", "frère" },
    { "told her sister she has an exam on Friday", NULL },
    { "texted her brother about the exam on Friday", NULL },
    { "a dit à sa sœur qu'elle a un examen vendredi", NULL },
    { "passe un examen vendredi, plus stressé que son frère", NULL },
    { "examen avec la sœur de Tom vendredi", NULL },
    { "la mère de la voisine a un examen vendredi", NULL },
    /* what is done with them, for them or of them all is the person's own */
    { "has surgery on Friday", NULL },
    { "her exam is on Monday", NULL },
    { "Tom's wedding is on Friday", NULL },
    { "skiing in Austria with her sister until Friday", NULL },
    { "part à Rome avec son frère lundi", NULL },
    { "she and her husband move to Ghent on Friday", NULL },
    { "lost her father on Monday", NULL },
    { "her parents visit us on Friday", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitMeaning) meaning = aufait_sentence_read (rows[i][0], &context);
    const AufaitMoment *moment;

    g_test_message ("rows[%zu]: %s", i, rows[i][0]);
    g_assert_cmpuint (meaning->moments->len, ==, 1);
    moment = g_ptr_array_index (meaning->moments, 0);
    g_assert_cmpstr (moment->whose, ==, rows[i][1]);
  }
}

static void
test_keeps_the_words_of_a_promise (void)
{
  static const char *const rows[][2] = {
    { "I promised to send him the book by Friday", "send him the book" },
    { "j'ai promis de lui envoyer le livre avant vendredi", "lui envoyer le livre" },
    { "I owe him 20 euros", "20 euros" },
    { "je lui dois un resto", "un resto" },
    { "Je dois 20 euros à Paul avant vendredi", "20 euros" },
    { "I'll call her on Thursday", "call her" },
    { "je dois lui rendre son parapluie lundi", "lui rendre son parapluie" },
    { "lui rendre ses clés mardi", "lui rendre ses clés" },
    { "send him the photos by Sunday", "send him the photos" },
    { "promised her the photos, they are nice", "the photos" },
    { "call her on Friday about the quote", "call her about the quote" },
    { "rappeler lundi pour le devis", "rappeler pour le devis" },
    { "rappelle-le demain", "rappelle-le" },
    { "je lui envoie le devis lundi", "je lui envoie le devis" },
    { "asked me to send him the LWN article", "send him the LWN article" },
    { "m'a demandé de lui envoyer l'article", "lui envoyer l'article" },
    { "lent me 50 euros, to pay back by Friday", "50 euros, to pay back" },
    { "m'a prêté 50 euros, à rendre avant fin juillet", "50 euros, à rendre" },
    { "the red book to give her by Friday", "the red book to give her" },
    { "livre à lui rendre avant vendredi", "livre à lui rendre" },
    { "I promised Tom to water the plants and he is away until Sunday", "water the plants" },
    { "promised to Ines and to Hugo to come on Sunday", "come" },
    { "promised Ines and Hugo and Zoe to come on Sunday", "come" },
    { "promis à Inès et à Hugo de venir dimanche", "venir" },
    { "j'ai promis à Inès, Hugo et Zoé de venir dimanche", "venir" },
    { "promis à Inès et à Hugo un gâteau", "un gâteau" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitMeaning) meaning = read_on ("2026-07-01", rows[i][0]);
    const AufaitPromise *promise;

    g_test_message ("rows[%zu]: %s", i, rows[i][0]);
    g_assert_cmpuint (meaning->promises->len, ==, 1);
    promise = g_ptr_array_index (meaning->promises, 0);
    g_assert_cmpstr (promise->what, ==, rows[i][1]);
  }
}

static void
test_tells_impressions_from_facts (void)
{
  static const struct {
    const char *text;
    AufaitNoteKind kind;
  } rows[] = {
    { "seemed tired, we talked about work", AUFAIT_NOTE_IMPRESSION },
    { "avait l'air fatigué, on a parlé du travail", AUFAIT_NOTE_IMPRESSION },
    { "semblait inquiète", AUFAIT_NOTE_IMPRESSION },
    { "Looked exhausted", AUFAIT_NOTE_IMPRESSION },
    { "sounded happy on the phone", AUFAIT_NOTE_IMPRESSION },
    { "her dog Filou is getting old", AUFAIT_NOTE_FACT },
    { "looked for a flat all week", AUFAIT_NOTE_FACT },
    { "looks after her nephew", AUFAIT_NOTE_FACT },
    { "part en Crète du 10 au 20 août", AUFAIT_NOTE_FACT },
    { "", AUFAIT_NOTE_FACT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitMeaning) meaning = read_on ("2026-07-01", rows[i].text);

    g_test_message ("rows[%zu]: %s", i, rows[i].text);
    g_assert_cmpint (meaning->kind, ==, rows[i].kind);
  }
}

static void
test_takes_no_name_for_a_place_or_an_interest (void)
{
  static const char *const names[] = { "paris", "florence", "rose", NULL };
  static const char *const texts[] = { "Paris on Friday", "loves Florence", "aime Rose" };
  AufaitSentenceContext context = { aufait_day_parse ("2026-07-01"), FALSE, names };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (AufaitMeaning) meaning = aufait_sentence_read (texts[i], &context);

    g_test_message ("texts[%zu]: %s", i, texts[i]);
    g_assert_cmpuint (meaning->moments->len, ==, 0);
    g_assert_cmpuint (meaning->interests->len, ==, 0);
  }
}

static void
test_reads_the_month_first_where_people_do (void)
{
  AufaitSentenceContext context = { aufait_day_parse ("2026-07-01"), TRUE, NULL };
  g_autoptr (AufaitMeaning) meaning = aufait_sentence_read ("dentist on 8/9", &context);
  const AufaitMoment *moment = g_ptr_array_index (meaning->moments, 0);

  g_assert_cmpint (moment->first, ==, aufait_day_parse ("2026-08-09"));
}

/* --- anything may be typed ----------------------------------------------------------------- */

/* The worst of what one line can hold, a lot of it: no word may make the next one cost more. */
static const char *const PIECES[] = {
  "du ",
  "10, ",
  "10-",
  "le 3 et ",
  "next ",
  "from 10 to ",
  "e\xcc\x81",
  "\"",
  "loves ",
  "and ",
  "her .. ",
  "her mother ",
  "12/",
  "06 12 ",
  "in Rome ",
  "la semaine de ",
  "(",
  "'",
  "l'",
  "1er mai ",
  "exam Fri ",
  "promised to ",
  "the last ",
  "until until ",
  "won 3-2 ",
  "\n",
  "mid-",
  "a perdu son ",
  "a ",
  "rue du 8 mai 1945 ",
  "was going to ",
  "promised, ",
  "told me ",
  "3 May (Friday) ",
  "starts. ",
  "j'ai promis: ",
  "if he has ",
  "Mon @ ",
  "fait du judo pis ",
  "to give her ",
  "à lui rendre ",
  "I promised Paul the book by Friday. ",
};

static void
test_is_quick_with_anything (void)
{
  gsize len = g_getenv ("AUFAIT_VALGRIND") != NULL ? 1000 : 16000;

  for (gsize i = 0; i < G_N_ELEMENTS (PIECES); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (AufaitMeaning) meaning = NULL;
    double secs;

    while (text->len < len)
      g_string_append (text, PIECES[i]);
    g_test_timer_start ();
    meaning = read_on ("2026-07-01", text->str);
    secs = g_test_timer_elapsed ();
    g_test_message ("pieces[%zu]: “%s” %.0f ms", i, PIECES[i], secs * 1000);
    g_assert_cmpuint (meaning->moments->len, <=, 50);
    g_assert_cmpuint (meaning->promises->len, <=, 50);
  }
}

static void
test_survives_words_in_any_order (void)
{
  static const char *const words[] = {
    "du",     "au",    "10",   "20",   "août", "next",  "Friday", "-",     "until",
    "the",    "first", "week", "of",   "in",   "three", "ago",    "exam",  "Rome",
    ",",      "and",   "14/7", "2026", "mid",  "fin",   "Noël",   "loves", "not",
    "maybe",  "I",     "owe",  "him",  "by",   ".",     "18h30",  "at",    "8",
    "depuis", "mars",  "may",  "sat",  "back", "rue",   "place",  "d'",    "l'",
    "(",      "\"",    "\n",   "/",    "..",   "9999",  "0",      "31",    "février",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260701);

  for (int i = 0; i < 3000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (AufaitMeaning) meaning = NULL;
    int n_words = g_rand_int_range (rand, 1, 14);

    for (int j = 0; j < n_words; j++)
      g_string_append_printf (text, "%s%s", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))],
                              g_rand_int_range (rand, 0, 4) == 0 ? "" : " ");
    meaning = read_on (i % 2 == 0 ? "2026-07-01" : "0001-01-01", text->str);
    for (guint j = 0; j < meaning->moments->len; j++) {
      const AufaitMoment *moment = g_ptr_array_index (meaning->moments, j);

      g_assert_cmpint (moment->first, !=, AUFAIT_DAY_NONE);
      g_assert_cmpint (moment->last, >=, moment->first);
    }
  }
}

static const struct {
  const char *name;
  const char *file;
} TABLES[] = {
  { "/sentence/understands-every-row/given", "phrases.tsv" },
  { "/sentence/understands-every-row/more", "phrases-more.tsv" },
  { "/sentence/understands-every-row/wild", "phrases-wild.tsv" },
  { "/sentence/understands-every-row/held", "phrases-held.tsv" },
  { "/sentence/understands-every-row/held2", "phrases-held2.tsv" },
  { "/sentence/understands-every-row/held3", "phrases-held3.tsv" },
  { "/sentence/understands-every-row/held4", "phrases-held4.tsv" },
  { "/sentence/understands-every-row/held5", "phrases-held5.tsv" },
  { "/sentence/understands-every-row/held6", "phrases-held6.tsv" },
  { "/sentence/understands-every-row/held7", "phrases-held7.tsv" },
  { "/sentence/understands-every-row/held8", "phrases-held8.tsv" },
  { "/sentence/understands-every-row/held9", "phrases-held9.tsv" },
  { "/sentence/understands-every-row/held10", "phrases-held10.tsv" },
  { "/sentence/understands-every-row/held11", "phrases-held11.tsv" },
  { "/sentence/understands-every-row/held12", "phrases-held12.tsv" },
  { "/sentence/understands-every-row/held13", "phrases-held13.tsv" },
  { "/sentence/understands-every-row/held14", "phrases-held14.tsv" },
  { "/sentence/understands-every-row/held15", "phrases-held15.tsv" },
  { "/sentence/understands-every-row/held16", "phrases-held16.tsv" },
  { "/sentence/understands-every-row/held17", "phrases-held17.tsv" },
  { "/sentence/understands-every-row/held18", "phrases-held18.tsv" },
  { "/sentence/understands-every-row/held19", "phrases-held19.tsv" },
  { "/sentence/understands-every-row/met", "phrases-met.tsv" },
  { "/sentence/understands-every-row/people", "phrases-people.tsv" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (TABLES); i++)
    g_test_add_data_func (TABLES[i].name, TABLES[i].file, test_understands_every_row);
  g_test_add_func ("/sentence/finds-nothing-in-common-words", test_finds_nothing_in_common_words);
  g_test_add_func ("/sentence/keeps-places-nouns-and-times", test_keeps_places_nouns_and_times);
  g_test_add_func ("/sentence/tells-whose-an-event-is", test_tells_whose_an_event_is);
  g_test_add_func ("/sentence/keeps-the-words-of-a-promise", test_keeps_the_words_of_a_promise);
  g_test_add_func ("/sentence/tells-impressions-from-facts", test_tells_impressions_from_facts);
  g_test_add_func ("/sentence/takes-no-name-for-a-place-or-an-interest",
                   test_takes_no_name_for_a_place_or_an_interest);
  g_test_add_func ("/sentence/reads-the-month-first-where-people-do",
                   test_reads_the_month_first_where_people_do);
  g_test_add_func ("/sentence/is-quick-with-anything", test_is_quick_with_anything);
  g_test_add_func ("/sentence/survives-words-in-any-order", test_survives_words_in_any_order);
  return g_test_run ();
}
