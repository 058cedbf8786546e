/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-tie-builder.h"

#include "aufait-event-store.h"
#include "aufait-event-trip.h"
#include "aufait-person-store.h"

/* All that there is of a range of people, and how far it was looked at: all by person. */
typedef struct {
  GArray *cadences; /* AufaitCadenceStoreRow */
  GArray *contacts; /* AufaitCadenceStoreContact */
  GArray *meetings; /* AufaitEventStoreMeeting */
  guint next_contact;
  guint next_meeting;
} Material;

static void
clear_material (Material *material)
{
  g_clear_pointer (&material->cadences, g_array_unref);
  g_clear_pointer (&material->contacts, g_array_unref);
  g_clear_pointer (&material->meetings, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Material, clear_material)

static gboolean
is_mine (const char *calendar, gpointer user_data)
{
  return aufait_directory_find_owner (user_data, calendar) == 0;
}

static gboolean
fetch (
    const AufaitTieBuilder *builder, gint64 from, gint64 until, Material *material, GError **error)
{
  AufaitMemory *memory = aufait_directory_get_memory (builder->directory);

  material->cadences = aufait_cadence_store_list (memory, from, until, error);
  if (material->cadences != NULL)
    material->contacts = aufait_cadence_store_list_contacts (memory, from, until, error);
  if (material->contacts != NULL)
    material->meetings = aufait_event_store_list_meetings (
        aufait_directory_get_index (builder->directory), from, until,
        g_date_time_to_unix (builder->now), is_mine, builder->directory, error);
  return material->meetings != NULL;
}

/* --- one person ---------------------------------------------------------------------------- */

static void
take_contacts (Material *material, gint64 person_id, AufaitDay today, GArray *found)
{
  for (; material->next_contact < material->contacts->len; material->next_contact++) {
    const AufaitCadenceStoreContact *each =
        &g_array_index (material->contacts, AufaitCadenceStoreContact, material->next_contact);
    AufaitTieContact contact = { each->on, each->how, each->is_from_them, FALSE };

    if (each->person_id > person_id)
      return;
    if (each->person_id == person_id && each->on <= today)
      g_array_append_val (found, contact);
  }
}

static AufaitDay
find_day (gint64 instant, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local != NULL ? aufait_day_from_date_time (local) : AUFAIT_DAY_NONE;
}

/* A trip of theirs is no meeting (aufait-encounters.h). */
static gboolean
is_trip (const AufaitTieBuilder *builder, const AufaitEventStoreMeeting *meeting)
{
  g_autofree char *name = NULL;
  g_autoptr (AufaitEvent) event = NULL;
  g_autoptr (AufaitRef) person = NULL;

  if (meeting->summary == NULL)
    return FALSE;
  name = aufait_person_store_dup_name (aufait_directory_get_memory (builder->directory),
                                       meeting->person_id, NULL);
  if (name == NULL)
    return FALSE;
  event = aufait_event_new (NULL, meeting->summary);
  event->location = g_strdup (meeting->location);
  event->start = meeting->start;
  event->end = meeting->end;
  person = aufait_ref_new (meeting->person_id, name);
  return aufait_event_trip_is_away (event, person, g_date_time_get_timezone (builder->now));
}

static void
take_meetings (const AufaitTieBuilder *builder, Material *material, gint64 person_id, GArray *found)
{
  for (; material->next_meeting < material->meetings->len; material->next_meeting++) {
    const AufaitEventStoreMeeting *each =
        &g_array_index (material->meetings, AufaitEventStoreMeeting, material->next_meeting);
    AufaitTieContact contact = { .how = AUFAIT_CONTACT_EVENT, .is_series = each->is_series };

    if (each->person_id > person_id)
      return;
    contact.on = find_day (each->start, g_date_time_get_timezone (builder->now));
    if (each->person_id == person_id && contact.on != AUFAIT_DAY_NONE && !is_trip (builder, each))
      g_array_append_val (found, contact);
  }
}

static int
compare_contacts (gconstpointer a, gconstpointer b)
{
  const AufaitTieContact *left = a, *right = b;

  return (left->on > right->on) - (left->on < right->on);
}

static AufaitTieState
build_state (const AufaitTieBuilder *builder, Material *material, gint64 person_id)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (AufaitTieContact));
  AufaitTieState state = { 0 };

  take_contacts (material, person_id, aufait_day_from_date_time (builder->now), found);
  take_meetings (builder, material, person_id, found);
  g_array_sort (found, compare_contacts);
  for (guint i = 0; i < found->len; i++)
    aufait_tie_state_add (&state, g_array_index (found, AufaitTieContact, i));
  return state;
}

void
aufait_tie_builder_set_days (const AufaitTieBuilder *builder,
                             const AufaitCadenceStoreRow *cadence,
                             AufaitTieStoreRow *row)
{
  AufaitDay today = aufait_day_from_date_time (builder->now);
  const char *circle =
      cadence->circle < 0 ? NULL
                          : aufait_cadence_circle_to_string ((AufaitCadenceCircle) cadence->circle);
  const AufaitCadenceQuestion question = {
    .period_days = aufait_cadence_get_period (aufait_directory_get_cadence (builder->directory),
                                              circle, cadence->cadence_days),
    .is_own = cadence->cadence_days > 0,
    .last_contact = row->state.on,
    .person_id = row->person_id,
    .set_on = cadence->cadence_on,
  };

  row->as_of = today;
  row->checkin_on = AUFAIT_DAY_NONE;
  row->drift_on = AUFAIT_DAY_NONE;
  if (cadence->cadence_days == AUFAIT_CADENCE_NEVER ||
      g_hash_table_contains (builder->dead, &row->person_id))
    return;
  row->checkin_on = aufait_cadence_find_checkin (&question, today);
  row->drift_on = aufait_tie_state_read (&row->state, today).drifts_on;
}

GArray *
aufait_tie_builder_build (const AufaitTieBuilder *builder,
                          gint64 from,
                          gint64 until,
                          GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (AufaitTieStoreRow));
  g_auto (Material) material = { 0 };

  if (!fetch (builder, from, until, &material, error))
    return NULL;
  for (guint i = 0; i < material.cadences->len; i++) {
    const AufaitCadenceStoreRow *cadence =
        &g_array_index (material.cadences, AufaitCadenceStoreRow, i);
    AufaitTieStoreRow row = { .person_id = cadence->person_id };

    row.state = build_state (builder, &material, cadence->person_id);
    aufait_tie_builder_set_days (builder, cadence, &row);
    if (row.state.on != AUFAIT_DAY_NONE || row.checkin_on != AUFAIT_DAY_NONE)
      g_array_append_val (rows, row);
  }
  return g_steal_pointer (&rows);
}
