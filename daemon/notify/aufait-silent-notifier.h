/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows nothing and is never ready: nudges wait. */
#pragma once

#include "aufait-notifier.h"

#define AUFAIT_TYPE_SILENT_NOTIFIER (aufait_silent_notifier_get_type ())
G_DECLARE_FINAL_TYPE (
    AufaitSilentNotifier, aufait_silent_notifier, AUFAIT, SILENT_NOTIFIER, GObject)

AufaitNotifier *aufait_silent_notifier_new (void);
