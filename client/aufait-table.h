/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of cells, aligned; the last column is folded to fit the screen. */
#pragma once

#include "aufait-screen.h"

typedef struct AufaitTable AufaitTable;

/* @styles, one a column, tell how many columns there are. */
AufaitTable *aufait_table_new (const AufaitStyle *styles, guint n_columns);
void aufait_table_free (AufaitTable *table);

/* Adds a row; the cells are copied, NULL is an empty one. A column without a word takes no room. */
void aufait_table_add (AufaitTable *table, const char *const *cells);

void aufait_table_print (const AufaitTable *table, AufaitScreen *screen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitTable, aufait_table_free)
