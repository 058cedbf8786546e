/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handlers: how the daemon is, and watching it. */
#include "config.h"

#include "aufait-api-private.h"
#include "aufait-wire.h"

JsonNode *
aufait_api_new_problem (const char *file, const char *what)
{
  JsonNode *node = json_node_alloc ();
  JsonObject *problem = json_object_new ();

  json_object_set_string_member (problem, "file", file);
  json_object_set_string_member (problem, "what", what);
  json_node_init_object (node, problem);
  json_object_unref (problem);
  return node;
}

void
aufait_api_add_problem (AufaitApi *api, const char *file, const char *what)
{
  g_ptr_array_add (api->problems, aufait_api_new_problem (file, what));
}

static JsonArray *
list_problems (AufaitApi *api)
{
  const AufaitSettings *settings = aufait_agenda_get_settings (api->agenda);
  JsonArray *problems = json_array_new ();

  for (guint i = 0; i < api->problems->len; i++)
    json_array_add_element (problems, json_node_copy (g_ptr_array_index (api->problems, i)));
  for (guint i = 0; i < settings->problems->len; i++)
    json_array_add_element (
        problems,
        aufait_api_new_problem (AUFAIT_SETTINGS_NAME, g_ptr_array_index (settings->problems, i)));
  aufait_api_add_source_problems (api, problems);
  return problems;
}

static gboolean
count_events (AufaitApi *api, gint64 *ret_events, GError **error)
{
  AufaitIndex *index = aufait_directory_get_index (api->directory);
  gint64 cards;

  *ret_events = 0;
  return index == NULL || aufait_index_count (index, &cards, ret_events, error);
}

void
aufait_api_handle_status (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  GDateTime *wake = aufait_agenda_get_wake (api->agenda);
  g_autofree char *instant = wake != NULL ? aufait_wire_dup_instant (wake) : NULL;
  g_autoptr (GError) error = NULL;
  gint64 people, notes, events;
  JsonObject *reply = NULL;

  if (!aufait_memory_count (api->memory, &people, &notes, &error) ||
      !count_events (api, &events, &error)) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  reply = aufait_api_new_reply (api);
  json_object_set_string_member (reply, "version", AUFAIT_VERSION);
  json_object_set_string_member (reply, "zone", aufait_clock_get_zone_name (api->clock));
  json_object_set_int_member (reply, "people", people);
  json_object_set_int_member (reply, "notes", notes);
  json_object_set_int_member (reply, "events", events);
  if (instant != NULL)
    json_object_set_string_member (reply, "nextWake", instant);
  else
    json_object_set_null_member (reply, "nextWake");
  json_object_set_array_member (reply, "sources", aufait_api_wire_sources (api));
  json_object_set_array_member (reply, "problems", list_problems (api));
  aufait_varlink_call_reply (call, reply);
}

/* --- watching -------------------------------------------------------------------------------- */

static void
on_watcher_gone (AufaitVarlinkCall *call, gpointer user_data)
{
  AufaitApi *api = user_data;

  g_ptr_array_remove (api->watchers, call);
}

void
aufait_api_handle_watch (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;

  aufait_varlink_call_set_gone_func (call, on_watcher_gone, api);
  g_ptr_array_add (api->watchers, aufait_varlink_call_ref (call));
}

/* A client that is dropped while it is told leaves the list by itself: a copy is walked. */
static void
tell (AufaitApi *api, const char *name, JsonNode *value)
{
  g_autoptr (GPtrArray) watchers =
      g_ptr_array_copy (api->watchers, (GCopyFunc) (void (*) (void)) aufait_varlink_call_ref, NULL);
  g_autoptr (JsonNode) owned = value;

  g_ptr_array_set_free_func (watchers, (GDestroyNotify) aufait_varlink_call_unref);
  for (guint i = 0; i < watchers->len; i++) {
    AufaitVarlinkCall *call = g_ptr_array_index (watchers, i);
    JsonObject *reply = aufait_api_new_reply (api);

    json_object_set_member (reply, name, json_node_copy (owned));
    if (!aufait_varlink_call_reply_continues (call, reply))
      g_ptr_array_remove (api->watchers, call);
  }
}

void
aufait_api_tell_changed (AufaitApi *api, const char *what)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  json_node_set_string (node, what);
  tell (api, "changed", node);
}

void
aufait_api_tell_nudge (AufaitApi *api, const AufaitNudge *nudge)
{
  tell (api, "nudge", aufait_wire_nudge (nudge));
}
