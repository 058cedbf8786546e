/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Replies and errors of org.aufait. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-api-private.h"
#include "aufait-cadence.h"
#include "aufait-contract.h"
#include "aufait-wire.h"

AufaitDay
aufait_api_get_today (AufaitApi *api)
{
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);

  return aufait_day_from_date_time (now);
}

gboolean
aufait_api_end_command (AufaitApi *api, gboolean is_done, GError **error)
{
  if (is_done)
    return aufait_memory_commit (api->memory, error);
  aufait_memory_rollback (api->memory);
  return FALSE;
}

JsonObject *
aufait_api_new_reply (AufaitApi *api)
{
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);
  g_autofree char *instant = aufait_wire_dup_instant (now);
  JsonObject *reply = json_object_new ();

  json_object_set_string_member (reply, "now", instant);
  return reply;
}

static JsonObject *
new_message (const char *message)
{
  JsonObject *parameters = json_object_new ();

  json_object_set_string_member (parameters, "message", message);
  return parameters;
}

/* Takes @candidates. */
static void
reply_candidates (AufaitVarlinkCall *call,
                  const char *error,
                  const char *name,
                  JsonNode *candidates,
                  const char *message)
{
  JsonObject *parameters = new_message (message);

  json_object_set_string_member (parameters, "name", name);
  json_object_set_member (parameters, "candidates", candidates);
  aufait_varlink_call_reply_error (call, error, parameters);
}

void
aufait_api_reply_unknown (AufaitVarlinkCall *call,
                          const char *name,
                          GPtrArray *candidates,
                          const char *message)
{
  reply_candidates (call, AUFAIT_ERROR_UNKNOWN, name,
                    aufait_wire_array (candidates, (AufaitWireFunc) aufait_wire_ref), message);
}

void
aufait_api_reply_ambiguous (AufaitApi *api,
                            AufaitVarlinkCall *call,
                            const char *name,
                            GPtrArray *candidates,
                            const char *message)
{
  reply_candidates (call, AUFAIT_ERROR_AMBIGUOUS, name,
                    aufait_api_wire_candidates (api, candidates), message);
}

void
aufait_api_reply_invalid (AufaitVarlinkCall *call,
                          const char *field,
                          const char *value,
                          const char *message)
{
  JsonObject *parameters = new_message (message);

  json_object_set_string_member (parameters, "field", field);
  json_object_set_string_member (parameters, "value", value);
  aufait_varlink_call_reply_error (call, AUFAIT_ERROR_INVALID, parameters);
}

gboolean
aufait_api_check_circle (AufaitVarlinkCall *call, const char *circle)
{
  if (circle == NULL || aufait_cadence_circle_from_string (circle) >= 0)
    return TRUE;
  aufait_api_reply_invalid (call, "circle", circle,
                            _ ("There is no such circle: it is inner, close, friends or wider"));
  return FALSE;
}

void
aufait_api_reply_refused (AufaitVarlinkCall *call, const char *message)
{
  aufait_varlink_call_reply_error (call, AUFAIT_ERROR_REFUSED, new_message (message));
}

void
aufait_api_reply_memory_error (AufaitVarlinkCall *call, const GError *error)
{
  if (g_error_matches (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND))
    aufait_api_reply_refused (call, error->message);
  else
    aufait_varlink_call_reply_error (call, AUFAIT_ERROR_FAILED, new_message (error->message));
}

void
aufait_api_reply_person (AufaitApi *api, AufaitVarlinkCall *call, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitPerson) person = aufait_directory_get (api->directory, id, &error);
  JsonObject *reply = NULL;

  if (person == NULL) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  reply = aufait_api_new_reply (api);
  json_object_set_member (reply, "person", aufait_wire_person (person));
  aufait_varlink_call_reply (call, reply);
}
