/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sockets the daemon serves. */
#pragma once

#include "aufait-varlink-server.h"

/* Those that the service manager handed over, listening or connected (sd_listen_fds(3)); when there
 * are none, one of our own at aufait_paths_dup_socket. FALSE and a sentence when one cannot be
 * served. */
gboolean aufait_sockets_open (AufaitVarlinkServer *server, GError **error);
