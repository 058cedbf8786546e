/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-script.h"

/* The jam is on Saturday, 4 July; it is Wednesday before. */
#define JAM "event me/jam 2026-07-04 15:00 120 Guitar jam in the park\n"

static const PlannerScriptCase CASES[] = {
  { "what-was-told-in-may", "2026-05-01 12:00",
    "add Luc\n"
    "say Luc: plays the guitar\n"
    "at 2026-06-30 12:00\n" JAM,
    "2026-06-30 23:00", "invite Luc @ 2026-06-30 12:00\n" },
  { "what-was-told-in-french", "2026-05-01 12:00",
    "add Luc\n"
    "say Luc: joue de la guitare\n"
    "at 2026-06-30 12:00\n"
    "event me/jam 2026-07-04 15:00 120 Boeuf guitare au parc\n",
    "2026-06-30 23:00", "invite Luc @ 2026-06-30 12:00\n" },
  { "in-either-language", "2026-05-01 12:00",
    "add Luc\n"
    "say Luc: adore la guitare\n"
    "at 2026-06-30 12:00\n" JAM,
    "2026-06-30 23:00", "invite Luc @ 2026-06-30 12:00\n" },
  { "what-is-told-while-it-is-planned", "2026-06-30 12:00",
    "add Luc\n" JAM "say Luc: plays the guitar", "2026-06-30 23:00",
    "invite Luc @ 2026-06-30 12:00\n" },
  /* Calendars are looked through once a week where nothing else happens. */
  { "when-it-is-near", "2026-06-10 12:00",
    "add Luc\n"
    "say Luc: plays the guitar\n" JAM,
    "2026-06-17 23:00", "invite Luc @ 2026-06-17 10:00\n" },
  { "three-weeks-ahead", "2026-06-13 12:00",
    "add Luc\n"
    "say Luc: plays the guitar\n" JAM,
    "2026-06-13 23:00", "invite Luc @ 2026-06-13 12:00\n" },
  { "two-days-ahead", "2026-07-02 12:00",
    "add Luc\n"
    "say Luc: plays the guitar\n" JAM,
    "2026-07-02 23:00", "invite Luc @ 2026-07-02 12:00\n" },
  { "all-day", "2026-06-30 12:00",
    "add Luc\n"
    "say Luc: loves board games\n"
    "days me/d 2026-07-04 2026-07-04 Board games at home",
    "2026-06-30 23:00", "invite Luc @ 2026-06-30 12:00\n" },

  /* Who first: who was heard of last, and no more than two. */
  { "two-at-most", "2026-06-01 12:00",
    "add Ada\nadd Bob\nadd Cyd\n"
    "say Ada: plays the guitar\n"
    "say Bob: plays the guitar\n"
    "say Cyd: plays the guitar\n"
    "at 2026-06-20 12:00\n"
    "met Ada 2026-06-10\n"
    "met Cyd 2026-06-15\n" JAM,
    "2026-06-20 23:00",
    "invite Cyd @ 2026-06-20 12:00\n"
    "invite Ada @ 2026-06-20 12:30\n" },
  { "two-that-are-told-one-after-another", "2026-06-20 12:00",
    "add Ada\nadd Bob\nadd Cyd\n" JAM "say Ada: plays the guitar\n"
    "say Bob: plays the guitar\n"
    "say Cyd: plays the guitar",
    "2026-06-20 23:00",
    "invite Ada @ 2026-06-20 12:00\n"
    "invite Bob @ 2026-06-20 12:30\n" },
  { "what-came-since-somebody-else-was-told-of", "2026-06-20 12:00",
    "add Ada\nadd Bob\n"
    "say Ada: loves chess\n" JAM "say Bob: plays the guitar",
    "2026-06-20 23:00", "invite Bob @ 2026-06-20 12:00\n" },
  { "nobody-in-the-place-of-who-was-dropped", "2026-06-01 12:00",
    "add Ada\nadd Bob\nadd Cyd\n"
    "say Ada: plays the guitar\n"
    "say Bob: plays the guitar\n"
    "say Cyd: plays the guitar\n"
    "at 2026-06-28 12:00\n"
    "met Ada 2026-06-27\n"
    "met Bob 2026-06-26\n" JAM "at 2026-06-28 12:00\n"
    "drop\n"
    "at 2026-06-28 15:00\n"
    "drop",
    "2026-07-03 23:00",
    "invite Ada @ 2026-06-28 12:00\n"
    "invite Bob @ 2026-06-28 12:30\n" },

  /* Not of these. */
  { "more-than-three-weeks-ahead", "2026-06-12 12:00",
    "add Luc\n"
    "say Luc: plays the guitar\n" JAM,
    "2026-06-12 23:00", "" },
  { "tomorrow", "2026-07-03 09:00",
    "add Luc\n"
    "say Luc: plays the guitar\n" JAM,
    "2026-07-04 23:00", "" },
  { "who-comes-already", "2026-06-28 12:00",
    "card b/1 u1 Luc <luc@x.org>\n"
    "say Luc: plays the guitar\n"
    "event me/jam 2026-07-04 15:00 120 Guitar jam <luc@x.org>",
    "2026-07-04 14:00", "" },
  { "who-is-in-the-title", "2026-06-28 12:00",
    "add Luc\n"
    "say Luc: plays the guitar\n"
    "days me/jam 2026-07-04 2026-07-04 Guitar jam with Luc",
    "2026-07-04 14:00", "" },
  { "who-does-not-like-it", "2026-06-28 12:00",
    "add Luc\n"
    "say Luc: plays the guitar\n"
    "say Luc: hates camping\n"
    "event me/jam 2026-07-04 15:00 120 Camping with guitar",
    "2026-07-04 14:00", "" },
  { "who-said-later-that-they-do-not", "2026-06-20 12:00",
    "add Luc\n"
    "say Luc: plays the guitar\n"
    "at 2026-06-25 09:00\n" JAM "at 2026-06-25 10:00\n"
    "say Luc: hates the guitar",
    "2026-07-04 14:00", "invite Luc @ 2026-06-25 09:00\n" },
  { "whom-one-keeps-to-oneself", "2026-06-28 12:00",
    "private Luc\n"
    "say Luc: plays the guitar\n" JAM,
    "2026-07-04 14:00", "" },
  { "whom-one-is-never-reminded-of", "2026-06-28 12:00",
    "never Luc\n"
    "say Luc: plays the guitar\n" JAM,
    "2026-07-04 14:00", "" },
  { "the-dead", "2026-06-28 12:00",
    "card b/1 u1 Luc =dead\n"
    "say Luc: plays the guitar\n" JAM,
    "2026-07-04 14:00", "" },
  { "somebody-elses-calendar", "2026-06-28 12:00",
    "add Luc\nadd Zoe\n"
    "say Luc: plays the guitar\n"
    "set [calendar zoe];person=Zoe\n"
    "event zoe/jam 2026-07-04 15:00 120 Guitar jam",
    "2026-07-04 14:00", "" },
  { "cancelled", "2026-06-28 12:00",
    "add Luc\n"
    "say Luc: plays the guitar\n"
    "event me/jam 2026-07-04 15:00 120 Guitar jam =off",
    "2026-07-04 14:00", "" },
  { "called-cancelled", "2026-06-28 12:00",
    "add Luc\n"
    "say Luc: plays the guitar\n"
    "event me/jam 2026-07-04 15:00 120 CANCELLED: Guitar jam",
    "2026-07-04 14:00", "" },
  { "to-a-sport-nobody-who-is-hurt", "2026-06-28 12:00",
    "add Luc\n"
    "say Luc: plays football\n"
    "say Luc: broke his leg on 30 May\n"
    "event me/f 2026-07-04 15:00 120 Football in the park",
    "2026-07-04 14:00",
    "return Luc @ 2026-06-29 10:00\n"
    "return Luc @ 2026-06-30 10:00\n"
    "return Luc @ 2026-07-01 10:00\n" },
  { "to-a-sport-who-was-hurt-long-ago", "2026-06-28 12:00",
    "add Luc\n"
    "say Luc: plays football\n"
    "say Luc: broke his leg on 30 March\n"
    "event me/f 2026-07-04 15:00 120 Football in the park",
    "2026-07-04 14:00",
    "invite Luc @ 2026-06-28 12:00\n"
    "invite Luc @ 2026-06-29 10:00\n"
    "invite Luc @ 2026-06-30 10:00\n" },
  { "to-music-who-is-hurt", "2026-06-28 12:00",
    "add Luc\n"
    "say Luc: plays the guitar\n"
    "say Luc: broke his leg on 30 May\n" JAM,
    "2026-07-04 14:00",
    "invite Luc @ 2026-06-28 12:00\n"
    "return Luc @ 2026-06-29 10:00\n"
    "invite Luc @ 2026-06-30 10:00\n"
    "return Luc @ 2026-07-01 10:00\n"
    "invite Luc @ 2026-07-02 10:00\n"
    "return Luc @ 2026-07-03 09:00\n" },
  { "private", "2026-06-28 12:00",
    "add Luc\n"
    "say Luc: loves yoga\n"
    "event me/y 2026-07-04 15:00 120 Yoga with my therapist",
    "2026-07-04 14:00", "" },
  { "whoever-died-as-a-note-says", "2026-06-28 12:00",
    "add Luc\n"
    "say Luc: plays the guitar\n"
    "say Luc: Luc died on Friday\n" JAM,
    "2026-07-04 14:00", "" },
  { "a-birthday", "2026-06-28 12:00",
    "add Luc\n"
    "say Luc: loves Elvis\n"
    "days me/b 2026-07-04 2026-07-04 Birthday of Elvis",
    "2026-07-04 14:00", "" },
  { "something-else", "2026-06-28 12:00",
    "add Luc\n"
    "say Luc: loves rock gardens\n"
    "event me/jam 2026-07-04 15:00 120 Rock concert",
    "2026-07-04 14:00", "" },
  { "moved-away", "2026-06-20 12:00",
    "add Luc\n"
    "say Luc: plays the guitar\n"
    "set [nudges];per-day=0\n" JAM "at 2026-06-21 12:00\n"
    "rm me/jam\n"
    "set [nudges];per-day=3",
    "2026-07-04 14:00", "" },
  { "once-of-a-series", "2026-06-28 12:00",
    "add Luc\n"
    "say Luc: plays the guitar\n"
    "event me/jam 2026-07-04 15:00 120 Guitar jam =weekly:5\n"
    "at 2026-06-28 13:00\n"
    "done",
    "2026-08-04 14:00", "invite Luc @ 2026-06-28 12:00\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  planner_script_add ("rule-invite", CASES, G_N_ELEMENTS (CASES));
  return g_test_run ();
}
