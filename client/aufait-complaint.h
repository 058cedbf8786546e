/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an error of the daemon means for the user, and what can be done about it. */
#pragma once

#include <json-glib/json-glib.h>

#include "aufait-command.h"

/* Whole sentences, perhaps with a list of candidates on lines of their own, without a newline at
 * the end. @parameters is the error's. */
char *
aufait_complaint_dup (const char *error, JsonObject *parameters, const AufaitCommand *command);
