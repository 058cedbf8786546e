/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aufait-card.h"
#include "aufait-database.h"

/* Both write to @database as a part of the transaction of aufait-index-writer.h. */
gboolean
aufait_card_store_add (AufaitDatabase *database, gint64 id, const AufaitCard *card, GError **error);

/* Removes the first card with an id in [from, until); @ret_id is its id, 0: there was none. */
gboolean aufait_card_store_remove_first (
    AufaitDatabase *database, gint64 from, gint64 until, gint64 *ret_id, GError **error);
