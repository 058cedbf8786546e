/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print-fixture.h"

#include <fcntl.h>
#include <unistd.h>

#include "aufait-fields.h"

char *
print_fixture_run (AufaitPrint print, const char *reply)
{
  char path[] = "/tmp/aufait-print-XXXXXX";
  int file = g_mkstemp (path), out = dup (STDOUT_FILENO);
  g_autoptr (JsonObject) fields = aufait_fields_parse (reply);
  g_autoptr (AufaitScreen) screen = NULL;
  char *text = NULL;

  g_assert_nonnull (fields);
  dup2 (file, STDOUT_FILENO);
  screen = aufait_screen_new (AUFAIT_COLOR_NEVER);
  print (screen, fields);
  aufait_screen_flush (screen, NULL);
  dup2 (out, STDOUT_FILENO);
  close (out);
  close (file);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  unlink (path);
  return text;
}
