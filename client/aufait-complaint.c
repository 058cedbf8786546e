/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-complaint.h"

#include <glib/gi18n-lib.h>

#include "aufait-contract.h"
#include "aufait-fields.h"
#include "aufait-people.h"

#define GUESS_TIMEOUT_MS 1000

/* The daemon's own sentence, when the client has none that is better. */
static char *
word_message (const char *error, JsonObject *parameters)
{
  const char *message = aufait_fields_get_string (parameters, "message");

  if (message == NULL)
    return g_strdup_printf (_ ("aufaitd refused: %s."), error);
  return g_strdup_printf (
      g_str_has_suffix (message, ".") || g_str_has_suffix (message, "?") ? "%s" : "%s.", message);
}

static gboolean
check_is_number (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

static char *
word_unknown (const char *error, JsonObject *parameters, const AufaitCommand *command)
{
  const char *name = aufait_fields_get_string (parameters, "name");
  g_auto (GStrv) names = NULL;
  const char *guess = NULL;

  if (name == NULL)
    return word_message (error, parameters);
  if (check_is_number (name) && command->complete == AUFAIT_COMPLETE_REF)
    return g_strdup_printf (_ ("There is no nudge %s. “aufait nudges” shows those that there are."),
                            name);
  names = aufait_people_fetch (GUESS_TIMEOUT_MS);
  if (names != NULL)
    guess = aufait_people_guess (name, (const char *const *) names);
  /* The daemon knows the name after all: what is missing is something else. */
  if (guess != NULL && g_str_equal (guess, name))
    return word_message (error, parameters);
  if (guess != NULL)
    /* Translators: what was typed, and the name of someone that is like it */
    return g_strdup_printf (_ ("Nobody here is called “%1$s”. Did you mean %2$s? Add someone with "
                               "“aufait add NAME”."),
                            name, guess);
  return g_strdup_printf (_ ("Nobody here is called “%s”. Add someone with “aufait add NAME”."),
                          name);
}

static void
append_candidates (GString *text, JsonObject *parameters)
{
  guint n = aufait_fields_get_length (parameters, "candidates");

  for (guint i = 0; i < n; i++) {
    JsonObject *candidate = aufait_fields_get_item (parameters, "candidates", i);
    const char *name = aufait_fields_get_string (candidate, "name");

    g_string_append_printf (text, "\n  %" G_GINT64_FORMAT "  %s",
                            aufait_fields_get_int (candidate, "id"), name != NULL ? name : "");
  }
}

static char *
word_ambiguous (JsonObject *parameters, const AufaitCommand *command)
{
  const char *name = aufait_fields_get_string (parameters, "name");
  JsonObject *first = aufait_fields_get_length (parameters, "candidates") > 0
                          ? aufait_fields_get_item (parameters, "candidates", 0)
                          : NULL;
  gint64 id = aufait_fields_get_int (first, "id");
  GString *text = g_string_new (NULL);

  /* Translators: part of a name that several people have */
  g_string_printf (text, _ ("“%s” may be more than one:"), name != NULL ? name : "");
  append_candidates (text, parameters);
  g_string_append_c (text, '\n');
  if (id > 0 && command->complete != AUFAIT_COMPLETE_NOTHING)
    /* Translators: a command and a number, as in “aufait about 3” */
    g_string_append_printf (text, _ ("Say more of the name, or the number: “aufait %1$s %2$d”."),
                            command->name, (int) id);
  else
    g_string_append (text, _ ("Say more of the name, or the number."));
  return g_string_free (text, FALSE);
}

static char *
word_bad_when (const char *value)
{
  return g_strdup_printf (
      _ ("“%s” is no day that can be read. Try “tomorrow”, “friday”, “3d”, “in 2 "
         "weeks”, “2026-08-21” or “2026-08-21 18:00”."),
      value);
}

static char *
word_bad_birthday (const char *value)
{
  return g_strdup_printf (
      _ ("“%s” is no birthday that can be read: write 1984-02-29, or --02-29 without the year."),
      value);
}

static char *
word_bad_circle (const char *value)
{
  return g_strdup_printf (_ ("There is no circle “%s”: say inner, close, friends or wider."),
                          value);
}

/* Only fields whose values can be wrong in one way; of the others the daemon says more. */
static const struct {
  const char *field;
  char *(*word) (const char *value);
} fields[] = {
  { "on", word_bad_when },
  { "until", word_bad_when },
  { "birthday", word_bad_birthday },
  { "circle", word_bad_circle },
};

static char *
word_invalid (const char *error, JsonObject *parameters)
{
  const char *field = aufait_fields_get_string (parameters, "field");
  const char *value = aufait_fields_get_string (parameters, "value");

  for (guint i = 0; value != NULL && i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (fields[i].field, field) == 0)
      return fields[i].word (value);
  return word_message (error, parameters);
}

char *
aufait_complaint_dup (const char *error, JsonObject *parameters, const AufaitCommand *command)
{
  if (g_str_equal (error, AUFAIT_ERROR_UNKNOWN))
    return word_unknown (error, parameters, command);
  if (g_str_equal (error, AUFAIT_ERROR_AMBIGUOUS))
    return word_ambiguous (parameters, command);
  if (g_str_equal (error, AUFAIT_ERROR_INVALID))
    return word_invalid (error, parameters);
  if (g_str_has_prefix (error, "org.varlink.service."))
    return g_strdup_printf (
        _ ("aufaitd does not know “aufait %s” as this program asks it: restart it "
           "with “systemctl --user restart aufaitd”."),
        command->name);
  return word_message (error, parameters);
}
