/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often the user wants to be in touch with whom, in the memory: circles, and cadences of
 * people's own; and the days on which they were. Ranges of ids are [from, until). */
#pragma once

#include "aufait-memory.h"

/* What somebody's cadence is made of (AufaitPerson has the same). */
typedef struct {
  gint64 person_id;
  int circle;       /* AufaitCadenceCircle; -1: none */
  int cadence_days; /* days, AUFAIT_CADENCE_AUTO or _NEVER */
  AufaitDay cadence_on;
} AufaitCadenceStoreRow;

/* One day on which one was in touch with someone. */
typedef struct {
  gint64 person_id;
  AufaitDay on;
  AufaitContactHow how;
  gboolean is_from_them;
} AufaitCadenceStoreContact;

/* What of everyone with an id in the range, by id. */
GArray *aufait_cadence_store_list (AufaitMemory *memory, gint64 from, gint64 until, GError **error);

/* The AufaitCadenceStoreContacts that were logged with those in the range, by person, then by day.
 */
GArray *aufait_cadence_store_list_contacts (AufaitMemory *memory,
                                            gint64 from,
                                            gint64 until,
                                            GError **error);

/* Sets circle (NULL: none) and cadence of a person, from @on. AUFAIT_MEMORY_ERROR_NOT_FOUND when
 * there is nobody with that id. */
gboolean aufait_cadence_store_set (AufaitMemory *memory,
                                   gint64 person_id,
                                   const char *circle,
                                   int cadence_days,
                                   AufaitDay on,
                                   GError **error);

/* The largest id that a person, and a contact, ever had; 0: none. */
gint64 aufait_cadence_store_get_last_person (AufaitMemory *memory);
gint64 aufait_cadence_store_get_last_contact (AufaitMemory *memory);

/* Someone was passed over when circles were given out. */
gboolean aufait_cadence_store_pass_over (AufaitMemory *memory,
                                         gint64 person_id,
                                         AufaitDay on,
                                         GError **error);

/* Someone without a circle and without a cadence. */
typedef struct {
  gint64 person_id;
  gint64 n_notes;
  gboolean is_passed_over;
} AufaitCadenceStoreCandidate;

/* All of them, by id. */
GArray *aufait_cadence_store_list_candidates (AufaitMemory *memory, GError **error);
