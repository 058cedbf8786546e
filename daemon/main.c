/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib-unix.h>
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

static int
run (const AufaitOptions *options)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitDaemon) daemon = aufait_daemon_new (options, &error);
  guint term, interrupt;

  if (daemon == NULL) {
    g_printerr ("aufaitd: %s\n", error->message);
    return EXIT_FAILURE;
  }
  term = g_unix_signal_add (SIGTERM, on_signal, loop);
  interrupt = g_unix_signal_add (SIGINT, on_signal, loop);
  g_main_loop_run (loop);
  g_source_remove (term);
  g_source_remove (interrupt);
  return EXIT_SUCCESS;
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
