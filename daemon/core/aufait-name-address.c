/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-name-address.h"

#include <string.h>

#define SIGNS "@._%+-:/"

static gboolean
is_address_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) ||
         (c < 0x80 && c != '\0' && strchr (SIGNS, (int) c) != NULL);
}

/* The end of the run of characters of an address that begins at @start. */
static gsize
find_run_end (AufaitNameAddress *self, gsize start)
{
  const char *first = self->text + start;
  const char *p = first;

  while (*p != '\0' && is_address_char (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  self->n_read += (gsize) (p - first);
  while (p > first && strchr (SIGNS, p[-1]) != NULL)
    p--;

  return start + (gsize) (p - first);
}

static gboolean
is_address (const char *run)
{
  const char *at = strchr (run, '@');

  return strstr (run, "://") != NULL || g_str_has_prefix (run, "www.") ||
         (at != NULL && at > run && strchr (at, '.') != NULL);
}

/* Of a run that is no address, what begins later in it is none either, but for "www.". */
char *
aufait_name_address_dup (AufaitNameAddress *self, const AufaitNameWord *word)
{
  gboolean is_within = word->start < self->run_end;
  gsize end = is_within ? self->run_end : find_run_end (self, word->start);
  g_autofree char *run = NULL;

  self->run_end = end;
  if (end <= word->end || (is_within && !g_str_has_prefix (self->text + word->start, "www.")))
    return NULL;

  run = g_strndup (self->text + word->start, end - word->start);
  return is_address (run) ? g_steal_pointer (&run) : NULL;
}
