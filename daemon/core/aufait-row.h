/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What daemon and aufait-reader say to each other, over a Unix stream socket: jobs one way, each
 * with an open file; rows the other way. A message is its length in 4 bytes (little-endian, at most
 * AUFAIT_ROW_MAX) and so many bytes, which are what is encoded and decoded here. The descriptor of
 * a job comes with the first of the 4. The reader is not trusted: what it sends is checked. */
#pragma once

#include "aufait-card.h"
#include "aufait-event.h"

#define AUFAIT_ROW_MAX (4 * 1024 * 1024)

/* So many times may follow an event; then it is sent again. */
#define AUFAIT_ROW_TIMES_MAX 999

typedef enum {
  AUFAIT_JOB_CARDS,
  AUFAIT_JOB_CALENDAR,
} AufaitJobKind;

/* One file to read. The descriptor travels beside it (SCM_RIGHTS). */
typedef struct {
  guint32 number; /* comes back in every row */
  AufaitJobKind kind;
  AufaitDay first; /* the window of days; occurrences that touch it are wanted */
  AufaitDay last;
  char *zone; /* tzdata's name of the user's zone, for floating times */
} AufaitJob;

AufaitJob *aufait_job_new (guint32 number, AufaitJobKind kind);
void aufait_job_free (AufaitJob *job);
GBytes *aufait_job_encode (const AufaitJob *job);
AufaitJob *aufait_job_decode (const guint8 *data, gsize length);

typedef enum {
  AUFAIT_ROW_CARD,
  AUFAIT_ROW_EVENT,
  AUFAIT_ROW_TIMES,   /* the event before occurs again, then: nothing else is different */
  AUFAIT_ROW_PROBLEM, /* something in the file that was not understood; the rest was */
  AUFAIT_ROW_DONE,    /* the file is read */
  AUFAIT_ROW_FAILED,  /* the file cannot be read; text says why */
} AufaitRowType;

typedef struct {
  guint32 number;
  AufaitRowType type;
  AufaitCard *card;   /* of AUFAIT_ROW_CARD */
  AufaitEvent *event; /* of AUFAIT_ROW_EVENT */
  gboolean all_day;   /* of AUFAIT_ROW_TIMES: whether they are days */
  GArray *times;      /* the same: gint64, in pairs: start and end, or first and last day */
  char *text;         /* of AUFAIT_ROW_PROBLEM and AUFAIT_ROW_FAILED */
} AufaitRow;

void aufait_row_free (AufaitRow *row);
GBytes *aufait_row_encode_card (guint32 number, const AufaitCard *card);
GBytes *aufait_row_encode_event (guint32 number, const AufaitEvent *event);

/* @times: pairs of gint64, 1 to AUFAIT_ROW_TIMES_MAX of them. */
GBytes *aufait_row_encode_times (guint32 number, gboolean all_day, const GArray *times);
GBytes *aufait_row_encode_text (guint32 number, AufaitRowType type, const char *text);

/* NULL when the bytes are no row: wrong form, unknown type, text that is not UTF-8, days or
 * instants out of range. */
AufaitRow *aufait_row_decode (const guint8 *data, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitJob, aufait_job_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitRow, aufait_row_free)
