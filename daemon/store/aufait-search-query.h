/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What someone types into a search, as a query of FTS5. */
#pragma once

#include <glib.h>

/* The words that are known to begin with @beginning, in small letters without accents; NULL when
 * there are too many to be named. */
typedef GStrv (*AufaitSearchQueryExpand) (const char *beginning, gpointer data);

/* Each word of @words, whole or as the beginning of one; nothing that is typed is an operator. NULL
 * when there is no word in it. "oe" also stands for "œ", "ae" for "æ", and the other way round.
 *
 * FTS5 gathers every place of a beginning before it gives the newest, while of whole words it reads
 * no more than is asked for: @expand turns one into the other. NULL: beginnings stay. */
char *aufait_search_query_new (const char *words, AufaitSearchQueryExpand expand, gpointer data);
