/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the events are about that people may be invited to: those of the next weeks, by the words of
 * their summary and description. Read once, so that not all of them are read again for each thing
 * that somebody is said to like; who keeps it forgets it when calendars have changed. */
#pragma once

#include "aufait-directory.h"
#include "aufait-likes.h"

typedef struct _AufaitSubjects AufaitSubjects;

/* Of the events that are as many days ahead of @now as the rule "invite" looks at. */
AufaitSubjects *aufait_subjects_new (AufaitDirectory *directory, GDateTime *now, GError **error);
void aufait_subjects_free (AufaitSubjects *subjects);

/* Whether they are of the same day, in the same zone. */
gboolean aufait_subjects_is_of (const AufaitSubjects *subjects, GDateTime *now);

/* Ids (gint64), each once, of events that may be about one of @topics (AufaitLikes): no other is;
 * some of these may not be. */
GArray *aufait_subjects_list (const AufaitSubjects *subjects, const GPtrArray *topics);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitSubjects, aufait_subjects_free)
