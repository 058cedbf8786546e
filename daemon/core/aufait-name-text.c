/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-name-text.h"

#include "aufait-common-names.h"

static gboolean
has_small_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

void
aufait_name_text_init (AufaitNameText *self,
                       const AufaitNameIndex *index,
                       const char *text,
                       const GArray *words)
{
  *self = (AufaitNameText){ .index = index, .text = text, .words = words };
  self->is_shouted = !has_small_letter (text);
}

void
aufait_name_text_clear (AufaitNameText *self)
{
  g_clear_pointer (&self->reading, aufait_reading_free);
}

const AufaitNameWord *
aufait_name_text_get (const AufaitNameText *self, guint i)
{
  return i < self->words->len ? &g_array_index (self->words, AufaitNameWord, i) : NULL;
}

const AufaitNameWord *
aufait_name_text_get_next (const AufaitNameText *self, guint i)
{
  const AufaitNameWord *next = aufait_name_text_get (self, i + 1);

  return next != NULL && next->gap == AUFAIT_NAME_WORD_SPACE ? next : NULL;
}

const AufaitNameWord *
aufait_name_text_get_previous (const AufaitNameText *self, guint i)
{
  return i > 0 && aufait_name_text_get (self, i)->gap == AUFAIT_NAME_WORD_SPACE
             ? aufait_name_text_get (self, i - 1)
             : NULL;
}

gboolean
aufait_name_text_is_borne (const AufaitNameText *self, const AufaitNameWord *word)
{
  return aufait_name_index_get_spots (self->index, word->folded) != NULL &&
         !aufait_common_names_is_particle (word->folded);
}

gboolean
aufait_name_text_is_first_name (const AufaitNameText *self, const AufaitNameWord *word)
{
  const GArray *spots = aufait_name_index_get_spots (self->index, word->folded);

  for (guint i = 0; spots != NULL && i < spots->len; i++)
    if (g_array_index (spots, AufaitNameIndexSpot, i).position == 0)
      return TRUE;
  return FALSE;
}

gboolean
aufait_name_text_is_number (const AufaitNameWord *word)
{
  return g_ascii_isdigit (*word->folded);
}

gboolean
aufait_name_text_is_capital (const AufaitNameWord *word)
{
  return !word->is_small && !aufait_name_text_is_number (word);
}

const AufaitReading *
aufait_name_text_get_reading (AufaitNameText *self)
{
  if (self->reading == NULL)
    self->reading = aufait_reading_new (self->text, aufait_lexicon_get ());
  return self->reading;
}

guint
aufait_name_text_find_token (AufaitNameText *self, guint i)
{
  const AufaitReading *reading = aufait_name_text_get_reading (self);
  gsize start = aufait_name_text_get (self, i)->start;
  guint first = 0, behind = aufait_reading_get_length (reading);

  while (first < behind) {
    guint middle = first + (behind - first) / 2;

    if (aufait_reading_get (reading, middle)->start < start)
      first = middle + 1;
    else
      behind = middle;
  }
  return first;
}
