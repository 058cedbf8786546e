/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a show is one that is gone to, and not one's own: "tickets for Radiohead". */
#pragma once

#include "aufait-statement.h"

/* Whether the words @show of @clause, which name a show, tell of one in whose audience someone is:
 * words before them say so ("has tickets for", "va voir"), or it is that of a name which is none of
 * statement->names, no place and no feast: "concert de Radiohead", "a Coldplay gig". */
gboolean
aufait_attended_is (const AufaitStatement *statement, AufaitClause clause, AufaitClause show);
