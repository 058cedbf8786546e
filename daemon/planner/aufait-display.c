/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-display.h"

/* A server that takes no notice of what it was handed is asked again after so long. */
#define PATIENCE_SECS 120

/* One may be refused for what it is; two, and it is the server. Nothing wakes for another try: it
 * is made with the first plan after this time. */
#define REFUSED_MAX 2
#define REST_SECS   (10 * 60)

struct _AufaitDisplay {
  GHashTable *on_their_way; /* gint64 id → whether it counts */
  GHashTable *on_screen;    /* gint64 id → its turn */
  GHashTable *missing;   /* gint64 id of those on the screen that were to come again and did not */
  GHashTable *refused;   /* gint64 id of others */
  guint turn;            /* of what came last */
  GDateTime *handed_at;  /* when the last one was handed out */
  GDateTime *refused_at; /* when the last one was refused; NULL: none is */
};

static gint64 *
copy_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

AufaitDisplay *
aufait_display_new (void)
{
  AufaitDisplay *display = g_new0 (AufaitDisplay, 1);

  display->on_their_way = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  display->on_screen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  display->missing = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  display->refused = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return display;
}

void
aufait_display_free (AufaitDisplay *display)
{
  if (display == NULL)
    return;
  g_clear_pointer (&display->on_their_way, g_hash_table_unref);
  g_clear_pointer (&display->on_screen, g_hash_table_unref);
  g_clear_pointer (&display->missing, g_hash_table_unref);
  g_clear_pointer (&display->refused, g_hash_table_unref);
  g_clear_pointer (&display->handed_at, g_date_time_unref);
  g_clear_pointer (&display->refused_at, g_date_time_unref);
  g_free (display);
}

void
aufait_display_hand_out (AufaitDisplay *display, gint64 nudge_id, gboolean counts, GDateTime *at)
{
  g_hash_table_replace (display->on_their_way, copy_id (nudge_id), GINT_TO_POINTER (counts));
  g_clear_pointer (&display->handed_at, g_date_time_unref);
  display->handed_at = g_date_time_ref (at);
}

gboolean
aufait_display_confirm (AufaitDisplay *display, gint64 nudge_id, gboolean *ret_counts)
{
  gpointer counts;

  if (!g_hash_table_lookup_extended (display->on_their_way, &nudge_id, NULL, &counts))
    return FALSE;
  g_hash_table_remove (display->on_their_way, &nudge_id);
  g_hash_table_remove (display->missing, &nudge_id);
  g_hash_table_replace (display->on_screen, copy_id (nudge_id), GUINT_TO_POINTER (++display->turn));
  *ret_counts = GPOINTER_TO_INT (counts);
  return TRUE;
}

void
aufait_display_put_digest (AufaitDisplay *display)
{
  g_hash_table_replace (display->on_screen, copy_id (AUFAIT_DISPLAY_DIGEST),
                        GUINT_TO_POINTER (++display->turn));
}

gboolean
aufait_display_remove (AufaitDisplay *display, gint64 nudge_id)
{
  gboolean is_on_its_way = g_hash_table_remove (display->on_their_way, &nudge_id);

  g_hash_table_remove (display->missing, &nudge_id);
  return g_hash_table_remove (display->on_screen, &nudge_id) || is_on_its_way;
}

gboolean
aufait_display_contains (AufaitDisplay *display, gint64 nudge_id)
{
  return g_hash_table_contains (display->on_screen, &nudge_id);
}

gboolean
aufait_display_refuse (AufaitDisplay *display, gint64 nudge_id, GDateTime *at)
{
  gpointer counts;

  if (!g_hash_table_lookup_extended (display->on_their_way, &nudge_id, NULL, &counts))
    return FALSE;
  g_hash_table_remove (display->on_their_way, &nudge_id);
  g_clear_pointer (&display->refused_at, g_date_time_unref);
  display->refused_at = g_date_time_ref (at);
  if (!GPOINTER_TO_INT (counts)) {
    g_hash_table_add (display->missing, copy_id (nudge_id));
    return FALSE;
  }
  g_hash_table_add (display->refused, copy_id (nudge_id));
  return !aufait_display_is_refusing (display);
}

GHashTable *
aufait_display_get_refused (AufaitDisplay *display)
{
  return display->refused;
}

gboolean
aufait_display_is_refusing (AufaitDisplay *display)
{
  return g_hash_table_size (display->refused) >= REFUSED_MAX;
}

/* A clock that was set back says nothing. */
static gboolean
is_long_ago (GDateTime *then, GDateTime *now)
{
  GTimeSpan ago = g_date_time_difference (now, then);

  return ago < 0 || ago >= REST_SECS * G_TIME_SPAN_SECOND;
}

void
aufait_display_forgive (AufaitDisplay *display, GDateTime *now)
{
  if (display->refused_at == NULL || (now != NULL && !is_long_ago (display->refused_at, now)))
    return;
  g_hash_table_remove_all (display->refused);
  g_clear_pointer (&display->refused_at, g_date_time_unref);
}

gboolean
aufait_display_is_missing (AufaitDisplay *display, gint64 nudge_id)
{
  return g_hash_table_contains (display->missing, &nudge_id);
}

gboolean
aufait_display_has_missing (AufaitDisplay *display)
{
  return g_hash_table_size (display->missing) > 0;
}

static guint
count_taken (AufaitDisplay *display)
{
  guint n_taken = g_hash_table_size (display->on_screen);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, display->on_their_way);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    n_taken += g_hash_table_contains (display->on_screen, id) ? 0 : 1;
  return n_taken;
}

gboolean
aufait_display_find_oldest (AufaitDisplay *display, gint64 *ret_id)
{
  GHashTableIter iter;
  gpointer id, turn;
  guint oldest = G_MAXUINT;

  if (count_taken (display) < AUFAIT_DISPLAY_MAX || g_hash_table_size (display->on_screen) == 0)
    return FALSE;
  g_hash_table_iter_init (&iter, display->on_screen);
  while (g_hash_table_iter_next (&iter, &id, &turn))
    if (GPOINTER_TO_UINT (turn) < oldest) {
      oldest = GPOINTER_TO_UINT (turn);
      *ret_id = *(gint64 *) id;
    }
  return TRUE;
}

GList *
aufait_display_list (AufaitDisplay *display)
{
  GList *ids = NULL;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, display->on_screen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (*(gint64 *) id != AUFAIT_DISPLAY_DIGEST)
      ids = g_list_prepend (ids, id);
  return ids;
}

gboolean
aufait_display_is_waiting (AufaitDisplay *display)
{
  return g_hash_table_size (display->on_their_way) > 0;
}

GDateTime *
aufait_display_find_patience (AufaitDisplay *display)
{
  if (!aufait_display_is_waiting (display))
    return NULL;
  return g_date_time_add_seconds (display->handed_at, PATIENCE_SECS);
}

void
aufait_display_give_up (AufaitDisplay *display)
{
  GHashTableIter iter;
  gpointer id, counts;

  g_hash_table_iter_init (&iter, display->on_their_way);
  while (g_hash_table_iter_next (&iter, &id, &counts))
    if (!GPOINTER_TO_INT (counts))
      g_hash_table_add (display->missing, copy_id (*(gint64 *) id));
  g_hash_table_remove_all (display->on_their_way);
}
