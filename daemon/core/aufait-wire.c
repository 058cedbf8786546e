/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-wire.h"

#include "aufait-cadence.h"
#include "aufait-noun.h"
#include "aufait-promised.h"

/* Built member by member: a builder is an object of its own for each of the many small ones. */

static void
add_text (JsonObject *object, const char *field, const char *value)
{
  json_object_set_string_member (object, field, value != NULL ? value : "");
}

/* A field that may be absent is left out rather than null. */
static void
add_text_if_any (JsonObject *object, const char *field, const char *value)
{
  if (value != NULL)
    add_text (object, field, value);
}

/* One that every reader may count on is null when there is nothing to say. */
static void
add_text_or_null (JsonObject *object, const char *field, const char *value)
{
  if (value != NULL)
    add_text (object, field, value);
  else
    json_object_set_null_member (object, field);
}

static void
add_day_if_any (JsonObject *object, const char *field, AufaitDay day)
{
  g_autofree char *text = day != AUFAIT_DAY_NONE ? aufait_day_format (day) : NULL;

  add_text_if_any (object, field, text);
}

static void
add_texts (JsonObject *object, const char *field, const char *const *texts, guint n_texts)
{
  JsonArray *array = json_array_sized_new (n_texts);

  for (guint i = 0; i < n_texts; i++)
    json_array_add_string_element (array, texts[i]);
  json_object_set_array_member (object, field, array);
}

static void
add_strv (JsonObject *object, const char *field, GStrv texts)
{
  add_texts (object, field, (const char *const *) texts, texts != NULL ? g_strv_length (texts) : 0);
}

static void
add_values (JsonObject *object, const char *field, GPtrArray *values, AufaitWireFunc wire)
{
  json_object_set_member (object, field, aufait_wire_array (values, wire));
}

/* Takes @object over. */
static JsonNode *
end_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

JsonNode *
aufait_wire_array (GPtrArray *values, AufaitWireFunc wire)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; values != NULL && i < values->len; i++)
    json_array_add_element (array, wire (values->pdata[i]));
  json_node_take_array (node, array);

  return node;
}

char *
aufait_wire_dup_instant (GDateTime *at)
{
  int minutes = (int) (g_date_time_get_utc_offset (at) / G_TIME_SPAN_MINUTE);
  int year, month, day;

  g_date_time_get_ymd (at, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", year, month, day,
                          g_date_time_get_hour (at), g_date_time_get_minute (at),
                          g_date_time_get_second (at), minutes < 0 ? '-' : '+', ABS (minutes) / 60,
                          ABS (minutes) % 60);
}

JsonNode *
aufait_wire_ref (const AufaitRef *ref)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", ref->id);
  add_text (object, "name", ref->name);

  return end_object (object);
}

JsonNode *
aufait_wire_person (const AufaitPerson *person)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", person->id);
  add_text (object, "name", person->name);
  add_strv (object, "nicknames", person->nicknames);
  add_strv (object, "emails", person->emails);
  add_strv (object, "phones", person->phones);
  add_strv (object, "places", person->places);
  add_text_or_null (object, "birthday", person->birthday);
  add_text_if_any (object, "anniversary", person->anniversary);
  add_text_or_null (object, "circle", person->circle);
  if (person->cadence_days > 0)
    json_object_set_int_member (object, "cadenceDays", person->cadence_days);
  if (person->cadence_days == AUFAIT_CADENCE_NEVER)
    json_object_set_boolean_member (object, "never", TRUE);
  add_text_if_any (object, "hours", person->hours);
  add_text_if_any (object, "timezone", person->timezone);
  json_object_set_boolean_member (object, "private", person->is_private);
  if (person->is_silent)
    json_object_set_boolean_member (object, "silent", TRUE);
  else if (person->is_dead)
    json_object_set_boolean_member (object, "dead", TRUE);
  add_text_if_any (object, "language", person->language);

  return end_object (object);
}

JsonNode *
aufait_wire_relation (const AufaitCardRelation *relation)
{
  JsonObject *object = json_object_new ();

  add_text (object, "kind", relation->type);
  add_text (object, "name", relation->text);

  return end_object (object);
}

JsonNode *
aufait_wire_moment (const AufaitMoment *moment)
{
  JsonObject *object = json_object_new ();
  g_autofree char *first = aufait_day_format (moment->first);
  g_autofree char *last = aufait_day_format (moment->last);
  const char *said = aufait_noun_say (moment);

  add_text (object, "kind", aufait_moment_kind_to_string (moment->kind));
  add_text (object, "firstDay", first);
  add_text (object, "lastDay", last);
  if (moment->is_open)
    json_object_set_boolean_member (object, "open", TRUE);
  add_text_if_any (object, "place", moment->place);
  add_text_if_any (object, "what", said != NULL ? said : moment->what);
  add_text_if_any (object, "language",
                   said != NULL ? aufait_noun_get_language () : moment->language);

  return end_object (object);
}

static JsonNode *
wire_promise (const AufaitPromise *promise, const AufaitNote *note)
{
  JsonObject *object = json_object_new ();
  g_autofree char *day = promise->day != AUFAIT_DAY_NONE ? aufait_day_format (promise->day) : NULL;

  add_text_or_null (object, "day", day);
  add_text (object, "what", aufait_promised_skip_names (promise->what, note->people));
  if (aufait_promised_find_how (note->text, promise->what) == AUFAIT_PROMISED_DEBT)
    json_object_set_boolean_member (object, "owed", TRUE);

  return end_object (object);
}

static JsonArray *
wire_promises (const AufaitNote *note)
{
  const GPtrArray *promises = note->meaning->promises;
  JsonArray *array = json_array_sized_new (promises->len);

  for (guint i = 0; i < promises->len; i++)
    json_array_add_element (array, wire_promise (promises->pdata[i], note));
  return array;
}

/* Of a note that was just read: who has died, as it says. */
static void
add_deaths (JsonObject *object, const AufaitNote *note)
{
  const GArray *deaths = note->meaning->deaths;
  JsonArray *array = NULL;

  if (deaths->len == 0)
    return;
  array = json_array_sized_new (deaths->len);
  for (guint i = 0; i < deaths->len; i++) {
    guint place = g_array_index (deaths, guint, i);

    if (place < note->people->len)
      json_array_add_element (array, aufait_wire_ref (note->people->pdata[place]));
  }
  json_object_set_array_member (object, "died", array);
}

JsonNode *
aufait_wire_note (const AufaitNote *note)
{
  JsonObject *object = json_object_new ();
  g_autofree char *on = aufait_day_format (note->on);
  const AufaitMeaning *meaning = note->meaning;

  json_object_set_int_member (object, "id", note->id);
  add_text (object, "on", on);
  add_text (object, "text", note->text);
  add_text (object, "kind", meaning->kind == AUFAIT_NOTE_IMPRESSION ? "impression" : "fact");
  add_values (object, "people", note->people, (AufaitWireFunc) aufait_wire_ref);
  add_values (object, "moments", meaning->moments, (AufaitWireFunc) aufait_wire_moment);
  add_texts (object, "interests", (const char *const *) meaning->interests->pdata,
             meaning->interests->len);
  json_object_set_array_member (object, "promises", wire_promises (note));
  add_deaths (object, note);

  return end_object (object);
}

JsonNode *
aufait_wire_contact (const AufaitContact *contact)
{
  JsonObject *object = json_object_new ();
  g_autofree char *on = aufait_day_format (contact->on);

  json_object_set_int_member (object, "id", contact->id);
  add_text (object, "on", on);
  add_text (object, "how", aufait_contact_how_to_string (contact->how));
  if (contact->is_from_them)
    json_object_set_boolean_member (object, "fromThem", TRUE);
  add_values (object, "people", contact->people, (AufaitWireFunc) aufait_wire_ref);

  return end_object (object);
}

static JsonNode *
wire_reason (const AufaitReason *reason)
{
  JsonObject *object = json_object_new ();

  add_text (object, "text", reason->text);
  add_day_if_any (object, "on", reason->on);
  if (reason->note_id != 0)
    json_object_set_int_member (object, "note", reason->note_id);
  add_text_if_any (object, "event", reason->event);

  return end_object (object);
}

static void
add_instant (JsonObject *object, const char *field, gint64 unix_secs, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (unix_secs);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *text = aufait_wire_dup_instant (local);

  add_text (object, field, text);
}

JsonNode *
aufait_wire_event (const AufaitEvent *event, GTimeZone *zone)
{
  JsonObject *object = json_object_new ();

  add_text (object, "uid", event->uid);
  add_text (object, "summary", event->summary);
  if (event->all_day) {
    add_day_if_any (object, "start", event->first);
    add_day_if_any (object, "end", event->last);
  } else {
    add_instant (object, "start", event->start, zone);
    add_instant (object, "end", event->end, zone);
  }
  json_object_set_boolean_member (object, "allDay", event->all_day);
  add_text_if_any (object, "location", event->location);
  add_text (object, "calendar", event->calendar);
  add_values (object, "people", event->people, (AufaitWireFunc) aufait_wire_ref);

  return end_object (object);
}

JsonNode *
aufait_wire_nudge (const AufaitNudge *nudge)
{
  JsonObject *object = json_object_new ();
  g_autofree char *at = aufait_wire_dup_instant (nudge->at);
  g_autofree char *text = aufait_nudge_dup_text (nudge);

  json_object_set_int_member (object, "id", nudge->id);
  add_text (object, "kind", nudge->kind);
  json_object_set_member (object, "person", aufait_wire_ref (nudge->person));
  add_text (object, "at", at);
  add_text (object, "state", aufait_nudge_state_to_string (nudge->state));
  add_text (object, "text", text);
  add_text (object, "title", nudge->title);
  add_text (object, "action", nudge->action);
  add_values (object, "why", nudge->why, (AufaitWireFunc) wire_reason);
  add_day_if_any (object, "doneOn", nudge->done_on);
  if (nudge->is_rider && nudge->state == AUFAIT_NUDGE_WAITING)
    json_object_set_boolean_member (object, "nextTime", TRUE);

  return end_object (object);
}
