/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-tie-keeper.h"

#include "aufait-link-store.h"
#include "aufait-retry.h"
#include "aufait-tie-builder.h"

/* What is done in one turn of the main loop: some milliseconds. */
#define IDS_MAX   100
#define STALE_MAX 30

/* After a longer absence it is cheaper to look at all people than at all events. */
#define ABSENCE_SECS (60 * 24 * 3600)

/* A contact with one person that waits for its turn. */
typedef struct {
  gint64 person_id;
  AufaitTieContact contact;
} Waiting;

struct _AufaitTieKeeper {
  GObject parent;
  AufaitDirectory *directory;
  AufaitIndex *index;
  GDateTime *now;      /* NULL: not known yet */
  GHashTable *dead;    /* ids (gint64 *) */
  GArray *waiting;     /* Waiting */
  gboolean is_trusted; /* the rows are of all contacts but those that wait */
  gboolean is_due;     /* the mark is to be looked at */
  gboolean is_all;     /* all people are under way */
  gint64 next;         /* of all people, the first whose tie was not built anew yet */
  GArray *near;        /* ids (gint64) that are to be told */
  guint turn_id;
  AufaitRetry *retry; /* of what failed */
};

G_DEFINE_FINAL_TYPE (AufaitTieKeeper, aufait_tie_keeper, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static AufaitDay
get_today (const AufaitTieKeeper *keeper)
{
  return aufait_day_from_date_time (keeper->now);
}

/* --- rows ---------------------------------------------------------------------------------- */

static gboolean
is_near (const AufaitTieKeeper *keeper, AufaitDay day)
{
  AufaitDay today = get_today (keeper);

  return day != AUFAIT_DAY_NONE && day >= today - AUFAIT_CADENCE_WINDOW_DAYS &&
         day <= today + AUFAIT_TIE_KEEPER_NEAR_DAYS;
}

static gboolean
keep_row (AufaitTieKeeper *keeper, const AufaitTieStoreRow *row, GError **error)
{
  if (is_near (keeper, row->checkin_on) || is_near (keeper, row->drift_on))
    g_array_append_val (keeper->near, row->person_id);
  return aufait_tie_store_set (keeper->index, row, error);
}

static AufaitTieBuilder
get_builder (const AufaitTieKeeper *keeper)
{
  return (AufaitTieBuilder){ keeper->directory, keeper->now, keeper->dead };
}

/* Within a transaction of the index. */
static gboolean
rebuild_within (AufaitTieKeeper *keeper, gint64 from, gint64 until, GError **error)
{
  AufaitTieBuilder builder = get_builder (keeper);
  g_autoptr (GArray) rows = aufait_tie_builder_build (&builder, from, until, error);

  if (rows == NULL || !aufait_tie_store_remove (keeper->index, from, until, error) ||
      !aufait_tie_store_remove_stale (keeper->index, from, until, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    if (!keep_row (keeper, &g_array_index (rows, AufaitTieStoreRow, i), error))
      return FALSE;
  }
  return TRUE;
}

/* --- the mark ------------------------------------------------------------------------------ */

/* What the rows were made of, but for the events: the contacts of this memory, the periods of the
 * circles, and whose calendars are whose. */
static char *
dup_basis (const AufaitTieKeeper *keeper)
{
  const AufaitCadence *cadence = aufait_directory_get_cadence (keeper->directory);
  AufaitMemory *memory = aufait_directory_get_memory (keeper->directory);
  g_autofree char *owners = aufait_directory_dup_owners (keeper->directory);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %d %d %d %s",
                          aufait_cadence_store_get_last_contact (memory), cadence->days[0],
                          cadence->days[1], cadence->days[2], cadence->days[3], owners);
}

static gboolean
set_mark (AufaitTieKeeper *keeper, gint64 until, GError **error)
{
  g_autofree char *basis = dup_basis (keeper);

  return aufait_tie_store_set_mark (keeper->index, until, basis, error);
}

static gboolean
begin_all (AufaitTieKeeper *keeper, GError **error)
{
  keeper->is_all = TRUE;
  keeper->next = 0;
  return set_mark (keeper, 0, error);
}

static AufaitDay
find_day (const AufaitTieKeeper *keeper, gint64 instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) local =
      g_date_time_to_timezone (utc, g_date_time_get_timezone (keeper->now));

  return aufait_day_from_date_time (local);
}

/* Once a day: whose tie another one is by now. */
static gboolean
sweep (AufaitTieKeeper *keeper, gint64 mark, GError **error)
{
  gint64 now = g_date_time_to_unix (keeper->now);

  if (mark >= now || find_day (keeper, mark) == get_today (keeper))
    return TRUE;
  return aufait_tie_store_add_ended (keeper->index, mark, now, error) &&
         aufait_tie_store_add_passed (keeper->index,
                                      get_today (keeper) - AUFAIT_CADENCE_WINDOW_DAYS, error) &&
         set_mark (keeper, now, error);
}

/* --- turns --------------------------------------------------------------------------------- */

/* Whether the rows were made of @basis, but for how many contacts there are. */
static gboolean
is_same_but_contacts (const char *known, const char *basis)
{
  return known != NULL && g_strcmp0 (strchr (known, ' '), strchr (basis, ' ')) == 0;
}

/* Whether the rows are of this memory, these settings, this day. */
static gboolean
step_mark (AufaitTieKeeper *keeper, GError **error)
{
  g_autofree char *known = NULL;
  g_autofree char *basis = dup_basis (keeper);
  gint64 mark = aufait_tie_store_get_mark (keeper->index, &known);
  gboolean is_same = keeper->is_trusted && is_same_but_contacts (known, basis);

  keeper->is_due = FALSE;
  if (keeper->is_all && is_same)
    return TRUE;
  keeper->is_trusted = TRUE;
  if (mark == 0 || !is_same || g_date_time_to_unix (keeper->now) - mark > ABSENCE_SECS)
    return begin_all (keeper, error);
  return sweep (keeper, mark, error);
}

static gboolean
step_all (AufaitTieKeeper *keeper, GError **error)
{
  AufaitMemory *memory = aufait_directory_get_memory (keeper->directory);
  gint64 last = aufait_cadence_store_get_last_person (memory);
  gboolean is_last = keeper->next + IDS_MAX > last;
  gint64 until = is_last ? G_MAXINT64 : keeper->next + IDS_MAX;

  if (!rebuild_within (keeper, keeper->next, until, error))
    return FALSE;
  keeper->next = until;
  if (!is_last)
    return TRUE;
  keeper->is_all = FALSE;
  return set_mark (keeper, g_date_time_to_unix (keeper->now), error);
}

/* What is older than the last contact wants to be looked at with all others. */
static gboolean
add_contact (AufaitTieKeeper *keeper, const Waiting *waiting, GError **error)
{
  AufaitTieBuilder builder = get_builder (keeper);
  AufaitTieStoreRow row = { .person_id = waiting->person_id };
  g_autoptr (GError) failure = NULL;
  g_autoptr (GArray) cadences =
      aufait_cadence_store_list (aufait_directory_get_memory (keeper->directory),
                                 waiting->person_id, waiting->person_id + 1, error);

  if (cadences == NULL)
    return FALSE;
  aufait_tie_store_get (keeper->index, waiting->person_id, &row, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (cadences->len == 0 || waiting->contact.on > get_today (keeper) ||
      !aufait_tie_state_add (&row.state, waiting->contact))
    return aufait_tie_store_add_stale (keeper->index, waiting->person_id, error);
  aufait_tie_builder_set_days (&builder, &g_array_index (cadences, AufaitCadenceStoreRow, 0), &row);
  return keep_row (keeper, &row, error);
}

static gboolean
step_contacts (AufaitTieKeeper *keeper, GError **error)
{
  guint n = MIN (keeper->waiting->len, STALE_MAX);
  g_autofree char *basis = NULL;

  for (guint i = 0; i < n; i++) {
    if (!add_contact (keeper, &g_array_index (keeper->waiting, Waiting, i), error))
      return FALSE;
  }
  g_array_remove_range (keeper->waiting, 0, n);
  if (keeper->waiting->len > 0)
    return TRUE;
  return set_mark (keeper, aufait_tie_store_get_mark (keeper->index, &basis), error);
}

static gboolean
step_stale (AufaitTieKeeper *keeper, const GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);

    if (!rebuild_within (keeper, id, id + 1, error))
      return FALSE;
  }
  return TRUE;
}

/* A piece of what comes first; @ret_is_done: nothing is left. */
static gboolean
step_within (AufaitTieKeeper *keeper, gboolean *ret_is_done, GError **error)
{
  g_autoptr (GArray) stale = NULL;

  if (keeper->is_due)
    return step_mark (keeper, error);
  if (keeper->is_all)
    return step_all (keeper, error);
  if (keeper->waiting->len > 0)
    return step_contacts (keeper, error);
  stale = aufait_tie_store_list_stale (keeper->index, STALE_MAX, error);
  *ret_is_done = stale != NULL && stale->len == 0;
  return stale != NULL && step_stale (keeper, stale, error);
}

static gboolean
step (AufaitTieKeeper *keeper, gboolean *ret_is_done, GError **error)
{
  gboolean ok;

  *ret_is_done = FALSE;
  if (!aufait_tie_store_begin (keeper->index, error))
    return FALSE;
  ok = step_within (keeper, ret_is_done, error);
  return aufait_tie_store_end (keeper->index, ok ? error : NULL) && ok;
}

/* What fails now (the disk is full) is done later, for all people, by the next start at the latest.
 */
static void
give_up (AufaitTieKeeper *keeper, const GError *error)
{
  keeper->is_trusted = FALSE;
  keeper->is_all = FALSE;
  g_array_set_size (keeper->waiting, 0);
  aufait_tie_store_set_mark (keeper->index, 0, "", NULL);
  aufait_retry_after (keeper->retry, "Cannot keep how strong ties are", error);
}

static void
tell_changed (AufaitTieKeeper *keeper)
{
  g_autoptr (GArray) near = g_steal_pointer (&keeper->near);

  keeper->near = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_emit (keeper, signals[SIGNAL_CHANGED], 0, near);
}

/* At a start with nothing changed: to write, if only nothing, would say on disk that the index is
 * written to, and take it back at the end. */
static gboolean
has_nothing_to_write (const AufaitTieKeeper *keeper)
{
  g_autofree char *known = NULL;
  g_autofree char *basis = dup_basis (keeper);
  gint64 mark = aufait_tie_store_get_mark (keeper->index, &known);
  g_autoptr (GArray) stale = aufait_tie_store_list_stale (keeper->index, 1, NULL);

  return keeper->is_trusted && !keeper->is_all && keeper->waiting->len == 0 && stale != NULL &&
         stale->len == 0 && mark != 0 && is_same_but_contacts (known, basis) &&
         find_day (keeper, mark) == get_today (keeper);
}

static gboolean
on_turn (gpointer user_data)
{
  AufaitTieKeeper *keeper = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_done = keeper->is_due && has_nothing_to_write (keeper);

  if (is_done) {
    keeper->is_due = FALSE;
  } else if (!step (keeper, &is_done, &error)) {
    give_up (keeper, error);
    is_done = TRUE;
  } else if (is_done) {
    aufait_retry_end (keeper->retry);
  }
  if (!is_done)
    return G_SOURCE_CONTINUE;
  keeper->turn_id = 0;
  tell_changed (keeper);
  return G_SOURCE_REMOVE;
}

static void
begin_turns (AufaitTieKeeper *keeper)
{
  keeper->is_due = TRUE;
  if (keeper->turn_id == 0 && keeper->now != NULL)
    keeper->turn_id = g_idle_add_full (G_PRIORITY_LOW, on_turn, keeper, NULL);
}

static void
on_retry (gpointer user_data)
{
  begin_turns (user_data);
}

/* Whether the index knows of every contact that is in the memory: it may be another memory's, or
 * the daemon ended before it was told. */
static gboolean
has_all_contacts (const AufaitTieKeeper *keeper)
{
  g_autofree char *known = NULL;
  g_autofree char *basis = dup_basis (keeper);

  aufait_tie_store_get_mark (keeper->index, &known);
  return g_strcmp0 (known, basis) == 0;
}

/* --- what is told -------------------------------------------------------------------------- */

void
aufait_tie_keeper_take_now (AufaitTieKeeper *keeper, GDateTime *now)
{
  GDateTime *before = keeper->now;
  gboolean is_other =
      before == NULL || aufait_day_from_date_time (before) != aufait_day_from_date_time (now);

  keeper->now = g_date_time_ref (now);
  if (before == NULL)
    keeper->is_trusted = has_all_contacts (keeper);
  g_clear_pointer (&before, g_date_time_unref);
  if (is_other)
    begin_turns (keeper);
}

void
aufait_tie_keeper_take_contact (AufaitTieKeeper *keeper, const AufaitContact *contact)
{
  for (guint i = 0; i < contact->people->len; i++) {
    Waiting waiting = {
      .person_id = ((const AufaitRef *) contact->people->pdata[i])->id,
      .contact = { contact->on, contact->how, contact->is_from_them },
    };

    g_array_append_val (keeper->waiting, waiting);
  }
  begin_turns (keeper);
}

/* Known to the index at once: the daemon may end before the next turn. */
static void
add_stale (AufaitTieKeeper *keeper, gint64 id)
{
  g_autoptr (GError) error = NULL;

  if (!aufait_tie_store_add_stale (keeper->index, id, &error))
    give_up (keeper, error);
}

/* Of what is looked at with all others nothing waits: it may have been taken back. */
static void
add_all (AufaitTieKeeper *keeper)
{
  g_autoptr (GError) error = NULL;

  g_array_set_size (keeper->waiting, 0);
  if (!begin_all (keeper, &error))
    give_up (keeper, error);
}

void
aufait_tie_keeper_take_person (AufaitTieKeeper *keeper, gint64 id)
{
  if (id != 0)
    add_stale (keeper, id);
  else
    add_all (keeper);
  begin_turns (keeper);
}

/* Those who are dead by now, or not any more, after all. */
static void
compare_dead (AufaitTieKeeper *keeper, GHashTable *some, GHashTable *others)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, some);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    if (!g_hash_table_contains (others, id))
      add_stale (keeper, *(const gint64 *) id);
  }
}

void
aufait_tie_keeper_take_links (AufaitTieKeeper *keeper)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&keeper->dead);

  keeper->dead = aufait_link_store_list_dead (keeper->index);
  compare_dead (keeper, before, keeper->dead);
  compare_dead (keeper, keeper->dead, before);
  begin_turns (keeper);
}

gboolean
aufait_tie_keeper_is_settled (const AufaitTieKeeper *keeper)
{
  return keeper->turn_id == 0;
}

/* --- the object ---------------------------------------------------------------------------- */

AufaitTieKeeper *
aufait_tie_keeper_new (AufaitDirectory *directory)
{
  AufaitTieKeeper *keeper = g_object_new (AUFAIT_TYPE_TIE_KEEPER, NULL);

  keeper->directory = directory;
  keeper->index = aufait_directory_get_index (directory);
  keeper->dead = aufait_link_store_list_dead (keeper->index);
  return keeper;
}

static void
aufait_tie_keeper_finalize (GObject *object)
{
  AufaitTieKeeper *keeper = AUFAIT_TIE_KEEPER (object);

  g_clear_handle_id (&keeper->turn_id, g_source_remove);
  aufait_retry_free (keeper->retry);
  g_clear_pointer (&keeper->now, g_date_time_unref);
  g_clear_pointer (&keeper->dead, g_hash_table_unref);
  g_array_unref (keeper->waiting);
  g_array_unref (keeper->near);

  G_OBJECT_CLASS (aufait_tie_keeper_parent_class)->finalize (object);
}

static void
aufait_tie_keeper_class_init (AufaitTieKeeperClass *class)
{
  G_OBJECT_CLASS (class)->finalize = aufait_tie_keeper_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
aufait_tie_keeper_init (AufaitTieKeeper *keeper)
{
  keeper->retry = aufait_retry_new (on_retry, keeper);
  keeper->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  keeper->near = g_array_new (FALSE, FALSE, sizeof (gint64));
}
