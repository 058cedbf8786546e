/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a walk with the plan alone knows, in plain values: people, what was noted of them, meetings,
 * and what happened to each nudge; and from that, why one may not be shown now. What happened is
 * written to a memory as it goes, too, from which all is made anew at a restart. */
#pragma once

#include "aufait-free-time.h"
#include "aufait-plan.h"
#include "aufait-rule.h"

#define PLANNER_STEPS_PEOPLE 8
#define PLANNER_STEPS_ZONES  4

/* A nudge: what it comes of, and what happened to it. */
typedef struct {
  const AufaitRule *rule;
  gint64 person;
  int moment; /* AufaitMomentKind; -1: it comes of none */
  AufaitDay noted_on;
  AufaitDay due_on;
  int due_secs;
  gint64 due_at;
  AufaitDay expires_on;
  gint64 expires_at;
  gboolean is_gone;  /* its note was taken back */
  gboolean was_held; /* it was due, and something spoke against it */
  gboolean gave_way; /* that was another word on the same person */
  AufaitNote *note;
  AufaitProposal *proposal;
  AufaitNudgeRecord *record;
} PlannerStepsItem;

typedef struct {
  char *folder;
  AufaitMemory *memory;
  AufaitDirectory *directory;
  AufaitSettings *settings;
  AufaitRef *people[PLANNER_STEPS_PEOPLE];
  GTimeZone *zones[PLANNER_STEPS_ZONES];
  GTimeZone *zone;
  gint64 now;
  GPtrArray *items;  /* PlannerStepsItem: open ones, and what was shown lately */
  GPtrArray *losses; /* AufaitNote */
  GArray *busy;      /* AufaitFreeTime */
  guint n_keys;
} PlannerSteps;

void planner_steps_init (PlannerSteps *steps, int per_day);
void planner_steps_clear (PlannerSteps *steps);

/* Now; and a day, where the user is. */
GDateTime *planner_steps_get_now (const PlannerSteps *steps);
AufaitDay planner_steps_find_day (const PlannerSteps *steps, gint64 at);

/* Takes @item, whose first members are set, over: with a proposal, and a record in the memory. */
void planner_steps_take_item (PlannerSteps *steps, PlannerStepsItem *item);

/* On that day @person loses somebody. */
void planner_steps_add_loss (PlannerSteps *steps, gint64 person, AufaitDay day);

gboolean planner_steps_is_open (const PlannerStepsItem *item);

/* What happened to it, in the memory too. */
void planner_steps_show (PlannerSteps *steps, PlannerStepsItem *item);
void planner_steps_close (PlannerSteps *steps, PlannerStepsItem *item, AufaitNudgeState state);
void planner_steps_snooze (PlannerSteps *steps, PlannerStepsItem *item, gint64 until);

/* The program ends and begins again: what the memory kept is what had happened, and all that is
 * planned with is made anew. */
void planner_steps_restart (PlannerSteps *steps);

/* What the plan is told; of the items it borrows all. */
AufaitFacts *planner_steps_new_facts (PlannerSteps *steps);

/* What speaks against showing @item now, as a user would say it; NULL: nothing. */
const char *planner_steps_find_reason (PlannerSteps *steps,
                                       const AufaitFacts *facts,
                                       const PlannerStepsItem *item);

/* The reason that another word on the same person is. */
extern const char PLANNER_STEPS_GAVE_WAY[];
