/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What someone types into a search, as a query of FTS5. */
#pragma once

#include <glib.h>

/* Each word of @words, whole or as the beginning of one; nothing that is typed is an operator. NULL
 * when there is no word in it. "oe" also stands for "œ", "ae" for "æ", and the other way round. */
char *aufait_search_query_new (const char *words);
