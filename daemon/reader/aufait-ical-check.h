/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is broken in an event that is read all the same (SEQUENCE), and what another program says
 * that it could not read (X-LIC-ERROR, which libical leaves behind): the owner of the file hears of
 * it. What is of no use here (GEO, CREATED …) is nobody's fault: nothing is said of it. */
#pragma once

#include "aufait-vcard-property.h"
#include "aufait-vcard-report.h"

/* The number of what is broken, less than 32: the same for all of that name; -1: nothing is. */
int aufait_ical_check_find (const AufaitVcardProperty *property);

/* Says it; @broken is that number. */
void aufait_ical_check_report (int broken,
                               const AufaitVcardProperty *property,
                               AufaitVcardReport *report);
