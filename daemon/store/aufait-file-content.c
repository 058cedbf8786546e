/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-file-content.h"

#include <string.h>

#define PROBLEMS_MAX 20

/* A series with more begins again, so that each is written and removed in one short go. */
#define OCCURRENCES_MAX 1000

static void
free_series (AufaitFileContentSeries *series)
{
  aufait_event_free (series->event);
  g_array_unref (series->times);
  g_free (series);
}

AufaitFileContent *
aufait_file_content_new (void)
{
  AufaitFileContent *content = g_new0 (AufaitFileContent, 1);

  content->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_card_free);
  content->series = g_ptr_array_new_with_free_func ((GDestroyNotify) free_series);
  content->problems = g_ptr_array_new_with_free_func (g_free);
  return content;
}

void
aufait_file_content_free (AufaitFileContent *content)
{
  if (content == NULL)
    return;
  g_ptr_array_unref (content->cards);
  g_ptr_array_unref (content->series);
  g_ptr_array_unref (content->problems);
  g_free (content);
}

void
aufait_file_content_take_card (AufaitFileContent *content, AufaitCard *card)
{
  g_ptr_array_add (content->cards, card);
  content->n_items++;
}

static gboolean
has_same_attendees (const GPtrArray *attendees, const GPtrArray *others)
{
  if (attendees->len != others->len)
    return FALSE;
  for (guint i = 0; i < attendees->len; i++) {
    const AufaitAttendee *attendee = attendees->pdata[i], *other = others->pdata[i];

    if (g_strcmp0 (attendee->email, other->email) != 0 ||
        g_strcmp0 (attendee->name, other->name) != 0 || attendee->declined != other->declined)
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_of_series (const AufaitEvent *event, const AufaitEvent *other)
{
  return g_strcmp0 (event->uid, other->uid) == 0 &&
         g_strcmp0 (event->summary, other->summary) == 0 &&
         g_strcmp0 (event->location, other->location) == 0 &&
         g_strcmp0 (event->description, other->description) == 0 &&
         !event->all_day == !other->all_day && !event->recurring == !other->recurring &&
         !event->cancelled == !other->cancelled && !event->transparent == !other->transparent &&
         has_same_attendees (event->attendees, other->attendees);
}

static AufaitFileContentSeries *
get_last (AufaitFileContent *content)
{
  guint n = content->series->len;

  return n > 0 ? content->series->pdata[n - 1] : NULL;
}

static void
append_time (AufaitFileContentSeries *series, const AufaitEvent *event)
{
  gint64 begins = event->all_day ? event->first : event->start;
  gint64 ends = event->all_day ? event->last : event->end;

  g_array_append_val (series->times, begins);
  g_array_append_val (series->times, ends);
}

static AufaitFileContentSeries *
begin_series (AufaitFileContent *content, AufaitEvent *event)
{
  AufaitFileContentSeries *series = g_new0 (AufaitFileContentSeries, 1);

  series->event = event;
  series->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (content->series, series);
  return series;
}

/* Occurrences of one event come one after the other: to look at the last is enough. */
void
aufait_file_content_take_event (AufaitFileContent *content, AufaitEvent *event)
{
  AufaitFileContentSeries *last = get_last (content);

  if (last != NULL && last->times->len < 2 * OCCURRENCES_MAX && is_of_series (event, last->event)) {
    append_time (last, event);
    aufait_event_free (event);
    return;
  }
  if (last == NULL || g_strcmp0 (last->event->uid, event->uid) != 0)
    content->n_items++;
  append_time (begin_series (content, event), event);
}

gboolean
aufait_file_content_add_times (AufaitFileContent *content, gboolean all_day, const GArray *times)
{
  AufaitFileContentSeries *last = get_last (content);
  guint done = 0;

  if (last == NULL || !last->event->all_day != !all_day)
    return FALSE;
  while (done < times->len) {
    guint n = MIN (times->len - done, 2 * OCCURRENCES_MAX - last->times->len);

    g_array_append_vals (last->times, &g_array_index (times, gint64, done), n);
    done += n;
    if (done < times->len)
      last = begin_series (content, aufait_event_copy (last->event));
  }
  return TRUE;
}

void
aufait_file_content_take_problem (AufaitFileContent *content, char *problem)
{
  if (content->problems->len < PROBLEMS_MAX)
    g_ptr_array_add (content->problems, problem);
  else
    g_free (problem);
}
