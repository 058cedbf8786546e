/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the daemon says of silences: aufait-wording has the rest. Each sets title and action of a
 * nudge whose person is set. */
#pragma once

#include "aufait-spoken-day.h"
#include "aufait-tie.h"
#include "aufait-values.h"

/* They are to be asked after. @last_on: the last contact; AUFAIT_DAY_NONE: none is known. */
void aufait_wording_ties_checkin (AufaitNudge *nudge, AufaitDay last_on, AufaitDay today);

/* Silent for far longer than is usual with them. @is_gentle: for so long that no rhythm is spoken
 * of. */
void aufait_wording_ties_drift (AufaitNudge *nudge,
                                const AufaitTie *tie,
                                gboolean is_gentle,
                                AufaitDay today);
