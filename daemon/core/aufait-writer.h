/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What befalls the one who writes, and not those whom the note is about: "I have an exam on Friday,
 * told Paul". */
#pragma once

#include "aufait-topic.h"

/* Whether @topic, which @clause names, is the writer's own. FALSE where it is not known whom the
 * note is about, and where nothing says whose it is: "exam on Friday". */
gboolean aufait_writer_owns (const AufaitStatement *statement,
                             AufaitClause clause,
                             const AufaitTopic *topic);
