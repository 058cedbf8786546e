/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-circle.h"

#include <glib/gi18n-lib.h>

#include "aufait-guess.h"

static const char *const circles[] = {
  NC_ ("circle", "inner"),
  NC_ ("circle", "close"),
  NC_ ("circle", "friends"),
  NC_ ("circle", "wider"),
};

static const char *
translate (const char *circle)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "circle", circle);
}

char *
aufait_circle_word (const char *circle)
{
  for (guint i = 0; circle != NULL && i < G_N_ELEMENTS (circles); i++)
    if (g_str_equal (circles[i], circle))
      /* Translators: %s is a circle: inner, close, friends or wider */
      return g_strdup_printf (_ ("circle “%s”"), translate (circles[i]));
  return g_strdup (circle);
}

const char *
aufait_circle_find (const char *name)
{
  g_autofree char *folded = name != NULL ? aufait_guess_fold (name) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (circles); i++) {
    g_autofree char *translated = aufait_guess_fold (translate (circles[i]));

    if (g_str_equal (folded, circles[i]) || g_str_equal (folded, translated))
      return circles[i];
  }
  return name;
}
