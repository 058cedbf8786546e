/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-help.h"

#include <glib/gi18n-lib.h>

#include "aufait-arguments.h"
#include "aufait-commands.h"
#include "aufait-screen.h"
#include "aufait-table.h"

static const char general_examples[] =
    N_ ("aufait add \"Marie Curie\" --email marie@example.org\tsomeone to keep in mind\n"
        "aufait note marie leaves for Crete from 10 to 20 August\twhat you were told\n"
        "aufait\twhat is due today\n"
        "aufait done marie\tyou asked how it was");

static const AufaitStyle styles[] = { AUFAIT_STYLE_STRONG, AUFAIT_STYLE_PLAIN };

static void
print_heading (AufaitScreen *screen, const char *heading)
{
  aufait_screen_print (screen, "\n%s\n", heading);
}

/* Command lines and what they do, with two spaces before. */
static void
add_row (AufaitTable *table, const char *left, const char *right)
{
  g_autofree char *indented = g_strconcat ("  ", left, NULL);
  const char *cells[] = { indented, right };

  aufait_table_add (table, cells);
}

/* What an example does stands below it: a table of long command lines would fit no terminal. */
static void
print_examples (AufaitScreen *screen, const char *examples)
{
  g_auto (GStrv) lines = g_strsplit (examples, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 2);

    if (parts[0] == NULL)
      continue;
    aufait_screen_add (screen, "  ");
    aufait_screen_add_styled (screen, AUFAIT_STYLE_STRONG, parts[0]);
    aufait_screen_add (screen, "\n");
    if (parts[1] != NULL)
      aufait_screen_print_folded (screen, 6, AUFAIT_STYLE_PLAIN, parts[1]);
  }
}

static void
add_options (AufaitTable *table, const AufaitOption *options)
{
  for (; options != NULL && options->name != NULL; options++) {
    g_autofree char *left = options->argument != NULL
                                ? g_strdup_printf ("--%s %s", options->name, _ (options->argument))
                                : g_strdup_printf ("--%s", options->name);

    add_row (table, left, _ (options->summary));
  }
}

/* Those of a command, if it has any, and those that all have. */
static void
print_options (AufaitScreen *screen, const AufaitOption *options)
{
  g_autoptr (AufaitTable) table = aufait_table_new (styles, G_N_ELEMENTS (styles));

  add_options (table, options);
  add_options (table, aufait_arguments_get_global_options ());
  aufait_table_print (table, screen);
}

static void
print_general (AufaitScreen *screen)
{
  g_autoptr (AufaitTable) table = aufait_table_new (styles, G_N_ELEMENTS (styles));
  const AufaitCommand *const *commands = aufait_commands_get ();

  aufait_screen_print_folded (
      screen, 0, AUFAIT_STYLE_PLAIN,
      _ ("Au fait remembers what people tell you, and nudges you to speak to one of them at the "
         "moment when a personal word counts."));
  print_heading (screen, _ ("Examples:"));
  print_examples (screen, _ (general_examples));
  print_heading (screen, _ ("Commands:"));
  for (guint i = 0; commands[i] != NULL; i++)
    add_row (table, commands[i]->name, _ (commands[i]->summary));
  aufait_table_print (table, screen);
  print_heading (screen, _ ("Options, before or after the command:"));
  print_options (screen, NULL);
  print_heading (screen, _ ("“aufait help COMMAND” says more about one command."));
}

static char *
word_usage (const AufaitCommand *command)
{
  const char *arguments = command->arguments != NULL ? _ (command->arguments) : "";

  return g_strdup_printf (*arguments != '\0' ? "aufait %s %s" : "aufait %s", command->name,
                          arguments);
}

static void
print_command (AufaitScreen *screen, const AufaitCommand *command)
{
  g_autofree char *usage = word_usage (command);

  aufait_screen_print (screen, "%s\n", _ ("Examples:"));
  print_examples (screen, _ (command->examples));
  aufait_screen_add (screen, "\n");
  aufait_screen_add_styled (screen, AUFAIT_STYLE_STRONG, usage);
  aufait_screen_add (screen, "\n");
  aufait_screen_print_folded (screen, 2, AUFAIT_STYLE_PLAIN, _ (command->summary));
  if (command->more != NULL) {
    aufait_screen_add (screen, "\n");
    aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, _ (command->more));
  }
  print_heading (screen, _ ("Options:"));
  print_options (screen, command->options);
}

int
aufait_help_run (const AufaitCommand *command)
{
  g_autoptr (AufaitScreen) screen = aufait_screen_new (AUFAIT_COLOR_AUTO);
  g_autoptr (GError) error = NULL;

  if (command != NULL)
    print_command (screen, command);
  else
    print_general (screen);
  if (aufait_screen_flush (screen, &error))
    return AUFAIT_STATUS_DONE;
  aufait_screen_warn ("aufait: %s\n", error->message);
  return AUFAIT_STATUS_REFUSED;
}

void
aufait_help_print_usage (const AufaitCommand *command)
{
  g_autofree char *usage = word_usage (command);

  /* Translators: how a command is written, and the command that says more */
  aufait_screen_warn (_ ("It is written “%1$s”; “aufait help %2$s” says more.\n"), usage,
                      command->name);
}
