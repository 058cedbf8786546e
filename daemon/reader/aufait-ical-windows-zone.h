/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Windows, and so Outlook and Exchange, call zones. */
#pragma once

#include "aufait-vcard-span.h"

/* tzdata's name of "W. Europe Standard Time": "Europe/Berlin"; NULL when there is none. */
const char *aufait_ical_windows_zone_find (AufaitVcardSpan name);
