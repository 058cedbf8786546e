/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-acquaintance.h"

#include "aufait-encounters.h"
#include "aufait-note-store.h"
#include "aufait-rider.h"
#include "aufait-text.h"
#include "aufait-tie-store.h"

/* As much as a notification can say. */
#define NOTES_MAX 6

/* Whoever is met within so many days needs no other word before. */
#define MEETS_DAYS 3

void
aufait_acquaintance_free (AufaitAcquaintance *acquaintance)
{
  if (acquaintance == NULL)
    return;
  g_clear_pointer (&acquaintance->person, aufait_person_free);
  g_clear_pointer (&acquaintance->notes, g_ptr_array_unref);
  g_clear_pointer (&acquaintance->next_time, g_ptr_array_unref);
  g_clear_pointer (&acquaintance->owed, g_array_unref);
  g_clear_pointer (&acquaintance->last, aufait_contact_free);
  g_free (acquaintance);
}

/* What was not counted yet is the last contact at most: events are counted once a day. */
static gboolean
read_tie (AufaitAcquaintance *who, AufaitDirectory *directory, AufaitDay today, GError **error)
{
  AufaitIndex *index = aufait_directory_get_index (directory);
  AufaitTieStoreRow row = { 0 };
  g_autoptr (GError) failure = NULL;

  if (index != NULL)
    aufait_tie_store_get (index, who->person->id, &row, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (who->last != NULL && who->last->on > row.state.on)
    aufait_tie_state_add (&row.state, (AufaitTieContact){ .on = who->last->on,
                                                          .how = who->last->how,
                                                          .from_them = who->last->is_from_them });
  who->tie = aufait_tie_state_read (&row.state, today);
  return TRUE;
}

static void
find_checkin (AufaitAcquaintance *who, AufaitDirectory *directory, AufaitDay today)
{
  const AufaitPerson *person = who->person;
  AufaitCadenceQuestion question = {
    .is_own = person->cadence_days > 0,
    .last_contact = who->tie.last_on,
    .person_id = person->id,
    .set_on = person->cadence_on,
  };

  who->period_days = aufait_cadence_get_period (aufait_directory_get_cadence (directory),
                                                person->circle, person->cadence_days);
  question.period_days = who->period_days;
  who->checkin_on = aufait_cadence_find_checkin (&question, today);
}

/* Whether they are missed today or within the next days; old silences rest. */
static gboolean
is_missed (const AufaitTie *tie, AufaitDay today)
{
  return tie->drifts_on != AUFAIT_DAY_NONE && tie->drifts_on <= today + MEETS_DAYS &&
         tie->rests_on > today;
}

/* Only where it matters: looking into calendars costs. */
static gboolean
find_meeting (AufaitAcquaintance *who, AufaitDirectory *directory, GDateTime *now, GError **error)
{
  AufaitDay today = aufait_day_from_date_time (now);
  g_autoptr (GError) failure = NULL;

  if ((who->checkin_on == AUFAIT_DAY_NONE || who->checkin_on > today + MEETS_DAYS) &&
      !is_missed (&who->tie, today))
    return TRUE;
  who->meets_on =
      aufait_encounters_find_next (directory, who->person->id, now, MEETS_DAYS, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
has_email (const AufaitPerson *person, const char *email)
{
  g_autofree char *folded = aufait_text_fold (email);

  for (guint i = 0; person->emails[i] != NULL; i++) {
    g_autofree char *other = aufait_text_fold (person->emails[i]);

    if (g_str_equal (other, folded))
      return TRUE;
  }
  return FALSE;
}

/* Families share addresses: one of mine that is others', too, tells nothing. */
static gboolean
is_me (const AufaitPerson *person, AufaitDirectory *directory)
{
  g_auto (GStrv) mine = aufait_directory_list_mine (directory);

  for (guint i = 0; mine[i] != NULL; i++) {
    AufaitNames *names =
        has_email (person, mine[i]) ? aufait_directory_get_names (directory, NULL) : NULL;
    g_autoptr (GPtrArray) refs = names != NULL ? aufait_names_resolve (names, mine[i]) : NULL;

    if (refs != NULL && refs->len == 1)
      return TRUE;
  }
  return FALSE;
}

AufaitAcquaintance *
aufait_acquaintance_new (AufaitDirectory *directory,
                         gint64 person_id,
                         GDateTime *now,
                         GError **error)
{
  AufaitMemory *memory = aufait_directory_get_memory (directory);
  g_autoptr (AufaitAcquaintance) acquaintance = g_new0 (AufaitAcquaintance, 1);
  g_autoptr (GPtrArray) contacts = NULL;

  acquaintance->person = aufait_directory_get (directory, person_id, error);
  if (acquaintance->person == NULL)
    return NULL;
  acquaintance->is_me =
      acquaintance->person->emails[0] != NULL && is_me (acquaintance->person, directory);
  acquaintance->notes = aufait_note_store_list_about (memory, person_id, NOTES_MAX, error);
  if (acquaintance->notes == NULL)
    return NULL;
  acquaintance->owed = g_array_new (FALSE, FALSE, sizeof (gint64));
  acquaintance->next_time = aufait_rider_list (memory, person_id, acquaintance->owed, error);
  if (acquaintance->next_time == NULL)
    return NULL;
  contacts = aufait_encounters_list (directory, person_id, now, 1, error);
  if (contacts == NULL)
    return NULL;
  if (contacts->len > 0)
    acquaintance->last = g_ptr_array_steal_index (contacts, 0);
  if (!read_tie (acquaintance, directory, aufait_day_from_date_time (now), error))
    return NULL;
  find_checkin (acquaintance, directory, aufait_day_from_date_time (now));
  if (!find_meeting (acquaintance, directory, now, error))
    return NULL;
  return g_steal_pointer (&acquaintance);
}

gboolean
aufait_acquaintance_is_stranger (const AufaitAcquaintance *acquaintance)
{
  return acquaintance->person->is_of_cards && acquaintance->notes->len == 0 &&
         acquaintance->last == NULL && acquaintance->person->circle == NULL;
}
