/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one file holds, gathered while it is read and kept as a whole. */
#pragma once

#include "aufait-card.h"
#include "aufait-event.h"

/* The occurrences that differ in nothing but their time: the words are kept once. */
typedef struct {
  AufaitEvent *event; /* the first */
  GArray *times;      /* gint64, in pairs: begin and end, or first and last day */
} AufaitFileContentSeries;

typedef struct {
  GPtrArray *cards;    /* AufaitCard */
  GPtrArray *series;   /* AufaitFileContentSeries */
  GPtrArray *problems; /* char *: what was not understood, in words */
  guint n_items;       /* cards, and events by their uid */
} AufaitFileContent;

AufaitFileContent *aufait_file_content_new (void);
void aufait_file_content_free (AufaitFileContent *content);

/* These consume what they are given. Of many problems the first 20 are kept. */
void aufait_file_content_take_card (AufaitFileContent *content, AufaitCard *card);
void aufait_file_content_take_event (AufaitFileContent *content, AufaitEvent *event);
void aufait_file_content_take_problem (AufaitFileContent *content, char *problem);

/* The last event that was taken occurs again, at @times (pairs, as in a series). FALSE: there is
 * none, or it is not of that form. */
gboolean
aufait_file_content_add_times (AufaitFileContent *content, gboolean all_day, const GArray *times);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitFileContent, aufait_file_content_free)
