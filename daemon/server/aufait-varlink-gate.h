/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strict gate before json-glib: what passes is one JSON object (RFC 8259) within our limits. */
#pragma once

#include <glib.h>

/* Whether the @length bytes are exactly one JSON object: at most AUFAIT_MESSAGE_MAX bytes of valid
 * UTF-8 without NUL, nested at most AUFAIT_DEPTH_MAX deep, no comment, no "\u0000", no lone
 * surrogate, no integer beyond 64 bits, no number that is not finite, no name twice in an object.
 * Linear, without recursion. On FALSE *@ret_reason, when asked for, is a static string in English
 * for the log. */
gboolean aufait_varlink_gate_check (const char *data, gsize length, const char **ret_reason);
