/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-gate.h"

#include <math.h>
#include <string.h>

#include "aufait-contract.h"
#include "aufait-varlink-names.h"

/* What may come next. */
typedef enum {
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END, /* after “[” */
  EXPECT_NAME,
  EXPECT_NAME_OR_END, /* after “{” */
  EXPECT_COMMA_OR_END,
} Expect;

typedef struct {
  const char *next;
  const char *end;
  AufaitVarlinkNames *names;
  guint depth;
  gboolean is_object[AUFAIT_DEPTH_MAX];
  guint marks[AUFAIT_DEPTH_MAX];
  const char *reason; /* why it was refused */
} Scan;

static gboolean
refuse (Scan *scan, const char *reason)
{
  scan->reason = reason;
  return FALSE;
}

/* The next byte, or NUL at the end: there is none inside. */
static char
peek (Scan *scan)
{
  return scan->next < scan->end ? *scan->next : '\0';
}

static char
skip_space (Scan *scan)
{
  while (scan->next < scan->end &&
         (*scan->next == ' ' || *scan->next == '\n' || *scan->next == '\r' || *scan->next == '\t'))
    scan->next++;
  return peek (scan);
}

/* Four hexadecimal digits, or -1. */
static int
scan_hex4 (Scan *scan)
{
  int value = 0;

  if (scan->end - scan->next < 4)
    return -1;
  for (int i = 0; i < 4; i++) {
    int digit = g_ascii_xdigit_value (*scan->next++);

    if (digit < 0)
      return -1;
    value = value * 16 + digit;
  }
  return value;
}

static gboolean
scan_low_surrogate (Scan *scan)
{
  int value;

  if (scan->end - scan->next < 6 || scan->next[0] != '\\' || scan->next[1] != 'u')
    return refuse (scan, "lone surrogate");
  scan->next += 2;
  value = scan_hex4 (scan);
  if (value < 0xdc00 || value > 0xdfff)
    return refuse (scan, "lone surrogate");
  return TRUE;
}

static gboolean
scan_unicode_escape (Scan *scan)
{
  int value = scan_hex4 (scan);

  if (value < 0)
    return refuse (scan, "bad \\u escape");
  if (value == 0)
    return refuse (scan, "\\u0000");
  if (value >= 0xdc00 && value <= 0xdfff)
    return refuse (scan, "lone surrogate");
  if (value >= 0xd800 && value < 0xdc00)
    return scan_low_surrogate (scan);
  return TRUE;
}

static gboolean
scan_escape (Scan *scan)
{
  char c = peek (scan);

  if (c == '\0' || strchr ("\"\\/bfnrtu", c) == NULL)
    return refuse (scan, "bad escape");
  scan->next++;
  return c != 'u' || scan_unicode_escape (scan);
}

/* From the quotation mark that opens to after the one that closes. */
static gboolean
scan_string (Scan *scan)
{
  scan->next++;
  while (scan->next < scan->end) {
    guchar c = (guchar) *scan->next++;

    if (c == '"')
      return TRUE;
    if (c < 0x20)
      return refuse (scan, "control character in a string");
    if (c == '\\' && !scan_escape (scan))
      return FALSE;
  }
  return refuse (scan, "string without end");
}

static gsize
skip_digits (Scan *scan)
{
  const char *first = scan->next;

  while (g_ascii_isdigit (peek (scan)))
    scan->next++;
  return (gsize) (scan->next - first);
}

static gboolean
check_integer (Scan *scan, const char *digits, gsize n_digits, gboolean negative)
{
  const char *most = negative ? "9223372036854775808" : "9223372036854775807";

  if (n_digits > 19 || (n_digits == 19 && memcmp (digits, most, 19) > 0))
    return refuse (scan, "integer beyond 64 bits");
  return TRUE;
}

/* The fraction and the exponent of the number that began at @first. */
static gboolean
scan_real (Scan *scan, const char *first)
{
  if (peek (scan) == '.') {
    scan->next++;
    if (skip_digits (scan) == 0)
      return refuse (scan, "bad number");
  }
  if (peek (scan) == 'e' || peek (scan) == 'E') {
    scan->next++;
    if (peek (scan) == '+' || peek (scan) == '-')
      scan->next++;
    if (skip_digits (scan) == 0)
      return refuse (scan, "bad number");
  }
  /* Inside an object something must follow, where strtod stops. */
  if (scan->next == scan->end)
    return refuse (scan, "text without end");
  if (!isfinite (g_ascii_strtod (first, NULL)))
    return refuse (scan, "number that is not finite");
  return TRUE;
}

static gboolean
scan_number (Scan *scan)
{
  const char *first = scan->next, *digits;
  gboolean negative = peek (scan) == '-';
  gsize n_digits;
  char c;

  if (negative)
    scan->next++;
  digits = scan->next;
  n_digits = skip_digits (scan);
  if (n_digits == 0 || (n_digits > 1 && *digits == '0'))
    return refuse (scan, "bad number");
  c = peek (scan);
  if (c == '.' || c == 'e' || c == 'E')
    return scan_real (scan, first);
  return check_integer (scan, digits, n_digits, negative);
}

static gboolean
scan_word (Scan *scan, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->next) < length || memcmp (scan->next, word, length) != 0)
    return refuse (scan, "unknown word");
  scan->next += length;
  return TRUE;
}

static gboolean
begin (Scan *scan, gboolean is_object, Expect *expect)
{
  if (scan->depth == AUFAIT_DEPTH_MAX)
    return refuse (scan, "nested too deep");
  scan->is_object[scan->depth] = is_object;
  scan->marks[scan->depth] = aufait_varlink_names_mark (scan->names);
  scan->depth++;
  scan->next++;
  *expect = is_object ? EXPECT_NAME_OR_END : EXPECT_VALUE_OR_END;
  return TRUE;
}

static gboolean
end (Scan *scan, Expect *expect)
{
  scan->depth--;
  scan->next++;
  *expect = EXPECT_COMMA_OR_END;
  if (!aufait_varlink_names_end (scan->names, scan->marks[scan->depth]))
    return refuse (scan, "name twice in an object");
  return TRUE;
}

static gboolean
scan_value (Scan *scan, char c, Expect *expect)
{
  *expect = EXPECT_COMMA_OR_END;
  switch (c) {
  case '{':
    return begin (scan, TRUE, expect);
  case '[':
    return begin (scan, FALSE, expect);
  case '"':
    return scan_string (scan);
  case 't':
    return scan_word (scan, "true");
  case 'f':
    return scan_word (scan, "false");
  case 'n':
    return scan_word (scan, "null");
  default:
    if (c != '-' && !g_ascii_isdigit (c))
      return refuse (scan, "value expected");
    return scan_number (scan);
  }
}

static gboolean
scan_name (Scan *scan, char c, Expect *expect)
{
  const char *first = scan->next + 1;

  if (c != '"')
    return refuse (scan, "name expected");
  if (!scan_string (scan))
    return FALSE;
  aufait_varlink_names_add (scan->names, first, (gsize) (scan->next - 1 - first));
  if (skip_space (scan) != ':')
    return refuse (scan, "colon expected");
  scan->next++;
  *expect = EXPECT_VALUE;
  return TRUE;
}

static gboolean
scan_next (Scan *scan, Expect *expect)
{
  gboolean in_object = scan->is_object[scan->depth - 1];
  char c = skip_space (scan);

  if (c == (in_object ? '}' : ']') && *expect != EXPECT_VALUE && *expect != EXPECT_NAME)
    return end (scan, expect);

  switch (*expect) {
  case EXPECT_NAME:
  case EXPECT_NAME_OR_END:
    return scan_name (scan, c, expect);
  case EXPECT_COMMA_OR_END:
    if (c != ',')
      return refuse (scan, "comma or end expected");
    scan->next++;
    *expect = in_object ? EXPECT_NAME : EXPECT_VALUE;
    return TRUE;
  case EXPECT_VALUE:
  case EXPECT_VALUE_OR_END:
  default:
    return scan_value (scan, c, expect);
  }
}

static gboolean
scan_text (Scan *scan)
{
  Expect expect;

  if (skip_space (scan) != '{')
    return refuse (scan, "not an object");
  if (!begin (scan, TRUE, &expect))
    return FALSE;
  while (scan->depth > 0)
    if (!scan_next (scan, &expect))
      return FALSE;
  skip_space (scan);
  if (scan->next != scan->end)
    return refuse (scan, "text after the object");
  return TRUE;
}

static gboolean
check (Scan *scan, const char *data, gsize length)
{
  if (length > AUFAIT_MESSAGE_MAX)
    return refuse (scan, "message too long");
  if (!g_utf8_validate_len (data, length, NULL))
    return refuse (scan, "not UTF-8, or a NUL inside");
  return scan_text (scan);
}

gboolean
aufait_varlink_gate_check (const char *data, gsize length, const char **ret_reason)
{
  g_autoptr (AufaitVarlinkNames) names = aufait_varlink_names_new ();
  Scan scan = { .next = data, .end = data + length, .names = names };

  if (check (&scan, data, length))
    return TRUE;
  if (ret_reason != NULL)
    *ret_reason = scan.reason;
  return FALSE;
}
