/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether it is known already how something went: nobody asks how an exam went that was failed. */
#pragma once

#include "aufait-values.h"

/* Whether @note, written once @moment was over, tells how that ended: an exam, an interview or a
 * competition. */
gboolean aufait_outcome_is_told (const AufaitNote *note, const AufaitMoment *moment);
