/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-contact.h"

static int
run (AufaitSession *session)
{
  return aufait_contact_run (session, "called");
}

const AufaitCommand aufait_command_called = {
  .name = "called",
  .min_words = 1,
  .max_words = -1,
  .text = AUFAIT_COMMAND_TEXT_AMIDST,
  .arguments = N_ ("WHO [TEXT…] [--on WHEN]"),
  .summary = N_ ("keep that you called someone"),
  .examples = N_ ("aufait called marie\tyou spoke on the phone today\n"
                  "aufait called tom --on \"last friday\"\tit was last Friday\n"
                  "aufait called zoe she seemed tired\tyou called, and this is what you heard"),
  .more = N_ (
      "A text is noted too; the day with which it begins is the day of it, as in “yesterday he was tired”. A single “-” reads it from standard input."),
  .options = aufait_contact_options,
  .complete = AUFAIT_COMPLETE_WHO,
  .run = run,
};
