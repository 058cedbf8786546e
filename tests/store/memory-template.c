/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "memory-template.h"

static void
copy_template (const char *path)
{
  g_autofree char *template =
      g_test_build_filename (G_TEST_BUILT, "store", "memory-template.db", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;

  g_file_get_contents (template, &data, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

AufaitMemory *
memory_template_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  AufaitMemory *memory = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    copy_template (path);
  memory = aufait_memory_open (path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (memory);
  return memory;
}
