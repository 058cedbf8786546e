/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One client: its calls in order, one at a time, and the times it must keep. A single GSource, with
 * a wake-up only while a time runs. */
#pragma once

#include "aufait-varlink-call.h"

typedef struct _AufaitVarlinkConnection AufaitVarlinkConnection;

typedef struct {
  /* A call came: it is answered now or later. */
  void (*on_call) (AufaitVarlinkCall *call, gpointer user_data);
  /* The connection is closed, for whatever reason. Called once. */
  void (*on_closed) (AufaitVarlinkConnection *connection, gpointer user_data);
} AufaitVarlinkConnectionFuncs;

/* @fd, a stream socket, is taken. Runs in the default main context until it is closed. */
AufaitVarlinkConnection *aufait_varlink_connection_new (int fd,
                                                        const AufaitVarlinkConnectionFuncs *funcs,
                                                        gpointer user_data);
AufaitVarlinkConnection *aufait_varlink_connection_ref (AufaitVarlinkConnection *connection);
void aufait_varlink_connection_unref (AufaitVarlinkConnection *connection);

/* Takes what was already sent, now rather than in the next turn of the main loop. It may be closed
 * by this. */
void aufait_varlink_connection_begin (AufaitVarlinkConnection *connection);

/* See aufait_varlink_server_set_timeouts. */
void aufait_varlink_connection_set_timeouts (AufaitVarlinkConnection *connection,
                                             guint slow_ms,
                                             guint idle_ms);

/* Whether a call waits for its answer. */
gboolean aufait_varlink_connection_is_busy (AufaitVarlinkConnection *connection);

/* Whether it ever had an answer. */
gboolean aufait_varlink_connection_was_useful (AufaitVarlinkConnection *connection);

/* When it last was of use: its last answer, or its beginning. By the main context's time, in µs. */
gint64 aufait_varlink_connection_get_useful_at (AufaitVarlinkConnection *connection);

/* Closes it now; the open call is abandoned. */
void aufait_varlink_connection_close (AufaitVarlinkConnection *connection);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitVarlinkConnection, aufait_varlink_connection_unref)
