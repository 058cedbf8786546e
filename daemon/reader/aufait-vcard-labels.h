/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a group of properties says only together (Apple): item1.X-ABDATE:2010-06-12 and
 * item1.X-ABLabel:_$!<Anniversary>!$_, in whatever order. */
#pragma once

#include "aufait-vcard-span.h"

typedef struct _AufaitVcardLabels AufaitVcardLabels;

/* @label is "" for a value whose group has none. */
typedef void (*AufaitVcardLabelsVisit) (const char *label, const char *value, gpointer user_data);

AufaitVcardLabels *aufait_vcard_labels_new (void);
void aufait_vcard_labels_free (AufaitVcardLabels *labels);

void aufait_vcard_labels_add_label (AufaitVcardLabels *labels,
                                    AufaitVcardSpan group,
                                    AufaitVcardSpan label);

/* @value is kept until it is visited by @visit. */
void aufait_vcard_labels_add_value (AufaitVcardLabels *labels,
                                    AufaitVcardSpan group,
                                    const char *value,
                                    AufaitVcardLabelsVisit visit);

/* Visits all values in their order, and forgets everything. */
void aufait_vcard_labels_visit (AufaitVcardLabels *labels, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitVcardLabels, aufait_vcard_labels_free)
