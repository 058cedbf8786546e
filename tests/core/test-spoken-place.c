/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aufait-spoken-place.h"

#include <libintl.h>
#include <locale.h>

static const struct {
  const char *place;
  const char *english;
  const char *french;
} PLACES[] = {
  { "Crète", "from Crète", "de Crète" },
  { "France", "from France", "de France" },
  { "Italie", "from Italie", "d’Italie" },
  { "Écosse", "from Écosse", "d’Écosse" },
  { "Japon", "from Japon", "du Japon" },
  { "japon", "from japon", "du japon" },
  { "Portugal", "from Portugal", "du Portugal" },
  { "Pérou", "from Pérou", "du Pérou" },
  { "perou", "from perou", "du perou" },
  { "Québec", "from Québec", "du Québec" },
  { "États-Unis", "from États-Unis", "des États-Unis" },
  { "Etats-Unis", "from Etats-Unis", "des Etats-Unis" },
  { "Pays-Bas", "from Pays-Bas", "des Pays-Bas" },
  { "Alpes", "from Alpes", "des Alpes" },
  { "Le Havre", "from Le Havre", "du Havre" },
  { "Les Sables-d’Olonne", "from Les Sables-d’Olonne", "des Sables-d’Olonne" },
  { "Lens", "from Lens", "de Lens" },
  { "La Rochelle", "from La Rochelle", "de La Rochelle" },
  { "Iran", "from Iran", "d’Iran" },
  { "Lyon", "from Lyon", "de Lyon" },
  { "", "from ", "de " },
};

static void
test_back_from (void)
{
  gboolean is_french = g_strcmp0 (g_getenv ("LANGUAGE"), "fr") == 0;

  for (gsize i = 0; i < G_N_ELEMENTS (PLACES); i++) {
    g_autofree char *text = aufait_spoken_place_from (PLACES[i].place);

    g_assert_cmpstr (text, ==, is_french ? PLACES[i].french : PLACES[i].english);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("AUFAIT_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_add_func ("/spoken-place/back-from", test_back_from);
  return g_test_run ();
}
