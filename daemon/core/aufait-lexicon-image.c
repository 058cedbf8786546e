/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-lexicon-image.h"

guint32
aufait_lexicon_image_hash (const char *word)
{
  guint32 hash = 2166136261u;

  for (const guchar *p = (const guchar *) word; *p != '\0'; p++)
    hash = (hash ^ *p) * 16777619u;
  return hash;
}
