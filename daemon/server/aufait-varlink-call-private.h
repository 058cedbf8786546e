/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The side of a call that the server sees: how it is made, sent and ended. */
#pragma once

#include "aufait-varlink-call.h"
#include "aufait-varlink-message.h"

/* Sends one reply, @length bytes of @text that are taken; NULL for a oneway call, which has none.
 * @last: the call is answered. FALSE when the client is gone. */
typedef gboolean (*AufaitVarlinkCallSendFunc) (
    AufaitVarlinkCall *call, char *text, gsize length, gboolean last, gpointer owner);

/* @message is taken. @owner is called until the last reply or until _abandon. */
AufaitVarlinkCall *aufait_varlink_call_new (AufaitVarlinkMessage *message,
                                            AufaitVarlinkCallSendFunc send,
                                            gpointer owner);

/* The client is gone: replies go nowhere, and the gone func is called. */
void aufait_varlink_call_abandon (AufaitVarlinkCall *call);

const AufaitVarlinkMessage *aufait_varlink_call_get_message (AufaitVarlinkCall *call);

/* Frees @data with the call. */
void aufait_varlink_call_keep (AufaitVarlinkCall *call, gpointer data, GDestroyNotify free_func);

/* Errors of org.varlink.service; @name goes into the error's one parameter. */
void aufait_varlink_call_reply_interface_not_found (AufaitVarlinkCall *call, const char *name);
void aufait_varlink_call_reply_method_not_found (AufaitVarlinkCall *call, const char *name);
void aufait_varlink_call_reply_method_not_implemented (AufaitVarlinkCall *call, const char *name);
void aufait_varlink_call_reply_expected_more (AufaitVarlinkCall *call);
