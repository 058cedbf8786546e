/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An event and all that it comes again as: by its rule and its further dates, without those that
 * are excluded, with those that are replaced (RFC 5545, 3.8.4.4 and 3.8.5). */
#pragma once

#include "aufait-ical-window.h"

/* Adds to @window the occurrences of @master, and @overrides (AufaitIcalEvent: those of its UID) in
 * the place of theirs. */
void aufait_ical_series_expand (const AufaitIcalEvent *master,
                                const GPtrArray *overrides,
                                AufaitIcalWindow *window);
