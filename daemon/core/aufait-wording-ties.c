/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-wording-ties.h"

#include <glib/gi18n-lib.h>

#include "aufait-text.h"

/* --- asked after --------------------------------------------------------------------------- */

/* The largest unit of which there are two; days up to two weeks (as aufait_spoken_day_age). */
static char *
word_silence (const char *name, int days)
{
  int months = days * 12 / 365;

  if (days < 14)
    return g_strdup_printf (
        /* Translators: a number of days, and a person. */
        ngettext ("It has been %d day since you last spoke to %s",
                  "It has been %d days since you last spoke to %s", (gulong) days),
        days, name);
  if (months < 2)
    return g_strdup_printf (
        /* Translators: a number of weeks, and a person. */
        ngettext ("It has been %d week since you last spoke to %s",
                  "It has been %d weeks since you last spoke to %s", (gulong) (days / 7)),
        days / 7, name);
  if (months < 24)
    return g_strdup_printf (
        /* Translators: a number of months, and a person. */
        ngettext ("It has been %d month since you last spoke to %s",
                  "It has been %d months since you last spoke to %s", (gulong) months),
        months, name);
  return g_strdup_printf (
      /* Translators: a number of years, and a person. */
      ngettext ("It has been %d year since you last spoke to %s",
                "It has been %d years since you last spoke to %s", (gulong) (days / 365)),
      days / 365, name);
}

void
aufait_wording_ties_checkin (AufaitNudge *nudge, AufaitDay last_on, AufaitDay today)
{
  const char *name = nudge->person->name;

  if (last_on != AUFAIT_DAY_NONE && last_on < today)
    aufait_text_take (&nudge->title, word_silence (name, today - last_on));
  else
    /* Translators: %s is a person. */
    aufait_text_take (&nudge->title, g_strdup_printf (_ ("It is time for a word with %s"), name));
  /* Translators: %s is a person. */
  aufait_text_take (&nudge->action, g_strdup_printf (_ ("Call %s."), name));
}

/* --- drifting ------------------------------------------------------------------------------ */

/* "every day", "every 6 weeks": the unit that is as large as it may be without being wrong. */
static char *
word_rhythm (int days)
{
  int weeks = (days + 3) / 7, months = (days * 12 + 182) / 365;

  if (days == 1)
    return g_strdup (_ ("every day"));
  if (days < 11 && days != 7)
    /* Translators: how often: “every 3 days”. */
    return g_strdup_printf (ngettext ("every %d day", "every %d days", (gulong) days), days);
  if (weeks == 1)
    return g_strdup (_ ("every week"));
  if (weeks < 9)
    /* Translators: how often: “every 6 weeks”. */
    return g_strdup_printf (ngettext ("every %d week", "every %d weeks", (gulong) weeks), weeks);
  /* Translators: how often: “every 3 months”. */
  return g_strdup_printf (ngettext ("every %d month", "every %d months", (gulong) months), months);
}

void
aufait_wording_ties_drift (AufaitNudge *nudge,
                           const AufaitTie *tie,
                           gboolean is_gentle,
                           AufaitDay today)
{
  const char *name = nudge->person->name;
  g_autofree char *age = aufait_spoken_day_age (tie->last_on, today);
  g_autofree char *rhythm = word_rhythm (tie->usual_gap_days);

  if (is_gentle) {
    /* Translators: %s is a person. */
    aufait_text_take (&nudge->title,
                      g_strdup_printf (_ ("You and %s have not spoken for a while"), name));
    aufait_text_take (&nudge->action, g_strdup (_ ("A word from you would be a nice surprise.")));
    return;
  }
  /* Translators: %s is a person. */
  aufait_text_take (&nudge->title, g_strdup_printf (_ ("You and %s have lost your rhythm"), name));
  aufait_text_take (
      &nudge->action,
      /* Translators: how often: “every 6 weeks”, and how long ago: “5 months ago”. */
      g_strdup_printf (_ ("You were in touch about %s, the last time %s. Send a word."), rhythm,
                       age));
}
