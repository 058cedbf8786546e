/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A server with an interface for tests, and clients in the same thread: waiting runs the server. */
#pragma once

#include "aufait-varlink-server.h"

#define TEST_INTERFACE "org.example.test"

/* Longer than anything should take: then it will never come. */
#define PATIENCE_MS 20000

typedef struct {
  AufaitVarlinkServer *server;
  GPtrArray *open; /* calls of Later and Watch that are not answered */
  guint n_calls;
  guint n_gone;
  GString *order; /* the texts of Note, one after the other */
  char *folder;
  char *path; /* in it, for a socket */
} VarlinkFixture;

VarlinkFixture *varlink_fixture_new (void);
void varlink_fixture_free (VarlinkFixture *fixture);

/* Runs the main loop until @is_done; FALSE when it never comes. */
typedef gboolean (*VarlinkFixtureFunc) (gpointer user_data);
gboolean varlink_fixture_wait (VarlinkFixtureFunc is_done, gpointer user_data);

/* Runs the main loop for a while, when the test is that nothing happens. */
void varlink_fixture_run (guint ms);

typedef struct {
  int fd;
  GString *received;
  gboolean ended;
} VarlinkClient;

/* Connected by a socketpair, or to the server's socket at @path. */
VarlinkClient *varlink_client_new (VarlinkFixture *fixture);
VarlinkClient *varlink_client_connect (const char *path);
void varlink_client_free (VarlinkClient *client);

/* Sends bytes, running the server when the socket is full; FALSE when the other end is closed. */
gboolean varlink_client_send (VarlinkClient *client, const char *data, gssize length);

/* A call with its NUL: a method of the test's interface, parameters and flags as JSON or NULL. */
void varlink_client_call (VarlinkClient *client,
                          const char *method,
                          const char *parameters,
                          const char *flags);

/* The next message; NULL when the connection was closed instead. */
char *varlink_client_receive (VarlinkClient *client);
void varlink_client_expect (VarlinkClient *client, const char *message);
void varlink_client_expect_error (VarlinkClient *client, const char *error, const char *parameter);
void varlink_client_expect_closed (VarlinkClient *client);

/* The descriptors that this process has open. */
guint varlink_count_fds (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VarlinkFixture, varlink_fixture_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VarlinkClient, varlink_client_free)
