/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A memory in a folder that is thrown away. */
#pragma once

#include "aufait-memory-private.h"
#include "aufait-memory.h"

typedef struct {
  char *folder;
  char *path;
  AufaitMemory *memory;
} StoreFixture;

void store_fixture_set_up (StoreFixture *fixture, gconstpointer data);
void store_fixture_tear_down (StoreFixture *fixture, gconstpointer data);

/* Closes the memory and opens it again. */
void store_fixture_reopen (StoreFixture *fixture);
void store_fixture_close (StoreFixture *fixture);

/* A path in the folder. */
char *store_fixture_dup_path (StoreFixture *fixture, const char *name);

/* The memory's file as bytes, and a file made of bytes. */
GBytes *store_fixture_read (const char *path);
void store_fixture_write (const char *path, GBytes *bytes);

/* A command of the user ("…"), or of the daemon itself (NULL). */
void store_fixture_begin (StoreFixture *fixture, const char *what);
void store_fixture_commit (StoreFixture *fixture);

/* In a command of their own, named like them. */
gint64 store_fixture_add_person (StoreFixture *fixture, const char *name);
gint64 store_fixture_add_note (StoreFixture *fixture, gint64 person_id, const char *text);

/* Takes back the last command and checks its name. */
void store_fixture_undo (StoreFixture *fixture, const char *expected);

/* SQL as it is, on the memory's own connection. */
gint64 store_fixture_ask (StoreFixture *fixture, const char *sql);
void store_fixture_run (StoreFixture *fixture, const char *sql);

/* The same, as a change of the daemon's own. */
void store_fixture_change (StoreFixture *fixture, const char *sql);

/* The command "same": all that is @from's becomes @into's, and the memory is well. */
void store_fixture_merge (StoreFixture *fixture, gint64 into, gint64 from);

/* The sums and the indexes agree, the full-text index too. */
void store_fixture_check (StoreFixture *fixture);

/* How many notes a search finds. */
guint store_fixture_count_found (StoreFixture *fixture, const char *words);
