/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days that are wanted, and what is found in them. */
#pragma once

#include "aufait-event.h"
#include "aufait-ical-event.h"

/* How much one file may bring, and how much looking for it may cost: a day that a rule has is a
 * step. */
#define AUFAIT_ICAL_WINDOW_EVENTS_MAX 300000
#define AUFAIT_ICAL_WINDOW_STEPS_MAX  3000000

typedef void (*AufaitIcalWindowFunc) (const AufaitEvent *event,
                                      gboolean is_again,
                                      gpointer user_data);

typedef struct _AufaitIcalWindow AufaitIcalWindow;

/* @func is called with what is found, and with whether only its times are others than the last
 * ones'; it may keep nothing of it. @zones are lent. */
AufaitIcalWindow *aufait_ical_window_new (AufaitDay first,
                                          AufaitDay last,
                                          AufaitIcalZones *zones,
                                          AufaitIcalWindowFunc func,
                                          gpointer user_data);
void aufait_ical_window_free (AufaitIcalWindow *window);

AufaitDay aufait_ical_window_get_first (const AufaitIcalWindow *window);
AufaitDay aufait_ical_window_get_last (const AufaitIcalWindow *window);
AufaitIcalZones *aufait_ical_window_get_zones (const AufaitIcalWindow *window);

/* Another file begins. */
void aufait_ical_window_set_report (AufaitIcalWindow *window, AufaitVcardReport *report);
AufaitVcardReport *aufait_ical_window_get_report (const AufaitIcalWindow *window);

/* FALSE when the file has had enough of our time. */
gboolean aufait_ical_window_count_step (AufaitIcalWindow *window);

/* Hands out an occurrence of @event at @start (of its zone) when it touches the window. @start and
 * @length are of the same form as those of @event. */
void aufait_ical_window_add (AufaitIcalWindow *window,
                             const AufaitIcalEvent *event,
                             const AufaitIcalTime *start,
                             const AufaitIcalTimeLength *length,
                             gboolean is_recurring);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitIcalWindow, aufait_ical_window_free)
