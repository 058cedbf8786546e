/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days that stand beside each other and are one: told twice, named and dated, or in a row. */
#pragma once

#include "aufait-day-expression.h"

/* Makes @span, which stands behind the last one of @spans (AufaitSpan), a part of that when the two
 * are one, and sets @ret_begin to the first token that is then of them. FALSE: it is another. */
gboolean aufait_span_joint_add (const AufaitReading *reading,
                                GArray *spans,
                                const AufaitSpan *span,
                                guint *ret_begin);
