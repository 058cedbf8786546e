/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a setting says that is on or off. */
#pragma once

#include <glib.h>

/* Reads true, yes, on, 1 or false, no, off, 0, in any case: all of @text, else FALSE and @ret_is_on
 * untouched. */
gboolean aufait_switch_parse (const char *text, gboolean *ret_is_on);
