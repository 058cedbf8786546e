/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-news.h"
#include "aufait-sentence.h"

static AufaitDay
read_day (const char *text)
{
  return text != NULL ? aufait_day_parse (text) : AUFAIT_DAY_NONE;
}

/* A note, as it is kept. */
static AufaitNote *
new_note (const char *on, const char *text)
{
  AufaitSentenceContext context = { .written_on = read_day (on) };
  AufaitNote *note = aufait_note_new (context.written_on, text);

  aufait_meaning_free (note->meaning);
  note->meaning = aufait_sentence_read (text, &context);
  return note;
}

static void
test_the_last_day_is_of_moments_and_promises (void)
{
  static const struct {
    const char *text;
    const char *last;
  } rows[] = {
    { "off to Crete 10-20 August", "2026-08-20" },
    { "exam on 3 July, then to Rome until 12 July", "2026-07-12" },
    { "promised her the book by 9 July", "2026-07-09" },
    { "plays the drums", NULL },
    { "next time I see her, give back her sweater", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitNote) note = new_note ("2026-07-01", rows[i].text);

    g_test_message ("%s", rows[i].text);
    g_assert_cmpint (aufait_news_get_last_day (note), ==, read_day (rows[i].last));
  }
}

/* What a call begins with: the newest of two notes, the older one, or neither. */
typedef struct {
  const char *reason;
  const char *newer_on;
  const char *newer;
  const char *older_on;
  const char *older;
  const char *last_contact;
  const char *day;
  int which; /* 0: the newer one, 1: the older one, -1: neither */
} Choice;

typedef const AufaitNote *(*FindFunc) (const GPtrArray *notes,
                                       const GArray *owed,
                                       AufaitDay last_contact,
                                       AufaitDay day);

static void
check_choice (const Choice *choice, FindFunc find)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_note_free);
  const AufaitNote *found = NULL;

  g_ptr_array_add (notes, new_note (choice->newer_on, choice->newer));
  if (choice->older != NULL)
    g_ptr_array_add (notes, new_note (choice->older_on, choice->older));
  g_test_message ("%s", choice->reason);
  found = find (notes, NULL, read_day (choice->last_contact), read_day (choice->day));
  if (choice->which < 0)
    g_assert_null (found);
  else
    g_assert_true (found == g_ptr_array_index (notes, (guint) choice->which));
}

static const Choice OPENERS[] = {
  { "noted when one met last", "2026-01-25", "tired, sleeps badly", NULL, NULL, "2026-01-25",
    "2026-02-03", 0 },
  { "spoken about since", "2026-01-25", "tired, sleeps badly", NULL, NULL, "2026-02-03",
    "2026-02-10", -1 },
  { "still ahead, though one has met", "2026-03-22", "cataract operation on 8 April", NULL, NULL,
    "2026-03-29", "2026-04-05", 0 },
  { "on its last day", "2026-07-01", "off to Crete 10-20 August", NULL, NULL, "2026-08-01",
    "2026-08-20", 0 },
  { "over: that is asked for by itself", "2026-01-03", "skiing from 10 to 17 January", NULL, NULL,
    "2026-01-02", "2026-02-05", -1 },
  { "a promise speaks for itself", "2026-01-05", "promised her the book by 9 January", NULL, NULL,
    NULL, "2026-01-07", -1 },
  { "so does one for the next time", "2026-01-05", "next time I see her, give back her sweater",
    NULL, NULL, NULL, "2026-01-07", -1 },
  { "what is ahead, behind what is over", "2026-04-12", "finished the marathon in 3h58",
    "2026-04-10", "moves to Leeds on 1 May", "2026-04-14", "2026-04-20", 1 },
  { "nothing is known but a note", "2026-01-13", "plays the drums", NULL, NULL, NULL, "2026-04-01",
    0 },
  { "nor that for a long time", "2026-01-13", "plays the drums", NULL, NULL, NULL, "2026-06-01",
    -1 },
  { "what they like, however long the silence", "2026-01-13", "plays the drums", NULL, NULL,
    "2026-01-13", "2026-08-01", 0 },
  { "not what was seen half a year ago", "2026-01-13", "seemed tired", NULL, NULL, "2026-01-13",
    "2026-08-01", -1 },
  { "behind a number to dial", "2026-04-12", "the boiler man's number is 555", "2026-04-10",
    "looks for a flat", "2026-04-10", "2026-04-20", 1 },
  { "behind a price", "2026-04-12", "owes me 1200 euros", "2026-04-10", "looks for a flat",
    "2026-04-10", "2026-04-20", 1 },
  { "behind an address", "2026-04-12", "write to x@x.org", "2026-04-10", "looks for a flat",
    "2026-04-10", "2026-04-20", 1 },
  { "not of a thing", "2026-04-12", "the wifi is called Tango", NULL, NULL, NULL, "2026-04-20",
    -1 },
  { "nor in French", "2026-04-12", "le chauffagiste s'appelle Robert", NULL, NULL, NULL,
    "2026-04-20", -1 },
  { "nor of somebody else", "2026-04-12", "his landlord is called Joe", NULL, NULL, NULL,
    "2026-04-20", -1 },
  { "but what happens to theirs", "2026-04-12", "her dog is ill", NULL, NULL, NULL, "2026-04-20",
    0 },
};

static void
test_a_call_begins_with_what_was_not_spoken_about (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (OPENERS); i++)
    check_choice (&OPENERS[i], aufait_news_find_opener);
}

/* What good wishes go with: the newest of two notes, the older one, or neither. */
static const Choice WISHES[] = {
  { "what they like, for a present", "2025-01-13", "plays the drums", NULL, NULL, "2026-01-13",
    "2026-06-01", 0 },
  { "what they like, behind a number to dial", "2026-05-20", "the boiler man's number is 555",
    "2026-05-10", "adore la voile", NULL, "2026-06-01", 1 },
  { "nothing, rather than a number to dial", "2026-05-20", "the boiler man's number is 555", NULL,
    NULL, NULL, "2026-06-01", -1 },
  { "nor what nobody can tell what it is", "2026-05-20", "lent me a drill", NULL, NULL, NULL,
    "2026-06-01", -1 },
  { "nor an impression", "2026-05-20", "seemed tired", NULL, NULL, NULL, "2026-06-01", -1 },
  { "what is ahead", "2026-05-20", "moves to Leeds on 1 July", NULL, NULL, NULL, "2026-06-01", 0 },
  { "what was two weeks ago", "2026-04-20", "moves to Leeds on 15 May", NULL, NULL, "2026-05-20",
    "2026-06-01", 0 },
  { "what was two months ago, not spoken about since", "2026-03-20", "moves to Leeds on 1 April",
    NULL, NULL, "2026-03-20", "2026-06-01", 0 },
  { "not once one has", "2026-03-20", "moves to Leeds on 1 April", NULL, NULL, "2026-04-02",
    "2026-06-01", -1 },
  { "nor half a year ago", "2026-01-01", "moves to Leeds on 3 January", NULL, NULL, NULL,
    "2026-07-01", -1 },
  { "news of no day", "2026-05-20", "is moving house", NULL, NULL, "2026-05-25", "2026-06-01", 0 },
  { "not for long", "2026-03-20", "is moving house", NULL, NULL, "2026-05-25", "2026-06-01", -1 },
  { "not a death", "2026-05-20", "her father died on 18 May", NULL, NULL, NULL, "2026-06-01", -1 },
  { "nor an illness", "2026-05-20", "has cancer", NULL, NULL, NULL, "2026-06-01", -1 },
  { "nor one that has a day", "2026-05-20", "operation on 3 June", NULL, NULL, NULL, "2026-06-01",
    -1 },
  { "nor with what they like", "2026-05-20", "likes jazz, has cancer", NULL, NULL, NULL,
    "2026-06-01", -1 },
  { "nor a job that is lost", "2026-05-20", "lost her job", NULL, NULL, NULL, "2026-06-01", -1 },
  { "nor the day of it", "2026-05-22", "lost her job on 20 May", NULL, NULL, NULL, "2026-06-01",
    -1 },
  { "but one that begins", "2026-05-22", "starts a new job on 3 June", NULL, NULL, NULL,
    "2026-06-01", 0 },
  { "an exam that is ahead", "2026-05-22", "exam on 3 June", NULL, NULL, NULL, "2026-06-01", 0 },
  { "not how it went", "2026-05-22", "failed his exam on 20 May", NULL, NULL, NULL, "2026-06-01",
    -1 },
  { "nor a wedding that is off", "2026-05-22", "the wedding is off", NULL, NULL, NULL, "2026-06-01",
    -1 },
  { "not a feast of another day", "2026-05-29", "her birthday is on 3 June", NULL, NULL, NULL,
    "2026-06-01", -1 },
  { "a feast of the same day", "2026-05-29", "her birthday is on 1 June", NULL, NULL, NULL,
    "2026-06-01", 0 },
  { "no promise that is kept", "2026-05-29", "promised her the book by 9 June", NULL, NULL, NULL,
    "2026-06-01", -1 },
};

static void
test_good_wishes_go_with_what_helps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (WISHES); i++)
    check_choice (&WISHES[i], aufait_news_find_for_wishes);
}

/* Where nothing else is to be said. */
static void
test_a_promise_that_is_open_is_better_than_nothing (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_note_free);
  g_autoptr (GArray) owed = g_array_new (FALSE, FALSE, sizeof (gint64));
  AufaitNote *promise = new_note ("2026-05-29", "promised her the book by 9 June");
  AufaitNote *liking = new_note ("2026-05-20", "plays the drums");
  AufaitDay day = read_day ("2026-06-01");

  promise->id = 7;
  g_ptr_array_add (notes, promise);
  g_assert_null (aufait_news_find_for_wishes (notes, owed, AUFAIT_DAY_NONE, day));
  g_assert_null (aufait_news_find_opener (notes, owed, AUFAIT_DAY_NONE, day));

  g_array_append_val (owed, promise->id);
  g_assert_true (aufait_news_find_for_wishes (notes, owed, AUFAIT_DAY_NONE, day) == promise);
  g_assert_true (aufait_news_find_opener (notes, owed, AUFAIT_DAY_NONE, day) == promise);

  g_ptr_array_add (notes, liking);
  g_assert_true (aufait_news_find_for_wishes (notes, owed, AUFAIT_DAY_NONE, day) == liking);
  g_assert_true (aufait_news_find_opener (notes, owed, AUFAIT_DAY_NONE, day) == liking);
}

static void
test_a_promise_in_a_sad_note_goes_with_no_wishes (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_note_free);
  g_autoptr (GArray) owed = g_array_new (FALSE, FALSE, sizeof (gint64));
  AufaitNote *note = new_note ("2026-05-29", "lost her father; promised her the photos by 9 June");
  AufaitDay day = read_day ("2026-06-01");

  note->id = 7;
  g_ptr_array_add (notes, note);
  g_array_append_val (owed, note->id);
  g_assert_null (aufait_news_find_for_wishes (notes, owed, AUFAIT_DAY_NONE, day));
}

static void
test_what_is_long_over_is_stale_once_one_has_met (void)
{
  static const struct {
    const char *reason;
    const char *text;
    const char *last_contact;
    const char *today;
    gboolean is_stale;
  } rows[] = {
    { "over and met since", "skiing from 10 to 17 January", "2026-02-05", "2026-06-16", TRUE },
    { "over, and not met since", "skiing from 10 to 17 January", "2026-01-05", "2026-06-16",
      FALSE },
    { "never met", "skiing from 10 to 17 January", NULL, "2026-06-16", FALSE },
    { "over for 30 days", "skiing from 10 to 17 January", "2026-02-05", "2026-02-16", FALSE },
    { "over for 31 days", "skiing from 10 to 17 January", "2026-02-05", "2026-02-17", TRUE },
    { "kept long ago", "promised her the book by 9 January", "2026-02-05", "2026-06-16", TRUE },
    { "an impression of the last time", "seemed tired", "2026-01-03", "2026-06-16", FALSE },
    { "an impression, and met since", "seemed tired", "2026-02-05", "2026-06-16", TRUE },
    { "of no day", "plays the drums", "2026-02-05", "2026-06-16", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitNote) note = new_note ("2026-01-03", rows[i].text);

    g_test_message ("%s", rows[i].reason);
    g_assert_cmpint (
        aufait_news_is_stale (note, read_day (rows[i].last_contact), read_day (rows[i].today)), ==,
        rows[i].is_stale);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/news/last-day", test_the_last_day_is_of_moments_and_promises);
  g_test_add_func ("/news/opener", test_a_call_begins_with_what_was_not_spoken_about);
  g_test_add_func ("/news/wishes", test_good_wishes_go_with_what_helps);
  g_test_add_func ("/news/owed", test_a_promise_that_is_open_is_better_than_nothing);
  g_test_add_func ("/news/a-promise-in-a-sad-note",
                   test_a_promise_in_a_sad_note_goes_with_no_wishes);
  g_test_add_func ("/news/stale", test_what_is_long_over_is_stale_once_one_has_met);
  return g_test_run ();
}
