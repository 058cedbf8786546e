/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which names from a file may be used as the name of a file: those that look like tzdata's. */
#pragma once

#include "aufait-vcard-span.h"

#define AUFAIT_ICAL_GATE_TZID_MAX 64

/* "Europe/Paris", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+8": one to three words of ASCII
 * letters, digits and "_+-", of which the first begins with a letter. */
gboolean aufait_ical_gate_tzid_check (AufaitVcardSpan tzid);
