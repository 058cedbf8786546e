/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aufait-noun.h"
#include "aufait-promised.h"
#include "aufait-spoken-day.h"
#include "aufait-spoken-place.h"
#include "aufait-text.h"

/* Longer quotes would fill a notification. */
#define QUOTE_CHARS 240

/* What is said of the moments of a kind. */
typedef struct {
  const char *noun; /* names the moment, with its article */
  const char *ask;  /* once it is over */
  const char *wish; /* before it, %s is the person; NULL: nothing is wished */
} MomentWords;

/* A row a kind of moment. */
static const MomentWords WORDS[AUFAIT_N_MOMENT_KINDS] = {
  [AUFAIT_MOMENT_TRIP] = { N_ ("the trip"), N_ ("Ask how it was."), NULL },
  [AUFAIT_MOMENT_EXAM] = { N_ ("the exam"), N_ ("Ask how it went."), N_ ("Wish %s luck.") },
  [AUFAIT_MOMENT_INTERVIEW] = { N_ ("the interview"), N_ ("Ask how it went."),
                                N_ ("Wish %s luck.") },
  [AUFAIT_MOMENT_JOB] = { N_ ("the new job"), N_ ("Ask how it is going."),
                          N_ ("Wish %s a good start.") },
  [AUFAIT_MOMENT_MOVE] = { N_ ("the move"), N_ ("Ask how the new place is."),
                           N_ ("Wish %s an easy move.") },
  [AUFAIT_MOMENT_HEALTH] = { N_ ("the treatment"), N_ ("Ask for news."),
                             N_ ("Send %s a kind word.") },
  [AUFAIT_MOMENT_WEDDING] = { N_ ("the wedding"), N_ ("Ask how it was."),
                              N_ ("Send %s good wishes.") },
  [AUFAIT_MOMENT_BIRTH] = { N_ ("the baby"), N_ ("Ask for news."), NULL },
  [AUFAIT_MOMENT_COMPETITION] = { N_ ("the competition"), N_ ("Ask how it went."),
                                  N_ ("Wish %s luck.") },
  [AUFAIT_MOMENT_SHOW] = { N_ ("the show"), N_ ("Ask how it went."), N_ ("Wish %s luck.") },
  [AUFAIT_MOMENT_CELEBRATION] = { N_ ("the celebration"), N_ ("Ask how it was."),
                                  N_ ("Send %s good wishes.") },
  [AUFAIT_MOMENT_VISIT] = { N_ ("the visit"), N_ ("Ask how it was."), NULL },
  [AUFAIT_MOMENT_LOSS] = { N_ ("the loss"), N_ ("Send a kind word."), NULL },
};

/* The name of a moment within a sentence: what the note calls it, in the language that we speak
 * ("the driving test"), else its kind ("the exam"). */
static const char *
get_noun (const AufaitMoment *moment)
{
  const char *noun = aufait_noun_say (moment);

  return noun != NULL ? noun : _ (WORDS[moment->kind].noun);
}

static char *
word_back_from (const char *name, const char *place)
{
  g_autofree char *from = aufait_spoken_place_from (place);

  /* Translators: person, and a place with its preposition: Marie is back | from Crete. */
  return g_strdup_printf (C_ ("from a place", "%s is back %s"), name, from);
}

/* Whom a moment is about: the person, or someone or an animal of theirs. */
static char *
word_whose (const char *name, const AufaitMoment *moment)
{
  if (moment->whose == NULL || moment->kind == AUFAIT_MOMENT_LOSS)
    return g_strdup (name);
  /* Translators: person, and who of theirs something happens to, in the words of the note:
   * “Tom (cat): the operation is tomorrow”. */
  return g_strdup_printf (C_ ("whose", "%s (%s)"), name, moment->whose);
}

/* Whether a trip was told by its first day alone, ahead or because they had left: nobody knows when
 * it ends. */
static gboolean
is_departure (const AufaitMoment *moment, gboolean was_told_after)
{
  return moment->kind == AUFAIT_MOMENT_TRIP && moment->first == moment->last &&
         (!was_told_after || aufait_noun_means (moment, AUFAIT_NOUN_DEPARTURE));
}

/* Of an arrival alone nobody knows how long they stay. */
static gboolean
is_arrival (const AufaitMoment *moment)
{
  return moment->kind == AUFAIT_MOMENT_TRIP && moment->first == moment->last &&
         aufait_noun_means (moment, AUFAIT_NOUN_ARRIVAL);
}

/* A show that was gone to. */
static gboolean
is_seen (const AufaitMoment *moment)
{
  return moment->kind == AUFAIT_MOMENT_SHOW && moment->what == NULL;
}

static char *
word_departure (const char *name, const AufaitMoment *moment, const char *when)
{
  if (moment->place == NULL)
    /* Translators: person, and when: “Zoe left on Saturday”. No word may depend on gender. */
    return g_strdup_printf (_ ("%s left %s"), name, when);
  /* Translators: person, place, and when: “Zoe left for Japan on Saturday”. In French with the
   * place in brackets, as prepositions differ. */
  return g_strdup_printf (_ ("%1$s left for %2$s %3$s"), name, moment->place, when);
}

/* A job of which nobody can tell, in our language, that it begins: it may have been lost. */
static gboolean
is_any_job (const AufaitMoment *moment)
{
  return moment->kind == AUFAIT_MOMENT_JOB && moment->what != NULL &&
         aufait_noun_say (moment) == NULL;
}

/* A job begins; an opening is. */
static gboolean
is_new_job (const AufaitMoment *moment)
{
  return moment->kind == AUFAIT_MOMENT_JOB &&
         (moment->what == NULL || aufait_noun_means (moment, AUFAIT_NOUN_NEW_JOB));
}

/* "Tom: the trip": what goes on takes a while, and has no day of its own. */
static gboolean
takes_a_while (const AufaitMoment *moment)
{
  return moment->is_open &&
         (moment->kind == AUFAIT_MOMENT_TRIP || moment->kind == AUFAIT_MOMENT_VISIT);
}

static char *
word_return_title (const char *name,
                   const AufaitMoment *moment,
                   gboolean was_told_after,
                   AufaitSpokenDay spoken)
{
  g_autofree char *when = aufait_spoken_day_span (
      moment->first, moment->is_open ? moment->first : moment->last, spoken);
  const char *noun = get_noun (moment);

  if (takes_a_while (moment))
    return g_strdup_printf (_ ("%s: %s"), name, noun);
  switch (moment->kind) {
  case AUFAIT_MOMENT_TRIP:
    if (is_arrival (moment))
      return g_strdup_printf (_ ("%s: %s was %s"), name, noun, when);
    if (is_departure (moment, was_told_after))
      return word_departure (name, moment, when);
    if (moment->place == NULL)
      return g_strdup_printf (_ ("%s is back"), name);
    return word_back_from (name, moment->place);
  case AUFAIT_MOMENT_LOSS:
    /* Translators: someone who has lost somebody. Gentle; never a question. */
    return g_strdup_printf (_ ("A thought for %s"), name);
  case AUFAIT_MOMENT_BIRTH:
    if (was_told_after)
      /* Translators: person, and when: “Ana: the baby came on Friday”. */
      return g_strdup_printf (_ ("%s: the baby came %s"), name, when);
    /* Translators: person, and when: “Ana: the baby was due in December”. */
    return g_strdup_printf (_ ("%s: the baby was due %s"), name, when);
  case AUFAIT_MOMENT_JOB:
    if (is_any_job (moment))
      return g_strdup_printf (_ ("%s: %s"), name, _ ("the job"));
    if (!is_new_job (moment))
      /* Translators: person, what, and when: “Paul: the driving test was yesterday”. */
      return g_strdup_printf (_ ("%s: %s was %s"), name, noun, when);
    /* Translators: person, “the new job”, and when: it began on Monday. */
    return g_strdup_printf (_ ("%s: %s began %s"), name, noun, when);
  case AUFAIT_MOMENT_HEALTH:
    if (moment->first != moment->last)
      /* Translators: person, and what takes a while: “Paul: the treatment”. */
      return g_strdup_printf (_ ("%s: %s"), name, noun);
    G_GNUC_FALLTHROUGH;
  case AUFAIT_MOMENT_EXAM:
  case AUFAIT_MOMENT_INTERVIEW:
  case AUFAIT_MOMENT_MOVE:
  case AUFAIT_MOMENT_WEDDING:
  case AUFAIT_MOMENT_COMPETITION:
  case AUFAIT_MOMENT_SHOW:
  case AUFAIT_MOMENT_CELEBRATION:
  case AUFAIT_MOMENT_VISIT:
  default:
    /* Translators: person, what, and when: “Paul: the driving test was yesterday”. */
    return g_strdup_printf (_ ("%s: %s was %s"), name, noun, when);
  }
}

void
aufait_wording_return (AufaitNudge *nudge,
                       const AufaitMoment *moment,
                       gboolean was_told_after,
                       AufaitSpokenDay spoken)
{
  const char *ask =
      is_arrival (moment) || takes_a_while (moment) || is_departure (moment, was_told_after)
          ? N_ ("Ask how it is going.")
      : is_seen (moment) ? N_ ("Ask how it was.")
                         : WORDS[moment->kind].ask;

  g_autofree char *whose = word_whose (nudge->person->name, moment);

  g_free (nudge->title);
  nudge->title = word_return_title (whose, moment, was_told_after, spoken);
  g_free (nudge->action);
  nudge->action = g_strdup (_ (ask));
}

static char *
word_thought (const AufaitNudge *nudge)
{
  return g_strdup_printf (_ ("A thought for %s"), nudge->person->name);
}

void
aufait_wording_loss_month (AufaitNudge *nudge)
{
  aufait_text_take (&nudge->title, word_thought (nudge));
  /* Translators: a month after a loss. Gentle; never a question. */
  aufait_text_take (&nudge->action, g_strdup (_ ("A month has passed. Send a few kind words.")));
}

void
aufait_wording_loss_year (AufaitNudge *nudge, AufaitDay day, AufaitSpokenDay spoken)
{
  g_autofree char *when = aufait_spoken_day_on (day, spoken);

  aufait_text_take (&nudge->title, word_thought (nudge));
  /* Translators: %s is when the first anniversary of a loss is: “on Friday”. Gentle; never a
   * question. */
  aufait_text_take (&nudge->action,
                    g_strdup_printf (_ ("It will be a year %s. Show that you remember."), when));
}

/* What good wishes are for is a joy of theirs, too. */
static gboolean
is_feast (const AufaitMoment *moment)
{
  return moment->kind == AUFAIT_MOMENT_CELEBRATION || moment->kind == AUFAIT_MOMENT_WEDDING;
}

/* What ends is no good start: a job that is lost or left. */
static gboolean
is_end (const AufaitMoment *moment)
{
  return aufait_noun_means (moment, AUFAIT_NOUN_JOB_LOSS) ||
         aufait_noun_means (moment, AUFAIT_NOUN_LAST_DAY);
}

/* The action of a wish; its format is a row of our own table. */
static char *
word_wish (const AufaitMoment *moment, const char *name)
{
  const char *wish = WORDS[moment->kind].wish;

  if (wish == NULL)
    return g_strdup ("");
  /* Luck is for whoever needs it. */
  if ((moment->whose != NULL && !is_feast (moment)) || is_end (moment))
    wish = N_ ("Send %s a kind word.");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (wish), name);
#pragma GCC diagnostic pop
}

void
aufait_wording_wish (AufaitNudge *nudge, const AufaitMoment *moment, AufaitSpokenDay spoken)
{
  gboolean is_vague = aufait_spoken_day_is_vague (moment->first, moment->last);
  g_autofree char *when = is_vague ? aufait_spoken_day_span (moment->first, moment->last, spoken)
                                   : aufait_spoken_day_on (moment->first, spoken);
  g_autofree char *whose = word_whose (nudge->person->name, moment);
  const char *noun = get_noun (moment);

  g_free (nudge->title);
  if ((moment->first == moment->last || is_vague) && !is_new_job (moment))
    /* Translators: person, what, and when: “Paul: the driving test is tomorrow”. */
    nudge->title = g_strdup_printf (_ ("%s: %s is %s"), whose, noun, when);
  else
    /* Translators: person, what, and when: “Paul: the tournament begins tomorrow”. */
    nudge->title = g_strdup_printf (_ ("%s: %s begins %s"), whose, noun, when);
  g_free (nudge->action);
  nudge->action = word_wish (moment, nudge->person->name);
}

static char *
word_debt_title (const AufaitPromise *promise, const char *name, AufaitSpokenDay spoken)
{
  g_autofree char *when = NULL;

  if (promise->day == AUFAIT_DAY_NONE)
    /* Translators: a person to whom the user owes something: “Owed to Paul”. */
    return g_strdup_printf (_ ("Owed to %s"), name);
  when = aufait_spoken_day_on (promise->day, spoken);
  if (promise->day < spoken.today)
    /* Translators: person, and the day, now past: “Owed to Paul, due yesterday”. */
    return g_strdup_printf (C_ ("past", "Owed to %s, due %s"), name, when);
  /* Translators: person, and the day: “Owed to Paul, due tomorrow”. */
  return g_strdup_printf (_ ("Owed to %s, due %s"), name, when);
}

static char *
word_promise_title (const AufaitPromise *promise, const char *name, AufaitSpokenDay spoken)
{
  g_autofree char *when = NULL;

  if (promise->day == AUFAIT_DAY_NONE)
    return g_strdup_printf (_ ("A promise to %s"), name);
  when = aufait_spoken_day_on (promise->day, spoken);
  if (promise->day < spoken.today)
    /* Translators: person, and the day that was promised, now past: “yesterday”, “on Friday”. */
    return g_strdup_printf (_ ("A promise to %s was due %s"), name, when);
  /* Translators: person, and the day that was promised: “today”, “tomorrow”. */
  return g_strdup_printf (_ ("A promise to %s is due %s"), name, when);
}

void
aufait_wording_promise (AufaitNudge *nudge,
                        const AufaitPromise *promise,
                        const AufaitNote *note,
                        AufaitSpokenDay spoken)
{
  const char *name = nudge->person->name;
  AufaitPromisedHow how = aufait_promised_find_how (note->text, promise->what);
  g_autofree char *what =
      aufait_text_clean (aufait_promised_skip_names (promise->what, note->people), QUOTE_CHARS);

  if (promise->is_next_time)
    /* Translators: %s is a person that one will see some day. */
    aufait_text_take (&nudge->title, g_strdup_printf (_ ("When you next see %s"), name));
  else if (how == AUFAIT_PROMISED_DEBT)
    aufait_text_take (&nudge->title, word_debt_title (promise, name, spoken));
  else
    aufait_text_take (&nudge->title, word_promise_title (promise, name, spoken));
  if (promise->is_next_time || how != AUFAIT_PROMISED_WORD)
    /* Translators: what one wanted to do at the next meeting, in the words of the note: “Remember:
     * give back her sweater.” */
    aufait_text_take (&nudge->action, g_strdup_printf (_ ("Remember: %s."), what));
  else
    /* Translators: %s is what was promised, in the words of the note. */
    aufait_text_take (&nudge->action, g_strdup_printf (_ ("Keep it: “%s”."), what));
}

static char *
quote_reason (const AufaitNudge *nudge, const AufaitReason *reason, AufaitDay today)
{
  g_autofree char *text = aufait_text_clean (reason->text, QUOTE_CHARS);
  g_autofree char *date = NULL;

  if (reason->event != NULL)
    /* Translators: %s is the title of an event. */
    return g_strdup_printf (_ ("In the calendar: “%s”."), text);
  if (reason->on == AUFAIT_DAY_NONE)
    return g_steal_pointer (&text);
  date = aufait_spoken_day_date (reason->on, today);
  if (nudge->action != NULL && *text != '\0' && strstr (nudge->action, text) != NULL)
    /* Translators: a date; what was noted then is quoted already. */
    return g_strdup_printf (_ ("You noted it on %s."), date);
  /* Translators: a date, and the user's own words. */
  return g_strdup_printf (_ ("You noted on %s: “%s”."), date, text);
}

/* An event that the title names already, or that has no words, says nothing more. */
static gboolean
is_said (const AufaitNudge *nudge, const AufaitReason *reason)
{
  if (reason->is_said)
    return TRUE;
  return reason->event != NULL &&
         (*reason->text == '\0' || strstr (nudge->title, reason->text) != NULL);
}

char *
aufait_wording_dup_body (const AufaitNudge *nudge, AufaitDay today)
{
  g_autoptr (GString) body = g_string_new (nudge->action);

  for (guint i = 0; nudge->why != NULL && i < nudge->why->len; i++) {
    const AufaitReason *reason = g_ptr_array_index (nudge->why, i);
    g_autofree char *quote = is_said (nudge, reason) ? NULL : quote_reason (nudge, reason, today);

    if (quote == NULL)
      continue;

    if (body->len > 0)
      g_string_append_c (body, ' ');
    g_string_append (body, quote);
  }
  return g_strdup (body->str);
}
