/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of several words that were typed without quotation marks, and what stands behind them. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aufait-api-private.h"

/* How many words a name goes on for at most. */
#define WORDS_MORE 4

/* Behind the word with which @text begins; NULL: it is the last one. */
static const char *
skip_word (const char *text)
{
  text += strcspn (text, " ");
  text += strspn (text, " ");
  return *text != '\0' ? text : NULL;
}

/* @who with the words of @text before @rest. */
static char *
join_name (const char *who, const char *text, const char *rest)
{
  g_autofree char *more = g_strndup (text, (gsize) (rest - text));

  return g_strchomp (g_strconcat (who, rest > text ? " " : "", more, NULL));
}

static gboolean
is_number (const char *who)
{
  return strspn (who, "@0123456789") == strlen (who);
}

char *
aufait_api_split_who (
    AufaitApi *api, const char *who, const char *text, AufaitApiReads reads, char **ret_rest)
{
  const char *rest = text;

  for (guint i = 0; i <= WORDS_MORE && rest != NULL && !is_number (who); i++) {
    if (reads (api, rest)) {
      *ret_rest = g_strdup (rest);
      return join_name (who, text, rest);
    }
    rest = skip_word (rest);
  }
  *ret_rest = g_strdup (text);
  return g_strdup (who);
}

/* --- two names ----------------------------------------------------------------------------- */

/* One way of parting the words. */
typedef struct {
  char *who;
  char *other;
  gint64 ids[2];
} Parting;

static void
clear_parting (Parting *parting)
{
  g_free (parting->who);
  g_free (parting->other);
}

static gint64
find_one (const AufaitNames *names, const char *who, gboolean is_whole)
{
  g_autoptr (GPtrArray) found =
      is_whole ? aufait_names_resolve_whole (names, who) : aufait_names_resolve (names, who);

  return found->len == 1 ? ((const AufaitRef *) g_ptr_array_index (found, 0))->id : 0;
}

static gboolean
is_of_the_same (const Parting *a, const Parting *b)
{
  return (a->ids[0] == b->ids[0] && a->ids[1] == b->ids[1]) ||
         (a->ids[0] == b->ids[1] && a->ids[1] == b->ids[0]);
}

/* The ways that name one person each, those that say the same two once. */
static GArray *
list_partings (const AufaitNames *names, const char *words, gboolean is_whole)
{
  GArray *partings = g_array_new (FALSE, FALSE, sizeof (Parting));

  g_array_set_clear_func (partings, (GDestroyNotify) clear_parting);
  for (const char *rest = skip_word (words); rest != NULL; rest = skip_word (rest)) {
    g_autofree char *name = g_strchomp (g_strndup (words, (gsize) (rest - words)));
    Parting parting = { .ids = { find_one (names, name, is_whole), 0 } };
    gboolean is_known = FALSE;

    parting.ids[1] = parting.ids[0] != 0 ? find_one (names, rest, is_whole) : 0;
    for (guint i = 0; i < partings->len; i++)
      is_known = is_known || is_of_the_same (&parting, &g_array_index (partings, Parting, i));
    if (parting.ids[1] == 0 || is_known)
      continue;
    parting.who = g_steal_pointer (&name);
    parting.other = g_strdup (rest);
    g_array_append_val (partings, parting);
  }
  return partings;
}

/* Of two names that are parted well the one that is several people's. NULL: there is none. */
static char *
find_shared (const AufaitNames *names, const char *words)
{
  for (const char *rest = skip_word (words); rest != NULL; rest = skip_word (rest)) {
    g_autofree char *name = g_strchomp (g_strndup (words, (gsize) (rest - words)));
    g_autoptr (GPtrArray) first = aufait_names_resolve_whole (names, name);
    g_autoptr (GPtrArray) second = aufait_names_resolve_whole (names, rest);

    if (first->len > 0 && second->len > 0)
      return first->len > 1 ? g_steal_pointer (&name) : g_strdup (rest);
  }
  return NULL;
}

static void
reply_no_parting (AufaitApi *api, AufaitVarlinkCall *call, const char *shared)
{
  g_autoptr (AufaitRef) ref = NULL;

  if (shared != NULL)
    ref = aufait_api_resolve (api, call, shared); /* replies who they are */
  else
    aufait_api_reply_refused (call, _ ("It is not clear where one name ends and the other begins: "
                                       "put each between quotation marks"));
}

gboolean
aufait_api_split_pair (
    AufaitApi *api, AufaitVarlinkCall *call, const char *words, char **ret_who, char **ret_other)
{
  AufaitNames *names = aufait_api_get_names (api, call);
  g_autoptr (GArray) partings = NULL;

  if (names == NULL)
    return FALSE;
  partings = list_partings (names, words, TRUE);
  if (partings->len == 0) {
    g_array_unref (partings);
    partings = list_partings (names, words, FALSE);
  }
  if (partings->len != 1) {
    g_autofree char *shared = partings->len == 0 ? find_shared (names, words) : NULL;

    reply_no_parting (api, call, shared);
    return FALSE;
  }
  *ret_who = g_steal_pointer (&g_array_index (partings, Parting, 0).who);
  *ret_other = g_steal_pointer (&g_array_index (partings, Parting, 0).other);
  return TRUE;
}
