/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handlers: what is told, and taking it back. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aufait-api-private.h"
#include "aufait-contact-store.h"
#include "aufait-contract.h"
#include "aufait-note-store.h"
#include "aufait-person-store.h"
#include "aufait-sentence.h"
#include "aufait-text.h"
#include "aufait-told-day.h"
#include "aufait-when.h"
#include "aufait-wire.h"

/* How much of a note names it. */
#define NAMED_CHARS 60

/* --- reading --------------------------------------------------------------------------------- */

/* The note that @text is, read as on the day @on. Takes a copy of @people. */
static AufaitNote *
read_note (AufaitApi *api, const char *text, AufaitDay on, GPtrArray *people)
{
  gboolean month_first = aufait_agenda_get_settings (api->agenda)->month_first;
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);
  AufaitNote *note = aufait_note_new (on, text);
  AufaitMeaning *meaning = NULL;

  note->at = g_date_time_to_unix (now);
  for (guint i = 0; i < people->len; i++) {
    const AufaitRef *ref = g_ptr_array_index (people, i);

    g_ptr_array_add (note->people, aufait_ref_new (ref->id, ref->name));
  }
  meaning = aufait_sentence_read_note (note, month_first);
  aufait_meaning_free (note->meaning);
  note->meaning = meaning;
  return note;
}

/* The names of @people, for undo and for those who watch. */
static char *
list_names (GPtrArray *people)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++) {
    const AufaitRef *ref = g_ptr_array_index (people, i);

    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", ref->name);
  }
  return g_strdup (list->str);
}

/* A note, for undo: whom it is about, and how it begins. */
static char *
name_note (const char *names, const char *text)
{
  g_autofree char *start = aufait_text_clean (text, NAMED_CHARS);

  /* Translators: the names of people, and the first words of a note. */
  return g_strdup_printf (_ ("note about %s: “%s”"), names, start);
}

char *
aufait_api_name_note (GPtrArray *people, const char *text)
{
  g_autofree char *names = list_names (people);

  return name_note (names, text);
}

/* --- keeping --------------------------------------------------------------------------------- */

/* What a command keeps, and what comes of it. */
typedef struct {
  const char *what;       /* for undo */
  AufaitNote *note;       /* NULL: none */
  AufaitContact *contact; /* NULL: none */
  GPtrArray *nudges;      /* AufaitNudge: what comes of the note */
  GPtrArray *closed;      /* AufaitNudge: what it makes needless */
} Keeping;

static void
clear_keeping (Keeping *keeping)
{
  g_clear_pointer (&keeping->nudges, g_ptr_array_unref);
  g_clear_pointer (&keeping->closed, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keeping, clear_keeping)

static gboolean
keep_within (AufaitApi *api, Keeping *keeping, GError **error)
{
  if (keeping->contact != NULL && !aufait_contact_store_add (api->memory, keeping->contact, error))
    return FALSE;
  if (keeping->note == NULL) {
    keeping->nudges = g_ptr_array_new ();
    return TRUE;
  }
  if (!aufait_note_store_add (api->memory, keeping->note, AUFAIT_SENTENCE_VERSION, error))
    return FALSE;
  keeping->nudges = aufait_agenda_plan_note (api->agenda, keeping->note, keeping->closed, error);
  return keeping->nudges != NULL;
}

/* All or nothing. */
static gboolean
keep (AufaitApi *api, Keeping *keeping, GError **error)
{
  keeping->closed = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_free);
  if (!aufait_memory_begin (api->memory, keeping->what, error))
    return FALSE;
  return aufait_api_end_command (api, keep_within (api, keeping, error), error);
}

static JsonObject *
make_reply (AufaitApi *api, const Keeping *keeping)
{
  JsonObject *reply = aufait_api_new_reply (api);

  if (keeping->contact != NULL)
    json_object_set_member (reply, "contact", aufait_wire_contact (keeping->contact));
  if (keeping->note != NULL)
    json_object_set_member (reply, "note", aufait_wire_note (keeping->note));
  json_object_set_member (reply, "nudges",
                          aufait_wire_array (keeping->nudges, (AufaitWireFunc) aufait_wire_nudge));
  if (keeping->closed->len > 0)
    json_object_set_member (
        reply, "closed", aufait_wire_array (keeping->closed, (AufaitWireFunc) aufait_wire_nudge));
  return reply;
}

/* Keeps both and answers the call. */
static void
keep_and_reply (AufaitApi *api,
                AufaitVarlinkCall *call,
                const char *what,
                AufaitNote *note,
                AufaitContact *contact)
{
  g_auto (Keeping) keeping = { .what = what, .note = note, .contact = contact };
  g_autoptr (GError) error = NULL;

  if (!keep (api, &keeping, &error)) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  aufait_varlink_call_reply (call, make_reply (api, &keeping));
  if (contact != NULL && api->keeper != NULL)
    aufait_tie_keeper_take_contact (api->keeper, contact);
  aufait_agenda_refresh_soon (api->agenda);
  aufait_api_tell_changed (api, what);
}

/* --- AddNote --------------------------------------------------------------------------------- */

void
aufait_api_handle_add_note (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiAddNote *parameters = in;
  g_autofree char *text = NULL;
  g_autofree char *what = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (AufaitNote) note = NULL;

  people = aufait_api_find_named (api, call, parameters, &text);
  if (people == NULL)
    return;
  g_strstrip (text);
  if (*text == '\0') {
    aufait_api_reply_invalid (call, "text", "", _ ("A note needs words"));
    return;
  }
  /* With its first word it may be longer than each of the parameters. */
  if (strlen (text) > AUFAIT_TEXT_MAX) {
    aufait_varlink_call_reply_invalid_parameter (call, "text");
    return;
  }
  what = aufait_api_name_note (people, text);
  note = read_note (api, text, aufait_api_get_today (api), people);
  keep_and_reply (api, call, what, note, NULL);
}

gboolean
aufait_api_note (AufaitApi *api, gint64 person_id, const char *text, GError **error)
{
  g_autofree char *what = NULL;
  g_autofree char *words = g_strstrip (g_strdup (text));
  g_autoptr (AufaitPerson) person = NULL;
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_ref_free);
  g_auto (Keeping) keeping = { 0 };
  g_autoptr (AufaitNote) note = NULL;

  if (*words == '\0')
    return TRUE;
  person = aufait_person_store_get (api->memory, person_id, error);
  if (person == NULL)
    return FALSE;
  g_ptr_array_add (people, aufait_ref_new (person->id, person->name));
  what = name_note (person->name, words);
  note = read_note (api, words, aufait_api_get_today (api), people);
  keeping.what = what;
  keeping.note = note;
  if (!keep (api, &keeping, error))
    return FALSE;
  aufait_agenda_refresh (api->agenda);
  aufait_api_tell_changed (api, what);
  return TRUE;
}

/* --- AddContact ------------------------------------------------------------------------------ */

/* The day of a contact; AUFAIT_DAY_NONE when an error was replied. */
static AufaitDay
read_contact_day (AufaitApi *api, AufaitVarlinkCall *call, const char *on)
{
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);
  gboolean month_first = aufait_agenda_get_settings (api->agenda)->month_first;
  AufaitWhen when;

  if (on == NULL)
    return aufait_day_from_date_time (now);
  /* “3d” looks ahead only. */
  if (!aufait_when_parse_past (on, now, month_first, &when) &&
      !aufait_when_parse (on, now, month_first, &when)) {
    aufait_api_reply_invalid (call, "on", on,
                              _ ("That is no day: write it as 2026-08-21, “yesterday” or "
                                 "“friday”"));
    return AUFAIT_DAY_NONE;
  }
  if (when.day > aufait_day_from_date_time (now)) {
    aufait_api_reply_invalid (call, "on", on, _ ("That day is still to come"));
    return AUFAIT_DAY_NONE;
  }
  return when.day;
}

static gboolean
is_number (const char *word)
{
  return *word != '\0' && strspn (word, "0123456789") == strlen (word);
}

static gboolean
has_words (const char *text)
{
  g_autofree char *words = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return words != NULL && *words != '\0';
}

/* "met paul yesterday": words that are a day and nothing else. */
static gboolean
names_past_day (AufaitApi *api, const char *text)
{
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);
  AufaitWhen when;

  return has_words (text) && !is_number (text) &&
         aufait_when_parse_past (text, now, aufait_agenda_get_settings (api->agenda)->month_first,
                                 &when) &&
         when.secs < 0 && when.day <= aufait_day_from_date_time (now);
}

static gboolean
has_moment (const AufaitNote *note, AufaitMomentKind kind)
{
  for (guint i = 0; i < note->meaning->moments->len; i++)
    if (((const AufaitMoment *) g_ptr_array_index (note->meaning->moments, i))->kind == kind)
      return TRUE;
  return FALSE;
}

/* "yesterday he leaves for Rome from 3 to 8 August": nobody left yesterday. So without its day the
 * note has as many kinds of moments, and fewer moments. */
static gboolean
is_clearer (const AufaitNote *rest, const AufaitNote *whole)
{
  const GPtrArray *moments = whole->meaning->moments;

  for (guint i = 0; i < moments->len; i++)
    if (!has_moment (rest, ((const AufaitMoment *) g_ptr_array_index (moments, i))->kind))
      return FALSE;
  return rest->meaning->moments->len < moments->len;
}

/* The note that goes with a contact, written on @on; and as @io_day the day of the contact where
 * that is none yet and @text tells it: "yesterday he was tired". It is a note of today all the
 * same, so that its "yesterday" and "tomorrow" stay what they are. */
static AufaitNote *
read_contact_note (
    AufaitApi *api, const char *text, AufaitDay on, GPtrArray *people, AufaitDay *io_day)
{
  gboolean month_first = aufait_agenda_get_settings (api->agenda)->month_first;
  g_autoptr (AufaitNote) note = read_note (api, text, on, people);
  g_autoptr (AufaitNote) shorter = NULL;
  const char *rest = NULL;

  if (*io_day != AUFAIT_DAY_NONE)
    return g_steal_pointer (&note);
  *io_day = aufait_told_day_find (text, on, month_first, &rest);
  if (rest == NULL || *rest == '\0')
    return g_steal_pointer (&note);
  shorter = read_note (api, rest, on, people);
  return is_clearer (shorter, note) ? g_steal_pointer (&shorter) : g_steal_pointer (&note);
}

void
aufait_api_handle_add_contact (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiAddContact *parameters = in;
  int how = aufait_contact_how_from_string (parameters->how);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (AufaitContact) contact = NULL;
  g_autoptr (AufaitNote) note = NULL;
  g_autofree char *text = NULL;
  g_autofree char *names = NULL;
  g_autofree char *what = NULL;
  gboolean is_day;
  AufaitDay on, told = AUFAIT_DAY_NONE;

  if (how < 0 || how == AUFAIT_CONTACT_EVENT) {
    aufait_api_reply_invalid (call, "how", parameters->how,
                              _ ("A contact is met, called or wrote"));
    return;
  }
  people = aufait_api_find_met (api, call, parameters, &text);
  if (people == NULL)
    return;
  is_day = parameters->on == NULL && names_past_day (api, text);
  on = read_contact_day (api, call, is_day ? text : parameters->on);
  if (on == AUFAIT_DAY_NONE)
    return;
  if (parameters->on != NULL)
    told = on;
  if (!is_day && has_words (text))
    note = read_contact_note (api, text, on, people, &told);
  contact = aufait_contact_new (how, told != AUFAIT_DAY_NONE ? told : on);
  contact->is_from_them = parameters->from_them;
  names = list_names (people);
  /* Translators: the name of a person, or several. */
  what = g_strdup_printf (_ ("contact with %s"), names);
  g_ptr_array_extend_and_steal (contact->people, g_steal_pointer (&people));
  keep_and_reply (api, call, what, note, contact);
}

/* --- Undo ------------------------------------------------------------------------------------ */

/* A contact may have been taken back: whose, nobody tells. */
static void
take_undone (AufaitApi *api, const GArray *people)
{
  if (api->keeper != NULL)
    aufait_tie_keeper_take_person (api->keeper, 0);
  for (guint i = 0; i < people->len; i++)
    aufait_api_take_names (api, g_array_index (people, gint64, i));
}

void
aufait_api_handle_undo (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) people = NULL;
  g_autofree char *what = NULL;
  g_autofree char *told = NULL;
  JsonObject *reply = NULL;
  JsonObject *undone = NULL;

  /* What people were called until now tells what has to be looked at. */
  if (aufait_api_get_names (api, call) == NULL)
    return;
  if (!aufait_memory_undo_with_people (api->memory, &what, &people, &error)) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  take_undone (api, people);
  undone = json_object_new ();
  json_object_set_string_member (undone, "what", what);
  reply = aufait_api_new_reply (api);
  json_object_set_object_member (reply, "undone", undone);
  aufait_varlink_call_reply (call, reply);
  /* A note that told the same again now has to speak for itself. */
  aufait_agenda_rediscover (api->agenda);
  told = g_strdup_printf (_ ("taken back: %s"), what);
  aufait_api_tell_changed (api, told);
}
