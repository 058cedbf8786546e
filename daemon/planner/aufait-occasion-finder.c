/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-occasion-finder.h"

#include "aufait-event-kind.h"

/* More people than these are not chosen from. */
#define GUESTS_MAX 24

/* --- events -------------------------------------------------------------------------------- */

static gboolean
is_near (const AufaitOccasionFinder *finder, const AufaitEvent *event)
{
  AufaitDay first, last;

  aufait_event_get_days (event, finder->context->zone, &first, &last);
  return first >= finder->context->today + AUFAIT_RULE_INVITE_MIN_DAYS &&
         first <= finder->context->today + AUFAIT_RULE_INVITE_MAX_DAYS;
}

/* One comes to what is a get-together, or may become one, and no matter of one's own. */
static gboolean
is_open_to_guests (const AufaitEvent *event)
{
  return event->owner == 0 && aufait_event_kind_is_meeting (event, MAX (event->people->len, 1)) &&
         !aufait_event_kind_is_closed (event);
}

/* --- guests -------------------------------------------------------------------------------- */

static gboolean
is_guest (const AufaitOccasion *occasion, gint64 person_id)
{
  for (guint i = 0; i < occasion->guests->len; i++)
    if (((AufaitOccasionGuest *) occasion->guests->pdata[i])->person_id == person_id)
      return TRUE;
  return FALSE;
}

static AufaitDay
find_shown_day (const AufaitNudgeRecord *record, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (record->last_shown_at == 0)
    return AUFAIT_DAY_NONE;
  utc = g_date_time_new_from_unix_utc (record->last_shown_at);
  local = g_date_time_to_timezone (utc, zone);
  return aufait_day_from_date_time (local);
}

/* What came of them before. */
static void
recall (const AufaitOccasionFinder *finder,
        const AufaitEvent *event,
        const GPtrArray *records,
        AufaitOccasionGuest *guest)
{
  for (guint i = 0; i < records->len; i++) {
    const AufaitNudgeRecord *record = g_ptr_array_index (records, i);

    guest->used_on = MAX (guest->used_on, find_shown_day (record, finder->context->zone));
    if (g_strcmp0 (record->event, event->uid) != 0)
      continue;
    if (record->event_begins == aufait_event_get_begins (event))
      guest->is_recorded = TRUE;
    else
      guest->is_of_series = TRUE;
  }
}

static gboolean
add_guest (const AufaitOccasionFinder *finder,
           AufaitOccasion *occasion,
           AufaitNote *note,
           gint64 person_id,
           GError **error)
{
  const GPtrArray *records = aufait_guest_book_get_invitations (finder->book, person_id, error);
  AufaitOccasionGuest *guest = NULL;

  if (records == NULL)
    return FALSE;
  guest = g_new0 (AufaitOccasionGuest, 1);
  guest->person_id = person_id;
  guest->note = note;
  recall (finder, occasion->event, records, guest);
  g_ptr_array_add (occasion->guests, guest);
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
  const AufaitGuestBookNote *entry = aufait_guest_book_get_note (finder->book, note_id, error);

  if (entry == NULL || entry->note == NULL || !aufait_occasion_is_about (occasion, entry->topics))
    return entry != NULL;
  for (guint i = 0; i < entry->note->people->len && occasion->guests->len < GUESTS_MAX; i++) {
    gint64 person_id = ((AufaitRef *) entry->note->people->pdata[i])->id;

    if ((only == 0 || only == person_id) && !is_guest (occasion, person_id) &&
        !add_guest (finder, occasion, entry->note, person_id, error))
      return FALSE;
  }
  return TRUE;
}

/* Where all places are taken, nobody is asked about who has none. */
static void
keep_recorded (AufaitOccasion *occasion)
{
  guint n_recorded = 0;

  for (guint i = 0; i < occasion->guests->len; i++)
    n_recorded += ((AufaitOccasionGuest *) occasion->guests->pdata[i])->is_recorded ? 1 : 0;
  for (guint i = occasion->guests->len; n_recorded >= AUFAIT_RULE_INVITE_GUESTS_MAX && i > 0; i--)
    if (!((AufaitOccasionGuest *) occasion->guests->pdata[i - 1])->is_recorded)
      g_ptr_array_remove_index (occasion->guests, i - 1);
}

/* Who they are, and what they do not like. */
static gboolean
meet_guests (const AufaitOccasionFinder *finder, AufaitOccasion *occasion, GError **error)
{
  for (guint i = occasion->guests->len; i > 0; i--) {
    AufaitOccasionGuest *guest = occasion->guests->pdata[i - 1];
    g_autoptr (GError) failure = NULL;

    guest->who = finder->meet (finder->data, guest->person_id, &failure);
    if (guest->who != NULL)
      guest->dislikes = aufait_guest_book_get_dislikes (finder->book, guest->person_id, &failure);
    if (failure != NULL) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
    if (guest->who == NULL)
      g_ptr_array_remove_index (occasion->guests, i - 1);
  }
  return TRUE;
}

/* --- both ways ----------------------------------------------------------------------------- */

/* Takes @occasion over. */
static gboolean
take_occasion (const AufaitOccasionFinder *finder,
               AufaitOccasion *occasion,
               AufaitOccasion **ret_occasion,
               GError **error)
{
  g_autoptr (AufaitOccasion) owned = occasion;

  if (!meet_guests (finder, owned, error))
    return FALSE;
  if (owned->guests->len > 0)
    *ret_occasion = g_steal_pointer (&owned);
  return TRUE;
}

gboolean
aufait_occasion_finder_find (const AufaitOccasionFinder *finder,
                             const AufaitEvent *event,
                             AufaitOccasion **ret_occasion,
                             GError **error)
{
  g_autoptr (AufaitOccasion) occasion = NULL;
  g_auto (GStrv) keys = NULL;
  const GArray *ids = NULL;

  *ret_occasion = NULL;
  if (event->owner != 0 || event->cancelled || !is_near (finder, event))
    return TRUE;
  occasion = aufait_occasion_new (event);
  keys = aufait_likes_dup_keys (occasion->subject);
  ids = aufait_guest_book_list_notes (finder->book, (const char *const *) keys, error);
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0 || !is_open_to_guests (event))
    return TRUE;
  for (guint i = 0; i < ids->len && occasion->guests->len < GUESTS_MAX; i++)
    if (!add_note (finder, occasion, g_array_index (ids, gint64, i), 0, error))
      return FALSE;
  keep_recorded (occasion);
  return take_occasion (finder, g_steal_pointer (&occasion), ret_occasion, error);
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
  return occasion == NULL ||
         take_occasion (finder, g_steal_pointer (&occasion), ret_occasion, error);
}
