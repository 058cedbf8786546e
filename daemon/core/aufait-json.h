/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON as text, without white space. Our own, for what json-glib 1.6 writes is not always JSON:
 * U+001F unescaped, 1e+308.0. */
#pragma once

#include <json-glib/json-glib.h>

/* Strings that are no UTF-8 are made so; a number that is not finite is null. */
void aufait_json_append_object (GString *text, JsonObject *object);
void aufait_json_append_string (GString *text, const char *string);
