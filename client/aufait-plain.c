/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-plain.h"

static gboolean
check_is_space (gunichar c)
{
  return c == '\n' || c == '\t' || c == '\r' || c == 0x2028 || c == 0x2029;
}

/* U+200E and after turn the direction of writing: what follows would be shown elsewhere than it
 * stands. */
static gboolean
check_drives (gunichar c)
{
  return g_unichar_iscntrl (c) || (c >= 0x7f && c < 0xa0) || c == 0x200e || c == 0x200f ||
         c == 0x061c || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

gboolean
aufait_plain_is_clean (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (check_is_space (c) || check_drives (c))
      return FALSE;
  }
  return TRUE;
}

char *
aufait_plain_clean (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (check_is_space (c))
      g_string_append_c (clean, ' ');
    else if (!check_drives (c))
      g_string_append_unichar (clean, c);
  }
  return g_string_free (clean, FALSE);
}

static guint
measure_letter (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

guint
aufait_plain_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += measure_letter (g_utf8_get_char (p));
  return width;
}

/* The place behind the last letter that fits in @width; at least one letter, so that there is
 * always progress. */
static const char *
find_end (const char *text, guint width)
{
  const char *p = text;
  guint used = 0;

  for (; *p != '\0'; p = g_utf8_next_char (p)) {
    used += measure_letter (g_utf8_get_char (p));
    if (used > width && p > text)
      break;
  }
  return p;
}

/* The end of the line that begins at @text: where it must break, or the last space before. */
static const char *
find_break (const char *text, guint width)
{
  const char *end = find_end (text, width);
  const char *p = end;

  if (*end == '\0' || *end == ' ')
    return end;
  while (p > text && *p != ' ')
    p--;
  return p > text ? p : end;
}

GStrv
aufait_plain_fold (const char *text, guint width)
{
  GPtrArray *lines = g_ptr_array_new ();
  const char *p = text;

  do {
    const char *end = width > 0 ? find_break (p, width) : p + strlen (p);

    g_ptr_array_add (lines, g_strchomp (g_strndup (p, (gsize) (end - p))));
    p = end + strspn (end, " ");
  } while (*p != '\0');
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_free (lines, FALSE);
}

char *
aufait_plain_shorten (const char *text, guint width)
{
  g_autofree char *start = NULL;

  if (aufait_plain_width (text) <= width)
    return g_strdup (text);
  start = g_strndup (text, (gsize) (find_end (text, MAX (width, 2) - 1) - text));
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static char *
change_first (const char *text, gunichar (*change) (gunichar c))
{
  GString *changed = g_string_new (NULL);

  if (*text == '\0')
    return g_string_free (changed, FALSE);
  g_string_append_unichar (changed, change (g_utf8_get_char (text)));
  g_string_append (changed, g_utf8_next_char (text));
  return g_string_free (changed, FALSE);
}

char *
aufait_plain_capitalise (const char *text)
{
  return change_first (text, g_unichar_toupper);
}

char *
aufait_plain_uncapitalise (const char *text)
{
  return change_first (text, g_unichar_tolower);
}

char *
aufait_plain_end (const char *text)
{
  static const char *const ends[] = { ".", "?", "!", "…", ".”", "?”", "…”" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return g_strdup (text);
  return g_strconcat (text, ".", NULL);
}
