/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-linker.h"

#include <string.h>

#include "aufait-event-mine.h"
#include "aufait-event-people.h"
#include "aufait-event-store.h"
#include "aufait-event-words.h"
#include "aufait-link-store.h"
#include "aufait-mention-store.h"

struct _AufaitEventLinker {
  AufaitDirectory *directory;
  AufaitIndex *index;
  AufaitSourceSettings *settings; /* NULL: none yet */
  AufaitEventMine *counted;       /* since the first event; NULL: not all were seen */
  GStrv guessed;                  /* NULL: not asked for yet */
  GStrv mine;                     /* what was set, else what was guessed; NULL: not asked for yet */
};

AufaitEventLinker *
aufait_event_linker_new (AufaitDirectory *directory)
{
  AufaitEventLinker *linker = g_new0 (AufaitEventLinker, 1);

  linker->directory = directory;
  linker->index = aufait_directory_get_index (directory);
  return linker;
}

void
aufait_event_linker_free (AufaitEventLinker *linker)
{
  if (linker == NULL)
    return;
  g_clear_pointer (&linker->settings, aufait_source_settings_free);
  g_clear_pointer (&linker->counted, aufait_event_mine_free);
  g_strfreev (linker->guessed);
  g_strfreev (linker->mine);
  g_free (linker);
}

void
aufait_event_linker_set_settings (AufaitEventLinker *linker, const AufaitSourceSettings *settings)
{
  g_clear_pointer (&linker->settings, aufait_source_settings_free);
  linker->settings = aufait_source_settings_copy (settings);
  g_clear_pointer (&linker->mine, g_strfreev);
}

/* --- what is known beforehand -------------------------------------------------------------- */

static gboolean
ensure_mine (AufaitEventLinker *linker, GError **error)
{
  if (linker->mine != NULL)
    return TRUE;
  if (linker->guessed == NULL)
    linker->guessed = aufait_link_store_list_mine (linker->index, error);
  if (linker->guessed == NULL)
    return FALSE;
  linker->mine = g_strdupv (linker->settings != NULL && linker->settings->mine[0] != NULL
                                ? linker->settings->mine
                                : linker->guessed);
  return TRUE;
}

/* --- one event ----------------------------------------------------------------------------- */

static GArray *
list_ids (const GPtrArray *refs)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < refs->len; i++)
    g_array_append_val (ids, ((AufaitRef *) refs->pdata[i])->id);
  return ids;
}

static gboolean
contains_all (const GArray *ids, const GArray *others)
{
  for (guint i = 0; i < others->len; i++) {
    guint k = 0;

    while (k < ids->len && g_array_index (ids, gint64, k) != g_array_index (others, gint64, i))
      k++;
    if (k == ids->len)
      return FALSE;
  }
  return TRUE;
}

static gboolean
keep_words (AufaitEventLinker *linker, const AufaitEvent *event, GError **error)
{
  g_autoptr (GArray) words = NULL;
  gboolean has_words;

  if (!aufait_mention_store_has (linker->index, event->id, &has_words, error))
    return FALSE;
  if (has_words)
    return TRUE;
  words = aufait_event_words_list (event);
  return aufait_mention_store_add (linker->index, event->id, words, error);
}

/* @people: those whom it is about, or was, are added, when it is about others; NULL: no matter. */
static gboolean
link_event (AufaitEventLinker *linker,
            const AufaitNames *names,
            const AufaitEvent *event,
            GArray *people,
            GError **error)
{
  AufaitEventPeopleContext context = {
    .names = names,
    .mine = (const char *const *) linker->mine,
    .owner = aufait_directory_find_owner (linker->directory, event->calendar),
  };
  g_autoptr (GPtrArray) refs = aufait_event_people_find (event, &context);
  g_autoptr (GArray) ids = list_ids (refs);
  g_autoptr (GArray) before = aufait_link_store_list_people (linker->index, event->id, error);

  if (before == NULL || !keep_words (linker, event, error))
    return FALSE;
  if (aufait_event_people_is_declined_by_me (event, context.mine))
    g_array_set_size (ids, 0);
  if (before->len == ids->len && contains_all (before, ids))
    return TRUE;
  if (people != NULL) {
    g_array_append_vals (people, before->data, before->len);
    g_array_append_vals (people, ids->data, ids->len);
  }
  return aufait_link_store_set_people (linker->index, event->id, ids, error);
}

/* --- a turn -------------------------------------------------------------------------------- */

/* Only the user's own calendars tell which addresses are theirs. */
static void
count_mine (AufaitEventLinker *linker, const AufaitEvent *event)
{
  if (linker->counted != NULL &&
      aufait_directory_find_owner (linker->directory, event->calendar) == 0)
    aufait_event_mine_add (linker->counted, event);
}

static gboolean
link_events (AufaitEventLinker *linker,
             const AufaitNames *names,
             const GPtrArray *events,
             GArray *people,
             GError **error)
{
  for (guint i = 0; i < events->len; i++) {
    count_mine (linker, events->pdata[i]);
    if (!link_event (linker, names, events->pdata[i], people, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_event_linker_step (AufaitEventLinker *linker,
                          gint64 *from,
                          gint64 until,
                          guint max,
                          GArray *people,
                          guint *ret_n_linked,
                          GError **error)
{
  AufaitNames *names = aufait_directory_get_names (linker->directory, error);
  g_autoptr (GPtrArray) events = NULL;
  gboolean ok;

  if (names == NULL || !ensure_mine (linker, error))
    return FALSE;
  if (*from == 0) {
    g_clear_pointer (&linker->counted, aufait_event_mine_free);
    linker->counted = aufait_event_mine_new ();
  }
  events = aufait_event_store_list_range (linker->index, *from, until, max, error);
  if (events == NULL || !aufait_link_store_begin (linker->index, error))
    return FALSE;
  ok = link_events (linker, names, events, people, error);
  if (!aufait_link_store_end (linker->index, ok ? error : NULL) || !ok)
    return FALSE;
  *ret_n_linked = events->len;
  *from = events->len == max ? ((AufaitEvent *) events->pdata[max - 1])->id + 1 : until;
  return TRUE;
}

/* --- what else the names decide ------------------------------------------------------------ */

static void
describe_owners (AufaitEventLinker *linker, GString *text)
{
  for (guint i = 0; linker->settings != NULL && i < linker->settings->by_name->len; i++) {
    const AufaitSourceSettingsCalendar *calendar = linker->settings->by_name->pdata[i];

    if (calendar->person != NULL)
      g_string_append_printf (text, "%s=%" G_GINT64_FORMAT "\n", calendar->name,
                              aufait_directory_find_owner (linker->directory, calendar->name));
  }
}

/* Who alone has one of my addresses is left out of all events. */
static void
describe_me (AufaitEventLinker *linker, const AufaitNames *names, GString *text)
{
  for (guint i = 0; linker->mine[i] != NULL; i++) {
    g_autoptr (GPtrArray) refs = strchr (linker->mine[i], '@') != NULL
                                     ? aufait_names_resolve (names, linker->mine[i])
                                     : NULL;
    gint64 id = refs != NULL && refs->len == 1 ? ((const AufaitRef *) refs->pdata[0])->id : 0;

    g_string_append_printf (text, "%s=%" G_GINT64_FORMAT "\n", linker->mine[i], id);
  }
}

char *
aufait_event_linker_describe (AufaitEventLinker *linker, GError **error)
{
  AufaitNames *names = aufait_directory_get_names (linker->directory, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (names == NULL || !ensure_mine (linker, error))
    return NULL;
  describe_owners (linker, text);
  describe_me (linker, names, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- who I am ------------------------------------------------------------------------------ */

gboolean
aufait_event_linker_guess_mine (AufaitEventLinker *linker, gboolean *ret_is_other, GError **error)
{
  g_auto (GStrv) found = NULL;

  *ret_is_other = FALSE;
  if (linker->counted == NULL)
    return TRUE;
  found = aufait_event_mine_list (linker->counted);
  g_clear_pointer (&linker->counted, aufait_event_mine_free);
  if (linker->guessed != NULL &&
      g_strv_equal ((const char *const *) found, (const char *const *) linker->guessed))
    return TRUE;
  if (!aufait_link_store_set_mine (linker->index, found, error))
    return FALSE;
  g_strfreev (linker->guessed);
  linker->guessed = g_steal_pointer (&found);
  g_clear_pointer (&linker->mine, g_strfreev);
  *ret_is_other = linker->settings == NULL || linker->settings->mine[0] == NULL;
  return TRUE;
}
