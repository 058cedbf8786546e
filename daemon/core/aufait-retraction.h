/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a note takes back of what was told before it: what is called off, or has another day now. */
#pragma once

#include "aufait-values.h"

/* How sure it is that a note takes a moment back. */
typedef enum {
  AUFAIT_RETRACTION_NONE,
  AUFAIT_RETRACTION_LIKELY, /* of a trip, where one of the two says no place */
  AUFAIT_RETRACTION_SURE,
} AufaitRetraction;

/* Whether @meaning, of a note that was just read, takes back a moment of that @kind whose last day
 * is @last, still to come when it was written, and which goes to @place (NULL: not said). */
AufaitRetraction aufait_retraction_of (const AufaitMeaning *meaning,
                                       AufaitMomentKind kind,
                                       AufaitDay last,
                                       const char *place);

/* The moments (AufaitMoment, owned by their notes) of @notes (AufaitNote) that no later one among
 * them takes back. @month_first: as in AufaitSentenceContext. */
GPtrArray *aufait_retraction_list_standing (const GPtrArray *notes, gboolean month_first);
