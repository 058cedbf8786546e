/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-request.h"

#include "aufait-contract.h"

struct AufaitRequest {
  const char *method;
  GString *parameters; /* members, with commas between */
};

AufaitRequest *
aufait_request_new (const char *method)
{
  AufaitRequest *request = g_new0 (AufaitRequest, 1);

  request->method = method;
  request->parameters = g_string_new (NULL);
  return request;
}

void
aufait_request_free (AufaitRequest *request)
{
  if (request == NULL)
    return;
  g_string_free (request->parameters, TRUE);
  g_free (request);
}

/* A JSON string (RFC 8259, 7). */
static void
append_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_printf (json, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) *p);
    else
      g_string_append_c (json, *p);
  }
  g_string_append_c (json, '"');
}

static void
begin_member (AufaitRequest *request, const char *name)
{
  if (request->parameters->len > 0)
    g_string_append_c (request->parameters, ',');
  append_string (request->parameters, name);
  g_string_append_c (request->parameters, ':');
}

void
aufait_request_add_string (AufaitRequest *request, const char *name, const char *value)
{
  if (value == NULL)
    return;
  begin_member (request, name);
  append_string (request->parameters, value);
}

void
aufait_request_add_strings (AufaitRequest *request, const char *name, const char *const *values)
{
  if (values[0] == NULL)
    return;
  begin_member (request, name);
  for (guint i = 0; values[i] != NULL; i++) {
    g_string_append_c (request->parameters, i == 0 ? '[' : ',');
    append_string (request->parameters, values[i]);
  }
  g_string_append_c (request->parameters, ']');
}

void
aufait_request_add_true (AufaitRequest *request, const char *name)
{
  begin_member (request, name);
  g_string_append (request->parameters, "true");
}

void
aufait_request_add_int (AufaitRequest *request, const char *name, gint64 value)
{
  begin_member (request, name);
  g_string_append_printf (request->parameters, "%" G_GINT64_FORMAT, value);
}

char *
aufait_request_dup_message (const AufaitRequest *request, gboolean more)
{
  return g_strdup_printf ("{\"method\":\"" AUFAIT_INTERFACE ".%s\",\"parameters\":{%s}%s}",
                          request->method, request->parameters->str, more ? ",\"more\":true" : "");
}
