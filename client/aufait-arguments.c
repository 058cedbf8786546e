/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-arguments.h"

#include <glib/gi18n-lib.h>

#include "aufait-commands.h"
#include "aufait-guess.h"

static const AufaitOption global_options[] = {
  { "json", NULL, N_ ("print the answer as the daemon sent it, as JSON on one line") },
  { "color", N_ ("WHEN"),
    N_ ("use colours: auto, always or never; auto is on a terminal, unless NO_COLOR is set") },
  { "help", NULL, N_ ("show help, examples first") },
  { "version", NULL, N_ ("show the version") },
  { NULL },
};

typedef struct {
  AufaitArguments *arguments;
  GPtrArray *words;
  const char *const *next;
  gboolean options_ended;
} Parser;

const AufaitOption *
aufait_arguments_get_global_options (void)
{
  return global_options;
}

static const AufaitOption *
find_option (const AufaitOption *options, const char *name, gsize length)
{
  for (; options != NULL && options->name != NULL; options++)
    if (strlen (options->name) == length && strncmp (options->name, name, length) == 0)
      return options;
  return NULL;
}

static const AufaitOption *
look_up_option (const AufaitCommand *command, const char *name)
{
  gsize length = strcspn (name, "=");
  const AufaitOption *option = find_option (global_options, name, length);

  if (option == NULL && command != NULL)
    option = find_option (command->options, name, length);
  return option;
}

static void
add_names (GPtrArray *names, const AufaitOption *options)
{
  for (; options != NULL && options->name != NULL; options++)
    g_ptr_array_add (names, (gpointer) options->name);
}

static char *
word_unknown_option (const AufaitCommand *command, const char *word)
{
  g_autofree char *name = g_strndup (word, strcspn (word, "="));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *guess;

  add_names (names, global_options);
  if (command != NULL)
    add_names (names, command->options);
  g_ptr_array_add (names, NULL);
  guess = aufait_guess (name + strspn (name, "-"), (const char *const *) names->pdata);
  if (guess != NULL)
    return g_strdup_printf (_ ("There is no option “%s”. Did you mean “--%s”?"), name, guess);
  if (command != NULL && command->text != AUFAIT_COMMAND_NO_TEXT)
    return g_strdup_printf (
        _ ("There is no option “%s”. If it belongs to the text, put “--” before the text."), name);
  return g_strdup_printf (_ ("There is no option “%s”."), name);
}

static void
set_color (AufaitArguments *arguments, const char *value)
{
  if (g_str_equal (value, "auto"))
    arguments->color = AUFAIT_COLOR_AUTO;
  else if (g_str_equal (value, "always"))
    arguments->color = AUFAIT_COLOR_ALWAYS;
  else if (g_str_equal (value, "never"))
    arguments->color = AUFAIT_COLOR_NEVER;
  else
    arguments->problem =
        g_strdup_printf (_ ("“%s” is no choice of “--color”: say auto, always or never."), value);
}

static void
apply_option (AufaitArguments *arguments, const AufaitOption *option, const char *value)
{
  if (option == &global_options[0])
    arguments->json = TRUE;
  else if (option == &global_options[1])
    set_color (arguments, value);
  else if (option == &global_options[2])
    arguments->help = TRUE;
  else if (option == &global_options[3])
    arguments->version = TRUE;
  else {
    g_ptr_array_add (arguments->options, g_strdup (option->name));
    g_ptr_array_add (arguments->options, g_strdup (value));
  }
}

static void
read_option (Parser *parser, const AufaitOption *option, const char *word)
{
  const char *value = strchr (word, '=');

  if (option->argument == NULL && value != NULL) {
    parser->arguments->problem =
        g_strdup_printf (_ ("The option “--%s” takes no value."), option->name);
    return;
  }
  if (value != NULL)
    value++;
  else if (option->argument != NULL && *parser->next != NULL)
    value = *parser->next++;
  if (option->argument != NULL && value == NULL) {
    parser->arguments->problem = g_strdup_printf (_ ("The option “--%s” wants a value: --%s %s"),
                                                  option->name, option->name, _ (option->argument));
    return;
  }
  apply_option (parser->arguments, option, value != NULL ? value : "");
}

static void
read_command (Parser *parser, const char *word)
{
  AufaitArguments *arguments = parser->arguments;
  const char *guess;

  arguments->command = aufait_commands_find (word);
  if (arguments->command != NULL)
    return;
  guess = aufait_commands_guess (word);
  if (guess != NULL)
    arguments->problem =
        g_strdup_printf (_ ("There is no command “%s”. Did you mean “aufait %s”?"), word, guess);
  else
    arguments->problem =
        g_strdup_printf (_ ("There is no command “%s”. “aufait help” shows them all."), word);
}

/* Right behind the first word, which may be WHO; two dashes further on are a dash in the text. */
static gboolean
check_ends_options (const Parser *parser, const char *word)
{
  return parser->words->len == 1 && g_str_equal (word, "--");
}

/* A word of a text may well begin with a dash: "-> called back", "-5 °C". Two dashes and a letter
 * are a mistyped option more often than a text, and are asked about. */
static gboolean
check_is_word (const Parser *parser, const char *word)
{
  const AufaitCommand *command = parser->arguments->command;

  if (parser->options_ended || word[0] != '-' || word[1] == '\0')
    return TRUE;
  if (command == NULL || command->text == AUFAIT_COMMAND_NO_TEXT)
    return FALSE;
  if (command->text == AUFAIT_COMMAND_TEXT_LAST && parser->words->len > 0)
    return !check_ends_options (parser, word);
  if (g_str_equal (word, "-h"))
    return parser->words->len > 0;
  return word[1] != '-' || (word[2] != '\0' && !g_ascii_isalpha (word[2]));
}

/* It may be the beginning of a text, which is given back whole. */
static void
refuse_option (Parser *parser, const char *word)
{
  parser->arguments->problem = word_unknown_option (parser->arguments->command, word);
  if (parser->arguments->command != NULL)
    g_ptr_array_add (parser->words, g_strdup (word));
}

static void
read_word (Parser *parser, const char *word)
{
  if (check_is_word (parser, word)) {
    if (parser->arguments->command == NULL)
      read_command (parser, word);
    else
      g_ptr_array_add (parser->words, g_strdup (word));
  } else if (g_str_equal (word, "--")) {
    parser->options_ended = TRUE;
  } else if (g_str_equal (word, "-h")) {
    parser->arguments->help = TRUE;
  } else {
    const AufaitOption *option =
        word[1] == '-' ? look_up_option (parser->arguments->command, word + 2) : NULL;

    if (option != NULL)
      read_option (parser, option, word);
    else
      refuse_option (parser, word);
  }
}

/* What is empty, as a variable of the shell may be, is no word. */
static int
count_leading_words (GStrv words)
{
  int n = 0;

  while (words[n] != NULL && *words[n] != '\0')
    n++;
  return n;
}

static void
check_arity (AufaitArguments *arguments)
{
  const AufaitCommand *command = arguments->command;
  int n = (int) g_strv_length (arguments->words);

  if (arguments->help || arguments->version)
    return;
  if (count_leading_words (arguments->words) < command->min_words)
    arguments->problem = g_strdup_printf (_ ("“aufait %s” wants more words."), command->name);
  else if (command->max_words >= 0 && n > command->max_words)
    arguments->problem = g_strdup_printf (_ ("“aufait %s” does not know what to do with “%s”."),
                                          command->name, arguments->words[command->max_words]);
}

/* The shell's bytes are in the locale's encoding, which is UTF-8 nearly always. */
static GStrv
convert_words (const char *const *argv, AufaitArguments *arguments)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (; *argv != NULL; argv++) {
    char *word = g_utf8_validate (*argv, -1, NULL) ? g_strdup (*argv)
                                                   : g_locale_to_utf8 (*argv, -1, NULL, NULL, NULL);

    if (word == NULL || !g_utf8_validate (word, -1, NULL)) {
      g_free (word);
      word = g_utf8_make_valid (*argv, -1);
      if (arguments->problem == NULL)
        arguments->problem = g_strdup_printf (_ ("“%s” is not in UTF-8."), word);
    }
    g_ptr_array_add (words, word);
  }
  g_ptr_array_add (words, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

/* After a problem the rest is kept as words, whatever it is, so that a text is given back whole. */
static void
read_all (Parser *parser)
{
  while (*parser->next != NULL) {
    const char *word = *parser->next++;

    if (parser->arguments->problem == NULL)
      read_word (parser, word);
    else if (parser->arguments->command != NULL)
      g_ptr_array_add (parser->words, g_strdup (word));
    else
      parser->arguments->command = aufait_commands_find (word);
  }
}

AufaitArguments *
aufait_arguments_parse (const char *const *argv)
{
  AufaitArguments *arguments = g_new0 (AufaitArguments, 1);
  g_auto (GStrv) converted = convert_words (argv, arguments);
  Parser parser = { arguments, g_ptr_array_new (), (const char *const *) converted, FALSE };

  arguments->options = g_ptr_array_new_with_free_func (g_free);
  read_all (&parser);
  g_ptr_array_add (parser.words, NULL);
  arguments->words = (GStrv) g_ptr_array_free (parser.words, FALSE);
  if (arguments->problem != NULL)
    return arguments;
  if (arguments->command == NULL && !arguments->help)
    arguments->command = &aufait_command_today;
  if (arguments->command != NULL)
    check_arity (arguments);
  return arguments;
}

void
aufait_arguments_free (AufaitArguments *arguments)
{
  if (arguments == NULL)
    return;
  g_strfreev (arguments->words);
  g_ptr_array_unref (arguments->options);
  g_free (arguments->problem);
  g_free (arguments);
}

const char *
aufait_arguments_get (const AufaitArguments *arguments, const char *name)
{
  const char *value = NULL;

  for (guint i = 0; i + 1 < arguments->options->len; i += 2)
    if (g_str_equal (arguments->options->pdata[i], name))
      value = arguments->options->pdata[i + 1];
  return value;
}

const char **
aufait_arguments_get_all (const AufaitArguments *arguments, const char *name)
{
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; i + 1 < arguments->options->len; i += 2)
    if (g_str_equal (arguments->options->pdata[i], name))
      g_ptr_array_add (values, arguments->options->pdata[i + 1]);
  g_ptr_array_add (values, NULL);
  return (const char **) g_ptr_array_free (values, FALSE);
}

char *
aufait_arguments_join (const AufaitArguments *arguments, guint first)
{
  if (first >= g_strv_length (arguments->words))
    return g_strdup ("");
  return g_strjoinv (" ", arguments->words + first);
}
