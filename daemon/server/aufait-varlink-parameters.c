/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-parameters.h"

#include <string.h>

#include "aufait-varlink-call-private.h"

static gboolean
read_string (const AufaitVarlinkParameter *row, JsonNode *node, const char **ret_string)
{
  const char *string;

  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  string = json_node_get_string (node);
  if (row->max_length > 0 && strlen (string) > row->max_length)
    return FALSE;
  *ret_string = string;
  return TRUE;
}

static gboolean
read_strings (const AufaitVarlinkParameter *row,
              JsonNode *node,
              AufaitVarlinkCall *call,
              const char ***ret_strings)
{
  g_autofree const char **strings = NULL;
  JsonArray *array;
  guint length;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  array = json_node_get_array (node);
  length = json_array_get_length (array);
  strings = g_new0 (const char *, length + 1);
  for (guint i = 0; i < length; i++)
    if (!read_string (row, json_array_get_element (array, i), &strings[i]))
      return FALSE;
  *ret_strings = g_steal_pointer (&strings);
  aufait_varlink_call_keep (call, *ret_strings, g_free);
  return TRUE;
}

static gboolean
read_bool (JsonNode *node, gboolean *ret_bool)
{
  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;
  *ret_bool = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_int (JsonNode *node, gint64 *ret_int)
{
  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  *ret_int = json_node_get_int (node);
  return TRUE;
}

static gboolean
read_value (const AufaitVarlinkParameter *row,
            JsonNode *node,
            AufaitVarlinkCall *call,
            gpointer field)
{
  switch (row->type) {
  case AUFAIT_VARLINK_STRING:
    return read_string (row, node, field);
  case AUFAIT_VARLINK_STRINGS:
    return read_strings (row, node, call, field);
  case AUFAIT_VARLINK_BOOL:
    return read_bool (node, field);
  case AUFAIT_VARLINK_INT:
    return read_int (node, field);
  default:
    g_return_val_if_reached (FALSE);
  }
}

/* The value of an optional parameter that is not there. */
static void
set_absent (const AufaitVarlinkParameter *row, AufaitVarlinkCall *call, gpointer field)
{
  if (row->type != AUFAIT_VARLINK_STRINGS)
    return;
  *(const char ***) field = g_new0 (const char *, 1);
  aufait_varlink_call_keep (call, *(gpointer *) field, g_free);
}

static gboolean
read_row (const AufaitVarlinkParameter *row, AufaitVarlinkCall *call, gpointer parameters)
{
  JsonObject *object = aufait_varlink_call_get_message (call)->parameters;
  JsonNode *node = object != NULL ? json_object_get_member (object, row->name) : NULL;
  gpointer field = (char *) parameters + row->offset;

  if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
    return read_value (row, node, call, field);
  if (row->mandatory)
    return FALSE;
  set_absent (row, call, field);
  return TRUE;
}

static gboolean
has_row (const AufaitVarlinkMethod *method, const char *name)
{
  const AufaitVarlinkParameter *row = method->parameters;

  for (; row != NULL && row->name != NULL; row++)
    if (strcmp (row->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* The name of a parameter that the method does not have, or NULL. */
static const char *
find_unknown (const AufaitVarlinkMethod *method, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;

  if (object == NULL)
    return NULL;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    if (!has_row (method, name))
      return name;
  return NULL;
}

gboolean
aufait_varlink_parameters_read (AufaitVarlinkCall *call,
                                const AufaitVarlinkMethod *method,
                                gconstpointer *ret_parameters)
{
  const AufaitVarlinkParameter *row = method->parameters;
  gpointer parameters = g_malloc0 (MAX (method->struct_size, 1));
  const char *unknown;

  aufait_varlink_call_keep (call, parameters, g_free);
  for (; row != NULL && row->name != NULL; row++)
    if (!read_row (row, call, parameters)) {
      aufait_varlink_call_reply_invalid_parameter (call, row->name);
      return FALSE;
    }
  unknown = find_unknown (method, aufait_varlink_call_get_message (call)->parameters);
  if (unknown != NULL) {
    aufait_varlink_call_reply_invalid_parameter (call, unknown);
    return FALSE;
  }
  *ret_parameters = parameters;
  return TRUE;
}
