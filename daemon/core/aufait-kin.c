/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-kin.h"

#include "aufait-reading.h"

/* The words for relatives in @reading, folded; borrowed from it. */
static GPtrArray *
list_kin (const AufaitReading *reading)
{
  GPtrArray *kin = g_ptr_array_new ();

  for (guint i = 0; i < aufait_reading_get_length (reading); i++) {
    const AufaitToken *token = aufait_reading_get (reading, i);

    if (token->type == AUFAIT_TOKEN_WORD &&
        aufait_reading_find (reading, i, AUFAIT_WORD_KIN) != NULL)
      g_ptr_array_add (kin, (gpointer) token->folded);
  }
  return kin;
}

gboolean
aufait_kin_is_shared (const char *text, const char *other)
{
  g_autoptr (AufaitReading) reading = aufait_reading_new (text, aufait_lexicon_get ());
  g_autoptr (AufaitReading) other_reading = aufait_reading_new (other, aufait_lexicon_get ());
  g_autoptr (GPtrArray) kin = list_kin (reading);
  g_autoptr (GPtrArray) others = list_kin (other_reading);

  for (guint i = 0; i < kin->len; i++)
    if (g_ptr_array_find_with_equal_func (others, kin->pdata[i], g_str_equal, NULL))
      return TRUE;
  return FALSE;
}
