/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-pair.h"

static void
print_apart (AufaitScreen *screen, JsonObject *reply)
{
  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN,
                              _ ("Two people: “aufait list” shows both."));
}

static int
run (AufaitSession *session)
{
  return aufait_pair_run (session, "Apart", print_apart);
}

const AufaitCommand aufait_command_apart = {
  .name = "apart",
  .min_words = 2,
  .max_words = -1,
  .arguments = N_ ("WHO WHO"),
  .summary = N_ ("say that two people are two, though their cards look like one person's"),
  .examples = N_ ("aufait apart paul@example.org paul.b@example.org\ttwo of the same name\n"
                  "aufait apart 3 12\tby the numbers that “aufait list” shows"),
  .more = N_ ("Two cards that were taken for one person's are told apart by an e-mail address that "
              "is on one card alone. Two whom “aufait same” made one have again what was theirs."),
  .complete = AUFAIT_COMPLETE_WHO,
  .n_complete = 2,
  .run = run,
};
