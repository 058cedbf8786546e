/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unix sockets: making the one that listens, and who is behind one that is connected. */
#pragma once

#include <gio/gio.h>

/* Makes a listening socket at @path, 0600, in a directory that is made 0700 when it is not there.
 * The file of a socket that nobody listens on is replaced. Returns the descriptor, not blocking,
 * or -1 and an error of G_IO_ERROR: ADDRESS_IN_USE when someone answers there, EXISTS when it is no
 * socket, FILENAME_TOO_LONG, or what the system says. */
int aufait_varlink_socket_listen (const char *path, GError **error);

/* The role of a socket as UAPI.20 marks it ("listen", "server", "entrypoint"), where the kernel
 * can: on @fd, or on the file at @path when @fd is -1. */
void aufait_varlink_socket_mark (int fd, const char *path, const char *role);

/* Who called: for a connected socket of the Unix kind. FALSE for any other. */
gboolean aufait_varlink_socket_get_peer (int fd, uid_t *ret_uid);

/* Whether that user may: we ourselves, and root. */
gboolean aufait_varlink_socket_may_call (uid_t uid);
