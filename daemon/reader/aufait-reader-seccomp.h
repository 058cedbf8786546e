/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader may ask of the kernel: to read, to have memory, to answer on its socket. No new
 * socket, no program, no thread, no writing. What is not allowed fails with EPERM. */
#pragma once

#include <glib.h>

/* FALSE when the system refuses. */
gboolean aufait_reader_seccomp_enter (void);
