/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-message.h"

#include <string.h>

#include "aufait-json.h"
#include "aufait-varlink-gate.h"

void
aufait_varlink_message_free (AufaitVarlinkMessage *message)
{
  g_clear_pointer (&message->root, json_node_unref);
  g_free (message);
}

static JsonNode *
parse_object (const char *data, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) root = NULL;

  if (!json_parser_load_from_data (parser, data, (gssize) length, NULL))
    return NULL;
  root = json_parser_steal_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  return g_steal_pointer (&root);
}

static gboolean
read_method (JsonNode *node, const char **ret_method)
{
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  *ret_method = json_node_get_string (node);
  return TRUE;
}

static gboolean
read_flag (JsonNode *node, gboolean *ret_flag)
{
  if (!JSON_NODE_HOLDS_NULL (node) && json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;
  *ret_flag = !JSON_NODE_HOLDS_NULL (node) && json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_parameters (JsonNode *node, JsonObject **ret_parameters)
{
  if (!JSON_NODE_HOLDS_NULL (node) && !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  *ret_parameters = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  return TRUE;
}

static gboolean
read_member (AufaitVarlinkMessage *message, const char *name, JsonNode *node)
{
  if (strcmp (name, "method") == 0)
    return read_method (node, &message->method);
  if (strcmp (name, "parameters") == 0)
    return read_parameters (node, &message->parameters);
  if (strcmp (name, "oneway") == 0)
    return read_flag (node, &message->oneway);
  if (strcmp (name, "more") == 0)
    return read_flag (node, &message->more);
  if (strcmp (name, "upgrade") == 0)
    return read_flag (node, &message->upgrade);
  /* A vendor's own, for others to understand; without a dot it is nobody's. */
  return strchr (name, '.') != NULL;
}

static const char *
read_members (AufaitVarlinkMessage *message)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, json_node_get_object (message->root));
  while (json_object_iter_next (&iter, &name, &node))
    if (!read_member (message, name, node))
      return "unknown member, or one of the wrong type";
  if (message->method == NULL)
    return "no method";
  if (message->oneway + message->more + message->upgrade > 1)
    return "flags that exclude each other";
  return NULL;
}

AufaitVarlinkMessage *
aufait_varlink_message_parse (const char *data, gsize length, const char **ret_reason)
{
  g_autoptr (AufaitVarlinkMessage) message = NULL;

  if (!aufait_varlink_gate_check (data, length, ret_reason))
    return NULL;
  message = g_new0 (AufaitVarlinkMessage, 1);
  message->root = parse_object (data, length);
  *ret_reason = message->root != NULL ? read_members (message) : "not read by json-glib";
  return *ret_reason == NULL ? g_steal_pointer (&message) : NULL;
}

static void
begin_member (GString *text, const char *name)
{
  if (text->len > 1)
    g_string_append_c (text, ',');
  aufait_json_append_string (text, name);
  g_string_append_c (text, ':');
}

char *
aufait_varlink_message_write_reply (const char *error,
                                    JsonObject *parameters,
                                    gboolean continues,
                                    gsize *ret_length)
{
  GString *text = g_string_sized_new (1024);

  g_string_append_c (text, '{');
  if (error != NULL) {
    begin_member (text, "error");
    aufait_json_append_string (text, error);
  }
  if (parameters != NULL && json_object_get_size (parameters) > 0) {
    begin_member (text, "parameters");
    aufait_json_append_object (text, parameters);
  }
  if (continues) {
    begin_member (text, "continues");
    g_string_append (text, "true");
  }
  g_string_append_c (text, '}');
  *ret_length = text->len + 1;
  return g_string_free (text, FALSE);
}
