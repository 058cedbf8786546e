/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-reader-sandbox.h"

#include <glib/gi18n-lib.h>

#include "aufait-reader-landlock.h"
#include "aufait-reader-limits.h"
#include "aufait-reader-seccomp.h"

gboolean
aufait_reader_sandbox_enter (const char **ret_reason)
{
  /* The texts of the user's language are read at their first use. */
  (void) g_dgettext (GETTEXT_PACKAGE, "Line %u was not understood.");
  *ret_reason = NULL;
  if (!aufait_reader_limits_set ())
    *ret_reason = "limits";
  else if (!aufait_reader_landlock_enter ())
    *ret_reason = "Landlock";
  else if (!aufait_reader_seccomp_enter ())
    *ret_reason = "seccomp";
  return *ret_reason == NULL;
}
