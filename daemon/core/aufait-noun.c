/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-noun.h"

#include <glib/gi18n-lib.h>

#include "aufait-lexicon.h"

static const char *
get_meaning (const AufaitMoment *moment)
{
  return moment->what != NULL && moment->language != NULL
             ? aufait_lexicon_get_meaning (aufait_lexicon_get (), moment->language, moment->what)
             : NULL;
}

gboolean
aufait_noun_means (const AufaitMoment *moment, const char *meaning)
{
  return g_strcmp0 (get_meaning (moment), meaning) == 0;
}

const char *
aufait_noun_get_language (void)
{
  /* Translators: the code of the language of this translation, as in ISO 639: “en” in English. It
   * says in which language a note's own words fit into the sentences here. */
  return C_ ("language code", "en");
}

const char *
aufait_noun_say (const AufaitMoment *moment)
{
  const char *spoken = aufait_noun_get_language ();
  const char *meaning = NULL;

  if (moment->what != NULL && g_strcmp0 (moment->language, spoken) == 0)
    return moment->what;
  meaning = get_meaning (moment);
  return meaning != NULL ? aufait_lexicon_get_name (aufait_lexicon_get (), spoken, meaning) : NULL;
}
