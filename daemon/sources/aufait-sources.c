/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-sources-private.h"

#include <glib/gi18n-lib.h>

#include "aufait-discovery.h"
#include "aufait-index-file-store.h"

#define YEARS_BACK  2
#define YEARS_AHEAD 1

/* Between two "changed" while much is read. */
#define CHANGED_MS 1000

/* More files than this are told as "everything". */
#define CHANGED_MAX 1000

/* An index that fails again right after it was made anew is left alone for a while. */
#define RENEWALS_MAX 3

/* Of looks in a row at what changes while it is looked at. */
#define LOOKS_MAX 5

G_DEFINE_FINAL_TYPE (AufaitSources, aufait_sources, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  SIGNAL_SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- telling ------------------------------------------------------------------------------- */

static void
tell_changed (AufaitSources *sources)
{
  g_autoptr (AufaitIndexWriterChange) change = g_steal_pointer (&sources->pending);
  gboolean is_all = sources->is_pending_all;

  sources->is_pending_all = FALSE;
  if (is_all || change != NULL)
    g_signal_emit (sources, signals[SIGNAL_CHANGED], 0, is_all ? NULL : change);
}

static gboolean
on_changed_due (gpointer user_data)
{
  AufaitSources *sources = user_data;

  if (sources->pending == NULL && !sources->is_pending_all) {
    sources->changed_id = 0;
    return G_SOURCE_REMOVE;
  }
  tell_changed (sources);
  return G_SOURCE_CONTINUE;
}

static void
add_change (AufaitSources *sources, const AufaitIndexWriterChange *change)
{
  AufaitIndexWriterChange *pending = sources->pending;

  if (change->file_ids->len == 0)
    return;
  if (pending == NULL) {
    pending = sources->pending = g_new0 (AufaitIndexWriterChange, 1);
    pending->file_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  }
  pending->has_cards |= change->has_cards;
  pending->has_events |= change->has_events;
  if (pending->file_ids->len + change->file_ids->len <= CHANGED_MAX)
    g_array_append_vals (pending->file_ids, change->file_ids->data, change->file_ids->len);
  else
    sources->is_pending_all = TRUE;
}

/* The first is told at once, those that follow it closely with the clock. */
static void
on_committed (const AufaitIndexWriterChange *change, gpointer user_data)
{
  AufaitSources *sources = user_data;

  for (guint i = 0; i < sources->sources->len; i++) {
    aufait_source_forget_counts (sources->sources->pdata[i]);
    aufait_source_go_on (sources->sources->pdata[i]);
  }
  add_change (sources, change);
  sources->n_renewals = 0;
  if (sources->changed_id == 0 && !aufait_intake_is_idle (sources->intake)) {
    tell_changed (sources);
    sources->changed_id = g_timeout_add (CHANGED_MS, on_changed_due, sources);
  }
}

static gboolean
is_looking (AufaitSources *sources)
{
  for (guint i = 0; i < sources->sources->len; i++) {
    if (aufait_source_is_busy (sources->sources->pdata[i]))
      return TRUE;
  }
  return FALSE;
}

/* What the index could not take is known to be in it once everything was looked at again. */
static void
end_failure (AufaitSources *sources)
{
  if (aufait_retry_is_waiting (sources->retry))
    return;
  aufait_retry_end (sources->retry);
  g_clear_pointer (&sources->problem, g_free);
}

static void
tell_settled (AufaitSources *sources)
{
  if (!aufait_sources_is_settled (sources))
    return;
  end_failure (sources);
  g_signal_emit (sources, signals[SIGNAL_SETTLED], 0);
}

static void
on_idle (gpointer user_data)
{
  AufaitSources *sources = user_data;

  tell_changed (sources);
  tell_settled (sources);
}

static void
on_looked (gpointer user_data)
{
  tell_settled (user_data);
}

/* --- looking ------------------------------------------------------------------------------- */

static void
look_at (AufaitSources *sources, GPtrArray *some)
{
  for (guint i = 0; i < some->len && sources->bases[0] != NULL; i++)
    aufait_source_look (some->pdata[i], (const char *const *) sources->bases);
}

static void
on_failed (const GError *error, gpointer user_data)
{
  AufaitSources *sources = user_data;
  g_autoptr (GError) failure = NULL;
  gboolean is_hopeless =
      error != NULL && !g_error_matches (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_DAMAGED);

  g_info ("The index: %s", error != NULL ? error->message : "it was deleted");
  if (is_hopeless || ++sources->n_renewals > RENEWALS_MAX ||
      !aufait_index_renew (sources->index, &failure)) {
    g_free (sources->problem);
    sources->problem =
        g_strdup (_ ("What was read of cards and calendars cannot be kept: check that the disk has "
                     "room and the folder may be written to."));
    aufait_retry_later (sources->retry);
    return;
  }
  sources->is_pending_all = TRUE;
  look_at (sources, sources->sources);
}

/* --- places -------------------------------------------------------------------------------- */

/* The source of this path, taken out of the list; NULL: there is none. */
static AufaitSource *
take_source (AufaitSources *sources, const AufaitDiscoveryPlace *place)
{
  for (guint i = 0; i < sources->sources->len; i++) {
    AufaitSource *source = sources->sources->pdata[i];

    if (g_str_equal (aufait_source_get_path (source), place->path) &&
        !aufait_source_is_file (source) == !place->is_file)
      return g_ptr_array_steal_index (sources->sources, i);
  }
  return NULL;
}

static void
forget_others (AufaitSources *sources)
{
  g_autoptr (GHashTable) folders = aufait_index_file_store_list_folders (sources->index, NULL);
  GHashTableIter iter;
  gpointer id;

  if (folders == NULL)
    return;
  for (guint i = 0; i < sources->sources->len; i++)
    g_hash_table_remove (folders, aufait_source_get_path (sources->sources->pdata[i]));
  g_hash_table_iter_init (&iter, folders);
  while (g_hash_table_iter_next (&iter, NULL, &id))
    aufait_intake_forget_folder (sources->intake, *(gint64 *) id);
}

static void
on_retry (gpointer user_data)
{
  AufaitSources *sources = user_data;

  sources->n_renewals = 0;
  forget_others (sources);
  look_at (sources, sources->sources);
  tell_settled (sources);
}

/* What comes between a look at a place and the watch on it is found by looking once more. */
static AufaitDiscovery *
look_around (AufaitSources *sources)
{
  AufaitDiscovery *discovery = aufait_discovery_new (sources->settings);

  for (guint i = 0; i < LOOKS_MAX && aufait_lookout_set_spots (sources->lookout, discovery->spots);
       i++) {
    aufait_discovery_free (discovery);
    discovery = aufait_discovery_new (sources->settings);
  }
  return discovery;
}

static void
discover (AufaitSources *sources)
{
  g_autoptr (AufaitDiscovery) discovery = look_around (sources);
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_source_free);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  for (guint i = 0; i < discovery->places->len; i++) {
    const AufaitDiscoveryPlace *place = discovery->places->pdata[i];
    AufaitSource *source = take_source (sources, place);

    if (source == NULL) {
      source = aufait_source_new (place, sources->index, sources->intake, sources->pool,
                                  sources->blindness, on_looked, sources);
      g_ptr_array_add (fresh, source);
    }
    g_ptr_array_add (found, source);
  }
  g_ptr_array_unref (sources->sources);
  sources->sources = g_steal_pointer (&found);
  g_clear_pointer (&sources->looked, g_ptr_array_unref);
  sources->looked = g_ptr_array_ref (discovery->looked);
  g_ptr_array_unref (sources->missing);
  sources->missing = g_ptr_array_ref (discovery->missing);
  g_ptr_array_unref (sources->strays);
  sources->strays = g_ptr_array_ref (discovery->strays);
  look_at (sources, fresh);
  forget_others (sources);
}

static void
on_mounts (gpointer user_data)
{
  AufaitSources *sources = user_data;

  aufait_lookout_look_for_mounts (sources->lookout);
  for (guint i = 0; i < sources->sources->len; i++)
    aufait_source_look_for_mounts (sources->sources->pdata[i]);
}

static void
on_lookout (gpointer user_data)
{
  AufaitSources *sources = user_data;

  if (sources->settings != NULL)
    discover (sources);
  tell_settled (sources);
}

void
aufait_sources_set_settings (AufaitSources *sources, const AufaitSettings *settings)
{
  if (sources->settings != NULL &&
      aufait_source_settings_is_same (sources->settings->sources, settings->sources))
    return;
  g_clear_pointer (&sources->settings, aufait_settings_free);
  sources->settings = aufait_settings_new ();
  aufait_source_settings_free (sources->settings->sources);
  sources->settings->sources = aufait_source_settings_copy (settings->sources);
  discover (sources);
}

void
aufait_sources_set_today (AufaitSources *sources, AufaitDay today, const char *zone)
{
  AufaitDay month = aufait_day_new (aufait_day_year (today), aufait_day_month (today), 1);
  AufaitDay first = aufait_day_add_months (month, -12 * YEARS_BACK);
  AufaitDay last = aufait_day_add_months (month, 12 * YEARS_AHEAD + 1) - 1;
  g_autofree char *basis = g_strdup_printf (AUFAIT_VERSION " %d %d %s", first, last, zone);

  if (g_strcmp0 (basis, sources->bases[AUFAIT_JOB_CALENDAR]) == 0)
    return;
  g_free (sources->bases[AUFAIT_JOB_CALENDAR]);
  sources->bases[AUFAIT_JOB_CALENDAR] = g_steal_pointer (&basis);
  sources->first = first;
  sources->last = last;
  if (sources->bases[AUFAIT_JOB_CARDS] == NULL)
    sources->bases[AUFAIT_JOB_CARDS] = g_strdup (AUFAIT_VERSION);
  aufait_intake_set_window (sources->intake, first, last, zone);
  look_at (sources, sources->sources);
}

/* --- what is asked ------------------------------------------------------------------------- */

gboolean
aufait_sources_get_window (AufaitSources *sources, AufaitDay *ret_first, AufaitDay *ret_last)
{
  *ret_first = sources->first;
  *ret_last = sources->last;
  return sources->first != AUFAIT_DAY_NONE;
}

gboolean
aufait_sources_is_settled (AufaitSources *sources)
{
  return sources->settings != NULL && sources->bases[0] != NULL &&
         !aufait_lookout_is_stirred (sources->lookout) && !is_looking (sources) &&
         aufait_intake_is_idle (sources->intake);
}

guint
aufait_sources_count_opened (AufaitSources *sources)
{
  return aufait_intake_count_opened (sources->intake);
}

/* --- the object ---------------------------------------------------------------------------- */

AufaitSources *
aufait_sources_new_with_blindness (AufaitIndex *index,
                                   const char *reader,
                                   const AufaitBlindness *blindness)
{
  static const AufaitIntakeFuncs funcs = { on_committed, on_idle, on_failed };
  AufaitSources *sources = g_object_new (AUFAIT_TYPE_SOURCES, NULL);
  g_autofree char *program = reader != NULL ? g_strdup (reader) : aufait_reader_pool_dup_program ();

  sources->index = index;
  sources->blindness = blindness;
  sources->pool = aufait_reader_pool_new (program, 0);
  sources->intake = aufait_intake_new (index, sources->pool, &funcs, sources);
  return sources;
}

AufaitSources *
aufait_sources_new (AufaitIndex *index, const char *reader)
{
  return aufait_sources_new_with_blindness (index, reader, aufait_blindness_get_default ());
}

static void
aufait_sources_finalize (GObject *object)
{
  AufaitSources *sources = AUFAIT_SOURCES (object);

  g_clear_handle_id (&sources->changed_id, g_source_remove);
  g_clear_pointer (&sources->mounts, aufait_mounts_free);
  g_clear_pointer (&sources->lookout, aufait_lookout_free);
  g_ptr_array_unref (sources->sources);
  g_clear_pointer (&sources->looked, g_ptr_array_unref);
  g_ptr_array_unref (sources->missing);
  g_ptr_array_unref (sources->strays);
  aufait_reader_pool_free (sources->pool);
  aufait_intake_free (sources->intake);
  aufait_retry_free (sources->retry);
  g_clear_pointer (&sources->pending, aufait_index_writer_change_free);
  g_clear_pointer (&sources->settings, aufait_settings_free);
  g_free (sources->bases[0]);
  g_free (sources->bases[1]);
  g_free (sources->problem);

  G_OBJECT_CLASS (aufait_sources_parent_class)->finalize (object);
}

static void
aufait_sources_class_init (AufaitSourcesClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = aufait_sources_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_SETTLED] =
      g_signal_new ("settled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aufait_sources_init (AufaitSources *sources)
{
  sources->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_source_free);
  sources->looked = g_ptr_array_new_with_free_func (g_free);
  sources->missing = g_ptr_array_new_with_free_func (g_free);
  sources->strays = g_ptr_array_new_with_free_func (g_free);
  sources->retry = aufait_retry_new (on_retry, sources);
  sources->lookout = aufait_lookout_new (on_lookout, sources);
  sources->mounts = aufait_mounts_new (on_mounts, sources);
}
