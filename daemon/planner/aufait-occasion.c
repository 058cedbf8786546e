/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-occasion.h"

AufaitOccasionGuest *
aufait_occasion_guest_new (const AufaitAcquaintance *who, AufaitNote *note)
{
  AufaitOccasionGuest *guest = g_new0 (AufaitOccasionGuest, 1);

  guest->who = who;
  guest->note = note;
  guest->dislikes = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_note_free);
  return guest;
}

void
aufait_occasion_guest_free (AufaitOccasionGuest *guest)
{
  if (guest == NULL)
    return;
  g_clear_pointer (&guest->note, aufait_note_free);
  g_clear_pointer (&guest->dislikes, g_ptr_array_unref);
  g_free (guest);
}

AufaitOccasion *
aufait_occasion_new (const AufaitEvent *event)
{
  AufaitOccasion *occasion = g_new0 (AufaitOccasion, 1);
  g_auto (GStrv) names = aufait_likes_list_names (event->people);

  occasion->event = event;
  occasion->subject = aufait_likes_new_from_event (event, (const char *const *) names);
  occasion->guests = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_occasion_guest_free);
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

static gboolean
is_about_any (const AufaitOccasion *occasion, const GPtrArray *topics, const AufaitNote *note)
{
  g_auto (GStrv) names = aufait_likes_list_names (note->people);

  for (guint i = 0; i < topics->len; i++) {
    g_autoptr (AufaitLikes) topic =
        aufait_likes_new (g_ptr_array_index (topics, i), (const char *const *) names);
    g_auto (GStrv) words = aufait_likes_match (topic, occasion->subject);

    if (words != NULL)
      return TRUE;
  }
  return FALSE;
}

gboolean
aufait_occasion_interests (const AufaitOccasion *occasion, const AufaitNote *note)
{
  return is_about_any (occasion, note->meaning->interests, note);
}

gboolean
aufait_occasion_deters (const AufaitOccasion *occasion, const AufaitNote *note)
{
  g_autoptr (GPtrArray) dislikes = aufait_likes_read_dislikes (note->text);

  return is_about_any (occasion, dislikes, note);
}
