/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the agenda looks at calendars, birthdays and ties once more. */
#include "config.h"

#include "aufait-agenda-private.h"
#include "aufait-facts.h"

GDateTime *
aufait_agenda_find_next_look (AufaitAgenda *self, GDateTime *now)
{
  AufaitDay day = aufait_day_from_date_time (now) + AUFAIT_FACTS_HORIZON_DAYS / 2;

  return aufait_day_at (day, self->settings->at_secs, g_date_time_get_timezone (now));
}

gboolean
aufait_agenda_looks_in_time (AufaitAgenda *self)
{
  g_autoptr (GDateTime) now = aufait_clock_now (self->clock);
  g_autoptr (GDateTime) look = aufait_agenda_find_next_look (self, now);

  return self->wake != NULL && g_date_time_compare (self->wake, look) <= 0;
}
