/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between a calendar's file and everything that interprets it: takes the text apart in
 * one pass, whatever it is, and lets through the events and zones that are whole, with the
 * properties that are wanted, within limits. So one bad event spoils no other, and what is behind
 * has nothing to fear of size, depth or number. */
#pragma once

#include "aufait-ical-component.h"
#include "aufait-vcard-report.h"

#define AUFAIT_ICAL_GATE_LENGTH_MAX     (16 * 1024 * 1024)
#define AUFAIT_ICAL_GATE_DEPTH_MAX      16
#define AUFAIT_ICAL_GATE_EVENTS_MAX     100000
#define AUFAIT_ICAL_GATE_ZONES_MAX      200
#define AUFAIT_ICAL_GATE_PARTS_MAX      200  /* observances of a zone */
#define AUFAIT_ICAL_GATE_REPEATS_MAX    1000 /* properties of a component that it has repeatedly */
#define AUFAIT_ICAL_GATE_PROPERTIES_MAX 500000 /* in a file */

typedef struct {
  GPtrArray *events;   /* AufaitIcalComponent, in their order */
  GPtrArray *zones;    /* AufaitIcalComponent */
  GArray *cancels;     /* gboolean of each VCALENDAR: it says METHOD:CANCEL */
  GStringChunk *lines; /* the unfolded ones */
} AufaitIcalGate;

/* A new reference to the VTIMEZONE of which @text stands behind its BEGIN line, to the end of the
 * line of its END: one that is whole and of which there is nothing to report. Sets @ret_n_lines to
 * how many lines an editor counts in @text. NULL: it has to be read. */
typedef AufaitIcalComponent *(*AufaitIcalGateFindZone) (AufaitVcardSpan text,
                                                        guint *ret_n_lines,
                                                        gpointer user_data);

/* @data, and the texts of the zones that @find_zone finds, must outlive what is returned. NULL:
 * every zone is read. Appends to @report what was not let through. */
AufaitIcalGate *aufait_ical_gate_read (const char *data,
                                       gsize length,
                                       AufaitIcalGateFindZone find_zone,
                                       gpointer user_data,
                                       AufaitVcardReport *report);
void aufait_ical_gate_free (AufaitIcalGate *gate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitIcalGate, aufait_ical_gate_free)
