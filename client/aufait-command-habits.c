/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-fields.h"
#include "aufait-session.h"
#include "aufait-table.h"

/* As --kind has them. */
static const char *const kinds[] = {
  NC_ ("kind of nudge", "return"),   NC_ ("kind of nudge", "wish"),
  NC_ ("kind of nudge", "promise"),  NC_ ("kind of nudge", "invite"),
  NC_ ("kind of nudge", "brief"),    NC_ ("kind of nudge", "followup"),
  NC_ ("kind of nudge", "birthday"), NC_ ("kind of nudge", "anniversary"),
  NC_ ("kind of nudge", "checkin"),  NC_ ("kind of nudge", "drift"),
};

static const AufaitOption options[] = {
  { "forget", N_ ("WHO"), N_ ("let what was taught about someone count no more") },
  { "kind", N_ ("KIND"), N_ ("of this kind of nudge alone") },
  { NULL },
};

static const char *
word_kind (const char *kind)
{
  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], kind))
      return g_dpgettext2 (GETTEXT_PACKAGE, "kind of nudge", kinds[i]);
  return kind;
}

/* The kind that is called @name, in the language that is spoken or in that of the daemon; @name
 * itself where there is none: it is the daemon that says so. */
static const char *
find_kind (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (name, g_dpgettext2 (GETTEXT_PACKAGE, "kind of nudge", kinds[i])))
      return kinds[i];
  return name;
}

static void
add_habit (AufaitTable *table, JsonObject *habit)
{
  JsonObject *person = aufait_fields_get_object (habit, "person");
  int n = (int) aufait_fields_get_int (habit, "dropped");
  g_autofree char *dropped =
      g_strdup_printf (ngettext ("dropped %d time", "dropped %d times", (gulong) n), n);
  const char *cells[] = {
    person != NULL ? aufait_fields_get_string (person, "name") : NULL,
    word_kind (aufait_fields_get_string (habit, "kind")),
    dropped,
    aufait_fields_get_bool (habit, "silent") ? _ ("not brought up any more") : NULL,
  };

  aufait_table_add (table, cells);
}

static void
print_habits (AufaitScreen *screen, JsonObject *reply)
{
  static const AufaitStyle styles[] = { AUFAIT_STYLE_STRONG, AUFAIT_STYLE_PLAIN, AUFAIT_STYLE_PLAIN,
                                        AUFAIT_STYLE_FAINT };
  g_autoptr (AufaitTable) table = aufait_table_new (styles, G_N_ELEMENTS (styles));
  guint n = aufait_fields_get_length (reply, "habits");

  if (n == 0)
    aufait_screen_print (screen, "%s\n", _ ("Nothing was taught so far."));
  for (guint i = 0; i < n; i++) {
    JsonObject *habit = aufait_fields_get_item (reply, "habits", i);

    if (habit != NULL)
      add_habit (table, habit);
  }
  aufait_table_print (table, screen);
}

static int
run (AufaitSession *session)
{
  const char *who = aufait_arguments_get (session->arguments, "forget");
  const char *kind = aufait_arguments_get (session->arguments, "kind");
  g_autoptr (AufaitRequest) request =
      aufait_request_new (who != NULL ? "ForgetHabit" : "ListHabits");

  if (who == NULL && kind != NULL)
    return aufait_session_fail (session, AUFAIT_STATUS_USAGE,
                                _ ("Say about whom: --forget WHO --kind KIND"));
  if (who != NULL) {
    aufait_request_add_string (request, "who", who);
    aufait_request_add_string (request, "kind", find_kind (kind));
  }
  return aufait_session_answer (session, request, print_habits);
}

const AufaitCommand aufait_command_habits = {
  .name = "habits",
  .max_words = 0,
  .arguments = N_ ("[--forget WHO [--kind KIND]]"),
  .summary = N_ ("show what dropping nudges has taught, and unteach it"),
  .examples = N_ ("aufait habits\twhat is brought up less, and about whom\n"
                  "aufait habits --forget paul\tbring everything up about Paul again\n"
                  "aufait habits --forget paul --kind followup\tthat kind alone"),
  .more = N_ ("Each nudge that is dropped makes others of its kind about the person come later; "
              "after three they are not brought up any more. Promises are."),
  .options = options,
  .run = run,
};
