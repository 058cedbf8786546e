/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-fields.h"
#include "aufait-session.h"
#include "aufait-typed.h"
#include "aufait-understood.h"

static void
print_note (AufaitScreen *screen, JsonObject *reply)
{
  g_autofree char *words = aufait_understood_dup (reply);

  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, words);
}

/* The longest word is the one that finds the note best. */
static char *
word_doubt (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n.,;:!?\"'“”«»()", -1);
  const char *longest = "";

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > strlen (longest))
      longest = words[i];
  /* Translators: %s is a word of the note */
  return g_strdup_printf (_ ("The note may or may not have been kept: see “aufait find %s”."),
                          longest);
}

/* One word, or anything before a single “-”, is WHO, and the text comes on standard input. One
 * argument with several words in it is a text. */
static gboolean
check_is_typed (const char *const *words, guint n)
{
  if (n == 1)
    return strpbrk (words[0], " \t\n") == NULL;
  return n == 2 && g_str_equal (words[1], "-");
}

static void
read_typed (AufaitSession *session, AufaitRequest *request, const char *who)
{
  gboolean nobody = g_str_equal (who, "-");
  /* Translators: %s is a person */
  g_autofree char *prompt = nobody ? g_strdup (_ ("The note, then Ctrl+D:"))
                                   : g_strdup_printf (_ ("The note about %s, then Ctrl+D:"), who);

  session->text = aufait_typed_read (prompt);
  aufait_request_add_string (request, "who", nobody ? NULL : who);
  aufait_request_add_string (request, "text", session->text);
}

/* The first word may be part of the text, so all of them are given back. */
static void
read_words (AufaitSession *session, AufaitRequest *request, const char *const *words, guint n)
{
  g_autofree char *text = aufait_session_dup_words (session, n > 1 ? 1 : 0);

  session->text = aufait_session_dup_words (session, 0);
  aufait_request_add_string (request, "first", n > 1 ? words[0] : NULL);
  aufait_request_add_string (request, "text", text != NULL ? text : "");
}

static int
run (AufaitSession *session)
{
  const char *const *words = (const char *const *) session->arguments->words;
  guint n = g_strv_length (session->arguments->words);
  g_autoptr (AufaitRequest) request = aufait_request_new ("AddNote");

  if (check_is_typed (words, n))
    read_typed (session, request, words[0]);
  else
    read_words (session, request, words, n);
  if (session->text == NULL)
    return aufait_session_fail (session, AUFAIT_STATUS_USAGE,
                                _ ("There is no text: write “aufait note WHO TEXT…”."));
  session->doubt = word_doubt (session->text);
  return aufait_session_answer (session, request, print_note);
}

const AufaitCommand aufait_command_note = {
  .name = "note",
  .min_words = 1,
  .max_words = -1,
  .text = AUFAIT_COMMAND_TEXT_LAST,
  .arguments = N_ ("[WHO] TEXT…"),
  .summary = N_ ("keep what someone told you, or what you saw"),
  .examples =
      N_ ("aufait note marie leaves for Crete from 10 to 20 August\ttold by Marie\n"
          "aufait note \"saw @marie and @paul, both play the guitar\"\tabout two people\n"
          "aufait note marie < letter.txt\tthe text comes from a file\n"
          "aufait note paul \"he's moving to Rome in May\"\tan apostrophe wants quotation marks\n"
          "aufait note \"Marie Curie\" -\ttype the text, then Ctrl+D\n"
          "aufait note -- --json is what paul works on\tafter “--” all is text"),
  .more =
      N_ ("The first word is WHO when it names someone; else all of it is the text, and the people "
          "are found in it. Options stand before the text: behind its first word everything is "
          "text."),
  .complete = AUFAIT_COMPLETE_WHO,
  .run = run,
};
