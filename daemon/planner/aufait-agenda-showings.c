/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was shown counts, even where the disk has no room for it. */
#include "config.h"

#include "aufait-agenda-private.h"
#include "aufait-nudge-maker.h"

/* --- keeping --------------------------------------------------------------------------------- */

static gboolean
record_showing (AufaitAgenda *self, const AufaitAgendaShowing *showing, GError **error)
{
  if (!aufait_memory_begin (self->memory, NULL, error))
    return FALSE;
  if (aufait_nudge_store_add_showing (self->memory, showing->nudge_id, showing->at, error))
    return aufait_memory_commit (self->memory, error);
  aufait_memory_rollback (self->memory);
  return FALSE;
}

static void
tell_shown (AufaitAgenda *self, gint64 id, GDateTime *now)
{
  g_autoptr (AufaitNudge) nudge =
      aufait_nudge_maker_find (self->directory, id, self->settings, now, NULL);

  if (nudge != NULL)
    aufait_agenda_emit_changed (self, nudge);
}

void
aufait_agenda_keep_showing (AufaitAgenda *self, gint64 nudge_id, GDateTime *now)
{
  AufaitAgendaShowing showing = { nudge_id, g_date_time_to_unix (now) };
  g_autoptr (GError) error = NULL;

  if (record_showing (self, &showing, &error)) {
    tell_shown (self, nudge_id, now);
    return;
  }
  /* It was taken back while it was on its way. */
  if (g_error_matches (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND)) {
    aufait_agenda_emit_close (self, nudge_id);
    return;
  }
  g_warning ("Cannot remember that nudge %" G_GINT64_FORMAT " was shown: %s", nudge_id,
             error->message);
  g_array_append_val (self->unkept, showing);
}

/* Whether it is open as it was when it was shown: neither answered nor put off since. */
static gboolean
is_open_since (const AufaitNudgeRecord *record, const AufaitAgendaShowing *showing)
{
  return record->state <= AUFAIT_NUDGE_SHOWN ||
         (record->state == AUFAIT_NUDGE_SNOOZED && record->snoozed_until <= showing->at);
}

/* What was answered is not to be open again. */
static gboolean
is_wanted (AufaitAgenda *self, const AufaitAgendaShowing *showing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitNudgeRecord) record =
      aufait_nudge_store_get (self->memory, showing->nudge_id, &error);

  if (record == NULL)
    return !g_error_matches (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND);
  return is_open_since (record, showing);
}

void
aufait_agenda_keep_showings (AufaitAgenda *self, GDateTime *now)
{
  while (self->unkept->len > 0) {
    AufaitAgendaShowing showing = g_array_index (self->unkept, AufaitAgendaShowing, 0);

    if (is_wanted (self, &showing)) {
      if (!record_showing (self, &showing, NULL)) {
        self->is_failing = TRUE;
        return;
      }
      tell_shown (self, showing.nudge_id, now);
    }
    g_array_remove_index (self->unkept, 0);
  }
}

/* --- counting -------------------------------------------------------------------------------- */

static AufaitNudgeRecord *
find_record (const AufaitFacts *facts, gint64 id)
{
  GHashTableIter iter;
  AufaitNudgeRecord *record;

  g_hash_table_iter_init (&iter, facts->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    if (record->id == id)
      return record;
  return NULL;
}

static void
add_told (AufaitFacts *facts, const AufaitNudgeRecord *record)
{
  AufaitNudgeStoreTold *told = g_new0 (AufaitNudgeStoreTold, 1);

  told->nudge_id = record->id;
  told->person_id = record->person_id;
  told->kind = g_strdup (record->kind);
  told->at = record->last_shown_at;
  g_ptr_array_add (facts->told, told);
}

/* Once a day, however often it came. */
static void
add_showing (AufaitFacts *facts, const AufaitAgendaShowing *showing, gint64 midnight)
{
  AufaitNudgeRecord *record = find_record (facts, showing->nudge_id);

  if (showing->at >= midnight) {
    facts->shown_today += record == NULL || record->last_shown_at < midnight;
    facts->last_shown_at = MAX (facts->last_shown_at, showing->at);
  }
  if (record == NULL || !is_open_since (record, showing))
    return;
  record->state = AUFAIT_NUDGE_SHOWN;
  record->snoozed_until = 0;
  record->times_shown++;
  record->last_shown_at = showing->at;
  add_told (facts, record);
}

void
aufait_agenda_add_showings (AufaitAgenda *self, AufaitFacts *facts, GDateTime *now)
{
  AufaitDay today = aufait_day_from_date_time (now);
  g_autoptr (GDateTime) midnight = aufait_day_at (today, 0, g_date_time_get_timezone (now));

  for (guint i = 0; i < self->unkept->len; i++)
    add_showing (facts, &g_array_index (self->unkept, AufaitAgendaShowing, i),
                 g_date_time_to_unix (midnight));
  facts->digest_on = MAX (facts->digest_on, MIN (self->digest_on, today));
}
