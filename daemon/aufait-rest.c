/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-rest.h"

#include <malloc.h>
#include <stdlib.h>

#include "aufait-lexicon.h"

/* After a plan or a call nothing happens for longer than this second, or more is about to. */
#define QUIET_TICKS 4
#define TICK_MS     250

struct _AufaitRest {
  AufaitMemory *memory;
  AufaitDirectory *directory;
  AufaitAgenda *agenda;
  AufaitVarlinkServer *server; /* NULL: not yet */
  guint source_id;
  guint n_quiet; /* ticks since anything happened */
};

/* What malloc of glibc keeps for each thread: so many freed pieces of each of so many sizes. */
#define KEPT_SIZES     64
#define KEPT_OF_A_SIZE 7
#define KEPT_SMALLEST  24
#define KEPT_STEP      16

static gpointer
free_pieces (gpointer data)
{
  gpointer *pieces = data;

  for (guint i = 0; i < KEPT_SIZES * KEPT_OF_A_SIZE; i++)
    free (pieces[i]);
  return NULL;
}

/* Each freed piece that a thread keeps for itself holds the page that it is on, though the rest of
 * it is free. There is no call that gives them back, but a thread that ends does: it is handed what
 * this one kept. */
static void
give_back_pieces (void)
{
  gpointer pieces[KEPT_SIZES * KEPT_OF_A_SIZE];
  GThread *thread = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    pieces[i] = malloc (KEPT_SMALLEST + KEPT_STEP * (i / KEPT_OF_A_SIZE));
  thread = g_thread_try_new ("rest", free_pieces, pieces, NULL);
  if (thread != NULL)
    g_thread_join (thread);
  else
    free_pieces (pieces);
}

/* Threads that look through folders are few and mostly wait: each would get an arena of its own,
 * and of those malloc_trim gives back nothing that is at their end. */
void
aufait_rest_prepare (void)
{
  mallopt (M_ARENA_MAX, 1);
}

static void
release (AufaitRest *rest)
{
  AufaitIndex *index = aufait_directory_get_index (rest->directory);

  aufait_memory_release (rest->memory);
  if (index != NULL)
    aufait_index_release (index);
  aufait_lexicon_release ();
  give_back_pieces ();
  malloc_trim (0);
}

static gboolean on_tick (gpointer user_data);

/* Names are let go a piece at a time, as long as nothing happens. */
static gboolean
on_quiet (gpointer user_data)
{
  AufaitRest *rest = user_data;

  if (rest->n_quiet < QUIET_TICKS) {
    rest->source_id = g_timeout_add (TICK_MS, on_tick, rest);
    return G_SOURCE_REMOVE;
  }
  if (!aufait_directory_release_names (rest->directory))
    return G_SOURCE_CONTINUE;
  rest->source_id = 0;
  release (rest);
  return G_SOURCE_REMOVE;
}

static gboolean
on_tick (gpointer user_data)
{
  AufaitRest *rest = user_data;

  if (++rest->n_quiet < QUIET_TICKS)
    return G_SOURCE_CONTINUE;
  rest->source_id = g_idle_add_full (G_PRIORITY_LOW, on_quiet, rest, NULL);
  return G_SOURCE_REMOVE;
}

/* Called often, and so cheap: nothing is started anew each time. */
static void
stir (AufaitRest *rest)
{
  rest->n_quiet = 0;
  if (rest->source_id == 0)
    rest->source_id = g_timeout_add (TICK_MS, on_tick, rest);
}

AufaitRest *
aufait_rest_new (AufaitMemory *memory, AufaitDirectory *directory, AufaitAgenda *agenda)
{
  AufaitRest *rest = g_new0 (AufaitRest, 1);

  rest->memory = memory;
  rest->directory = directory;
  rest->agenda = agenda;
  g_signal_connect_swapped (agenda, "planned", G_CALLBACK (stir), rest);
  return rest;
}

void
aufait_rest_watch (AufaitRest *rest, AufaitVarlinkServer *server)
{
  rest->server = server;
  g_signal_connect_swapped (server, "called", G_CALLBACK (stir), rest);
}

void
aufait_rest_free (AufaitRest *rest)
{
  if (rest == NULL)
    return;
  g_signal_handlers_disconnect_by_data (rest->agenda, rest);
  if (rest->server != NULL)
    g_signal_handlers_disconnect_by_data (rest->server, rest);
  g_clear_handle_id (&rest->source_id, g_source_remove);
  g_free (rest);
}
