/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens in a planner's world, in words. */
#pragma once

#include "planner-world.h"

/* Does what is said, a line each:
 *   add NAME =place:Lyon =private | every NAME 3w | circle NAME CIRCLE
 *   private NAME | never NAME             who is private, and never to be asked after
 *   hours NAME 18:00-21:00
 *   note NAME | trip NAME FIRST LAST | exam … | loss …
 *   say NAME[+NAME…]: TEXT                a note that is read as "aufait note" reads it
 *   met NAME DAY [EVERY TIMES] | called NAME DAY
 *   card BOOK/FILE CARDS                  as in link-world.h; a birthday; "~2010-06-06": a wedding,
 *                                         then "@Asia/Tokyo"
 *   event CALENDAR/UID DAY TIME MINUTES SUMMARY <attendee>… =weekly:N =loc:PLACE =free =off
 *   days CALENDAR/UID FIRST LAST SUMMARY <attendee>…
 *   rm FOLDER/FILE | set SETTINGS         ";" for the end of a line
 *   at DAY TIME                           the clock runs until then
 *   done | drop | later DAY TIME          of what was shown last
 *   away | back                           nobody, or somebody, sees the screen
 *   again                                 what was on the screen is gone
 *   restart DAY TIME
 * "_" in a name or a place is a space; "<!me@x.org>" has declined. */
void planner_script_run (PlannerWorld *world, const char *script);

typedef struct {
  const char *name;
  const char *begin; /* "DAY TIME" */
  const char *script;
  const char *until;
  const char *shown; /* as in planner-world.h, from the beginning on */
} PlannerScriptCase;

/* Runs a case in a world of its own. */
void planner_script_check (gconstpointer data);

/* Adds tests "/@module/NAME" of all cases. */
void planner_script_add (const char *module, const PlannerScriptCase *cases, gsize n_cases);
