/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tells people of one name apart, where a client has to choose. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-api-private.h"
#include "aufait-contact-store.h"
#include "aufait-contract.h"
#include "aufait-note-store.h"
#include "aufait-spoken-day.h"
#include "aufait-text.h"
#include "aufait-wire.h"

/* A list of more is not read to the end. */
#define HINTS_MAX 20

#define NOTE_CHARS 40

/* What may be said of someone, the shortest way to know them first. NULL: there is no such thing.
 */
typedef char *(*DescribeFunc) (AufaitApi *api, const AufaitPerson *person);

static char *
describe_email (AufaitApi *api, const AufaitPerson *person)
{
  return g_strdup (person->emails[0]);
}

static char *
describe_nickname (AufaitApi *api, const AufaitPerson *person)
{
  return g_strdup (person->nicknames[0]);
}

static char *
describe_phone (AufaitApi *api, const AufaitPerson *person)
{
  return g_strdup (person->phones[0]);
}

static char *
describe_place (AufaitApi *api, const AufaitPerson *person)
{
  return g_strdup (person->places[0]);
}

static char *
describe_circle (AufaitApi *api, const AufaitPerson *person)
{
  static const struct {
    const char *circle;
    const char *words;
  } circles[] = {
    { "inner", N_ ("circle “inner”") },
    { "close", N_ ("circle “close”") },
    { "friends", N_ ("circle “friends”") },
    { "wider", N_ ("circle “wider”") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (circles); i++)
    if (g_strcmp0 (person->circle, circles[i].circle) == 0)
      return g_strdup (_ (circles[i].words));
  return NULL;
}

static char *
describe_note (AufaitApi *api, const AufaitPerson *person)
{
  g_autoptr (GPtrArray) notes = aufait_note_store_list_about (api->memory, person->id, 1, NULL);
  g_autofree char *start = NULL;

  if (notes == NULL || notes->len == 0)
    return NULL;
  start = aufait_text_clean (((const AufaitNote *) notes->pdata[0])->text, NOTE_CHARS);
  /* Translators: %s is the beginning of a note */
  return g_strdup_printf (_ ("“%s”"), start);
}

static char *
describe_contact (AufaitApi *api, const AufaitPerson *person)
{
  g_autoptr (GPtrArray) contacts =
      aufait_contact_store_list_with (api->memory, person->id, 1, NULL);
  g_autofree char *age = NULL;

  if (contacts == NULL || contacts->len == 0)
    return NULL;
  age = aufait_spoken_day_age (((const AufaitContact *) contacts->pdata[0])->on,
                               aufait_api_get_today (api));
  /* Translators: when someone was met, called or written to: "3 weeks ago" */
  return g_strdup_printf (_ ("last contact %s"), age);
}

static const DescribeFunc describe[] = { describe_email,  describe_nickname, describe_phone,
                                         describe_place,  describe_circle,   describe_note,
                                         describe_contact };

static gboolean
are_namesakes (const AufaitRef *a, const AufaitRef *b)
{
  g_autofree char *x = aufait_text_fold (a->name);
  g_autofree char *y = aufait_text_fold (b->name);

  return g_str_equal (x, y);
}

static gboolean
has_namesake (GPtrArray *refs, guint index)
{
  for (guint i = 0; i < refs->len; i++)
    if (i != index && are_namesakes (refs->pdata[i], refs->pdata[index]))
      return TRUE;
  return FALSE;
}

/* The first of the words that is said of nobody else here. NULL: nothing is. */
static char *
describe_apart (AufaitApi *api, AufaitPerson *const *people, guint n_people, guint index)
{
  for (gsize i = 0; people[index] != NULL && i < G_N_ELEMENTS (describe); i++) {
    g_autofree char *words = describe[i](api, people[index]);
    gboolean is_shared = FALSE;

    for (guint other = 0; words != NULL && other < n_people; other++) {
      g_autofree char *others =
          other != index && people[other] != NULL ? describe[i](api, people[other]) : NULL;

      is_shared = is_shared || g_strcmp0 (words, others) == 0;
    }
    if (words != NULL && !is_shared)
      return g_steal_pointer (&words);
  }
  return NULL;
}

JsonNode *
aufait_api_wire_candidates (AufaitApi *api, GPtrArray *refs)
{
  JsonArray *array = json_array_new ();
  guint n_people = MIN (refs->len, HINTS_MAX);
  g_autoptr (GPtrArray) people =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_person_free);
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < n_people; i++)
    g_ptr_array_add (people, has_namesake (refs, i)
                                 ? aufait_directory_get (api->directory,
                                                         ((AufaitRef *) refs->pdata[i])->id, NULL)
                                 : NULL);
  for (guint i = 0; i < refs->len; i++) {
    JsonNode *candidate = aufait_wire_ref (refs->pdata[i]);
    g_autofree char *hint =
        i < n_people ? describe_apart (api, (AufaitPerson *const *) people->pdata, n_people, i)
                     : NULL;

    if (hint != NULL)
      json_object_set_string_member (json_node_get_object (candidate), "hint", hint);
    json_array_add_element (array, candidate);
  }
  json_node_take_array (node, array);
  return node;
}
