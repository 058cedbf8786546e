/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-fields.h"
#include "aufait-nudge-lines.h"
#include "aufait-plain.h"
#include "aufait-session.h"

static void
print_nudge (AufaitScreen *screen, JsonObject *nudge)
{
  const char *state = aufait_nudge_lines_word_state (aufait_fields_get_string (nudge, "state"));
  const char *text = aufait_fields_get_string (nudge, "text");
  int id = (int) aufait_fields_get_int (nudge, "id");

  if (text == NULL)
    text = aufait_nudge_lines_get_title (nudge);
  /* Translators: a nudge's number, what became of it, its text: "3 done: Marie Curie is back…" */
  aufait_screen_print (screen, C_ ("nudge", "%1$d %2$s: %3$s"), id, state, text);
  aufait_screen_add (screen, "\n");
}

static void
print_event (AufaitScreen *screen, JsonObject *reply)
{
  JsonObject *nudge = aufait_fields_get_object (reply, "nudge");
  const char *changed = aufait_fields_get_string (reply, "changed");

  if (nudge != NULL)
    print_nudge (screen, nudge);
  if (changed != NULL) {
    g_autofree char *line = aufait_plain_capitalise (changed);

    aufait_screen_print (screen, "%s\n", line);
  }
}

static int
run (AufaitSession *session)
{
  g_autoptr (AufaitRequest) request = aufait_request_new ("Watch");

  return aufait_session_follow (session, request, print_event);
}

const AufaitCommand aufait_command_watch = {
  .name = "watch",
  .max_words = 0,
  .summary = N_ ("show each nudge and each change as it comes, until Ctrl+C"),
  .examples = N_ ("aufait watch\ta line each\n"
                  "aufait watch --json\ta JSON object a line, for another program"),
  .run = run,
};
