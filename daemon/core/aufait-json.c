/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-json.h"

#include <math.h>
#include <string.h>

static void
append_escaped (GString *text, guchar c)
{
  switch (c) {
  case '"':
  case '\\':
    g_string_append_c (text, '\\');
    g_string_append_c (text, (char) c);
    break;
  case '\n':
    g_string_append (text, "\\n");
    break;
  case '\t':
    g_string_append (text, "\\t");
    break;
  case '\r':
    g_string_append (text, "\\r");
    break;
  default:
    g_string_append_printf (text, "\\u%04x", c);
  }
}

static void
append_valid_string (GString *text, const char *string)
{
  const char *plain = string;
  const char *in = string;

  g_string_append_c (text, '"');
  for (; *in != '\0'; in++) {
    guchar c = (guchar) *in;

    if (c >= 0x20 && c != '"' && c != '\\')
      continue;
    g_string_append_len (text, plain, in - plain);
    append_escaped (text, c);
    plain = in + 1;
  }
  g_string_append_len (text, plain, in - plain);
  g_string_append_c (text, '"');
}

void
aufait_json_append_string (GString *text, const char *string)
{
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (string, -1, NULL))
    string = valid = g_utf8_make_valid (string, -1);
  append_valid_string (text, string);
}

static void
append_double (GString *text, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number)) {
    g_string_append (text, "null");
    return;
  }
  g_string_append (text, g_ascii_dtostr (buffer, sizeof buffer, number));
  /* So that it is read as what it was. */
  if (strpbrk (buffer, ".e") == NULL)
    g_string_append (text, ".0");
}

static void
append_value (GString *text, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    aufait_json_append_string (text, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_DOUBLE)
    append_double (text, json_node_get_double (node));
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
}

static void append_node (GString *text, JsonNode *node);

static void
append_array (GString *text, JsonArray *array)
{
  guint length = json_array_get_length (array);

  g_string_append_c (text, '[');
  for (guint i = 0; i < length; i++) {
    if (i > 0)
      g_string_append_c (text, ',');
    append_node (text, json_array_get_element (array, i));
  }
  g_string_append_c (text, ']');
}

void
aufait_json_append_object (GString *text, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  gboolean first = TRUE;

  g_string_append_c (text, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node)) {
    if (!first)
      g_string_append_c (text, ',');
    first = FALSE;
    aufait_json_append_string (text, name);
    g_string_append_c (text, ':');
    append_node (text, node);
  }
  g_string_append_c (text, '}');
}

static void
append_node (GString *text, JsonNode *node)
{
  switch (json_node_get_node_type (node)) {
  case JSON_NODE_OBJECT:
    aufait_json_append_object (text, json_node_get_object (node));
    break;
  case JSON_NODE_ARRAY:
    append_array (text, json_node_get_array (node));
    break;
  case JSON_NODE_VALUE:
    append_value (text, node);
    break;
  case JSON_NODE_NULL:
  default:
    g_string_append (text, "null");
  }
}
