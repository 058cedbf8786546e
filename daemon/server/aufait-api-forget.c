/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handler: what is to be forgotten; undo brings it back. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aufait-api-private.h"
#include "aufait-card-match.h"
#include "aufait-card-store.h"
#include "aufait-forget-store.h"
#include "aufait-identity-store.h"
#include "aufait-note-store.h"

typedef struct {
  gint64 note;      /* 0: it is a person */
  gint64 person;    /* 0: it is a note */
  GPtrArray *cards; /* AufaitCard, of the person */
  char *what;       /* in words */
} Oblivion;

static void
clear_oblivion (Oblivion *oblivion)
{
  g_clear_pointer (&oblivion->cards, g_ptr_array_unref);
  g_clear_pointer (&oblivion->what, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Oblivion, clear_oblivion)

/* --- what it is ------------------------------------------------------------------------------ */

/* Larger numbers than any that is given overflow to none. */
static gint64
read_number (const char *ref)
{
  if (*ref == '\0' || strspn (ref, "0123456789") != strlen (ref) || strlen (ref) > 18)
    return 0;
  return g_ascii_strtoll (ref, NULL, 10);
}

static gboolean
is_number (const char *ref)
{
  return *ref != '\0' && strspn (ref, "0123456789") == strlen (ref);
}

static gboolean
find_note (AufaitApi *api, gint64 id, Oblivion *oblivion, GError **error)
{
  g_autoptr (AufaitNote) note = aufait_note_store_get (api->memory, id, error);

  if (note == NULL)
    return FALSE;
  oblivion->note = id;
  oblivion->what = aufait_api_name_note (note->people, note->text);
  return TRUE;
}

static char *
name_person (const char *name, gint64 n_notes)
{
  if (n_notes == 0)
    /* Translators: someone of whom all is forgotten. */
    return g_strdup_printf (_ ("all about %s"), name);
  return g_strdup_printf (
      /* Translators: someone of whom all is forgotten, and the number of notes about them alone. */
      ngettext ("all about %1$s, with %2$d note", "all about %1$s, with %2$d notes",
                (gulong) n_notes),
      name, (int) n_notes);
}

static gboolean
find_person (AufaitApi *api, const AufaitRef *ref, Oblivion *oblivion, GError **error)
{
  AufaitIndex *index = aufait_directory_get_index (api->directory);
  gint64 n_notes;

  oblivion->person = ref->id;
  oblivion->cards =
      index != NULL ? aufait_card_store_list_of_person (index, ref->id, error) : g_ptr_array_new ();
  if (oblivion->cards == NULL ||
      !aufait_forget_store_count_notes (api->memory, ref->id, &n_notes, error))
    return FALSE;
  oblivion->what = name_person (ref->name, n_notes);
  return TRUE;
}

/* --- forgetting ------------------------------------------------------------------------------ */

/* Who stays is called what the cards say. */
static gboolean
forget_person (AufaitApi *api, const Oblivion *oblivion, GError **error)
{
  const char *name = aufait_card_match_pick_name (oblivion->cards);

  return aufait_forget_store_person (api->memory, oblivion->person, name != NULL, error) &&
         (name == NULL ||
          aufait_identity_store_rename (api->memory, oblivion->person, name, error));
}

static gboolean
keep (AufaitApi *api, const Oblivion *oblivion, const char *done, GError **error)
{
  gboolean ok;

  if (!aufait_memory_begin (api->memory, done, error))
    return FALSE;
  ok = oblivion->note != 0 ? aufait_forget_store_note (api->memory, oblivion->note, error)
                           : forget_person (api, oblivion, error);
  if (ok)
    return aufait_memory_commit (api->memory, error);
  aufait_memory_rollback (api->memory);
  return FALSE;
}

static void
forget_and_reply (AufaitApi *api, AufaitVarlinkCall *call, const Oblivion *oblivion)
{
  /* Translators: %s is what was forgotten: "note about Paul: “…”", "all about Paul" */
  g_autofree char *done = g_strdup_printf (_ ("forgotten: %s"), oblivion->what);
  g_autoptr (GError) error = NULL;
  JsonObject *reply = NULL;
  JsonObject *forgotten = NULL;

  if (!keep (api, oblivion, done, &error)) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  aufait_api_take_person (api, 0);
  forgotten = json_object_new ();
  json_object_set_string_member (forgotten, "what", oblivion->what);
  json_object_set_boolean_member (forgotten, "stays",
                                  oblivion->cards != NULL && oblivion->cards->len > 0);
  reply = aufait_api_new_reply (api);
  json_object_set_object_member (reply, "forgotten", forgotten);
  aufait_varlink_call_reply (call, reply);
  aufait_agenda_rediscover (api->agenda);
  aufait_api_tell_changed (api, done);
}

void
aufait_api_handle_forget (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiAnswer *parameters = in;
  g_auto (Oblivion) oblivion = { 0 };
  g_autoptr (AufaitRef) ref = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found;

  if (is_number (parameters->ref)) {
    found = find_note (api, read_number (parameters->ref), &oblivion, &error);
  } else {
    ref = aufait_api_resolve (api, call, parameters->ref);
    if (ref == NULL)
      return;
    found = find_person (api, ref, &oblivion, &error);
  }
  if (found)
    forget_and_reply (api, call, &oblivion);
  else
    aufait_api_reply_memory_error (call, error);
}
