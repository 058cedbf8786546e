/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-fields.h"
#include "aufait-plain.h"
#include "aufait-session.h"

static void
print_undone (AufaitScreen *screen, JsonObject *reply)
{
  const char *what = aufait_fields_get_string (aufait_fields_get_object (reply, "undone"), "what");
  g_autofree char *sentence = aufait_plain_end (what != NULL ? what : "");
  /* Translators: %s is what was taken back: "note about Paul.", "done: Paul is back." */
  g_autofree char *words = g_strdup_printf (_ ("Taken back: %s"), sentence);

  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, words);
}

static int
run (AufaitSession *session)
{
  g_autoptr (AufaitRequest) request = aufait_request_new ("Undo");

  session->doubt = g_strdup (_ ("It may or may not have been undone: see “aufait today”."));
  return aufait_session_answer (session, request, print_undone);
}

const AufaitCommand aufait_command_undo = {
  .name = "undo",
  .max_words = 0,
  .summary = N_ ("take back the last thing that a command did"),
  .examples = N_ ("aufait undo\ttake back the last one; again, the one before"),
  .run = run,
};
