/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handlers: what is due, and the answers to it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-api-private.h"
#include "aufait-contract.h"
#include "aufait-nudge-store.h"
#include "aufait-rule.h"
#include "aufait-when.h"
#include "aufait-wire.h"

#define NEXT_LISTED  5
#define EVENING_SECS (18 * 3600)

static GDateTime *
find_end_of_day (AufaitDay day, GTimeZone *zone)
{
  g_autoptr (GDateTime) midnight = aufait_day_at (day + 1, 0, zone);

  return g_date_time_add_seconds (midnight, -1);
}

/* --- Today, ListNudges ----------------------------------------------------------------------- */

/* Whether it asks about something that is not over yet: "what did Claire tell you?" before the
 * lunch with her. */
static gboolean
is_too_early (const AufaitNudge *nudge, GDateTime *now)
{
  const AufaitRule *rule = aufait_rules_find (nudge->kind);

  return rule != NULL && rule->is_after && g_date_time_compare (nudge->at, now) > 0;
}

/* Whether it is of the day that ends with @evening, or of a day before it. */
static gboolean
is_due (const AufaitNudge *nudge, GDateTime *now, GDateTime *evening)
{
  if (nudge->state == AUFAIT_NUDGE_SHOWN)
    return TRUE;
  if (nudge->state == AUFAIT_NUDGE_WAITING && (nudge->is_rider || is_too_early (nudge, now)))
    return FALSE;
  return g_date_time_compare (nudge->at, evening) <= 0;
}

/* What is of today is fresh, and stands before what has been left unanswered, the newest of which
 * comes first. @due is by instant. */
static GPtrArray *
put_fresh_first (const GPtrArray *due, AufaitDay today)
{
  GPtrArray *sorted = g_ptr_array_sized_new (due->len);
  guint n_old = 0;

  for (guint i = 0; i < due->len; i++)
    if (aufait_day_from_date_time (((AufaitNudge *) due->pdata[i])->at) < today)
      n_old++;
    else
      g_ptr_array_add (sorted, due->pdata[i]);
  for (guint i = n_old; i > 0; i--)
    g_ptr_array_add (sorted, due->pdata[i - 1]);
  return sorted;
}

void
aufait_api_handle_today (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);
  AufaitDay today = aufait_day_from_date_time (now);
  g_autoptr (GDateTime) evening = find_end_of_day (today, g_date_time_get_timezone (now));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) open = aufait_agenda_list_next (api->agenda, today, NEXT_LISTED, &error);
  g_autoptr (GPtrArray) due = g_ptr_array_new ();
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (GPtrArray) next = g_ptr_array_new ();
  g_autoptr (GPtrArray) events =
      open != NULL ? aufait_api_list_events (api, today, today, 0, &error) : NULL;
  JsonObject *reply = NULL;

  if (events == NULL) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  for (guint i = 0; i < open->len; i++) {
    AufaitNudge *nudge = g_ptr_array_index (open, i);

    if (is_due (nudge, now, evening))
      g_ptr_array_add (due, nudge);
    else if (!nudge->is_rider && next->len < NEXT_LISTED)
      g_ptr_array_add (next, nudge);
  }
  sorted = put_fresh_first (due, today);
  reply = aufait_api_new_reply (api);
  json_object_set_member (reply, "nudges",
                          aufait_wire_array (sorted, (AufaitWireFunc) aufait_wire_nudge));
  json_object_set_member (reply, "events", aufait_api_wire_events (api, events));
  json_object_set_member (reply, "next",
                          aufait_wire_array (next, (AufaitWireFunc) aufait_wire_nudge));
  aufait_varlink_call_reply (call, reply);
}

/* What “until” means; FALSE when an error was replied. */
static gboolean
read_until (
    AufaitApi *api, AufaitVarlinkCall *call, const char *text, GDateTime *now, AufaitWhen *ret_when)
{
  gboolean month_first = aufait_agenda_get_settings (api->agenda)->month_first;

  if (aufait_when_parse (text, now, month_first, ret_when))
    return TRUE;
  aufait_api_reply_invalid (call, "until", text,
                            _ ("That is no moment: write it as 2026-08-21, “2026-08-21 18:00”, "
                               "18:00, “tomorrow”, “friday” or 3d"));
  return FALSE;
}

/* The last instant of a list; in @ret_understood that moment as it was said, a day or an instant.
 * NULL when an error was replied. */
static GDateTime *
read_last (AufaitApi *api, AufaitVarlinkCall *call, const char *text, char **ret_understood)
{
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);
  GTimeZone *zone = g_date_time_get_timezone (now);
  GDateTime *last = NULL;
  AufaitWhen when;

  if (!read_until (api, call, text, now, &when))
    return NULL;
  if (when.secs < 0) {
    *ret_understood = aufait_day_format (when.day);
    return find_end_of_day (when.day, zone);
  }
  last = aufait_day_at (when.day, when.secs, zone);
  *ret_understood = aufait_wire_dup_instant (last);
  return last;
}

void
aufait_api_handle_list_nudges (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiListNudges *parameters = in;
  g_autoptr (GDateTime) until = NULL;
  g_autofree char *understood = NULL;
  g_autoptr (GPtrArray) nudges = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *reply = NULL;

  if (parameters->until != NULL) {
    until = read_last (api, call, parameters->until, &understood);
    if (until == NULL)
      return;
  }
  nudges = aufait_agenda_list (api->agenda, until, parameters->all, &error);
  if (nudges == NULL) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  reply = aufait_api_new_reply (api);
  json_object_set_member (reply, "nudges",
                          aufait_wire_array (nudges, (AufaitWireFunc) aufait_wire_nudge));
  if (understood != NULL)
    json_object_set_string_member (reply, "until", understood);
  aufait_varlink_call_reply (call, reply);
}

/* --- which one ------------------------------------------------------------------------------- */

static void
reply_no_nudge (AufaitVarlinkCall *call, const char *ref)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *message = g_strdup_printf (_ ("There is no nudge “%s”"), ref);

  aufait_api_reply_unknown (call, ref, none, message);
}

static void
reply_nothing_open (AufaitVarlinkCall *call, const AufaitRef *person)
{
  /* Translators: the name of a person. */
  g_autofree char *message = g_strdup_printf (_ ("There is no nudge about %s"), person->name);

  aufait_api_reply_refused (call, message);
}

static void
reply_which_nudge (AufaitVarlinkCall *call, const char *ref, GPtrArray *nudges)
{
  g_autofree char *message =
      g_strdup_printf (_ ("“%s” has several nudges: say which one by its number"), ref);
  JsonObject *parameters = json_object_new ();

  json_object_set_string_member (parameters, "name", ref);
  json_object_set_member (parameters, "nudges",
                          aufait_wire_array (nudges, (AufaitWireFunc) aufait_wire_nudge));
  json_object_set_string_member (parameters, "message", message);
  aufait_varlink_call_reply_error (call, AUFAIT_ERROR_SEVERAL_NUDGES, parameters);
}

/* Of a person's open nudges those that are due today, or all of them when none is. */
static GPtrArray *
prefer_due (AufaitApi *api, GPtrArray *open)
{
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);
  g_autoptr (GDateTime) evening =
      find_end_of_day (aufait_day_from_date_time (now), g_date_time_get_timezone (now));
  g_autoptr (GPtrArray) due = g_ptr_array_new ();

  for (guint i = 0; i < open->len; i++)
    if (is_due (g_ptr_array_index (open, i), now, evening))
      g_ptr_array_add (due, g_ptr_array_index (open, i));
  return due->len > 0 ? g_steal_pointer (&due) : g_ptr_array_ref (open);
}

/* The nudge of the person whom @ref names; 0 when an error was replied. */
static gint64
find_of_person (AufaitApi *api, AufaitVarlinkCall *call, const char *ref)
{
  g_autoptr (AufaitRef) person = aufait_api_resolve (api, call, ref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) theirs = NULL;

  if (person == NULL)
    return 0;
  open = aufait_agenda_list_of (api->agenda, person->id, &error);
  if (open == NULL) {
    aufait_api_reply_memory_error (call, error);
    return 0;
  }
  theirs = prefer_due (api, open);
  if (theirs->len == 1)
    return ((AufaitNudge *) g_ptr_array_index (theirs, 0))->id;
  if (theirs->len == 0)
    reply_nothing_open (call, person);
  else
    reply_which_nudge (call, ref, theirs);
  return 0;
}

/* The nudge of that number; 0 when an error was replied. */
static gint64
find_by_number (AufaitApi *api, AufaitVarlinkCall *call, const char *ref, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitNudgeRecord) record = aufait_nudge_store_get (api->memory, id, &error);

  if (record != NULL)
    return id;
  if (g_error_matches (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND))
    reply_no_nudge (call, ref);
  else
    aufait_api_reply_memory_error (call, error);
  return 0;
}

gint64
aufait_api_find_nudge (AufaitApi *api, AufaitVarlinkCall *call, const char *ref)
{
  guint64 id;

  if (g_ascii_string_to_unsigned (ref, 10, 1, G_MAXINT64, &id, NULL))
    return find_by_number (api, call, ref, (gint64) id);
  return find_of_person (api, call, ref);
}

/* --- Done, Drop, Snooze ---------------------------------------------------------------------- */

static void
answer (
    AufaitApi *api, AufaitVarlinkCall *call, gint64 id, AufaitNudgeState state, GDateTime *until)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitNudge) nudge = aufait_agenda_answer (api->agenda, id, state, until, &error);
  JsonObject *reply = NULL;

  if (nudge == NULL) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  reply = aufait_api_new_reply (api);
  json_object_set_member (reply, "nudge", aufait_wire_nudge (nudge));
  aufait_varlink_call_reply (call, reply);
}

static void
close_nudge (AufaitVarlinkCall *call, const char *ref, AufaitNudgeState state, AufaitApi *api)
{
  gint64 id = aufait_api_find_nudge (api, call, ref);

  if (id != 0)
    answer (api, call, id, state, NULL);
}

void
aufait_api_handle_done (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  close_nudge (call, ((const AufaitApiAnswer *) in)->ref, AUFAIT_NUDGE_DONE, user_data);
}

void
aufait_api_handle_drop (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  close_nudge (call, ((const AufaitApiAnswer *) in)->ref, AUFAIT_NUDGE_DROPPED, user_data);
}

/* "Tonight" is a day without a time, whose usual time is past: the evening is meant. Takes @asked.
 */
static GDateTime *
move_to_evening (GDateTime *asked, GDateTime *now, const AufaitSettings *settings)
{
  g_autoptr (GDateTime) at = asked;
  AufaitDay today = aufait_day_from_date_time (now);
  g_autoptr (GDateTime) usual =
      aufait_day_at (today, settings->at_secs, g_date_time_get_timezone (now));

  if (g_date_time_compare (at, now) > 0 || g_date_time_compare (at, usual) != 0)
    return g_steal_pointer (&at);
  return aufait_day_at (today, EVENING_SECS, g_date_time_get_timezone (now));
}

static gboolean
reads_moment (AufaitApi *api, const char *text)
{
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);
  AufaitWhen when;

  return aufait_when_parse (text, now, aufait_agenda_get_settings (api->agenda)->month_first,
                            &when);
}

void
aufait_api_handle_snooze (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiAnswer *parameters = in;
  const AufaitSettings *settings = aufait_agenda_get_settings (api->agenda);
  g_autofree char *wanted = NULL;
  g_autofree char *ref =
      aufait_api_split_who (api, parameters->ref, parameters->until, reads_moment, &wanted);
  gint64 id = aufait_api_find_nudge (api, call, ref);
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);
  g_autoptr (GDateTime) asked = NULL;
  g_autoptr (GDateTime) until = NULL;
  AufaitWhen when;

  if (id == 0 || !read_until (api, call, wanted, now, &when))
    return;
  asked = aufait_day_at (when.day, when.secs >= 0 ? when.secs : settings->at_secs,
                         g_date_time_get_timezone (now));
  asked = move_to_evening (g_steal_pointer (&asked), now, settings);
  if (g_date_time_compare (asked, now) <= 0) {
    aufait_api_reply_invalid (call, "until", wanted, _ ("That moment is past"));
    return;
  }
  /* Not in quiet hours; the reply says which moment it is. */
  until = aufait_hours_next (settings->hours, asked);
  answer (api, call, id, AUFAIT_NUDGE_SNOOZED, until);
}
