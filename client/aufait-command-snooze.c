/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-date-words.h"
#include "aufait-fields.h"
#include "aufait-nudge-lines.h"
#include "aufait-plain.h"
#include "aufait-session.h"

static void
print_nudge (AufaitScreen *screen, JsonObject *reply)
{
  guint32 now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));
  JsonObject *nudge = aufait_fields_get_object (reply, "nudge");
  g_autofree char *title = aufait_plain_end (aufait_nudge_lines_get_title (nudge));
  g_autofree char *when = aufait_date_words_instant (aufait_fields_get_string (nudge, "at"), now);
  /* Translators: when, and the nudge: "Friday 3 July at 10:00", "Marie Curie is back from Crète."
   */
  g_autofree char *words = g_strdup_printf (_ ("Later, %1$s: %2$s"), when, title);

  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, words);
}

static int
run (AufaitSession *session)
{
  const char *const *words = (const char *const *) session->arguments->words;
  g_autoptr (AufaitRequest) request = aufait_request_new ("Snooze");
  g_autofree char *until = aufait_session_dup_words (session, 1);

  aufait_request_add_string (request, "ref", words[0]);
  aufait_request_add_string (request, "until", until);
  session->doubt = g_strdup (_ ("It may or may not have been done: see “aufait nudges”."));
  return aufait_session_answer (session, request, print_nudge);
}

const AufaitCommand aufait_command_snooze = {
  .name = "snooze",
  .min_words = 2,
  .max_words = -1,
  .arguments = N_ ("REF WHEN"),
  .summary = N_ ("have a nudge come back later"),
  .examples = N_ ("aufait snooze marie 3d\tin three days\n"
                  "aufait snooze 3 tomorrow 18:00\ttomorrow evening\n"
                  "aufait snooze marie curie friday\tby the whole name"),
  .more =
      N_ ("REF is the nudge's number, or the person when there is only one nudge. WHEN is a day or "
          "a time: tomorrow, friday, 3d, 2w, in 3 days, 18:00, 2026-08-21, 2026-08-21 18:00."),
  .complete = AUFAIT_COMPLETE_REF,
  .run = run,
};
