/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the gate lets pass, json-glib must read as the same thing: the text that we write from it
 * has the same values in the same order, and passes the gate in its turn. */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "aufait-contract.h"
#include "aufait-varlink-gate.h"
#include "aufait-json.h"
#include "fuzz.h"

/* The string that begins at *@text, decoded; *@text moves behind it. */
static char *
read_string (const char **text)
{
  g_autoptr (GString) decoded = g_string_new (NULL);
  const char *in = *text + 1;

  while (*in != '"') {
    if (*in != '\\') {
      g_string_append_c (decoded, *in++);
      continue;
    }
    in++;
    if (*in == 'u') {
      gunichar c = (gunichar) strtoul ((char[]){ in[1], in[2], in[3], in[4], 0 }, NULL, 16);

      in += 5;
      if (c >= 0xd800 && c < 0xdc00) {
        c = 0x10000 + ((c & 0x3ff) << 10) +
            (strtoul ((char[]){ in[2], in[3], in[4], in[5], 0 }, NULL, 16) & 0x3ff);
        in += 6;
      }
      g_string_append_unichar (decoded, c);
      continue;
    }
    switch (*in) {
    case 'b':
      g_string_append_c (decoded, '\b');
      break;
    case 'f':
      g_string_append_c (decoded, '\f');
      break;
    case 'n':
      g_string_append_c (decoded, '\n');
      break;
    case 'r':
      g_string_append_c (decoded, '\r');
      break;
    case 't':
      g_string_append_c (decoded, '\t');
      break;
    default:
      g_string_append_c (decoded, *in);
    }
    in++;
  }
  *text = in + 1;
  return g_string_free (g_steal_pointer (&decoded), FALSE);
}

static gboolean
is_number (char c)
{
  return c != '\0' && strchr ("+-.0123456789eE", c) != NULL;
}

static void
compare_strings (const char **a, const char **b)
{
  g_autofree char *string_a = read_string (a);
  g_autofree char *string_b = read_string (b);

  g_assert_cmpstr (string_a, ==, string_b);
}

static void
compare_numbers (const char **a, const char **b)
{
  gsize length = strspn (*a, "-0123456789");
  double number_a, number_b;

  if (!is_number ((*a)[length])) {
    g_assert_cmpint (g_ascii_strtoll (*a, (char **) a, 10), ==,
                     g_ascii_strtoll (*b, (char **) b, 10));
    return;
  }
  number_a = g_ascii_strtod (*a, (char **) a);
  number_b = g_ascii_strtod (*b, (char **) b);
  g_assert_cmpmem (&number_a, sizeof number_a, &number_b, sizeof number_b);
}

/* Token for token. */
static void
compare_texts (const char *a, const char *b)
{
  for (;;) {
    a += strspn (a, " \t\r\n");
    b += strspn (b, " \t\r\n");
    if (*a == '\0' || *b == '\0')
      break;
    if (*a == '"' && *b == '"')
      compare_strings (&a, &b);
    else if (is_number (*a) && *a != 'e' && is_number (*b) && *b != 'e')
      compare_numbers (&a, &b);
    else
      g_assert_cmpint (*a++, ==, *b++);
  }
  g_assert_cmpstr (a, ==, "");
  g_assert_cmpstr (b, ==, "");
}

static void
compare_with_json_glib (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) written = g_string_new (NULL);
  JsonNode *root;

  json_parser_load_from_data (parser, text, (gssize) length, &error);
  g_assert_no_error (error);
  root = json_parser_get_root (parser);
  g_assert_true (root != NULL && JSON_NODE_HOLDS_OBJECT (root));
  aufait_json_append_object (written, json_node_get_object (root));
  compare_texts (text, written->str);
  if (written->len <= AUFAIT_MESSAGE_MAX)
    g_assert_true (aufait_varlink_gate_check (written->str, written->len, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  /* Without a NUL behind it: who reads too far is caught. */
  g_autofree char *exact = g_memdup2 (data, MAX (size, 1));
  const char *reason = NULL;

  if (aufait_varlink_gate_check (exact, size, &reason)) {
    g_autofree char *text = g_strndup (exact, size);

    compare_with_json_glib (text, size);
  } else {
    g_assert_nonnull (reason);
  }
  return 0;
}
