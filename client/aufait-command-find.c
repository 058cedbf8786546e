/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-fields.h"
#include "aufait-note-lines.h"
#include "aufait-person-lines.h"
#include "aufait-session.h"

/* What is not listed, and how to come by it. */
static void
print_more_people (AufaitScreen *screen, JsonObject *reply)
{
  int n = (int) aufait_fields_get_int (reply, "morePeople");
  g_autofree char *words = NULL;

  if (n <= 0)
    return;
  words = g_strdup_printf (ngettext ("… and %d person more: say more of the name.",
                                     "… and %d people more: say more of the name.", (gulong) n),
                           n);
  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_FAINT, words);
}

/* Names that are like what was looked for, if there are such. */
static void
print_nothing (AufaitScreen *screen, JsonObject *reply)
{
  g_autofree char *near = aufait_fields_join_choices (reply, "near");
  g_autofree char *words = NULL;

  if (*near == '\0') {
    aufait_screen_print (screen, "%s\n", _ ("Nothing was found."));
    return;
  }
  /* Translators: names that are like what was looked for: "Marie Curie or Paul" */
  words = g_strdup_printf (_ ("Nothing was found. Did you mean %s?"), near);
  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, words);
}

static void
print_found (AufaitScreen *screen, JsonObject *reply)
{
  guint n_people = aufait_fields_get_length (reply, "people");
  guint n_notes = aufait_fields_get_length (reply, "notes");

  if (n_people == 0 && n_notes == 0)
    print_nothing (screen, reply);
  aufait_person_lines_print (screen, reply);
  print_more_people (screen, reply);
  if (n_people > 0 && n_notes > 0)
    aufait_screen_add (screen, "\n");
  aufait_note_lines_print (screen, reply, TRUE);
  if (aufait_fields_get_bool (reply, "moreNotes"))
    aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_FAINT,
                                _ ("… and older notes: say more of the words."));
}

static int
run (AufaitSession *session)
{
  g_autoptr (AufaitRequest) request = aufait_request_new ("Find");
  g_autofree char *text = aufait_session_dup_words (session, 0);

  aufait_request_add_string (request, "text", text);
  return aufait_session_answer (session, request, print_found);
}

const AufaitCommand aufait_command_find = {
  .name = "find",
  .min_words = 1,
  .max_words = -1,
  .arguments = N_ ("TEXT…"),
  .summary = N_ ("look for people and notes"),
  .examples = N_ ("aufait find guitar\twho plays it?\n"
                  "aufait find crete\taccents and case do not matter"),
  .run = run,
};
