/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A birthday as people write it: "14/07/1990", "14 juillet 1990", "3 May". */
#pragma once

#include "aufait-day.h"

/* Reads @text as "1990-07-14", or "--07-14" where no year is written; in these two forms too. Of
 * two figures the first is the day, unless @month_first. A year of two figures is the last such
 * year up to @today. Words that are a day ("today", "tomorrow") are a birthday without a year.
 * NULL: it is no day, more than one, or in a year to come. To be freed with g_free(). */
char *aufait_birthday_read (const char *text, AufaitDay today, gboolean month_first);
