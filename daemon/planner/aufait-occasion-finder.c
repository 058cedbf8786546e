/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-occasion-finder.h"

#include "aufait-event-kind.h"
#include "aufait-interest-key-store.h"
#include "aufait-note-store.h"

/* Of each word, and of all: more people than these are not chosen from. */
#define NOTES_MAX  64
#define GUESTS_MAX 24

/* Invitations of one person that are remembered. */
#define RECORDS_MAX 50

/* --- events -------------------------------------------------------------------------------- */

static gboolean
is_near (const AufaitOccasionFinder *finder, const AufaitEvent *event)
{
  AufaitDay first, last;

  aufait_event_get_days (event, finder->context->zone, &first, &last);
  return first >= finder->context->today + AUFAIT_RULE_INVITE_MIN_DAYS &&
         first <= finder->context->today + AUFAIT_RULE_INVITE_MAX_DAYS;
}

/* One comes to what is a get-together, or may become one. */
static gboolean
is_open_to_guests (const AufaitEvent *event)
{
  return event->owner == 0 && aufait_event_kind_is_meeting (event, MAX (event->people->len, 1));
}

/* --- guests -------------------------------------------------------------------------------- */

/* NULL without an error when it was taken back. */
static AufaitNote *
get_note (const AufaitOccasionFinder *finder, gint64 id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  AufaitNote *note = aufait_note_store_get (finder->memory, id, &failure);

  if (note == NULL &&
      !g_error_matches (failure, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&failure));
  return note;
}

static gboolean
is_guest (const AufaitOccasion *occasion, gint64 person_id)
{
  for (guint i = 0; i < occasion->guests->len; i++)
    if (((AufaitOccasionGuest *) occasion->guests->pdata[i])->who->person->id == person_id)
      return TRUE;
  return FALSE;
}

static gboolean
add_dislikes (const AufaitOccasionFinder *finder,
              const AufaitOccasion *occasion,
              AufaitOccasionGuest *guest,
              GError **error)
{
  g_auto (GStrv) keys = aufait_likes_dup_keys (occasion->subject);
  g_autoptr (GArray) ids = aufait_interest_key_store_list_dislikes (
      finder->memory, (const char *const *) keys, guest->who->person->id, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    g_autoptr (GError) failure = NULL;
    AufaitNote *note = get_note (finder, g_array_index (ids, gint64, i), &failure);

    if (failure != NULL) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
    if (note != NULL)
      g_ptr_array_add (guest->dislikes, note);
  }
  return ids != NULL;
}

static AufaitDay
find_shown_day (const AufaitNudgeRecord *record, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (record->last_shown_at);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return record->last_shown_at > 0 ? aufait_day_from_date_time (local) : AUFAIT_DAY_NONE;
}

/* What came of them before. */
static gboolean
add_past (const AufaitOccasionFinder *finder,
          const AufaitOccasion *occasion,
          AufaitOccasionGuest *guest,
          GError **error)
{
  g_autoptr (GPtrArray) records = aufait_nudge_store_list_of_kind (
      finder->memory, guest->who->person->id, AUFAIT_RULE_INVITE.kind, RECORDS_MAX, error);

  for (guint i = 0; records != NULL && i < records->len; i++) {
    const AufaitNudgeRecord *record = g_ptr_array_index (records, i);

    guest->used_on = MAX (guest->used_on, find_shown_day (record, finder->context->zone));
    if (g_strcmp0 (record->event, occasion->event->uid) != 0)
      continue;
    if (record->event_begins == aufait_event_get_begins (occasion->event))
      guest->is_recorded = TRUE;
    else
      guest->is_of_series = TRUE;
  }
  return records != NULL;
}

/* The guest has a note of their own: one note may tell of two people. */
static gboolean
add_guest (const AufaitOccasionFinder *finder,
           AufaitOccasion *occasion,
           gint64 note_id,
           gint64 person_id,
           GError **error)
{
  g_autoptr (GError) failure = NULL;
  const AufaitAcquaintance *who = finder->meet (finder->data, person_id, &failure);
  g_autoptr (AufaitOccasionGuest) guest = NULL;
  AufaitNote *note = NULL;

  if (who != NULL)
    note = get_note (finder, note_id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (note == NULL)
    return TRUE;
  guest = aufait_occasion_guest_new (who, note);
  if (!add_dislikes (finder, occasion, guest, error) || !add_past (finder, occasion, guest, error))
    return FALSE;
  g_ptr_array_add (occasion->guests, g_steal_pointer (&guest));
  return TRUE;
}

/* The people of a note, if it speaks of what the event is about. @only: this one alone; 0: all. */
static gboolean
add_note (const AufaitOccasionFinder *finder,
          AufaitOccasion *occasion,
          gint64 note_id,
          gint64 only,
          GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitNote) note = get_note (finder, note_id, &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (note == NULL || !aufait_occasion_interests (occasion, note))
    return TRUE;
  for (guint i = 0; i < note->people->len && occasion->guests->len < GUESTS_MAX; i++) {
    gint64 person_id = ((AufaitRef *) note->people->pdata[i])->id;

    if ((only == 0 || only == person_id) && !is_guest (occasion, person_id) &&
        !add_guest (finder, occasion, note_id, person_id, error))
      return FALSE;
  }
  return TRUE;
}

/* --- both ways ----------------------------------------------------------------------------- */

static void
take_occasion (AufaitOccasion *occasion, AufaitOccasion **ret_occasion)
{
  *ret_occasion = NULL;
  if (occasion != NULL && occasion->guests->len > 0)
    *ret_occasion = occasion;
  else
    aufait_occasion_free (occasion);
}

gboolean
aufait_occasion_finder_find (const AufaitOccasionFinder *finder,
                             const AufaitEvent *event,
                             AufaitOccasion **ret_occasion,
                             GError **error)
{
  g_autoptr (AufaitOccasion) occasion = NULL;
  g_autoptr (GArray) ids = NULL;
  g_auto (GStrv) keys = NULL;

  *ret_occasion = NULL;
  if (event->owner != 0 || event->cancelled || !is_near (finder, event))
    return TRUE;
  occasion = aufait_occasion_new (event);
  keys = aufait_likes_dup_keys (occasion->subject);
  ids =
      aufait_interest_key_store_list (finder->memory, (const char *const *) keys, NOTES_MAX, error);
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0 || !is_open_to_guests (event))
    return TRUE;
  for (guint i = 0; i < ids->len; i++)
    if (!add_note (finder, occasion, g_array_index (ids, gint64, i), 0, error))
      return FALSE;
  take_occasion (g_steal_pointer (&occasion), ret_occasion);
  return TRUE;
}

gboolean
aufait_occasion_finder_recall (const AufaitOccasionFinder *finder,
                               const AufaitEvent *event,
                               const GPtrArray *records,
                               AufaitOccasion **ret_occasion,
                               GError **error)
{
  g_autoptr (AufaitOccasion) occasion = NULL;

  *ret_occasion = NULL;
  for (guint i = 0; i < records->len; i++) {
    const AufaitNudgeRecord *record = g_ptr_array_index (records, i);

    if (record->note_id == 0 || g_strcmp0 (record->event, event->uid) != 0 ||
        record->event_begins != aufait_event_get_begins (event))
      continue;
    if (occasion == NULL && !is_open_to_guests (event))
      return TRUE;
    if (occasion == NULL)
      occasion = aufait_occasion_new (event);
    if (!add_note (finder, occasion, record->note_id, record->person_id, error))
      return FALSE;
  }
  take_occasion (g_steal_pointer (&occasion), ret_occasion);
  return TRUE;
}
