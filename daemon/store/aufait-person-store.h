/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People in the memory. */
#pragma once

#include "aufait-memory.h"

/* Adds @person and sets its id. */
gboolean aufait_person_store_add (AufaitMemory *memory, AufaitPerson *person, GError **error);

/* What is said of the person with its id is this from now on: name, birthday, nicknames, addresses,
 * numbers, places, and whether they are private or silent. They are not known from cards alone any
 * more. */
gboolean
aufait_person_store_update (AufaitMemory *memory, const AufaitPerson *person, GError **error);

/* NULL and AUFAIT_MEMORY_ERROR_NOT_FOUND when there is nobody with that id. */
AufaitPerson *aufait_person_store_get (AufaitMemory *memory, gint64 id, GError **error);

/* Adds an e-mail address, unless it is there in whatever case. */
gboolean
aufait_person_store_add_email (AufaitMemory *memory, gint64 id, const char *email, GError **error);

/* They are not called @nickname any more, written exactly so; it may be that they were not. */
gboolean aufait_person_store_remove_nickname (AufaitMemory *memory,
                                              gint64 id,
                                              const char *nickname,
                                              GError **error);

/* When they may be called: "18:00-21:00"; NULL: at any time. They are not known from cards alone
 * any more. */
gboolean
aufait_person_store_set_hours (AufaitMemory *memory, gint64 id, const char *hours, GError **error);

/* The ids (gint64) of those whose birthday is on a day of the year from @first to @last, "MM-DD",
 * both inclusive; @first behind @last goes over the new year. */
GArray *aufait_person_store_list_born (AufaitMemory *memory,
                                       const char *first,
                                       const char *last,
                                       GError **error);

/* Whether anybody's is known. */
gboolean aufait_person_store_has_birthday (AufaitMemory *memory);

/* The ids (gint64) of those about whom nothing is ever brought up. */
GArray *aufait_person_store_list_silent (AufaitMemory *memory, GError **error);

/* The name alone; NULL without an error when there is nobody with that id. */
char *aufait_person_store_dup_name (AufaitMemory *memory, gint64 id, GError **error);

/* Everyone, or those of @circle, as AufaitPersons by name. */
GPtrArray *aufait_person_store_list (AufaitMemory *memory, const char *circle, GError **error);
