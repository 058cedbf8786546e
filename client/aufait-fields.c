/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-fields.h"

#include <glib/gi18n-lib.h>

#include "aufait-plain.h"

static void clean_node (JsonNode *node);

static void
clean_member (JsonObject *object, const char *name, JsonNode *node, gpointer user_data)
{
  clean_node (node);
}

static void
clean_element (JsonArray *array, guint i, JsonNode *node, gpointer user_data)
{
  clean_node (node);
}

static void
clean_node (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    json_object_foreach_member (json_node_get_object (node), clean_member, NULL);
  } else if (JSON_NODE_HOLDS_ARRAY (node)) {
    json_array_foreach_element (json_node_get_array (node), clean_element, NULL);
  } else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
             !aufait_plain_is_clean (json_node_get_string (node))) {
    g_autofree char *clean = aufait_plain_clean (json_node_get_string (node));

    json_node_set_string (node, clean);
  }
}

JsonObject *
aufait_fields_parse (const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root;

  if (!json_parser_load_from_data (parser, json, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  clean_node (root);
  return json_object_ref (json_node_get_object (root));
}

static JsonNode *
get_value (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? node : NULL;
}

static const char *
get_string (JsonNode *node)
{
  const char *text;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  text = json_node_get_string (node);
  return text != NULL && *text != '\0' ? text : NULL;
}

const char *
aufait_fields_get_string (JsonObject *object, const char *name)
{
  return get_string (get_value (object, name));
}

gint64
aufait_fields_get_int (JsonObject *object, const char *name)
{
  JsonNode *node = get_value (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node)
                                                                         : 0;
}

/* A whole number may be written without a point. */
double
aufait_fields_get_double (JsonObject *object, const char *name)
{
  JsonNode *node = get_value (object, name);
  GType type = node != NULL ? json_node_get_value_type (node) : G_TYPE_NONE;

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (node) : 0;
}

gboolean
aufait_fields_get_bool (JsonObject *object, const char *name)
{
  JsonNode *node = get_value (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

JsonObject *
aufait_fields_get_object (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

guint
aufait_fields_get_length (JsonObject *object, const char *name)
{
  JsonArray *array = get_array (object, name);

  return array != NULL ? json_array_get_length (array) : 0;
}

JsonObject *
aufait_fields_get_item (JsonObject *object, const char *name, guint i)
{
  JsonNode *node = json_array_get_element (get_array (object, name), i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

const char *
aufait_fields_get_text (JsonObject *object, const char *name, guint i)
{
  return get_string (json_array_get_element (get_array (object, name), i));
}

char *
aufait_fields_join (JsonObject *object, const char *name)
{
  GString *joined = g_string_new (NULL);
  guint n = aufait_fields_get_length (object, name);

  for (guint i = 0; i < n; i++) {
    const char *text = aufait_fields_get_text (object, name, i);

    if (text != NULL)
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", text);
  }
  return g_string_free (joined, FALSE);
}

static char *
join (JsonObject *object, const char *name, const char *last)
{
  g_autofree char *joined = g_strdup ("");
  guint n = aufait_fields_get_length (object, name);

  for (guint i = 0; i < n; i++) {
    const char *one = aufait_fields_get_string (aufait_fields_get_item (object, name, i), "name");
    const char *between = i == 0 ? "" : i + 1 < n ? ", " : last;
    char *longer = g_strconcat (joined, between, one != NULL ? one : "", NULL);

    g_free (joined);
    joined = longer;
  }
  return g_steal_pointer (&joined);
}

char *
aufait_fields_join_names (JsonObject *object, const char *name)
{
  /* Translators: stands before the last of several names: "Marie, Paul and Zoe" */
  return join (object, name, C_ ("names", " and "));
}

char *
aufait_fields_join_choices (JsonObject *object, const char *name)
{
  /* Translators: stands before the last of several names: "Marie, Paul or Zoe" */
  return join (object, name, C_ ("names", " or "));
}
