/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the service manager that the main loop turns (sd_watchdog_enabled(3)). */
#pragma once

#include <glib.h>

typedef struct _AufaitWatchdog AufaitWatchdog;

/* Never NULL; idle where no watchdog is set. */
AufaitWatchdog *aufait_watchdog_new (void);
void aufait_watchdog_free (AufaitWatchdog *watchdog);
