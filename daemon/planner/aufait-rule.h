/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules: what makes a nudge of what is known. One file a rule, one row a rule in the table. A
 * rule is pure: it reads its evidence, and adds what it proposes. */
#pragma once

#include "aufait-occasion.h"
#include "aufait-proposal.h"
#include "aufait-spoken-day.h"

/* When, and where, rules are asked. */
typedef struct {
  GDateTime *now;
  GTimeZone *zone;
  AufaitDay today;
} AufaitRuleContext;

struct _AufaitRule {
  const char
      *kind;      /* the nudge's kind, and the beginning of its keys, which go on with the person */
  int importance; /* the larger goes first where not all fit */
  gboolean
      is_ahead; /* of what is to come: once it has expired nothing keeps it, not even a snooze */
  gboolean is_timely;  /* said at its instant or never: quiet hours and spacing do not hold it up */
  gint64 lead_secs;    /* what is timely: so long before its event begins, until that does */
  gboolean is_of_day;  /* its day counts: said on the day after it is late */
  gboolean is_undated; /* no day demands it: one a week about a person is enough */
  gboolean is_beside;  /* of a meeting: another nudge about the person may come on the same day */
  gboolean
      is_after; /* it asks about what has to be over first: before its instant it is for later */
  gboolean is_once; /* asked once: without an answer it does not come back */
  int rests_days; /* of a series: so many days are between one that was asked and the next; 0: none
                     need be */
  gboolean is_owed;    /* dropping one teaches nothing about the next */
  const char *done_as; /* done, one was in touch: how (aufait_contact_how_to_string); NULL: it is no
                          word of having been */
  gboolean is_light;   /* those who mourn are spared it, whatever it comes of */
  gboolean is_call;    /* it asks to speak to them now: when they can be spoken to, too */
  gboolean needs_who;  /* it is worded with what is known of the person */

  /* Each adds a proposal for each person and each reason; NULL: the rule reads no such evidence. */
  void (*propose) (const AufaitRule *rule, const AufaitNote *note, GPtrArray *proposals);
  void (*propose_of_event) (const AufaitRule *rule,
                            const AufaitEvent *event,
                            const AufaitRuleContext *context,
                            GPtrArray *proposals);
  void (*propose_of_person) (const AufaitRule *rule,
                             const AufaitAcquaintance *who,
                             const AufaitRuleContext *context,
                             GPtrArray *proposals);
  void (*propose_of_occasion) (const AufaitRule *rule,
                               const AufaitOccasion *occasion,
                               const AufaitRuleContext *context,
                               GPtrArray *proposals);

  /* Whether this one needs what is known of the person, although not all of the rule do; NULL: none
   * does beside what needs_who says. */
  gboolean (*wants_who) (const AufaitProposal *proposal);

  /* Whether it is worth saying, once what is known of the person is there; NULL: it always is. Only
   * where needs_who or wants_who says so. */
  gboolean (*is_worth) (const AufaitProposal *proposal, const AufaitRuleContext *context);

  /* Sets title and action of a nudge whose person is set, and adds evidence beyond that of the
   * proposal. */
  void (*word) (const AufaitProposal *proposal,
                AufaitSpokenDay spoken,
                GTimeZone *zone,
                AufaitNudge *nudge);
};

/* Ends with NULL. */
extern const AufaitRule *const AUFAIT_RULES[];

extern const AufaitRule AUFAIT_RULE_ANNIVERSARY;
extern const AufaitRule AUFAIT_RULE_BIRTHDAY;
extern const AufaitRule AUFAIT_RULE_BRIEF;
extern const AufaitRule AUFAIT_RULE_CHECKIN;
extern const AufaitRule AUFAIT_RULE_DRIFT;
extern const AufaitRule AUFAIT_RULE_FOLLOWUP;
extern const AufaitRule AUFAIT_RULE_INVITE;
extern const AufaitRule AUFAIT_RULE_LOSS;
extern const AufaitRule AUFAIT_RULE_PROMISE;
extern const AufaitRule AUFAIT_RULE_RETURN;
extern const AufaitRule AUFAIT_RULE_WISH;

/* The rule of that kind; NULL: there is none. */
const AufaitRule *aufait_rules_find (const char *kind);

/* Whether it is what one who mourns may wish to be spared for a while. An exam or an illness does
 * not wait. */
gboolean aufait_rules_is_light (const AufaitProposal *proposal);

/* One is invited to events that begin in so many days from now. */
#define AUFAIT_RULE_INVITE_MIN_DAYS 2
#define AUFAIT_RULE_INVITE_MAX_DAYS 21

/* So many an event are asked one by one. Who was chosen once has a place, whether they still want
 * it or not. */
#define AUFAIT_RULE_INVITE_GUESTS_MAX 2

/* What the rules read: arrays of AufaitNote, AufaitEvent, AufaitAcquaintance, AufaitOccasion. All
 * of it must live longer than what is proposed. */
typedef struct {
  GPtrArray *notes;
  GPtrArray *events;
  GPtrArray *people;
  GPtrArray *occasions;
} AufaitRuleEvidence;

/* Every proposal that the rules make of @evidence; but for what is due after the year 2999. */
GPtrArray *aufait_rules_propose (const AufaitRuleEvidence *evidence,
                                 const AufaitRuleContext *context);
