/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When there is time for a call, between what the user's calendars hold in the next days. */
#pragma once

#include "aufait-facts.h"
#include "aufait-settings.h"

/* A sentence on it, as "You are free on Thursday from 17:00 to 19:00."; NULL when nothing is known
 * of these days, or nothing is free. Within the hours of @who where they are known, else those of
 * the settings. */
char *aufait_call_time_dup_text (const AufaitFacts *facts,
                                 const AufaitAcquaintance *who,
                                 const AufaitSettings *settings,
                                 GDateTime *now);
