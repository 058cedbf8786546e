/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A Varlink service on sockets: framing, limits, flags, order of replies, org.varlink.service.
 * Knows nothing of people. Runs in the default main context; never blocks. */
#pragma once

#include <gio/gio.h>

#include "aufait-varlink-method.h"

#define AUFAIT_TYPE_VARLINK_SERVER (aufait_varlink_server_get_type ())
G_DECLARE_FINAL_TYPE (AufaitVarlinkServer, aufait_varlink_server, AUFAIT, VARLINK_SERVER, GObject)

/* The arguments are what org.varlink.service.GetInfo tells. Signals:
 *
 *   called ()   a client calls: at the start of each call
 */
AufaitVarlinkServer *aufait_varlink_server_new (const char *vendor,
                                                const char *product,
                                                const char *version,
                                                const char *url);

/* Offers an interface; its table must live as long as the server. @user_data goes to its handlers.
 */
void aufait_varlink_server_add_interface (AufaitVarlinkServer *self,
                                          const AufaitVarlinkInterface *interface,
                                          gpointer user_data);

/* Makes the socket at @path, 0600 in a directory that is made 0700, and listens. A socket file that
 * nobody listens on is replaced; one that is in use is G_IO_ERROR_ADDRESS_IN_USE. The file is
 * removed with the server. */
gboolean aufait_varlink_server_listen (AufaitVarlinkServer *self, const char *path, GError **error);

/* Takes a listening socket over: sd_listen_fds(3). Its file is not removed. When it fails @fd is
 * closed. */
gboolean aufait_varlink_server_add_listener (AufaitVarlinkServer *self, int fd, GError **error);

/* Takes a connected stream socket over, as for a test, a fuzzer, or a service manager that accepts
 * by itself. When it fails @fd is closed: G_IO_ERROR_NOT_SUPPORTED when it is no Unix socket,
 * PERMISSION_DENIED when its other end is neither ours nor root's, BUSY when AUFAIT_CLIENTS_MAX
 * clients have calls in progress. */
gboolean aufait_varlink_server_add_connection (AufaitVarlinkServer *self, int fd, GError **error);

guint aufait_varlink_server_get_n_connections (AufaitVarlinkServer *self);

/* How long a client may take to send the rest of a message that it began, or to read what it is
 * sent, before it is dropped; and how long it may say nothing between calls. In ms. */
void aufait_varlink_server_set_timeouts (AufaitVarlinkServer *self, guint slow_ms, guint idle_ms);
