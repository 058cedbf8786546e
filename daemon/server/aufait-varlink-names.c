/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-names.h"

#include <string.h>

/* Up to so many names each is compared with each: faster than sorting. */
#define FEW 8

typedef struct {
  const char *text;
  gsize length;
  gboolean escaped;
} Name;

struct _AufaitVarlinkNames {
  GArray *names;
};

AufaitVarlinkNames *
aufait_varlink_names_new (void)
{
  AufaitVarlinkNames *names = g_new0 (AufaitVarlinkNames, 1);

  names->names = g_array_new (FALSE, FALSE, sizeof (Name));
  return names;
}

void
aufait_varlink_names_free (AufaitVarlinkNames *names)
{
  g_array_unref (names->names);
  g_free (names);
}

guint
aufait_varlink_names_mark (AufaitVarlinkNames *names)
{
  return names->names->len;
}

void
aufait_varlink_names_add (AufaitVarlinkNames *names, const char *name, gsize length)
{
  Name added = { name, length, memchr (name, '\\', length) != NULL };

  g_array_append_val (names->names, added);
}

static gunichar
read_hex4 (const char *text)
{
  gunichar value = 0;

  for (int i = 0; i < 4; i++)
    value = value << 4 | (gunichar) g_ascii_xdigit_value (text[i]);
  return value;
}

/* The character after a backslash at *@text, which moves on. */
static gunichar
read_escape (const char **text)
{
  char c = *(*text)++;
  gunichar value;

  switch (c) {
  case 'b':
    return '\b';
  case 'f':
    return '\f';
  case 'n':
    return '\n';
  case 'r':
    return '\r';
  case 't':
    return '\t';
  case 'u':
    value = read_hex4 (*text);
    *text += 4;
    if (value >= 0xd800 && value < 0xdc00) {
      value = 0x10000 + ((value - 0xd800) << 10) + (read_hex4 (*text + 2) - 0xdc00);
      *text += 6;
    }
    return value;
  default:
    return (gunichar) c;
  }
}

static gunichar
read_char (const char **text)
{
  gunichar value;

  if (**text == '\\') {
    (*text)++;
    return read_escape (text);
  }
  value = g_utf8_get_char (*text);
  *text = g_utf8_next_char (*text);
  return value;
}

static int
compare_decoded (const Name *a, const Name *b)
{
  const char *in_a = a->text, *in_b = b->text;
  const char *end_a = a->text + a->length, *end_b = b->text + b->length;

  while (in_a < end_a && in_b < end_b) {
    gunichar char_a = read_char (&in_a), char_b = read_char (&in_b);

    if (char_a != char_b)
      return char_a < char_b ? -1 : 1;
  }
  return (in_a < end_a) - (in_b < end_b);
}

/* Bytes of UTF-8 sort as their characters do: both ways to compare agree. */
static int
compare_names (gconstpointer one, gconstpointer two, gpointer user_data)
{
  const Name *a = one, *b = two;
  int order;

  if (a->escaped || b->escaped)
    return compare_decoded (a, b);
  order = memcmp (a->text, b->text, MIN (a->length, b->length));
  if (order != 0)
    return order;
  return (a->length > b->length) - (a->length < b->length);
}

static gboolean
has_twice_among_few (const Name *names, guint n_names)
{
  for (guint i = 1; i < n_names; i++)
    for (guint j = 0; j < i; j++)
      if (compare_names (&names[i], &names[j], NULL) == 0)
        return TRUE;
  return FALSE;
}

static gboolean
has_twice (Name *names, guint n_names)
{
  if (n_names <= FEW)
    return has_twice_among_few (names, n_names);

  g_qsort_with_data (names, (int) n_names, sizeof *names, compare_names, NULL);
  for (guint i = 1; i < n_names; i++)
    if (compare_names (&names[i - 1], &names[i], NULL) == 0)
      return TRUE;
  return FALSE;
}

gboolean
aufait_varlink_names_end (AufaitVarlinkNames *names, guint mark)
{
  guint n_names = names->names->len - mark;
  gboolean twice = n_names > 1 && has_twice (&g_array_index (names->names, Name, mark), n_names);

  g_array_set_size (names->names, mark);
  return !twice;
}
