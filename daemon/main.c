/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "aufait-daemon.h"
#include "aufait-locale.h"
#include "aufait-options.h"
#include "aufait-rest.h"

/* A clean end is what makes a leak checker useful. */
static gboolean
on_signal (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_CONTINUE;
}

/* Builds the daemon and runs it. A signal that came meanwhile ends the loop at its first turn. */
static int
run_daemon (const AufaitOptions *options, GMainLoop *loop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitDaemon) daemon = aufait_daemon_new (options, &error);

  if (daemon == NULL) {
    g_printerr ("aufaitd: %s\n", error->message);
    return EXIT_FAILURE;
  }
  g_main_loop_run (loop);
  return EXIT_SUCCESS;
}

static int
run (const AufaitOptions *options)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  guint term, interrupt;
  int status;

  /* Whoever reads the log on standard output may go: that is an error of writing, and no end. */
  signal (SIGPIPE, SIG_IGN);
  term = g_unix_signal_add (SIGTERM, on_signal, loop);
  interrupt = g_unix_signal_add (SIGINT, on_signal, loop);
  status = run_daemon (options, loop);
  g_source_remove (term);
  g_source_remove (interrupt);
  return status;
}

int
main (int argc, char **argv)
{
  g_auto (AufaitOptions) options = { 0 };
  g_autoptr (GError) error = NULL;

  aufait_rest_prepare ();
  aufait_locale_init ();
  if (!aufait_options_parse (&options, argc, argv, &error)) {
    g_printerr ("aufaitd: %s\n", error->message);
    return 2;
  }
  if (options.show_version) {
    printf ("aufaitd %s\n", AUFAIT_VERSION);
    return EXIT_SUCCESS;
  }
  return run (&options);
}
