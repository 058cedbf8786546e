/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-fields.h"
#include "aufait-session.h"

static void
print_forgotten (AufaitScreen *screen, JsonObject *reply)
{
  JsonObject *forgotten = aufait_fields_get_object (reply, "forgotten");
  const char *what = aufait_fields_get_string (forgotten, "what");
  g_autofree char *words = NULL;

  if (what == NULL)
    what = "";
  if (aufait_fields_get_bool (forgotten, "stays"))
    /* Translators: %s is what was forgotten: "all about Paul, with 3 notes" */
    words = g_strdup_printf (
        _ ("Forgotten — %s. The card in the address book stays. “aufait undo” brings it back."),
        what);
  else
    /* Translators: %s is what was forgotten: "note about Paul: “…”", "all about Paul" */
    words = g_strdup_printf (_ ("Forgotten — %s. “aufait undo” brings it back."), what);
  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, words);
}

static int
run (AufaitSession *session)
{
  g_autoptr (AufaitRequest) request = aufait_request_new ("Forget");
  g_autofree char *ref = aufait_session_dup_words (session, 0);

  aufait_request_add_string (request, "ref", ref);
  session->doubt = g_strdup (_ ("It may or may not have been forgotten: see “aufait list”."));
  return aufait_session_answer (session, request, print_forgotten);
}

const AufaitCommand aufait_command_forget = {
  .name = "forget",
  .min_words = 1,
  .max_words = -1,
  .arguments = N_ ("NOTE|WHO"),
  .summary = N_ ("forget one note, or someone with all that was noted about them"),
  .examples = N_ ("aufait forget 12\tthe note with that number, as “aufait about” shows it\n"
                  "aufait forget paul\tPaul, the notes about nobody else, and the nudges\n"
                  "aufait undo\tall of it is back"),
  .more = N_ (
      "A number is a note’s; a person’s is written “@3”. Notes about others too stay, for the others. Somebody who has "
      "a card stays as the card has them: remove the card in the address book."),
  .complete = AUFAIT_COMPLETE_NAME,
  .run = run,
};
