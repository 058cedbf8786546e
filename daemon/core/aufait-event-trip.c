/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-trip.h"

#include <string.h>

#include "aufait-event-kind.h"
#include "aufait-event-text.h"
#include "aufait-name-word.h"
#include "aufait-place.h"
#include "aufait-reading.h"
#include "aufait-sentence.h"
#include "aufait-text.h"

#define DAY_SECS        (24 * 60 * 60)
#define PLACE_MAX_CHARS 60

typedef struct {
  const AufaitEvent *event;
  AufaitDay first, last;
  char *text;             /* the summary, from its first letter or digit to its last */
  GStrv names;            /* folded words of the person's name */
  AufaitReading *reading; /* of the text */
} Summary;

/* --- the text ------------------------------------------------------------------------------ */

static char *
dup_core (const char *text)
{
  g_autoptr (AufaitWords) words = aufait_words_new (text);
  guint n = aufait_words_get_length (words);
  gsize start, end;

  if (n == 0)
    return g_strdup ("");
  start = aufait_words_get (words, 0)->start;
  end = aufait_words_get (words, n - 1)->end;
  return g_strndup (text + start, end - start);
}

static void
init_summary (Summary *summary, const AufaitRef *person)
{
  g_autoptr (GPtrArray) emails = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *hidden = aufait_event_text_hide_addresses (summary->event->summary, emails);

  summary->text = dup_core (hidden);
  summary->names = aufait_name_word_list (person->name);
  summary->reading = aufait_reading_new (summary->text, aufait_lexicon_get ());
}

static void
clear_summary (Summary *summary)
{
  g_clear_pointer (&summary->reading, aufait_reading_free);
  g_clear_pointer (&summary->names, g_strfreev);
  g_clear_pointer (&summary->text, g_free);
}

static gboolean
is_name (const Summary *summary, guint i)
{
  const AufaitToken *token = aufait_reading_get (summary->reading, i);

  return token != NULL && token->type == AUFAIT_TOKEN_WORD &&
         aufait_token_is_one_of (token, (const char *const *) summary->names);
}

/* What a calendar says with the phrase at @i; 0: nothing. */
static int
get_calendar_word (const Summary *summary, guint i)
{
  const AufaitMark *mark = aufait_reading_find (summary->reading, i, AUFAIT_WORD_CALENDAR);

  return mark != NULL ? mark->entry->value : 0;
}

/* Public holidays, meetings from home, the day of a return. */
static gboolean
has_refusal (const Summary *summary)
{
  for (guint i = 0; i < aufait_reading_get_length (summary->reading); i++) {
    int word = get_calendar_word (summary, i);

    if (word == AUFAIT_EVENT_KIND_WORD_PUBLIC || word == AUFAIT_EVENT_KIND_WORD_NO_TRIP ||
        aufait_reading_find (summary->reading, i, AUFAIT_WORD_BACK) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* --- whose it is --------------------------------------------------------------------------- */

static gboolean
is_trip_word (const AufaitMark *mark)
{
  return mark != NULL && mark->entry->kind == AUFAIT_MOMENT_TRIP;
}

/* Whether a phrase that means a trip ends before @index. */
static gboolean
follows_trip_word (const Summary *summary, guint index)
{
  for (guint i = 0; i < index; i++) {
    const AufaitMark *mark = aufait_reading_find (summary->reading, i, AUFAIT_WORD_TOPIC);

    if ((is_trip_word (mark) && mark->behind == index) ||
        (get_calendar_word (summary, i) == AUFAIT_EVENT_KIND_WORD_TRIP && i + 1 == index))
      return TRUE;
  }
  return FALSE;
}

/* Whether the name at @i is who the words before speak of: nothing stands before it, or a sign,
 * "vacances (de)", "Paul et". */
static gboolean
begins_subject (const Summary *summary, guint i)
{
  const AufaitReading *reading = summary->reading;
  const AufaitToken *before = i > 0 ? aufait_reading_get (reading, i - 1) : NULL;

  if (before == NULL || before->type == AUFAIT_TOKEN_SIGN || follows_trip_word (summary, i))
    return TRUE;
  if (aufait_reading_follows (reading, i, AUFAIT_WORD_OF))
    return follows_trip_word (summary, i - 1);
  return i > 1 && aufait_reading_follows (reading, i, AUFAIT_WORD_AND) &&
         aufait_reading_get (reading, i - 2)->is_capital;
}

/* "Marie's holiday", but not "Marie's parents": @i is behind the name. */
static gboolean
ends_subject (const Summary *summary, guint i)
{
  if (!aufait_token_is_word (aufait_reading_get (summary->reading, i), "s"))
    return TRUE;
  return is_trip_word (aufait_reading_find (summary->reading, i + 1, AUFAIT_WORD_TOPIC));
}

static gboolean
is_about_person (const Summary *summary)
{
  guint length = aufait_reading_get_length (summary->reading);

  for (guint i = 0; i < length; i++) {
    guint behind = i;

    while (is_name (summary, behind))
      behind++;
    if (behind > i && begins_subject (summary, i) && ends_subject (summary, behind))
      return TRUE;
    i = MAX (i, behind);
  }
  return FALSE;
}

/* --- where --------------------------------------------------------------------------------- */

static char *
dup_known_place (const Summary *summary)
{
  for (guint i = 0; i < aufait_reading_get_length (summary->reading); i++) {
    const AufaitMark *mark = aufait_reading_find (summary->reading, i, AUFAIT_WORD_PLACE);

    if (mark != NULL && aufait_reading_get (summary->reading, i)->is_capital &&
        !is_name (summary, i))
      return aufait_reading_dup_text (summary->reading, mark->first, mark->behind);
  }
  return NULL;
}

/* "in Crete", "à Lyon" */
static gboolean
has_place_within (const Summary *summary)
{
  for (guint i = 0; i < aufait_reading_get_length (summary->reading); i++) {
    AufaitPlace place;

    if (aufait_place_read (summary->reading, i, FALSE, (const char *const *) summary->names,
                           &place) &&
        place.is_inside)
      return TRUE;
  }
  return FALSE;
}

/* The first part of where the event is, when that may be a town or a country: "Biarritz, France",
 * but no street, no room with a number, no address of the web. NULL: it may not. */
static char *
dup_town (const AufaitEvent *event)
{
  const char *location = event->location;
  g_autofree char *part = NULL;

  if (location == NULL || strpbrk (location, "0123456789@|<>") != NULL ||
      strstr (location, "://") != NULL)
    return NULL;
  part = g_strndup (location, strcspn (location, ",;(/\n\r"));
  g_strstrip (part);
  if (*part == '\0' || !g_unichar_isupper (g_utf8_get_char (part)) ||
      g_utf8_strlen (part, -1) > PLACE_MAX_CHARS)
    return NULL;
  return g_steal_pointer (&part);
}

static gboolean
has_words (const Summary *summary, const char *words)
{
  g_autofree char *folded_text = aufait_text_fold (summary->text);
  g_autofree char *folded = aufait_text_fold (words);
  g_autofree char *pattern = NULL;
  g_autofree char *escaped = g_regex_escape_string (folded, -1);

  pattern = g_strdup_printf ("(?<![\\pL\\pN])%s(?![\\pL\\pN])", escaped);
  return g_regex_match_simple (pattern, folded_text, 0, 0);
}

/* --- what it says -------------------------------------------------------------------------- */

/* Where a phrase ends that says nothing beside a place: a day, "weekend", "and"; @i: none. */
static guint
skip_filler (const Summary *summary, guint i)
{
  static const AufaitWordClass classes[] = { AUFAIT_WORD_AND,     AUFAIT_WORD_ARTICLE,
                                             AUFAIT_WORD_MONTH,   AUFAIT_WORD_WEEKDAY,
                                             AUFAIT_WORD_SEASON,  AUFAIT_WORD_PLACE,
                                             AUFAIT_WORD_CALENDAR };

  if (aufait_reading_get (summary->reading, i)->type != AUFAIT_TOKEN_WORD || is_name (summary, i))
    return i + 1;
  for (gsize c = 0; c < G_N_ELEMENTS (classes); c++) {
    guint behind = aufait_reading_skip (summary->reading, i, classes[c]);

    if (behind > i)
      return behind;
  }
  return i;
}

/* "Rome", "Ski", "Weekend Rome & Naples": places, and words that say no more. */
static gboolean
is_only_place (const Summary *summary)
{
  gboolean has_trip = FALSE;

  for (guint i = 0; i < aufait_reading_get_length (summary->reading);) {
    const AufaitMark *place = aufait_reading_find (summary->reading, i, AUFAIT_WORD_PLACE);
    guint behind = skip_filler (summary, i);

    if (behind == i)
      return FALSE;
    has_trip = has_trip || get_calendar_word (summary, i) == AUFAIT_EVENT_KIND_WORD_TRIP ||
               (place != NULL && aufait_reading_get (summary->reading, i)->is_capital &&
                !is_name (summary, i));
    i = behind;
  }
  return has_trip;
}

/* What the summary means as a note that has the days of the event. */
static AufaitMeaning *
read_meaning (const Summary *summary)
{
  AufaitSentenceContext context = { summary->first, FALSE, (const char *const *) summary->names };
  g_autofree char *first = aufait_day_format (summary->first);
  g_autofree char *last = aufait_day_format (summary->last);
  g_autofree char *text = g_strdup_printf ("%s from %s to %s", summary->text, first, last);

  return aufait_sentence_read (text, &context);
}

/* A trip that the words tell, with no days of its own; NULL: none. *@ret_is_other: they tell of
 * something else. */
static AufaitMoment *
find_told (const Summary *summary, gboolean *ret_is_other)
{
  g_autoptr (AufaitMeaning) meaning = read_meaning (summary);
  const AufaitMoment *found = NULL;
  AufaitMoment *told;

  *ret_is_other = FALSE;
  for (guint i = 0; i < meaning->moments->len; i++) {
    const AufaitMoment *moment = meaning->moments->pdata[i];

    if (moment->kind != AUFAIT_MOMENT_TRIP)
      *ret_is_other = TRUE;
    else if (found == NULL || found->place == NULL)
      found = moment;
  }
  if (*ret_is_other || found == NULL || (found->place == NULL && found->what == NULL))
    return NULL;
  told = aufait_moment_new (AUFAIT_MOMENT_TRIP, summary->first, summary->last);
  told->place = g_strdup (found->place);
  told->what = g_strdup (found->what);
  told->language = g_strdup (found->language);
  return told;
}

/* Whether the summary tells it of somebody else whom the event is about, and not of the person. */
static gboolean
is_about_other (const Summary *summary, gint64 person_id)
{
  gboolean is_other = FALSE;

  for (guint i = 0; i < summary->event->people->len && !is_other; i++) {
    const AufaitRef *ref = summary->event->people->pdata[i];
    g_auto (GStrv) names = ref->id != person_id ? aufait_name_word_list (ref->name) : NULL;
    Summary other = *summary;

    other.names = names;
    is_other = names != NULL && is_about_person (&other);
  }
  return is_other && !is_about_person (summary);
}

static AufaitMoment *
read_theirs (const Summary *summary, gint64 person_id)
{
  gboolean is_other;
  g_autoptr (AufaitMoment) told = NULL;
  g_autofree char *town = NULL;

  if (is_about_other (summary, person_id))
    return NULL;
  told = find_told (summary, &is_other);
  town = dup_town (summary->event);
  if (is_only_place (summary) || (told == NULL && !is_other && town != NULL &&
                                  summary->last > summary->first && has_words (summary, town)))
    return aufait_moment_new (AUFAIT_MOMENT_TRIP, summary->first, summary->last);
  return g_steal_pointer (&told);
}

static AufaitMoment *
read_mine (const Summary *summary)
{
  gboolean is_other;
  g_autoptr (AufaitMoment) told = NULL;

  if (!is_about_person (summary))
    return NULL;
  told = find_told (summary, &is_other);
  return told != NULL && (told->what != NULL || has_place_within (summary))
             ? g_steal_pointer (&told)
             : NULL;
}

static void
complete_place (const Summary *summary, AufaitMoment *moment)
{
  if (moment->place == NULL)
    moment->place = dup_known_place (summary);
  if (moment->place == NULL)
    moment->place = dup_town (summary->event);
}

gboolean
aufait_event_trip_read (const AufaitEvent *event,
                        const AufaitRef *person,
                        gboolean is_their_calendar,
                        AufaitDay first,
                        AufaitDay last,
                        AufaitMoment **ret_moment)
{
  Summary summary = { .event = event, .first = first, .last = last };
  AufaitMoment *moment = NULL;

  if (event->cancelled || event->summary == NULL || first == AUFAIT_DAY_NONE || last < first ||
      (!event->all_day && event->end - event->start < DAY_SECS))
    return FALSE;

  init_summary (&summary, person);
  if (!has_refusal (&summary))
    moment = is_their_calendar ? read_theirs (&summary, person->id) : read_mine (&summary);
  if (moment != NULL) {
    complete_place (&summary, moment);
    *ret_moment = moment;
  }
  clear_summary (&summary);
  return moment != NULL;
}

gboolean
aufait_event_trip_is_away (const AufaitEvent *event, const AufaitRef *person, GTimeZone *zone)
{
  g_autoptr (AufaitMoment) moment = NULL;
  AufaitDay first, last;

  aufait_event_get_days (event, zone, &first, &last);
  return aufait_event_trip_read (event, person, event->owner == person->id, first, last, &moment);
}
