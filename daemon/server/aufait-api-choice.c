/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handlers: why a nudge goes first, and what dropping some has taught. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-api-private.h"
#include "aufait-choice-wording.h"
#include "aufait-habit-store.h"
#include "aufait-wire.h"

/* --- Why ----------------------------------------------------------------------------------- */

static JsonArray *
wire_factors (const GPtrArray *factors)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < factors->len; i++) {
    const AufaitChoiceWordingFactor *factor = factors->pdata[i];
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "name", factor->name);
    json_object_set_double_member (object, "value", factor->value);
    json_object_set_string_member (object, "text", factor->text);
    json_array_add_object_element (array, object);
  }
  return array;
}

void
aufait_api_handle_why (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  gint64 id = aufait_api_find_nudge (api, call, ((const AufaitApiAnswer *) in)->ref);
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitNudge) nudge = NULL;
  g_autoptr (GPtrArray) factors = NULL;
  JsonObject *reply = NULL;
  double score;

  if (id == 0)
    return;
  nudge = aufait_agenda_find (api->agenda, id, &error);
  if (nudge != NULL)
    factors = aufait_agenda_explain (api->agenda, id, &score, &error);
  if (factors == NULL) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  reply = aufait_api_new_reply (api);
  json_object_set_member (reply, "nudge", aufait_wire_nudge (nudge));
  json_object_set_double_member (reply, "score", score);
  json_object_set_array_member (reply, "factors", wire_factors (factors));
  aufait_varlink_call_reply (call, reply);
}

/* --- habits -------------------------------------------------------------------------------- */

static JsonObject *
wire_habit (const AufaitHabitStoreHabit *habit)
{
  g_autoptr (AufaitRef) person = aufait_ref_new (habit->person_id, habit->name);
  JsonObject *object = json_object_new ();

  json_object_set_member (object, "person", aufait_wire_ref (person));
  json_object_set_string_member (object, "kind", habit->kind);
  json_object_set_int_member (object, "dropped", habit->n_dropped);
  json_object_set_boolean_member (object, "silent", habit->n_dropped >= AUFAIT_CHOICE_DROPPED_MAX);
  return object;
}

static void
reply_habits (AufaitApi *api, AufaitVarlinkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) habits = aufait_habit_store_list (api->memory, &error);
  JsonObject *reply = NULL;
  JsonArray *array = NULL;

  if (habits == NULL) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  array = json_array_new ();
  for (guint i = 0; i < habits->len; i++)
    json_array_add_object_element (array, wire_habit (habits->pdata[i]));
  reply = aufait_api_new_reply (api);
  json_object_set_array_member (reply, "habits", array);
  aufait_varlink_call_reply (call, reply);
}

void
aufait_api_handle_habits (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  reply_habits (user_data, call);
}

static gboolean
untaught (AufaitApi *api, const char *what, gint64 person_id, const char *kind, GError **error)
{
  if (!aufait_memory_begin (api->memory, what, error))
    return FALSE;
  return aufait_api_end_command (
      api, aufait_habit_store_untaught (api->memory, person_id, kind, error), error);
}

void
aufait_api_handle_forget_habit (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiForgetHabit *parameters = in;
  g_autoptr (AufaitRef) person = aufait_api_resolve (api, call, parameters->who);
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;

  if (person == NULL)
    return;
  /* Translators: the name of a person. */
  what = g_strdup_printf (_ ("habits with %s forgotten"), person->name);
  if (!untaught (api, what, person->id, parameters->kind, &error)) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  aufait_agenda_rediscover (api->agenda);
  aufait_api_tell_changed (api, what);
  reply_habits (api, call);
}
