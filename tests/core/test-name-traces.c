/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aufait-name-traces.h"

#include <string.h>

#include "aufait-event-words.h"

typedef struct {
  const char *name;
  const char *const *others; /* their names */
  const char *before;        /* "NAME <email>"; NULL: nobody */
  const char *after;
  const char *summary;
  gboolean is_read; /* whether an event of that summary may be about others now */
} Case;

static const char *const nobody[] = { NULL };
static const char *const maries[] = { "Marie Petit", "Marie Martin", "Marie Blanc", NULL };
static const char *const family[] = { "Marie Curie", "Eve Curie", "Irene Curie", NULL };

static const Case CASES[] = {
  { "someone-new", nobody, NULL, "Ada Byron", "Lunch with Ada", TRUE },
  { "surname", nobody, NULL, "Ada Byron", "Byron", TRUE },
  { "nothing-of-it", nobody, NULL, "Ada Byron", "Lunch with Bob", FALSE },
  { "gone", nobody, "Ada Byron", NULL, "Lunch with Ada", TRUE },
  { "renamed-before", nobody, "Ada Byron", "Ada King", "Byron", TRUE },
  { "renamed-after", nobody, "Ada Byron", "Ada King", "King", TRUE },
  { "the-same", nobody, "Ada Byron", "Ada Byron", "Ada Byron", FALSE },
  { "one-of-many", maries, NULL, "Marie Curie", "Lunch with Marie", FALSE },
  { "one-of-many-with-a-surname", maries, NULL, "Marie Curie", "Curie", TRUE },
  { "one-of-few", (const char *const[]){ "Marie Petit", "Marie Martin", NULL }, NULL, "Marie Curie",
    "Lunch with Marie", TRUE },
  { "a-name-in-full", maries, NULL, "Marie", "Lunch with Marie", TRUE },
  { "two-crowded-words",
    (const char *const[]){ "Marie Petit", "Marie Martin", "Marie Blanc", "Eve Curie", "Irene Curie",
                           NULL },
    NULL, "Marie Curie", "Marie Curie", TRUE },
  { "two-crowded-words-apart",
    (const char *const[]){ "Marie Petit", "Marie Martin", "Marie Blanc", "Eve Curie", "Irene Curie",
                           NULL },
    NULL, "Marie Curie", "Curie", FALSE },
  { "crowded-surname", family, NULL, "Pierre Curie", "Curie", FALSE },
  { "crowded-surname-is-a-first-name", family, NULL, "Curie Martin", "Ada Curie", TRUE },
  { "hyphen", nobody, NULL, "Jean-Luc Godard", "JeanLuc", TRUE },
  { "initial", (const char *const[]){ "J. Petit", NULL }, NULL, "J. Marie Roux", "@J. Bond", TRUE },
  { "initial-within", (const char *const[]){ "J. Petit", NULL }, NULL, "Bob J. Roux", "@J. Bond",
    TRUE },
  { "crowded-initial", (const char *const[]){ "J. Petit", "J. Martin", "J. Blanc", NULL }, NULL,
    "J. Roux", "@J. Bond", FALSE },
  { "particle", nobody, NULL, "Charles de Gaulle", "Dinner de fin", FALSE },
  { "address", nobody, "Ada <a@x.org>", "Ada <b@x.org>", "Call b@X.org", TRUE },
  { "address-before", nobody, "Ada <a@x.org>", "Ada <b@x.org>", "Call a@x.org", TRUE },
  { "name-of-a-new-address", nobody, "Ada <a@x.org>", "Ada <b@x.org>", "Lunch with Ada", FALSE },
  { "address-of-a-new-name", nobody, "Ada <a@x.org>", "Eve <a@x.org>", "Call a@x.org", FALSE },
  { "id", nobody, NULL, "Ada", "Lunch @9", TRUE },
  { "number", nobody, NULL, "Ada", "Room 9", FALSE },
};

static AufaitPerson *
new_person (gint64 id, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " <", 2);
  AufaitPerson *person = aufait_person_new (parts[0]);
  char *emails[] = { parts[1], NULL };

  person->id = id;
  if (parts[1] == NULL)
    return person;
  parts[1][strlen (parts[1]) - 1] = '\0';
  g_strfreev (person->emails);
  person->emails = g_strdupv (emails);
  return person;
}

static gboolean
has_word (const GArray *words, guint32 word)
{
  for (guint i = 0; i < words->len; i++)
    if (g_array_index (words, guint32, i) == word)
      return TRUE;
  return FALSE;
}

static gboolean
is_traced (const GArray *traces, const char *summary)
{
  g_autoptr (AufaitEvent) event = aufait_event_new ("e", summary);
  g_autoptr (GArray) words = aufait_event_words_list (event);

  for (guint i = 0; i < traces->len; i++) {
    const AufaitNameTrace *trace = &g_array_index (traces, AufaitNameTrace, i);

    if (has_word (words, trace->word) && has_word (words, trace->other))
      return TRUE;
  }
  return FALSE;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (AufaitNames) names = aufait_names_new ();
  g_autoptr (GArray) traces = g_array_new (FALSE, FALSE, sizeof (AufaitNameTrace));
  g_autoptr (AufaitPerson) before = c->before != NULL ? new_person (9, c->before) : NULL;
  g_autoptr (AufaitPerson) after = c->after != NULL ? new_person (9, c->after) : NULL;

  for (guint i = 0; c->others[i] != NULL; i++) {
    g_autoptr (AufaitPerson) other = new_person (10 + i, c->others[i]);

    aufait_names_add (names, other);
  }
  if (before != NULL)
    aufait_names_add (names, before);
  aufait_name_traces_add (names, 9, after, traces);
  g_assert_cmpint (is_traced (traces, c->summary), ==, c->is_read);
}

/* Each word once, attendees and addresses too, and nothing of an address of the web. */
static void
test_words (void)
{
  g_autoptr (AufaitEvent) event = aufait_event_new ("e", "Zoé, zoe! http://x.org/ada");
  g_autoptr (GArray) words = NULL;

  g_ptr_array_add (event->attendees, aufait_attendee_new ("mailto:ADA@x.org", "Byron (Ext)"));
  words = aufait_event_words_list (event);
  g_assert_cmpuint (words->len, ==, 3);
  g_assert_true (has_word (words, aufait_event_words_hash ("zoe")));
  g_assert_true (has_word (words, aufait_event_words_hash ("ada@x.org")));
  g_assert_true (has_word (words, aufait_event_words_hash ("byron")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *path = g_strdup_printf ("/name-traces/%s", CASES[i].name);

    g_test_add_data_func (path, &CASES[i], test_case);
  }
  g_test_add_func ("/event-words/list", test_words);
  return g_test_run ();
}
