/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vdir.h"

#include <string.h>

/* @ending, of four bytes; in either case. */
static gboolean
is_ending (const char *ending, const char *lower)
{
  return ending[0] == '.' && g_ascii_tolower (ending[1]) == lower[1] &&
         g_ascii_tolower (ending[2]) == lower[2] && g_ascii_tolower (ending[3]) == lower[3];
}

gboolean
aufait_vdir_is_item (const char *name, AufaitJobKind *ret_kind)
{
  gsize length = strlen (name);
  const char *ending = name + length - 4;
  gboolean is_card, is_calendar;

  if (*name == '.' || length <= 4)
    return FALSE;
  is_card = is_ending (ending, ".vcf");
  is_calendar = !is_card && is_ending (ending, ".ics");
  if (ret_kind != NULL && (is_card || is_calendar))
    *ret_kind = is_card ? AUFAIT_JOB_CARDS : AUFAIT_JOB_CALENDAR;
  return is_card || is_calendar;
}
