/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-cadence-words.h"
#include "aufait-circle.h"
#include "aufait-commands.h"
#include "aufait-fields.h"
#include "aufait-session.h"

static void
print_circle (AufaitScreen *screen, JsonObject *reply)
{
  g_autofree char *cadence = aufait_cadence_words_dup (reply);
  JsonObject *person = aufait_fields_get_object (reply, "person");
  g_autofree char *circle = aufait_circle_word (aufait_fields_get_string (person, "circle"));
  g_autofree char *words =
      circle != NULL
          /* Translators: someone, “circle “inner””, and a sentence on how often to be in touch */
          ? g_strdup_printf (C_ ("circle", "%1$s: %2$s. %3$s"),
                             aufait_fields_get_string (person, "name"), circle, cadence)
          : g_strdup (cadence);

  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, words);
}

static int
run (AufaitSession *session)
{
  g_auto (GStrv) words = g_strdupv (session->arguments->words);
  guint last = g_strv_length (words) - 1;
  g_autofree char *circle = g_steal_pointer (&words[last]);
  g_autofree char *who = g_strjoinv (" ", words);
  g_autoptr (AufaitRequest) request = aufait_request_new ("SetCircle");

  aufait_request_add_string (request, "who", who);
  if (!g_str_equal (circle, "none"))
    aufait_request_add_string (request, "circle", aufait_circle_find (circle));
  session->doubt = g_strdup (_ ("It may or may not have been done: see “aufait about”."));
  return aufait_session_answer (session, request, print_circle);
}

static const char *const values[] = { "inner", "close", "friends", "wider", "none", NULL };

const AufaitCommand aufait_command_circle = {
  .name = "circle",
  .min_words = 2,
  .max_words = -1,
  .arguments = N_ ("WHO CIRCLE"),
  .summary = N_ ("say how near someone is to you"),
  .examples = N_ ("aufait circle marie close\ta word every month\n"
                  "aufait circle tom petit inner\ta word every week\n"
                  "aufait circle paul none\tof no circle"),
  .more = N_ ("CIRCLE is inner, close, friends or wider: a word every week, every month, every "
              "three months, every year, unless aufait.conf says otherwise; or none."),
  .complete = AUFAIT_COMPLETE_WHO,
  .values = values,
  .run = run,
};
