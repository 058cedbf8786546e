/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of people, from their cards, as files that a notification server can show. */
#pragma once

#include "aufait-directory.h"

/* The path of a file (0600) with a picture of this person, written where that is needed, in
 * @folder (made 0700 when it is not there); NULL: there is none on their cards, or it cannot be
 * written. Only what begins as a PNG, JPEG, GIF or WebP file does counts as a picture; nothing more
 * of it is looked at here. */
char *aufait_portraits_dup_path (AufaitDirectory *directory, gint64 person_id, const char *folder);
