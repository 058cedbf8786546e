/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each nudge that is shown is one line of JSON, {"nudge":…}, on a stream, and each digest another,
 * {"digest":{"count":…,"text":…}}. Needs no session bus. Waits for whoever reads the stream, if it
 * is a pipe that is full. */
#pragma once

#include <stdio.h>

#include "aufait-notifier.h"

#define AUFAIT_TYPE_LOG_NOTIFIER (aufait_log_notifier_get_type ())
G_DECLARE_FINAL_TYPE (AufaitLogNotifier, aufait_log_notifier, AUFAIT, LOG_NOTIFIER, GObject)

/* @stream stays the caller's, lives longer than the notifier, and is flushed after each line. */
AufaitNotifier *aufait_log_notifier_new (FILE *stream);
