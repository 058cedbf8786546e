/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-watchdog.h"

#include <systemd/sd-daemon.h>

struct _AufaitWatchdog {
  guint source_id;
};

static gboolean
on_tick (gpointer user_data)
{
  sd_notify (0, "WATCHDOG=1");
  return G_SOURCE_CONTINUE;
}

AufaitWatchdog *
aufait_watchdog_new (void)
{
  AufaitWatchdog *watchdog = g_new0 (AufaitWatchdog, 1);
  guint64 usec;

  /* Half of what is allowed, as sd_watchdog_enabled(3) advises. Whole seconds let the kernel wake
   * for several programs at once. */
  if (sd_watchdog_enabled (FALSE, &usec) <= 0)
    return watchdog;
  if (usec >= 4 * G_USEC_PER_SEC)
    watchdog->source_id =
        g_timeout_add_seconds ((guint) (usec / 2 / G_USEC_PER_SEC), on_tick, NULL);
  else
    watchdog->source_id = g_timeout_add ((guint) MAX (usec / 2000, 1), on_tick, NULL);
  return watchdog;
}

void
aufait_watchdog_free (AufaitWatchdog *watchdog)
{
  if (watchdog == NULL)
    return;
  g_clear_handle_id (&watchdog->source_id, g_source_remove);
  g_free (watchdog);
}
