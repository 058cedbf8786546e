/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handlers: how often the user wants to be in touch with whom, and how it is. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-acquaintance.h"
#include "aufait-api-private.h"
#include "aufait-cadence-store.h"
#include "aufait-person-store.h"
#include "aufait-silence.h"
#include "aufait-tie-store.h"
#include "aufait-wire.h"

#define TIES_DEFAULT       20
#define TIES_MAX           1000
#define CANDIDATES_DEFAULT 50

static void
add_day (JsonObject *object, const char *name, AufaitDay day)
{
  g_autofree char *text = NULL;

  if (day == AUFAIT_DAY_NONE)
    return;
  text = aufait_day_format (day);
  json_object_set_string_member (object, name, text);
}

static guint
read_max (const AufaitApiListTies *in, guint when_absent)
{
  return in->max > 0 ? (guint) MIN (in->max, TIES_MAX) : when_absent;
}

/* --- SetCadence, SetCircle ------------------------------------------------------------------- */

static void
reply_cadence (AufaitApi *api, AufaitVarlinkCall *call, gint64 id)
{
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitAcquaintance) who = aufait_acquaintance_new (api->directory, id, now, &error);
  JsonObject *reply = NULL;

  if (who == NULL) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  reply = aufait_api_new_reply (api);
  json_object_set_member (reply, "person", aufait_wire_person (who->person));
  if (who->period_days > 0)
    json_object_set_int_member (reply, "everyDays", who->period_days);
  if (!who->person->is_dead)
    add_day (reply, "nextOn", who->checkin_on);
  aufait_varlink_call_reply (call, reply);
}

static gboolean
keep_cadence (AufaitApi *api,
              const char *what,
              const AufaitPerson *person,
              const char *circle,
              int days,
              GError **error)
{
  if (!aufait_memory_begin (api->memory, what, error))
    return FALSE;
  return aufait_api_end_command (api,
                                 aufait_cadence_store_set (api->memory, person->id, circle, days,
                                                           aufait_api_get_today (api), error),
                                 error);
}

/* What is so already is left as it is, and since when. */
static void
set_cadence (AufaitApi *api,
             AufaitVarlinkCall *call,
             const AufaitPerson *person,
             const char *circle,
             int days)
{
  gboolean is_other_circle = g_strcmp0 (person->circle, circle) != 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;

  if (!is_other_circle && person->cadence_days == days) {
    reply_cadence (api, call, person->id);
    return;
  }
  /* Translators: %s is a person. */
  what = g_strdup_printf (is_other_circle ? _ ("circle of %s") : _ ("how often to ask after %s"),
                          person->name);
  if (!keep_cadence (api, what, person, circle, days, &error)) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  if (api->keeper != NULL)
    aufait_tie_keeper_take_person (api->keeper, person->id);
  aufait_agenda_refresh (api->agenda);
  reply_cadence (api, call, person->id);
  aufait_api_tell_changed (api, what);
}

/* The person of that name as the memory has them; NULL when an error was replied. */
static AufaitPerson *
get_person (AufaitApi *api, AufaitVarlinkCall *call, const char *who)
{
  g_autoptr (AufaitRef) ref = aufait_api_resolve (api, call, who);
  g_autoptr (GError) error = NULL;
  AufaitPerson *person = NULL;

  if (ref == NULL)
    return NULL;
  person = aufait_person_store_get (api->memory, ref->id, &error);
  if (person == NULL)
    aufait_api_reply_memory_error (call, error);
  return person;
}

static gboolean
reads_cadence (AufaitApi *api, const char *text)
{
  int days;

  return aufait_cadence_parse (text, &days);
}

void
aufait_api_handle_set_cadence (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiSetCadence *parameters = in;
  g_autofree char *every = NULL;
  g_autofree char *who =
      aufait_api_split_who (api, parameters->who, parameters->every, reads_cadence, &every);
  g_autoptr (AufaitPerson) person = get_person (api, call, who);
  int days;

  if (person == NULL)
    return;
  if (!aufait_cadence_parse (every, &days)) {
    aufait_api_reply_invalid (call, "every", every,
                              _ ("That is not how often: write it as 3w, “every month”, never "
                                 "or auto"));
    return;
  }
  set_cadence (api, call, person, person->circle, days);
}

void
aufait_api_handle_set_circle (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiSetCircle *parameters = in;
  g_autoptr (AufaitPerson) person = NULL;

  if (!aufait_api_check_circle (call, parameters->circle))
    return;
  person = get_person (api, call, parameters->who);
  if (person != NULL)
    set_cadence (api, call, person, parameters->circle, person->cadence_days);
}

/* --- ListTies -------------------------------------------------------------------------------- */

static const char *const TRENDS[] = {
  [AUFAIT_TIE_STEADY] = "steady",
  [AUFAIT_TIE_CLOSER] = "closer",
  [AUFAIT_TIE_DRIFTING] = "drifting",
};

static JsonObject *
wire_tie (const AufaitAcquaintance *who)
{
  const AufaitTie *tie = &who->tie;
  JsonObject *object = json_object_new ();

  json_object_set_member (object, "person", aufait_wire_person (who->person));
  json_object_set_double_member (object, "strength", tie->strength);
  json_object_set_double_member (object, "mine", tie->mine);
  json_object_set_double_member (object, "theirs", tie->theirs);
  json_object_set_int_member (object, "contactDays", tie->n_days);
  add_day (object, "lastOn", tie->last_on);
  if (tie->usual_gap_days > 0) {
    json_object_set_int_member (object, "usualGapDays", tie->usual_gap_days);
    json_object_set_double_member (object, "regularity", tie->regularity);
  }
  json_object_set_string_member (object, "trend", TRENDS[tie->trend]);
  if (who->period_days > 0)
    json_object_set_int_member (object, "everyDays", who->period_days);
  add_day (object, "nextOn", who->checkin_on);
  return object;
}

/* The strongest; of the dead, and of who is gone meanwhile, nothing is said. NULL: they cannot be
 * read. */
static JsonArray *
list_ties (AufaitApi *api, guint max, GError **error)
{
  AufaitIndex *index = aufait_directory_get_index (api->directory);
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);
  g_autoptr (JsonArray) ties = json_array_new ();
  g_autoptr (GHashTable) dead = NULL;
  g_autoptr (GArray) rows = NULL;

  if (index == NULL)
    return g_steal_pointer (&ties);
  dead = aufait_silence_list (api->directory);
  rows = aufait_tie_store_rank (index, aufait_day_from_date_time (now),
                                max + g_hash_table_size (dead), error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len && json_array_get_length (ties) < max; i++) {
    gint64 person_id = g_array_index (rows, AufaitTieStoreRow, i).person_id;
    g_autoptr (AufaitAcquaintance) who = NULL;

    if (g_hash_table_contains (dead, &person_id))
      continue;
    who = aufait_acquaintance_new (api->directory, person_id, now, NULL);
    if (who != NULL)
      json_array_add_object_element (ties, wire_tie (who));
  }
  return g_steal_pointer (&ties);
}

void
aufait_api_handle_list_ties (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  g_autoptr (GError) error = NULL;
  JsonArray *ties = list_ties (api, read_max (in, TIES_DEFAULT), &error);
  JsonObject *reply = NULL;

  if (ties == NULL) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  reply = aufait_api_new_reply (api);
  json_object_set_array_member (reply, "ties", ties);
  aufait_varlink_call_reply (call, reply);
}

/* --- ListUnsorted, PassOver ------------------------------------------------------------------ */

/* Someone whom a circle may be given. */
typedef struct {
  const AufaitPerson *person;
  double strength;
  gint64 n_notes;
  int n_details; /* kinds of things that are known of them */
} Candidate;

static int
compare_numbers (double left, double right)
{
  return left > right ? -1 : left < right;
}

/* The most likely first; those of whom as much is known stay in the order of their names. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a, *right = b;
  int order = compare_numbers (left->strength, right->strength);

  if (order == 0)
    order = compare_numbers ((double) left->n_notes, (double) right->n_notes);
  if (order == 0)
    order = compare_numbers (left->n_details, right->n_details);
  return order;
}

static int
count_details (const AufaitPerson *person)
{
  return (person->phones[0] != NULL) + (person->emails[0] != NULL) + (person->birthday != NULL);
}

/* Strengths by id. */
static GHashTable *
map_strengths (AufaitApi *api, GError **error)
{
  AufaitIndex *index = aufait_directory_get_index (api->directory);
  GHashTable *strengths = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  AufaitDay today = aufait_api_get_today (api);
  g_autoptr (GArray) rows = NULL;

  if (index == NULL)
    return strengths;
  rows = aufait_tie_store_rank (index, today, G_MAXUINT, error);
  if (rows == NULL) {
    g_hash_table_unref (strengths);
    return NULL;
  }
  for (guint i = 0; i < rows->len; i++) {
    const AufaitTieStoreRow *row = &g_array_index (rows, AufaitTieStoreRow, i);
    AufaitTie tie = aufait_tie_state_read (&row->state, today);

    g_hash_table_insert (strengths, g_memdup2 (&row->person_id, sizeof (gint64)),
                         g_memdup2 (&tie.strength, sizeof (double)));
  }
  return strengths;
}

/* Those without a circle who were not passed over, and are alive. */
static GArray *
list_candidates (AufaitApi *api, const GPtrArray *people, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) rows = aufait_cadence_store_list_candidates (api->memory, error);
  g_autoptr (GHashTable) strengths = rows != NULL ? map_strengths (api, error) : NULL;
  GArray *found = NULL;

  if (strengths == NULL)
    return NULL;
  found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  for (guint i = 0; i < rows->len; i++) {
    AufaitCadenceStoreCandidate *row = &g_array_index (rows, AufaitCadenceStoreCandidate, i);

    if (!row->is_passed_over)
      g_hash_table_insert (by_id, &row->person_id, row);
  }
  for (guint i = 0; i < people->len; i++) {
    const AufaitPerson *person = people->pdata[i];
    const AufaitCadenceStoreCandidate *row = g_hash_table_lookup (by_id, &person->id);
    const double *strength = g_hash_table_lookup (strengths, &person->id);
    Candidate each = { person, strength != NULL ? *strength : 0, 0, count_details (person) };

    if (row == NULL || person->is_dead)
      continue;
    each.n_notes = row->n_notes;
    g_array_append_val (found, each);
  }
  g_array_sort (found, compare_candidates);
  return found;
}

static JsonArray *
wire_candidates (const GArray *candidates, guint max)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < MIN (max, candidates->len); i++) {
    const Candidate *each = &g_array_index (candidates, Candidate, i);
    JsonObject *object = json_object_new ();

    json_object_set_member (object, "person", aufait_wire_person (each->person));
    json_object_set_int_member (object, "notes", each->n_notes);
    json_object_set_double_member (object, "strength", each->strength);
    json_array_add_object_element (array, object);
  }
  return array;
}

void
aufait_api_handle_list_unsorted (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = aufait_directory_list (api->directory, NULL, &error);
  g_autoptr (GArray) candidates = people != NULL ? list_candidates (api, people, &error) : NULL;
  JsonObject *reply = NULL;

  if (candidates == NULL) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  reply = aufait_api_new_reply (api);
  json_object_set_array_member (reply, "candidates",
                                wire_candidates (candidates, read_max (in, CANDIDATES_DEFAULT)));
  json_object_set_int_member (reply, "total", candidates->len);
  aufait_varlink_call_reply (call, reply);
}

static gboolean
keep_passed_over (AufaitApi *api, const char *what, gint64 id, GError **error)
{
  if (!aufait_memory_begin (api->memory, what, error))
    return FALSE;
  return aufait_api_end_command (
      api, aufait_cadence_store_pass_over (api->memory, id, aufait_api_get_today (api), error),
      error);
}

void
aufait_api_handle_pass_over (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiAbout *parameters = in;
  g_autoptr (AufaitPerson) person = get_person (api, call, parameters->who);
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;

  if (person == NULL)
    return;
  /* Translators: %s is a person. */
  what = g_strdup_printf (_ ("passed over %s"), person->name);
  if (!keep_passed_over (api, what, person->id, &error)) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  reply_cadence (api, call, person->id);
  aufait_api_tell_changed (api, what);
}
