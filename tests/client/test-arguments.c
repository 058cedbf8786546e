/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-arguments.h"
#include "aufait-commands.h"

/* Words are separated by "|"; the expected words too. */
static const struct {
  const char *line;
  const char *command;
  const char *words;
} valid[] = {
  { "", "today", "" },
  { "--json", "today", "" },
  { "--json|list", "list", "" },
  { "list|--json|--circle|inner", "list", "" },
  { "done|marie|curie", "done", "marie|curie" },
  { "done|3|--json", "done", "3" },
  { "note|marie|part|en|Crète", "note", "marie|part|en|Crète" },
  { "note|--json|marie|part", "note", "marie|part" },
  { "note|marie|part|--json", "note", "marie|part|--json" },
  { "note|marie|--nonsense", "note", "marie|--nonsense" },
  { "note|->|called|back", "note", "->|called|back" },
  { "note|-5|degrees", "note", "-5|degrees" },
  { "note|--|--json", "note", "--json" },
  { "note|marie|--|x", "note", "marie|x" },
  { "note|marie|said|--|x", "note", "marie|said|--|x" },
  { "note|—|a dash", "note", "—|a dash" },
  { "note|-", "note", "-" },
  { "note|marie|-", "note", "marie|-" },
  { "met|marie|-5|degrees|--on|yesterday", "met", "marie|-5|degrees" },
  { "met|--on=yesterday|marie", "met", "marie" },
  { "met|marie|said|--|--on|stage", "met", "marie|said|--on|stage" },
  { "snooze|marie|in|3|days", "snooze", "marie|in|3|days" },
  { "add|Paul|--birthday|--02-29", "add", "Paul" },
  { "--color|never|today", "today", "" },
  { "note|-h", "note", "" },
  { "done|--help", "done", "" },
};

static void
understands_what_is_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    g_auto (GStrv) argv = g_strsplit (valid[i].line, "|", -1);
    g_autoptr (AufaitArguments) arguments = aufait_arguments_parse ((const char *const *) argv);
    g_autofree char *words = g_strjoinv ("|", arguments->words);

    g_test_message ("%s", valid[i].line);
    g_assert_cmpstr (arguments->problem, ==, NULL);
    g_assert_cmpstr (arguments->command->name, ==, valid[i].command);
    g_assert_cmpstr (words, ==, valid[i].words);
  }
}

/* The words are what is left to give back. */
static const struct {
  const char *line;
  const char *words;
} invalid[] = {
  { "nonsense", "" },
  { "done", "" },
  { "about|", "" },
  { "snooze|marie|", "marie|" },
  { "met||text", "|text" },
  { "list|extra", "extra" },
  { "snooze|marie", "marie" },
  { "list|--nonsense", "--nonsense" },
  { "list|--json=yes", "" },
  { "list|--circle", "" },
  { "--color=purple|today", "" },
  { "note|--nonsense|marie|part", "--nonsense|marie|part" },
  { "met|marie|--nonsense|at|noon", "marie|--nonsense|at|noon" },
  { "--nonsense|note|marie|part", "marie|part" },
  { "note|\377", "\357\277\275" },
};

static void
refuses_and_keeps_the_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_auto (GStrv) argv = g_strsplit (invalid[i].line, "|", -1);
    g_autoptr (AufaitArguments) arguments = aufait_arguments_parse ((const char *const *) argv);
    g_autofree char *words = g_strjoinv ("|", arguments->words);

    g_test_message ("%u", i);
    g_assert_nonnull (arguments->problem);
    g_assert_cmpstr (words, ==, invalid[i].words);
  }
}

static void
gathers_options (void)
{
  const char *const argv[] = { "add",     "Paul",    "--email", "a@x.org", "--email=b@x.org",
                               "--phone", "--place", "--color", "always",  "--private",
                               "--json",  NULL };
  g_autoptr (AufaitArguments) arguments = aufait_arguments_parse (argv);
  g_autofree const char **emails = aufait_arguments_get_all (arguments, "email");

  g_assert_cmpstr (arguments->problem, ==, NULL);
  g_assert_cmpstr (emails[0], ==, "a@x.org");
  g_assert_cmpstr (emails[1], ==, "b@x.org");
  g_assert_null (emails[2]);
  g_assert_cmpstr (aufait_arguments_get (arguments, "email"), ==, "b@x.org");
  g_assert_cmpstr (aufait_arguments_get (arguments, "phone"), ==, "--place");
  g_assert_nonnull (aufait_arguments_get (arguments, "private"));
  g_assert_null (aufait_arguments_get (arguments, "circle"));
  g_assert_true (arguments->json);
  g_assert_cmpint (arguments->color, ==, AUFAIT_COLOR_ALWAYS);
}

static void
has_a_whole_row_for_every_command (void)
{
  const AufaitCommand *const *commands = aufait_commands_get ();

  for (; *commands != NULL; commands++) {
    g_test_message ("%s", (*commands)->name);
    g_assert_nonnull ((*commands)->summary);
    g_assert_nonnull ((*commands)->examples);
    g_assert_nonnull ((*commands)->run);
    g_assert_true (aufait_commands_find ((*commands)->name) == *commands);
    g_assert_true ((*commands)->max_words == 0 || (*commands)->arguments != NULL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arguments/understands-what-is-typed", understands_what_is_typed);
  g_test_add_func ("/arguments/refuses-and-keeps-the-text", refuses_and_keeps_the_text);
  g_test_add_func ("/arguments/gathers-options", gathers_options);
  g_test_add_func ("/arguments/has-a-whole-row-for-every-command",
                   has_a_whole_row_for_every_command);
  return g_test_run ();
}
