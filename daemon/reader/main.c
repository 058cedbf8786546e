/* SPDX-License-Identifier: GPL-3.0-or-later */
/* aufait-reader: reads address books and calendars for aufaitd, who hands it open files on the
 * socket that is descriptor 3, and trusts nothing that it says. */
#include "config.h"

#include <glib.h>
#include <locale.h>
#include <unistd.h>

#include "aufait-locale.h"
#include "aufait-reader-sandbox.h"
#include "aufait-reader.h"

#define SOCKET_FD 3

int
main (void)
{
  const char *reason;

  aufait_locale_init ();
  if (!aufait_reader_sandbox_enter (&reason)) {
    g_printerr ("aufait-reader: %s: the system refused\n", reason);
    return 1;
  }
  aufait_reader_run (SOCKET_FD);
  /* What others do at exit needs more than is allowed here. */
  _exit (0);
}
