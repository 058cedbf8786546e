/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-contact.h"

static int
run (AufaitSession *session)
{
  return aufait_contact_run (session, "met");
}

const AufaitCommand aufait_command_met = {
  .name = "met",
  .min_words = 1,
  .max_words = -1,
  .text = AUFAIT_COMMAND_TEXT_AMIDST,
  .arguments = N_ ("WHO [TEXT…] [--on WHEN]"),
  .summary = N_ ("keep that you met someone"),
  .examples =
      N_ ("aufait met marie\tyou met today\n"
          "aufait met \"Marie Curie\" --on yesterday\tyou met yesterday\n"
          "aufait met gus yesterday he was tired\tso did you here\n"
          "aufait met paul and zoe\tyou met both\n"
          "aufait met paul has his driving test on Friday\tyou met, and this is what you heard"),
  .more = N_ (
      "A text is noted too; the day with which it begins is the day of it, as in “yesterday he was tired”. A single “-” reads it from standard input."),
  .options = aufait_contact_options,
  .complete = AUFAIT_COMPLETE_WHO,
  .run = run,
};
