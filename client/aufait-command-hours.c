/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aufait-commands.h"
#include "aufait-fields.h"
#include "aufait-person-lines.h"
#include "aufait-session.h"

static void
print_hours (AufaitScreen *screen, JsonObject *reply)
{
  JsonObject *person = aufait_fields_get_object (reply, "person");
  const char *name = person != NULL ? aufait_fields_get_string (person, "name") : NULL;
  const char *hours = person != NULL ? aufait_fields_get_string (person, "hours") : NULL;
  g_autofree char *words = NULL;

  if (name == NULL)
    return;
  if (hours != NULL)
    /* Translators: the name of a person, and two times: "18:00-21:00" */
    words = g_strdup_printf (_ ("%1$s: to be called at %2$s."), name, hours);
  else
    /* Translators: the name of a person */
    words = g_strdup_printf (_ ("%s: to be called at any time."), name);
  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, words);
}

/* The word is accepted in English and in the language that help has it in. */
static gboolean
is_any (const char *word)
{
  return g_ascii_strcasecmp (word, "any") == 0 || strcmp (word, C_ ("hours", "any")) == 0;
}

static int
run (AufaitSession *session)
{
  g_auto (GStrv) words = g_strdupv (session->arguments->words);
  guint last = g_strv_length (words) - 1;
  g_autoptr (AufaitRequest) request = aufait_request_new ("SetHours");
  g_autofree char *hours = g_steal_pointer (&words[last]);
  g_autofree char *who = g_strjoinv (" ", words);

  aufait_request_add_string (request, "who", who);
  if (!is_any (hours))
    aufait_request_add_string (request, "hours", hours);
  return aufait_session_answer (session, request, print_hours);
}

const AufaitCommand aufait_command_hours = {
  .name = "hours",
  .min_words = 2,
  .max_words = -1,
  .arguments = N_ ("WHO HH:MM-HH:MM|any"),
  .summary = N_ ("say when someone can be called"),
  .examples = N_ ("aufait hours marie 18:00-21:00\tin the evening\n"
                  "aufait hours marie any\tat any time again"),
  .more = N_ ("What asks to call or to write comes within these hours, and within those of the "
              "settings. They are told by the clocks where the person lives, if a card says the "
              "time zone; without them, by day there. “aufait undo” takes it back."),
  .complete = AUFAIT_COMPLETE_WHO,
  .run = run,
};
