/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions that are locked, idle, end and begin; on a bus of the test's own. */
#include "config.h"

#include "aufait-presence.h"
#include "login-server.h"
#include "notifier-fixture.h"

static GTestDBus *bus;

typedef struct {
  LoginServer *login;
  AufaitPresence *presence;
  guint n_changed;
} Fixture;

static void
on_changed (AufaitPresence *presence, Fixture *fixture)
{
  fixture->n_changed++;
}

static void
watch (Fixture *fixture)
{
  fixture->presence = aufait_presence_new ();
  g_signal_connect (fixture->presence, "changed", G_CALLBACK (on_changed), fixture);
  g_assert_false (aufait_presence_is_here (fixture->presence));
}

/* At once: a presence that lived on would tell a fixture that is gone. */
static void
end_presence (Fixture *fixture)
{
  if (fixture->presence != NULL)
    g_assert_finalize_object (g_steal_pointer (&fixture->presence));
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->login = login_server_new (g_test_dbus_get_bus_address (bus));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  end_presence (fixture);
  g_clear_pointer (&fixture->login, login_server_free);
}

static void
wait_here (Fixture *fixture, gboolean is_here)
{
  wait_until (aufait_presence_is_here (fixture->presence) == is_here);
}

static void
test_is_told_from_the_beginning (Fixture *fixture, gconstpointer unused)
{
  static const struct {
    gboolean is_locked, is_idle;
  } rows[] = { { FALSE, FALSE }, { TRUE, FALSE }, { FALSE, TRUE }, { TRUE, TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    gboolean is_here = !rows[i].is_locked && !rows[i].is_idle;

    login_server_begin_session (fixture->login, TRUE, FALSE);
    watch (fixture);
    login_server_set (fixture->login, rows[i].is_locked, rows[i].is_idle, FALSE);
    wait_here (fixture, is_here);
    login_server_end_session (fixture->login);
    wait_here (fixture, TRUE);
    end_presence (fixture);
  }
}

static void
test_follows_what_changes (Fixture *fixture, gconstpointer unused)
{
  login_server_begin_session (fixture->login, FALSE, FALSE);
  watch (fixture);
  wait_here (fixture, TRUE);
  login_server_set (fixture->login, TRUE, FALSE, FALSE);
  wait_here (fixture, FALSE);
  login_server_set (fixture->login, TRUE, TRUE, FALSE);
  login_server_set (fixture->login, FALSE, TRUE, FALSE);
  login_server_set (fixture->login, FALSE, FALSE, FALSE);
  wait_here (fixture, TRUE);
  login_server_set (fixture->login, TRUE, FALSE, TRUE);
  wait_here (fixture, FALSE);
  /* Each was told once: locked or idle are both away. */
  g_assert_cmpuint (fixture->n_changed, ==, 4);
}

static void
test_follows_the_next_session (Fixture *fixture, gconstpointer unused)
{
  watch (fixture);
  wait_here (fixture, TRUE);
  login_server_begin_session (fixture->login, TRUE, FALSE);
  wait_here (fixture, FALSE);
  login_server_end_session (fixture->login);
  wait_here (fixture, TRUE);
  login_server_begin_session (fixture->login, FALSE, TRUE);
  wait_here (fixture, FALSE);
  login_server_set (fixture->login, FALSE, FALSE, FALSE);
  wait_here (fixture, TRUE);
}

static void
test_outlives_logind (Fixture *fixture, gconstpointer unused)
{
  login_server_begin_session (fixture->login, TRUE, FALSE);
  watch (fixture);
  login_server_set (fixture->login, FALSE, FALSE, FALSE);
  wait_here (fixture, TRUE);
  login_server_set (fixture->login, TRUE, FALSE, FALSE);
  wait_here (fixture, FALSE);
  g_clear_pointer (&fixture->login, login_server_free);
  wait_here (fixture, TRUE);
  fixture->login = login_server_new (g_test_dbus_get_bus_address (bus));
  login_server_begin_session (fixture->login, TRUE, FALSE);
  wait_here (fixture, FALSE);
}

/* It is waited for; the main loop runs on, and it may end meanwhile. */
static void
test_waits_for_one_that_hangs (Fixture *fixture, gconstpointer unused)
{
  login_server_begin_session (fixture->login, FALSE, FALSE);
  login_server_set_hangs (fixture->login, TRUE);
  watch (fixture);
  wait_until (!g_queue_is_empty (&fixture->login->held));
  g_assert_false (aufait_presence_is_here (fixture->presence));
  login_server_set_hangs (fixture->login, FALSE);
  wait_here (fixture, TRUE);
  login_server_set_hangs (fixture->login, TRUE);
  login_server_end_session (fixture->login);
  wait_until (!g_queue_is_empty (&fixture->login->held));
  end_presence (fixture);
  login_server_set_hangs (fixture->login, FALSE);
}

static void
test_is_here_without_logind (void)
{
  Fixture fixture = { 0 };

  watch (&fixture);
  wait_here (&fixture, TRUE);
  g_assert_cmpuint (fixture.n_changed, ==, 1);
  tear_down (&fixture, NULL);
}

static void
test_may_end_at_once (void)
{
  Fixture fixture = { 0 };

  watch (&fixture);
  tear_down (&fixture, NULL);
}

static void
test_is_here_without_a_bus (void)
{
  Fixture fixture = { 0 };

  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  watch (&fixture);
  wait_here (&fixture, TRUE);
  tear_down (&fixture, NULL);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (bus), TRUE);
}

static void
test_outlives_the_bus (Fixture *fixture, gconstpointer unused)
{
  login_server_begin_session (fixture->login, FALSE, FALSE);
  watch (fixture);
  wait_here (fixture, TRUE);
  login_server_set (fixture->login, TRUE, FALSE, FALSE);
  wait_here (fixture, FALSE);
  g_clear_pointer (&fixture->login, login_server_free);
  g_test_dbus_stop (bus);
  wait_here (fixture, TRUE);
}

#define ADD(name, test) g_test_add ("/presence/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  /* Never the machine's own. */
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (bus), TRUE);

  g_test_add_func ("/presence/is-here-without-a-bus", test_is_here_without_a_bus);
  g_test_add_func ("/presence/is-here-without-logind", test_is_here_without_logind);
  g_test_add_func ("/presence/may-end-at-once", test_may_end_at_once);
  ADD ("is-told-from-the-beginning", test_is_told_from_the_beginning);
  ADD ("follows-what-changes", test_follows_what_changes);
  ADD ("follows-the-next-session", test_follows_the_next_session);
  ADD ("outlives-logind", test_outlives_logind);
  ADD ("waits-for-one-that-hangs", test_waits_for_one_that_hangs);
  ADD ("outlives-the-bus", test_outlives_the_bus);
  status = g_test_run ();
  g_test_dbus_down (bus);
  g_clear_object (&bus);
  return status;
}
