/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One method call of a Varlink client (UAPI.20), and the replies to it. */
#pragma once

#include <json-glib/json-glib.h>

typedef struct _AufaitVarlinkCall AufaitVarlinkCall;

AufaitVarlinkCall *aufait_varlink_call_ref (AufaitVarlinkCall *call);
void aufait_varlink_call_unref (AufaitVarlinkCall *call);

/* "org.aufait.AddNote" */
const char *aufait_varlink_call_get_method (AufaitVarlinkCall *call);
gboolean aufait_varlink_call_wants_more (AufaitVarlinkCall *call);

/* The last reply; @parameters is taken, NULL: none. A call is answered once; without an answer it
 * stays open, and the calls behind it on its connection wait. */
void aufait_varlink_call_reply (AufaitVarlinkCall *call, JsonObject *parameters);

/* One of several replies ("continues"); only for a call that wants more; @parameters is taken.
 * FALSE when the client is gone or does not read what it was sent: the caller forgets the call, and
 * its gone func is not called any more. */
gboolean aufait_varlink_call_reply_continues (AufaitVarlinkCall *call, JsonObject *parameters);

/* An error by its full name; @parameters is taken, NULL: none. */
void aufait_varlink_call_reply_error (AufaitVarlinkCall *call,
                                      const char *error,
                                      JsonObject *parameters);

/* org.varlink.service.InvalidParameter. */
void aufait_varlink_call_reply_invalid_parameter (AufaitVarlinkCall *call, const char *parameter);

/* Called once, when the client of an open call is gone. */
typedef void (*AufaitVarlinkGoneFunc) (AufaitVarlinkCall *call, gpointer user_data);
void aufait_varlink_call_set_gone_func (AufaitVarlinkCall *call,
                                        AufaitVarlinkGoneFunc on_gone,
                                        gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitVarlinkCall, aufait_varlink_call_unref)
