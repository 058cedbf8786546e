/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-link-state.h"

#include "aufait-identity-store.h"
#include "aufait-link-store.h"

/* Counts when events are understood otherwise than before. */
#define LINKER_VERSION 1

/* Counters of two memories begin further apart than one counts. */
#define SAME_MEMORY_CHANGES (G_GINT64_CONSTANT (1) << 32)

struct _AufaitLinkState {
  AufaitMemory *memory;
  AufaitIndex *index;
  char *basis;         /* the settings; NULL: not set yet */
  gboolean is_written; /* the index has this basis */
  char *common;        /* NULL: not asked for yet */
  gboolean is_pending; /* the index was told that something is to be done */
};

AufaitLinkState *
aufait_link_state_new (AufaitDirectory *directory)
{
  AufaitLinkState *state = g_new0 (AufaitLinkState, 1);

  state->memory = aufait_directory_get_memory (directory);
  state->index = aufait_directory_get_index (directory);
  return state;
}

void
aufait_link_state_free (AufaitLinkState *state)
{
  if (state == NULL)
    return;
  g_free (state->basis);
  g_free (state->common);
  g_free (state);
}

gboolean
aufait_link_state_is_current (const AufaitLinkState *state)
{
  gint64 stamp;

  return aufait_identity_store_get_stamp (state->memory, &stamp, NULL) &&
         stamp == aufait_link_store_get_stamp (state->index) &&
         !aufait_link_store_is_pending (state->index);
}

void
aufait_link_state_forget_other (AufaitLinkState *state)
{
  g_autoptr (GError) error = NULL;
  gint64 made_for = aufait_link_store_get_stamp (state->index), stamp;

  if (made_for != 0 && aufait_identity_store_get_stamp (state->memory, &stamp, NULL) &&
      stamp >= made_for && stamp - made_for < SAME_MEMORY_CHANGES)
    return;
  if (!aufait_link_store_clear (state->index, &error))
    g_warning ("Cannot forget who was who: %s", error->message);
}

/* --- how far they are ---------------------------------------------------------------------- */

void
aufait_link_state_begin (AufaitLinkState *state)
{
  g_autoptr (GError) error = NULL;

  if (state->is_pending)
    return;
  state->is_pending = TRUE;
  if (!aufait_link_store_is_pending (state->index) &&
      !aufait_link_store_set_pending (state->index, TRUE, &error))
    g_warning ("Cannot keep that links are to be made: %s", error->message);
}

static gboolean
keep_basis (AufaitLinkState *state, GError **error)
{
  if (state->basis == NULL || state->is_written)
    return TRUE;
  state->is_written = aufait_link_store_set_basis (state->index, state->basis, error);
  return state->is_written;
}

static gboolean
keep_stamp (AufaitLinkState *state, GError **error)
{
  gint64 stamp;

  return aufait_identity_store_get_stamp (state->memory, &stamp, error) &&
         (stamp == aufait_link_store_get_stamp (state->index) ||
          aufait_link_store_set_stamp (state->index, stamp, error));
}

gboolean
aufait_link_state_end (AufaitLinkState *state, GError **error)
{
  if (!keep_basis (state, error) || !keep_stamp (state, error) ||
      (state->is_pending && !aufait_link_store_set_pending (state->index, FALSE, error)))
    return FALSE;
  state->is_pending = FALSE;
  return TRUE;
}

void
aufait_link_state_give_up (AufaitLinkState *state)
{
  g_clear_pointer (&state->common, g_free);
  state->is_written = FALSE;
  aufait_link_store_set_stamp (state->index, 0, NULL);
}

/* --- the settings -------------------------------------------------------------------------- */

/* Events mean something else when that changes, or when this program reads them otherwise. */
static char *
describe (const AufaitSourceSettings *settings)
{
  g_autofree char *mine = g_strjoinv (";", settings->mine);
  GString *basis = g_string_new (NULL);

  g_string_append_printf (basis, "%d %s", LINKER_VERSION, mine);
  for (guint i = 0; i < settings->by_name->len; i++) {
    const AufaitSourceSettingsCalendar *calendar = settings->by_name->pdata[i];

    if (calendar->person != NULL)
      g_string_append_printf (basis, "\n%s=%s", calendar->name, calendar->person);
  }
  return g_string_free (basis, FALSE);
}

gboolean
aufait_link_state_set_settings (AufaitLinkState *state, const AufaitSourceSettings *settings)
{
  gboolean is_first = state->basis == NULL;
  g_autofree char *before =
      is_first ? aufait_link_store_dup_basis (state->index) : g_steal_pointer (&state->basis);
  gboolean is_other;

  state->basis = describe (settings);
  is_other = g_strcmp0 (before, state->basis) != 0;
  if (is_other || is_first)
    state->is_written = !is_other;
  return is_other;
}

/* --- the names ----------------------------------------------------------------------------- */

gboolean
aufait_link_state_set_common (AufaitLinkState *state,
                              const char *common,
                              gboolean *ret_is_same,
                              GError **error)
{
  if (state->common == NULL)
    state->common = aufait_link_store_dup_common (state->index);
  *ret_is_same = g_strcmp0 (common, state->common) == 0;
  if (*ret_is_same)
    return TRUE;
  g_free (state->common);
  state->common = g_strdup (common);
  return aufait_link_store_set_common (state->index, state->common, error);
}
