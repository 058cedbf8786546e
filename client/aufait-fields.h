/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a reply, for people to read. What is not there, or is of another type than it
 * should be, reads as nothing: a daemon of another version must not bring the client down. */
#pragma once

#include <json-glib/json-glib.h>

/* Reads one JSON object, to be unreferenced; NULL when it is none. Every string in it is made safe
 * for a terminal (aufait_plain_clean). */
JsonObject *aufait_fields_parse (const char *json);

/* The field as a string, NULL when there is none or it is empty; borrowed. As a number 0, as a
 * truth FALSE when there is none. @object may be NULL. */
const char *aufait_fields_get_string (JsonObject *object, const char *name);
gint64 aufait_fields_get_int (JsonObject *object, const char *name);
double aufait_fields_get_double (JsonObject *object, const char *name);
gboolean aufait_fields_get_bool (JsonObject *object, const char *name);

/* The field as an object, NULL when there is none; borrowed. */
JsonObject *aufait_fields_get_object (JsonObject *object, const char *name);

/* How long the array is, 0 when there is none; its element @i, which must be there, as an object or
 * string, NULL when it is none; borrowed. */
guint aufait_fields_get_length (JsonObject *object, const char *name);
JsonObject *aufait_fields_get_item (JsonObject *object, const char *name, guint i);
const char *aufait_fields_get_text (JsonObject *object, const char *name, guint i);

/* The array's strings, joined by commas; "" when there are none. */
char *aufait_fields_join (JsonObject *object, const char *name);

/* The array's objects' names, as in "Marie Curie, Paul and Zoe"; "" when there are none. */
char *aufait_fields_join_names (JsonObject *object, const char *name);

/* The same as a choice: "Marie Curie, Paul or Zoe". */
char *aufait_fields_join_choices (JsonObject *object, const char *name);
