/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-fields.h"
#include "aufait-pair.h"

static void
print_same (AufaitScreen *screen, JsonObject *reply)
{
  const char *name = aufait_fields_get_string (aufait_fields_get_object (reply, "person"), "name");
  /* Translators: %s is the person that two were found to be */
  g_autofree char *words = g_strdup_printf (_ ("One person: %s."), name != NULL ? name : "");

  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, words);
}

static int
run (AufaitSession *session)
{
  return aufait_pair_run (session, "Same", print_same);
}

const AufaitCommand aufait_command_same = {
  .name = "same",
  .min_words = 2,
  .max_words = -1,
  .arguments = N_ ("WHO WHO"),
  .summary = N_ ("say that two people are one"),
  .examples = N_ ("aufait same m. curie marie curie\ttwo cards, one person\n"
                  "aufait same 3 12\tby the numbers that “aufait list” shows"),
  .more = N_ ("All that is known of either is then known of the one. No card is changed."),
  .complete = AUFAIT_COMPLETE_WHO,
  .n_complete = 2,
  .run = run,
};
