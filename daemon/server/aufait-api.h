/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interface org.aufait: what clients may ask of the memory and the agenda. */
#pragma once

#include "aufait-agenda.h"
#include "aufait-linker.h"
#include "aufait-sources.h"
#include "aufait-tie-keeper.h"
#include "aufait-varlink-server.h"

typedef struct _AufaitApi AufaitApi;

/* Everything that is handed in lives longer than the api. @sources, @linker and @keeper: NULL:
 * there are no address books and no calendars, and ties are not known. */
AufaitApi *aufait_api_new (AufaitDirectory *directory,
                           AufaitAgenda *agenda,
                           AufaitClock *clock,
                           AufaitSources *sources,
                           AufaitLinker *linker,
                           AufaitTieKeeper *keeper);
void aufait_api_free (AufaitApi *api);

/* Offers the interface on @server, which must be gone before the api is. */
void aufait_api_serve (AufaitApi *api, AufaitVarlinkServer *server);

/* Adds a note about a person, as the handlers do: for an answer that was typed into a notification.
 * A text without words is no note, and no failure. FALSE and an error of AUFAIT_MEMORY_ERROR when
 * there is no such person, or when it cannot be kept. */
gboolean aufait_api_note (AufaitApi *api, gint64 person_id, const char *text, GError **error);

/* Something that the user must see in the status: it is kept until the daemon ends. */
void aufait_api_add_problem (AufaitApi *api, const char *file, const char *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitApi, aufait_api_free)
