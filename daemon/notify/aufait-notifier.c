/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-notifier.h"

enum {
  SHOWN,
  FAILED,
  ANSWERED,
  READY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (AufaitNotifier, aufait_notifier, G_TYPE_OBJECT)

static void
aufait_notifier_default_init (AufaitNotifierInterface *iface)
{
  signals[SHOWN] = g_signal_new ("shown", AUFAIT_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[FAILED] = g_signal_new ("failed", AUFAIT_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ANSWERED] =
      g_signal_new ("answered", AUFAIT_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_STRING);
  signals[READY] = g_signal_new ("ready", AUFAIT_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

gboolean
aufait_notifier_is_ready (AufaitNotifier *self)
{
  g_return_val_if_fail (AUFAIT_IS_NOTIFIER (self), FALSE);

  return AUFAIT_NOTIFIER_GET_IFACE (self)->is_ready (self);
}

void
aufait_notifier_show (AufaitNotifier *self, const AufaitNudge *nudge, const char *body)
{
  g_return_if_fail (AUFAIT_IS_NOTIFIER (self));
  g_return_if_fail (nudge != NULL);

  AUFAIT_NOTIFIER_GET_IFACE (self)->show (self, nudge, body);
}

void
aufait_notifier_close (AufaitNotifier *self, gint64 nudge_id)
{
  g_return_if_fail (AUFAIT_IS_NOTIFIER (self));

  AUFAIT_NOTIFIER_GET_IFACE (self)->close (self, nudge_id);
}

void
aufait_notifier_show_digest (AufaitNotifier *self,
                             guint n_people,
                             const char *title,
                             const char *body)
{
  g_return_if_fail (AUFAIT_IS_NOTIFIER (self));

  AUFAIT_NOTIFIER_GET_IFACE (self)->show_digest (self, n_people, title, body);
}

void
aufait_notifier_emit_shown (AufaitNotifier *self, gint64 nudge_id)
{
  g_signal_emit (self, signals[SHOWN], 0, nudge_id);
}

void
aufait_notifier_emit_failed (AufaitNotifier *self, gint64 nudge_id)
{
  g_signal_emit (self, signals[FAILED], 0, nudge_id);
}

void
aufait_notifier_emit_answered (AufaitNotifier *self,
                               gint64 nudge_id,
                               const char *answer,
                               const char *text)
{
  g_signal_emit (self, signals[ANSWERED], 0, nudge_id, answer, text);
}

void
aufait_notifier_emit_ready (AufaitNotifier *self, gboolean is_new)
{
  g_signal_emit (self, signals[READY], 0, is_new);
}
