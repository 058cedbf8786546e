/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-values.h"

static const char *const moment_kinds[AUFAIT_N_MOMENT_KINDS] = {
  [AUFAIT_MOMENT_TRIP] = "trip",
  [AUFAIT_MOMENT_EXAM] = "exam",
  [AUFAIT_MOMENT_INTERVIEW] = "interview",
  [AUFAIT_MOMENT_JOB] = "job",
  [AUFAIT_MOMENT_MOVE] = "move",
  [AUFAIT_MOMENT_HEALTH] = "health",
  [AUFAIT_MOMENT_WEDDING] = "wedding",
  [AUFAIT_MOMENT_BIRTH] = "birth",
  [AUFAIT_MOMENT_COMPETITION] = "competition",
  [AUFAIT_MOMENT_SHOW] = "show",
  [AUFAIT_MOMENT_CELEBRATION] = "celebration",
  [AUFAIT_MOMENT_VISIT] = "visit",
  [AUFAIT_MOMENT_LOSS] = "loss",
};

static const char *const contact_hows[] = {
  [AUFAIT_CONTACT_MET] = "met",
  [AUFAIT_CONTACT_CALLED] = "called",
  [AUFAIT_CONTACT_WROTE] = "wrote",
  [AUFAIT_CONTACT_EVENT] = "event",
};

static const char *const nudge_states[] = {
  [AUFAIT_NUDGE_WAITING] = "waiting", [AUFAIT_NUDGE_SHOWN] = "shown",
  [AUFAIT_NUDGE_SNOOZED] = "snoozed", [AUFAIT_NUDGE_DONE] = "done",
  [AUFAIT_NUDGE_DROPPED] = "dropped", [AUFAIT_NUDGE_EXPIRED] = "expired",
};

static const char *
get_word (const char *const *words, guint n_words, int value)
{
  g_return_val_if_fail (value >= 0 && (guint) value < n_words, NULL);

  return words[value];
}

static int
find_word (const char *const *words, guint n_words, const char *text)
{
  for (guint i = 0; i < n_words; i++) {
    if (g_strcmp0 (words[i], text) == 0)
      return (int) i;
  }

  return -1;
}

const char *
aufait_moment_kind_to_string (AufaitMomentKind kind)
{
  return get_word (moment_kinds, G_N_ELEMENTS (moment_kinds), (int) kind);
}

int
aufait_moment_kind_from_string (const char *text)
{
  return find_word (moment_kinds, G_N_ELEMENTS (moment_kinds), text);
}

const char *
aufait_contact_how_to_string (AufaitContactHow how)
{
  return get_word (contact_hows, G_N_ELEMENTS (contact_hows), (int) how);
}

int
aufait_contact_how_from_string (const char *text)
{
  return find_word (contact_hows, G_N_ELEMENTS (contact_hows), text);
}

const char *
aufait_nudge_state_to_string (AufaitNudgeState state)
{
  return get_word (nudge_states, G_N_ELEMENTS (nudge_states), (int) state);
}

int
aufait_nudge_state_from_string (const char *text)
{
  return find_word (nudge_states, G_N_ELEMENTS (nudge_states), text);
}

AufaitRef *
aufait_ref_new (gint64 id, const char *name)
{
  AufaitRef *ref = g_new0 (AufaitRef, 1);

  ref->id = id;
  ref->name = g_strdup (name);

  return ref;
}

void
aufait_ref_free (AufaitRef *ref)
{
  if (ref == NULL)
    return;

  g_free (ref->name);
  g_free (ref);
}

AufaitPerson *
aufait_person_new (const char *name)
{
  AufaitPerson *person = g_new0 (AufaitPerson, 1);

  person->name = g_strdup (name);
  person->nicknames = g_new0 (char *, 1);
  person->emails = g_new0 (char *, 1);
  person->phones = g_new0 (char *, 1);
  person->places = g_new0 (char *, 1);

  return person;
}

void
aufait_person_free (AufaitPerson *person)
{
  if (person == NULL)
    return;

  g_free (person->name);
  g_strfreev (person->nicknames);
  g_strfreev (person->emails);
  g_strfreev (person->phones);
  g_strfreev (person->places);
  g_free (person->birthday);
  g_free (person->circle);
  g_free (person->anniversary);
  g_free (person->timezone);
  g_free (person->hours);
  g_free (person->language);
  g_free (person);
}

AufaitMoment *
aufait_moment_new (AufaitMomentKind kind, AufaitDay first, AufaitDay last)
{
  AufaitMoment *moment = g_new0 (AufaitMoment, 1);

  moment->kind = kind;
  moment->first = first;
  moment->last = last;
  moment->at_secs = -1;

  return moment;
}

void
aufait_moment_free (AufaitMoment *moment)
{
  if (moment == NULL)
    return;

  g_free (moment->place);
  g_free (moment->what);
  g_free (moment->language);
  g_free (moment->whose);
  g_strfreev (moment->subjects);
  g_free (moment);
}

AufaitNaming *
aufait_naming_new (AufaitMomentKind kind)
{
  AufaitNaming *naming = g_new0 (AufaitNaming, 1);

  naming->kind = kind;

  return naming;
}

void
aufait_naming_free (AufaitNaming *naming)
{
  if (naming == NULL)
    return;

  g_strfreev (naming->subjects);
  g_free (naming);
}

AufaitPromise *
aufait_promise_new (AufaitDay day, const char *what)
{
  AufaitPromise *promise = g_new0 (AufaitPromise, 1);

  promise->day = day;
  promise->at_secs = -1;
  promise->what = g_strdup (what);

  return promise;
}

void
aufait_promise_free (AufaitPromise *promise)
{
  if (promise == NULL)
    return;

  g_free (promise->what);
  g_free (promise);
}

AufaitMeaning *
aufait_meaning_new (void)
{
  AufaitMeaning *meaning = g_new0 (AufaitMeaning, 1);

  meaning->moments = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_moment_free);
  meaning->interests = g_ptr_array_new_with_free_func (g_free);
  meaning->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_promise_free);
  meaning->namings = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_naming_free);
  meaning->deaths = g_array_new (FALSE, FALSE, sizeof (guint));

  return meaning;
}

void
aufait_meaning_free (AufaitMeaning *meaning)
{
  if (meaning == NULL)
    return;

  g_clear_pointer (&meaning->moments, g_ptr_array_unref);
  g_clear_pointer (&meaning->interests, g_ptr_array_unref);
  g_clear_pointer (&meaning->promises, g_ptr_array_unref);
  g_clear_pointer (&meaning->namings, g_ptr_array_unref);
  g_clear_pointer (&meaning->deaths, g_array_unref);
  g_free (meaning->changed_place);
  g_free (meaning);
}

AufaitNote *
aufait_note_new (AufaitDay on, const char *text)
{
  AufaitNote *note = g_new0 (AufaitNote, 1);

  note->on = on;
  note->text = g_strdup (text);
  note->people = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_ref_free);
  note->meaning = aufait_meaning_new ();

  return note;
}

void
aufait_note_free (AufaitNote *note)
{
  if (note == NULL)
    return;

  g_free (note->text);
  g_clear_pointer (&note->people, g_ptr_array_unref);
  aufait_meaning_free (note->meaning);
  g_free (note);
}

AufaitContact *
aufait_contact_new (AufaitContactHow how, AufaitDay on)
{
  AufaitContact *contact = g_new0 (AufaitContact, 1);

  contact->how = how;
  contact->on = on;
  contact->people = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_ref_free);

  return contact;
}

void
aufait_contact_free (AufaitContact *contact)
{
  if (contact == NULL)
    return;

  g_clear_pointer (&contact->people, g_ptr_array_unref);
  g_free (contact);
}

AufaitReason *
aufait_reason_new (const char *text, AufaitDay on, gint64 note_id)
{
  AufaitReason *reason = g_new0 (AufaitReason, 1);

  reason->text = g_strdup (text);
  reason->on = on;
  reason->note_id = note_id;

  return reason;
}

void
aufait_reason_free (AufaitReason *reason)
{
  if (reason == NULL)
    return;

  g_free (reason->text);
  g_free (reason->event);
  g_free (reason);
}

AufaitNudge *
aufait_nudge_new (const char *kind, const char *key)
{
  AufaitNudge *nudge = g_new0 (AufaitNudge, 1);

  nudge->kind = g_strdup (kind);
  nudge->key = g_strdup (key);
  nudge->why = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_reason_free);

  return nudge;
}

void
aufait_nudge_free (AufaitNudge *nudge)
{
  if (nudge == NULL)
    return;

  g_free (nudge->key);
  g_free (nudge->kind);
  aufait_ref_free (nudge->person);
  g_clear_pointer (&nudge->at, g_date_time_unref);
  g_free (nudge->title);
  g_free (nudge->action);
  g_clear_pointer (&nudge->others, g_array_unref);
  g_clear_pointer (&nudge->why, g_ptr_array_unref);
  g_free (nudge->picture);
  g_free (nudge);
}

/* A title that ends in “?” or quotes a whole sentence needs no full stop of ours. */
static gboolean
ends_a_sentence (const char *text)
{
  return g_str_has_suffix (text, ".") || g_str_has_suffix (text, "?") ||
         g_str_has_suffix (text, "!") || g_str_has_suffix (text, "…");
}

char *
aufait_nudge_dup_text (const AufaitNudge *nudge)
{
  const char *title = nudge->title != NULL ? nudge->title : "";
  const char *action = nudge->action != NULL ? nudge->action : "";

  if (*title == '\0' || *action == '\0')
    return g_strconcat (title, action, NULL);

  return g_strconcat (title, ends_a_sentence (title) ? " " : ". ", action, NULL);
}

gboolean
aufait_nudge_is_open (const AufaitNudge *nudge)
{
  switch (nudge->state) {
  case AUFAIT_NUDGE_WAITING:
  case AUFAIT_NUDGE_SHOWN:
  case AUFAIT_NUDGE_SNOOZED:
    return TRUE;
  case AUFAIT_NUDGE_DONE:
  case AUFAIT_NUDGE_DROPPED:
  case AUFAIT_NUDGE_EXPIRED:
    return FALSE;
  default:
    g_return_val_if_reached (FALSE);
  }
}
