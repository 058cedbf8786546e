/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-row.h"

#include "aufait-row-bytes.h"

/* What most rows have room in. */
#define ROW_BYTES 256

/* An attendee or a relation has at least so many bytes. */
#define ATTENDEE_BYTES 9
#define RELATION_BYTES 12
#define TIME_BYTES     16

typedef enum {
  EVENT_ALL_DAY = 1 << 0,
  EVENT_RECURRING = 1 << 1,
  EVENT_CANCELLED = 1 << 2,
  EVENT_TRANSPARENT = 1 << 3,
  EVENT_FLAGS = (1 << 4) - 1,
} EventFlags;

AufaitJob *
aufait_job_new (guint32 number, AufaitJobKind kind)
{
  AufaitJob *job = g_new0 (AufaitJob, 1);

  job->number = number;
  job->kind = kind;

  return job;
}

void
aufait_job_free (AufaitJob *job)
{
  if (job == NULL)
    return;

  g_free (job->zone);
  g_free (job);
}

void
aufait_row_free (AufaitRow *row)
{
  if (row == NULL)
    return;

  g_clear_pointer (&row->card, aufait_card_free);
  g_clear_pointer (&row->event, aufait_event_free);
  g_clear_pointer (&row->times, g_array_unref);
  g_free (row->text);
  g_free (row);
}

/* --- writing ------------------------------------------------------------------------------- */

static GBytes *
end_bytes (GByteArray *bytes)
{
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
aufait_job_encode (const AufaitJob *job)
{
  GByteArray *bytes = g_byte_array_sized_new (ROW_BYTES);

  aufait_row_bytes_put_number (bytes, job->number);
  aufait_row_bytes_put_byte (bytes, (guint8) job->kind);
  aufait_row_bytes_put_number (bytes, (guint32) job->first);
  aufait_row_bytes_put_number (bytes, (guint32) job->last);
  aufait_row_bytes_put_text (bytes, job->zone);
  return end_bytes (bytes);
}

static GByteArray *
begin_row (guint32 number, AufaitRowType type)
{
  GByteArray *bytes = g_byte_array_sized_new (ROW_BYTES);

  aufait_row_bytes_put_number (bytes, number);
  aufait_row_bytes_put_byte (bytes, (guint8) type);
  return bytes;
}

static void
put_relations (GByteArray *bytes, const GPtrArray *relations)
{
  aufait_row_bytes_put_number (bytes, relations->len);
  for (guint i = 0; i < relations->len; i++) {
    const AufaitCardRelation *relation = g_ptr_array_index (relations, i);

    aufait_row_bytes_put_text (bytes, relation->type);
    aufait_row_bytes_put_text (bytes, relation->text);
    aufait_row_bytes_put_text (bytes, relation->uid);
  }
}

GBytes *
aufait_row_encode_card (guint32 number, const AufaitCard *card)
{
  GByteArray *bytes = begin_row (number, AUFAIT_ROW_CARD);

  aufait_row_bytes_put_text (bytes, card->uid);
  aufait_row_bytes_put_text (bytes, card->name);
  aufait_row_bytes_put_texts (bytes, (const char *const *) card->nicknames);
  aufait_row_bytes_put_texts (bytes, (const char *const *) card->emails);
  aufait_row_bytes_put_texts (bytes, (const char *const *) card->phones);
  aufait_row_bytes_put_texts (bytes, (const char *const *) card->places);
  aufait_row_bytes_put_text (bytes, card->birthday);
  aufait_row_bytes_put_text (bytes, card->anniversary);
  aufait_row_bytes_put_text (bytes, card->language);
  aufait_row_bytes_put_text (bytes, card->timezone);
  aufait_row_bytes_put_byte (bytes, card->is_dead ? 1 : 0);
  aufait_row_bytes_put_byte (bytes, (guint8) card->kind);
  put_relations (bytes, card->relations);
  aufait_row_bytes_put_data (bytes, card->photo);
  return end_bytes (bytes);
}

static void
put_attendees (GByteArray *bytes, const GPtrArray *attendees)
{
  aufait_row_bytes_put_number (bytes, attendees->len);
  for (guint i = 0; i < attendees->len; i++) {
    const AufaitAttendee *attendee = g_ptr_array_index (attendees, i);

    aufait_row_bytes_put_text (bytes, attendee->email);
    aufait_row_bytes_put_text (bytes, attendee->name);
    aufait_row_bytes_put_byte (bytes, attendee->declined ? 1 : 0);
  }
}

GBytes *
aufait_row_encode_event (guint32 number, const AufaitEvent *event)
{
  GByteArray *bytes = begin_row (number, AUFAIT_ROW_EVENT);
  guint flags = (event->all_day ? EVENT_ALL_DAY : 0) | (event->recurring ? EVENT_RECURRING : 0) |
                (event->cancelled ? EVENT_CANCELLED : 0) |
                (event->transparent ? EVENT_TRANSPARENT : 0);

  aufait_row_bytes_put_text (bytes, event->uid);
  aufait_row_bytes_put_text (bytes, event->summary);
  aufait_row_bytes_put_text (bytes, event->location);
  aufait_row_bytes_put_text (bytes, event->description);
  aufait_row_bytes_put_text (bytes, event->calendar);
  aufait_row_bytes_put_byte (bytes, (guint8) flags);
  aufait_row_bytes_put_number (bytes, (guint32) event->first);
  aufait_row_bytes_put_number (bytes, (guint32) event->last);
  aufait_row_bytes_put_long (bytes, event->start);
  aufait_row_bytes_put_long (bytes, event->end);
  put_attendees (bytes, event->attendees);
  return end_bytes (bytes);
}

GBytes *
aufait_row_encode_times (guint32 number, gboolean all_day, const GArray *times)
{
  GByteArray *bytes = begin_row (number, AUFAIT_ROW_TIMES);

  aufait_row_bytes_put_byte (bytes, all_day ? 1 : 0);
  aufait_row_bytes_put_number (bytes, times->len / 2);
  for (guint i = 0; i < times->len; i++)
    aufait_row_bytes_put_long (bytes, g_array_index (times, gint64, i));
  return end_bytes (bytes);
}

GBytes *
aufait_row_encode_text (guint32 number, AufaitRowType type, const char *text)
{
  GByteArray *bytes = begin_row (number, type);

  aufait_row_bytes_put_text (bytes, text);
  return end_bytes (bytes);
}

/* --- checking ------------------------------------------------------------------------------ */

static gboolean
is_day (AufaitDay day)
{
  return day > AUFAIT_DAY_NONE && day <= AUFAIT_DAY_MAX;
}

/* "1984-02-29" or "--02-29". */
static gboolean
is_date_or_null (const char *text)
{
  g_autofree char *in_leap_year = NULL;

  if (text == NULL)
    return TRUE;
  if (!g_str_has_prefix (text, "--"))
    return aufait_day_parse (text) != AUFAIT_DAY_NONE;
  in_leap_year = g_strconcat ("2000-", text + strlen ("--"), NULL);
  return aufait_day_parse (in_leap_year) != AUFAIT_DAY_NONE;
}

static gboolean
is_time_valid (gboolean all_day, gint64 begins, gint64 ends)
{
  if (begins > ends)
    return FALSE;
  if (all_day)
    return begins > AUFAIT_DAY_NONE && ends <= AUFAIT_DAY_MAX;
  return begins >= AUFAIT_DAY_INSTANT_MIN && ends <= AUFAIT_DAY_INSTANT_MAX;
}

static gboolean
is_event_valid (const AufaitEvent *event)
{
  if (event->all_day)
    return is_time_valid (TRUE, event->first, event->last) && event->start == 0 && event->end == 0;
  return is_time_valid (FALSE, event->start, event->end) && event->first == AUFAIT_DAY_NONE &&
         event->last == AUFAIT_DAY_NONE;
}

/* --- reading ------------------------------------------------------------------------------- */

static gboolean
take_flag (AufaitRowBytes *bytes)
{
  guint8 value = aufait_row_bytes_take_byte (bytes);

  if (value > 1)
    bytes->is_bad = TRUE;
  return value == 1;
}

AufaitJob *
aufait_job_decode (const guint8 *data, gsize length)
{
  AufaitRowBytes bytes = { data, length, length > AUFAIT_ROW_MAX };
  guint32 number = aufait_row_bytes_take_number (&bytes);
  guint8 kind = aufait_row_bytes_take_byte (&bytes);
  g_autoptr (AufaitJob) job = aufait_job_new (number, (AufaitJobKind) kind);

  job->first = (AufaitDay) aufait_row_bytes_take_number (&bytes);
  job->last = (AufaitDay) aufait_row_bytes_take_number (&bytes);
  job->zone = aufait_row_bytes_take_text (&bytes);
  if (!aufait_row_bytes_is_done (&bytes) || kind > AUFAIT_JOB_CALENDAR)
    return NULL;
  if (job->kind == AUFAIT_JOB_CALENDAR &&
      (!is_day (job->first) || !is_day (job->last) || job->first > job->last))
    return NULL;
  return g_steal_pointer (&job);
}

static void
take_relations (AufaitRowBytes *bytes, AufaitCard *card)
{
  guint count = aufait_row_bytes_take_count (bytes, RELATION_BYTES);

  for (guint i = 0; i < count; i++) {
    AufaitCardRelation *relation = aufait_card_relation_new (NULL, NULL, NULL);

    relation->type = aufait_row_bytes_take_needed_text (bytes);
    relation->text = aufait_row_bytes_take_text (bytes);
    relation->uid = aufait_row_bytes_take_text (bytes);
    g_ptr_array_add (card->relations, relation);
  }
}

static void
take_lists (AufaitRowBytes *bytes, AufaitCard *card)
{
  GStrv *lists[] = { &card->nicknames, &card->emails, &card->phones, &card->places };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_strfreev (*lists[i]);
    *lists[i] = aufait_row_bytes_take_texts (bytes);
  }
}

static void
take_card (AufaitRowBytes *bytes, AufaitRow *row)
{
  AufaitCard *card = row->card = aufait_card_new (NULL);
  guint8 kind;

  card->uid = aufait_row_bytes_take_text (bytes);
  card->name = aufait_row_bytes_take_needed_text (bytes);
  take_lists (bytes, card);
  card->birthday = aufait_row_bytes_take_text (bytes);
  card->anniversary = aufait_row_bytes_take_text (bytes);
  card->language = aufait_row_bytes_take_text (bytes);
  card->timezone = aufait_row_bytes_take_text (bytes);
  card->is_dead = take_flag (bytes);
  kind = aufait_row_bytes_take_byte (bytes);
  card->kind = (AufaitCardKind) kind;
  take_relations (bytes, card);
  card->photo = aufait_row_bytes_take_data (bytes);
  if (kind > AUFAIT_CARD_ORGANISATION || *card->name == '\0' || !is_date_or_null (card->birthday) ||
      !is_date_or_null (card->anniversary))
    bytes->is_bad = TRUE;
}

static void
take_attendees (AufaitRowBytes *bytes, AufaitEvent *event)
{
  guint count = aufait_row_bytes_take_count (bytes, ATTENDEE_BYTES);

  for (guint i = 0; i < count; i++) {
    AufaitAttendee *attendee = aufait_attendee_new (NULL, NULL);

    attendee->email = aufait_row_bytes_take_text (bytes);
    attendee->name = aufait_row_bytes_take_text (bytes);
    attendee->declined = take_flag (bytes);
    g_ptr_array_add (event->attendees, attendee);
  }
}

static void
take_event (AufaitRowBytes *bytes, AufaitRow *row)
{
  AufaitEvent *event = row->event = aufait_event_new (NULL, NULL);
  guint8 flags;

  event->uid = aufait_row_bytes_take_needed_text (bytes);
  event->summary = aufait_row_bytes_take_needed_text (bytes);
  event->location = aufait_row_bytes_take_text (bytes);
  event->description = aufait_row_bytes_take_text (bytes);
  event->calendar = aufait_row_bytes_take_text (bytes);
  flags = aufait_row_bytes_take_byte (bytes);
  event->all_day = (flags & EVENT_ALL_DAY) != 0;
  event->recurring = (flags & EVENT_RECURRING) != 0;
  event->cancelled = (flags & EVENT_CANCELLED) != 0;
  event->transparent = (flags & EVENT_TRANSPARENT) != 0;
  event->first = (AufaitDay) aufait_row_bytes_take_number (bytes);
  event->last = (AufaitDay) aufait_row_bytes_take_number (bytes);
  event->start = aufait_row_bytes_take_long (bytes);
  event->end = aufait_row_bytes_take_long (bytes);
  take_attendees (bytes, event);
  if ((flags & ~(guint) EVENT_FLAGS) != 0 || !is_event_valid (event))
    bytes->is_bad = TRUE;
}

static void
take_times (AufaitRowBytes *bytes, AufaitRow *row)
{
  guint count;

  row->all_day = take_flag (bytes);
  count = aufait_row_bytes_take_count (bytes, TIME_BYTES);
  if (count == 0 || count > AUFAIT_ROW_TIMES_MAX) {
    bytes->is_bad = TRUE;
    return;
  }
  row->times = g_array_sized_new (FALSE, FALSE, sizeof (gint64), 2 * count);
  g_array_set_size (row->times, 2 * count);
  for (guint i = 0; i < row->times->len; i += 2) {
    gint64 *time = &g_array_index (row->times, gint64, i);

    time[0] = aufait_row_bytes_take_long (bytes);
    time[1] = aufait_row_bytes_take_long (bytes);
    bytes->is_bad |= !is_time_valid (row->all_day, time[0], time[1]);
  }
}

static void
take_body (AufaitRowBytes *bytes, AufaitRow *row)
{
  switch (row->type) {
  case AUFAIT_ROW_CARD:
    take_card (bytes, row);
    break;
  case AUFAIT_ROW_EVENT:
    take_event (bytes, row);
    break;
  case AUFAIT_ROW_TIMES:
    take_times (bytes, row);
    break;
  case AUFAIT_ROW_PROBLEM:
  case AUFAIT_ROW_FAILED:
    row->text = aufait_row_bytes_take_needed_text (bytes);
    break;
  case AUFAIT_ROW_DONE:
    row->text = aufait_row_bytes_take_text (bytes);
    bytes->is_bad |= row->text != NULL;
    break;
  default:
    bytes->is_bad = TRUE;
  }
}

AufaitRow *
aufait_row_decode (const guint8 *data, gsize length)
{
  AufaitRowBytes bytes = { data, length, length > AUFAIT_ROW_MAX };
  g_autoptr (AufaitRow) row = g_new0 (AufaitRow, 1);

  row->number = aufait_row_bytes_take_number (&bytes);
  row->type = (AufaitRowType) aufait_row_bytes_take_byte (&bytes);
  if (!bytes.is_bad)
    take_body (&bytes, row);
  return aufait_row_bytes_is_done (&bytes) ? g_steal_pointer (&row) : NULL;
}
