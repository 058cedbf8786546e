/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which folders and files the index knows, and what was wrong with them. They are written through
 * aufait-index-writer.h. */
#pragma once

#include "aufait-index.h"
#include "aufait-indexed-file.h"

/* The folder (or single file) at @path, which is called @name: its id, a new one when it is not
 * known. 0 and an error when that cannot be kept. */
gint64 aufait_index_file_store_ensure_folder (AufaitIndex *index,
                                              const char *path,
                                              const char *name,
                                              GError **error);

/* The id of what files are read for, in words; a new one when it is not known. 0 and an error. */
gint64 aufait_index_file_store_ensure_basis (AufaitIndex *index, const char *text, GError **error);

/* Path -> id (gint64 *) of all folders. */
GHashTable *aufait_index_file_store_list_folders (AufaitIndex *index, GError **error);

/* The files of a folder behind the name @after (NULL: from the first), by name, at most @max. */
GPtrArray *aufait_index_file_store_list (
    AufaitIndex *index, gint64 folder_id, const char *after, guint max, GError **error);

/* NULL without an error when it is not known. */
AufaitIndexedFile *aufait_index_file_store_find (AufaitIndex *index,
                                                 gint64 folder_id,
                                                 const char *name,
                                                 GError **error);

typedef struct {
  gint64 n_files;
  gint64 n_items;    /* cards, and events by their uid */
  gint64 n_others;   /* of the cards: those of companies and groups */
  gint64 n_problems; /* that were found in its files */
  gboolean has_cards;
  gboolean has_calendars;
  gint64 print; /* of all of its files: see aufait-indexed-file.h */
} AufaitIndexFileStoreCounts;

/* Of a folder; all 0 when it is not known. */
gboolean aufait_index_file_store_count (AufaitIndex *index,
                                        gint64 folder_id,
                                        AufaitIndexFileStoreCounts *ret_counts,
                                        GError **error);

/* The path of the file in which a card or an event with that id was read, bytes; NULL without an
 * error: none is known. */
char *aufait_index_file_store_dup_path (AufaitIndex *index, gint64 item_id, GError **error);

typedef struct {
  char *path; /* of the file; bytes */
  char *text; /* what is wrong, in words */
} AufaitIndexFileStoreProblem;

void aufait_index_file_store_problem_free (AufaitIndexFileStoreProblem *problem);

/* What was wrong with files, at most @max. */
GPtrArray *aufait_index_file_store_list_problems (AufaitIndex *index, guint max, GError **error);
