/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-script.h"

/* Friday 3 July 2026 is the day of the test. */
static const PlannerScriptCase CASES[] = {
  { "told-before-it-was-asked", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: has her driving test on Friday\n"
    "at 2026-07-02 12:00\n"
    "done\n"
    "at 2026-07-04 08:00\n"
    "say Ada: got her driving licence, passed the driving test",
    "2026-07-10 23:00", "wish Ada @ 2026-07-02 10:00\n" },
  { "told-in-french", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: passe le permis vendredi\n"
    "at 2026-07-02 12:00\n"
    "done\n"
    "at 2026-07-04 08:00\n"
    "say Ada: a eu son permis !",
    "2026-07-10 23:00", "wish Ada @ 2026-07-02 10:00\n" },
  { "not-told-before-it-was", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: has her driving test on Friday\n"
    "at 2026-07-02 12:00\n"
    "done\n"
    "say Ada: dreads the driving test",
    "2026-07-04 23:00",
    "wish Ada @ 2026-07-02 10:00\n"
    "return Ada @ 2026-07-04 10:00\n" },
  { "something-else-was-told", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: has her driving test on Friday\n"
    "at 2026-07-02 12:00\n"
    "done\n"
    "at 2026-07-04 08:00\n"
    "say Ada: found a new flat",
    "2026-07-04 23:00",
    "wish Ada @ 2026-07-02 10:00\n"
    "return Ada @ 2026-07-04 10:00\n" },
  { "told-by-another", "2026-06-29 12:00",
    "add Ada\n"
    "add Bob\n"
    "say Ada: has her driving test on Friday\n"
    "at 2026-07-02 12:00\n"
    "done\n"
    "at 2026-07-04 08:00\n"
    "say Bob: passed the driving test",
    "2026-07-04 23:00",
    "wish Ada @ 2026-07-02 10:00\n"
    "return Ada @ 2026-07-04 10:00\n" },
  { "moved", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: job interview on Friday\n"
    "say Ada: the interview was moved to 10 July",
    "2026-07-11 23:00",
    "wish Ada @ 2026-07-09 10:00\n"
    "wish Ada @ 2026-07-10 10:00\n"
    "return Ada @ 2026-07-11 10:00\n" },
  { "moved-in-french", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: entretien d'embauche vendredi\n"
    "say Ada: l'entretien est reporté au 10 juillet",
    "2026-07-11 23:00",
    "wish Ada @ 2026-07-09 10:00\n"
    "wish Ada @ 2026-07-10 10:00\n"
    "return Ada @ 2026-07-11 10:00\n" },
  { "another-one", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: job interview on Friday\n"
    "say Ada: another interview on 10 July\n"
    "at 2026-07-02 12:00\n"
    "done\n"
    "at 2026-07-04 12:00\n"
    "done",
    "2026-07-09 23:00",
    "wish Ada @ 2026-07-02 10:00\n"
    "return Ada @ 2026-07-04 10:00\n"
    "wish Ada @ 2026-07-09 10:00\n" },
  { "called-off", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: job interview on Friday\n"
    "say Ada: the interview was called off",
    "2026-07-10 23:00", "" },
  { "called-off-for-good", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: job interview on Friday\n"
    "say Ada: the interview was called off\n"
    "restart 2026-07-01 08:00",
    "2026-07-10 23:00", "" },
  { "put-off-without-a-day", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: exam on Friday\n"
    "say Ada: her exam is postponed",
    "2026-07-10 23:00", "" },
  { "put-off-without-a-day-in-french", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: examen vendredi\n"
    "say Ada: son examen est reporté",
    "2026-07-10 23:00", "" },
  { "something-else-is-put-off", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: exam on Friday\n"
    "say Ada: is nervous about her exam, the wedding was pushed back to September",
    "2026-07-03 23:00",
    "wish Ada @ 2026-07-02 10:00\n"
    "wish Ada @ 2026-07-03 10:00\n" },
  { "trip-that-will-not-be", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: goes to Spain from 4 to 8 July\n"
    "say Ada: is not going to Spain after all",
    "2026-07-12 23:00", "" },
  { "trip-that-will-not-be-in-french", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: part à Rome du 4 au 8 juillet\n"
    "say Ada: n'ira pas à Rome finalement",
    "2026-07-12 23:00", "" },
  { "another-trip-will-not-be", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: goes to Spain from 4 to 8 July\n"
    "say Ada: is not going to Rome after all",
    "2026-07-09 23:00", "return Ada @ 2026-07-09 10:00\n" },
  { "a-trip-without-a-place-is-another", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: goes on holiday from 4 to 8 July\n"
    "say Ada: goes to Spain from 20 to 24 July\n"
    "say Ada: is not going to Spain after all\n"
    "at 2026-07-09 12:00\n"
    "done",
    "2026-07-26 23:00", "return Ada @ 2026-07-09 10:00\n" },
  { "a-trip-without-a-place-is-the-one", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: part en vacances du 4 au 8 juillet\n"
    "say Ada: ne va plus en Espagne",
    "2026-07-12 23:00", "" },
  { "told-anew", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: goes to Spain from 4 to 8 July\n"
    "say Ada: is not going to Spain after all\n"
    "say Ada: is going to Spain from 5 to 8 July, they found a dog sitter\n"
    "restart 2026-07-01 08:00",
    "2026-07-09 23:00", "return Ada @ 2026-07-09 10:00\n" },
  { "told-anew-and-taken-back-again", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: entretien d'embauche vendredi\n"
    "say Ada: l'entretien est annulé\n"
    "say Ada: l'entretien aura lieu vendredi\n"
    "say Ada: l'entretien est annulé\n"
    "restart 2026-07-01 08:00",
    "2026-07-10 23:00", "" },
  { "done-and-told-again", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: has her driving test on Friday\n"
    "at 2026-07-02 12:00\n"
    "done\n"
    "say Ada: the driving test is on Friday",
    "2026-07-04 09:00", "wish Ada @ 2026-07-02 10:00\n" },
  { "anothers-news", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: her baby is due on Friday\n"
    "at 2026-07-04 08:00\n"
    "say Ada: her sister is pregnant\n"
    "say Ada: zoe is pregnant",
    "2026-07-04 23:00", "return Ada @ 2026-07-04 10:00\n" },
  { "anothers-news-in-french", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: son bébé est prévu vendredi\n"
    "at 2026-07-04 08:00\n"
    "say Ada: sa soeur est enceinte\n"
    "say Ada: zoé est enceinte",
    "2026-07-04 23:00", "return Ada @ 2026-07-04 10:00\n" },
  { "news-of-the-house", "2026-06-29 12:00",
    "add Bob\n"
    "say Bob: expecting a baby on Friday\n"
    "at 2026-07-04 08:00\n"
    "say Bob: his wife gave birth",
    "2026-07-04 23:00", "" },
  { "news-of-the-one-whom-it-happened-to", "2026-06-29 12:00",
    "add Bob\n"
    "say Bob: his sister has surgery on Friday\n"
    "at 2026-07-02 12:00\n"
    "done\n"
    "at 2026-07-04 08:00\n"
    "say Bob: his sister's surgery went well",
    "2026-07-04 23:00", "wish Bob @ 2026-07-02 10:00\n" },
  { "news-that-another-tells", "2026-06-29 12:00",
    "add Ada\n"
    "add Zoe\n"
    "say Ada: has her driving test on Friday\n"
    "at 2026-07-02 12:00\n"
    "done\n"
    "at 2026-07-04 08:00\n"
    "say Ada+Zoe: Ada told me Zoe passed the driving test",
    "2026-07-04 23:00",
    "wish Ada @ 2026-07-02 10:00\n"
    "return Ada @ 2026-07-04 10:00\n" },
  { "called-off-in-french", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: entretien d'embauche vendredi\n"
    "say Ada: l'entretien est annulé",
    "2026-07-10 23:00", "" },
  { "no-child-is-expected-any-more", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: is pregnant, due on 20 July\n"
    "say Ada: isn't pregnant anymore",
    "2026-07-22 23:00", "" },
  { "no-child-is-expected-any-more-in-french", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: enceinte, terme le 20 juillet\n"
    "say Ada: n'est plus enceinte",
    "2026-07-22 23:00", "" },
  { "who-was-ill-has-died", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: her mum starts chemo on 20 July\n"
    "say Ada: her mum passed away this morning\n"
    "at 2026-06-30 12:00\n"
    "done",
    "2026-07-22 23:00", "return Ada @ 2026-06-30 10:00\n" },
  { "who-was-ill-is-not-who-has-died", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: has an operation on 20 July\n"
    "say Ada: her grandma died this morning\n"
    "at 2026-06-30 12:00\n"
    "done",
    "2026-07-19 23:00", "return Ada @ 2026-06-30 10:00\nwish Ada @ 2026-07-19 10:00\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  planner_script_add ("outdated", CASES, G_N_ELEMENTS (CASES));
  return g_test_run ();
}
