/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a nudge may be seen by whoever looks at the screen or at a log. */
#pragma once

#include "aufait-values.h"

/* A copy of @nudge to be shown, to be freed. Of a private one only that a nudge is waiting: no
 * name, no text and no evidence. */
AufaitNudge *aufait_discretion_dup_nudge (const AufaitNudge *nudge);

/* @body as it may stand under the title, to be freed; empty for a private nudge, and where @body is
 * NULL. */
char *aufait_discretion_dup_body (const AufaitNudge *nudge, const char *body);
