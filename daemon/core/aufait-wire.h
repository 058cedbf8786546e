/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values as JSON, with the fields of org.aufait.varlink. Each returns a new node. */
#pragma once

#include <json-glib/json-glib.h>

#include "aufait-card.h"
#include "aufait-event.h"
#include "aufait-values.h"

JsonNode *aufait_wire_ref (const AufaitRef *ref);
JsonNode *aufait_wire_person (const AufaitPerson *person);

/* Of one whose text is its name. */
JsonNode *aufait_wire_relation (const AufaitCardRelation *relation);

JsonNode *aufait_wire_moment (const AufaitMoment *moment);
JsonNode *aufait_wire_note (const AufaitNote *note);
JsonNode *aufait_wire_contact (const AufaitContact *contact);
/* Instants, or days, as @zone has them. An all-day event has "end" on its last day. */
JsonNode *aufait_wire_event (const AufaitEvent *event, GTimeZone *zone);
JsonNode *aufait_wire_nudge (const AufaitNudge *nudge);

/* An instant in RFC 3339 with its zone's offset and whole seconds. */
char *aufait_wire_dup_instant (GDateTime *at);

/* An array of @values, each by @wire, as in (JsonNode *(*) (gconstpointer)) aufait_wire_note. */
typedef JsonNode *(*AufaitWireFunc) (gconstpointer value);
JsonNode *aufait_wire_array (GPtrArray *values, AufaitWireFunc wire);
