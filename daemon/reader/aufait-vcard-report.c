/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-report.h"

void
aufait_vcard_report_add (AufaitVcardReport *report, const char *format, ...)
{
  va_list arguments;

  if (report->problems == NULL || report->count >= AUFAIT_VCARD_REPORT_MAX)
    return;
  report->count++;
  va_start (arguments, format);
  g_ptr_array_add (report->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}
