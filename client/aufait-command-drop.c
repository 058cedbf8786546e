/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-answers.h"
#include "aufait-commands.h"
#include "aufait-fields.h"
#include "aufait-nudge-lines.h"
#include "aufait-plain.h"
#include "aufait-session.h"

static void
print_nudge (AufaitScreen *screen, JsonObject *reply)
{
  JsonObject *nudge = aufait_fields_get_object (reply, "nudge");
  g_autofree char *title = aufait_plain_end (aufait_nudge_lines_get_title (nudge));
  /* Translators: %s is the nudge: "Marie Curie is back from Crète." */
  g_autofree char *words = g_strdup_printf (_ ("Dropped: %s"), title);

  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, words);
}

static int
run (AufaitSession *session)
{
  return aufait_answers_give (session, "Drop", print_nudge);
}

const AufaitCommand aufait_command_drop = {
  .name = "drop",
  .min_words = 1,
  .max_words = -1,
  .arguments = N_ ("REF…"),
  .summary = N_ ("let a nudge go: it will not come back"),
  .examples = N_ ("aufait drop marie\tnot this time\n"
                  "aufait drop 3\tby the number that “aufait nudges” shows"),
  .more = N_ ("REF is the nudge's number, or several numbers, or the person when there is only one "
              "nudge."),
  .complete = AUFAIT_COMPLETE_REF,
  .run = run,
};
