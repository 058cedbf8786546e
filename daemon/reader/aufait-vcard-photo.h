/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture that is in the card itself. */
#pragma once

#include "aufait-vcard-property.h"

#define AUFAIT_VCARD_PHOTO_MAX (1024 * 1024)

/* The decoded picture of a PHOTO: base64, or a "data:" URI in base64. NULL when it lies elsewhere,
 * is larger than AUFAIT_VCARD_PHOTO_MAX, or is not what it says. */
GBytes *aufait_vcard_photo_read (const AufaitVcardProperty *property);
