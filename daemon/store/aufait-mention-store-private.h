/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the words of an event go: for the writer of events alone. */
#pragma once

#include "aufait-database.h"

/* Forgets which words the event had; within the transaction of aufait-index-writer.h. */
gboolean aufait_mention_store_remove (AufaitDatabase *database, gint64 event_id, GError **error);
