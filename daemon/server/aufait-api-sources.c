/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handler: where people and events come from, and what is wrong there. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-api-private.h"
#include "aufait-settings.h"
#include "aufait-text.h"

#define SHOWN_CHARS 60

static JsonObject *
wire_source (const AufaitSourcesPlace *place)
{
  JsonObject *source = json_object_new ();

  json_object_set_string_member (source, "path", place->path);
  json_object_set_string_member (source, "name", place->name);
  json_object_set_string_member (source, "kind", place->kind);
  json_object_set_int_member (source, "items", place->n_items);
  if (place->n_others > 0)
    json_object_set_int_member (source, "others", place->n_others);
  json_object_set_int_member (source, "problems", place->n_problems);
  return source;
}

JsonArray *
aufait_api_wire_sources (AufaitApi *api)
{
  JsonArray *sources = json_array_new ();
  g_autoptr (GPtrArray) places = NULL;

  if (api->sources == NULL)
    return sources;
  places = aufait_sources_list (api->sources);
  for (guint i = 0; i < places->len; i++)
    json_array_add_object_element (sources, wire_source (places->pdata[i]));
  return sources;
}

static JsonArray *
wire_looked (AufaitApi *api)
{
  JsonArray *looked = json_array_new ();
  g_autoptr (GPtrArray) paths = NULL;

  if (api->sources == NULL)
    return looked;
  paths = aufait_sources_list_looked (api->sources);
  for (guint i = 0; i < paths->len; i++)
    json_array_add_string_element (looked, paths->pdata[i]);
  return looked;
}

/* Whether nobody and nothing is still to come from the address books and calendars. */
static gboolean
is_settled (AufaitApi *api)
{
  return api->sources == NULL ||
         (aufait_sources_is_settled (api->sources) && aufait_linker_is_settled (api->linker) &&
          aufait_tie_keeper_is_settled (api->keeper));
}

static void
add_strangers (AufaitApi *api, JsonArray *problems)
{
  g_autoptr (GPtrArray) strangers = NULL;

  if (!is_settled (api))
    return;
  strangers = aufait_directory_list_strangers (api->directory);
  for (guint i = 0; i < strangers->len; i++) {
    g_autofree char *name = aufait_text_clean (strangers->pdata[i], SHOWN_CHARS);
    g_autofree char *what = g_strdup_printf (
        _ ("“person=%s” is not one person who is known: “aufait list” shows all names."), name);

    json_array_add_element (problems, aufait_api_new_problem (AUFAIT_SETTINGS_NAME, what));
  }
}

void
aufait_api_add_source_problems (AufaitApi *api, JsonArray *problems)
{
  g_autoptr (GPtrArray) found = NULL;

  if (api->sources == NULL)
    return;
  found = aufait_sources_list_problems (api->sources, AUFAIT_API_PROBLEMS_MAX);
  for (guint i = 0; i < found->len; i++) {
    const AufaitSourcesProblem *problem = found->pdata[i];

    json_array_add_element (problems, aufait_api_new_problem (problem->file, problem->what));
  }
  add_strangers (api, problems);
}

void
aufait_api_handle_list_sources (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  JsonObject *reply = aufait_api_new_reply (api);
  JsonArray *problems = json_array_new ();

  aufait_api_add_source_problems (api, problems);
  json_object_set_array_member (reply, "sources", aufait_api_wire_sources (api));
  json_object_set_array_member (reply, "problems", problems);
  json_object_set_array_member (reply, "looked", wire_looked (api));
  json_object_set_boolean_member (reply, "settled", is_settled (api));
  aufait_varlink_call_reply (call, reply);
}
