/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often one is in touch, as people say it. */
#pragma once

#include <json-glib/json-glib.h>

/* "every day", "every 3 weeks", "every month", "every year": @days at least 1. */
char *aufait_cadence_words_every (int days);

/* Of a reply with person, everyDays and nextOn: "In touch with Marie every 3 weeks, next on
 * Friday."
 */
char *aufait_cadence_words_dup (JsonObject *reply);
