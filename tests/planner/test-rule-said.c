/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each rule says, with its reasons, of notes in either language, and in both that are spoken:
 * the test looks at LANGUAGE. */
#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "planner-script.h"

static const struct {
  const char *name;
  const char *begin;
  const char *script;
  const char *until;
  const char *english; /* what was said last: kind | title | the rest, with the reasons */
  const char *french;
} CASES[] = {
  { "birthday", "2026-05-08 12:00",
    "add Ada\n"
    "card b/1 u1 Ada 1984-05-09\n"
    "say Ada: adore la voile",
    "2026-05-09 11:00",
    "birthday | Ada turns 42 today | Send good wishes. You noted on 8 May: “adore la voile”.",
    "birthday | Ada fête ses 42 ans aujourd’hui | Envoyer des vœux. Noté le 8 mai : « adore la voile »." },
  { "birthday-without-what-does-not-help", "2026-05-01 12:00",
    "add Ada\n"
    "card b/1 u1 Ada --05-09\n"
    "say Ada: adore la voile\n"
    "at 2026-05-08 12:00\n"
    "say Ada: the boiler man's number is 555",
    "2026-05-09 11:00",
    "birthday | Ada has a birthday today | Send good wishes. You noted on 1 May: “adore la voile”.",
    "birthday | Ada fête son anniversaire aujourd’hui | Envoyer des vœux. Noté le 1er mai : « adore la voile »." },
  { "birthday-of-whom-one-owes-something", "2026-05-08 12:00",
    "add Ada\n"
    "card b/1 u1 Ada --05-09\n"
    "say Ada: promised her the book by 12 May",
    "2026-05-09 11:00",
    "birthday | Ada has a birthday today | Send good wishes. You noted on 8 May: “promised her the book by 12 May”.",
    "birthday | Ada fête son anniversaire aujourd’hui | Envoyer des vœux. Noté le 8 mai : « promised her the book by 12 May »." },
  { "birthday-belated", "2026-05-10 12:00",
    "add Ada\n"
    "card b/1 u1 Ada --05-09",
    "2026-05-10 13:00", "birthday | Ada had a birthday yesterday | Send belated good wishes.",
    "birthday | Ada a fêté son anniversaire hier | Envoyer des vœux, même en retard." },
  { "anniversary", "2026-06-05 12:00",
    "add Ada\n"
    "card b/1 u1 Ada ~2010-06-06",
    "2026-06-06 11:00", "anniversary | Ada: 16 years married today | Send good wishes.",
    "anniversary | Ada : 16 ans de mariage aujourd’hui | Envoyer des vœux." },
  { "left-already", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: left for Rome last Friday",
    "2026-06-30 11:00",
    "return | Ada left for Rome on Friday | Ask how it is going. You noted on 29 June: “left for Rome last Friday”.",
    "return | Ada : le départ (Rome), c’était vendredi | Demander comment ça se passe. Noté le 29 juin : « left for Rome last Friday »." },
  { "left-already-in-french", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: est partie à Rome vendredi dernier",
    "2026-06-30 11:00",
    "return | Ada left for Rome on Friday | Ask how it is going. You noted on 29 June: “est partie à Rome vendredi dernier”.",
    "return | Ada : le départ (Rome), c’était vendredi | Demander comment ça se passe. Noté le 29 juin : « est partie à Rome vendredi dernier »." },
  { "out-of-hospital", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: leaves hospital on Wednesday",
    "2026-07-02 11:00",
    "return | Ada: the return home was yesterday | Ask for news. You noted on 29 June: “leaves hospital on Wednesday”.",
    "return | Ada : le retour à la maison, c’était hier | Prendre des nouvelles. Noté le 29 juin : « leaves hospital on Wednesday »." },
  { "out-of-hospital-in-french", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: sort de l'hôpital mercredi",
    "2026-07-02 11:00",
    "return | Ada: the return home was yesterday | Ask for news. You noted on 29 June: “sort de l'hôpital mercredi”.",
    "return | Ada : le retour à la maison, c’était hier | Prendre des nouvelles. Noté le 29 juin : « sort de l'hôpital mercredi »." },
  { "birthday-told", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: turns 40 on Friday",
    "2026-07-09 11:00",
    "wish | Ada: the birthday is today | Send Ada good wishes. You noted on 29 June: “turns 40 on Friday”.",
    "wish | Ada : l’anniversaire, c’est aujourd’hui | Adresser des vœux à Ada. Noté le 29 juin : « turns 40 on Friday »." },
  { "birthday-told-in-french", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: fête ses 40 ans vendredi",
    "2026-07-09 11:00",
    "wish | Ada: the birthday is today | Send Ada good wishes. You noted on 29 June: “fête ses 40 ans vendredi”.",
    "wish | Ada : l’anniversaire, c’est aujourd’hui | Adresser des vœux à Ada. Noté le 29 juin : « fête ses 40 ans vendredi »." },
  { "birthday-told-and-on-a-card", "2026-06-29 12:00",
    "add Ada\n"
    "card b/1 u1 Ada 1986-07-03\n"
    "say Ada: her birthday is on Friday",
    "2026-07-03 11:00",
    "birthday | Ada turns 40 today | Send good wishes. You noted on 29 June: “her birthday is on Friday”.",
    "birthday | Ada fête ses 40 ans aujourd’hui | Envoyer des vœux. Noté le 29 juin : « her birthday is on Friday »." },
  { "birthday-of-a-child", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: son fils Jules a 5 ans le 3 juillet",
    "2026-07-09 11:00",
    "wish | Ada (fils): the birthday is today | Send Ada good wishes. You noted on 29 June: “son fils Jules a 5 ans le 3 juillet”.",
    "wish | Ada (fils) : l’anniversaire, c’est aujourd’hui | Adresser des vœux à Ada. Noté le 29 juin : « son fils Jules a 5 ans le 3 juillet »." },
  { "animal-lost", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: their dog died today",
    "2026-06-30 11:00",
    "return | A thought for Ada | Send a kind word. You noted on 29 June: “their dog died today”.",
    "return | Une pensée pour Ada | Envoyer un mot de soutien. Noté le 29 juin : « their dog died today »." },
  { "job-lost", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: lost her job today",
    "2026-06-30 11:00",
    "return | Ada: the loss of the job was yesterday | Ask how it is going. You noted on 29 June: “lost her job today”.",
    "return | Ada : la perte de l’emploi, c’était hier | Demander comment ça se passe. Noté le 29 juin : « lost her job today »." },
  { "brief", "2026-06-01 12:00",
    "add Ada\n"
    "met Ada 2026-03-31\n"
    "say Ada: her dog is ill\n"
    "say Ada: seemed tired\n"
    "at 2026-06-30 12:00\n"
    "event me/l 2026-07-01 12:30 60 Lunch with Ada",
    "2026-07-01 12:10",
    "brief | Lunch with Ada at 12:30 | Last seen 3 months ago. You noted on 1 June: “seemed tired”. You noted on 1 June: “her dog is ill”.",
    "brief | Lunch with Ada à 12:30 | Dernière rencontre il y a 3 mois. Noté le 1er juin : « seemed tired ». Noté le 1er juin : « her dog is ill »." },
  { "brief-news-first", "2026-06-29 12:00",
    "add Ada\n"
    "say Ada: lost her father on Friday\n"
    "say Ada: likes jazz\n"
    "say Ada: has a red bicycle\n"
    "say Ada: moved to Rome in January\n"
    "event me/l 2026-07-01 12:30 60 Lunch with Ada",
    "2026-07-01 12:10",
    "brief | Lunch with Ada at 12:30 | You noted on 29 June: “moved to Rome in January”. You noted on 29 June: “lost her father on Friday”.",
    "brief | Lunch with Ada à 12:30 | Noté le 29 juin : « moved to Rome in January ». Noté le 29 juin : « lost her father on Friday »." },
  { "brief-in-french", "2026-06-01 12:00",
    "add Ada\n"
    "say Ada: son chien est malade\n"
    "at 2026-06-30 12:00\n"
    "event me/l 2026-07-01 12:30 60 Déjeuner avec Ada",
    "2026-07-01 12:10",
    "brief | Déjeuner avec Ada at 12:30 | You noted on 1 June: “son chien est malade”.",
    "brief | Déjeuner avec Ada à 12:30 | Noté le 1er juin : « son chien est malade »." },
  { "brief-next-time", "2026-06-01 12:00",
    "add Ada\n"
    "say Ada: next time I see Ada, give back her sweater\n"
    "event me/l 2026-06-02 12:30 60 Lunch with Ada",
    "2026-06-02 12:10", "brief | Lunch with Ada at 12:30 | Remember: give back her sweater.",
    "brief | Lunch with Ada à 12:30 | À ne pas oublier : give back her sweater." },
  { "brief-of-a-stranger", "2026-06-30 12:00",
    "add Ada\n"
    "event me/l 2026-07-01 12:30 60 Lunch with Ada",
    "2026-07-01 12:10", "brief | Lunch with Ada at 12:30 | ", "brief | Lunch with Ada à 12:30 | " },
  { "followup", "2026-07-01 13:00",
    "add Ada\n"
    "event me/l 2026-07-01 12:30 60 Lunch with Ada",
    "2026-07-01 14:10",
    "followup | What did Ada tell you? | Note it while you remember. In the calendar: “Lunch with Ada”.",
    "followup | Qu’a raconté Ada ? | Le noter tant que c’est frais. Dans l’agenda : « Lunch with Ada »." },
  { "checkin", "2026-07-01 09:00",
    "add Ada\n"
    "say Ada: cherche un appartement\n"
    "met Ada 2026-07-01\n"
    "every Ada 3w",
    "2026-07-22 10:10",
    "checkin | It has been 3 weeks since you last spoke to Ada | Call Ada. You noted on 1 July: “cherche un appartement”.",
    "checkin | Pas d’échange avec Ada depuis 3 semaines | Appeler Ada. Noté le 1er juillet : « cherche un appartement »." },
  { "checkin-without-what-does-not-help", "2026-07-01 09:00",
    "add Ada\n"
    "met Ada 2026-07-01\n"
    "every Ada 3w\n"
    "say Ada: the boiler man's number is 555",
    "2026-07-22 10:10", "checkin | It has been 3 weeks since you last spoke to Ada | Call Ada.",
    "checkin | Pas d’échange avec Ada depuis 3 semaines | Appeler Ada." },
  { "checkin-first", "2026-07-01 09:00",
    "add Ada\n"
    "every Ada 1w",
    "2026-07-15 10:10", "checkin | It is time for a word with Ada | Call Ada.",
    "checkin | Un mot à Ada serait bienvenu | Appeler Ada." },
  { "drift", "2026-07-01 09:00",
    "add Ada\n"
    "met Ada 2026-04-08 21 5\n"
    "say Ada: learns Greek",
    "2026-08-30 10:10",
    "drift | You and Ada have lost your rhythm | You were in touch about every 3 weeks, the last time 7 weeks ago. Send a word. You noted on 1 July: “learns Greek”.",
    "drift | Le rythme avec Ada s’est perdu | Des nouvelles s’échangeaient environ toutes les 3 semaines, la dernière fois il y a 7 semaines. Envoyer un mot. Noté le 1er juillet : « learns Greek »." },
  { "drift-gentle", "2026-07-01 09:00",
    "add Ada\n"
    "met Ada 2026-06-15\n"
    "met Ada 2026-06-16\n"
    "met Ada 2026-06-17\n"
    "met Ada 2026-06-18\n"
    "restart 2026-07-05 09:00",
    "2026-07-05 10:10",
    "drift | You and Ada have not spoken for a while | A word from you would be a nice surprise.",
    "drift | Peu d’échanges avec Ada ces derniers temps | Un mot serait une belle surprise." },
  { "invite", "2026-05-01 12:00",
    "add Luc\n"
    "say Luc: plays the guitar\n"
    "at 2026-06-30 12:00\n"
    "event me/jam 2026-07-04 15:00 120 Guitar jam in the park",
    "2026-06-30 12:10",
    "invite | Invite Luc to “Guitar jam in the park” on Saturday | 8 weeks ago you noted: “plays the guitar”.",
    "invite | Inviter Luc à « Guitar jam in the park » samedi | Il y a 8 semaines, noté : « plays the guitar »." },
  { "invite-in-french", "2026-05-01 12:00",
    "add Luc\n"
    "say Luc: joue de la guitare\n"
    "at 2026-06-30 12:00\n"
    "event me/jam 2026-07-04 15:00 120 Boeuf guitare au parc",
    "2026-06-30 12:10",
    "invite | Invite Luc to “Boeuf guitare au parc” on Saturday | 8 weeks ago you noted: “joue de la guitare”.",
    "invite | Inviter Luc à « Boeuf guitare au parc » samedi | Il y a 8 semaines, noté : « joue de la guitare »." },
  { "loss", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: her father died on 3 May",
    "2026-05-05 10:10",
    "return | A thought for Ada | Send a kind word. You noted on 4 May: “her father died on 3 May”.",
    "return | Une pensée pour Ada | Envoyer un mot de soutien. Noté le 4 mai : « her father died on 3 May »." },
  { "loss-in-french", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: son père est mort le 3 mai",
    "2026-05-05 10:10",
    "return | A thought for Ada | Send a kind word. You noted on 4 May: “son père est mort le 3 mai”.",
    "return | Une pensée pour Ada | Envoyer un mot de soutien. Noté le 4 mai : « son père est mort le 3 mai »." },
  { "loss-after-a-month", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: her father died on 3 May\n"
    "at 2026-05-05 11:00\n"
    "done",
    "2026-06-02 10:10",
    "return | A thought for Ada | A month has passed. Send a few kind words. You noted on 4 May: “her father died on 3 May”.",
    "return | Une pensée pour Ada | Un mois a passé. Envoyer quelques mots. Noté le 4 mai : « her father died on 3 May »." },
  { "loss-near-the-first-year", "2026-05-04 12:00",
    "add Ada\n"
    "say Ada: son père est mort le 3 mai\n"
    "at 2026-05-05 11:00\n"
    "done\n"
    "at 2026-06-02 11:00\n"
    "done",
    "2027-04-30 10:10",
    "return | A thought for Ada | It will be a year on Monday. Show that you remember. You noted on 4 May 2026: “son père est mort le 3 mai”.",
    "return | Une pensée pour Ada | Cela fera un an lundi. Montrer qu’on y pense. Noté le 4 mai 2026 : « son père est mort le 3 mai »." },
  { "anniversary-belated", "2026-06-07 12:00",
    "add Ada\n"
    "card b/1 u1 Ada ~2010-06-06",
    "2026-06-07 13:00", "anniversary | Ada: 16 years married yesterday | Send belated good wishes.",
    "anniversary | Ada : 16 ans de mariage hier | Envoyer des vœux, même en retard." },
  { "promise", "2026-07-01 12:00",
    "add Zoe\n"
    "say Zoe: promised Zoe the book by Friday",
    "2026-07-03 10:10",
    "promise | A promise to Zoe is due today | Keep it: “the book”. You noted on 1 July: “promised Zoe the book by Friday”.",
    "promise | Une promesse faite à Zoe est pour aujourd’hui | La tenir : « the book ». Noté le 1er juillet : « promised Zoe the book by Friday »." },
  { "debt", "2026-07-01 12:00",
    "add Zoe\n"
    "say Zoe: I owe her 20 quid",
    "2026-07-08 10:10",
    "promise | Owed to Zoe | Remember: 20 quid. You noted on 1 July: “I owe her 20 quid”.",
    "promise | Dû à Zoe | À ne pas oublier : 20 quid. Noté le 1er juillet : « I owe her 20 quid »." },
  { "debt-with-a-day", "2026-07-01 12:00",
    "add Zoe\n"
    "say Zoe: je lui dois 20 euros, à rendre vendredi",
    "2026-07-03 10:10",
    "promise | Owed to Zoe, due today | Remember: 20 euros, à rendre. You noted on 1 July: “je lui dois 20 euros, à rendre vendredi”.",
    "promise | Dû à Zoe, pour aujourd’hui | À ne pas oublier : 20 euros, à rendre. Noté le 1er juillet : « je lui dois 20 euros, à rendre vendredi »." },
  { "lent", "2026-07-01 12:00",
    "add Zoe\n"
    "say Zoe: m'a prêté sa perceuse, à rendre avant vendredi",
    "2026-07-03 10:10",
    "promise | A promise to Zoe is due today | Remember: sa perceuse, à rendre. You noted on 1 July: “m'a prêté sa perceuse, à rendre avant vendredi”.",
    "promise | Une promesse faite à Zoe est pour aujourd’hui | À ne pas oublier : sa perceuse, à rendre. Noté le 1er juillet : « m'a prêté sa perceuse, à rendre avant vendredi »." },
  { "promise-in-french", "2026-07-01 12:00",
    "add Zoe\n"
    "say Zoe: je lui ai promis le livre pour vendredi",
    "2026-07-03 10:10",
    "promise | A promise to Zoe is due today | Keep it: “le livre”. You noted on 1 July: “je lui ai promis le livre pour vendredi”.",
    "promise | Une promesse faite à Zoe est pour aujourd’hui | La tenir : « le livre ». Noté le 1er juillet : « je lui ai promis le livre pour vendredi »." },
  { "return", "2026-07-01 12:00",
    "add Marie\n"
    "say Marie: is in Crete until 10 July",
    "2026-07-11 10:10",
    "return | Marie is back from Crete | Ask how it was. You noted on 1 July: “is in Crete until 10 July”.",
    "return | Marie est de retour de Crete | Demander comment c’était. Noté le 1er juillet : « is in Crete until 10 July »." },
  { "return-in-french", "2026-07-01 12:00",
    "add Marie\n"
    "say Marie: part en Crète du 2 au 10 juillet",
    "2026-07-11 10:10",
    "return | Marie is back from Crète | Ask how it was. You noted on 1 July: “part en Crète du 2 au 10 juillet”.",
    "return | Marie est de retour de Crète | Demander comment c’était. Noté le 1er juillet : « part en Crète du 2 au 10 juillet »." },
  { "return-from-the-calendar", "2026-07-01 12:00",
    "add Ada\n"
    "days me/t 2026-07-10 2026-07-20 Vacances Ada",
    "2026-07-21 10:10", "return | Ada is back | Ask how it was. In the calendar: “Vacances Ada”.",
    "return | Ada est de retour | Demander comment c’était. Dans l’agenda : « Vacances Ada »." },
  { "return-of-an-exam", "2026-07-01 12:00",
    "add Paul\n"
    "say Paul: has his driving test on Friday\n"
    "at 2026-07-02 10:10\n"
    "done",
    "2026-07-04 10:10",
    "return | Paul: the driving test was yesterday | Ask how it went. You noted on 1 July: “has his driving test on Friday”.",
    "return | Paul : le permis, c’était hier | Demander comment ça s’est passé. Noté le 1er juillet : « has his driving test on Friday »." },
  { "wish", "2026-07-01 12:00",
    "add Paul\n"
    "say Paul: has his driving test on Friday",
    "2026-07-02 10:10",
    "wish | Paul: the driving test is tomorrow | Wish Paul luck. You noted on 1 July: “has his driving test on Friday”.",
    "wish | Paul : le permis, c’est demain | Souhaiter bonne chance à Paul. Noté le 1er juillet : « has his driving test on Friday »." },
  { "wish-in-french", "2026-07-01 12:00",
    "add Paul\n"
    "say Paul: passe le permis vendredi",
    "2026-07-02 10:10",
    "wish | Paul: the driving test is tomorrow | Wish Paul luck. You noted on 1 July: “passe le permis vendredi”.",
    "wish | Paul : le permis, c’est demain | Souhaiter bonne chance à Paul. Noté le 1er juillet : « passe le permis vendredi »." },
  { "wish-on-the-day", "2026-07-01 12:00",
    "add Paul\n"
    "say Paul: job interview tomorrow",
    "2026-07-02 09:10",
    "wish | Paul: the interview is today | Wish Paul luck. You noted on 1 July: “job interview tomorrow”.",
    "wish | Paul : l’entretien, c’est aujourd’hui | Souhaiter bonne chance à Paul. Noté le 1er juillet : « job interview tomorrow »." },
};

static gboolean is_french;

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  PlannerWorld world;

  planner_world_init (&world, CASES[i].begin);
  planner_script_run (&world, CASES[i].script);
  planner_world_run_until (&world, CASES[i].until);
  g_assert_cmpstr (world.last_said, ==, is_french ? CASES[i].french : CASES[i].english);
  planner_world_clear (&world);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("AUFAIT_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  is_french = g_str_has_prefix (g_getenv ("LANGUAGE"), "fr");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *path = g_strdup_printf ("/rule-said/%s", CASES[i].name);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
  }
  return g_test_run ();
}
