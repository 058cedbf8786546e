/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-written-path.h"

#include <string.h>

#define NAME_CHARS G_CSET_a_2_z G_CSET_A_2_Z "0123456789_"

/* The length of the variable that @text begins with; 0: it begins with none. */
static gsize
measure_variable (const char *text, char **ret_name)
{
  gboolean braces = g_str_has_prefix (text, "${");
  const char *name = text + (braces ? 2 : 1);
  gsize length = *text == '$' ? strspn (name, NAME_CHARS) : 0;

  if (length == 0 || (braces && name[length] != '}'))
    return 0;
  *ret_name = g_strndup (name, length);
  return length + (braces ? 3 : 1);
}

char *
aufait_written_path_expand (const char *written)
{
  GString *expanded = g_string_new (NULL);
  const char *rest = written;

  if (rest[0] == '~' && (rest[1] == '/' || rest[1] == '\0')) {
    g_string_append (expanded, g_get_home_dir ());
    rest++;
  }
  while (*rest != '\0') {
    g_autofree char *name = NULL;
    gsize length = measure_variable (rest, &name);

    if (length == 0) {
      g_string_append_c (expanded, *rest++);
      continue;
    }
    g_string_append (expanded, g_getenv (name) != NULL ? g_getenv (name) : "");
    rest += length;
  }
  return g_string_free (expanded, FALSE);
}

gboolean
aufait_written_path_has_wildcard (const char *text)
{
  return strpbrk (text, "*?[") != NULL;
}
