/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-waiting.h"

struct _AufaitWaiting {
  GWeakRef object;
};

AufaitWaiting *
aufait_waiting_begin (gpointer object)
{
  AufaitWaiting *waiting = g_new0 (AufaitWaiting, 1);

  g_weak_ref_init (&waiting->object, object);
  return waiting;
}

gpointer
aufait_waiting_end (AufaitWaiting *waiting)
{
  gpointer object = g_weak_ref_get (&waiting->object);

  g_weak_ref_clear (&waiting->object);
  g_free (waiting);
  return object;
}
