/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the digest: how many wait for a word, and who they are. */
#pragma once

#include <glib.h>

/* So many are named. */
#define AUFAIT_WORDING_DIGEST_NAMES_MAX 3

/* "7 people are waiting for a word". */
char *aufait_wording_digest_dup_title (guint n_people);

/* "Marie Curie, Paul, Zoe and 4 others. See “aufait today”."; without @names (char *) the last
 * sentence alone. */
char *aufait_wording_digest_dup_body (const GPtrArray *names, guint n_people);
