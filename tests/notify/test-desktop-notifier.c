/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Against a real server, dunst, with its buttons really pressed: to be run by tests/tools/desktop.
 * AUFAIT_TEST_PICTURE names a file for a picture of the screen. */
#include "config.h"

#include "notifier-fixture.h"

static void
run_tool (const char *command)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  int status;

  g_spawn_command_line_sync (command, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
}

/* A program that runs while the main loop does. */
static GSubprocess *
begin_tool (const char *tool, const char *argument)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, tool, argument, NULL);

  g_assert_no_error (error);
  return process;
}

static void
set_up (NotifierFixture *fixture, gconstpointer unused)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  g_assert_nonnull (connection);
  notifier_fixture_connect (fixture, connection);
  notifier_fixture_wait_ready (fixture, 1);
}

static void
tear_down (NotifierFixture *fixture, gconstpointer unused)
{
  notifier_fixture_disconnect (fixture);
}

static void
show_marie (NotifierFixture *fixture)
{
  g_autoptr (AufaitNudge) nudge =
      notifier_fixture_build_nudge (12, "Marie Curie is back from Crète");

  aufait_notifier_show (fixture->notifier, nudge,
                        "Ask how it was. You noted on 1 July: “part en Crète du 10 au 20 août” "
                        "<marie@example.org> & R&D.");
  wait_until (fixture->shown->len == 1);
}

static void
take_picture (void)
{
  const char *picture = g_getenv ("AUFAIT_TEST_PICTURE");
  g_autofree char *command = NULL;

  if (picture == NULL)
    return;
  command = g_strdup_printf ("import -window root %s", picture);
  run_tool ("sleep 1");
  run_tool (command);
}

static void
test_answers (NotifierFixture *fixture, gconstpointer data)
{
  const char *const *row = data;
  g_autoptr (GSubprocess) press = NULL;

  show_marie (fixture);
  take_picture ();
  press = begin_tool ("press", row[0]);
  wait_until (fixture->answers->len == 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->answers, 0), ==, row[1]);
  g_assert_cmpuint (fixture->n_ready, ==, 1);
  g_assert_true (g_subprocess_wait_check (press, NULL, NULL));
}

static void
test_dismissal_is_no_answer (NotifierFixture *fixture, gconstpointer unused)
{
  show_marie (fixture);
  run_tool ("dunstctl close");
  notifier_fixture_settle (fixture);
  g_assert_cmpuint (fixture->answers->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  static const char *const rows[][2] = {
    { "Done", "12 done" },
    { "Later", "12 later" },
    { "Note", "12 note" },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/desktop-notifier/hears-%s", rows[i][0]);

    g_test_add (path, NotifierFixture, rows[i], set_up, test_answers, tear_down);
  }
  g_test_add ("/desktop-notifier/takes-no-dismissal-for-an-answer", NotifierFixture, NULL, set_up,
              test_dismissal_is_no_answer, tear_down);

  return g_test_run ();
}
