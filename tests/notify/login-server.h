/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stand-in for systemd-logind on a bus of the test's own: one session at most. */
#pragma once

#include <gio/gio.h>

typedef struct {
  GDBusConnection *connection;
  guint manager;
  guint session; /* 0: there is none */
  guint number;  /* of the session, in its path */
  gboolean is_locked;
  gboolean is_idle;
  gboolean hangs; /* questions are kept, not answered */
  GQueue held;
} LoginServer;

/* Takes the name once it serves. */
LoginServer *login_server_new (const char *address);
void login_server_free (LoginServer *server);

/* A session begins, and is told; login_server_end_session ends it. */
void login_server_begin_session (LoginServer *server, gboolean is_locked, gboolean is_idle);
void login_server_end_session (LoginServer *server);

/* Tells the change; with @invalidates only that there is one. */
void
login_server_set (LoginServer *server, gboolean is_locked, gboolean is_idle, gboolean invalidates);

void login_server_set_hangs (LoginServer *server, gboolean hangs);
