/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-frame.h"

#include "aufait-contract.h"

/* Each of these takes the place to read from and returns the first place behind, or NULL. */

static const char *
skip_space (const char *p)
{
  return p + strspn (p, " \t\r\n");
}

static const char *
skip_string (const char *p)
{
  if (*p != '"')
    return NULL;
  for (p++; *p != '"'; p++) {
    if (*p == '\\' && p[1] != '\0')
      p++;
    else if ((guchar) *p < 0x20)
      return NULL;
  }
  return p + 1;
}

static const char *
skip_nested (const char *p)
{
  int depth = 0;

  for (; *p != '\0'; p++) {
    if (*p == '"') {
      p = skip_string (p);
      if (p == NULL)
        return NULL;
      p--;
    } else if (*p == '{' || *p == '[') {
      if (++depth >= AUFAIT_DEPTH_MAX)
        return NULL;
    } else if ((*p == '}' || *p == ']') && --depth == 0) {
      return p + 1;
    }
  }
  return NULL;
}

static const char *
skip_value (const char *p)
{
  gsize length;

  if (*p == '"')
    return skip_string (p);
  if (*p == '{' || *p == '[')
    return skip_nested (p);
  length = strcspn (p, ",]} \t\r\n");
  return length > 0 ? p + length : NULL;
}

/* A line break in JSON stands between tokens only: a space means the same. */
static char *
dup_line (const char *start, const char *end)
{
  return g_strdelimit (g_strndup (start, (gsize) (end - start)), "\r\n", ' ');
}

static void
keep_member (AufaitFrame *frame, const char *name, const char *value, const char *end)
{
  if (g_str_has_prefix (name, "\"error\"") && *value == '"') {
    g_free (frame->error);
    frame->error = g_strndup (value + 1, (gsize) (end - value) - 2);
  } else if (g_str_has_prefix (name, "\"parameters\"") && *value == '{') {
    g_free (frame->parameters);
    frame->parameters = dup_line (value, end);
  } else if (g_str_has_prefix (name, "\"continues\"")) {
    frame->continues = g_str_has_prefix (value, "true");
  }
}

/* One member and the comma or brace behind it. */
static const char *
read_member (AufaitFrame *frame, const char *name)
{
  const char *value, *end;

  end = skip_string (name);
  if (end == NULL)
    return NULL;
  end = skip_space (end);
  if (*end != ':')
    return NULL;
  value = skip_space (end + 1);
  end = skip_value (value);
  if (end == NULL)
    return NULL;
  keep_member (frame, name, value, end);
  end = skip_space (end);
  return *end == ',' || *end == '}' ? end : NULL;
}

static gboolean
read_object (AufaitFrame *frame, const char *text)
{
  const char *p = skip_space (text);

  if (*p != '{')
    return FALSE;
  if (*skip_space (p + 1) == '}')
    return *skip_space (skip_space (p + 1) + 1) == '\0';
  do {
    p = read_member (frame, skip_space (p + 1));
    if (p == NULL)
      return FALSE;
  } while (*p == ',');
  return *skip_space (p + 1) == '\0';
}

AufaitFrame *
aufait_frame_new (const char *text)
{
  g_autoptr (AufaitFrame) frame = g_new0 (AufaitFrame, 1);

  if (!g_utf8_validate (text, -1, NULL) || !read_object (frame, text))
    return NULL;
  if (frame->parameters == NULL)
    frame->parameters = g_strdup ("{}");
  return g_steal_pointer (&frame);
}

void
aufait_frame_free (AufaitFrame *frame)
{
  if (frame == NULL)
    return;
  g_free (frame->error);
  g_free (frame->parameters);
  g_free (frame);
}
