/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-news.h"

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

/* What @note says of somebody, of those that tell of no day. */
typedef enum {
  WORTH_NOTHING, /* it may be of anything: a number to dial, a word on a third one */
  WORTH_WORD,    /* it tells of them, as far as can be seen */
  WORTH_NEWS,    /* it speaks of what happens in a life: "has a new job" */
} Worth;

static Worth
weigh (const AufaitNote *note)
{
  g_autoptr (AufaitReading) reading = aufait_reading_new (note->text, aufait_lexicon_get ());
  g_autoptr (AufaitMeaning) meaning = NULL;

  if (has_figures (reading))
    return WORTH_NOTHING;
  /* what is kept does not have the kinds that it names */
  meaning = aufait_sentence_read_note (note, FALSE);
  if (meaning->named_kinds != 0)
    return WORTH_NEWS;
  return is_of_thing (reading) ? WORTH_NOTHING : WORTH_WORD;
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
          weigh (note) != WORTH_NOTHING);
}

/* --- promises ------------------------------------------------------------------------------ */

static gboolean
is_owed (const AufaitNote *note, const GArray *owed)
{
  for (guint i = 0; owed != NULL && i < owed->len; i++)
    if (g_array_index (owed, gint64, i) == note->id)
      return TRUE;
  return FALSE;
}

static const AufaitNote *
find_owed (const GPtrArray *notes, const GArray *owed)
{
  for (guint i = 0; i < notes->len; i++)
    if (is_owed (g_ptr_array_index (notes, i), owed))
      return g_ptr_array_index (notes, i);
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
  return find_owed (notes, owed);
}

/* --- good wishes --------------------------------------------------------------------------- */

/* Of a death one speaks, but not with good wishes; and a feast that was told for another day makes
 * one doubt which of them is right. */
static gboolean
is_fit_for_wishes (const AufaitMoment *moment, AufaitDay day)
{
  if (moment->kind == AUFAIT_MOMENT_LOSS)
    return FALSE;
  return moment->kind != AUFAIT_MOMENT_CELEBRATION || (moment->first <= day && day <= moment->last);
}

static gboolean
is_fresh (AufaitDay on, AufaitDay last_contact, AufaitDay day)
{
  return on >= day - OVER_DAYS || (on >= day - NEWS_DAYS && last_contact < on);
}

static gboolean
is_news (const AufaitNote *note, AufaitDay last_contact, AufaitDay day)
{
  const GPtrArray *moments = note->meaning->moments;
  gboolean is_any = FALSE;

  for (guint i = 0; i < moments->len; i++) {
    const AufaitMoment *moment = g_ptr_array_index (moments, i);

    if (!is_fit_for_wishes (moment, day))
      return FALSE;
    is_any = is_any || is_fresh (moment->last, last_contact, day);
  }
  if (moments->len > 0)
    return is_any;
  return note->meaning->promises->len == 0 && is_fresh (note->on, last_contact, day) &&
         weigh (note) == WORTH_NEWS;
}

const AufaitNote *
aufait_news_find_for_wishes (const GPtrArray *notes,
                             const GArray *owed,
                             AufaitDay last_contact,
                             AufaitDay day)
{
  for (guint i = 0; i < notes->len; i++) {
    const AufaitNote *note = g_ptr_array_index (notes, i);

    if (note->meaning->interests->len > 0 || is_news (note, last_contact, day))
      return note;
  }
  return find_owed (notes, owed);
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
