/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-text.h"

#include <string.h>

#define BLOT '|'

static gboolean
is_web_end (char c)
{
  return c == '\0' || g_ascii_isspace (c) || strchr ("<>\"[]{}|", c) != NULL;
}

/* RFC 5322, 3.2.3, without the signs that text puts around an address; letters beyond ASCII are
 * letters (RFC 6531). */
static gboolean
is_mail_char (char c)
{
  return (guchar) c >= 0x80 || g_ascii_isalnum (c) || (c != '\0' && strchr ("._%+-", c) != NULL);
}

static gboolean
begins_word (const char *text, const char *p)
{
  return p == text || !((guchar) p[-1] >= 0x80 || g_ascii_isalnum (p[-1]));
}

/* The end of the address of the web that begins at @p; NULL: none does. */
static const char *
find_web_end (const char *text, const char *p)
{
  const char *scheme_end = p;

  if (!g_ascii_isalpha (*p) || !begins_word (text, p))
    return NULL;
  while (g_ascii_isalnum (*scheme_end) || *scheme_end == '+')
    scheme_end++;
  if (!g_str_has_prefix (scheme_end, "://") && g_ascii_strncasecmp (p, "www.", 4) != 0)
    return NULL;
  while (!is_web_end (*p))
    p++;
  return p;
}

/* The end of the address of mail that begins at @p; NULL: none does. */
static const char *
find_mail_end (const char *p)
{
  const char *at = p;
  const char *end;

  while (is_mail_char (*at))
    at++;
  if (at == p || *at != '@')
    return NULL;
  end = at + 1;
  while (is_mail_char (*end))
    end++;
  while (end > at + 1 && strchr (".-_%+", end[-1]) != NULL)
    end--;
  return memchr (at, '.', (gsize) (end - at)) != NULL ? end : NULL;
}

static const char *
skip_run (const char *p)
{
  while (is_mail_char (*p))
    p++;
  return p;
}

static void
blot (char *copy, const char *text, const char *start, const char *end)
{
  memset (copy + (start - text), BLOT, (gsize) (end - start));
}

char *
aufait_event_text_hide_addresses (const char *text, GPtrArray *emails)
{
  char *copy = g_strdup (text);
  const char *p = text;

  while (*p != '\0') {
    const char *end = find_web_end (text, p);
    const char *mail_end = end == NULL ? find_mail_end (p) : NULL;

    if (mail_end != NULL) {
      g_ptr_array_add (emails, g_strndup (p, (gsize) (mail_end - p)));
      end = mail_end;
    }
    if (end != NULL)
      blot (copy, text, p, end);
    else
      end = is_mail_char (*p) ? skip_run (p) : p + 1;
    p = end;
  }
  return copy;
}

const char *
aufait_event_text_get_email (const char *address)
{
  if (address != NULL && g_ascii_strncasecmp (address, "mailto:", 7) == 0)
    address += 7;
  return address != NULL && strchr (address, '@') != NULL ? address : NULL;
}

char *
aufait_event_text_dup_bare_name (const char *name)
{
  GString *bare = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = name; *p != '\0'; p++) {
    if (*p == '(' || *p == '[')
      depth++;
    if (depth == 0)
      g_string_append_c (bare, *p);
    if ((*p == ')' || *p == ']') && depth > 0)
      depth--;
  }
  return g_strstrip (g_string_free (bare, FALSE));
}
