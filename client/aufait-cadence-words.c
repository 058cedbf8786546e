/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-cadence-words.h"

#include <glib/gi18n-lib.h>

#include "aufait-date-words.h"
#include "aufait-fields.h"

/* The daemon counts months as 30, 61, 91 … 365 days. */
static int
count_months (int days)
{
  for (int months = 1; months <= 24; months++)
    if (days == months * 365 / 12)
      return months;
  return 0;
}

char *
aufait_cadence_words_every (int days)
{
  int months = count_months (days);

  if (days == 1)
    return g_strdup (_ ("every day"));
  if (days == 7)
    return g_strdup (_ ("every week"));
  if (days == 365)
    return g_strdup (_ ("every year"));
  if (months == 1)
    return g_strdup (_ ("every month"));
  if (months > 1)
    return g_strdup_printf (ngettext ("every %d month", "every %d months", (gulong) months),
                            months);
  if (days % 7 == 0)
    return g_strdup_printf (ngettext ("every %d week", "every %d weeks", (gulong) (days / 7)),
                            days / 7);
  return g_strdup_printf (ngettext ("every %d day", "every %d days", (gulong) days), days);
}

char *
aufait_cadence_words_dup (JsonObject *reply)
{
  JsonObject *person = aufait_fields_get_object (reply, "person");
  const char *name = aufait_fields_get_string (person, "name");
  guint32 now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));
  guint32 next = aufait_date_words_parse (aufait_fields_get_string (reply, "nextOn"));
  int days = (int) aufait_fields_get_int (reply, "everyDays");
  g_autofree char *every = days > 0 ? aufait_cadence_words_every (days) : NULL;
  g_autofree char *when = aufait_date_words_when (next, now);

  if (aufait_fields_get_bool (person, "never"))
    /* Translators: someone */
    return g_strdup_printf (_ ("You will not be asked to be in touch with %s."), name);
  if (every == NULL)
    /* Translators: someone */
    return g_strdup_printf (_ ("Nothing asks you to be in touch with %s."), name);
  if (next == 0)
    /* Translators: someone, and how often: "every 3 weeks" */
    return g_strdup_printf (_ ("In touch with %1$s %2$s."), name, every);
  /* Translators: someone, how often, and a day: "every 3 weeks", "on 21 August" */
  return g_strdup_printf (_ ("In touch with %1$s %2$s, next %3$s."), name, every, when);
}
