/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-contact.h"

static int
run (AufaitSession *session)
{
  return aufait_contact_run (session, "wrote");
}

const AufaitCommand aufait_command_wrote = {
  .name = "wrote",
  .min_words = 1,
  .max_words = -1,
  .text = AUFAIT_COMMAND_TEXT_AMIDST,
  .arguments = N_ ("WHO [TEXT…] [--on WHEN]"),
  .summary = N_ ("keep that you wrote to someone"),
  .examples = N_ (
      "aufait wrote marie\tyou wrote today\n"
      "aufait wrote tom --on 2026-08-21\tit was that day\n"
      "aufait wrote zoe promised to send the book by Friday\tyou wrote, and this is what you promised"),
  .more = N_ (
      "A text is noted too; the day with which it begins is the day of it, as in “yesterday he was tired”. A single “-” reads it from standard input."),
  .options = aufait_contact_options,
  .complete = AUFAIT_COMPLETE_WHO,
  .run = run,
};
