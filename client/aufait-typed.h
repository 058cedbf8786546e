/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that is typed on standard input, or piped into it. */
#pragma once

#include <glib.h>

/* Reads standard input to its end, without the space around it, to be freed; NULL when it is empty.
 * On a terminal @prompt is said first. Bytes that are no UTF-8 are replaced: a text is never
 * refused for them. */
char *aufait_typed_read (const char *prompt);
