/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The zone that a calendar's VTIMEZONE describes (RFC 5545, 3.6.5). Its rules may be yearly ones.
 */
#pragma once

#include "aufait-ical-component.h"
#include "aufait-ical-zone.h"

/* NULL when it is not whole, or says what is not supported. Right from @first to @last. */
AufaitIcalZone *
aufait_ical_own_zone_read (const AufaitIcalComponent *component, AufaitDay first, AufaitDay last);
