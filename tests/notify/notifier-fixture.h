/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bus of its own, a desktop notifier on it, and all that it tells. */
#pragma once

#include "aufait-desktop-notifier.h"
#include "notification-server.h"

#define ALL_CAPABILITIES "actions body body-markup"

typedef struct {
  GTestDBus *bus;
  NotificationServer *server; /* NULL: none */
  AufaitNotifier *notifier;
  GArray *shown;      /* gint64 */
  GArray *failed;     /* gint64 */
  GPtrArray *answers; /* "12 done", "12 note: text" */
  guint n_ready;      /* by a new server */
  guint n_ready_again;
} NotifierFixture;

/* For g_test_add; with @capabilities (or NULL: without a server) in the test's data. */
void notifier_fixture_set_up (NotifierFixture *fixture, gconstpointer capabilities);
void notifier_fixture_tear_down (NotifierFixture *fixture, gconstpointer capabilities);

/* The notifier alone, on a bus that is there, or on none (NULL). */
void notifier_fixture_connect (NotifierFixture *fixture, GDBusConnection *connection);
void notifier_fixture_disconnect (NotifierFixture *fixture);

/* Replaces the server, if there is one, by another program. */
void notifier_fixture_start_server (NotifierFixture *fixture,
                                    const char *capabilities,
                                    guint32 first_id);
void notifier_fixture_end_server (NotifierFixture *fixture);

/* Waits until it has told that it is ready by a new server @n_ready times in all. */
void notifier_fixture_wait_ready (NotifierFixture *fixture, guint n_ready);

/* A nudge of @id, "Nudge 12", with the body "Why 12". */
void notifier_fixture_show (NotifierFixture *fixture, gint64 id);

/* Shows it and waits until it is told; what the server of the fixture, if there is one, got. */
ServerNotification *notifier_fixture_show_and_wait (NotifierFixture *fixture, gint64 id);

AufaitNudge *notifier_fixture_build_nudge (gint64 id, const char *title);

/* Waits until all that the server and the person did before has been heard and acted on. Needs a
 * free place on the screen; shows nudge 999 on the way. */
void notifier_fixture_settle (NotifierFixture *fixture);

#define TICK_MS 20

/* Runs the main loop until @condition holds; fails after half a minute. It counts turns of its own:
 * a machine that stood still for a while does not count against whoever is waited for. */
#define wait_until(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    guint n_ticks_ = 0;                                                                            \
    guint tick_ = g_timeout_add (TICK_MS, notifier_fixture_tick, &n_ticks_);                       \
    while (!(condition) && n_ticks_ < 30 * 1000 / TICK_MS)                                         \
      g_main_context_iteration (NULL, TRUE);                                                       \
    g_source_remove (tick_);                                                                       \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

gboolean notifier_fixture_tick (gpointer n_ticks);
