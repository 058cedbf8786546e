/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-encounters.h"

#include "aufait-contact-store.h"
#include "aufait-event-store.h"
#include "aufait-event-trip.h"

/* How far calendars are looked through. */
#define DAYS_BACK  (2 * 366)
#define DAYS_AHEAD 366

/* --- events that were contacts ------------------------------------------------------------- */

static gboolean
is_away (const AufaitEvent *event, gint64 person_id, GTimeZone *zone)
{
  for (guint i = 0; i < event->people->len; i++) {
    const AufaitRef *person = event->people->pdata[i];

    if (person->id == person_id)
      return aufait_event_trip_is_away (event, person, zone);
  }
  return FALSE;
}

/* What one is at with them. A trip of theirs is none of it. */
static gboolean
is_contact (const AufaitEvent *event, gint64 person_id, GTimeZone *zone)
{
  return !event->cancelled && event->owner == 0 && !is_away (event, person_id, zone);
}

static AufaitContact *
new_contact (AufaitEvent *event, GTimeZone *zone)
{
  AufaitDay first, last;
  AufaitContact *contact = NULL;

  aufait_event_get_days (event, zone, &first, &last);
  contact = aufait_contact_new (AUFAIT_CONTACT_EVENT, first);
  g_ptr_array_extend_and_steal (contact->people, g_steal_pointer (&event->people));
  return contact;
}

static GPtrArray *
list_events (AufaitDirectory *directory,
             gint64 person_id,
             AufaitDay first,
             AufaitDay last,
             GTimeZone *zone,
             GError **error)
{
  AufaitIndex *index = aufait_directory_get_index (directory);
  g_autoptr (GPtrArray) events = NULL;

  if (index == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_event_free);
  events = aufait_event_store_list_of_person (index, person_id, first, last, zone, error);
  if (events == NULL || !aufait_directory_fill_events (directory, events, error))
    return NULL;
  return g_steal_pointer (&events);
}

static GPtrArray *
list_over (AufaitDirectory *directory, gint64 person_id, GDateTime *now, guint max, GError **error)
{
  AufaitIndex *index = aufait_directory_get_index (directory);
  g_autoptr (GDateTime) since = g_date_time_add_days (now, -DAYS_BACK);
  g_autoptr (GPtrArray) events = NULL;

  if (index == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_event_free);
  events = aufait_event_store_list_past_of_person (index, person_id, g_date_time_to_unix (since),
                                                   g_date_time_to_unix (now), max, error);
  if (events == NULL || !aufait_directory_fill_events (directory, events, error))
    return NULL;
  return g_steal_pointer (&events);
}

/* The newest first. */
static GPtrArray *
list_past (AufaitDirectory *directory, gint64 person_id, GDateTime *now, guint max, GError **error)
{
  GTimeZone *zone = g_date_time_get_timezone (now);
  g_autoptr (GPtrArray) events = list_over (directory, person_id, now, max, error);
  GPtrArray *contacts = NULL;

  if (events == NULL)
    return NULL;
  contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_contact_free);
  for (guint i = events->len; i > 0 && contacts->len < max; i--) {
    if (is_contact (events->pdata[i - 1], person_id, zone))
      g_ptr_array_add (contacts, new_contact (events->pdata[i - 1], zone));
  }
  return contacts;
}

/* --- together ------------------------------------------------------------------------------ */

/* Takes the newer of the first of both; of one day, what was logged. NULL: both are empty. */
static AufaitContact *
take_newer (GPtrArray *logged, GPtrArray *events)
{
  const AufaitContact *left = logged->len > 0 ? logged->pdata[0] : NULL;
  const AufaitContact *right = events->len > 0 ? events->pdata[0] : NULL;

  if (left == NULL && right == NULL)
    return NULL;
  if (right == NULL || (left != NULL && left->on >= right->on))
    return g_ptr_array_steal_index (logged, 0);
  return g_ptr_array_steal_index (events, 0);
}

/* An event on a day that something was logged for is the same contact. */
static gboolean
is_told (const GPtrArray *contacts, const AufaitContact *contact)
{
  const AufaitContact *last = contacts->len > 0 ? contacts->pdata[contacts->len - 1] : NULL;

  return contact->how == AUFAIT_CONTACT_EVENT && last != NULL && last->on == contact->on;
}

GPtrArray *
aufait_encounters_list (
    AufaitDirectory *directory, gint64 person_id, GDateTime *now, guint max, GError **error)
{
  g_autoptr (GPtrArray) logged = aufait_contact_store_list_with (
      aufait_directory_get_memory (directory), person_id, max, error);
  g_autoptr (GPtrArray) events =
      logged != NULL ? list_past (directory, person_id, now, max, error) : NULL;
  GPtrArray *contacts = NULL;

  if (events == NULL)
    return NULL;
  contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_contact_free);
  while (contacts->len < max) {
    g_autoptr (AufaitContact) contact = take_newer (logged, events);

    if (contact == NULL)
      break;
    if (!is_told (contacts, contact))
      g_ptr_array_add (contacts, g_steal_pointer (&contact));
  }
  return contacts;
}

AufaitDay
aufait_encounters_find_next (
    AufaitDirectory *directory, gint64 person_id, GDateTime *now, int days, GError **error)
{
  GTimeZone *zone = g_date_time_get_timezone (now);
  AufaitDay today = aufait_day_from_date_time (now);
  g_autoptr (GPtrArray) events =
      list_events (directory, person_id, today, today + days, zone, error);

  for (guint i = 0; events != NULL && i < events->len; i++) {
    const AufaitEvent *event = g_ptr_array_index (events, i);
    AufaitDay first, last;

    aufait_event_get_days (event, zone, &first, &last);
    if (!event->all_day && event->end > g_date_time_to_unix (now) &&
        is_contact (event, person_id, zone))
      return first;
  }
  return AUFAIT_DAY_NONE;
}

static gboolean
is_over (const AufaitEvent *event, AufaitDay last, GDateTime *now)
{
  return event->all_day ? last < aufait_day_from_date_time (now)
                        : event->end <= g_date_time_to_unix (now);
}

/* Of @events the last that is over, those that go on, and so many that come. */
static GPtrArray *
take_near (GPtrArray *events, GDateTime *now, guint max)
{
  GPtrArray *near = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_event_free);
  AufaitDay today = aufait_day_from_date_time (now), first, last;
  gpointer *over = NULL;
  guint position = 0, n_going_on = 0, n_ahead = 0;

  for (guint i = 0; i < events->len; i++) {
    gpointer *event = &events->pdata[i];

    aufait_event_get_days (*event, g_date_time_get_timezone (now), &first, &last);
    if (first < today && is_over (*event, last, now)) {
      over = event;
      position = near->len;
    } else if (first < today ? n_going_on++ < max : n_ahead++ < max) {
      g_ptr_array_add (near, g_steal_pointer (event));
    }
  }
  if (over != NULL)
    g_ptr_array_insert (near, (int) position, g_steal_pointer (over));
  return near;
}

GPtrArray *
aufait_encounters_list_events (
    AufaitDirectory *directory, gint64 person_id, GDateTime *now, guint max, GError **error)
{
  AufaitDay today = aufait_day_from_date_time (now);
  g_autoptr (GPtrArray) events =
      list_events (directory, person_id, today - DAYS_BACK, today + DAYS_AHEAD,
                   g_date_time_get_timezone (now), error);

  return events != NULL ? take_near (events, now, max) : NULL;
}
