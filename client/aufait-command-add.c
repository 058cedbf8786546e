/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-circle.h"
#include "aufait-commands.h"
#include "aufait-fields.h"
#include "aufait-person-lines.h"
#include "aufait-session.h"

static const AufaitOption options[] = {
  { "email", N_ ("ADDRESS"), N_ ("an e-mail address; may be repeated"), TRUE },
  { "phone", N_ ("NUMBER"), N_ ("a phone number; may be repeated"), TRUE },
  { "nick", N_ ("NAME"), N_ ("another name; may be repeated"), TRUE },
  { "place", N_ ("PLACE"), N_ ("where they live; may be repeated"), TRUE },
  { "birthday", N_ ("DAY"),
    N_ ("14 July 1990, 14/07/1990 or 1990-07-14, without the year if it is not known") },
  { "circle", N_ ("CIRCLE"), N_ ("how near they are to you: inner, close, friends or wider") },
  { "private", NULL, N_ ("what is known about them never shows in a notification") },
  { NULL },
};

static void
print_person (AufaitScreen *screen, JsonObject *reply)
{
  JsonObject *person = aufait_fields_get_object (reply, "person");
  const char *name = aufait_fields_get_string (person, "name");
  g_autofree char *details = aufait_person_lines_dup_details (person);
  g_autofree char *line =
      *details != '\0'
          /* Translators: someone who was added, and what is known: "Marie Curie", "friends" */
          ? g_strdup_printf (_ ("Added %1$s (%2$s)."), name, details)
          /* Translators: someone who was added */
          : g_strdup_printf (_ ("Added %s."), name);

  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, line);
}

static void
add_all (AufaitSession *session, AufaitRequest *request, const char *option, const char *name)
{
  g_autofree const char **values = aufait_arguments_get_all (session->arguments, option);

  aufait_request_add_strings (request, name, values);
}

static int
run (AufaitSession *session)
{
  const AufaitArguments *arguments = session->arguments;
  g_autoptr (AufaitRequest) request = aufait_request_new ("AddPerson");
  g_autofree char *name = aufait_session_dup_words (session, 0);

  aufait_request_add_string (request, "name", name != NULL ? name : "");
  add_all (session, request, "nick", "nicknames");
  add_all (session, request, "email", "emails");
  add_all (session, request, "phone", "phones");
  add_all (session, request, "place", "places");
  aufait_request_add_string (request, "birthday", aufait_arguments_get (arguments, "birthday"));
  aufait_request_add_string (request, "circle",
                             aufait_circle_find (aufait_arguments_get (arguments, "circle")));
  if (aufait_arguments_get (arguments, "private") != NULL)
    aufait_request_add_true (request, "private");
  session->doubt = g_strdup (_ ("It may or may not have been done: see “aufait list”."));
  return aufait_session_answer (session, request, print_person);
}

const AufaitCommand aufait_command_add = {
  .name = "add",
  .min_words = 1,
  .max_words = -1,
  .arguments = N_ ("NAME [OPTIONS]"),
  .summary = N_ ("add someone to keep in mind"),
  .examples =
      N_ ("aufait add \"Marie Curie\" --email marie@example.org\tsomeone and an address\n"
          "aufait add Paul --nick Polo --birthday \"29 February\"\ta birthday without its year\n"
          "aufait add Zoe --place Lyon --circle close\twhere they live, how near they are"),
  .options = options,
  .run = run,
};
