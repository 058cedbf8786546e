/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-likes-words.h"
#include "aufait-likes.h"
#include "aufait-sentence.h"
#include "aufait-text.h"

/* What a note tells, an event's summary -> the matching words; NULL: it is about something else. */
static const struct {
  const char *interest;
  const char *event;
  const char *words;
} matches[] = {
  { "guitar", "Guitar jam in the park", "Guitar" },
  { "guitars", "Guitar jam", "Guitar" },
  { "guitare", "Guitar jam in the park", "Guitar" },
  { "guitar", "Concert de guitare", "guitare" },
  { "plays the guitar", "GUITAR JAM", "GUITAR" },
  { "electric guitar", "Guitar jam", "Guitar" },
  { "jouer de la guitare", "Jam guitare au parc", "guitare" },
  { "randonnée", "Randonnées en Chartreuse", "Randonnées" },
  { "randonnee", "Week-end randonnée", "randonnée" },
  { "randonnée", "Hike up Ben Nevis", "Hike" },
  { "hiking", "Long hikes in the Alps", "hikes" },
  { "climbing", "Soirée escalade", "escalade" },
  { "rock climbing", "Climbing gym with Zoe", "Climbing" },
  { "board games", "Game night", "Game night" },
  { "jeux de société", "Soirée jeux chez Paul", "Soirée jeux" },
  { "jeux de société", "Board games at the pub", "Board games" },
  { "bande dessinée", "Festival de la BD", "BD" },
  { "bande dessinée", "Festival de la bande dessinée", "bande dessinée" },
  { "classical music", "Concert of classical music", "Concert classical music" },
  { "classical music", "Classical concert", "Classical concert" },
  { "thai food", "Thai dinner", NULL },
  { "cuisine libanaise", "Cours de cuisine libanaise", "cuisine libanaise" },
  { "salsa dancing", "Salsa night", "Salsa" },
  { "astronomie", "Stargazing: the Perseids", "Stargazing" },
  { "échecs", "Chess tournament", "Chess" },
  { "echecs", "Tournoi d'échecs", "échecs" },
  { "vélo", "Balade à velo", "velo" },
  { "jazz", "Jazz à Vienne", "Jazz" },
  { "dinosaurs", "Expo dinosaures", "dinosaures" },
  { "beekeeping", "Apiculture : portes ouvertes", "Apiculture" },
  { "star wars", "Star Wars marathon", "Star Wars" },
  { "italian neorealist cinema", "Italian cinema", "Italian cinema" },
  { "art", "Art fair", "Art" },
  { "go", "Go with Paul to the bank", NULL },
  /* another thing */
  { "guitar", "Piano recital", NULL },
  { "rock climbing", "Rock concert", NULL },
  { "board games", "Board meeting", NULL },
  { "korean films", "Korean lessons", NULL },
  { "classical music", "Music festival", NULL },
  { "video games", "Video call with Claire", NULL },
  { "jeux de société", "Société générale : rendez-vous", NULL },
  { "italian neorealist cinema", "Italian lessons", NULL },
  { "art", "Artichokes", NULL },
  { "marche", "Marché de Noël", NULL },
  { "bal", "Bali", NULL },
  { "blues", "Blue whales", NULL },
  { "set dancing", "Set up the laptop", NULL },
  /* nothing in particular */
  { "playing", "Play group", NULL },
  { "the party", "Party", NULL },
  { "group", "Group meeting", NULL },
  { "jouer", "Jouer dehors", NULL },
  { "faire la fête", "Fête de Paul", NULL },
  { "coffee", "Coffee with Claire", NULL },
  { "trains", "Train to Lyon 14:00", NULL },
  { "", "Guitar jam", NULL },
  { "guitar", "", NULL },
  { "2026", "Plans 2026", NULL },
  { "zebras", "https://example.org/zebras zebras@example.org www.zebras.org", NULL },
};

static char *
join_match (const char *interest_text, const char *event_text, const char *const *names)
{
  g_autoptr (AufaitLikes) interest = aufait_likes_new (interest_text, names);
  g_autoptr (AufaitEvent) event = aufait_event_new ("uid", event_text);
  g_autoptr (AufaitLikes) subject = aufait_likes_new_from_event (event, names);
  g_auto (GStrv) words = aufait_likes_match (interest, subject);

  return words != NULL ? g_strjoinv (" ", words) : NULL;
}

static void
test_an_event_is_about_an_interest (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (matches); i++) {
    g_autofree char *words = join_match (matches[i].interest, matches[i].event, NULL);

    g_test_message ("row %u: %s; %s", i, matches[i].interest, matches[i].event);
    g_assert_cmpstr (words, ==, matches[i].words);
  }
}

static void
test_names_do_not_count (void)
{
  static const char *const names[] = { "rose", "martin", NULL };
  g_autofree char *with = join_match ("rose", "Dinner with Rose Martin", names);
  g_autofree char *without = join_match ("rose", "Rose exhibition", NULL);

  g_assert_null (with);
  g_assert_cmpstr (without, ==, "Rose");
}

static void
test_a_description_counts_at_its_beginning (void)
{
  g_autoptr (AufaitLikes) interest = aufait_likes_new ("guitar", NULL);
  g_autoptr (AufaitEvent) event = aufait_event_new ("uid", "In the park");
  g_autoptr (GString) description = g_string_new ("Bring your guitars!");

  for (guint i = 0; i < 100; i++) {
    g_autoptr (AufaitLikes) subject = NULL;
    g_auto (GStrv) words = NULL;

    g_free (event->description);
    event->description = g_strdup (description->str);
    subject = aufait_likes_new_from_event (event, NULL);
    words = aufait_likes_match (interest, subject);
    g_assert_cmpint (words != NULL, ==, i < 58);
    if (words != NULL)
      g_assert_cmpstr (words[0], ==, "guitars");
    g_string_prepend (description, "Hello ");
  }
}

/* So that an index of keys finds every match. */
static void
test_what_matches_has_a_key_in_common (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (matches); i++) {
    g_autoptr (AufaitLikes) interest = aufait_likes_new (matches[i].interest, NULL);
    g_autoptr (AufaitLikes) subject = aufait_likes_new (matches[i].event, NULL);
    g_auto (GStrv) keys = aufait_likes_dup_keys (interest);
    g_auto (GStrv) others = aufait_likes_dup_keys (subject);
    gboolean has_common = FALSE;

    for (guint j = 0; keys[j] != NULL; j++) {
      has_common |= g_strv_contains ((const char *const *) others, keys[j]);
      if (j > 0)
        g_assert_cmpstr (keys[j - 1], <, keys[j]);
    }
    g_test_message ("row %u: %s; %s", i, matches[i].interest, matches[i].event);
    g_assert_true (has_common || matches[i].words == NULL);
    g_assert_cmpint (aufait_likes_is_empty (interest), ==, keys[0] == NULL);
  }
}

/* --- sentences ----------------------------------------------------------------------------- */

static const struct {
  const char *text;
  const char *dislikes;
} dislikes[] = {
  { "n'aime pas le jazz", "jazz" },
  { "N’aime pas du tout le jazz", "jazz" },
  { "Paul n'aime plus la danse", "danse" },
  { "n'aime pas le rap mais adore le blues", "rap" },
  { "adore les échecs mais déteste le foot", "foot" },
  { "n'aime pas le jazz ni l'opéra", "jazz,opéra" },
  { "Inès n'aime ni le foot ni la danse, elle veut juste dormir", "foot,danse" },
  { "Georges n'aime guère l'opéra et il ne s'en cache pas.", "opéra" },
  { "ne supporte pas la techno", "techno" },
  { "a horreur du camping", "camping" },
  { "n'est pas fan de rugby", "rugby" },
  { "est allergique aux noix", "noix" },
  { "hates camping", "camping" },
  { "doesn't like jazz", "jazz" },
  { "Tom doesn’t really like opera", "opera" },
  { "doesn't like jazz or opera", "jazz,opera" },
  { "doesn't like tennis but loves badminton", "tennis" },
  { "loves chess but hates football", "football" },
  { "Saskia loves pottery, hates running", "running" },
  { "can't stand musicals", "musicals" },
  { "is not a big fan of board games", "board games" },
  /* no dislike */
  { "loves jazz", "" },
  { "adore le jazz", "" },
  { "looks for a drummer", "" },
  { "n'est pas venu", "" },
  { "", "" },
  { "hates", "" },
  { "hates it", "" },
};

static const struct {
  const char *text;
  const char *sought;
} soughts[] = {
  { "looks for a drummer", "drummer" },
  { "Leo is looking for a drummer for his band", "drummer" },
  { "plays the bass, looking for a drummer", "drummer" },
  { "needs a guitarist", "guitarist" },
  { "cherche un batteur", "batteur" },
  { "Léo cherche un batteur pour son groupe", "batteur" },
  { "joue du violon, cherche un quatuor", "quatuor" },
  { "est à la recherche d'un chanteur", "chanteur" },
  { "doesn't look for anything", "" },
  { "ne cherche plus de batteur", "" },
  { "loves drums", "" },
  { "cherche à déménager", "" },
  { "a besoin de se reposer", "" },
  { "a besoin de s'occuper", "" },
  { "a besoin d'un batteur", "batteur" },
};

static char *
join_sorted (GPtrArray *texts)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "," : "",
                            (const char *) g_ptr_array_index (texts, i));
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
test_reads_what_someone_does_not_like (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dislikes); i++) {
    g_autoptr (GPtrArray) found = aufait_likes_read_dislikes (dislikes[i].text);
    g_autofree char *joined = join_sorted (found);

    g_test_message ("row %u: %s", i, dislikes[i].text);
    g_assert_cmpstr (joined, ==, dislikes[i].dislikes);
  }
}

static void
test_reads_what_someone_looks_for (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (soughts); i++) {
    g_autoptr (GPtrArray) found = aufait_likes_read_sought (soughts[i].text);
    g_autofree char *joined = join_sorted (found);

    g_test_message ("row %u: %s", i, soughts[i].text);
    g_assert_cmpstr (joined, ==, soughts[i].sought);
  }
}

static gboolean
is_introduced (const char *seeker, const char *player)
{
  AufaitSentenceContext context = { .written_on = 739000 };
  g_autoptr (GPtrArray) sought = aufait_likes_read_sought (seeker);
  g_autoptr (AufaitMeaning) meaning = aufait_sentence_read (player, &context);

  for (guint i = 0; i < sought->len; i++) {
    g_autoptr (AufaitLikes) wanted = aufait_likes_new (g_ptr_array_index (sought, i), NULL);

    for (guint j = 0; j < meaning->interests->len; j++) {
      g_autoptr (AufaitLikes) offered =
          aufait_likes_new (g_ptr_array_index (meaning->interests, j), NULL);
      g_auto (GStrv) words = aufait_likes_match (wanted, offered);

      if (words != NULL)
        return TRUE;
    }
  }
  return FALSE;
}

static void
test_who_looks_for_a_drummer_meets_one (void)
{
  static const struct {
    const char *seeker;
    const char *player;
    gboolean is_match;
  } rows[] = {
    { "looks for a drummer", "plays the drums", TRUE },
    { "cherche un batteur", "joue de la batterie", TRUE },
    { "cherche un batteur", "plays the drums", TRUE },
    { "is looking for a violinist", "joue du violon", TRUE },
    { "cherche une chanteuse", "fait du chant, adore le chant", TRUE },
    { "looking for a climbing partner", "loves bouldering", TRUE },
    { "looks for a drummer", "plays the guitar", FALSE },
    { "looks for a flat", "plays the drums", FALSE },
    { "plays the drums", "plays the drums", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("row %u: %s; %s", i, rows[i].seeker, rows[i].player);
    g_assert_cmpint (is_introduced (rows[i].seeker, rows[i].player), ==, rows[i].is_match);
  }
}

static void
test_an_event_may_say_nothing (void)
{
  g_autoptr (AufaitEvent) event = aufait_event_new ("uid", NULL);
  g_autoptr (AufaitLikes) subject = aufait_likes_new_from_event (event, NULL);

  g_assert_true (aufait_likes_is_empty (subject));
  g_assert_null (aufait_likes_match (subject, subject));
}

/* Else they would never be found in a text. */
static void
test_phrases_are_words_as_texts_have_them (void)
{
  gsize length;
  const AufaitLikesWordsPhrase *phrases = aufait_likes_words_get_phrases (&length);

  g_assert_cmpuint (length, >, 100);
  for (gsize i = 0; i < length; i++) {
    g_autofree char *phrase = g_strconcat (phrases[i].phrase, " x", NULL);
    g_auto (GStrv) elided = g_strsplit (phrase, "' ", -1);
    g_autofree char *text = g_strjoinv ("'", elided);
    g_autoptr (AufaitWords) words = aufait_words_new (text);
    g_autoptr (GString) joined = g_string_new (NULL);

    for (guint j = 0; j < aufait_words_get_length (words); j++)
      g_string_append_printf (joined, "%s%s", j > 0 ? " " : "",
                              aufait_words_get (words, j)->folded);
    g_assert_cmpstr (joined->str, ==, phrase);
    for (gsize j = 0; j < i; j++)
      g_assert_false (g_str_equal (phrases[i].phrase, phrases[j].phrase) &&
                      phrases[i].mark == phrases[j].mark);
  }
}

static void
test_things_are_found_by_their_words (void)
{
  static const struct {
    const char *word;
    const char *thing;
    gboolean is_kind;
  } rows[] = {
    { "drummer", "drums", FALSE },  { "drummers", "drums", FALSE },
    { "batteuse", "drums", FALSE }, { "jeux_de_societe", "boardgames", FALSE },
    { "musique", "music*", TRUE },  { "concerts", "music*", TRUE },
    { "blue", NULL, FALSE },        { "blues", "blues", FALSE },
    { "play", NULL, FALSE },        { "zebra", NULL, FALSE },
    { "s", NULL, FALSE },           { "", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gboolean is_kind = FALSE;

    g_test_message ("row %u: %s", i, rows[i].word);
    g_assert_cmpstr (aufait_likes_words_find_thing (rows[i].word, &is_kind), ==, rows[i].thing);
    g_assert_cmpint (is_kind, ==, rows[i].is_kind);
  }
  g_assert_true (aufait_likes_words_is_general ("play"));
  g_assert_false (aufait_likes_words_is_general ("drums"));
}

/* Any text is a text. */
static void
test_takes_any_text (void)
{
  static const char *const pieces[] = {
    "é",        "n'aime",  "pas",  " ",     "’",   "le", "ni", "hates", "jazz", "-",
    "https://", "@",       "\n",   "looks", "for", "a",  "٣",  "日本",  "ﬁ",    "İ",
    "de",       "société", "jeux", "_",     "~",   "=",  "s",  "x",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);

  for (guint world = 0; world < 300; world++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (AufaitLikes) likes = NULL;
    g_autoptr (GPtrArray) disliked = NULL;
    g_autoptr (GPtrArray) sought = NULL;
    g_auto (GStrv) words = NULL;

    for (int i = g_rand_int_range (rand, 0, 12); i > 0; i--)
      g_string_append_printf (text, "%s%s",
                              pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))],
                              g_rand_boolean (rand) ? " " : "");
    likes = aufait_likes_new (text->str, NULL);
    words = aufait_likes_match (likes, likes);
    disliked = aufait_likes_read_dislikes (text->str);
    sought = aufait_likes_read_sought (text->str);
    g_test_message ("%s", text->str);
    g_assert_cmpint (words == NULL, ==, aufait_likes_is_empty (likes));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/likes/an-event-is-about-an-interest", test_an_event_is_about_an_interest);
  g_test_add_func ("/likes/names-do-not-count", test_names_do_not_count);
  g_test_add_func ("/likes/a-description-counts-at-its-beginning",
                   test_a_description_counts_at_its_beginning);
  g_test_add_func ("/likes/what-matches-has-a-key-in-common",
                   test_what_matches_has_a_key_in_common);
  g_test_add_func ("/likes/reads-what-someone-does-not-like",
                   test_reads_what_someone_does_not_like);
  g_test_add_func ("/likes/reads-what-someone-looks-for", test_reads_what_someone_looks_for);
  g_test_add_func ("/likes/who-looks-for-a-drummer-meets-one",
                   test_who_looks_for_a_drummer_meets_one);
  g_test_add_func ("/likes/an-event-may-say-nothing", test_an_event_may_say_nothing);
  g_test_add_func ("/likes/phrases-are-words-as-texts-have-them",
                   test_phrases_are_words_as_texts_have_them);
  g_test_add_func ("/likes/things-are-found-by-their-words", test_things_are_found_by_their_words);
  g_test_add_func ("/likes/takes-any-text", test_takes_any_text);
  return g_test_run ();
}
