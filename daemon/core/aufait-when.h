/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When someone means, who answers a question of the form "until when?". */
#pragma once

#include "aufait-day.h"

/* A day, and the time of it if one was said. */
typedef struct {
  AufaitDay day;
  int secs; /* seconds after midnight; -1: the day alone */
} AufaitWhen;

/* Reads WHEN: 2026-08-21, "2026-08-21 18:00", 18:00, tomorrow, friday, 3d, 2w, 1y, "in 3 days",
 * demain, vendredi, "dans 3 jours", with a time or a part of the day behind a day in either
 * language; 20min and, up to 5h59, 2h, 2h30 or "2 h" from now. A time alone is the next such time
 * after @now. A span of days ("next week") is its first day. All of @text must be understood, and
 * lie in the years 1000 to 2999: else FALSE and @ret_when untouched. */
gboolean
aufait_when_parse (const char *text, GDateTime *now, gboolean month_first, AufaitWhen *ret_when);

/* As above for what lies behind ("--on yesterday"): a day name is the last such day. */
gboolean aufait_when_parse_past (const char *text,
                                 GDateTime *now,
                                 gboolean month_first,
                                 AufaitWhen *ret_when);
