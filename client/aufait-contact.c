/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-contact.h"

#include <glib/gi18n-lib.h>

#include "aufait-date-words.h"
#include "aufait-fields.h"
#include "aufait-session.h"
#include "aufait-typed.h"
#include "aufait-understood.h"

const AufaitOption aufait_contact_options[] = {
  { "on", N_ ("WHEN"),
    N_ ("the day of it, as in --on yesterday; today unless it or the text says another") },
  { "from-them", NULL, N_ ("they began it: they called, wrote or came by") },
  { NULL },
};

static const char *const hows[] = {
  NC_ ("contact", "met"),
  NC_ ("contact", "called"),
  NC_ ("contact", "wrote"),
  NC_ ("contact", "event"),
};

const char *
aufait_contact_word_how (const char *how)
{
  for (guint i = 0; how != NULL && i < G_N_ELEMENTS (hows); i++)
    if (g_str_equal (hows[i], how))
      return g_dpgettext2 (GETTEXT_PACKAGE, "contact", hows[i]);
  return how != NULL ? how : "";
}

static char *
word_contact (JsonObject *contact, guint32 now)
{
  const char *how = aufait_fields_get_string (contact, "how");
  guint32 day = aufait_date_words_parse (aufait_fields_get_string (contact, "on"));
  g_autofree char *names = aufait_fields_join_names (contact, "people");
  g_autofree char *when = aufait_date_words_when (day, now);

  if (aufait_fields_get_bool (contact, "fromThem") && g_strcmp0 (how, "called") == 0)
    /* Translators: someone, and a day: "Marie Curie", "on 21 August" */
    return g_strdup_printf (_ ("%1$s called you %2$s."), names, when);
  if (aufait_fields_get_bool (contact, "fromThem") && g_strcmp0 (how, "wrote") == 0)
    /* Translators: someone, and a day: "Marie Curie", "on 21 August" */
    return g_strdup_printf (_ ("%1$s wrote to you %2$s."), names, when);
  if (g_strcmp0 (how, "called") == 0)
    /* Translators: someone, and a day: "Marie Curie", "on 21 August" */
    return g_strdup_printf (_ ("You called %1$s %2$s."), names, when);
  if (g_strcmp0 (how, "wrote") == 0)
    /* Translators: someone, and a day: "Marie Curie", "on 21 August" */
    return g_strdup_printf (_ ("You wrote to %1$s %2$s."), names, when);
  /* Translators: someone, and a day: "Marie Curie", "on 21 August" */
  return g_strdup_printf (_ ("You met %1$s %2$s."), names, when);
}

static void
print_contact (AufaitScreen *screen, JsonObject *reply)
{
  guint32 now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));
  g_autofree char *contact = word_contact (aufait_fields_get_object (reply, "contact"), now);
  g_autofree char *rest = aufait_fields_get_object (reply, "note") != NULL
                              ? aufait_understood_dup (reply)
                              : aufait_understood_dup_nudges (reply);
  g_autofree char *all = g_strdup_printf (*rest != '\0' ? "%s %s" : "%s", contact, rest);

  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, all);
}

int
aufait_contact_run (AufaitSession *session, const char *how)
{
  const char *const *words = (const char *const *) session->arguments->words;
  g_autoptr (AufaitRequest) request = aufait_request_new ("AddContact");

  session->text = aufait_session_dup_words (session, 1);
  if (g_strcmp0 (session->text, "-") == 0) {
    g_free (session->text);
    session->text = aufait_typed_read (_ ("The note, then Ctrl+D:"));
  }
  session->doubt = g_strdup (_ ("It may or may not have been kept: see “aufait about”."));
  aufait_request_add_string (request, "who", words[0]);
  aufait_request_add_string (request, "how", how);
  aufait_request_add_string (request, "text", session->text);
  aufait_request_add_string (request, "on", aufait_arguments_get (session->arguments, "on"));
  if (aufait_arguments_get (session->arguments, "from-them") != NULL)
    aufait_request_add_true (request, "fromThem");
  return aufait_session_answer (session, request, print_contact);
}
