/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relatives of those whom notes are about. */
#pragma once

#include <glib.h>

/* Whether two notes about one person name the same relative of theirs, in the same word: "her mum
 * starts chemo", "her mum died". */
gboolean aufait_kin_is_shared (const char *text, const char *other);
