/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-subjects.h"

#include "aufait-event-store.h"
#include "aufait-rule.h"

struct _AufaitSubjects {
  AufaitDay today;
  char *zone;
  GHashTable *by_key; /* of aufait_likes_dup_keys → ids (gint64) of events, each once */
};

void
aufait_subjects_free (AufaitSubjects *subjects)
{
  if (subjects == NULL)
    return;
  g_hash_table_unref (subjects->by_key);
  g_free (subjects->zone);
  g_free (subjects);
}

static const char *
get_zone_name (GDateTime *now)
{
  return g_time_zone_get_identifier (g_date_time_get_timezone (now));
}

gboolean
aufait_subjects_is_of (const AufaitSubjects *subjects, GDateTime *now)
{
  return subjects->today == aufait_day_from_date_time (now) &&
         g_str_equal (subjects->zone, get_zone_name (now));
}

/* --- reading ------------------------------------------------------------------------------- */

/* Where to note an event that is about @event's words (GArrays of the table). */
static GPtrArray *
find_places (AufaitSubjects *subjects, const AufaitEvent *event)
{
  g_autoptr (AufaitLikes) likes = aufait_likes_new_from_event (event, NULL);
  g_auto (GStrv) keys = aufait_likes_dup_keys (likes);
  GPtrArray *places = g_ptr_array_new ();

  for (guint i = 0; keys[i] != NULL; i++) {
    GArray *ids = g_hash_table_lookup (subjects->by_key, keys[i]);

    if (ids == NULL) {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (subjects->by_key, g_strdup (keys[i]), ids);
    }
    g_ptr_array_add (places, ids);
  }
  return places;
}

/* Most are called as many others: each text is read once. */
static void
add_event (AufaitSubjects *subjects, GHashTable *known, const AufaitEvent *event)
{
  g_autofree char *text =
      g_strjoin ("\n", event->summary != NULL ? event->summary : "", event->description, NULL);
  GPtrArray *places = g_hash_table_lookup (known, text);

  if (places == NULL) {
    places = find_places (subjects, event);
    g_hash_table_insert (known, g_steal_pointer (&text), places);
  }
  for (guint i = 0; i < places->len; i++)
    g_array_append_val ((GArray *) places->pdata[i], event->id);
}

static void
add_events (AufaitSubjects *subjects, const GPtrArray *events)
{
  g_autoptr (GHashTable) known =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < events->len; i++) {
    AufaitEvent *event = events->pdata[i];

    if (g_hash_table_add (seen, &event->id))
      add_event (subjects, known, event);
  }
}

AufaitSubjects *
aufait_subjects_new (AufaitDirectory *directory, GDateTime *now, GError **error)
{
  AufaitIndex *index = aufait_directory_get_index (directory);
  AufaitDay today = aufait_day_from_date_time (now);
  g_autoptr (AufaitSubjects) subjects = g_new0 (AufaitSubjects, 1);
  g_autoptr (GPtrArray) events = NULL;

  subjects->today = today;
  subjects->zone = g_strdup (get_zone_name (now));
  subjects->by_key =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  if (index == NULL)
    return g_steal_pointer (&subjects);
  events = aufait_event_store_list_subjects (index, today + AUFAIT_RULE_INVITE_MIN_DAYS,
                                             today + AUFAIT_RULE_INVITE_MAX_DAYS,
                                             g_date_time_get_timezone (now), error);
  if (events == NULL)
    return NULL;
  add_events (subjects, events);
  return g_steal_pointer (&subjects);
}

/* --- finding ------------------------------------------------------------------------------- */

static void
add_ids (GArray *ids, GHashTable *seen, const GArray *more)
{
  for (guint i = 0; more != NULL && i < more->len; i++) {
    gint64 id = g_array_index (more, gint64, i);

    if (g_hash_table_add (seen, &g_array_index (more, gint64, i)))
      g_array_append_val (ids, id);
  }
}

GArray *
aufait_subjects_list (const AufaitSubjects *subjects, const GPtrArray *topics)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < topics->len; i++) {
    g_auto (GStrv) keys = aufait_likes_dup_keys (topics->pdata[i]);

    for (guint k = 0; keys[k] != NULL; k++)
      add_ids (ids, seen, g_hash_table_lookup (subjects->by_key, keys[k]));
  }
  return ids;
}
