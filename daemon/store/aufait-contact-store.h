/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When one was in touch with whom. */
#pragma once

#include "aufait-memory.h"

/* Adds @contact with its people and sets its id. */
gboolean aufait_contact_store_add (AufaitMemory *memory, AufaitContact *contact, GError **error);

/* The contacts from @day on, at most @max, the newest first. */
GPtrArray *
aufait_contact_store_list_since (AufaitMemory *memory, AufaitDay day, guint max, GError **error);

/* The last contacts with a person, at most @max, the newest first. */
GPtrArray *
aufait_contact_store_list_with (AufaitMemory *memory, gint64 person_id, guint max, GError **error);
