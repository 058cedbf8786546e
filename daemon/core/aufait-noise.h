/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What looks like a day or an event and is none: titles in quotation marks, telephone numbers,
 * addresses, scores. */
#pragma once

#include "aufait-reading.h"

/* Hides them. */
void aufait_noise_hide (AufaitReading *reading);
