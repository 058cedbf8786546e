/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-memory-error.h"

GQuark
aufait_memory_error_quark (void)
{
  return g_quark_from_static_string ("aufait-memory-error-quark");
}
