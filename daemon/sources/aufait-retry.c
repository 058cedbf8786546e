/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-retry.h"

/* Of the number of seconds, as a power of two: at most some nine minutes. */
#define POWER_MAX 9

/* So often in a row it may fail before that is worth a warning. */
#define QUIET_FAILURES 3

struct _AufaitRetry {
  GSourceOnceFunc func;
  gpointer user_data;
  guint n_failures;
  guint id;
};

AufaitRetry *
aufait_retry_new (GSourceOnceFunc func, gpointer user_data)
{
  AufaitRetry *retry = g_new0 (AufaitRetry, 1);

  retry->func = func;
  retry->user_data = user_data;
  return retry;
}

void
aufait_retry_free (AufaitRetry *retry)
{
  if (retry == NULL)
    return;
  g_clear_handle_id (&retry->id, g_source_remove);
  g_free (retry);
}

static gboolean
on_time (gpointer user_data)
{
  AufaitRetry *retry = user_data;

  retry->id = 0;
  retry->func (retry->user_data);
  return G_SOURCE_REMOVE;
}

void
aufait_retry_later (AufaitRetry *retry)
{
  if (retry->id != 0)
    return;
  retry->id = g_timeout_add_seconds (1U << MIN (retry->n_failures, POWER_MAX), on_time, retry);
  retry->n_failures++;
}

void
aufait_retry_after (AufaitRetry *retry, const char *what, const GError *error)
{
  if (retry->n_failures < QUIET_FAILURES)
    g_info ("%s: %s", what, error->message);
  else
    g_warning ("%s: %s", what, error->message);
  aufait_retry_later (retry);
}

void
aufait_retry_end (AufaitRetry *retry)
{
  g_clear_handle_id (&retry->id, g_source_remove);
  retry->n_failures = 0;
}

gboolean
aufait_retry_is_waiting (const AufaitRetry *retry)
{
  return retry->id != 0;
}
