/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-fields.h"
#include "aufait-person-lines.h"
#include "aufait-session.h"

static const AufaitOption options[] = {
  { "name", N_ ("NAME"), N_ ("another name instead of the one there is") },
  { "email", N_ ("ADDRESS"), N_ ("one more e-mail address; may be repeated"), TRUE },
  { "phone", N_ ("NUMBER"), N_ ("one more phone number; may be repeated"), TRUE },
  { "nick", N_ ("NAME"), N_ ("one more nickname; may be repeated"), TRUE },
  { "place", N_ ("PLACE"), N_ ("one more place where they live; may be repeated"), TRUE },
  { "birthday", N_ ("DAY"),
    N_ ("14 July 1990, 14/07/1990 or 1990-07-14, without the year if it is not known; none: it is "
        "taken away") },
  { "remove", N_ ("VALUE"),
    N_ ("take an address, a number, a nickname or a place away; may be repeated"), TRUE },
  { "private", NULL, N_ ("what is known about them never shows in a notification") },
  { "public", NULL, N_ ("it may show again") },
  { "silent", NULL,
    N_ ("nothing about them is ever brought up: they have died, or it is better so") },
  { "again", NULL, N_ ("it is brought up again") },
  { NULL },
};

static void
print_person (AufaitScreen *screen, JsonObject *reply)
{
  JsonObject *person = aufait_fields_get_object (reply, "person");
  const char *name = aufait_fields_get_string (person, "name");
  g_autofree char *details = aufait_person_lines_dup_details (person);
  const char *file = aufait_fields_get_string (reply, "birthdayIn");
  g_autofree char *line = NULL;
  g_autofree char *stays = NULL;

  if (*details != '\0')
    /* Translators: someone who was changed, and what is known now: "Marie Curie", "friends" */
    line = g_strdup_printf (_ ("Changed %1$s (%2$s)."), name, details);
  else
    /* Translators: someone who was changed */
    line = g_strdup_printf (_ ("Changed %s."), name);
  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, line);
  if (file != NULL) {
    /* Translators: %s is a file */
    stays =
        g_strdup_printf (_ ("The birthday on the card stays, in %s: take it away in the address "
                            "book."),
                         file);
    aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, stays);
  }
}

static void
add_all (AufaitSession *session, AufaitRequest *request, const char *option, const char *name)
{
  g_autofree const char **values = aufait_arguments_get_all (session->arguments, option);

  aufait_request_add_strings (request, name, values);
}

static void
add_switch (AufaitSession *session, AufaitRequest *request, const char *name)
{
  if (aufait_arguments_get (session->arguments, name) != NULL)
    aufait_request_add_true (request, name);
}

static int
run (AufaitSession *session)
{
  const AufaitArguments *arguments = session->arguments;
  g_autoptr (AufaitRequest) request = aufait_request_new ("EditPerson");
  g_autofree char *who = aufait_session_dup_words (session, 0);

  if (arguments->options->len == 0)
    return aufait_session_fail (
        session, AUFAIT_STATUS_USAGE,
        _ ("Say what is to be changed, as in “aufait edit WHO --birthday \"14 July\"”."));
  aufait_request_add_string (request, "who", who);
  aufait_request_add_string (request, "name", aufait_arguments_get (arguments, "name"));
  add_all (session, request, "nick", "nicknames");
  add_all (session, request, "email", "emails");
  add_all (session, request, "phone", "phones");
  add_all (session, request, "place", "places");
  aufait_request_add_string (request, "birthday", aufait_arguments_get (arguments, "birthday"));
  add_all (session, request, "remove", "remove");
  add_switch (session, request, "private");
  add_switch (session, request, "public");
  add_switch (session, request, "silent");
  add_switch (session, request, "again");
  session->doubt =
      g_strdup_printf (_ ("It may or may not have been done: see “aufait about %s”."), who);
  return aufait_session_answer (session, request, print_person);
}

const AufaitCommand aufait_command_edit = {
  .name = "edit",
  .min_words = 1,
  .max_words = -1,
  .arguments = N_ ("WHO OPTIONS"),
  .summary = N_ ("correct what is known about someone"),
  .examples =
      N_ ("aufait edit paul --birthday \"14 July 1990\"\ta birthday that was told\n"
          "aufait edit paul --name \"Paul Smith\" --email paul@example.org\tthe whole name\n"
          "aufait edit paul --remove paul@old.org --email paul@new.org\tone address for another\n"
          "aufait edit paul --private\tnothing about Paul in notifications\n"
          "aufait edit paul --silent\tnothing about Paul is ever brought up"),
  .more = N_ ("Values are added to those there are; “--remove” takes away what was written like "
              "that. Cards are never changed: a card’s values stay. “aufait circle”, “every” and "
              "“hours” set the rest; “aufait undo” takes it back."),
  .options = options,
  .complete = AUFAIT_COMPLETE_WHO,
  .run = run,
};
