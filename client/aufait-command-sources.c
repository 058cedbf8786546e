/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-fields.h"
#include "aufait-session.h"
#include "aufait-source-lines.h"

static void
print_sources (AufaitScreen *screen, JsonObject *reply)
{
  aufait_source_lines_print (screen, reply, G_MAXUINT);
  aufait_source_lines_print_problems (screen, reply, G_MAXUINT);
  if (aufait_fields_get_length (reply, "sources") > 0 && !aufait_fields_get_bool (reply, "settled"))
    aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_FAINT, _ ("Some is still being read."));
}

static int
run (AufaitSession *session)
{
  g_autoptr (AufaitRequest) request = aufait_request_new ("ListSources");

  return aufait_session_answer (session, request, print_sources);
}

const AufaitCommand aufait_command_sources = {
  .name = "sources",
  .max_words = 0,
  .summary = N_ ("list the address books and calendars that are read"),
  .examples = N_ ("aufait sources\twhat is read, and which file could not be"),
  .more = N_ ("Those of khard, khal and vdirsyncer are found by themselves; others are named in "
              "aufait.conf, as “man aufait.conf” shows. No file is ever changed."),
  .run = run,
};
