/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-linker.h"

#include "aufait-card-linker.h"
#include "aufait-event-linker.h"
#include "aufait-identity-store.h"
#include "aufait-link-store.h"

/* What is done in one turn of the main loop: some milliseconds. */
#define CARDS_MAX  40
#define EVENTS_MAX 60

/* All events are linked once the files they may come from, and the cards, are all read; if that
 * takes longer, with what is there. */
#define READING_SECS 5

/* Counts when events are understood otherwise than before. */
#define LINKER_VERSION 1

/* What belongs to a file has ids from file << 24 on. */
#define FILE_BITS 24

/* Counters of two memories begin further apart than one counts. */
#define SAME_MEMORY_CHANGES (G_GINT64_CONSTANT (1) << 32)

/* Ids that are to be looked at. */
typedef struct {
  gint64 from;
  gint64 until;
} Range;

struct _AufaitLinker {
  GObject parent;
  AufaitDirectory *directory;
  AufaitIndex *index;
  AufaitCardLinker *cards;
  AufaitEventLinker *events;
  GArray *card_ranges; /* Range */
  GArray *event_ranges;
  char *basis;       /* what events are linked for; NULL: not set yet */
  gboolean is_swept; /* nobody has lost a card since the last sweep */
  gboolean has_people;
  gboolean has_all_events;
  GArray *event_files; /* ids (gint64) of those whose events are others than before */
  guint turn_id;
  gboolean is_reading; /* more files are about to come */
  guint late_id;       /* all events wait for them */
};

G_DEFINE_FINAL_TYPE (AufaitLinker, aufait_linker, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- what is to be done -------------------------------------------------------------------- */

static void
set_all (GArray *ranges)
{
  const Range all = { 0, G_MAXINT64 };

  g_array_set_size (ranges, 0);
  g_array_append_val (ranges, all);
}

/* A file that waits already waits once; one that was gone through is gone through again. */
static void
add_file (GArray *ranges, gint64 file_id)
{
  const Range range = { file_id << FILE_BITS, (file_id + 1) << FILE_BITS };

  for (guint i = 0; i < ranges->len; i++) {
    const Range *other = &g_array_index (ranges, Range, i);

    if (other->from <= range.from && other->until >= range.until)
      return;
  }
  g_array_append_val (ranges, range);
}

/* All events, from the first on, even when that was under way. */
static void
relink_events (AufaitLinker *linker)
{
  linker->has_all_events = TRUE;
  set_all (linker->event_ranges);
}

/* --- turns --------------------------------------------------------------------------------- */

static gboolean
step_cards (AufaitLinker *linker, GError **error)
{
  Range *range = &g_array_index (linker->card_ranges, Range, 0);
  gboolean names_changed = FALSE;

  if (!aufait_card_linker_step (linker->cards, &range->from, range->until, CARDS_MAX,
                                &names_changed, error))
    return FALSE;
  linker->has_people = TRUE;
  if (names_changed)
    relink_events (linker);
  if (range->from == range->until)
    g_array_remove_index (linker->card_ranges, 0);
  return TRUE;
}

/* Behind the last event stands what all of them tell. */
static gboolean
finish_events (AufaitLinker *linker, GError **error)
{
  gboolean is_other;

  if (!aufait_event_linker_guess_mine (linker->events, &is_other, error))
    return FALSE;
  if (is_other)
    relink_events (linker);
  return TRUE;
}

static gboolean
step_events (AufaitLinker *linker, GError **error)
{
  Range *range = &g_array_index (linker->event_ranges, Range, 0);
  gboolean is_last, changed = FALSE;

  if (!aufait_event_linker_step (linker->events, &range->from, range->until, EVENTS_MAX, &changed,
                                 error))
    return FALSE;
  if (range->from != range->until)
    return TRUE;
  is_last = range->until == G_MAXINT64;
  g_array_remove_index (linker->event_ranges, 0);
  return !is_last || finish_events (linker, error);
}

static gboolean
sweep (AufaitLinker *linker, GError **error)
{
  gboolean names_changed = FALSE;

  linker->is_swept = TRUE;
  if (!aufait_card_linker_sweep (linker->cards, &names_changed, error))
    return FALSE;
  linker->has_people |= names_changed;
  if (names_changed)
    relink_events (linker);
  return TRUE;
}

static gboolean
keep_stamp (AufaitLinker *linker, GError **error)
{
  gint64 stamp;

  if (!aufait_identity_store_get_stamp (aufait_directory_get_memory (linker->directory), &stamp,
                                        error))
    return FALSE;
  return (linker->basis == NULL ||
          aufait_link_store_set_basis (linker->index, linker->basis, error)) &&
         (stamp == aufait_link_store_get_stamp (linker->index) ||
          aufait_link_store_set_stamp (linker->index, stamp, error));
}

static void
tell_changed (AufaitLinker *linker)
{
  gboolean has_people = linker->has_people, has_all_events = linker->has_all_events;
  g_autoptr (GArray) files = g_steal_pointer (&linker->event_files);

  linker->event_files = g_array_new (FALSE, FALSE, sizeof (gint64));
  linker->has_people = FALSE;
  linker->has_all_events = FALSE;
  g_signal_emit (linker, signals[SIGNAL_CHANGED], 0, has_people, has_all_events ? NULL : files);
}

static gboolean
must_wait (const AufaitLinker *linker)
{
  return linker->is_reading && linker->has_all_events && linker->card_ranges->len == 0 &&
         linker->is_swept;
}

/* A piece of what comes first; @ret_is_done: nothing is left. */
static gboolean
step (AufaitLinker *linker, gboolean *ret_is_done, GError **error)
{
  *ret_is_done = FALSE;
  if (linker->card_ranges->len > 0)
    return step_cards (linker, error);
  if (!linker->is_swept)
    return sweep (linker, error);
  if (linker->event_ranges->len > 0)
    return step_events (linker, error);
  *ret_is_done = TRUE;
  return keep_stamp (linker, error);
}

/* What fails now (the disk is full) is done when something changes, or at the next start. */
static void
give_up (AufaitLinker *linker, const GError *error)
{
  g_warning ("Cannot find out who is who: %s", error->message);
  g_array_set_size (linker->card_ranges, 0);
  g_array_set_size (linker->event_ranges, 0);
  aufait_link_store_set_stamp (linker->index, 0, NULL);
}

static gboolean on_turn (gpointer user_data);

static void
begin_turns (AufaitLinker *linker)
{
  if (linker->turn_id == 0)
    linker->turn_id = g_idle_add (on_turn, linker);
}

static gboolean
on_late (gpointer user_data)
{
  AufaitLinker *linker = user_data;

  linker->late_id = 0;
  linker->is_reading = FALSE;
  begin_turns (linker);
  return G_SOURCE_REMOVE;
}

static void
wait_for_files (AufaitLinker *linker)
{
  linker->turn_id = 0;
  if (linker->late_id == 0)
    linker->late_id = g_timeout_add_seconds (READING_SECS, on_late, linker);
}

static gboolean
on_turn (gpointer user_data)
{
  AufaitLinker *linker = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  if (must_wait (linker)) {
    wait_for_files (linker);
    return G_SOURCE_REMOVE;
  }
  if (!step (linker, &is_done, &error)) {
    give_up (linker, error);
    is_done = TRUE;
  }
  if (!is_done)
    return G_SOURCE_CONTINUE;
  linker->turn_id = 0;
  tell_changed (linker);
  return G_SOURCE_REMOVE;
}

/* --- what is told -------------------------------------------------------------------------- */

static void
collect_gone (AufaitLinker *linker, gint64 from, gint64 until)
{
  g_autoptr (GError) error = NULL;

  linker->is_swept = FALSE;
  if (!aufait_card_linker_collect_gone (linker->cards, from, until, &error))
    g_warning ("Cannot look for cards that are gone: %s", error->message);
}

static void
take_files (AufaitLinker *linker, const AufaitIndexWriterChange *change)
{
  for (guint i = 0; i < change->file_ids->len; i++) {
    gint64 file_id = g_array_index (change->file_ids, gint64, i);

    if (change->has_cards) {
      collect_gone (linker, file_id << FILE_BITS, (file_id + 1) << FILE_BITS);
      add_file (linker->card_ranges, file_id);
    }
    if (change->has_events) {
      add_file (linker->event_ranges, file_id);
      g_array_append_val (linker->event_files, file_id);
    }
  }
}

static void
take_all (AufaitLinker *linker)
{
  collect_gone (linker, 0, G_MAXINT64);
  set_all (linker->card_ranges);
  relink_events (linker);
  begin_turns (linker);
}

void
aufait_linker_take_change (AufaitLinker *linker, const AufaitIndexWriterChange *change)
{
  linker->is_reading = TRUE;
  if (change == NULL) {
    take_all (linker);
    return;
  }
  take_files (linker, change);
  begin_turns (linker);
}

void
aufait_linker_take_settled (AufaitLinker *linker)
{
  g_clear_handle_id (&linker->late_id, g_source_remove);
  linker->is_reading = FALSE;
  linker->is_swept = FALSE;
  begin_turns (linker);
}

/* What was said may be of cards, too: all that is known of them is looked at again. */
void
aufait_linker_take_person (AufaitLinker *linker, gint64 id)
{
  if (id != 0) {
    aufait_directory_renew (linker->directory, id);
  } else {
    aufait_directory_release_names (linker->directory);
    set_all (linker->card_ranges);
    linker->is_swept = FALSE; /* a card may go from one to another */
  }
  relink_events (linker);
  begin_turns (linker);
}

/* Whose calendars are whose, and which addresses are the user's own: events mean something else
 * when that changes, or when this program reads them otherwise. */
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

void
aufait_linker_set_settings (AufaitLinker *linker, const AufaitSourceSettings *settings)
{
  g_autofree char *before = linker->basis != NULL ? g_steal_pointer (&linker->basis)
                                                  : aufait_link_store_dup_basis (linker->index);

  linker->basis = describe (settings);
  aufait_directory_set_settings (linker->directory, settings);
  aufait_event_linker_set_settings (linker->events, settings);
  if (g_strcmp0 (before, linker->basis) == 0)
    return;
  relink_events (linker);
  begin_turns (linker);
}

gboolean
aufait_linker_is_settled (const AufaitLinker *linker)
{
  return linker->turn_id == 0 && linker->late_id == 0;
}

/* --- the object ---------------------------------------------------------------------------- */

/* Whether the links that are there are all, and those of this memory. */
static gboolean
is_current (AufaitLinker *linker)
{
  gint64 stamp;

  return aufait_identity_store_get_stamp (aufait_directory_get_memory (linker->directory), &stamp,
                                          NULL) &&
         stamp == aufait_link_store_get_stamp (linker->index);
}

/* Of another memory, or of a later state of it, the links name people who are nobody, or somebody
 * else. Those that are only not complete tell of cards that went. */
static void
forget_other (AufaitLinker *linker)
{
  g_autoptr (GError) error = NULL;
  gint64 made_for = aufait_link_store_get_stamp (linker->index), stamp;

  if (made_for != 0 &&
      aufait_identity_store_get_stamp (aufait_directory_get_memory (linker->directory), &stamp,
                                       NULL) &&
      stamp >= made_for && stamp - made_for < SAME_MEMORY_CHANGES)
    return;
  if (!aufait_link_store_clear (linker->index, &error))
    g_warning ("Cannot forget who was who: %s", error->message);
}

AufaitLinker *
aufait_linker_new (AufaitDirectory *directory)
{
  AufaitLinker *linker = g_object_new (AUFAIT_TYPE_LINKER, NULL);

  linker->directory = directory;
  linker->index = aufait_directory_get_index (directory);
  linker->cards = aufait_card_linker_new (directory);
  linker->events = aufait_event_linker_new (directory);
  if (!is_current (linker)) {
    forget_other (linker);
    take_all (linker);
  }
  return linker;
}

static void
aufait_linker_finalize (GObject *object)
{
  AufaitLinker *linker = AUFAIT_LINKER (object);

  g_clear_handle_id (&linker->turn_id, g_source_remove);
  g_clear_handle_id (&linker->late_id, g_source_remove);
  g_clear_pointer (&linker->cards, aufait_card_linker_free);
  g_clear_pointer (&linker->events, aufait_event_linker_free);
  g_free (linker->basis);
  g_array_unref (linker->card_ranges);
  g_array_unref (linker->event_ranges);
  g_array_unref (linker->event_files);

  G_OBJECT_CLASS (aufait_linker_parent_class)->finalize (object);
}

static void
aufait_linker_class_init (AufaitLinkerClass *class)
{
  G_OBJECT_CLASS (class)->finalize = aufait_linker_finalize;
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_POINTER);
}

static void
aufait_linker_init (AufaitLinker *linker)
{
  linker->card_ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  linker->event_ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  linker->event_files = g_array_new (FALSE, FALSE, sizeof (gint64));
  linker->is_swept = TRUE;
}
