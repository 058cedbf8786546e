/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is meant by a client, and what it is told when that is nobody or several. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aufait-api-private.h"

#define SUGGESTIONS     3
#define BEGINNING_CHARS 3 /* "an" begins too many words */

/* How many words a name goes on for at most. */
#define WORDS_MORE 4

AufaitNames *
aufait_api_get_names (AufaitApi *api, AufaitVarlinkCall *call)
{
  g_autoptr (GError) error = NULL;
  AufaitNames *names = aufait_directory_get_names (api->directory, &error);

  if (names == NULL)
    aufait_api_reply_memory_error (call, error);
  return names;
}

void
aufait_api_take_names (AufaitApi *api, gint64 id)
{
  if (api->linker != NULL)
    aufait_linker_take_person (api->linker, id);
  else if (id != 0)
    aufait_directory_renew (api->directory, id);
  else
    aufait_directory_forget_names (api->directory);
}

void
aufait_api_take_person (AufaitApi *api, gint64 id)
{
  if (api->keeper != NULL)
    aufait_tie_keeper_take_person (api->keeper, id);
  aufait_api_take_names (api, id);
}

/* Where the word behind @text ends, before a comma. NULL: there is none, or a sign. */
static const char *
find_word_end (const char *text)
{
  gsize length;

  text += strspn (text, " \t\n");
  length = strcspn (text, " \t\n,;:&+");
  return length > 0 ? text + length : NULL;
}

AufaitRef *
aufait_api_find_longer (const AufaitNames *names,
                        const char *who,
                        const char *text,
                        char **ret_rest)
{
  const char *end = text;
  AufaitRef *longest = NULL;

  for (guint i = 0; i < WORDS_MORE && (end = find_word_end (end)) != NULL; i++) {
    g_autofree char *more = g_strndup (text, (gsize) (end - text));
    g_autofree char *name = g_strconcat (who, " ", more, NULL);
    g_autoptr (GPtrArray) found = aufait_names_resolve_whole (names, name);

    if (found->len != 1)
      continue;
    g_clear_pointer (&longest, aufait_ref_free);
    g_free (*ret_rest);
    longest = g_ptr_array_steal_index (found, 0);
    *ret_rest = g_strchug (g_strdup (end));
  }
  return longest;
}

GPtrArray *
aufait_api_suggest (AufaitNames *names, const char *who)
{
  g_autoptr (GPtrArray) near = aufait_names_suggest (names, who, SUGGESTIONS);
  g_autoptr (GPtrArray) begun = NULL;

  if (near->len > 0 || g_utf8_strlen (who, -1) < BEGINNING_CHARS)
    return g_steal_pointer (&near);
  begun = aufait_names_resolve (names, who);
  g_ptr_array_set_size (begun, (int) MIN (begun->len, SUGGESTIONS));
  return g_steal_pointer (&begun);
}

AufaitRef *
aufait_api_resolve (AufaitApi *api, AufaitVarlinkCall *call, const char *who)
{
  AufaitNames *names = aufait_api_get_names (api, call);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *message = NULL;

  if (names == NULL)
    return NULL;
  found = aufait_names_resolve (names, who);
  if (found->len == 1) {
    const AufaitRef *ref = g_ptr_array_index (found, 0);

    return aufait_ref_new (ref->id, ref->name);
  }
  if (found->len > 1) {
    message = g_strdup_printf (_ ("“%s” could be several people: say which one"), who);
    aufait_api_reply_ambiguous (api, call, who, found, message);
  } else {
    g_autoptr (GPtrArray) near = aufait_names_suggest (names, who, SUGGESTIONS);

    message = g_strdup_printf (_ ("Nobody here is called “%s”"), who);
    aufait_api_reply_unknown (call, who, near, message);
  }
  return NULL;
}
