/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-understood.h"

#include <glib/gi18n-lib.h>

#include "aufait-date-words.h"
#include "aufait-fields.h"
#include "aufait-plain.h"

/* The words for a kind of moment: as the daemon calls it in what it says later, and with a place.
 */
static const struct {
  const char *kind;
  const char *alone;
  const char *with_place;
} kinds[] = {
  /* Translators: %s is a place as the user wrote it. A language whose preposition depends on the
   * place puts it in brackets: French "voyage (Crète)". */
  { "trip", N_ ("the trip"), NC_ ("moment", "trip to %s") },
  { "exam", N_ ("the exam"), NULL },
  { "interview", N_ ("the interview"), NULL },
  { "job", N_ ("the new job"), NULL },
  /* Translators: %s is a place as the user wrote it: see above */
  { "move", N_ ("the move"), NC_ ("moment", "the move to %s") },
  { "health", N_ ("the treatment"), NULL },
  { "wedding", N_ ("the wedding"), NULL },
  { "birth", N_ ("the baby"), NULL },
  { "competition", N_ ("the competition"), NULL },
  { "show", N_ ("the show"), NULL },
  { "celebration", N_ ("the celebration"), NULL },
  { "visit", N_ ("the visit"), NULL },
  { "loss", N_ ("the loss"), NULL },
};

/* What the daemon calls a job that begins, in either language. Of another nobody can tell, where
 * its words are foreign: it may have been lost. */
static const char *const new_jobs[] = { "the new job", "le nouveau travail", NULL };

static char *
word_bracketed (const char *words, const char *place)
{
  if (place == NULL)
    return g_strdup (words);
  /* Translators: what it is, and where: "the concert (Olympia)" */
  return g_strdup_printf (C_ ("moment", "%1$s (%2$s)"), words, place);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
word_with_place (const char *format, const char *place)
{
  return g_strdup_printf (g_dpgettext2 (GETTEXT_PACKAGE, "moment", format), place);
}
#pragma GCC diagnostic pop

/* The note's own word for it when there is one, "the driving test", else that of its kind. */
static char *
word_kind (const char *kind, const char *what, const char *place)
{
  if (what != NULL)
    return word_bracketed (what, place);
  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (kinds); i++) {
    if (!g_str_equal (kinds[i].kind, kind))
      continue;
    if (place != NULL && kinds[i].with_place != NULL)
      return word_with_place (kinds[i].with_place, place);
    return word_bracketed (_ (kinds[i].alone), place);
  }
  return word_bracketed (kind != NULL ? kind : "", place);
}

/* The note's own word fits into a sentence of its own language. */
static const char *
get_own_word (JsonObject *moment)
{
  /* Translators: the code of the language of this translation, as in ISO 639: “en” in English. It
   * says in which language a note's own words fit into the sentences here. */
  const char *spoken = C_ ("language code", "en");

  return g_strcmp0 (aufait_fields_get_string (moment, "language"), spoken) == 0
             ? aufait_fields_get_string (moment, "what")
             : NULL;
}

/* A kind of the table, or whatever the daemon sent. */
static char *
word_moment (JsonObject *moment)
{
  const char *kind = aufait_fields_get_string (moment, "kind");
  const char *what = aufait_fields_get_string (moment, "what");
  const char *place = aufait_fields_get_string (moment, "place");
  const char *own = get_own_word (moment);

  if (g_strcmp0 (kind, "birth") == 0) /* always called so: “the baby was due in August” */
    own = NULL;
  if (own == NULL && what != NULL && g_strcmp0 (kind, "job") == 0 &&
      !g_strv_contains (new_jobs, what))
    own = _ ("the job");
  return word_kind (kind, own, place);
}

gboolean
aufait_understood_is_open (JsonObject *moment)
{
  return json_object_get_boolean_member_with_default (moment, "open", FALSE);
}

static char *
word_since (guint32 first, guint32 now)
{
  g_autofree char *day = aufait_date_words_full (first, now);

  /* Translators: of what goes on, and nobody knows until when: “since Tuesday 24 November” */
  return g_strdup_printf (C_ ("moment", "since %s"), day);
}

char *
aufait_understood_dup_moment (JsonObject *moment, guint32 now)
{
  guint32 first = aufait_date_words_parse (aufait_fields_get_string (moment, "firstDay"));
  guint32 last = aufait_date_words_parse (aufait_fields_get_string (moment, "lastDay"));
  g_autofree char *range = aufait_understood_is_open (moment)
                               ? word_since (first, now)
                               : aufait_date_words_range (first, last, now);
  g_autofree char *words = word_moment (moment);

  if (*range == '\0')
    return g_steal_pointer (&words);
  /* Translators: what it is, and when: "trip to Crète", "10–20 August" */
  return g_strdup_printf (C_ ("moment", "%1$s, %2$s"), words, range);
}

static char *
word_owed (const char *what, const char *date)
{
  if (date == NULL)
    /* Translators: %s is what is owed, in the words of the note: “20 euros” */
    return g_strdup_printf (_ ("you owe “%s”"), what);
  /* Translators: what is owed, in the words of the note, and the day for it */
  return g_strdup_printf (_ ("you owe “%1$s”, %2$s"), what, date);
}

static char *
word_promised (const char *what, const char *date)
{
  if (date == NULL)
    /* Translators: %s is what was promised, in the words of the note */
    return g_strdup_printf (_ ("you promised “%s”"), what);
  /* Translators: what was promised, in the words of the note, and the day for it */
  return g_strdup_printf (_ ("you promised “%1$s”, %2$s"), what, date);
}

static char *
word_promise (JsonObject *promise, guint32 now)
{
  const char *what = aufait_fields_get_string (promise, "what");
  guint32 day = aufait_date_words_parse (aufait_fields_get_string (promise, "day"));
  g_autofree char *date = day != 0 ? aufait_date_words_full (day, now) : NULL;

  if (what == NULL)
    what = "";
  return aufait_fields_get_bool (promise, "owed") ? word_owed (what, date)
                                                  : word_promised (what, date);
}

static char *
word_interests (JsonObject *note)
{
  g_autofree char *interests = aufait_fields_join (note, "interests");

  /* Translators: %s is one topic or several: "interest (guitar)" */
  return g_strdup_printf (
      ngettext ("interest (%s)", "interests (%s)", aufait_fields_get_length (note, "interests")),
      interests);
}

/* Everything that was understood, a part each. */
static GPtrArray *
word_parts (JsonObject *note, guint32 now)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  guint n_moments = aufait_fields_get_length (note, "moments");
  guint n_promises = aufait_fields_get_length (note, "promises");

  for (guint i = 0; i < n_moments; i++)
    g_ptr_array_add (
        parts, aufait_understood_dup_moment (aufait_fields_get_item (note, "moments", i), now));
  for (guint i = 0; i < n_promises; i++)
    g_ptr_array_add (parts, word_promise (aufait_fields_get_item (note, "promises", i), now));
  if (aufait_fields_get_length (note, "interests") > 0)
    g_ptr_array_add (parts, word_interests (note));
  return parts;
}

static char *
word_note (JsonObject *note, guint32 now)
{
  g_autoptr (GPtrArray) parts = word_parts (note, now);
  g_autofree char *names = aufait_fields_join_names (note, "people");
  g_autofree char *joined = NULL;

  if (parts->len > 0) {
    g_ptr_array_add (parts, NULL);
    joined = g_strjoinv ("; ", (GStrv) parts->pdata);
    /* Translators: someone, and what was understood: "Marie Curie", "trip to Crète, 10–20 August"
     */
    return g_strdup_printf (C_ ("understood", "%1$s: %2$s."), names, joined);
  }
  if (g_strcmp0 (aufait_fields_get_string (note, "kind"), "impression") == 0)
    /* Translators: %s is a person, or several */
    return g_strdup_printf (_ ("Noted about %s, as an impression."), names);
  /* Translators: %s is a person, or several */
  return g_strdup_printf (_ ("Noted about %s."), names);
}

/* "Ask how it was." within a sentence. What begins with the person's name keeps its capital. */
static char *
word_action (JsonObject *nudge)
{
  const char *action = aufait_fields_get_string (nudge, "action");
  const char *name = aufait_fields_get_string (aufait_fields_get_object (nudge, "person"), "name");
  gsize first_name = name != NULL ? strcspn (name, " ") : 0;

  if (action == NULL)
    action = aufait_fields_get_string (nudge, "text");
  if (action == NULL)
    return g_strdup ("");
  if (first_name > 0 && strncmp (action, name, first_name) == 0)
    return g_strdup (action);
  return aufait_plain_uncapitalise (action);
}

static char *
word_nudge (JsonObject *nudge, guint32 now)
{
  guint32 day = aufait_date_words_parse (aufait_fields_get_string (nudge, "at"));
  g_autofree char *when = aufait_date_words_when (day, now);
  g_autofree char *start = aufait_plain_capitalise (when);
  g_autofree char *action = word_action (nudge);

  if (aufait_fields_get_bool (nudge, "nextTime"))
    /* Translators: the title and the advice of a nudge that has no day: "When you next see Zoe",
     * "remember: give back her sweater." */
    return g_strdup_printf (C_ ("nudge", "%1$s, %2$s"), aufait_fields_get_string (nudge, "title"),
                            action);
  if (day == 0)
    return g_steal_pointer (&action);
  /* Translators: a day and what will be asked for then: "On 21 August", "ask how it was." */
  return g_strdup_printf (C_ ("nudge", "%1$s: %2$s"), start, action);
}

/* What the note makes needless: "Done: the exam was on Friday." */
static char *
word_closed (JsonObject *nudge)
{
  const char *words = aufait_fields_get_string (nudge, "title");
  g_autofree char *title = aufait_plain_end (words != NULL ? words : "");

  if (g_strcmp0 (aufait_fields_get_string (nudge, "state"), "done") == 0)
    /* Translators: %s is a nudge that a note answers: "Paul: the exam was on Friday." */
    return g_strdup_printf (_ ("Done with that: %s"), title);
  /* Translators: %s is a nudge that a note makes untrue: "Paul: the exam is on Friday." */
  return g_strdup_printf (_ ("No longer true: %s"), title);
}

char *
aufait_understood_dup_nudges (JsonObject *reply)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint32 now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));
  guint n = aufait_fields_get_length (reply, "nudges");

  for (guint i = 0; i < n; i++) {
    char *part = word_nudge (aufait_fields_get_item (reply, "nudges", i), now);

    /* A note about two people makes the same nudge for each. */
    if (g_ptr_array_find_with_equal_func (parts, part, g_str_equal, NULL))
      g_free (part);
    else
      g_ptr_array_add (parts, part);
  }
  for (guint i = 0; i < aufait_fields_get_length (reply, "closed"); i++)
    g_ptr_array_add (parts, word_closed (aufait_fields_get_item (reply, "closed", i)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" ", (GStrv) parts->pdata);
}

/* NULL: it says so of nobody. */
static char *
word_deaths (JsonObject *note)
{
  g_autofree char *names = NULL;

  if (aufait_fields_get_length (note, "died") == 0)
    return NULL;
  names = aufait_fields_join_names (note, "died");
  /* Translators: %s is a person, or several */
  return g_strdup_printf (ngettext ("%s has died: nothing is brought up any more. “aufait undo” "
                                    "takes that back.",
                                    "%s have died: nothing is brought up any more. “aufait undo” "
                                    "takes that back.",
                                    aufait_fields_get_length (note, "died")),
                          names);
}

char *
aufait_understood_dup (JsonObject *reply)
{
  guint32 now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));
  JsonObject *note = aufait_fields_get_object (reply, "note");
  g_autofree char *deaths = word_deaths (note);
  g_autofree char *words = deaths != NULL ? g_steal_pointer (&deaths) : word_note (note, now);
  g_autofree char *nudges = aufait_understood_dup_nudges (reply);

  if (*nudges == '\0')
    return g_steal_pointer (&words);
  return g_strdup_printf ("%s %s", words, nudges);
}
