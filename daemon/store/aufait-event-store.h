/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Occurrences of events in all calendars that were read. Arrays hold AufaitEvents, one for each
 * occurrence, with the name of its calendar; in the order in which they begin, all-day ones before
 * the others of a day. */
#pragma once

#include "aufait-event.h"
#include "aufait-index.h"

/* Those that are on one of the days from @first to @last in @zone, as a calendar shows them. */
GPtrArray *aufait_event_store_list (
    AufaitIndex *index, AufaitDay first, AufaitDay last, GTimeZone *zone, GError **error);

/* The same, with nothing but their ids, when they are, and what is written of what they are about:
 * summary and description. */
GPtrArray *aufait_event_store_list_subjects (
    AufaitIndex *index, AufaitDay first, AufaitDay last, GTimeZone *zone, GError **error);

/* Of the events with these ids (gint64, each once), those on one of the days. What is gone is left
 * out. */
GPtrArray *aufait_event_store_list_of_ids (AufaitIndex *index,
                                           const GArray *ids,
                                           AufaitDay first,
                                           AufaitDay last,
                                           GTimeZone *zone,
                                           GError **error);

/* Those with a time that touch [from, until), in Unix seconds; one that ends at @from does not. */
GPtrArray *
aufait_event_store_list_between (AufaitIndex *index, gint64 from, gint64 until, GError **error);

/* Whether the user spends the time of @event, of which times, flags, calendar and attendees are
 * given, on it. */
typedef gboolean (*AufaitEventStoreTakesTime) (const AufaitEvent *event, gpointer user_data);

/* The time that those which take a day at most take of [from, until), as far as @takes_time says
 * so: stretches (AufaitFreeTime, as aufait_free_time_add_event makes them) in the order in which
 * they begin, none within another one. What is within one of them was not asked for. */
GArray *aufait_event_store_list_busy (AufaitIndex *index,
                                      gint64 from,
                                      gint64 until,
                                      AufaitEventStoreTakesTime takes_time,
                                      gpointer user_data,
                                      GError **error);

/* Those that begin at one of @instants (gint64, each once), as aufait_event_get_begins tells. */
GPtrArray *aufait_event_store_list_beginning (AufaitIndex *index,
                                              const GArray *instants,
                                              GTimeZone *zone,
                                              GError **error);

/* Those on one of the days that are about this person of the memory (aufait-link-store.h). */
GPtrArray *aufait_event_store_list_of_person (AufaitIndex *index,
                                              gint64 person_id,
                                              AufaitDay first,
                                              AufaitDay last,
                                              GTimeZone *zone,
                                              GError **error);

/* Those about this person that have a time of day, began at @since or later and are over by @now;
 * of each event no more than the @max last ones. By their beginning; Unix seconds. */
GPtrArray *aufait_event_store_list_past_of_person (
    AufaitIndex *index, gint64 person_id, gint64 since, gint64 now, guint max, GError **error);

/* Events with an id in [from, until), by id, at most @max: each once, without a time. */
GPtrArray *aufait_event_store_list_range (
    AufaitIndex *index, gint64 from, gint64 until, guint max, GError **error);

/* Those of one file, as aufait-index-writer.h tells of it. */
GPtrArray *aufait_event_store_list_of_file (AufaitIndex *index,
                                            gint64 file_id,
                                            AufaitDay first,
                                            AufaitDay last,
                                            GTimeZone *zone,
                                            GError **error);

/* An occurrence of an event that is about someone. */
typedef struct {
  gint64 person_id;
  gint64 start; /* Unix seconds */
  gint64 end;
  gboolean is_series;
  char *summary;  /* of what lasts for a day or longer, and may be a trip; NULL else */
  char *location; /* the same */
} AufaitEventStoreMeeting;

/* Whether the calendar of that name is the user's own. */
typedef gboolean (*AufaitEventStoreIsMine) (const char *calendar, gpointer user_data);

/* AufaitEventStoreMeetings, by person, of events that are about people with ids in [from, until),
 * and were over at @now, in Unix seconds: those with a time, that were not cancelled, in calendars
 * that @is_mine says are the user's own. */
GArray *aufait_event_store_list_meetings (AufaitIndex *index,
                                          gint64 from,
                                          gint64 until,
                                          gint64 now,
                                          AufaitEventStoreIsMine is_mine,
                                          gpointer user_data,
                                          GError **error);
