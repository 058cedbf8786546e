/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day of a contact, where the words that go with it tell it: "yesterday he was tired", "at the
 * cafe yesterday". */
#pragma once

#include "aufait-day.h"

/* The day with which @text begins, or with which it ends where it only tells how and where ("at the
 * cafe yesterday", but not "his dog died yesterday"): a single day that can be none but @today or
 * one before, as "last Friday" is and "Friday" is not. AUFAIT_DAY_NONE: it tells none. Reads French
 * and English; takes any valid UTF-8. @month_first: as in AufaitSentenceContext. Sets as @ret_rest
 * the words behind a day at the start, within @text; else it is left as it is. */
AufaitDay aufait_told_day_find (const char *text,
                                AufaitDay today,
                                gboolean month_first,
                                const char **ret_rest);
