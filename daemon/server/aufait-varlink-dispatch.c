/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-dispatch.h"

#include <string.h>

#include "aufait-varlink-call-private.h"
#include "aufait-varlink-parameters.h"

static const AufaitVarlinkMethod *
find_method (const AufaitVarlinkInterface *interface, const char *name)
{
  const AufaitVarlinkMethod *method = interface->methods;

  for (; method != NULL && method->name != NULL; method++)
    if (strcmp (method->name, name) == 0)
      return method;
  return NULL;
}

/* Whether the interface file declares a method that the table does not have. */
static gboolean
is_declared (const AufaitVarlinkInterface *interface, const char *name)
{
  g_autofree char *escaped = g_regex_escape_string (name, -1);
  g_autofree char *pattern = g_strdup_printf ("^\\s*method\\s+%s\\s*\\(", escaped);

  return interface->description != NULL && strlen (name) <= 255 &&
         g_regex_match_simple (pattern, interface->description, G_REGEX_MULTILINE, 0);
}

static void
refuse_method (AufaitVarlinkCall *call, const AufaitVarlinkInterface *interface, const char *name)
{
  const char *full_name = aufait_varlink_call_get_method (call);

  if (find_method (interface, name) != NULL || is_declared (interface, name))
    aufait_varlink_call_reply_method_not_implemented (call, full_name);
  else
    aufait_varlink_call_reply_method_not_found (call, full_name);
}

static void
call_method (AufaitVarlinkCall *call, const AufaitVarlinkMethod *method, gpointer user_data)
{
  const AufaitVarlinkMessage *message = aufait_varlink_call_get_message (call);
  gconstpointer parameters;

  /* A reply without error would tell the client that the connection now is its own. */
  if (message->upgrade) {
    aufait_varlink_call_reply_invalid_parameter (call, "upgrade");
    return;
  }
  if (method->needs_more && !message->more) {
    aufait_varlink_call_reply_expected_more (call);
    return;
  }
  if (aufait_varlink_parameters_read (call, method, &parameters))
    method->handler (call, parameters, user_data);
}

void
aufait_varlink_dispatch (AufaitVarlinkRegistry *registry, AufaitVarlinkCall *call)
{
  const char *full_name = aufait_varlink_call_get_method (call);
  const char *dot = strrchr (full_name, '.');
  g_autofree char *name = dot != NULL ? g_strndup (full_name, (gsize) (dot - full_name)) : NULL;
  const AufaitVarlinkInterface *interface = NULL;
  const AufaitVarlinkMethod *method;
  gpointer user_data = NULL;

  if (name != NULL)
    interface = aufait_varlink_registry_find (registry, name, &user_data);
  if (interface == NULL) {
    aufait_varlink_call_reply_interface_not_found (call, name != NULL ? name : full_name);
    return;
  }
  method = find_method (interface, dot + 1);
  if (method == NULL || method->handler == NULL)
    refuse_method (call, interface, dot + 1);
  else
    call_method (call, method, user_data);
}
