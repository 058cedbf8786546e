/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small world for planner tests: a real memory in a folder that is thrown away, a clock that is
 * set by hand, an agenda, and a log of what it showed and took away. */
#pragma once

#include "aufait-agenda.h"
#include "aufait-linker.h"
#include "aufait-tie-keeper.h"
#include "index-fixture.h"

typedef struct {
  char *folder;
  AufaitMemory *memory;
  AufaitIndex *index;
  IndexFixture books; /* writes into the index */
  AufaitDirectory *directory;
  AufaitLinker *linker;
  AufaitTieKeeper *keeper;
  AufaitClock *clock;
  AufaitAgenda *agenda;
  GString *shown;      /* "KIND NAME @ 2026-08-21 10:00" a line */
  GString *closed;     /* ids, a line each */
  GString *hushed;     /* ids, a line each */
  const char *refused; /* whom the server shows nothing of; "": nobody is shown */
  gboolean deaf;       /* "show" is heard but nothing gets on the screen */
  gint64 last_id;      /* of the nudge that was shown last */
  char *last_body;
  char *last_said; /* kind, title and body of it, with " | " between */
} PlannerWorld;

/* At a local time in the test's zone: "2026-07-01 09:00". */
void planner_world_init (PlannerWorld *world, const char *now);
void planner_world_clear (PlannerWorld *world);

/* Stops the daemon's half and starts it again on the same memory, at another time. */
void planner_world_restart (PlannerWorld *world, const char *now);

GDateTime *planner_world_parse (const char *local);

/* Sets the clock and lets the main loop run dry. */
void planner_world_set_now (PlannerWorld *world, const char *now);

/* Follows the agenda's own wakes, one after another, until @until or until there is none. */
void planner_world_run_until (PlannerWorld *world, const char *until);
void planner_world_settle (PlannerWorld *world);

gint64 planner_world_add_person (PlannerWorld *world, const char *name);

/* As "aufait add": @person gets its id. */
gint64 planner_world_take_person (PlannerWorld *world, AufaitPerson *person);

/* Notes: written now, about one person. Return the note's id. */
gint64 planner_world_note_moment (
    PlannerWorld *world, gint64 person, AufaitMomentKind kind, const char *first, const char *last);
gint64 planner_world_note_promise (PlannerWorld *world, gint64 person, const char *day);

/* As aufait.conf would say it: "[nudges]\nper-day=5". */
void planner_world_set_settings (PlannerWorld *world, const char *text);

/* The file FOLDER/NAME has this content (consumed), is read and linked. NULL: it is gone. */
void planner_world_put_file (PlannerWorld *world, const char *path, AufaitFileContent *content);

/* A note of someone that means nothing. */
gint64 planner_world_note (PlannerWorld *world, gint64 person);

/* As "aufait note": whatever @text means, about these people (gint64). */
gint64 planner_world_say (PlannerWorld *world, const GArray *people, const char *text);

/* Whoever is called so; 0: nobody. */
gint64 planner_world_find (PlannerWorld *world, const char *name);

/* What was shown since the last time that it was asked. */
char *planner_world_take_shown (PlannerWorld *world);
