/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Replays inputs to a fuzz target, without a fuzzer: replay FILE-OR-FOLDER… */
#include "config.h"

#include <glib.h>

#include "fuzz.h"

static void
replay_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, &error))
    g_error ("%s", error->message);
  LLVMFuzzerTestOneInput ((const guint8 *) data, length);
}

static guint
replay (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n_files = 0;

  if (dir == NULL) {
    replay_file (path);
    return 1;
  }
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    n_files += replay (inner);
  }
  return n_files;
}

int
main (int argc, char **argv)
{
  guint n_files = 0;

  for (int i = 1; i < argc; i++)
    n_files += replay (argv[i]);
  g_print ("%u inputs replayed\n", n_files);
  return n_files > 0 ? 0 : 1;
}
