/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days that no calendar has: 31 June, le 30 février, 2026-13-01. Whoever wrote one meant a day that
 * nobody knows, and no part of it is another: neither June, nor the 31st. */
#pragma once

#include "aufait-reading.h"

/* Hides such days from @reading, with the weekday before them and with the other end of a span that
 * one of them ends. */
void aufait_false_day_hide (AufaitReading *reading);
