/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values that are names of something for programs: only what has their form is let through. */
#pragma once

#include "aufait-vcard-span.h"

/* "fr", "pt-BR" (RFC 5646). */
gboolean aufait_vcard_tag_is_language (AufaitVcardSpan value);

/* "Europe/Paris", at most three parts, so that it can never be a path to elsewhere; or "+01:00",
 * "-0500". Whether there is such a zone is not known. */
gboolean aufait_vcard_tag_is_zone (AufaitVcardSpan value);
