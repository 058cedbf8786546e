/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "memory-template.h"

#include <glib/gstdio.h>

static AufaitMemory *
open_memory (const char *path)
{
  g_autoptr (GError) error = NULL;
  AufaitMemory *memory = aufait_memory_open (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (memory);
  return memory;
}

/* What a memory that was made at @path and closed consists of. */
static GBytes *
make_template (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size = 0;

  aufait_memory_close (open_memory (path));
  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

AufaitMemory *
memory_template_open (const char *path)
{
  static GBytes *template = NULL;
  gboolean is_new = !g_file_test (path, G_FILE_TEST_EXISTS);

  if (is_new && template == NULL) {
    template = make_template (path);
  } else if (is_new) {
    gsize size = 0;
    const char *data = g_bytes_get_data (template, &size);
    g_autoptr (GError) error = NULL;

    g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
    g_assert_no_error (error);
  }
  return open_memory (path);
}
