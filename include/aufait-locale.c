/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-locale.h"

#include <glib.h>
#include <libintl.h>
#include <locale.h>

/* gettext asks LANGUAGE only when the locale is another than "C", and the locale's own language
 * only when it is installed: one that is not must not silence the translations. */
static void
make_do_without_locale (void)
{
  static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  const char *wanted = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  for (gsize i = 0; i < G_N_ELEMENTS (variables) && (wanted == NULL || *wanted == '\0'); i++)
    wanted = g_getenv (variables[i]);
  if (wanted != NULL)
    g_setenv ("LANGUAGE", wanted, FALSE);
}

void
aufait_locale_init (void)
{
  const char *dir = g_getenv ("AUFAIT_LOCALEDIR");

  if (setlocale (LC_ALL, "") == NULL)
    make_do_without_locale ();
  bindtextdomain (GETTEXT_PACKAGE, dir != NULL ? dir : AUFAIT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
