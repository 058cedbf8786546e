/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-wording-ties.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define TODAY aufait_day_new (2026, 7, 2)

static gboolean is_french;

static AufaitNudge *
new_nudge (const char *name)
{
  AufaitNudge *nudge = aufait_nudge_new ("checkin", "key");

  nudge->person = aufait_ref_new (1, name);
  return nudge;
}

static void
assert_text (const AufaitNudge *nudge, guint i, const char *english, const char *french)
{
  g_autofree char *text = aufait_nudge_dup_text (nudge);

  if (g_strcmp0 (text, is_french ? french : english) != 0)
    g_error ("row %u: “%s”", i, text);
}

static const struct {
  int days_ago; /* -1: no contact is known */
  const char *english;
  const char *french;
} CHECKINS[] = {
  { -1, "It is time for a word with Anna. Call Anna.",
    "Un mot à Anna serait bienvenu. Appeler Anna." },
  { 0, "It is time for a word with Anna. Call Anna.",
    "Un mot à Anna serait bienvenu. Appeler Anna." },
  { 1, "It has been 1 day since you last spoke to Anna. Call Anna.",
    "Pas d’échange avec Anna depuis 1 jour. Appeler Anna." },
  { 13, "It has been 13 days since you last spoke to Anna. Call Anna.",
    "Pas d’échange avec Anna depuis 13 jours. Appeler Anna." },
  { 28, "It has been 4 weeks since you last spoke to Anna. Call Anna.",
    "Pas d’échange avec Anna depuis 4 semaines. Appeler Anna." },
  { 92, "It has been 3 months since you last spoke to Anna. Call Anna.",
    "Pas d’échange avec Anna depuis 3 mois. Appeler Anna." },
  { 1000, "It has been 2 years since you last spoke to Anna. Call Anna.",
    "Pas d’échange avec Anna depuis 2 ans. Appeler Anna." },
};

static void
test_checkin (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (CHECKINS); i++) {
    g_autoptr (AufaitNudge) nudge = new_nudge ("Anna");

    aufait_wording_ties_checkin (
        nudge, CHECKINS[i].days_ago < 0 ? AUFAIT_DAY_NONE : TODAY - CHECKINS[i].days_ago, TODAY);
    assert_text (nudge, i, CHECKINS[i].english, CHECKINS[i].french);
  }
}

static const struct {
  int gap, silence;
  gboolean is_gentle;
  const char *english;
  const char *french;
} DRIFTS[] = {
  { 1, 5, FALSE,
    "You and Ines have lost your rhythm. You were in touch about every day, the last time 5 days "
    "ago. Send a word.",
    "Le rythme avec Ines s’est perdu. Des nouvelles s’échangeaient environ chaque jour, la dernière "
    "fois il y a 5 jours. Envoyer un mot." },
  { 7, 18, FALSE,
    "You and Ines have lost your rhythm. You were in touch about every week, the last time 2 weeks "
    "ago. Send a word.",
    "Le rythme avec Ines s’est perdu. Des nouvelles s’échangeaient environ chaque semaine, la "
    "dernière fois il y a 2 semaines. Envoyer un mot." },
  { 42, 140, FALSE,
    "You and Ines have lost your rhythm. You were in touch about every 6 weeks, the last time 4 "
    "months ago. Send a word.",
    "Le rythme avec Ines s’est perdu. Des nouvelles s’échangeaient environ toutes les 6 semaines, "
    "la dernière fois il y a 4 mois. Envoyer un mot." },
  { 91, 400, FALSE,
    "You and Ines have lost your rhythm. You were in touch about every 3 months, the last time 13 "
    "months ago. Send a word.",
    "Le rythme avec Ines s’est perdu. Des nouvelles s’échangeaient environ tous les 3 mois, la "
    "dernière fois il y a 13 mois. Envoyer un mot." },
  { 7, 60, TRUE,
    "You and Ines have not spoken for a while. A word from you would be a nice surprise.",
    "Peu d’échanges avec Ines ces derniers temps. Un mot serait une belle surprise." },
};

static void
test_drift (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (DRIFTS); i++) {
    g_autoptr (AufaitNudge) nudge = new_nudge ("Ines");
    AufaitTie tie = { .last_on = TODAY - DRIFTS[i].silence, .usual_gap_days = DRIFTS[i].gap };

    aufait_wording_ties_drift (nudge, &tie, DRIFTS[i].is_gentle, TODAY);
    assert_text (nudge, i, DRIFTS[i].english, DRIFTS[i].french);
  }
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
  g_test_add_func ("/wording-ties/checkin", test_checkin);
  g_test_add_func ("/wording-ties/drift", test_drift);
  return g_test_run ();
}
