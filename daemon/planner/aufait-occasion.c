/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-occasion.h"

AufaitOccasion *
aufait_occasion_new (const AufaitEvent *event)
{
  AufaitOccasion *occasion = g_new0 (AufaitOccasion, 1);
  g_auto (GStrv) names = aufait_likes_list_names (event->people);

  occasion->event = event;
  occasion->subject = aufait_likes_new_from_event (event, (const char *const *) names);
  occasion->guests = g_ptr_array_new_with_free_func (g_free);
  return occasion;
}

void
aufait_occasion_free (AufaitOccasion *occasion)
{
  if (occasion == NULL)
    return;
  g_clear_pointer (&occasion->subject, aufait_likes_free);
  g_clear_pointer (&occasion->guests, g_ptr_array_unref);
  g_free (occasion);
}

gboolean
aufait_occasion_is_about (const AufaitOccasion *occasion, const GPtrArray *topics)
{
  for (guint i = 0; i < topics->len; i++) {
    g_auto (GStrv) words = aufait_likes_match (topics->pdata[i], occasion->subject);

    if (words != NULL)
      return TRUE;
  }
  return FALSE;
}
