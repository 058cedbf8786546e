/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handlers: what is in the calendars, and where it comes from. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-api-private.h"
#include "aufait-event-store.h"
#include "aufait-when.h"
#include "aufait-wire.h"

/* Unless it is said, a week is listed. */
#define LISTED_DAYS 6

JsonNode *
aufait_api_wire_events (AufaitApi *api, const GPtrArray *events)
{
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < events->len; i++)
    json_array_add_element (array,
                            aufait_wire_event (events->pdata[i], g_date_time_get_timezone (now)));
  json_node_take_array (node, array);
  return node;
}

/* What takes place: a cancelled event is none. */
static void
forget_cancelled (GPtrArray *events)
{
  for (guint i = events->len; i > 0; i--) {
    if (((AufaitEvent *) events->pdata[i - 1])->cancelled)
      g_ptr_array_remove_index (events, i - 1);
  }
}

GPtrArray *
aufait_api_list_events (
    AufaitApi *api, AufaitDay first, AufaitDay last, gint64 person_id, GError **error)
{
  AufaitIndex *index = aufait_directory_get_index (api->directory);
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);
  GTimeZone *zone = g_date_time_get_timezone (now);
  g_autoptr (GPtrArray) events = NULL;

  if (index == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_event_free);
  if (person_id != 0)
    events = aufait_event_store_list_of_person (index, person_id, first, last, zone, error);
  else
    events = aufait_event_store_list (index, first, last, zone, error);
  if (events == NULL)
    return NULL;
  forget_cancelled (events);
  return aufait_directory_fill_events (api->directory, events, error) ? g_steal_pointer (&events)
                                                                      : NULL;
}

/* The day that @text means; AUFAIT_DAY_NONE when an error was replied. */
static AufaitDay
read_day (AufaitApi *api, AufaitVarlinkCall *call, const char *field, const char *text)
{
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);
  AufaitWhen when;

  if (aufait_when_parse (text, now, aufait_agenda_get_settings (api->agenda)->month_first, &when))
    return when.day;
  aufait_api_reply_invalid (call, field, text,
                            _ ("That is no day: write it as 2026-08-21, “tomorrow”, “friday” or "
                               "3d"));
  return AUFAIT_DAY_NONE;
}

static gboolean
read_range (AufaitApi *api,
            AufaitVarlinkCall *call,
            const AufaitApiListEvents *in,
            AufaitDay *ret_first,
            AufaitDay *ret_last)
{
  AufaitDay first =
      in->from != NULL ? read_day (api, call, "from", in->from) : aufait_api_get_today (api);
  AufaitDay last;

  if (first == AUFAIT_DAY_NONE)
    return FALSE;
  last = in->until != NULL ? read_day (api, call, "until", in->until) : first + LISTED_DAYS;
  if (last == AUFAIT_DAY_NONE)
    return FALSE;
  if (last < first) {
    aufait_api_reply_invalid (call, "until", in->until, _ ("That day is before the first one"));
    return FALSE;
  }
  *ret_first = first;
  *ret_last = last;
  return TRUE;
}

/* Nothing is known of the days before and behind. */
static void
set_window (AufaitApi *api, JsonObject *reply)
{
  g_autofree char *from = NULL, *until = NULL;
  AufaitDay first, last;

  if (api->sources == NULL || !aufait_sources_get_window (api->sources, &first, &last))
    return;
  from = aufait_day_format (first);
  until = aufait_day_format (last);
  json_object_set_string_member (reply, "readFrom", from);
  json_object_set_string_member (reply, "readUntil", until);
}

static void
reply_events (AufaitApi *api,
              AufaitVarlinkCall *call,
              const GPtrArray *events,
              AufaitDay first,
              AufaitDay last)
{
  JsonObject *reply = aufait_api_new_reply (api);
  g_autofree char *from = aufait_day_format (first);
  g_autofree char *until = aufait_day_format (last);

  json_object_set_member (reply, "events", aufait_api_wire_events (api, events));
  json_object_set_string_member (reply, "from", from);
  json_object_set_string_member (reply, "until", until);
  set_window (api, reply);
  aufait_varlink_call_reply (call, reply);
}

void
aufait_api_handle_list_events (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiListEvents *parameters = in;
  g_autoptr (AufaitRef) person = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  AufaitDay first, last;

  if (!read_range (api, call, parameters, &first, &last))
    return;
  if (parameters->with != NULL) {
    person = aufait_api_resolve (api, call, parameters->with);
    if (person == NULL)
      return;
  }
  events = aufait_api_list_events (api, first, last, person != NULL ? person->id : 0, &error);
  if (events != NULL)
    reply_events (api, call, events, first, last);
  else
    aufait_api_reply_memory_error (call, error);
}
