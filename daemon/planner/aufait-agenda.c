/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-agenda.h"

#include <glib/gi18n-lib.h>

#include "aufait-agenda-private.h"
#include "aufait-looked.h"
#include "aufait-nudge-maker.h"
#include "aufait-plan.h"
#include "aufait-privacy.h"
#include "aufait-wording.h"

/* How long a plan waits for more to come, and how often at most: a second in all. */
#define PUT_OFF_MS  20
#define PUT_OFF_MAX 50

G_DEFINE_FINAL_TYPE (AufaitAgenda, aufait_agenda, G_TYPE_OBJECT)

enum {
  SIGNAL_SHOW,
  SIGNAL_HUSH,
  SIGNAL_CLOSE,
  SIGNAL_DIGEST,
  SIGNAL_CHANGED,
  SIGNAL_CONTACT,
  SIGNAL_PLANNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- showing --------------------------------------------------------------------------------- */

void
aufait_agenda_emit_changed (AufaitAgenda *self, AufaitNudge *nudge)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, nudge);
}

void
aufait_agenda_emit_contact (AufaitAgenda *self, const AufaitContact *contact)
{
  g_signal_emit (self, signals[SIGNAL_CONTACT], 0, contact);
}

void
aufait_agenda_emit_close (AufaitAgenda *self, gint64 id)
{
  g_hash_table_remove (self->told_openly, &id);
  if (aufait_display_remove (self->display, id))
    g_signal_emit (self, signals[SIGNAL_CLOSE], 0, id);
}

void
aufait_agenda_emit_hush (AufaitAgenda *self, AufaitNudge *nudge, const char *body)
{
  g_signal_emit (self, signals[SIGNAL_HUSH], 0, nudge, body);
}

void
aufait_agenda_emit_planned (AufaitAgenda *self)
{
  g_signal_emit (self, signals[SIGNAL_PLANNED], 0);
}

gboolean
aufait_agenda_emit_digest (AufaitAgenda *self, guint n_people, const char *title, const char *body)
{
  gboolean is_told = FALSE;

  g_signal_emit (self, signals[SIGNAL_DIGEST], 0, n_people, title, body, &is_told);
  return is_told;
}

void
aufait_agenda_hand_out (AufaitAgenda *self, AufaitNudge *nudge, GDateTime *now, gboolean counts)
{
  g_autofree char *body = aufait_wording_dup_body (nudge, aufait_day_from_date_time (now));
  g_autoptr (GError) error = NULL;

  if (!aufait_privacy_decide (self->memory, nudge, &error)) {
    g_warning ("Cannot show nudge %" G_GINT64_FORMAT ": %s", nudge->id, error->message);
    return;
  }
  if (nudge->is_private)
    g_hash_table_remove (self->told_openly, &nudge->id);
  else
    g_hash_table_add (self->told_openly, g_memdup2 (&nudge->id, sizeof nudge->id));
  nudge->state = AUFAIT_NUDGE_SHOWN;
  aufait_display_hand_out (self->display, nudge->id, counts, now);
  g_signal_emit (self, signals[SIGNAL_SHOW], 0, nudge, body);
}

/* What nobody answers must not keep what is new from the screen: it has been seen, and comes back
 * on its next day. */
void
aufait_agenda_make_room (AufaitAgenda *self, gint64 id)
{
  gint64 oldest;

  while (!aufait_display_contains (self->display, id) &&
         aufait_display_find_oldest (self->display, &oldest))
    aufait_agenda_emit_close (self, oldest);
}

void
aufait_agenda_show_planned (AufaitAgenda *self,
                            const AufaitFacts *facts,
                            const AufaitPlan *plan,
                            GDateTime *now)
{
  g_autoptr (AufaitNudge) nudge = NULL;

  if (plan->show == NULL || aufait_display_is_waiting (self->display) ||
      aufait_display_is_refusing (self->display))
    return;
  nudge = aufait_nudge_maker_make (facts, plan->show, self->settings, now);
  aufait_agenda_make_room (self, nudge->id);
  aufait_agenda_hand_out (self, nudge, now, TRUE);
}

/* Those on the screen that are @wanted. */
static void
hand_out_again (AufaitAgenda *self, gboolean (*wanted) (AufaitDisplay *display, gint64 id))
{
  g_autoptr (GDateTime) now = aufait_clock_now (self->clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) open = NULL;

  open = aufait_agenda_list (self, NULL, FALSE, &error);
  if (open == NULL) {
    g_warning ("Cannot show again: %s", error->message);
    return;
  }
  for (guint i = 0; i < open->len; i++) {
    AufaitNudge *nudge = g_ptr_array_index (open, i);

    if (wanted (self->display, nudge->id))
      aufait_agenda_hand_out (self, nudge, now, FALSE);
  }
  aufait_agenda_refresh (self);
}

void
aufait_agenda_show_again (AufaitAgenda *self)
{
  self->is_returning |= !self->has_screen;
  self->has_screen = TRUE;
  aufait_display_remove (self->display, AUFAIT_DISPLAY_DIGEST);
  aufait_display_forgive (self->display, NULL);
  aufait_display_give_up (self->display);
  self->is_restless = self->is_away;
  if (!self->is_away)
    hand_out_again (self, aufait_display_contains);
}

/* Of those that were not on the screen yet the next plan sees to. */
void
aufait_agenda_show_missing (AufaitAgenda *self)
{
  aufait_display_forgive (self->display, NULL);
  aufait_display_give_up (self->display);
  if (!self->is_away)
    hand_out_again (self, aufait_display_is_missing);
  else if (aufait_display_has_missing (self->display))
    self->is_restless = TRUE;
}

/* It was given up, and has arrived after all: it may have been answered meanwhile. */
static void
take_late (AufaitAgenda *self, gint64 id)
{
  g_autoptr (AufaitNudgeRecord) record = aufait_nudge_store_get (self->memory, id, NULL);

  if (record == NULL || record->state > AUFAIT_NUDGE_SNOOZED)
    g_signal_emit (self, signals[SIGNAL_CLOSE], 0, id);
}

void
aufait_agenda_shown (AufaitAgenda *self, gint64 nudge_id)
{
  g_autoptr (GDateTime) now = aufait_clock_now (self->clock);
  gboolean counts;

  if (!aufait_display_confirm (self->display, nudge_id, &counts)) {
    take_late (self, nudge_id);
    return;
  }
  if (!counts) {
    aufait_agenda_refresh (self);
    return;
  }
  aufait_agenda_keep_showing (self, nudge_id, now);
  aufait_agenda_refresh (self);
}

void
aufait_agenda_failed (AufaitAgenda *self, gint64 nudge_id)
{
  g_autoptr (GDateTime) now = aufait_clock_now (self->clock);

  if (aufait_display_refuse (self->display, nudge_id, now))
    aufait_agenda_refresh (self);
}

/* --- planning -------------------------------------------------------------------------------- */

static gboolean
on_refresh (gpointer user_data)
{
  AufaitAgenda *self = user_data;

  self->refresh_id = 0;
  self->n_put_off = 0;
  aufait_agenda_plan_anew (self);
  return G_SOURCE_REMOVE;
}

void
aufait_agenda_refresh (AufaitAgenda *self)
{
  if (self->refresh_id != 0 && self->n_put_off == 0)
    return;
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->n_put_off = 0;
  self->refresh_id = g_idle_add (on_refresh, self);
}

void
aufait_agenda_refresh_soon (AufaitAgenda *self)
{
  if (self->n_put_off == PUT_OFF_MAX || (self->refresh_id != 0 && self->n_put_off == 0))
    return;
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->n_put_off++;
  self->refresh_id =
      g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, PUT_OFF_MS, on_refresh, self, NULL);
}

void
aufait_agenda_rediscover (AufaitAgenda *self)
{
  g_clear_pointer (&self->subjects, aufait_subjects_free);
  self->discovered_on = AUFAIT_DAY_NONE;
  self->has_begun = TRUE;
  aufait_agenda_refresh (self);
}

void
aufait_agenda_keep_looked (AufaitAgenda *self)
{
  g_autoptr (GDateTime) now = aufait_clock_now (self->clock);

  if (self->discovered_on == aufait_day_from_date_time (now) && self->changed_files->len == 0 &&
      self->noted_people->len == 0 && self->liking_notes->len == 0)
    aufait_looked_keep (self->directory, now);
}

void
aufait_agenda_take_files (AufaitAgenda *self, const GArray *file_ids)
{
  g_clear_pointer (&self->subjects, aufait_subjects_free);
  g_array_append_vals (self->changed_files, file_ids->data, file_ids->len);
  aufait_agenda_refresh (self);
}

void
aufait_agenda_take_people (AufaitAgenda *self, const GArray *ids)
{
  g_array_append_vals (self->noted_people, ids->data, ids->len);
  aufait_agenda_refresh (self);
}

GDateTime *
aufait_agenda_get_wake (AufaitAgenda *self)
{
  return self->wake;
}

void
aufait_agenda_set_can_show (AufaitAgenda *self, gboolean can_show)
{
  self->can_show = can_show;
  if (!can_show)
    aufait_display_give_up (self->display);
  aufait_agenda_refresh (self);
}

void
aufait_agenda_set_is_away (AufaitAgenda *self, gboolean is_away)
{
  self->is_away = is_away;
  if (!is_away && self->is_restless)
    aufait_agenda_show_again (self);
  else
    aufait_agenda_refresh (self);
}

void
aufait_agenda_set_settings (AufaitAgenda *self, AufaitSettings *settings)
{
  g_clear_pointer (&self->settings, aufait_settings_free);
  self->settings = settings;
  aufait_agenda_refresh (self);
}

const AufaitSettings *
aufait_agenda_get_settings (AufaitAgenda *self)
{
  return self->settings;
}

/* --- object ---------------------------------------------------------------------------------- */

static void
aufait_agenda_dispose (GObject *object)
{
  AufaitAgenda *self = AUFAIT_AGENDA (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (aufait_agenda_parent_class)->dispose (object);
}

static void
aufait_agenda_finalize (GObject *object)
{
  AufaitAgenda *self = AUFAIT_AGENDA (object);

  g_clear_pointer (&self->settings, aufait_settings_free);
  g_clear_pointer (&self->display, aufait_display_free);
  g_clear_pointer (&self->told_openly, g_hash_table_unref);
  g_clear_pointer (&self->subjects, aufait_subjects_free);
  g_clear_pointer (&self->changed_files, g_array_unref);
  g_clear_pointer (&self->noted_people, g_array_unref);
  g_clear_pointer (&self->unkept, g_array_unref);
  g_clear_pointer (&self->outdated, g_array_unref);
  g_clear_pointer (&self->liking_notes, g_array_unref);
  g_clear_pointer (&self->wake, g_date_time_unref);
  G_OBJECT_CLASS (aufait_agenda_parent_class)->finalize (object);
}

static void
aufait_agenda_class_init (AufaitAgendaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aufait_agenda_dispose;
  object_class->finalize = aufait_agenda_finalize;
  signals[SIGNAL_SHOW] = g_signal_new ("show", AUFAIT_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  signals[SIGNAL_HUSH] = g_signal_new ("hush", AUFAIT_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  signals[SIGNAL_CLOSE] = g_signal_new ("close", AUFAIT_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_DIGEST] = g_signal_new (
      "digest", AUFAIT_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
      NULL, G_TYPE_BOOLEAN, 3, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AUFAIT_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_CONTACT] = g_signal_new ("contact", AUFAIT_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_PLANNED] = g_signal_new ("planned", AUFAIT_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
aufait_agenda_init (AufaitAgenda *self)
{
  self->display = aufait_display_new ();
  self->told_openly = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->changed_files = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->noted_people = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->unkept = g_array_new (FALSE, FALSE, sizeof (AufaitAgendaShowing));
  self->outdated = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->liking_notes = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->settings = aufait_settings_new ();
}

AufaitAgenda *
aufait_agenda_new (AufaitDirectory *directory, AufaitClock *clock)
{
  AufaitAgenda *self = g_object_new (AUFAIT_TYPE_AGENDA, NULL);

  self->directory = directory;
  self->memory = aufait_directory_get_memory (directory);
  self->clock = g_object_ref (clock);
  g_signal_connect_swapped (clock, "due", G_CALLBACK (aufait_agenda_refresh), self);
  g_signal_connect_swapped (clock, "changed", G_CALLBACK (aufait_agenda_refresh), self);
  return self;
}
