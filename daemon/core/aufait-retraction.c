/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-retraction.h"

#include "aufait-sentence.h"
#include "aufait-text.h"

/* What is put off without a new day is no more to come than what is called off. */
static gboolean
is_changed (const AufaitMeaning *meaning, AufaitMomentKind kind, AufaitDay last)
{
  gboolean has_any = FALSE, has_this = FALSE;

  for (guint i = 0; i < meaning->moments->len; i++) {
    const AufaitMoment *moment = g_ptr_array_index (meaning->moments, i);

    has_any |= moment->kind == kind;
    has_this |= moment->kind == kind && moment->last == last;
  }
  return ((meaning->called_off_kinds & 1u << kind) != 0 && !has_any) ||
         ((meaning->moved_kinds & 1u << kind) != 0 && !has_this);
}

AufaitRetraction
aufait_retraction_of (const AufaitMeaning *meaning,
                      AufaitMomentKind kind,
                      AufaitDay last,
                      const char *place)
{
  g_autofree char *changed = NULL;
  g_autofree char *told = NULL;

  if (!is_changed (meaning, kind, last))
    return AUFAIT_RETRACTION_NONE;
  if (kind != AUFAIT_MOMENT_TRIP)
    return AUFAIT_RETRACTION_SURE;
  if (meaning->changed_place == NULL || place == NULL)
    return AUFAIT_RETRACTION_LIKELY;
  changed = aufait_text_fold (meaning->changed_place);
  told = aufait_text_fold (place);
  return g_str_equal (changed, told) ? AUFAIT_RETRACTION_SURE : AUFAIT_RETRACTION_NONE;
}

/* --- among notes ----------------------------------------------------------------------------- */

typedef struct {
  const AufaitNote *note;
  AufaitMeaning *meaning; /* as just read */
} Change;

static void
clear_change (gpointer change)
{
  aufait_meaning_free (((Change *) change)->meaning);
}

/* Those of @notes that take something back. */
static GArray *
list_changes (const GPtrArray *notes, gboolean month_first)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));

  g_array_set_clear_func (changes, clear_change);
  for (guint i = 0; i < notes->len; i++) {
    const AufaitNote *note = g_ptr_array_index (notes, i);
    Change change = { note, aufait_sentence_read_note (note, month_first) };

    if ((change.meaning->moved_kinds | change.meaning->called_off_kinds) != 0)
      g_array_append_val (changes, change);
    else
      clear_change (&change);
  }
  return changes;
}

static gboolean
is_standing (const AufaitNote *note, const AufaitMoment *moment, const GArray *changes)
{
  for (guint i = 0; i < changes->len; i++) {
    const Change *change = &g_array_index (changes, Change, i);

    if (change->note->id > note->id && moment->last >= change->note->on &&
        aufait_retraction_of (change->meaning, moment->kind, moment->last, moment->place) !=
            AUFAIT_RETRACTION_NONE)
      return FALSE;
  }
  return TRUE;
}

GPtrArray *
aufait_retraction_list_standing (const GPtrArray *notes, gboolean month_first)
{
  GPtrArray *standing = g_ptr_array_new ();
  g_autoptr (GArray) changes = list_changes (notes, month_first);

  for (guint i = 0; i < notes->len; i++) {
    const AufaitNote *note = g_ptr_array_index (notes, i);

    for (guint m = 0; m < note->meaning->moments->len; m++) {
      AufaitMoment *moment = g_ptr_array_index (note->meaning->moments, m);

      if (is_standing (note, moment, changes))
        g_ptr_array_add (standing, moment);
    }
  }
  return standing;
}
