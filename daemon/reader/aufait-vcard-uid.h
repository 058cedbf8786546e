/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who a card is, and whom it points at, in one form: address books write the same identifier as a
 * URN and without, in capitals and small. */
#pragma once

#include "aufait-vcard-span.h"

/* A decoded UID, without "urn:uuid:"; a UUID in lower case. NULL when it is empty, or too
 * long to be one. */
char *aufait_vcard_uid_read (AufaitVcardSpan value);

gboolean aufait_vcard_uid_is_urn (AufaitVcardSpan value);
