/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that keeps the reader from doing more than reading, whatever a file makes of it. */
#pragma once

#include <glib.h>

/* For ever. FALSE, and why in @ret_reason, when a part of it cannot be had. */
gboolean aufait_reader_sandbox_enter (const char **ret_reason);
