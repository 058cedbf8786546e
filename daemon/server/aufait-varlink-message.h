/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two kinds of message of UAPI.20, call and reply, as text. */
#pragma once

#include <json-glib/json-glib.h>

typedef struct {
  JsonNode *root; /* owns all the rest */
  const char *method;
  JsonObject *parameters; /* NULL: none */
  gboolean oneway;
  gboolean more;
  gboolean upgrade;
} AufaitVarlinkMessage;

/* Reads a call, through the gate. NULL for anything that a service must close the connection for;
 * then *@ret_reason is a static string for the log. */
AufaitVarlinkMessage *
aufait_varlink_message_parse (const char *data, gsize length, const char **ret_reason);
void aufait_varlink_message_free (AufaitVarlinkMessage *message);

/* The text of a reply, with its closing NUL counted in *@ret_length. @error: the name of one, or
 * NULL; @parameters: NULL or empty ones are left out. */
char *aufait_varlink_message_write_reply (const char *error,
                                          JsonObject *parameters,
                                          gboolean continues,
                                          gsize *ret_length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitVarlinkMessage, aufait_varlink_message_free)
