/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of the ties with people, from all that there is: a row of the index a person. */
#pragma once

#include "aufait-cadence-store.h"
#include "aufait-directory.h"
#include "aufait-tie-store.h"

typedef struct {
  AufaitDirectory *directory; /* with an index */
  GDateTime *now;
  GHashTable *dead; /* ids (gint64 *) */
} AufaitTieBuilder;

/* The rows (AufaitTieStoreRow), by id, of those with ids in [from, until) of whom there is
 * something to keep: a contact, or a day on which they are to be asked after. */
GArray *aufait_tie_builder_build (const AufaitTieBuilder *builder,
                                  gint64 from,
                                  gint64 until,
                                  GError **error);

/* Sets the days on which there is something to say, as the state and the cadence have it: none for
 * the dead and where it is never wanted. */
void aufait_tie_builder_set_days (const AufaitTieBuilder *builder,
                                  const AufaitCadenceStoreRow *cadence,
                                  AufaitTieStoreRow *row);
