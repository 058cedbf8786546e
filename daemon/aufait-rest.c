/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-rest.h"

#include <malloc.h>

#include "aufait-lexicon.h"

/* After a plan nothing happens for longer than this, or more is about to. */
#define QUIET_MS 1000

struct _AufaitRest {
  AufaitMemory *memory;
  AufaitDirectory *directory;
  AufaitAgenda *agenda;
  guint source_id;
};

static gboolean
on_quiet (gpointer user_data)
{
  AufaitRest *rest = user_data;

  rest->source_id = 0;
  aufait_memory_release (rest->memory);
  aufait_directory_release_names (rest->directory);
  aufait_lexicon_release ();
  malloc_trim (0);
  return G_SOURCE_REMOVE;
}

static void
on_planned (AufaitAgenda *agenda, AufaitRest *rest)
{
  g_clear_handle_id (&rest->source_id, g_source_remove);
  rest->source_id = g_timeout_add (QUIET_MS, on_quiet, rest);
}

AufaitRest *
aufait_rest_new (AufaitMemory *memory, AufaitDirectory *directory, AufaitAgenda *agenda)
{
  AufaitRest *rest = g_new0 (AufaitRest, 1);

  rest->memory = memory;
  rest->directory = directory;
  rest->agenda = agenda;
  g_signal_connect (agenda, "planned", G_CALLBACK (on_planned), rest);
  return rest;
}

void
aufait_rest_free (AufaitRest *rest)
{
  if (rest == NULL)
    return;
  g_signal_handlers_disconnect_by_data (rest->agenda, rest);
  g_clear_handle_id (&rest->source_id, g_source_remove);
  g_free (rest);
}
