/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GLib up to 2.74 has an allocator of its own for small pieces, which keeps the pages of all that
 * was ever needed at once: after a large calendar was read that is most of what the daemon holds.
 * malloc gives them back (aufait-rest.c). GLib asks once, before the first piece, and the first
 * pieces are taken while it is loaded: so this is said before any library is initialised (System V
 * ABI, DT_PREINIT_ARRAY), in the only call that works there. Later versions always use malloc. */
#include "config.h"

#include <glib.h>

static void
use_malloc (void)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  g_slice_set_config (G_SLICE_CONFIG_ALWAYS_MALLOC, TRUE);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

static void (*const before_libraries) (void)
    __attribute__ ((section (".preinit_array"), used)) = use_malloc;
