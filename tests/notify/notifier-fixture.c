/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "notifier-fixture.h"

gboolean
notifier_fixture_tick (gpointer n_ticks)
{
  (*(guint *) n_ticks)++;
  return G_SOURCE_CONTINUE;
}

static void
on_shown (AufaitNotifier *notifier, gint64 id, NotifierFixture *fixture)
{
  g_array_append_val (fixture->shown, id);
}

static void
on_failed (AufaitNotifier *notifier, gint64 id, NotifierFixture *fixture)
{
  g_array_append_val (fixture->failed, id);
}

static void
on_answered (AufaitNotifier *notifier,
             gint64 id,
             const char *answer,
             const char *text,
             NotifierFixture *fixture)
{
  g_ptr_array_add (fixture->answers,
                   g_strdup_printf ("%" G_GINT64_FORMAT " %s%s%s", id, answer,
                                    text != NULL ? ": " : "", text != NULL ? text : ""));
}

static void
on_ready (AufaitNotifier *notifier, gboolean is_new, NotifierFixture *fixture)
{
  g_assert_true (aufait_notifier_is_ready (notifier));
  if (is_new)
    fixture->n_ready++;
  else
    fixture->n_ready_again++;
}

void
notifier_fixture_connect (NotifierFixture *fixture, GDBusConnection *connection)
{
  fixture->shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  fixture->failed = g_array_new (FALSE, FALSE, sizeof (gint64));
  fixture->answers = g_ptr_array_new_with_free_func (g_free);
  fixture->notifier = aufait_desktop_notifier_new (connection);
  g_signal_connect (fixture->notifier, "shown", G_CALLBACK (on_shown), fixture);
  g_signal_connect (fixture->notifier, "failed", G_CALLBACK (on_failed), fixture);
  g_signal_connect (fixture->notifier, "answered", G_CALLBACK (on_answered), fixture);
  g_signal_connect (fixture->notifier, "ready", G_CALLBACK (on_ready), fixture);
  g_assert_false (aufait_notifier_is_ready (fixture->notifier));
  /* A bus that ends must not take the program along. */
  if (connection != NULL)
    g_assert_false (g_dbus_connection_get_exit_on_close (connection));
}

void
notifier_fixture_disconnect (NotifierFixture *fixture)
{
  g_clear_object (&fixture->notifier);
  g_array_unref (fixture->shown);
  g_array_unref (fixture->failed);
  g_ptr_array_unref (fixture->answers);
}

void
notifier_fixture_set_up (NotifierFixture *fixture, gconstpointer capabilities)
{
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  if (capabilities != NULL)
    notifier_fixture_start_server (fixture, capabilities, 1);
  connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  notifier_fixture_connect (fixture, connection);
  if (capabilities != NULL)
    notifier_fixture_wait_ready (fixture, 1);
}

void
notifier_fixture_tear_down (NotifierFixture *fixture, gconstpointer capabilities)
{
  notifier_fixture_disconnect (fixture);
  notifier_fixture_end_server (fixture);
  /* Warns when something still holds the connection. */
  g_test_dbus_down (fixture->bus);
  g_object_unref (fixture->bus);
}

void
notifier_fixture_end_server (NotifierFixture *fixture)
{
  g_clear_pointer (&fixture->server, notification_server_free);
}

void
notifier_fixture_start_server (NotifierFixture *fixture, const char *capabilities, guint32 first_id)
{
  notifier_fixture_end_server (fixture);
  fixture->server =
      notification_server_new (g_test_dbus_get_bus_address (fixture->bus), capabilities, first_id);
}

void
notifier_fixture_wait_ready (NotifierFixture *fixture, guint n_ready)
{
  wait_until (fixture->n_ready >= n_ready);
  g_assert_cmpuint (fixture->n_ready, ==, n_ready);
}

AufaitNudge *
notifier_fixture_build_nudge (gint64 id, const char *title)
{
  AufaitNudge *nudge = aufait_nudge_new ("return", "return:1");

  nudge->id = id;
  nudge->person = aufait_ref_new (7, "Marie Curie");
  nudge->title = g_strdup (title);
  nudge->action = g_strdup ("Ask how it was.");
  return nudge;
}

void
notifier_fixture_show (NotifierFixture *fixture, gint64 id)
{
  g_autofree char *title = g_strdup_printf ("Nudge %" G_GINT64_FORMAT, id);
  g_autofree char *body = g_strdup_printf ("Why %" G_GINT64_FORMAT, id);
  g_autoptr (AufaitNudge) nudge = notifier_fixture_build_nudge (id, title);

  aufait_notifier_show (fixture->notifier, nudge, body);
}

ServerNotification *
notifier_fixture_show_and_wait (NotifierFixture *fixture, gint64 id)
{
  guint n_before = fixture->shown->len;

  notifier_fixture_show (fixture, id);
  wait_until (fixture->shown->len > n_before);
  g_assert_cmpint (g_array_index (fixture->shown, gint64, n_before), ==, id);
  if (fixture->server == NULL)
    return NULL;
  return notification_server_get (fixture->server, fixture->server->notifications->len - 1);
}

void
notifier_fixture_settle (NotifierFixture *fixture)
{
  /* The reply to the first comes behind all that the server has said; the second is taken by the
   * thread behind that, and the third behind what the thread did about it. */
  for (guint i = 0; i < 3; i++)
    notifier_fixture_show_and_wait (fixture, 999);
  aufait_notifier_close (fixture->notifier, 999);
}
