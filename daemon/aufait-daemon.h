/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The composition root: the only place that knows every type. It builds the parts, connects them,
 * and decides nothing about people or dates. */
#pragma once

#include "aufait-options.h"

typedef struct _AufaitDaemon AufaitDaemon;

/* Opens the memory, starts the clock and the notifier, and listens: on the sockets that the service
 * manager hands over (sd_listen_fds(3)), else on its own. NULL and a sentence when that cannot be
 * done. */
AufaitDaemon *aufait_daemon_new (const AufaitOptions *options, GError **error);
void aufait_daemon_free (AufaitDaemon *daemon);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitDaemon, aufait_daemon_free)
