/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-wire.h"

static void
add_int (JsonBuilder *builder, const char *field, gint64 value)
{
  json_builder_set_member_name (builder, field);
  json_builder_add_int_value (builder, value);
}

static void
add_bool (JsonBuilder *builder, const char *field, gboolean value)
{
  json_builder_set_member_name (builder, field);
  json_builder_add_boolean_value (builder, value);
}

static void
add_text (JsonBuilder *builder, const char *field, const char *value)
{
  json_builder_set_member_name (builder, field);
  json_builder_add_string_value (builder, value != NULL ? value : "");
}

/* A field that may be absent is left out rather than null. */
static void
add_text_if_any (JsonBuilder *builder, const char *field, const char *value)
{
  if (value != NULL)
    add_text (builder, field, value);
}

static void
add_day_if_any (JsonBuilder *builder, const char *field, AufaitDay day)
{
  g_autofree char *text = day != AUFAIT_DAY_NONE ? aufait_day_format (day) : NULL;

  add_text_if_any (builder, field, text);
}

static void
add_texts (JsonBuilder *builder, const char *field, const char *const *texts, guint n_texts)
{
  json_builder_set_member_name (builder, field);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_texts; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static void
add_strv (JsonBuilder *builder, const char *field, GStrv texts)
{
  add_texts (builder, field, (const char *const *) texts,
             texts != NULL ? g_strv_length (texts) : 0);
}

static void
add_node (JsonBuilder *builder, const char *field, JsonNode *node)
{
  json_builder_set_member_name (builder, field);
  json_builder_add_value (builder, node);
}

static void
add_values (JsonBuilder *builder, const char *field, GPtrArray *values, AufaitWireFunc wire)
{
  add_node (builder, field, aufait_wire_array (values, wire));
}

static JsonBuilder *
begin_object (void)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);

  return builder;
}

static JsonNode *
end_object (JsonBuilder *builder)
{
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
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
  return g_date_time_format (at, "%Y-%m-%dT%H:%M:%S%:z");
}

JsonNode *
aufait_wire_ref (const AufaitRef *ref)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  add_int (builder, "id", ref->id);
  add_text (builder, "name", ref->name);

  return end_object (builder);
}

JsonNode *
aufait_wire_person (const AufaitPerson *person)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  add_int (builder, "id", person->id);
  add_text (builder, "name", person->name);
  add_strv (builder, "nicknames", person->nicknames);
  add_strv (builder, "emails", person->emails);
  add_strv (builder, "phones", person->phones);
  add_strv (builder, "places", person->places);
  add_text_if_any (builder, "birthday", person->birthday);
  add_text_if_any (builder, "anniversary", person->anniversary);
  add_text_if_any (builder, "circle", person->circle);
  if (person->cadence_days > 0)
    add_int (builder, "cadenceDays", person->cadence_days);
  add_bool (builder, "private", person->is_private);

  return end_object (builder);
}

JsonNode *
aufait_wire_moment (const AufaitMoment *moment)
{
  g_autoptr (JsonBuilder) builder = begin_object ();
  g_autofree char *first = aufait_day_format (moment->first);
  g_autofree char *last = aufait_day_format (moment->last);

  add_text (builder, "kind", aufait_moment_kind_to_string (moment->kind));
  add_text (builder, "firstDay", first);
  add_text (builder, "lastDay", last);
  add_text_if_any (builder, "place", moment->place);
  add_text_if_any (builder, "what", moment->what);

  return end_object (builder);
}

static JsonNode *
wire_promise (const AufaitPromise *promise)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  add_day_if_any (builder, "day", promise->day);
  add_text (builder, "what", promise->what);

  return end_object (builder);
}

JsonNode *
aufait_wire_note (const AufaitNote *note)
{
  g_autoptr (JsonBuilder) builder = begin_object ();
  g_autofree char *on = aufait_day_format (note->on);
  const AufaitMeaning *meaning = note->meaning;

  add_int (builder, "id", note->id);
  add_text (builder, "on", on);
  add_text (builder, "text", note->text);
  add_text (builder, "kind", meaning->kind == AUFAIT_NOTE_IMPRESSION ? "impression" : "fact");
  add_values (builder, "people", note->people, (AufaitWireFunc) aufait_wire_ref);
  add_values (builder, "moments", meaning->moments, (AufaitWireFunc) aufait_wire_moment);
  add_texts (builder, "interests", (const char *const *) meaning->interests->pdata,
             meaning->interests->len);
  add_values (builder, "promises", meaning->promises, (AufaitWireFunc) wire_promise);

  return end_object (builder);
}

JsonNode *
aufait_wire_contact (const AufaitContact *contact)
{
  g_autoptr (JsonBuilder) builder = begin_object ();
  g_autofree char *on = aufait_day_format (contact->on);

  add_int (builder, "id", contact->id);
  add_text (builder, "on", on);
  add_text (builder, "how", aufait_contact_how_to_string (contact->how));
  add_values (builder, "people", contact->people, (AufaitWireFunc) aufait_wire_ref);

  return end_object (builder);
}

static JsonNode *
wire_reason (const AufaitReason *reason)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  add_text (builder, "text", reason->text);
  add_day_if_any (builder, "on", reason->on);
  if (reason->note_id != 0)
    add_int (builder, "note", reason->note_id);
  add_text_if_any (builder, "event", reason->event);

  return end_object (builder);
}

static void
add_instant (JsonBuilder *builder, const char *field, gint64 unix_secs, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (unix_secs);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *text = aufait_wire_dup_instant (local);

  add_text (builder, field, text);
}

JsonNode *
aufait_wire_event (const AufaitEvent *event, GTimeZone *zone)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  add_text (builder, "uid", event->uid);
  add_text (builder, "summary", event->summary);
  if (event->all_day) {
    add_day_if_any (builder, "start", event->first);
    add_day_if_any (builder, "end", event->last);
  } else {
    add_instant (builder, "start", event->start, zone);
    add_instant (builder, "end", event->end, zone);
  }
  add_bool (builder, "allDay", event->all_day);
  add_text_if_any (builder, "location", event->location);
  add_text (builder, "calendar", event->calendar);
  add_values (builder, "people", event->people, (AufaitWireFunc) aufait_wire_ref);

  return end_object (builder);
}

JsonNode *
aufait_wire_nudge (const AufaitNudge *nudge)
{
  g_autoptr (JsonBuilder) builder = begin_object ();
  g_autofree char *at = aufait_wire_dup_instant (nudge->at);
  g_autofree char *text = aufait_nudge_dup_text (nudge);

  add_int (builder, "id", nudge->id);
  add_text (builder, "kind", nudge->kind);
  add_node (builder, "person", aufait_wire_ref (nudge->person));
  add_text (builder, "at", at);
  add_text (builder, "state", aufait_nudge_state_to_string (nudge->state));
  add_text (builder, "text", text);
  add_text (builder, "title", nudge->title);
  add_text (builder, "action", nudge->action);
  add_values (builder, "why", nudge->why, (AufaitWireFunc) wire_reason);

  return end_object (builder);
}
