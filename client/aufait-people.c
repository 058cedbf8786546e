/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-people.h"

#include "aufait-call.h"
#include "aufait-fields.h"

GStrv
aufait_people_fetch (int timeout_ms)
{
  g_autoptr (AufaitRequest) request = aufait_request_new ("ListPeople");
  g_autoptr (AufaitCall) call = aufait_call_new (request, FALSE, timeout_ms, NULL);
  g_autoptr (AufaitFrame) frame = call != NULL ? aufait_call_next (call, NULL) : NULL;
  g_autoptr (JsonObject) reply = NULL;
  GPtrArray *names;
  guint n;

  if (frame != NULL && frame->error == NULL)
    reply = aufait_fields_parse (frame->parameters);
  if (reply == NULL)
    return NULL;
  names = g_ptr_array_new ();
  n = aufait_fields_get_length (reply, "people");
  for (guint i = 0; i < n; i++) {
    JsonObject *person = aufait_fields_get_item (reply, "people", i);
    const char *name = aufait_fields_get_string (person, "name");

    if (name != NULL)
      g_ptr_array_add (names, g_strdup (name));
  }
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}
