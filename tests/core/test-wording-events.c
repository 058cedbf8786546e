/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Run once a language: each row has the sentence of both. */
#include "aufait-wording-events.h"

#include <libintl.h>
#include <locale.h>

#include "aufait-spoken-day.h"

#define TODAY "2026-07-02"

static gboolean is_french;

static AufaitNudge *
new_nudge (void)
{
  AufaitNudge *nudge = aufait_nudge_new ("kind", "key");

  nudge->person = aufait_ref_new (1, "Claire Martin");
  return nudge;
}

static void
assert_text (const AufaitNudge *nudge, guint i, const char *english, const char *french)
{
  g_autofree char *text = aufait_nudge_dup_text (nudge);

  g_test_message ("row %u", i);
  g_assert_cmpstr (text, ==, is_french ? french : english);
}

/* --- brief --------------------------------------------------------------------------------- */

#define NEVER (-1)

static const struct {
  const char *summary;
  int how; /* NEVER: they never met */
  int days_ago;
  const char *english;
  const char *french;
} BRIEFS[] = {
  { "Lunch with Claire", NEVER, 0, "Lunch with Claire at 12:30", "Lunch with Claire à 12:30" },
  { "Déjeuner CLAIRE", AUFAIT_CONTACT_MET, 1, "Déjeuner CLAIRE at 12:30. Last seen yesterday.",
    "Déjeuner CLAIRE à 12:30. Dernière rencontre hier." },
  { "Lunch", AUFAIT_CONTACT_EVENT, 92,
    "Lunch at 12:30, with Claire Martin. Last seen 3 months ago.",
    "Lunch à 12:30, avec Claire Martin. Dernière rencontre il y a 3 mois." },
  { "Clairement", AUFAIT_CONTACT_CALLED, 20,
    "Clairement at 12:30, with Claire Martin. Last call 2 weeks ago.",
    "Clairement à 12:30, avec Claire Martin. Dernier appel il y a 2 semaines." },
  { "", AUFAIT_CONTACT_WROTE, 5, "At 12:30, with Claire Martin. Last written to 5 days ago.",
    "À 12:30, avec Claire Martin. Dernier message il y a 5 jours." },
  { "", AUFAIT_CONTACT_MET, 0, "At 12:30, with Claire Martin. Last seen today.",
    "À 12:30, avec Claire Martin. Dernière rencontre aujourd’hui." },
  { " \n", AUFAIT_CONTACT_MET, 800, "At 12:30, with Claire Martin. Last seen 2 years ago.",
    "À 12:30, avec Claire Martin. Dernière rencontre il y a 2 ans." },
};

static void
test_briefs (void)
{
  AufaitDay today = aufait_day_parse (TODAY);
  g_autoptr (GTimeZone) paris = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (GDateTime) start = g_date_time_new (paris, 2026, 7, 2, 12, 30, 0);

  for (guint i = 0; i < G_N_ELEMENTS (BRIEFS); i++) {
    g_autoptr (AufaitNudge) nudge = new_nudge ();
    g_autoptr (AufaitEvent) event = aufait_event_new ("uid", BRIEFS[i].summary);
    g_autoptr (AufaitContact) last = NULL;

    event->start = g_date_time_to_unix (start);
    if (BRIEFS[i].how != NEVER)
      last = aufait_contact_new ((AufaitContactHow) BRIEFS[i].how, today - BRIEFS[i].days_ago);
    aufait_wording_events_brief (nudge, event, last, paris, AUFAIT_SPOKEN_DAY_NOW (today));
    assert_text (nudge, i, BRIEFS[i].english, BRIEFS[i].french);
  }
}

/* Read before its day “3 days ago” would be counted from another. */
static void
test_brief_ahead (void)
{
  AufaitDay today = aufait_day_parse (TODAY);
  g_autoptr (AufaitNudge) nudge = new_nudge ();
  g_autoptr (AufaitEvent) event = aufait_event_new ("uid", "Lunch");
  g_autoptr (AufaitContact) last = aufait_contact_new (AUFAIT_CONTACT_CALLED, today - 3);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  AufaitSpokenDay ahead = { .today = today, .is_ahead = TRUE };

  aufait_wording_events_brief (nudge, event, last, utc, ahead);
  assert_text (nudge, 0, "Lunch at 00:00, with Claire Martin. Last call on 29 June.",
               "Lunch à 00:00, avec Claire Martin. Dernier appel le 29 juin.");
}

static void
test_invite_ahead (void)
{
  AufaitDay today = aufait_day_parse (TODAY);
  g_autoptr (AufaitNudge) nudge = new_nudge ();
  g_autoptr (AufaitEvent) event = aufait_event_new ("uid", "Jazz night");
  g_autoptr (AufaitNote) note = aufait_note_new (today - 3, "plays the guitar");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  AufaitSpokenDay ahead = { .today = today, .is_ahead = TRUE };

  event->all_day = TRUE;
  event->first = event->last = today + 2;
  aufait_wording_events_invite (nudge, event, note, utc, ahead);
  g_assert_cmpstr (nudge->action, ==,
                   is_french ? "Le 29 juin, noté : « plays the guitar »."
                             : "On 29 June you noted: “plays the guitar”.");
}

static void
test_a_long_summary_is_cut (void)
{
  g_autoptr (AufaitNudge) nudge = new_nudge ();
  g_autofree char *long_summary = g_strnfill (500, 'x');
  g_autoptr (AufaitEvent) event = aufait_event_new ("uid", long_summary);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  aufait_wording_events_brief (nudge, event, NULL, utc,
                               AUFAIT_SPOKEN_DAY_NOW (aufait_day_parse (TODAY)));
  g_assert_cmpint (g_utf8_strlen (nudge->title, -1), <, 130);
}

static void
test_followup (void)
{
  g_autoptr (AufaitNudge) nudge = new_nudge ();

  aufait_wording_events_followup (nudge);
  assert_text (nudge, 0, "What did Claire Martin tell you? Note it while you remember.",
               "Qu’a raconté Claire Martin ? Le noter tant que c’est frais.");
}

/* --- every year ---------------------------------------------------------------------------- */

typedef struct {
  const char *day;
  int years; /* 0: not known */
  gboolean is_ahead;
  const char *english;
  const char *french;
} YearRow;

static const YearRow BIRTHDAYS[] = {
  { TODAY, 40, FALSE, "Claire Martin turns 40 today. Send good wishes.",
    "Claire Martin fête ses 40 ans aujourd’hui. Envoyer des vœux." },
  { TODAY, 1, FALSE, "Claire Martin turns 1 today. Send good wishes.",
    "Claire Martin fête son anniversaire (1 an) aujourd’hui. Envoyer des vœux." },
  { "2026-07-01", 40, FALSE, "Claire Martin turned 40 yesterday. Send belated good wishes.",
    "Claire Martin a fêté ses 40 ans hier. Envoyer des vœux, même en retard." },
  { TODAY, 0, FALSE, "Claire Martin has a birthday today. Send good wishes.",
    "Claire Martin fête son anniversaire aujourd’hui. Envoyer des vœux." },
  { "2026-06-30", 0, FALSE, "Claire Martin had a birthday on Tuesday. Send belated good wishes.",
    "Claire Martin a fêté son anniversaire mardi. Envoyer des vœux, même en retard." },
  { "2026-07-03", 40, TRUE, "Claire Martin turns 40 on Friday. Send good wishes.",
    "Claire Martin fête ses 40 ans vendredi. Envoyer des vœux." },
  { "2026-08-01", 40, TRUE, "Claire Martin turns 40 on 1 August. Send good wishes.",
    "Claire Martin fête ses 40 ans le 1er août. Envoyer des vœux." },
};

static const YearRow ANNIVERSARIES[] = {
  { TODAY, 10, FALSE, "Claire Martin: 10 years married today. Send good wishes.",
    "Claire Martin : 10 ans de mariage aujourd’hui. Envoyer des vœux." },
  { TODAY, 1, FALSE, "Claire Martin: 1 year married today. Send good wishes.",
    "Claire Martin : 1 an de mariage aujourd’hui. Envoyer des vœux." },
  { "2026-07-01", 0, FALSE,
    "Claire Martin: wedding anniversary yesterday. Send belated good wishes.",
    "Claire Martin : anniversaire de mariage hier. Envoyer des vœux, même en retard." },
};

typedef void (*WordYear) (AufaitNudge *nudge, AufaitDay day, int years, AufaitSpokenDay spoken);

static void
check_years (WordYear word, const YearRow *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (AufaitNudge) nudge = new_nudge ();
    AufaitSpokenDay spoken = { aufait_day_parse (TODAY), rows[i].is_ahead };

    word (nudge, aufait_day_parse (rows[i].day), rows[i].years, spoken);
    assert_text (nudge, i, rows[i].english, rows[i].french);
  }
}

static void
test_birthdays (void)
{
  check_years (aufait_wording_events_birthday, BIRTHDAYS, G_N_ELEMENTS (BIRTHDAYS));
}

static void
test_anniversaries (void)
{
  check_years (aufait_wording_events_anniversary, ANNIVERSARIES, G_N_ELEMENTS (ANNIVERSARIES));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("AUFAIT_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  is_french = g_strcmp0 (g_getenv ("LANGUAGE"), "fr") == 0;
  g_test_add_func ("/wording-events/briefs", test_briefs);
  g_test_add_func ("/wording-events/brief-ahead", test_brief_ahead);
  g_test_add_func ("/wording-events/invite-ahead", test_invite_ahead);
  g_test_add_func ("/wording-events/a-long-summary-is-cut", test_a_long_summary_is_cut);
  g_test_add_func ("/wording-events/followup", test_followup);
  g_test_add_func ("/wording-events/birthdays", test_birthdays);
  g_test_add_func ("/wording-events/anniversaries", test_anniversaries);
  return g_test_run ();
}
