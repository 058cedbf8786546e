/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-memory-template FILE: makes an empty memory, of which tests take copies. */
#include "config.h"

#include <glib/gstdio.h>

#include "aufait-memory.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitMemory) memory = NULL;

  if (argc != 2)
    return 2;
  g_unlink (argv[1]);
  memory = aufait_memory_open (argv[1], &error);
  if (memory != NULL)
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
