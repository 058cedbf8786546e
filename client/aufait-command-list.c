/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-circle.h"
#include "aufait-commands.h"
#include "aufait-fields.h"
#include "aufait-person-lines.h"
#include "aufait-session.h"

static const AufaitOption options[] = {
  { "circle", N_ ("CIRCLE"), N_ ("only those of a circle: inner, close, friends or wider") },
  { NULL },
};

static void
print_people (AufaitScreen *screen, JsonObject *reply)
{
  if (aufait_fields_get_length (reply, "people") == 0)
    aufait_screen_print (screen, "%s\n", _ ("Nobody yet. Add someone with “aufait add NAME”."));
  aufait_person_lines_print (screen, reply);
}

static int
run (AufaitSession *session)
{
  g_autoptr (AufaitRequest) request = aufait_request_new ("ListPeople");

  aufait_request_add_string (
      request, "circle", aufait_circle_find (aufait_arguments_get (session->arguments, "circle")));
  return aufait_session_answer (session, request, print_people);
}

const AufaitCommand aufait_command_list = {
  .name = "list",
  .max_words = 0,
  .arguments = N_ ("[--circle CIRCLE]"),
  .summary = N_ ("list the people"),
  .examples = N_ ("aufait list\teverybody\n"
                  "aufait list --circle inner\tthose who are nearest"),
  .options = options,
  .run = run,
};
