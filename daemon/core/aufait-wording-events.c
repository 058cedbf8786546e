/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-wording-events.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aufait-text.h"

/* A longer summary would fill a title. */
#define SUMMARY_CHARS 80

/* Longer quotes would fill a notification. */
#define QUOTE_CHARS 240

/* --- before and after ---------------------------------------------------------------------- */

/* Whether @text has the first word of @name. */
static gboolean
names_person (const char *text, const char *name)
{
  g_autoptr (AufaitWords) words = aufait_words_new (text);
  g_autoptr (AufaitWords) name_words = aufait_words_new (name);

  if (aufait_words_get_length (name_words) == 0)
    return FALSE;
  for (guint i = 0; i < aufait_words_get_length (words); i++) {
    if (g_str_equal (aufait_words_get (words, i)->folded, aufait_words_get (name_words, 0)->folded))
      return TRUE;
  }
  return FALSE;
}

static char *
word_brief_title (const AufaitNudge *nudge, const AufaitEvent *event, GTimeZone *zone)
{
  g_autofree char *summary = aufait_text_clean (event->summary, SUMMARY_CHARS);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (event->start);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  /* Translators: the time of day at which something begins, as strftime(3) writes it. */
  g_autofree char *time = g_date_time_format (local, C_ ("time of day", "%H:%M"));

  if (*summary == '\0')
    /* Translators: a time of day, and a person: an event without a title. */
    return g_strdup_printf (_ ("At %s, with %s"), time, nudge->person->name);
  if (names_person (summary, nudge->person->name) && event->people->len > 1)
    /* Translators: the title of an event that names several, its time, and whom of them this is
     * about: “Dinner with Paul and Claire at 20:00: Claire Moreau”. */
    return g_strdup_printf (_ ("%s at %s: %s"), summary, time, nudge->person->name);
  if (names_person (summary, nudge->person->name))
    /* Translators: the title of an event, and its time: “Lunch with Claire at 12:30”. */
    return g_strdup_printf (_ ("%s at %s"), summary, time);
  /* Translators: the title of an event, its time, and a person. */
  return g_strdup_printf (_ ("%s at %s, with %s"), summary, time, nudge->person->name);
}

static char *
word_last (const AufaitContact *last, AufaitSpokenDay spoken)
{
  g_autofree char *age = NULL;

  if (last == NULL)
    return g_strdup ("");
  age = aufait_spoken_day_ago (last->on, spoken);
  switch (last->how) {
  case AUFAIT_CONTACT_CALLED:
    /* Translators: %s is when: “3 months ago”, “yesterday”, “on 20 August”. */
    return g_strdup_printf (_ ("Last call %s."), age);
  case AUFAIT_CONTACT_WROTE:
    /* Translators: %s is when: “3 months ago”, “yesterday”, “on 20 August”. */
    return g_strdup_printf (_ ("Last written to %s."), age);
  case AUFAIT_CONTACT_MET:
  case AUFAIT_CONTACT_EVENT:
  default:
    /* Translators: %s is when: “3 months ago”, “yesterday”, “on 20 August”. */
    return g_strdup_printf (_ ("Last seen %s."), age);
  }
}

void
aufait_wording_events_brief (AufaitNudge *nudge,
                             const AufaitEvent *event,
                             const AufaitContact *last,
                             GTimeZone *zone,
                             AufaitSpokenDay spoken)
{
  aufait_text_take (&nudge->title, word_brief_title (nudge, event, zone));
  aufait_text_take (&nudge->action, word_last (last, spoken));
}

void
aufait_wording_events_remember (AufaitNudge *nudge, const GPtrArray *next_time)
{
  for (guint i = 0; i < next_time->len; i++) {
    const AufaitReason *reason = g_ptr_array_index (next_time, i);
    AufaitReason *copy = aufait_reason_new (reason->text, reason->on, reason->note_id);
    g_autofree char *what = aufait_text_clean (reason->text, QUOTE_CHARS);
    /* Translators: what one wanted to do at the next meeting, in the words of the note: “Remember:
     * give back her sweater.” */
    g_autofree char *remember = g_strdup_printf (_ ("Remember: %s."), what);

    copy->is_said = TRUE;
    g_ptr_array_add (nudge->why, copy);
    aufait_text_take (&nudge->action, g_strconcat (nudge->action, *nudge->action != '\0' ? " " : "",
                                                   remember, NULL));
  }
}

void
aufait_wording_events_followup (AufaitNudge *nudge)
{
  /* Translators: %s is a person. */
  aufait_text_take (&nudge->title,
                    g_strdup_printf (_ ("What did %s tell you?"), nudge->person->name));
  aufait_text_take (&nudge->action, g_strdup (_ ("Note it while you remember.")));
}

/* --- who may like to come -------------------------------------------------------------------- */

/* A sentence may begin with "yesterday". */
static char *
dup_capitalized (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 1));
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, text + strlen (first), NULL);
}

static char *
word_quote (const AufaitNote *note, AufaitSpokenDay spoken)
{
  g_autofree char *age = aufait_spoken_day_ago (note->on, spoken);
  g_autofree char *text = aufait_text_clean (note->text, QUOTE_CHARS);
  g_autofree char *quote = NULL;

  /* Translators: how long ago or “on 20 August”, and the user's own words: “2 months ago you noted:
   * "plays the guitar".” It becomes a sentence of its own, with a capital. */
  quote = g_strdup_printf (_ ("%s you noted: “%s”."), age, text);
  return dup_capitalized (quote);
}

void
aufait_wording_events_invite (AufaitNudge *nudge,
                              const AufaitEvent *event,
                              const AufaitNote *note,
                              GTimeZone *zone,
                              AufaitSpokenDay spoken)
{
  g_autofree char *summary = aufait_text_clean (event->summary, SUMMARY_CHARS);
  g_autofree char *when = NULL;
  AufaitDay first, last;

  aufait_event_get_days (event, zone, &first, &last);
  when = aufait_spoken_day_on (first, spoken);
  aufait_text_take (&nudge->title,
                    g_strdup_printf (
                        /* Translators: person, the title of an event, and when: “Invite Luc
                         * to "Guitar jam in the park" on Saturday”. */
                        _ ("Invite %s to “%s” %s"), nudge->person->name, summary, when));
  aufait_text_take (&nudge->action, word_quote (note, spoken));
  for (guint i = 0; i < nudge->why->len; i++)
    ((AufaitReason *) g_ptr_array_index (nudge->why, i))->is_said = TRUE;
}

/* --- every year ---------------------------------------------------------------------------- */

static char *
word_wishes (AufaitDay day, AufaitSpokenDay spoken)
{
  return g_strdup (day < spoken.today ? _ ("Send belated good wishes.") : _ ("Send good wishes."));
}

static char *
word_age (const char *name, int years, gboolean is_past, const char *when)
{
  if (is_past)
    return g_strdup_printf (
        /* Translators: person, age, and when: “Marie Curie turned 40 yesterday”. */
        ngettext ("%s turned %d %s", "%s turned %d %s", (gulong) years), name, years, when);
  return g_strdup_printf (
      /* Translators: person, age, and when: “Marie Curie turns 40 today”. */
      ngettext ("%s turns %d %s", "%s turns %d %s", (gulong) years), name, years, when);
}

void
aufait_wording_events_birthday (AufaitNudge *nudge,
                                AufaitDay day,
                                int years,
                                AufaitSpokenDay spoken)
{
  const char *name = nudge->person->name;
  gboolean is_past = day < spoken.today;
  g_autofree char *when = aufait_spoken_day_on (day, spoken);

  if (years > 0)
    aufait_text_take (&nudge->title, word_age (name, years, is_past, when));
  else if (is_past)
    /* Translators: person, and when: “Marie Curie had a birthday yesterday”. */
    aufait_text_take (&nudge->title, g_strdup_printf (_ ("%s had a birthday %s"), name, when));
  else
    /* Translators: person, and when: “Marie Curie has a birthday today”. */
    aufait_text_take (&nudge->title, g_strdup_printf (_ ("%s has a birthday %s"), name, when));
  aufait_text_take (&nudge->action, word_wishes (day, spoken));
}

void
aufait_wording_events_anniversary (AufaitNudge *nudge,
                                   AufaitDay day,
                                   int years,
                                   AufaitSpokenDay spoken)
{
  const char *name = nudge->person->name;
  g_autofree char *when = aufait_spoken_day_on (day, spoken);

  if (years > 0)
    aufait_text_take (
        &nudge->title,
        g_strdup_printf (
            /* Translators: person, years, and when: “Marie Curie: 10 years married today”. */
            ngettext ("%s: %d year married %s", "%s: %d years married %s", (gulong) years), name,
            years, when));
  else
    /* Translators: person, and when: “Marie Curie: wedding anniversary today”. */
    aufait_text_take (&nudge->title,
                      g_strdup_printf (_ ("%s: wedding anniversary %s"), name, when));
  aufait_text_take (&nudge->action, word_wishes (day, spoken));
}
