/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An index in a folder that is thrown away. */
#pragma once

#include "aufait-index-private.h"
#include "aufait-index-writer.h"

typedef struct {
  char *folder;
  char *path;
  AufaitIndex *index;
  AufaitIndexWriter *writer;
  gint64 folder_id;
} IndexFixture;

void index_fixture_set_up (IndexFixture *fixture, gconstpointer data);
void index_fixture_tear_down (IndexFixture *fixture, gconstpointer data);

/* Closes and opens. */
void index_fixture_close (IndexFixture *fixture);
void index_fixture_open (IndexFixture *fixture);

/* For an index that somebody else has opened; what is made here is freed with detach. */
void index_fixture_attach (IndexFixture *fixture, AufaitIndex *index);
void index_fixture_detach (IndexFixture *fixture);

/* What is put from now on is in the folder "/NAME". */
void index_fixture_choose (IndexFixture *fixture, const char *name);

/* A file with this content (consumed), of size @size so that each can be another. */
void index_fixture_put (IndexFixture *fixture,
                        const char *name,
                        gint64 size,
                        AufaitFileContent *content);

/* Writes all that was put, @n_rows at a time. */
AufaitIndexWriterChange *index_fixture_write (IndexFixture *fixture, guint n_rows);

/* As index_fixture_put and index_fixture_write, for those who do not care how. */
void index_fixture_keep (IndexFixture *fixture, const char *name, AufaitFileContent *content);

AufaitEvent *index_fixture_new_event (const char *uid, gint64 start, gint64 end);
AufaitEvent *index_fixture_new_all_day (const char *uid, AufaitDay first, AufaitDay last);

/* The first column of the first row, on the connection that reads. */
gint64 index_fixture_ask (IndexFixture *fixture, const char *sql);

/* Nothing is left in any table that belongs to a file that is not there. */
void index_fixture_check (IndexFixture *fixture);
