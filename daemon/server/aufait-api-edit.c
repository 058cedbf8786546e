/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handler: what is known of someone is corrected. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-api-private.h"
#include "aufait-card-store.h"
#include "aufait-contract.h"
#include "aufait-index-file-store.h"
#include "aufait-person-store.h"
#include "aufait-text.h"
#include "aufait-wire.h"

/* Takes a birthday away. */
#define NONE "none"

typedef struct {
  AufaitApi *api;
  AufaitVarlinkCall *call;
  const AufaitApiEditPerson *in;
  AufaitPerson *person; /* as the memory has it; changed */
  AufaitPerson *whole;  /* with what cards say */
} Edit;

/* The lists of a person that can be added to, and what is added. */
typedef struct {
  GStrv *values;
  GStrv whole;
  const char **more;
} List;

#define N_LISTS 4

static void
get_lists (const Edit *edit, List lists[N_LISTS])
{
  AufaitPerson *person = edit->person, *whole = edit->whole;
  const AufaitApiAddPerson *more = &edit->in->more;

  lists[0] = (List){ &person->nicknames, whole->nicknames, more->nicknames };
  lists[1] = (List){ &person->emails, whole->emails, more->emails };
  lists[2] = (List){ &person->phones, whole->phones, more->phones };
  lists[3] = (List){ &person->places, whole->places, more->places };
}

/* -1: it is not there. */
static int
find_folded (GStrv values, const char *value)
{
  g_autofree char *folded = aufait_text_fold (value);

  for (int i = 0; values[i] != NULL; i++) {
    g_autofree char *other = aufait_text_fold (values[i]);

    if (g_str_equal (other, folded))
      return i;
  }
  return -1;
}

/* --- more ------------------------------------------------------------------------------------ */

static void
add_value (GStrv *values, const char *value)
{
  g_autofree char *clean = aufait_text_clean (value, AUFAIT_NAME_MAX);
  guint n_values = g_strv_length (*values);

  if (*clean == '\0' || find_folded (*values, clean) >= 0)
    return;
  *values = g_renew (char *, *values, n_values + 2);
  (*values)[n_values] = g_steal_pointer (&clean);
  (*values)[n_values + 1] = NULL;
}

static void
add_values (const Edit *edit)
{
  List lists[N_LISTS];

  get_lists (edit, lists);
  for (guint i = 0; i < N_LISTS; i++) {
    for (guint n = 0; lists[i].more[n] != NULL; n++)
      add_value (lists[i].values, lists[i].more[n]);
  }
}

/* --- less ------------------------------------------------------------------------------------ */

static gboolean
has_value (const AufaitCard *card, const char *value)
{
  return g_strcmp0 (card->birthday, value) == 0 || find_folded (card->nicknames, value) >= 0 ||
         find_folded (card->emails, value) >= 0 || find_folded (card->phones, value) >= 0 ||
         find_folded (card->places, value) >= 0;
}

/* The file with the card on which @value stands, fit to be shown. NULL: it is not known. */
static char *
find_card_file (const Edit *edit, const char *value)
{
  AufaitIndex *index = aufait_directory_get_index (edit->api->directory);
  g_autoptr (GPtrArray) cards =
      index != NULL ? aufait_card_store_list_of_person (index, edit->person->id, NULL) : NULL;

  for (guint i = 0; cards != NULL && i < cards->len; i++) {
    const AufaitCard *card = cards->pdata[i];
    g_autofree char *path =
        has_value (card, value) ? aufait_index_file_store_dup_path (index, card->id, NULL) : NULL;

    if (path != NULL)
      return g_filename_display_name (path);
  }
  return NULL;
}

static void
reply_of_card (const Edit *edit, const char *value)
{
  g_autofree char *file = find_card_file (edit, value);
  g_autofree char *message = NULL;

  if (file != NULL)
    /* Translators: an address, a number, a name, a place or a birthday; and a file */
    message = g_strdup_printf (_ ("“%s” stands on a card, in %s, and cards are never changed: take "
                                  "it away in the address book"),
                               value, file);
  else
    /* Translators: %s is an address, a number, a name, a place or a birthday */
    message =
        g_strdup_printf (_ ("“%s” stands on a card, and cards are never changed: take it away "
                            "in the address book"),
                         value);
  aufait_api_reply_refused (edit->call, message);
}

static void
remove_at (GStrv values, int i)
{
  g_free (values[i]);
  for (; values[i] != NULL; i++)
    values[i] = values[i + 1];
}

/* FALSE when an error was replied. */
static gboolean
remove_value (const Edit *edit, const char *value)
{
  gboolean is_of_card = FALSE, is_removed = FALSE;
  List lists[N_LISTS];

  get_lists (edit, lists);
  for (guint i = 0; i < N_LISTS; i++) {
    int at = find_folded (*lists[i].values, value);

    if (at >= 0)
      remove_at (*lists[i].values, at);
    is_removed |= at >= 0;
    is_of_card |= find_folded (lists[i].whole, value) >= 0;
  }
  if (is_removed)
    return TRUE;
  if (is_of_card)
    reply_of_card (edit, value);
  else
    aufait_api_reply_invalid (edit->call, "remove", value,
                              _ ("No nickname, address, number or place is written like that"));
  return FALSE;
}

static gboolean
remove_values (const Edit *edit)
{
  for (guint i = 0; edit->in->remove[i] != NULL; i++) {
    if (!remove_value (edit, edit->in->remove[i]))
      return FALSE;
  }
  return TRUE;
}

/* --- one value ------------------------------------------------------------------------------- */

static gboolean
set_birthday (const Edit *edit)
{
  const char *text = edit->in->more.birthday;
  char *birthday = NULL;

  if (text == NULL)
    return TRUE;
  if (g_str_equal (text, NONE)) {
    if (edit->person->birthday == NULL && edit->whole->birthday != NULL) {
      reply_of_card (edit, edit->whole->birthday);
      return FALSE;
    }
  } else {
    birthday = aufait_api_read_birthday (edit->api, edit->call, text);
    if (birthday == NULL)
      return FALSE;
  }
  g_free (edit->person->birthday);
  edit->person->birthday = birthday;
  return TRUE;
}

static gboolean
set_privacy (const Edit *edit)
{
  if (edit->in->more.is_private && edit->in->is_public) {
    aufait_api_reply_invalid (edit->call, "public", "", _ ("Nobody is private and public at once"));
    return FALSE;
  }
  edit->person->is_private =
      (edit->person->is_private || edit->in->more.is_private) && !edit->in->is_public;
  return TRUE;
}

static gboolean
set_silence (const Edit *edit)
{
  if (edit->in->is_silent && edit->in->is_again) {
    aufait_api_reply_invalid (edit->call, "again", "",
                              _ ("Nobody is left in peace and brought up at once"));
    return FALSE;
  }
  edit->person->is_silent = (edit->person->is_silent || edit->in->is_silent) && !edit->in->is_again;
  return TRUE;
}

/* --- EditPerson ------------------------------------------------------------------------------ */

static gboolean
is_empty (const AufaitApiEditPerson *in)
{
  const AufaitApiAddPerson *more = &in->more;

  return more->name == NULL && more->nicknames[0] == NULL && more->emails[0] == NULL &&
         more->phones[0] == NULL && more->places[0] == NULL && more->birthday == NULL &&
         in->remove[0] == NULL && !more->is_private && !in->is_public && !in->is_silent &&
         !in->is_again;
}

/* FALSE when an error was replied. */
static gboolean
change (const Edit *edit)
{
  const AufaitApiAddPerson *more = &edit->in->more;
  g_autofree char *name =
      more->name != NULL ? aufait_text_clean (more->name, AUFAIT_NAME_MAX) : NULL;

  if (!aufait_api_check_person (edit->call, more, name) ||
      !aufait_api_check_distinct (edit->api, edit->call, more, name, edit->person->id) ||
      !set_birthday (edit) || !set_privacy (edit) || !set_silence (edit) || !remove_values (edit))
    return FALSE;
  if (name != NULL) {
    g_free (edit->person->name);
    edit->person->name = g_steal_pointer (&name);
  }
  add_values (edit);
  return TRUE;
}

static gboolean
keep (AufaitApi *api, const AufaitPerson *person, const char *what, GError **error)
{
  if (!aufait_memory_begin (api->memory, what, error))
    return FALSE;
  if (aufait_person_store_update (api->memory, person, error))
    return aufait_memory_commit (api->memory, error);
  aufait_memory_rollback (api->memory);
  return FALSE;
}

/* The person as they are known now; and where the birthday stands that is not gone. */
static void
reply_edited (const Edit *edit)
{
  const char *birthday = edit->in->more.birthday;
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitPerson) now =
      aufait_directory_get (edit->api->directory, edit->person->id, &error);
  g_autofree char *file = NULL;
  JsonObject *reply = NULL;

  if (now == NULL) {
    aufait_api_reply_memory_error (edit->call, error);
    return;
  }
  reply = aufait_api_new_reply (edit->api);
  json_object_set_member (reply, "person", aufait_wire_person (now));
  if (g_strcmp0 (birthday, NONE) == 0 && now->birthday != NULL)
    file = find_card_file (edit, now->birthday);
  if (file != NULL)
    json_object_set_string_member (reply, "birthdayIn", file);
  aufait_varlink_call_reply (edit->call, reply);
}

static void
edit_person (AufaitApi *api, AufaitVarlinkCall *call, const AufaitApiEditPerson *in, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitPerson) person = aufait_person_store_get (api->memory, id, &error);
  g_autoptr (AufaitPerson) whole =
      person != NULL ? aufait_directory_get (api->directory, id, &error) : NULL;
  Edit edit = { api, call, in, person, whole };
  g_autofree char *what = NULL;

  if (whole == NULL) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  if (!change (&edit))
    return;
  /* Translators: the name of a person; it is said what was done, or taken back. */
  what = g_strdup_printf (_ ("changed %s"), person->name);
  if (!keep (api, person, what, &error)) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  aufait_api_take_person (api, id);
  aufait_agenda_rediscover (api->agenda);
  aufait_api_tell_changed (api, what);
  reply_edited (&edit);
}

void
aufait_api_handle_edit_person (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiEditPerson *parameters = in;
  g_autoptr (AufaitRef) ref = NULL;

  if (is_empty (parameters)) {
    aufait_api_reply_refused (call, _ ("There is nothing to change: say what"));
    return;
  }
  ref = aufait_api_resolve (api, call, parameters->who);
  if (ref != NULL)
    edit_person (api, call, parameters, ref->id);
}
