/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "link-world.h"

#include "aufait-name-store.h"
#include "aufait-person-store.h"

static const char PEOPLE[] = "put b/1 u1 Ada Byron <ada@x.org>;u2 Jean-Luc Petit <j@x.org>\n"
                             "add Bob Byron <bob@x.org>";

/* What is asked for, and who that is: by name, "?" when it is nobody. */
static const struct {
  const char *who;
  const char *names;
} CASES[] = {
  { "Ada", "Ada Byron" },          { "byron", "Ada Byron, Bob Byron" },
  { "BOB@x.org", "Bob Byron" },    { "jean", "Jean-Luc Petit" },
  { "jeanluc", "Jean-Luc Petit" }, { "pet", "Jean-Luc Petit" },
  { "b", "Ada Byron, Bob Byron" }, { "Zoe", "?" },
  { "nobody@x.org", "?" },
};

static char *
resolve (LinkWorld *world, const char *who)
{
  AufaitNames *names = aufait_directory_get_names (world->directory, NULL);
  g_autoptr (GPtrArray) refs = aufait_names_resolve (names, who);
  GString *told = g_string_new (refs->len == 0 ? "?" : NULL);

  for (guint i = 0; i < refs->len; i++)
    g_string_append_printf (told, "%s%s", i > 0 ? ", " : "", ((AufaitRef *) refs->pdata[i])->name);
  return g_string_free (told, FALSE);
}

static void
assert_resolves (LinkWorld *world, const char *who, const char *names)
{
  g_autofree char *told = resolve (world, who);

  if (!g_str_equal (told, names))
    g_error ("“%s”: %s instead of %s", who, told, names);
}

static void
check_all (LinkWorld *world)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    assert_resolves (world, CASES[i].who, CASES[i].names);
}

static void
rest (LinkWorld *world)
{
  while (!aufait_directory_release_names (world->directory))
    ;
}

static gboolean
is_kept (LinkWorld *world)
{
  g_autofree char *basis = aufait_name_store_dup_basis (world->books.index);

  return basis != NULL;
}

static void
set_up (LinkWorld *world, gconstpointer data)
{
  link_world_init (world);
  link_world_do (world, PEOPLE);
  check_all (world);
  g_assert_false (is_kept (world));
  rest (world);
  g_assert_true (is_kept (world));
}

static void
tear_down (LinkWorld *world, gconstpointer data)
{
  link_world_clear (world);
}

static void
test_answers_as_with_all_names (LinkWorld *world, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    rest (world);
    assert_resolves (world, CASES[i].who, CASES[i].names);
  }
  check_all (world);
}

static void
test_is_there_after_a_start (LinkWorld *world, gconstpointer data)
{
  link_world_stop (world);
  link_world_start (world);
  g_assert_true (is_kept (world));
  check_all (world);
}

static void
test_follows_what_changes (LinkWorld *world, gconstpointer data)
{
  link_world_do (world, "put b/1 u1 Ada King <ada@x.org>;u2 Jean-Luc Petit <j@x.org>");
  for (guint i = 0; i < 2; i++) {
    assert_resolves (world, "king", "Ada King");
    assert_resolves (world, "byron", "Bob Byron");
    rest (world);
  }
  link_world_do (world, "rm b/1");
  assert_resolves (world, "Ada", "?");
  link_world_stop (world);
  link_world_start (world);
  g_assert_true (is_kept (world));
  assert_resolves (world, "Ada", "?");
  assert_resolves (world, "jean", "?");
  assert_resolves (world, "byron", "Bob Byron");
}

static void
add_behind_its_back (LinkWorld *world)
{
  g_autoptr (AufaitPerson) zoe = aufait_person_new ("Zoe");

  g_assert_true (aufait_memory_begin (world->memory, "add Zoe", NULL));
  g_assert_true (aufait_person_store_add (world->memory, zoe, NULL));
  g_assert_true (aufait_memory_commit (world->memory, NULL));
}

/* As after a kill: nobody was told. */
static void
test_is_not_believed_of_another_memory (LinkWorld *world, gconstpointer data)
{
  g_autofree char *path = g_build_filename (world->folder, "memory.db", NULL);

  link_world_stop (world);
  world->memory = aufait_memory_open (path, NULL);
  add_behind_its_back (world);
  g_clear_pointer (&world->memory, aufait_memory_close);
  link_world_start (world);
  g_assert_false (is_kept (world));
  assert_resolves (world, "Zoe", "Zoe");
  rest (world);
  g_assert_true (is_kept (world));
  assert_resolves (world, "Zoe", "Zoe");
}

static void
test_an_index_that_is_lost_takes_nobody_along (LinkWorld *world, gconstpointer data)
{
  assert_resolves (world, "Bob", "Bob Byron");
  g_assert_true (aufait_index_renew (world->books.index, NULL));
  assert_resolves (world, "Ada", "Ada Byron");
  assert_resolves (world, "jean", "Jean-Luc Petit");
  rest (world);
  assert_resolves (world, "Ada", "Ada Byron");
}

/* What a transaction wrote that then failed is not there. */
static void
test_a_failed_transaction_is_noticed (LinkWorld *world, gconstpointer data)
{
  AufaitDatabase *database = aufait_index_get_newest (world->books.index);
  g_autoptr (AufaitPerson) zoe = aufait_person_new ("Zoe");

  zoe->id = link_world_find (world, "Bob Byron");
  assert_resolves (world, "Ada", "Ada Byron");
  g_assert_true (aufait_database_run (database, "BEGIN", NULL));
  aufait_directory_add (world->directory, zoe);
  assert_resolves (world, "Zoe", "Zoe");
  g_assert_true (aufait_database_run (database, "ROLLBACK", NULL));
  assert_resolves (world, "Zoe", "Zoe");
  rest (world);
  check_all (world);
}

/* To look names up, and to keep them, says nothing new of anybody. */
static void
test_what_was_looked_through_stays_so (LinkWorld *world, gconstpointer data)
{
  g_assert_true (aufait_index_set_seen (world->books.index, "all", NULL));
  check_all (world);
  aufait_directory_forget_names (world->directory);
  check_all (world);
  rest (world);
  g_assert_true (is_kept (world));
  g_assert_cmpstr (aufait_index_get_seen (world->books.index), ==, "all");
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (LinkWorld *world, gconstpointer data);
  } tests[] = {
    { "/name-book/answers-as-with-all-names", test_answers_as_with_all_names },
    { "/name-book/is-there-after-a-start", test_is_there_after_a_start },
    { "/name-book/follows-what-changes", test_follows_what_changes },
    { "/name-book/is-not-believed-of-another-memory", test_is_not_believed_of_another_memory },
    { "/name-book/an-index-that-is-lost-takes-nobody-along",
      test_an_index_that_is_lost_takes_nobody_along },
    { "/name-book/a-failed-transaction-is-noticed", test_a_failed_transaction_is_noticed },
    { "/name-book/what-was-looked-through-stays-so", test_what_was_looked_through_stays_so },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, LinkWorld, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
