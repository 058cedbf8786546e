/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A call of one method, as one Varlink message. */
#pragma once

#include <glib.h>

typedef struct AufaitRequest AufaitRequest;

/* A call of org.aufait.@method, without parameters yet. */
AufaitRequest *aufait_request_new (const char *method);
void aufait_request_free (AufaitRequest *request);

/* Adds a parameter. A NULL string and an empty array are left out. Strings are valid UTF-8. */
void aufait_request_add_string (AufaitRequest *request, const char *name, const char *value);
void
aufait_request_add_strings (AufaitRequest *request, const char *name, const char *const *values);
void aufait_request_add_int (AufaitRequest *request, const char *name, gint64 value);
void aufait_request_add_true (AufaitRequest *request, const char *name);

/* The message, without its closing NUL; with @more a reply may be followed by others. */
char *aufait_request_dup_message (const AufaitRequest *request, gboolean more);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitRequest, aufait_request_free)
