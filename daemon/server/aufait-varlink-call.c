/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-call.h"

#include "aufait-varlink-call-private.h"

typedef struct {
  gpointer data;
  GDestroyNotify free_func;
} Kept;

struct _AufaitVarlinkCall {
  grefcount refs;
  AufaitVarlinkMessage *message;
  GArray *kept;
  AufaitVarlinkCallSendFunc send; /* NULL: answered or abandoned */
  gpointer owner;
  gboolean answered;
  AufaitVarlinkGoneFunc on_gone;
  gpointer gone_data;
};

AufaitVarlinkCall *
aufait_varlink_call_new (AufaitVarlinkMessage *message,
                         AufaitVarlinkCallSendFunc send,
                         gpointer owner)
{
  AufaitVarlinkCall *call = g_new0 (AufaitVarlinkCall, 1);

  g_ref_count_init (&call->refs);
  call->message = message;
  call->send = send;
  call->owner = owner;
  return call;
}

AufaitVarlinkCall *
aufait_varlink_call_ref (AufaitVarlinkCall *call)
{
  g_ref_count_inc (&call->refs);
  return call;
}

static void
free_kept (GArray *kept)
{
  for (guint i = 0; i < kept->len; i++) {
    Kept *one = &g_array_index (kept, Kept, i);

    one->free_func (one->data);
  }
  g_array_unref (kept);
}

void
aufait_varlink_call_unref (AufaitVarlinkCall *call)
{
  if (!g_ref_count_dec (&call->refs))
    return;
  g_clear_pointer (&call->kept, free_kept);
  aufait_varlink_message_free (call->message);
  g_free (call);
}

void
aufait_varlink_call_keep (AufaitVarlinkCall *call, gpointer data, GDestroyNotify free_func)
{
  Kept kept = { data, free_func };

  if (call->kept == NULL)
    call->kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_array_append_val (call->kept, kept);
}

const AufaitVarlinkMessage *
aufait_varlink_call_get_message (AufaitVarlinkCall *call)
{
  return call->message;
}

const char *
aufait_varlink_call_get_method (AufaitVarlinkCall *call)
{
  return call->message->method;
}

gboolean
aufait_varlink_call_wants_more (AufaitVarlinkCall *call)
{
  return call->message->more;
}

void
aufait_varlink_call_set_gone_func (AufaitVarlinkCall *call,
                                   AufaitVarlinkGoneFunc on_gone,
                                   gpointer user_data)
{
  call->on_gone = on_gone;
  call->gone_data = user_data;
}

void
aufait_varlink_call_abandon (AufaitVarlinkCall *call)
{
  AufaitVarlinkGoneFunc on_gone = g_steal_pointer (&call->on_gone);

  call->send = NULL;
  if (on_gone != NULL)
    on_gone (call, call->gone_data);
}

static gboolean
send_reply (AufaitVarlinkCall *call, const char *error, JsonObject *parameters, gboolean last)
{
  AufaitVarlinkCallSendFunc send = call->send;
  char *text = NULL;
  gsize length = 0;

  if (last) {
    call->answered = TRUE;
    call->on_gone = NULL;
    call->send = NULL;
  }
  if (send == NULL)
    return FALSE;
  if (!call->message->oneway)
    text = aufait_varlink_message_write_reply (error, parameters, !last, &length);
  return send (call, text, length, last, call->owner);
}

void
aufait_varlink_call_reply (AufaitVarlinkCall *call, JsonObject *parameters)
{
  g_autoptr (JsonObject) taken = parameters;

  g_return_if_fail (!call->answered);
  send_reply (call, NULL, taken, TRUE);
}

gboolean
aufait_varlink_call_reply_continues (AufaitVarlinkCall *call, JsonObject *parameters)
{
  g_autoptr (JsonObject) taken = parameters;

  g_return_val_if_fail (!call->answered, FALSE);
  g_return_val_if_fail (call->message->more, FALSE);
  if (send_reply (call, NULL, taken, FALSE))
    return TRUE;
  call->on_gone = NULL;
  call->send = NULL;
  return FALSE;
}

void
aufait_varlink_call_reply_error (AufaitVarlinkCall *call, const char *error, JsonObject *parameters)
{
  g_autoptr (JsonObject) taken = parameters;

  g_return_if_fail (!call->answered);
  send_reply (call, error, taken, TRUE);
}

static void
reply_error_about (AufaitVarlinkCall *call, const char *error, const char *field, const char *name)
{
  JsonObject *parameters = json_object_new ();

  json_object_set_string_member (parameters, field, name);
  aufait_varlink_call_reply_error (call, error, parameters);
}

void
aufait_varlink_call_reply_invalid_parameter (AufaitVarlinkCall *call, const char *parameter)
{
  reply_error_about (call, "org.varlink.service.InvalidParameter", "parameter", parameter);
}

void
aufait_varlink_call_reply_interface_not_found (AufaitVarlinkCall *call, const char *name)
{
  reply_error_about (call, "org.varlink.service.InterfaceNotFound", "interface", name);
}

void
aufait_varlink_call_reply_method_not_found (AufaitVarlinkCall *call, const char *name)
{
  reply_error_about (call, "org.varlink.service.MethodNotFound", "method", name);
}

void
aufait_varlink_call_reply_method_not_implemented (AufaitVarlinkCall *call, const char *name)
{
  reply_error_about (call, "org.varlink.service.MethodNotImplemented", "method", name);
}

void
aufait_varlink_call_reply_expected_more (AufaitVarlinkCall *call)
{
  aufait_varlink_call_reply_error (call, "org.varlink.service.ExpectedMore", NULL);
}
