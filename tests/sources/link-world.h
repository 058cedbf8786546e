/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A memory, an index and a linker in a folder that is thrown away; address books that are written
 * in words, and told back in words. */
#pragma once

#include "aufait-linker.h"
#include "index-fixture.h"

typedef struct {
  char *folder;
  AufaitMemory *memory;
  IndexFixture books;
  AufaitDirectory *directory;
  AufaitLinker *linker;
  GHashTable *files; /* "BOOK/FILE" → the words that it was put with */
  guint n_changed;
  gboolean has_people;
} LinkWorld;

void link_world_init (LinkWorld *world);
void link_world_clear (LinkWorld *world);

/* The daemon's half; the files of both databases stay. */
void link_world_start (LinkWorld *world);
void link_world_stop (LinkWorld *world);

/* Runs until all is linked, and swept. */
void link_world_settle (LinkWorld *world);

/* "UID NAME <email> +phone 1984-02-29 =org =dead =child:UID =photo:BYTES", in whatever order but
 * the uid ("-": none) first. */
AufaitCard *link_world_new_card (const char *words);

/* A file BOOK/FILE with these cards, parted by ";"; and its end. Not settled. */
void link_world_put (LinkWorld *world, const char *path, const char *cards);
void link_world_remove (LinkWorld *world, const char *path);

/* A file CALENDAR/FILE with an event (consumed). Not settled. */
void link_world_put_event (LinkWorld *world, const char *path, AufaitEvent *event);

/* As "aufait add NAME <email>": somebody who was spoken of. Gives the id. Not settled. */
gint64 link_world_add (LinkWorld *world, const char *words);

/* Whoever is called so first; 0: nobody. */
gint64 link_world_find (LinkWorld *world, const char *name);
void link_world_note (LinkWorld *world, const char *name);

/* Does what is said a line each, and settles after each that does not begin with "&":
 *   add WORDS | note NAME | put BOOK/FILE CARDS | rm BOOK/FILE | restart | fresh
 * fresh: the index is lost, and everything is read again. */
void link_world_do (LinkWorld *world, const char *steps);

/* "Ada: u1 u2 *1 | Bob:", by name: the uids of everyone's cards (of one without: its name), and
 * how many notes there are of them. */
char *link_world_tell (LinkWorld *world);

/* The same with ids: "3 Ada: …". */
char *link_world_tell_ids (LinkWorld *world);

/* Names of those whom the events of this uid are about, by name: "Ada, Bob". */
char *link_world_tell_event (LinkWorld *world, const char *uid);
