/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which files the reader may open (Linux 5.13 and later): those of zones, languages and character
 * sets, to be read. */
#pragma once

#include <glib.h>

/* FALSE when the kernel has Landlock and refuses. */
gboolean aufait_reader_landlock_enter (void);
