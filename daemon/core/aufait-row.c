/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-row.h"

#include <string.h>

/* Of one fixed type each, without variants: what the other side sends decides about values alone.
 */
#define JOB_TYPE      "(uyiis)"
#define ATTENDEE_TYPE "(msmsb)"
#define EVENT_TYPE    "(ssmsmsmsbiixxbbba" ATTENDEE_TYPE ")"
#define RELATION_TYPE "(smsms)"
#define CARD_TYPE     "(mssasasasasmsmsmsmsbya" RELATION_TYPE "may)"
#define ROW_TYPE      "(uym" CARD_TYPE "m" EVENT_TYPE "ms)"

/* Indices of members, for what is read in turn. */
enum {
  ROW_NUMBER,
  ROW_TYPE_CODE,
  ROW_CARD,
  ROW_EVENT,
  ROW_TEXT,
};

#define DAY_MAX     ((AufaitDay) 3652059)            /* 9999-12-31 */
#define INSTANT_MIN G_GINT64_CONSTANT (-62135596800) /* 0001-01-01T00:00:00Z */
#define INSTANT_MAX G_GINT64_CONSTANT (253402300799) /* 9999-12-31T23:59:59Z */

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
  g_free (row->text);
  g_free (row);
}

/* --- writing ------------------------------------------------------------------------------- */

static GBytes *
take_bytes (GVariant *variant)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (variant);

  return g_variant_get_data_as_bytes (sunk);
}

GBytes *
aufait_job_encode (const AufaitJob *job)
{
  const char *zone = job->zone != NULL ? job->zone : "";

  return take_bytes (
      g_variant_new (JOB_TYPE, job->number, (guchar) job->kind, job->first, job->last, zone));
}

static GVariant *
write_relations (const GPtrArray *relations)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" RELATION_TYPE));
  for (guint i = 0; i < relations->len; i++) {
    const AufaitCardRelation *relation = g_ptr_array_index (relations, i);

    g_variant_builder_add (&builder, RELATION_TYPE, relation->type, relation->text, relation->uid);
  }
  return g_variant_builder_end (&builder);
}

static GVariant *
write_photo (GBytes *photo)
{
  GVariant *bytes = NULL;

  if (photo != NULL)
    bytes = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, photo, TRUE);
  return g_variant_new_maybe (G_VARIANT_TYPE_BYTESTRING, bytes);
}

static GVariant *
write_card (const AufaitCard *card)
{
  return g_variant_new ("(mss^as^as^as^asmsmsmsmsby@a" RELATION_TYPE "@may)", card->uid, card->name,
                        card->nicknames, card->emails, card->phones, card->places, card->birthday,
                        card->anniversary, card->language, card->timezone, card->is_dead,
                        (guchar) card->kind, write_relations (card->relations),
                        write_photo (card->photo));
}

static GVariant *
write_attendees (const GPtrArray *attendees)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" ATTENDEE_TYPE));
  for (guint i = 0; i < attendees->len; i++) {
    const AufaitAttendee *attendee = g_ptr_array_index (attendees, i);

    g_variant_builder_add (&builder, ATTENDEE_TYPE, attendee->email, attendee->name,
                           attendee->declined);
  }
  return g_variant_builder_end (&builder);
}

static GVariant *
write_event (const AufaitEvent *event)
{
  return g_variant_new ("(ssmsmsmsbiixxbbb@a" ATTENDEE_TYPE ")", event->uid, event->summary,
                        event->location, event->description, event->calendar, event->all_day,
                        event->first, event->last, event->start, event->end, event->recurring,
                        event->cancelled, event->transparent, write_attendees (event->attendees));
}

static GBytes *
write_row (guint32 number, AufaitRowType type, GVariant *card, GVariant *event, const char *text)
{
  GVariant *maybe_card = g_variant_new_maybe (G_VARIANT_TYPE (CARD_TYPE), card);
  GVariant *maybe_event = g_variant_new_maybe (G_VARIANT_TYPE (EVENT_TYPE), event);

  return take_bytes (g_variant_new ("(uy@m" CARD_TYPE "@m" EVENT_TYPE "ms)", number, (guchar) type,
                                    maybe_card, maybe_event, text));
}

GBytes *
aufait_row_encode_card (guint32 number, const AufaitCard *card)
{
  return write_row (number, AUFAIT_ROW_CARD, write_card (card), NULL, NULL);
}

GBytes *
aufait_row_encode_event (guint32 number, const AufaitEvent *event)
{
  return write_row (number, AUFAIT_ROW_EVENT, NULL, write_event (event), NULL);
}

GBytes *
aufait_row_encode_text (guint32 number, AufaitRowType type, const char *text)
{
  return write_row (number, type, NULL, NULL, text);
}

/* --- checking ------------------------------------------------------------------------------ */

/* Fit to be shown on one line: no control characters, none that turn the direction of what follows
 * (UTF-8 is valid already). */
static gboolean
is_plain (const char *text)
{
  for (const guchar *c = (const guchar *) text; *c != '\0'; c++) {
    if (*c < 0x20 || *c == 0x7f)
      return FALSE;
    if (c[0] == 0xc2 && c[1] >= 0x80 && c[1] <= 0x9f)
      return FALSE;
    if (c[0] == 0xe2 && c[1] == 0x80 && c[2] >= 0xa8 && c[2] <= 0xae)
      return FALSE;
    if (c[0] == 0xe2 && c[1] == 0x81 && c[2] >= 0xa6 && c[2] <= 0xa9)
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_plain_or_null (const char *text)
{
  return text == NULL || is_plain (text);
}

static gboolean
are_plain (const char *const *texts)
{
  for (; *texts != NULL; texts++) {
    if (!is_plain (*texts))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_day (AufaitDay day)
{
  return day > AUFAIT_DAY_NONE && day <= DAY_MAX;
}

static gboolean
is_instant (gint64 instant)
{
  return instant >= INSTANT_MIN && instant <= INSTANT_MAX;
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
is_card_valid (const AufaitCard *card)
{
  if (*card->name == '\0' || !is_plain (card->name) || !is_plain_or_null (card->uid))
    return FALSE;
  if (!are_plain ((const char *const *) card->nicknames) ||
      !are_plain ((const char *const *) card->emails) ||
      !are_plain ((const char *const *) card->phones) ||
      !are_plain ((const char *const *) card->places))
    return FALSE;
  if (!is_date_or_null (card->birthday) || !is_date_or_null (card->anniversary))
    return FALSE;
  if (!is_plain_or_null (card->language) || !is_plain_or_null (card->timezone))
    return FALSE;
  return card->kind <= AUFAIT_CARD_ORGANISATION;
}

static gboolean
is_event_valid (const AufaitEvent *event)
{
  if (!is_plain (event->uid) || !is_plain (event->summary))
    return FALSE;
  if (!is_plain_or_null (event->location) || !is_plain_or_null (event->description) ||
      !is_plain_or_null (event->calendar))
    return FALSE;
  if (event->all_day)
    return is_day (event->first) && is_day (event->last) && event->first <= event->last &&
           event->start == 0 && event->end == 0;
  return is_instant (event->start) && is_instant (event->end) && event->start <= event->end &&
         event->first == AUFAIT_DAY_NONE && event->last == AUFAIT_DAY_NONE;
}

/* --- reading ------------------------------------------------------------------------------- */

/* The variant that the bytes are, when they are one in the one form that it has. */
static GVariant *
read_variant (const char *type, const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) variant = NULL;

  if (length == 0 || length > AUFAIT_ROW_MAX)
    return NULL;
  bytes = g_bytes_new_static (data, length);
  variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type), bytes, FALSE));
  return g_variant_is_normal_form (variant) ? g_steal_pointer (&variant) : NULL;
}

AufaitJob *
aufait_job_decode (const guint8 *data, gsize length)
{
  g_autoptr (GVariant) variant = read_variant (JOB_TYPE, data, length);
  g_autoptr (AufaitJob) job = NULL;
  guint32 number;
  guchar kind;

  if (variant == NULL)
    return NULL;
  g_variant_get_child (variant, 1, "y", &kind);
  if (kind > AUFAIT_JOB_CALENDAR)
    return NULL;
  job = aufait_job_new (0, (AufaitJobKind) kind);
  g_variant_get (variant, JOB_TYPE, &number, &kind, &job->first, &job->last, &job->zone);
  job->number = number;
  if (job->kind == AUFAIT_JOB_CALENDAR &&
      (!is_day (job->first) || !is_day (job->last) || job->first > job->last))
    return NULL;
  return g_steal_pointer (&job);
}

static gboolean
read_relations (GVariantIter *iter, AufaitCard *card)
{
  const char *type, *text, *uid;

  while (g_variant_iter_loop (iter, "(&sm&sm&s)", &type, &text, &uid)) {
    if (!is_plain (type) || !is_plain_or_null (text) || !is_plain_or_null (uid))
      return FALSE;
    g_ptr_array_add (card->relations, aufait_card_relation_new (type, text, uid));
  }
  return TRUE;
}

static void
clear_card_lists (AufaitCard *card)
{
  g_clear_pointer (&card->nicknames, g_strfreev);
  g_clear_pointer (&card->emails, g_strfreev);
  g_clear_pointer (&card->phones, g_strfreev);
  g_clear_pointer (&card->places, g_strfreev);
}

static AufaitCard *
read_card (GVariant *variant)
{
  g_autoptr (AufaitCard) card = aufait_card_new (NULL);
  g_autoptr (GVariantIter) relations = NULL;
  g_autoptr (GVariant) photo = NULL;
  guchar kind;

  clear_card_lists (card);
  g_variant_get (variant, "(mss^as^as^as^asmsmsmsmsbya" RELATION_TYPE "m@ay)", &card->uid,
                 &card->name, &card->nicknames, &card->emails, &card->phones, &card->places,
                 &card->birthday, &card->anniversary, &card->language, &card->timezone,
                 &card->is_dead, &kind, &relations, &photo);
  card->kind = (AufaitCardKind) kind;
  if (photo != NULL) {
    g_autoptr (GBytes) shared = g_variant_get_data_as_bytes (photo);

    /* The bytes that were received are not ours to keep. */
    card->photo = g_bytes_new (g_bytes_get_data (shared, NULL), g_bytes_get_size (shared));
  }
  if (!is_card_valid (card) || !read_relations (relations, card))
    return NULL;
  return g_steal_pointer (&card);
}

static gboolean
read_attendees (GVariantIter *iter, AufaitEvent *event)
{
  const char *email, *name;
  gboolean declined;

  while (g_variant_iter_loop (iter, "(m&sm&sb)", &email, &name, &declined)) {
    AufaitAttendee *attendee;

    if (!is_plain_or_null (email) || !is_plain_or_null (name))
      return FALSE;
    attendee = aufait_attendee_new (email, name);
    attendee->declined = declined;
    g_ptr_array_add (event->attendees, attendee);
  }
  return TRUE;
}

static AufaitEvent *
read_event (GVariant *variant)
{
  g_autoptr (AufaitEvent) event = aufait_event_new (NULL, NULL);
  g_autoptr (GVariantIter) attendees = NULL;

  g_variant_get (variant, EVENT_TYPE, &event->uid, &event->summary, &event->location,
                 &event->description, &event->calendar, &event->all_day, &event->first,
                 &event->last, &event->start, &event->end, &event->recurring, &event->cancelled,
                 &event->transparent, &attendees);
  if (!is_event_valid (event) || !read_attendees (attendees, event))
    return NULL;
  return g_steal_pointer (&event);
}

static gboolean
read_body (GVariant *variant, AufaitRow *row)
{
  g_autoptr (GVariant) card = NULL, event = NULL;

  g_variant_get_child (variant, ROW_CARD, "m@" CARD_TYPE, &card);
  g_variant_get_child (variant, ROW_EVENT, "m@" EVENT_TYPE, &event);
  g_variant_get_child (variant, ROW_TEXT, "ms", &row->text);
  if (card != NULL)
    row->card = read_card (card);
  if (event != NULL)
    row->event = read_event (event);
  /* What a row is not about, it does not bring along. */
  if ((card != NULL) != (row->type == AUFAIT_ROW_CARD) ||
      (event != NULL) != (row->type == AUFAIT_ROW_EVENT))
    return FALSE;
  switch (row->type) {
  case AUFAIT_ROW_CARD:
    return row->card != NULL && row->text == NULL;
  case AUFAIT_ROW_EVENT:
    return row->event != NULL && row->text == NULL;
  case AUFAIT_ROW_DONE:
    return row->text == NULL;
  case AUFAIT_ROW_PROBLEM:
  case AUFAIT_ROW_FAILED:
  default:
    return row->text != NULL && is_plain (row->text);
  }
}

AufaitRow *
aufait_row_decode (const guint8 *data, gsize length)
{
  g_autoptr (GVariant) variant = read_variant (ROW_TYPE, data, length);
  g_autoptr (AufaitRow) row = NULL;
  guchar type;

  if (variant == NULL)
    return NULL;
  g_variant_get_child (variant, ROW_TYPE_CODE, "y", &type);
  if (type > AUFAIT_ROW_FAILED)
    return NULL;
  row = g_new0 (AufaitRow, 1);
  row->type = (AufaitRowType) type;
  g_variant_get_child (variant, ROW_NUMBER, "u", &row->number);
  return read_body (variant, row) ? g_steal_pointer (&row) : NULL;
}
