/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handler: the week behind, and the week ahead. */
#include "config.h"

#include "aufait-api-private.h"
#include "aufait-contact-store.h"
#include "aufait-done-store.h"
#include "aufait-event-kind.h"
#include "aufait-event-trip.h"
#include "aufait-note-store.h"
#include "aufait-wire.h"

#define WEEK_DAYS 7

/* More of a kind than a screen holds is not read. */
#define LISTED_MAX 100

/* What is gathered, all of it arrays. */
typedef struct {
  GPtrArray *contacts; /* logged, and events with people */
  GPtrArray *notes;
  GPtrArray *done; /* AufaitNudge */
  GPtrArray *events;
  GPtrArray *nudges;
} Week;

static void
clear_week (Week *week)
{
  g_clear_pointer (&week->contacts, g_ptr_array_unref);
  g_clear_pointer (&week->notes, g_ptr_array_unref);
  g_clear_pointer (&week->done, g_ptr_array_unref);
  g_clear_pointer (&week->events, g_ptr_array_unref);
  g_clear_pointer (&week->nudges, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Week, clear_week)

/* --- behind -------------------------------------------------------------------------------- */

static int
compare_contacts (gconstpointer a, gconstpointer b)
{
  const AufaitContact *x = *(AufaitContact *const *) a;
  const AufaitContact *y = *(AufaitContact *const *) b;

  return x->on != y->on ? (x->on > y->on) - (x->on < y->on) : (x->id > y->id) - (x->id < y->id);
}

/* Whom one meets there (AufaitRef): not who is away just then. */
static GPtrArray *
list_met (const AufaitEvent *event, GTimeZone *zone)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_ref_free);

  for (guint i = 0; i < event->people->len; i++) {
    const AufaitRef *person = g_ptr_array_index (event->people, i);

    if (!aufait_event_trip_is_away (event, person, zone))
      g_ptr_array_add (people, aufait_ref_new (person->id, person->name));
  }
  return people;
}

/* Events of one's own with people that are over were contacts. */
static void
add_meetings (GPtrArray *contacts, const GPtrArray *events, GDateTime *now)
{
  GTimeZone *zone = g_date_time_get_timezone (now);

  for (guint i = 0; i < events->len; i++) {
    const AufaitEvent *event = g_ptr_array_index (events, i);
    g_autoptr (GPtrArray) people = list_met (event, zone);
    AufaitContact *contact = NULL;
    AufaitDay first, last;

    if (event->all_day || event->owner != 0 || people->len == 0 ||
        event->end > g_date_time_to_unix (now))
      continue;
    aufait_event_get_days (event, zone, &first, &last);
    contact = aufait_contact_new (AUFAIT_CONTACT_EVENT, first);
    g_ptr_array_extend_and_steal (contact->people, g_steal_pointer (&people));
    g_ptr_array_add (contacts, contact);
  }
}

static GPtrArray *
gather_contacts (AufaitApi *api, AufaitDay first, GDateTime *now, GError **error)
{
  g_autoptr (GPtrArray) contacts =
      aufait_contact_store_list_since (api->memory, first, LISTED_MAX, error);
  g_autoptr (GPtrArray) events = NULL;

  if (contacts == NULL)
    return NULL;
  events = aufait_api_list_events (api, first, aufait_day_from_date_time (now), 0, error);
  if (events == NULL)
    return NULL;
  add_meetings (contacts, events, now);
  g_ptr_array_sort (contacts, compare_contacts);
  return g_steal_pointer (&contacts);
}

/* Nudges that were done in the week. */
static GPtrArray *
gather_done (AufaitApi *api, AufaitDay first, GDateTime *now, GError **error)
{
  g_autoptr (GDateTime) since = aufait_day_at (first, 0, g_date_time_get_timezone (now));
  g_autoptr (GArray) ids =
      aufait_done_store_list (api->memory, g_date_time_to_unix (since), LISTED_MAX, error);
  GPtrArray *done = NULL;

  if (ids == NULL)
    return NULL;
  done = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_free);
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (AufaitNudge) nudge =
        aufait_agenda_find (api->agenda, g_array_index (ids, gint64, i), NULL);

    if (nudge != NULL && nudge->state == AUFAIT_NUDGE_DONE)
      g_ptr_array_add (done, g_steal_pointer (&nudge));
  }
  return done;
}

/* --- ahead --------------------------------------------------------------------------------- */

/* What will have been a contact: one is there oneself, which is not so in a calendar of theirs, or
 * when an entry says no more than that someone is away or that it is their birthday. */
static gboolean
is_seeing (const AufaitEvent *event, GDateTime *now)
{
  g_autoptr (GPtrArray) people = list_met (event, g_date_time_get_timezone (now));

  return people->len > 0 && event->owner == 0 && !event->all_day &&
         event->end > g_date_time_to_unix (now) && !aufait_event_kind_is_birthday (event);
}

static GPtrArray *
gather_events (AufaitApi *api, AufaitDay last, GDateTime *now, GError **error)
{
  g_autoptr (GPtrArray) events =
      aufait_api_list_events (api, aufait_day_from_date_time (now), last, 0, error);

  for (guint i = events != NULL ? events->len : 0; i > 0; i--) {
    if (!is_seeing (g_ptr_array_index (events, i - 1), now))
      g_ptr_array_remove_index (events, i - 1);
  }
  return g_steal_pointer (&events);
}

static GPtrArray *
gather_nudges (AufaitApi *api, AufaitDay last, GDateTime *now, GError **error)
{
  g_autoptr (GDateTime) until = aufait_day_at (last + 1, 0, g_date_time_get_timezone (now));
  g_autoptr (GDateTime) end = g_date_time_add_seconds (until, -1);

  return aufait_agenda_list (api->agenda, end, FALSE, error);
}

/* --- together ------------------------------------------------------------------------------ */

static gboolean
gather (AufaitApi *api, GDateTime *now, Week *week, GError **error)
{
  AufaitDay today = aufait_day_from_date_time (now);
  AufaitDay first = today - WEEK_DAYS + 1, last = today + WEEK_DAYS - 1;

  week->contacts = gather_contacts (api, first, now, error);
  if (week->contacts != NULL)
    week->notes = aufait_note_store_list_since (api->memory, first, LISTED_MAX, error);
  if (week->notes != NULL)
    week->done = gather_done (api, first, now, error);
  if (week->done != NULL)
    week->events = gather_events (api, last, now, error);
  if (week->events != NULL)
    week->nudges = gather_nudges (api, last, now, error);
  return week->nudges != NULL;
}

static void
set_days (JsonObject *reply, AufaitDay today)
{
  g_autofree char *from = aufait_day_format (today);
  g_autofree char *until = aufait_day_format (today + WEEK_DAYS - 1);

  json_object_set_string_member (reply, "from", from);
  json_object_set_string_member (reply, "until", until);
}

void
aufait_api_handle_week (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);
  g_autoptr (GError) error = NULL;
  g_auto (Week) week = { 0 };
  JsonObject *reply = NULL;

  if (!gather (api, now, &week, &error)) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  reply = aufait_api_new_reply (api);
  set_days (reply, aufait_day_from_date_time (now));
  json_object_set_member (reply, "contacts",
                          aufait_wire_array (week.contacts, (AufaitWireFunc) aufait_wire_contact));
  json_object_set_member (reply, "notes",
                          aufait_wire_array (week.notes, (AufaitWireFunc) aufait_wire_note));
  json_object_set_member (reply, "done",
                          aufait_wire_array (week.done, (AufaitWireFunc) aufait_wire_nudge));
  json_object_set_member (reply, "events", aufait_api_wire_events (api, week.events));
  json_object_set_member (reply, "nudges",
                          aufait_wire_array (week.nudges, (AufaitWireFunc) aufait_wire_nudge));
  aufait_varlink_call_reply (call, reply);
}
