/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has failed is tried again: after a second, after two more, four, and so on, but for the
 * first time after it has worked always after one. A lock that another program holds, a disk that
 * is full and a reader that is being replaced all end one day, and nobody tells when. */
#pragma once

#include <glib.h>

typedef struct _AufaitRetry AufaitRetry;

/* @func is called when it is time, from the default main context. */
AufaitRetry *aufait_retry_new (GSourceOnceFunc func, gpointer user_data);
void aufait_retry_free (AufaitRetry *retry);

/* It has failed: it is to be tried again later. While it waits already nothing changes. */
void aufait_retry_later (AufaitRetry *retry);

/* The same, and says so in the log: "@what: why". The first times quietly: most of it passes. */
void aufait_retry_after (AufaitRetry *retry, const char *what, const GError *error);

/* It has worked: nothing waits any more. */
void aufait_retry_end (AufaitRetry *retry);

/* Whether it waits for its time. */
gboolean aufait_retry_is_waiting (const AufaitRetry *retry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitRetry, aufait_retry_free)
