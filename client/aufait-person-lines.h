/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People as lines. */
#pragma once

#include <json-glib/json-glib.h>

#include "aufait-screen.h"

/* What is known of @person, separated by commas: circle, birthday, places, addresses; "" when
 * nothing is. */
char *aufait_person_lines_dup_details (JsonObject *person);

/* What their cards say beside that, separated by commas: the language, and who belongs to them; "".
 */
char *aufait_person_lines_dup_kin (JsonObject *person);

/* The people of the reply's array "people", a row each: id, name, details. */
void aufait_person_lines_print (AufaitScreen *screen, JsonObject *reply);
