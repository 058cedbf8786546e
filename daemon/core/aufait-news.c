/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-news.h"

#include "aufait-noun.h"
#include "aufait-reading.h"
#include "aufait-sentence.h"

/* So long one still speaks about what is over. */
#define OVER_DAYS 30

/* What was noted longer ago is no news, not even where one has not been in touch since. */
#define NEWS_DAYS 92

/* So many digits are no count any more. */
#define FIGURES_MIN 3

AufaitDay
aufait_news_get_last_day (const AufaitNote *note)
{
  AufaitDay last = AUFAIT_DAY_NONE;

  for (guint i = 0; i < note->meaning->moments->len; i++)
    last = MAX (last, ((const AufaitMoment *) note->meaning->moments->pdata[i])->last);
  for (guint i = 0; i < note->meaning->promises->len; i++)
    last = MAX (last, ((const AufaitPromise *) note->meaning->promises->pdata[i])->day);
  return last;
}

/* --- of no day ----------------------------------------------------------------------------- */

/* Figures that are a number to dial, a code, a price or an address. */
static gboolean
has_figures (const AufaitReading *reading)
{
  guint n_digits = 0;

  for (guint i = 0; i < aufait_reading_get_length (reading); i++) {
    const AufaitToken *token = aufait_reading_get (reading, i);

    n_digits += aufait_token_is_number (token) ? (guint) token->digits : 0;
    if (aufait_token_is_sign (token, '@'))
      return TRUE;
  }
  return n_digits >= FIGURES_MIN;
}

/* "The boiler man is Joe", "his landlord is away": of a thing, or of somebody else. */
static gboolean
is_of_thing (const AufaitReading *reading)
{
  return aufait_reading_find (reading, 0, AUFAIT_WORD_ARTICLE) != NULL ||
         aufait_reading_find (reading, 0, AUFAIT_WORD_OWN) != NULL;
}

/* Whether @note, which tells of no day, is of them, as far as can be seen: it speaks of what
 * happens in a life, or is neither a number to dial nor a word on something else. */
static gboolean
is_of_them (const AufaitNote *note)
{
  g_autoptr (AufaitReading) reading = aufait_reading_new (note->text, aufait_lexicon_get ());
  g_autoptr (AufaitMeaning) meaning = NULL;

  if (has_figures (reading))
    return FALSE;
  if (!is_of_thing (reading))
    return TRUE;
  /* what is kept does not have the kinds that it names */
  meaning = aufait_sentence_read_note (note, FALSE);
  return meaning->named_kinds != 0;
}

/* --- a call -------------------------------------------------------------------------------- */

static gboolean
is_opener (const AufaitNote *note, AufaitDay last_contact, AufaitDay today)
{
  const AufaitMeaning *meaning = note->meaning;

  if (aufait_news_get_last_day (note) != AUFAIT_DAY_NONE)
    return meaning->moments->len > 0 && aufait_news_get_last_day (note) >= today;
  if (meaning->promises->len > 0) /* it speaks for itself */
    return FALSE;
  if (last_contact != AUFAIT_DAY_NONE && note->on < last_contact)
    return FALSE;
  if (last_contact != AUFAIT_DAY_NONE && meaning->interests->len > 0)
    return TRUE;
  return note->on >= today - NEWS_DAYS &&
         (meaning->interests->len > 0 || meaning->kind == AUFAIT_NOTE_IMPRESSION ||
          is_of_them (note));
}

#define KIND(name) (1u << AUFAIT_MOMENT_##name)

/* Of these one speaks, but not with good wishes. */
#define SAD_KINDS (KIND (LOSS) | KIND (HEALTH))

/* --- promises ------------------------------------------------------------------------------ */

static gboolean
is_owed (const AufaitNote *note, const GArray *owed)
{
  for (guint i = 0; owed != NULL && i < owed->len; i++)
    if (g_array_index (owed, gint64, i) == note->id)
      return TRUE;
  return FALSE;
}

/* What is kept of a note does not have the kinds that it names. */
static gboolean
names_sorrow (const AufaitNote *note)
{
  g_autoptr (AufaitMeaning) meaning = aufait_sentence_read_note (note, FALSE);

  return (meaning->named_kinds & SAD_KINDS) != 0;
}

/* @is_glad: but for one that tells of a sorrow, too. */
static const AufaitNote *
find_owed (const GPtrArray *notes, const GArray *owed, gboolean is_glad)
{
  for (guint i = 0; i < notes->len; i++) {
    const AufaitNote *note = g_ptr_array_index (notes, i);

    if (is_owed (note, owed) && !(is_glad && names_sorrow (note)))
      return note;
  }
  return NULL;
}

const AufaitNote *
aufait_news_find_opener (const GPtrArray *notes,
                         const GArray *owed,
                         AufaitDay last_contact,
                         AufaitDay today)
{
  for (guint i = 0; i < notes->len; i++)
    if (is_opener (g_ptr_array_index (notes, i), last_contact, today))
      return g_ptr_array_index (notes, i);
  return find_owed (notes, owed, FALSE);
}

/* --- good wishes --------------------------------------------------------------------------- */

/* What is glad news unless it is called off. An exam may have been failed, and a job lost. */
#define GLAD_KINDS (KIND (TRIP) | KIND (MOVE) | KIND (WEDDING) | KIND (SHOW) | KIND (VISIT))

/* A feast that was told for another day makes one doubt which of them is right. */
static gboolean
is_glad (const AufaitNote *note, const AufaitMoment *moment, AufaitDay day)
{
  switch (moment->kind) {
  case AUFAIT_MOMENT_EXAM:
  case AUFAIT_MOMENT_INTERVIEW:
  case AUFAIT_MOMENT_COMPETITION:
    return note->on < moment->first; /* afterwards it tells how it went */
  case AUFAIT_MOMENT_JOB:
    return moment->what == NULL || aufait_noun_means (moment, AUFAIT_NOUN_NEW_JOB);
  case AUFAIT_MOMENT_CELEBRATION:
    return moment->first <= day && day <= moment->last;
  case AUFAIT_MOMENT_HEALTH:
  case AUFAIT_MOMENT_LOSS:
    return FALSE;
  case AUFAIT_MOMENT_TRIP:
  case AUFAIT_MOMENT_MOVE:
  case AUFAIT_MOMENT_WEDDING:
  case AUFAIT_MOMENT_BIRTH:
  case AUFAIT_MOMENT_SHOW:
  case AUFAIT_MOMENT_VISIT:
  default:
    return TRUE;
  }
}

static gboolean
is_fresh (AufaitDay on, AufaitDay last_contact, AufaitDay day)
{
  return on >= day - OVER_DAYS || (on >= day - NEWS_DAYS && last_contact < on);
}

/* Its moments: all of them are glad, and one is fresh. */
static gboolean
is_dated_news (const AufaitNote *note, AufaitDay last_contact, AufaitDay day)
{
  const GPtrArray *moments = note->meaning->moments;
  gboolean is_any = FALSE;

  for (guint i = 0; i < moments->len; i++) {
    const AufaitMoment *moment = g_ptr_array_index (moments, i);

    if (!is_glad (note, moment, day))
      return FALSE;
    is_any = is_any || is_fresh (moment->last, last_contact, day);
  }
  return is_any;
}

/* Whether @note gives one something to say, or to give, with good wishes on @day. */
static gboolean
is_for_wishes (const AufaitNote *note, AufaitDay last_contact, AufaitDay day)
{
  g_autoptr (AufaitReading) reading = NULL;
  /* what is kept does not have the kinds that it names */
  g_autoptr (AufaitMeaning) meaning = aufait_sentence_read_note (note, FALSE);

  if (meaning->named_kinds & SAD_KINDS)
    return FALSE;
  if (note->meaning->interests->len > 0)
    return TRUE;
  if (note->meaning->moments->len > 0)
    return is_dated_news (note, last_contact, day);
  if (note->meaning->promises->len > 0 || !is_fresh (note->on, last_contact, day) ||
      !(meaning->named_kinds & GLAD_KINDS) || meaning->called_off_kinds != 0)
    return FALSE;
  reading = aufait_reading_new (note->text, aufait_lexicon_get ());
  return !has_figures (reading);
}

const AufaitNote *
aufait_news_find_for_wishes (const GPtrArray *notes,
                             const GArray *owed,
                             AufaitDay last_contact,
                             AufaitDay day)
{
  for (guint i = 0; i < notes->len; i++)
    if (is_for_wishes (g_ptr_array_index (notes, i), last_contact, day))
      return g_ptr_array_index (notes, i);
  return find_owed (notes, owed, TRUE);
}

/* --- a meeting ----------------------------------------------------------------------------- */

gboolean
aufait_news_is_stale (const AufaitNote *note, AufaitDay last_contact, AufaitDay today)
{
  AufaitDay last = aufait_news_get_last_day (note);

  if (last == AUFAIT_DAY_NONE && note->meaning->kind == AUFAIT_NOTE_IMPRESSION)
    last = note->on;
  return last != AUFAIT_DAY_NONE && last < today - OVER_DAYS && last_contact != AUFAIT_DAY_NONE &&
         last_contact > last;
}
