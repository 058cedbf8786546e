/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promises that ask for nothing more: one that was kept, one to leave something be. */
#pragma once

#include "aufait-statement.h"

/* Whether a clause that begins behind @first, in the same sentence, says that what was promised is
 * done: "I promised him the book, gave it to him on Tuesday". */
gboolean aufait_kept_is (const AufaitStatement *statement, guint first);

/* Whether the phrase @mark promises not to do what begins at @first: "I promised not to tell". */
gboolean
aufait_kept_is_refused (const AufaitStatement *statement, const AufaitMark *mark, guint first);
