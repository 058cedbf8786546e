/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-complaint.h"

#include <glib/gi18n-lib.h>

#include "aufait-contract.h"
#include "aufait-fields.h"
#include "aufait-plain.h"

/* The daemon's own sentence, when the client has none that is better. */
static char *
word_message (const char *error, JsonObject *parameters)
{
  const char *message = aufait_fields_get_string (parameters, "message");

  if (message != NULL)
    return aufait_plain_end (message);
  return g_strdup_printf (_ ("aufaitd refused: %s."), error);
}

/* A number is no nudge's, or somebody has none, or is not there at all: the daemon says which. */
static char *
word_no_nudge (const char *error, JsonObject *parameters)
{
  g_autofree char *message = word_message (error, parameters);

  /* Translators: behind a sentence like “There is no nudge 7.” */
  return g_strdup_printf (_ ("%s “aufait nudges” shows those that there are."), message);
}

static char *
word_unknown (const char *error, JsonObject *parameters, const AufaitCommand *command)
{
  const char *name = aufait_fields_get_string (parameters, "name");
  g_autofree char *near = aufait_fields_join_choices (parameters, "candidates");

  if (name == NULL)
    return g_strdup (
        _ ("The note names nobody who is known here: begin it with a name. Add someone "
           "with “aufait add NAME”."));
  if (*near != '\0')
    /* Translators: what was typed, and the names that are like it: "Marie Curie or Paul" */
    return g_strdup_printf (_ ("Nobody here is called “%1$s”. Did you mean %2$s? Add someone with "
                               "“aufait add NAME”."),
                            name, near);
  if (command->complete == AUFAIT_COMPLETE_REF)
    return word_no_nudge (error, parameters);
  return g_strdup_printf (_ ("Nobody here is called “%s”. Add someone with “aufait add NAME”."),
                          name);
}

/* Before the number of a person. */
static const char *
get_mark (const AufaitCommand *command)
{
  return command->complete == AUFAIT_COMPLETE_NAME || command->text == AUFAIT_COMMAND_TEXT_AMIDST
             ? "@"
             : "";
}

/* A line each; the numbers only if they are of use: @mark stands before them, NULL leaves them out.
 */
static void
append_candidates (GString *text, JsonObject *parameters, const char *mark)
{
  guint n = aufait_fields_get_length (parameters, "candidates");

  for (guint i = 0; i < n; i++) {
    JsonObject *candidate = aufait_fields_get_item (parameters, "candidates", i);
    const char *name = aufait_fields_get_string (candidate, "name");
    const char *hint = aufait_fields_get_string (candidate, "hint");

    g_string_append (text, "\n  ");
    if (mark != NULL)
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT "  ", mark,
                              aufait_fields_get_int (candidate, "id"));
    g_string_append (text, name != NULL ? name : "");
    if (hint != NULL)
      g_string_append_printf (text, ", %s", hint);
  }
  g_string_append_c (text, '\n');
}

/* At the head of a text a number may be a word of it, “3 days at the sea with Paul”; behind a mark
 * it is someone's. */
static void
append_which (GString *text, JsonObject *first, const AufaitCommand *command)
{
  gboolean is_before_text = command->text == AUFAIT_COMMAND_TEXT_LAST;
  g_autofree char *number = g_strdup_printf ("%s%" G_GINT64_FORMAT, is_before_text ? "@" : "",
                                             aufait_fields_get_int (first, "id"));

  if (command->n_complete > 1) {
    g_string_append (text, _ ("Say which by its number."));
    return;
  }
  if (command->text == AUFAIT_COMMAND_TEXT_AMIDST) { /* it may be the second of two */
    /* Translators: the number of a person, as in “@3” */
    g_string_append_printf (text, _ ("Say which by its number, as “@%d”."),
                            (int) aufait_fields_get_int (first, "id"));
    return;
  }
  if (command->complete == AUFAIT_COMPLETE_NAME) {
    /* Translators: a command and the number of a person, as in “aufait forget @3” */
    g_string_append_printf (text, _ ("Say which by its number: “aufait %1$s @%2$d”."),
                            command->name, (int) aufait_fields_get_int (first, "id"));
    return;
  }
  /* Translators: a command and a number, as in “aufait about 3 …” */
  g_string_append_printf (text, _ ("Say which by its number: “aufait %1$s %2$s …”."), command->name,
                          number);
}

/* Where nobody was asked for there is nothing to say more of: the daemon says what is the matter,
 * "Someone of that name is here already". */
static char *
word_taken (const char *error, JsonObject *parameters)
{
  g_autofree char *message = word_message (error, parameters);
  g_autofree char *names = aufait_fields_join_names (parameters, "candidates");

  return *names != '\0' ? g_strdup_printf ("%s\n  %s", message, names) : g_steal_pointer (&message);
}

/* Where a nudge is wanted a number is a nudge's: that of a person would mean another thing. */
static char *
word_ambiguous (JsonObject *parameters, const AufaitCommand *command)
{
  const char *name = aufait_fields_get_string (parameters, "name");
  gboolean with_ids =
      (command->complete == AUFAIT_COMPLETE_WHO || command->complete == AUFAIT_COMPLETE_NAME) &&
      aufait_fields_get_length (parameters, "candidates") > 0;
  GString *text = g_string_new (NULL);

  /* Translators: part of a name that several people have */
  g_string_printf (text, _ ("“%s” may be more than one:"), name != NULL ? name : "");
  append_candidates (text, parameters, with_ids ? get_mark (command) : NULL);
  if (with_ids)
    append_which (text, aufait_fields_get_item (parameters, "candidates", 0), command);
  else
    g_string_append (text, _ ("Say more of the name."));
  return g_string_free (text, FALSE);
}

static char *
word_several_nudges (JsonObject *parameters, const AufaitCommand *command)
{
  const char *name = aufait_fields_get_string (parameters, "name");
  guint n = aufait_fields_get_length (parameters, "nudges");
  GString *text = g_string_new (NULL);

  /* Translators: a person who has several nudges; they are listed below */
  g_string_printf (text, _ ("“%s” has several nudges:"), name != NULL ? name : "");
  for (guint i = 0; i < n; i++) {
    JsonObject *nudge = aufait_fields_get_item (parameters, "nudges", i);
    const char *words = aufait_fields_get_string (nudge, "text");

    g_string_append_printf (text, "\n  %d  %s", (int) aufait_fields_get_int (nudge, "id"),
                            words != NULL ? words : "");
  }
  g_string_append_c (text, '\n');
  if (n > 0)
    append_which (text, aufait_fields_get_item (parameters, "nudges", 0), command);
  return g_string_free (text, FALSE);
}

static char *
word_invalid (const char *error, JsonObject *parameters)
{
  const char *field = aufait_fields_get_string (parameters, "field");
  const char *value = aufait_fields_get_string (parameters, "value");
  g_autofree char *message = word_message (error, parameters);

  if (value == NULL || g_strcmp0 (field, "text") == 0)
    return g_steal_pointer (&message);
  if (g_strcmp0 (field, "circle") == 0)
    return g_strdup_printf (_ ("There is no circle “%s”: say inner, close, friends or wider."),
                            value);
  if (g_strcmp0 (field, "birthday") == 0)
    return g_strdup_printf (_ ("“%s” is no birthday that can be read: write 14 July 1990, "
                               "14/07/1990 or 1990-07-14, without the year if it is not known."),
                            value);
  /* Translators: a value that cannot be used, and why: “nonsense”? "That is no day." */
  return g_strdup_printf (_ ("“%1$s”? %2$s"), value, message);
}

/* The limits are checked before a method is called, and have no sentence of the daemon's own. */
static char *
word_invalid_parameter (JsonObject *parameters)
{
  const char *name = aufait_fields_get_string (parameters, "parameter");

  /* Translators: the name of a parameter of the protocol: name, who, text, until … */
  return g_strdup_printf (
      _ ("What was given as “%s” is empty or too long, or aufaitd is of another "
         "version: restart it then."),
      name != NULL ? name : "");
}

char *
aufait_complaint_dup (const char *error, JsonObject *parameters, const AufaitCommand *command)
{
  if (g_str_equal (error, AUFAIT_ERROR_UNKNOWN))
    return word_unknown (error, parameters, command);
  if (g_str_equal (error, AUFAIT_ERROR_AMBIGUOUS) && command->complete == AUFAIT_COMPLETE_NOTHING)
    return word_taken (error, parameters);
  if (g_str_equal (error, AUFAIT_ERROR_AMBIGUOUS))
    return word_ambiguous (parameters, command);
  if (g_str_equal (error, AUFAIT_ERROR_SEVERAL_NUDGES))
    return word_several_nudges (parameters, command);
  if (g_str_equal (error, AUFAIT_ERROR_INVALID))
    return word_invalid (error, parameters);
  if (g_str_equal (error, "org.varlink.service.InvalidParameter"))
    return word_invalid_parameter (parameters);
  if (g_str_has_prefix (error, "org.varlink.service."))
    return g_strdup_printf (
        _ ("aufaitd does not know “aufait %s” as this program asks it: restart it "
           "with “systemctl --user restart aufaitd”."),
        command->name);
  return word_message (error, parameters);
}
