/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes as lines. */
#pragma once

#include <json-glib/json-glib.h>

#include "aufait-screen.h"

/* The notes of the reply's array "notes", a row each: how long ago, about whom if @with_people,
 * the text. */
void aufait_note_lines_print (AufaitScreen *screen, JsonObject *reply, gboolean with_people);
