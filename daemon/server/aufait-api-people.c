/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handlers: people, and what is known about them. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aufait-api-private.h"
#include "aufait-birthday.h"
#include "aufait-contract.h"
#include "aufait-encounters.h"
#include "aufait-note-store.h"
#include "aufait-person-store.h"
#include "aufait-retraction.h"
#include "aufait-text.h"
#include "aufait-wire.h"

#define ABOUT_NOTES    20
#define ABOUT_CONTACTS 10
#define ABOUT_EVENTS   3
#define FOUND_NOTES    50
#define FOUND_PEOPLE   50

/* --- AddPerson ------------------------------------------------------------------------------- */

static gboolean
is_email (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at != text && at[1] != '\0' && strchr (at + 1, '@') == NULL &&
         strpbrk (text, " \t\r\n<>,;") == NULL;
}

static gboolean
has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

gboolean
aufait_api_check_person (AufaitVarlinkCall *call, const AufaitApiAddPerson *in, const char *name)
{
  if (name != NULL && !has_letter (name)) {
    aufait_api_reply_invalid (call, "name", in->name, _ ("A person needs a name"));
    return FALSE;
  }
  for (guint i = 0; in->emails[i] != NULL; i++)
    if (!is_email (in->emails[i])) {
      aufait_api_reply_invalid (
          call, "emails", in->emails[i],
          _ ("That is not an e-mail address: write it as “name@example.org”"));
      return FALSE;
    }
  return aufait_api_check_circle (call, in->circle);
}

char *
aufait_api_read_birthday (AufaitApi *api, AufaitVarlinkCall *call, const char *text)
{
  char *birthday = aufait_birthday_read (text, aufait_api_get_today (api),
                                         aufait_agenda_get_settings (api->agenda)->month_first);

  if (birthday == NULL)
    aufait_api_reply_invalid (call, "birthday", text,
                              _ ("That is not a birthday: write it as 14 July 1990, 14/07/1990 or "
                                 "1990-07-14, without the year when it is not known"));
  return birthday;
}

/* Of someone who is being changed it is clear who is meant: the value cannot be used. */
static void
reply_taken (AufaitApi *api,
             AufaitVarlinkCall *call,
             gint64 id,
             const char *field,
             const char *value,
             GPtrArray *owners,
             const char *message)
{
  if (id == 0)
    aufait_api_reply_ambiguous (api, call, value, owners, message);
  else
    aufait_api_reply_invalid (call, field, value, message);
}

static gboolean
check_emails_distinct (AufaitApi *api,
                       AufaitVarlinkCall *call,
                       AufaitNames *names,
                       const AufaitApiAddPerson *in,
                       gint64 id)
{
  for (guint i = 0; in->emails[i] != NULL; i++) {
    g_autoptr (GPtrArray) owners = aufait_names_resolve (names, in->emails[i]);

    if (owners->len > 1 ||
        (owners->len == 1 && ((AufaitRef *) g_ptr_array_index (owners, 0))->id != id)) {
      reply_taken (api, call, id, "emails", in->emails[i], owners,
                   _ ("Someone with that e-mail address is here already"));
      return FALSE;
    }
  }
  return TRUE;
}

GStrv
aufait_api_clean_all (const char *const *texts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (; *texts != NULL; texts++) {
    g_autofree char *clean = aufait_text_clean (*texts, AUFAIT_NAME_MAX);

    if (*clean != '\0')
      g_strv_builder_add (builder, clean);
  }
  return g_strv_builder_end (builder);
}

static gboolean
has_any (const char *const *texts)
{
  g_auto (GStrv) clean = aufait_api_clean_all (texts);

  return clean[0] != NULL;
}

gboolean
aufait_api_check_distinct (AufaitApi *api,
                           AufaitVarlinkCall *call,
                           const AufaitApiAddPerson *in,
                           const char *name,
                           gint64 id)
{
  AufaitNames *names = aufait_api_get_names (api, call);
  g_autofree char *folded = NULL;
  g_autoptr (GPtrArray) same = NULL;

  if (names == NULL || !check_emails_distinct (api, call, names, in, id))
    return FALSE;
  if (name == NULL || in->emails[0] != NULL || has_any (in->nicknames) || has_any (in->phones))
    return TRUE;
  folded = aufait_text_fold (name);
  same = aufait_names_resolve (names, name);
  for (guint i = 0; i < same->len; i++) {
    const AufaitRef *ref = g_ptr_array_index (same, i);
    g_autofree char *other = aufait_text_fold (ref->name);

    if (ref->id != id && g_str_equal (folded, other)) {
      reply_taken (api, call, id, "name", name, same,
                   _ ("Someone of that name is here already: give an e-mail "
                      "address or a nickname that tells the two apart"));
      return FALSE;
    }
  }
  return TRUE;
}

/* Takes @birthday over. */
static AufaitPerson *
make_person (const AufaitApiAddPerson *in, const char *name, char *birthday, AufaitDay today)
{
  AufaitPerson *person = aufait_person_new (name);

  g_strfreev (person->nicknames);
  person->nicknames = aufait_api_clean_all (in->nicknames);
  g_strfreev (person->emails);
  person->emails = aufait_api_clean_all (in->emails);
  g_strfreev (person->phones);
  person->phones = aufait_api_clean_all (in->phones);
  g_strfreev (person->places);
  person->places = aufait_api_clean_all (in->places);
  person->birthday = birthday;
  person->circle = g_strdup (in->circle);
  if (person->circle != NULL)
    person->cadence_on = today;
  person->is_private = in->is_private;
  return person;
}

static gboolean
keep_person (AufaitApi *api, AufaitPerson *person, const char *what, GError **error)
{
  if (!aufait_memory_begin (api->memory, what, error))
    return FALSE;
  return aufait_api_end_command (api, aufait_person_store_add (api->memory, person, error), error);
}

/* Of their events the linker will tell. */
static void
discover (AufaitApi *api, gint64 id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  aufait_agenda_take_people (api->agenda, ids);
}

void
aufait_api_handle_add_person (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiAddPerson *parameters = in;
  g_autofree char *name = aufait_text_clean (parameters->name, AUFAIT_NAME_MAX);
  g_autoptr (AufaitPerson) person = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *birthday = NULL;
  g_autofree char *what = NULL;
  JsonObject *reply = NULL;

  if (!aufait_api_check_person (call, parameters, name))
    return;
  if (parameters->birthday != NULL) {
    birthday = aufait_api_read_birthday (api, call, parameters->birthday);
    if (birthday == NULL)
      return;
  }
  if (!aufait_api_check_distinct (api, call, parameters, name, 0))
    return;
  person = make_person (parameters, name, g_steal_pointer (&birthday), aufait_api_get_today (api));
  what = g_strdup_printf (_ ("added %s"), name);
  if (!keep_person (api, person, what, &error)) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  aufait_api_take_person (api, person->id);
  discover (api, person->id);
  reply = aufait_api_new_reply (api);
  json_object_set_member (reply, "person", aufait_wire_person (person));
  aufait_varlink_call_reply (call, reply);
  aufait_api_tell_changed (api, what);
}

/* --- ListPeople, Find ------------------------------------------------------------------------ */

void
aufait_api_handle_list_people (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiListPeople *parameters = in;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = NULL;
  JsonObject *reply = NULL;

  if (!aufait_api_check_circle (call, parameters->circle))
    return;
  people = aufait_directory_list (api->directory, parameters->circle, &error);
  if (people == NULL) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  reply = aufait_api_new_reply (api);
  json_object_set_member (reply, "people",
                          aufait_wire_array (people, (AufaitWireFunc) aufait_wire_person));
  aufait_varlink_call_reply (call, reply);
}

/* The people that @refs name, in full; no more of them than are listed. */
static GPtrArray *
get_people (AufaitDirectory *directory, GPtrArray *refs, GError **error)
{
  g_autoptr (GPtrArray) people =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_person_free);

  for (guint i = 0; i < MIN (refs->len, FOUND_PEOPLE); i++) {
    const AufaitRef *ref = g_ptr_array_index (refs, i);
    AufaitPerson *person = aufait_directory_get (directory, ref->id, error);

    if (person == NULL)
      return NULL;
    g_ptr_array_add (people, person);
  }
  return g_steal_pointer (&people);
}

/* One more note was looked for than is listed. */
static void
set_more (JsonObject *reply, guint n_people, GPtrArray *notes)
{
  if (n_people > FOUND_PEOPLE)
    json_object_set_int_member (reply, "morePeople", n_people - FOUND_PEOPLE);
  if (notes->len <= FOUND_NOTES)
    return;
  g_ptr_array_set_size (notes, FOUND_NOTES);
  json_object_set_boolean_member (reply, "moreNotes", TRUE);
}

/* Who may be meant, where nothing was found; left out where nobody is. */
static void
set_near (JsonObject *reply, AufaitNames *names, const char *text)
{
  g_autoptr (GPtrArray) near = aufait_api_suggest (names, text);

  if (near->len > 0)
    json_object_set_member (reply, "near",
                            aufait_wire_array (near, (AufaitWireFunc) aufait_wire_ref));
}

void
aufait_api_handle_find (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiFind *parameters = in;
  AufaitNames *names = aufait_api_get_names (api, call);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) refs = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  JsonObject *reply = NULL;

  if (names == NULL)
    return;
  refs = aufait_names_resolve (names, parameters->text);
  people = get_people (api->directory, refs, &error);
  if (people != NULL)
    notes = aufait_note_store_find (api->memory, parameters->text, FOUND_NOTES + 1, &error);
  if (notes == NULL) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  reply = aufait_api_new_reply (api);
  set_more (reply, refs->len, notes);
  json_object_set_member (reply, "people",
                          aufait_wire_array (people, (AufaitWireFunc) aufait_wire_person));
  json_object_set_member (reply, "notes",
                          aufait_wire_array (notes, (AufaitWireFunc) aufait_wire_note));
  if (people->len == 0 && notes->len == 0)
    set_near (reply, names, parameters->text);
  aufait_varlink_call_reply (call, reply);
}

/* --- About ----------------------------------------------------------------------------------- */

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const AufaitMoment *x = *(AufaitMoment *const *) a;
  const AufaitMoment *y = *(AufaitMoment *const *) b;

  return (x->first > y->first) - (x->first < y->first);
}

static JsonNode *
wire_moments (AufaitApi *api, GPtrArray *notes)
{
  gboolean month_first = aufait_agenda_get_settings (api->agenda)->month_first;
  g_autoptr (GPtrArray) moments = aufait_retraction_list_standing (notes, month_first);

  g_ptr_array_sort (moments, compare_moments);
  return aufait_wire_array (moments, (AufaitWireFunc) aufait_wire_moment);
}

/* What is known of someone. */
typedef struct {
  AufaitPerson *person;
  GPtrArray *relations;
  GPtrArray *notes;
  GPtrArray *contacts;
  GPtrArray *events;
  GPtrArray *nudges;
} About;

static void
clear_about (About *about)
{
  g_clear_pointer (&about->person, aufait_person_free);
  g_clear_pointer (&about->relations, g_ptr_array_unref);
  g_clear_pointer (&about->notes, g_ptr_array_unref);
  g_clear_pointer (&about->contacts, g_ptr_array_unref);
  g_clear_pointer (&about->events, g_ptr_array_unref);
  g_clear_pointer (&about->nudges, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (About, clear_about)

static gboolean
gather_about (AufaitApi *api, gint64 id, About *about, GError **error)
{
  g_autoptr (GDateTime) now = aufait_clock_now (api->clock);

  about->person = aufait_directory_get (api->directory, id, error);
  if (about->person != NULL)
    about->relations = aufait_directory_list_relations (api->directory, id, error);
  if (about->relations != NULL)
    about->notes = aufait_note_store_list_about (api->memory, id, ABOUT_NOTES, error);
  if (about->notes != NULL)
    about->contacts = aufait_encounters_list (api->directory, id, now, ABOUT_CONTACTS, error);
  if (about->contacts != NULL)
    about->events = aufait_encounters_list_events (api->directory, id, now, ABOUT_EVENTS, error);
  if (about->events != NULL)
    about->nudges = aufait_agenda_list_of (api->agenda, id, error);
  return about->nudges != NULL;
}

static JsonNode *
wire_person (const About *about)
{
  JsonNode *node = aufait_wire_person (about->person);

  if (about->relations->len > 0)
    json_object_set_member (
        json_node_get_object (node), "relations",
        aufait_wire_array (about->relations, (AufaitWireFunc) aufait_wire_relation));
  return node;
}

static JsonObject *
wire_about (AufaitApi *api, const About *about)
{
  JsonObject *reply = aufait_api_new_reply (api);

  json_object_set_member (reply, "person", wire_person (about));
  json_object_set_member (reply, "notes",
                          aufait_wire_array (about->notes, (AufaitWireFunc) aufait_wire_note));
  json_object_set_member (reply, "moments", wire_moments (api, about->notes));
  json_object_set_member (
      reply, "contacts", aufait_wire_array (about->contacts, (AufaitWireFunc) aufait_wire_contact));
  json_object_set_member (reply, "events", aufait_api_wire_events (api, about->events));
  json_object_set_member (reply, "nudges",
                          aufait_wire_array (about->nudges, (AufaitWireFunc) aufait_wire_nudge));
  return reply;
}

void
aufait_api_handle_about (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiAbout *parameters = in;
  g_autoptr (AufaitRef) ref = aufait_api_resolve (api, call, parameters->who);
  g_autoptr (GError) error = NULL;
  g_auto (About) about = { 0 };

  if (ref == NULL)
    return;
  if (gather_about (api, ref->id, &about, &error))
    aufait_varlink_call_reply (call, wire_about (api, &about));
  else
    aufait_api_reply_memory_error (call, error);
}
