/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-options.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "aufait-day.h"

static const struct {
  const char *name;
  AufaitOptionsNotifier choice;
} NOTIFIERS[] = {
  { "desktop", AUFAIT_OPTIONS_NOTIFIER_DESKTOP },
  { "log", AUFAIT_OPTIONS_NOTIFIER_LOG },
  { "none", AUFAIT_OPTIONS_NOTIFIER_NONE },
};

static gboolean
parse_notifier (AufaitOptions *options, const char *name, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (NOTIFIERS); i++)
    if (g_str_equal (name, NOTIFIERS[i].name)) {
      options->notifier = NOTIFIERS[i].choice;
      return TRUE;
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("There is no notifier “%s”: it is desktop, log or none"), name);
  return FALSE;
}

/* Whether @text looks like that, a digit for each 0 of @form. */
static gboolean
has_form (const char *text, const char *form)
{
  for (; *form != '\0'; form++, text++)
    if (*form == '0' ? !g_ascii_isdigit (*text) : *text != *form)
      return FALSE;
  return *text == '\0';
}

/* YYYY-MM-DDTHH:MM[:SS], local time. */
static GDateTime *
parse_local_time (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *date = g_strndup (text, 10);
  AufaitDay day = aufait_day_parse (date);
  int hours, minutes, seconds = 0;

  if (day == AUFAIT_DAY_NONE ||
      (!has_form (text, "0000-00-00T00:00") && !has_form (text, "0000-00-00T00:00:00")))
    return NULL;
  if (sscanf (text + 11, "%2d:%2d:%2d", &hours, &minutes, &seconds) < 2 || hours > 23 ||
      minutes > 59 || seconds > 59)
    return NULL;
  return aufait_day_at (day, hours * 3600 + minutes * 60 + seconds, zone);
}

static gboolean
parse_start (AufaitOptions *options, const char *text, GError **error)
{
  options->start = parse_local_time (text);
  if (options->start != NULL)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is no local time: write it as 2026-08-21T10:00"), text);
  return FALSE;
}

gboolean
aufait_options_parse (AufaitOptions *options, int argc, char **argv, GError **error)
{
  g_autofree char *notifier = NULL;
  g_autofree char *now = NULL;
  g_autoptr (GError) problem = NULL;
  const GOptionEntry entries[] = {
    { "notifier", 0, 0, G_OPTION_ARG_STRING, &notifier, N_ ("How nudges are shown"),
      "desktop|log|none" },
    { "now", 0, 0, G_OPTION_ARG_STRING, &now, N_ ("Start the clock at this local time"),
      "YYYY-MM-DDTHH:MM[:SS]" },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->show_version, N_ ("Print the version"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (
      context, _ ("Remembers what people tell you, and nudges you to speak to one of them."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &problem)) {
    /* Translators: what is wrong with an option, in the words of GLib */
    g_set_error (error, problem->domain, problem->code, _ ("%s: see “aufaitd --help”"),
                 problem->message);
    return FALSE;
  }
  if (argc > 1) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION,
                 _ ("aufaitd takes no argument “%s”: see “aufaitd --help”"), argv[1]);
    return FALSE;
  }
  if (notifier != NULL && !parse_notifier (options, notifier, error))
    return FALSE;
  return now == NULL || parse_start (options, now, error);
}

void
aufait_options_clear (AufaitOptions *options)
{
  g_clear_pointer (&options->start, g_date_time_unref);
}
