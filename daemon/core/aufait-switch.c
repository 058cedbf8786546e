/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-switch.h"

static const struct {
  const char *on;
  const char *off;
} words[] = { { "true", "false" }, { "yes", "no" }, { "on", "off" }, { "1", "0" } };

gboolean
aufait_switch_parse (const char *text, gboolean *ret_is_on)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    gboolean is_on = g_ascii_strcasecmp (text, words[i].on) == 0;

    if (!is_on && g_ascii_strcasecmp (text, words[i].off) != 0)
      continue;
    *ret_is_on = is_on;
    return TRUE;
  }
  return FALSE;
}
