/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places in words, in the user's language, inside a sentence. */
#pragma once

#include <glib.h>

/* @place, as it was written, behind the word for where one comes back from: "from Crete"; in French
 * "de Crète", "du Japon", "d’Italie", "des Alpes", "du Havre". The caller frees it. */
char *aufait_spoken_place_from (const char *place);
