/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The member names of JSON objects while a text is scanned: is one of them there twice? Sorted
 * rather than hashed, so that no choice of names makes it slow: n log n, and nothing to seed. */
#pragma once

#include <glib.h>

typedef struct _AufaitVarlinkNames AufaitVarlinkNames;

AufaitVarlinkNames *aufait_varlink_names_new (void);
void aufait_varlink_names_free (AufaitVarlinkNames *names);

/* To be kept when an object begins, and given back when it ends. */
guint aufait_varlink_names_mark (AufaitVarlinkNames *names);

/* The @length bytes between the quotation marks, a valid JSON string with its escapes. Borrowed
 * until the object ends. */
void aufait_varlink_names_add (AufaitVarlinkNames *names, const char *name, gsize length);

/* Forgets the names that were added since @mark; FALSE when two of them mean the same. */
gboolean aufait_varlink_names_end (AufaitVarlinkNames *names, guint mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitVarlinkNames, aufait_varlink_names_free)
