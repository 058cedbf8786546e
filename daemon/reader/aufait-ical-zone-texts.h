/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The VTIMEZONEs that were read before. Programs write the same text into every file of theirs: it
 * is taken apart once. */
#pragma once

#include "aufait-ical-component.h"

typedef struct _AufaitIcalZoneTexts AufaitIcalZoneTexts;

AufaitIcalZoneTexts *aufait_ical_zone_texts_new (void);
void aufait_ical_zone_texts_free (AufaitIcalZoneTexts *texts);

/* Before another file: where there are too many, all are forgotten. Nothing that was found before
 * may still be in use. */
void aufait_ical_zone_texts_trim (AufaitIcalZoneTexts *texts);

/* An AufaitIcalGateFindZone: @texts is an AufaitIcalZoneTexts. Reads the zone when it is new. What
 * is found lasts until aufait_ical_zone_texts_trim. NULL: there is something to report of it, or it
 * is more or less than one zone, or there is no more room. */
AufaitIcalComponent *
aufait_ical_zone_texts_find (AufaitVcardSpan text, guint *ret_n_lines, gpointer texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitIcalZoneTexts, aufait_ical_zone_texts_free)
