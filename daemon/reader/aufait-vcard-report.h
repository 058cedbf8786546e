/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What could not be read in a file, as sentences for its owner. */
#pragma once

#include <glib.h>

/* After that many it is silent: who has made such a file knows by then. */
#define AUFAIT_VCARD_REPORT_MAX 20

typedef struct {
  GPtrArray *problems; /* char *; NULL: nobody wants to know */
  guint count;
} AufaitVcardReport;

void aufait_vcard_report_add (AufaitVcardReport *report, const char *format, ...)
    G_GNUC_PRINTF (2, 3);
