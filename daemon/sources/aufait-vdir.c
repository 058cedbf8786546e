/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vdir.h"

#include <string.h>

gboolean
aufait_vdir_is_item (const char *name, AufaitJobKind *ret_kind)
{
  gsize length = strlen (name);
  const char *ending = name + length - 4;
  gboolean is_card, is_calendar;

  if (*name == '.' || length <= 4)
    return FALSE;
  is_card = g_ascii_strcasecmp (ending, ".vcf") == 0;
  is_calendar = !is_card && g_ascii_strcasecmp (ending, ".ics") == 0;
  if (ret_kind != NULL && (is_card || is_calendar))
    *ret_kind = is_card ? AUFAIT_JOB_CARDS : AUFAIT_JOB_CALENDAR;
  return is_card || is_calendar;
}
