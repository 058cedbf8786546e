/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A time of day in words or figures: 18:00, 6pm, "à 18h30", "half past six", midi. */
#pragma once

#include "aufait-reading.h"

/* Reads the time that begins at @index, a word such as "at" before it included, and where a second
 * one follows behind a dash, that too. With @is_sure a bare number behind "at" is one: "at 8".
 * FALSE when there is none. */
gboolean aufait_clock_time_read (
    const AufaitReading *reading, guint index, gboolean is_sure, int *ret_secs, guint *ret_behind);
