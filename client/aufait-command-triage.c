/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "aufait-commands.h"
#include "aufait-fields.h"
#include "aufait-keys.h"
#include "aufait-person-lines.h"
#include "aufait-session.h"

typedef struct {
  AufaitSession *session;
  AufaitKeys *keys;
  guint n_sorted;
  gint64 n_left;
  gboolean is_over; /* left, or something is wrong */
  int status;
} Triage;

/* A row a key. */
static const struct {
  char key;
  const char *circle; /* NULL: passed over */
  const char *done;
} answers[] = {
  { 'i', "inner", NC_ ("circle", "inner") },     { 'c', "close", NC_ ("circle", "close") },
  { 'f', "friends", NC_ ("circle", "friends") }, { 'w', "wider", NC_ ("circle", "wider") },
  { 's', NULL, NC_ ("circle", "skipped") },
};

/* --- one person ---------------------------------------------------------------------------- */

static void
show_candidate (AufaitSession *session, JsonObject *candidate)
{
  JsonObject *person = aufait_fields_get_object (candidate, "person");
  g_autofree char *details = aufait_person_lines_dup_details (person);
  const char *name = aufait_fields_get_string (person, "name");
  int n_notes = (int) aufait_fields_get_int (candidate, "notes");
  g_autofree char *notes = NULL;

  if (n_notes > 0)
    notes = g_strdup_printf (ngettext ("%d note", "%d notes", (gulong) n_notes), n_notes);
  aufait_screen_add_styled (session->screen, AUFAIT_STYLE_STRONG, name != NULL ? name : "");
  if (*details != '\0')
    aufait_screen_print (session->screen, ", %s", details);
  if (notes != NULL)
    aufait_screen_print (session->screen, ", %s", notes);
  aufait_screen_print (session->screen, "\n");
}

/* The row of the answer, or -1: left. */
static int
ask_key (Triage *triage)
{
  for (;;) {
    char key;

    aufait_keys_await (triage->keys);
    aufait_screen_print (triage->session->screen, "  %s ",
                         _ ("[i]nner [c]lose [f]riends [w]ider [s]kip [q]uit:"));
    aufait_screen_flush (triage->session->screen, NULL);
    key = aufait_keys_read (triage->keys);
    for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
      if (answers[i].key != key)
        continue;
      aufait_screen_print (triage->session->screen, "%s\n",
                           g_dpgettext2 (GETTEXT_PACKAGE, "circle", answers[i].done));
      return (int) i;
    }
    aufait_screen_print (triage->session->screen, "\n");
    if (key == 0 || key == 'q')
      return -1;
  }
}

static void
sort_candidate (Triage *triage, JsonObject *candidate)
{
  gint64 id = aufait_fields_get_int (aufait_fields_get_object (candidate, "person"), "id");
  g_autofree char *who = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (AufaitRequest) request = NULL;
  g_autoptr (JsonObject) reply = NULL;
  int answer;

  show_candidate (triage->session, candidate);
  answer = ask_key (triage);
  if (answer < 0) {
    triage->is_over = TRUE;
    return;
  }
  request = aufait_request_new (answers[answer].circle != NULL ? "SetCircle" : "PassOver");
  aufait_request_add_string (request, "who", who);
  aufait_request_add_string (request, "circle", answers[answer].circle);
  reply = aufait_session_ask (triage->session, request, &triage->status);
  triage->is_over = reply == NULL;
  if (reply == NULL)
    return;
  triage->n_sorted += answers[answer].circle != NULL;
  triage->n_left--;
}

/* --- all of them --------------------------------------------------------------------------- */

/* Those who come next; nobody is left when there are none. */
static void
sort_some (Triage *triage)
{
  g_autoptr (AufaitRequest) request = aufait_request_new ("ListUnsorted");
  g_autoptr (JsonObject) reply = aufait_session_ask (triage->session, request, &triage->status);
  guint n = reply != NULL ? aufait_fields_get_length (reply, "candidates") : 0;

  if (reply != NULL)
    triage->n_left = aufait_fields_get_int (reply, "total");
  triage->is_over = n == 0;
  for (guint i = 0; i < n && !triage->is_over; i++)
    sort_candidate (triage, aufait_fields_get_item (reply, "candidates", i));
}

static void
print_end (const Triage *triage)
{
  AufaitScreen *screen = triage->session->screen;
  g_autofree char *sorted = g_strdup_printf (
      ngettext ("%u person has a circle now", "%u people have a circle now", triage->n_sorted),
      triage->n_sorted);

  if (triage->n_left == 0)
    /* Translators: %s: "3 people have a circle now" */
    aufait_screen_print (screen, _ ("%s; nobody is left.\n"), sorted);
  else
    aufait_screen_print (screen,
                         /* Translators: "3 people have a circle now"; a number of people */
                         ngettext ("%s; %d is left for another time.\n",
                                   "%s; %d are left for another time.\n", (gulong) triage->n_left),
                         sorted, (int) triage->n_left);
}

static void
print_nothing (AufaitScreen *screen, JsonObject *reply)
{
}

static int
run (AufaitSession *session)
{
  Triage triage = { .session = session };

  if (session->arguments->json) {
    g_autoptr (AufaitRequest) request = aufait_request_new ("ListUnsorted");

    return aufait_session_answer (session, request, print_nothing);
  }
  session->doubt = g_strdup (_ ("It may or may not have been done: see “aufait list”."));
  triage.keys = aufait_keys_new ();
  while (!triage.is_over)
    sort_some (&triage);
  aufait_keys_free (triage.keys);
  if (triage.status == AUFAIT_STATUS_DONE)
    print_end (&triage);
  return triage.status;
}

const AufaitCommand aufait_command_triage = {
  .name = "triage",
  .max_words = 0,
  .summary = N_ ("go through those who have no circle yet, a key each"),
  .examples = N_ ("aufait triage\ti, c, f or w gives a circle, s skips, q leaves"),
  .more = N_ ("The most likely come first: those you are most in touch with, then those of whom "
              "most is known. It can be left at any time, and goes on where it was left; “aufait "
              "undo” takes the last answer back. From a pipe it reads a letter a line."),
  .run = run,
};
