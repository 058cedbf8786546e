/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "aufait-row.h"

#define DAY(y, m, d) aufait_day_new (y, m, d)

static AufaitEvent *
new_event (void)
{
  AufaitEvent *event = aufait_event_new ("uid-1", "Déjeuner avec Claire");
  AufaitAttendee *claire = aufait_attendee_new ("claire@example.org", "Claire");

  event->location = g_strdup ("Lyon");
  event->start = 1780000000;
  event->end = 1780003600;
  event->recurring = TRUE;
  event->transparent = TRUE;
  claire->declined = TRUE;
  g_ptr_array_add (event->attendees, claire);
  g_ptr_array_add (event->attendees, aufait_attendee_new (NULL, "Paul"));
  return event;
}

static AufaitCard *
new_card (void)
{
  AufaitCard *card = aufait_card_new ("Zoé");

  card->uid = g_strdup ("c1");
  g_strfreev (card->emails);
  card->emails = g_strsplit ("zoe@example.org,z@example.org", ",", -1);
  card->birthday = g_strdup ("--02-29");
  card->anniversary = g_strdup ("2001-06-30");
  card->is_dead = TRUE;
  card->kind = AUFAIT_CARD_GROUP;
  g_ptr_array_add (card->relations, aufait_card_relation_new ("spouse", "Luc", NULL));
  g_ptr_array_add (card->relations, aufait_card_relation_new ("friend", NULL, "c2"));
  card->photo = g_bytes_new ("\0\1\2", 3);
  return card;
}

static AufaitRow *
decode (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return aufait_row_decode (data, length);
}

static AufaitRow *
send_event (const AufaitEvent *event)
{
  g_autoptr (GBytes) bytes = aufait_row_encode_event (7, event);

  return decode (bytes);
}

static AufaitRow *
send_card (const AufaitCard *card)
{
  g_autoptr (GBytes) bytes = aufait_row_encode_card (7, card);

  return decode (bytes);
}

static void
test_event_comes_back (void)
{
  g_autoptr (AufaitEvent) event = new_event ();
  g_autoptr (AufaitRow) row = send_event (event);
  const AufaitAttendee *attendee;

  g_assert_nonnull (row);
  g_assert_cmpuint (row->number, ==, 7);
  g_assert_cmpint (row->type, ==, AUFAIT_ROW_EVENT);
  g_assert_null (row->card);
  g_assert_cmpstr (row->event->uid, ==, "uid-1");
  g_assert_cmpstr (row->event->summary, ==, "Déjeuner avec Claire");
  g_assert_cmpstr (row->event->location, ==, "Lyon");
  g_assert_null (row->event->description);
  g_assert_cmpint (row->event->start, ==, 1780000000);
  g_assert_cmpint (row->event->end, ==, 1780003600);
  g_assert_true (row->event->recurring && row->event->transparent);
  g_assert_false (row->event->cancelled || row->event->all_day);
  g_assert_cmpuint (row->event->attendees->len, ==, 2);
  attendee = g_ptr_array_index (row->event->attendees, 0);
  g_assert_cmpstr (attendee->email, ==, "claire@example.org");
  g_assert_true (attendee->declined);
  attendee = g_ptr_array_index (row->event->attendees, 1);
  g_assert_null (attendee->email);
  g_assert_cmpstr (attendee->name, ==, "Paul");
}

static void
test_all_day_comes_back (void)
{
  g_autoptr (AufaitEvent) event = new_event ();
  g_autoptr (AufaitRow) row = NULL;

  event->all_day = TRUE;
  event->start = event->end = 0;
  event->first = DAY (2026, 8, 10);
  event->last = DAY (2026, 8, 20);
  row = send_event (event);
  g_assert_true (row->event->all_day);
  g_assert_cmpint (row->event->first, ==, DAY (2026, 8, 10));
  g_assert_cmpint (row->event->last, ==, DAY (2026, 8, 20));
}

static void
test_card_comes_back (void)
{
  g_autoptr (AufaitCard) card = new_card ();
  g_autoptr (AufaitRow) row = send_card (card);
  const AufaitCardRelation *relation;

  g_assert_nonnull (row);
  g_assert_cmpint (row->type, ==, AUFAIT_ROW_CARD);
  g_assert_cmpstr (row->card->uid, ==, "c1");
  g_assert_cmpstr (row->card->name, ==, "Zoé");
  g_assert_cmpuint (g_strv_length (row->card->nicknames), ==, 0);
  g_assert_cmpstr (row->card->emails[1], ==, "z@example.org");
  g_assert_cmpstr (row->card->birthday, ==, "--02-29");
  g_assert_cmpstr (row->card->anniversary, ==, "2001-06-30");
  g_assert_null (row->card->language);
  g_assert_true (row->card->is_dead);
  g_assert_cmpint (row->card->kind, ==, AUFAIT_CARD_GROUP);
  relation = g_ptr_array_index (row->card->relations, 1);
  g_assert_cmpstr (relation->type, ==, "friend");
  g_assert_null (relation->text);
  g_assert_cmpstr (relation->uid, ==, "c2");
  g_assert_true (g_bytes_equal (row->card->photo, card->photo));
}

static void
test_texts_come_back (void)
{
  static const struct {
    AufaitRowType type;
    const char *text;
  } valid[] = {
    { AUFAIT_ROW_PROBLEM, "line 3" },
    { AUFAIT_ROW_DONE, NULL },
    { AUFAIT_ROW_FAILED, "too large" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    g_autoptr (GBytes) bytes = aufait_row_encode_text (9, valid[i].type, valid[i].text);
    g_autoptr (AufaitRow) row = decode (bytes);

    g_assert_nonnull (row);
    g_assert_cmpuint (row->number, ==, 9);
    g_assert_cmpint (row->type, ==, valid[i].type);
    g_assert_cmpstr (row->text, ==, valid[i].text);
  }
}

static void
test_job_comes_back (void)
{
  g_autoptr (AufaitJob) job = aufait_job_new (5, AUFAIT_JOB_CALENDAR);
  g_autoptr (AufaitJob) read = NULL;
  g_autoptr (GBytes) bytes = NULL;

  job->first = DAY (2024, 1, 1);
  job->last = DAY (2026, 12, 31);
  job->zone = g_strdup ("Europe/Paris");
  bytes = aufait_job_encode (job);
  read = aufait_job_decode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (read);
  g_assert_cmpuint (read->number, ==, 5);
  g_assert_cmpint (read->kind, ==, AUFAIT_JOB_CALENDAR);
  g_assert_cmpint (read->first, ==, job->first);
  g_assert_cmpint (read->last, ==, job->last);
  g_assert_cmpstr (read->zone, ==, "Europe/Paris");
}

static void
test_refuses_jobs (void)
{
  static const struct {
    int kind;
    AufaitDay first;
    AufaitDay last;
  } invalid[] = {
    { 2, 700000, 700001 },
    { 255, 700000, 700001 },
    { AUFAIT_JOB_CALENDAR, 0, 700001 },
    { AUFAIT_JOB_CALENDAR, 700002, 700001 },
    { AUFAIT_JOB_CALENDAR, 700000, 3652060 },
    { AUFAIT_JOB_CALENDAR, -5, 700001 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_autoptr (AufaitJob) job = aufait_job_new (5, (AufaitJobKind) invalid[i].kind);
    g_autoptr (GBytes) bytes = NULL;

    job->first = invalid[i].first;
    job->last = invalid[i].last;
    bytes = aufait_job_encode (job);
    g_test_message ("row %u", i);
    g_assert_null (aufait_job_decode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
  }
}

static void
test_refuses_odd_times (void)
{
  static const struct {
    gboolean all_day;
    AufaitDay first;
    AufaitDay last;
    gint64 start;
    gint64 end;
  } invalid[] = {
    { FALSE, 0, 0, 100, 99 },      { FALSE, 0, 0, G_MININT64, 0 }, { FALSE, 0, 0, 0, G_MAXINT64 },
    { FALSE, 5, 5, 100, 101 },     { TRUE, 0, 5, 0, 0 },           { TRUE, 5, 4, 0, 0 },
    { TRUE, 5, G_MAXINT32, 0, 0 }, { TRUE, -1, 5, 0, 0 },          { TRUE, 5, 5, 100, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_autoptr (AufaitEvent) event = new_event ();
    g_autoptr (AufaitRow) row = NULL;

    event->all_day = invalid[i].all_day;
    event->first = invalid[i].first;
    event->last = invalid[i].last;
    event->start = invalid[i].start;
    event->end = invalid[i].end;
    row = send_event (event);
    g_test_message ("row %u", i);
    g_assert_null (row);
  }
}

static void
test_refuses_texts_that_are_not_plain (void)
{
  static const char *const invalid[] = { "two\nlines",
                                         "bell\a",
                                         "\x7f",
                                         "\xc2\x85",
                                         ("\xe2\x80\xae"
                                          "evil"),
                                         "\xe2\x81\xa7",
                                         "\xe2\x80\xa8" };
  static const char *const valid[] = { "", "é — “x”", "\xe2\x80\x99", "\xc2\xa0", "😀" };

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_autoptr (AufaitEvent) event = aufait_event_new ("u", invalid[i]);
    g_autoptr (AufaitCard) card = aufait_card_new (invalid[i]);
    g_autoptr (GBytes) bytes = aufait_row_encode_text (1, AUFAIT_ROW_PROBLEM, invalid[i]);

    g_test_message ("row %u", i);
    g_assert_null (send_event (event));
    g_assert_null (send_card (card));
    g_assert_null (decode (bytes));
  }
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    g_autoptr (AufaitEvent) event = aufait_event_new ("u", valid[i]);
    g_autoptr (AufaitRow) row = send_event (event);

    g_assert_nonnull (row);
    g_assert_cmpstr (row->event->summary, ==, valid[i]);
  }
}

static void
test_refuses_odd_cards (void)
{
  static const struct {
    const char *name;
    const char *birthday;
    int kind;
  } invalid[] = {
    { "", NULL, 0 }, { "a", "1984-02-30", 0 }, { "a", "--02-30", 0 },      { "a", "19840229", 0 },
    { "a", "", 0 },  { "a", "--", 0 },         { "a", "--1984-02-29", 0 }, { "a", NULL, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_autoptr (AufaitCard) card = aufait_card_new (invalid[i].name);

    card->birthday = g_strdup (invalid[i].birthday);
    card->kind = (AufaitCardKind) invalid[i].kind;
    g_test_message ("row %u", i);
    g_assert_null (send_card (card));
  }
}

static GArray *
new_times (const gint64 *values, guint n)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (times, values, n);
  return times;
}

static AufaitRow *
send_times (gboolean all_day, const gint64 *values, guint n)
{
  g_autoptr (GArray) times = new_times (values, n);
  g_autoptr (GBytes) bytes = aufait_row_encode_times (7, all_day, times);

  return decode (bytes);
}

static void
test_times_come_back (void)
{
  const gint64 instants[] = { -1, 0, 1780000000, 1780003600, 5, 5 };
  const gint64 days[] = { DAY (2026, 8, 10), DAY (2026, 8, 20) };
  g_autoptr (AufaitRow) row = send_times (FALSE, instants, G_N_ELEMENTS (instants));
  g_autoptr (AufaitRow) other = send_times (TRUE, days, G_N_ELEMENTS (days));

  g_assert_cmpuint (row->number, ==, 7);
  g_assert_cmpint (row->type, ==, AUFAIT_ROW_TIMES);
  g_assert_false (row->all_day);
  g_assert_cmpmem (row->times->data, row->times->len * sizeof (gint64), instants, sizeof instants);
  g_assert_true (other->all_day);
  g_assert_cmpmem (other->times->data, other->times->len * sizeof (gint64), days, sizeof days);
}

static void
test_refuses_times_that_cannot_be (void)
{
  const struct {
    gboolean all_day;
    gint64 begins, ends;
  } rows[] = {
    { FALSE, 2, 1 },
    { FALSE, G_MININT64, 0 },
    { FALSE, 0, G_MAXINT64 },
    { TRUE, 0, 1 },
    { TRUE, DAY (2026, 8, 2), DAY (2026, 8, 1) },
    { TRUE, 1, 3652060 },
    { TRUE, 1 + (G_GINT64_CONSTANT (1) << 32), 2 + (G_GINT64_CONSTANT (1) << 32) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const gint64 values[] = { 1, 1, rows[i].begins, rows[i].ends };

    g_test_message ("row %u", i);
    g_assert_null (send_times (rows[i].all_day, values, G_N_ELEMENTS (values)));
  }
  g_assert_null (send_times (FALSE, NULL, 0));
}

static void
test_refuses_too_many_times (void)
{
  g_autofree gint64 *values = g_new0 (gint64, 2 * (AUFAIT_ROW_TIMES_MAX + 1));
  g_autoptr (AufaitRow) row = send_times (FALSE, values, 2 * AUFAIT_ROW_TIMES_MAX);

  g_assert_nonnull (row);
  g_assert_null (send_times (FALSE, values, 2 * (AUFAIT_ROW_TIMES_MAX + 1)));
}

/* No byte may be missing, and no changed byte may be taken for something else than a row. */
static void
test_bears_damage (void)
{
  g_autoptr (AufaitEvent) event = new_event ();
  g_autoptr (GBytes) bytes = aufait_row_encode_event (7, event);
  gsize length = g_bytes_get_size (bytes);

  for (gsize i = 0; i < length; i++) {
    g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
    g_autoptr (AufaitRow) shorter = aufait_row_decode (copy, i);
    g_autoptr (AufaitRow) damaged = NULL;

    g_assert_null (shorter);
    copy[i] ^= 0x81;
    damaged = aufait_row_decode (copy, length);
    if (damaged != NULL && damaged->event != NULL)
      g_assert_true (g_utf8_validate (damaged->event->summary, -1, NULL));
  }
}

static void
test_reads_from_any_address (void)
{
  g_autoptr (AufaitCard) card = new_card ();
  g_autoptr (GBytes) bytes = aufait_row_encode_card (7, card);
  gsize length = g_bytes_get_size (bytes);
  g_autofree guint8 *room = g_malloc (length + 8);

  for (gsize shift = 0; shift < 8; shift++) {
    g_autoptr (AufaitRow) row = NULL;

    memcpy (room + shift, g_bytes_get_data (bytes, NULL), length);
    row = aufait_row_decode (room + shift, length);
    memset (room, 0xff, length + 8);
    g_assert_nonnull (row);
    g_assert_cmpstr (row->card->name, ==, "Zoé");
    g_assert_true (g_bytes_equal (row->card->photo, card->photo));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row/event-comes-back", test_event_comes_back);
  g_test_add_func ("/row/all-day-comes-back", test_all_day_comes_back);
  g_test_add_func ("/row/card-comes-back", test_card_comes_back);
  g_test_add_func ("/row/texts-come-back", test_texts_come_back);
  g_test_add_func ("/row/job-comes-back", test_job_comes_back);
  g_test_add_func ("/row/refuses-jobs", test_refuses_jobs);
  g_test_add_func ("/row/refuses-odd-times", test_refuses_odd_times);
  g_test_add_func ("/row/refuses-texts-that-are-not-plain", test_refuses_texts_that_are_not_plain);
  g_test_add_func ("/row/refuses-odd-cards", test_refuses_odd_cards);
  g_test_add_func ("/row/times-come-back", test_times_come_back);
  g_test_add_func ("/row/refuses-times-that-cannot-be", test_refuses_times_that_cannot_be);
  g_test_add_func ("/row/refuses-too-many-times", test_refuses_too_many_times);
  g_test_add_func ("/row/bears-damage", test_bears_damage);
  g_test_add_func ("/row/reads-from-any-address", test_reads_from_any_address);
  return g_test_run ();
}
