/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-news.h"

/* So long one still speaks about what is over. */
#define OVER_DAYS 30

/* Someone with whom no contact is known: what was noted longer ago is no news. */
#define NEWS_DAYS 92

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

static gboolean
is_opener (const AufaitNote *note, AufaitDay last_contact, AufaitDay today)
{
  if (aufait_news_get_last_day (note) != AUFAIT_DAY_NONE)
    return note->meaning->moments->len > 0 && aufait_news_get_last_day (note) >= today;
  if (note->meaning->promises->len > 0) /* it speaks for itself */
    return FALSE;
  if (last_contact == AUFAIT_DAY_NONE)
    return note->on >= today - NEWS_DAYS;
  return note->on >= last_contact;
}

const AufaitNote *
aufait_news_find_opener (const GPtrArray *notes, AufaitDay last_contact, AufaitDay today)
{
  for (guint i = 0; i < notes->len; i++)
    if (is_opener (g_ptr_array_index (notes, i), last_contact, today))
      return g_ptr_array_index (notes, i);
  return NULL;
}

gboolean
aufait_news_is_stale (const AufaitNote *note, AufaitDay last_contact, AufaitDay today)
{
  AufaitDay last = aufait_news_get_last_day (note);

  if (last == AUFAIT_DAY_NONE && note->meaning->kind == AUFAIT_NOTE_IMPRESSION)
    last = note->on;
  return last != AUFAIT_DAY_NONE && last < today - OVER_DAYS && last_contact != AUFAIT_DAY_NONE &&
         last_contact > last;
}
