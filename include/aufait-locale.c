/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-locale.h"

#include <glib.h>
#include <libintl.h>
#include <locale.h>

void
aufait_locale_init (void)
{
  const char *dir = g_getenv ("AUFAIT_LOCALEDIR");

  /* gettext asks LANGUAGE only when the locale is another than "C": a locale that is not installed
   * must not silence the translations. */
  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, dir != NULL ? dir : AUFAIT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
