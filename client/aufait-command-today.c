/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-event-lines.h"
#include "aufait-fields.h"
#include "aufait-nudge-lines.h"
#include "aufait-session.h"

static void
print_events (AufaitScreen *screen, JsonObject *reply)
{
  if (aufait_fields_get_length (reply, "events") == 0)
    return;
  aufait_screen_print (screen, "\n%s\n", _ ("In your calendar:"));
  aufait_event_lines_print_today (screen, reply);
}

static void
print_hint (AufaitScreen *screen, JsonObject *nudge)
{
  g_autofree char *hint = NULL;
  int id = (int) aufait_fields_get_int (nudge, "id");

  if (aufait_screen_get_width (screen) == 0 || id == 0)
    return;
  /* Translators: a nudge's number, three times: these are commands to type */
  hint = g_strdup_printf (_ ("Answer with “aufait done %1$d”, “aufait snooze %1$d 2d” or “aufait "
                             "drop %1$d”."),
                          id);
  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_FAINT, hint);
}

static void
print_today (AufaitScreen *screen, JsonObject *reply)
{
  guint n_next = aufait_fields_get_length (reply, "next");

  if (aufait_fields_get_length (reply, "nudges") > 0) {
    aufait_nudge_lines_print_full (screen, reply, "nudges");
    print_hint (screen, aufait_fields_get_item (reply, "nudges", 0));
  } else {
    aufait_screen_print (screen, "%s\n", _ ("Nothing is due today."));
  }
  print_events (screen, reply);
  if (n_next > 0) {
    aufait_screen_print (screen, "\n%s\n", _ ("What comes next:"));
    aufait_nudge_lines_print (screen, reply, "next", AUFAIT_NUDGE_LINES_NEXT);
  } else if (aufait_fields_get_length (reply, "nudges") == 0) {
    aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN,
                                _ ("What did someone tell you? “aufait add NAME” adds a "
                                   "person, “aufait note WHO TEXT…” keeps what was told."));
  }
}

static int
run (AufaitSession *session)
{
  g_autoptr (AufaitRequest) request = aufait_request_new ("Today");

  return aufait_session_answer (session, request, print_today);
}

const AufaitCommand aufait_command_today = {
  .name = "today",
  .max_words = 0,
  .summary = N_ ("show what is due, and what comes next"),
  .examples = N_ ("aufait\tthe same\n"
                  "aufait today --json\tfor another program"),
  .run = run,
};
