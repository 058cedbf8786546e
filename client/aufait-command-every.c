/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-cadence-words.h"
#include "aufait-commands.h"
#include "aufait-session.h"

static void
print_cadence (AufaitScreen *screen, JsonObject *reply)
{
  g_autofree char *words = aufait_cadence_words_dup (reply);

  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, words);
}

static int
run (AufaitSession *session)
{
  const char *const *words = (const char *const *) session->arguments->words;
  g_autoptr (AufaitRequest) request = aufait_request_new ("SetCadence");
  g_autofree char *every = aufait_session_dup_words (session, 1);

  aufait_request_add_string (request, "who", words[0]);
  aufait_request_add_string (request, "every", every);
  session->doubt = g_strdup (_ ("It may or may not have been done: see “aufait about”."));
  return aufait_session_answer (session, request, print_cadence);
}

static const char *const values[] = { "1w", "2w", "3w", "1m", "3m", "1y", "never", "auto", NULL };

const AufaitCommand aufait_command_every = {
  .name = "every",
  .min_words = 2,
  .max_words = -1,
  .arguments = N_ ("WHO HOW-OFTEN"),
  .summary = N_ ("say how often you want to be in touch with someone"),
  .examples = N_ ("aufait every tom 3w\tevery three weeks\n"
                  "aufait every marie curie month\tevery month\n"
                  "aufait every paul never\tnever asked to be in touch\n"
                  "aufait every paul auto\tas the circle has it"),
  .more = N_ ("HOW-OFTEN is 10d, 3w, 2m, 1y, words such as “every 3 weeks” or “month”, never, or "
              "auto: as the circle of the person has it."),
  .complete = AUFAIT_COMPLETE_WHO,
  .values = values,
  .run = run,
};
