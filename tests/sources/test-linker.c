/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "link-world.h"

#include "aufait-database.h"
#include "aufait-identity-store.h"
#include "aufait-link-store.h"

/* "SUMMARY <attendee> <!declined>" */
static AufaitEvent *
new_event (const char *uid, const char *words)
{
  g_autofree char *with_uid = g_strconcat ("- ", words, NULL);
  g_autoptr (AufaitCard) read = link_world_new_card (with_uid);
  AufaitEvent *event = aufait_event_new (uid, read->name);

  event->start = 1000000;
  event->end = 1003600;
  for (guint i = 0; read->emails[i] != NULL; i++) {
    gboolean declined = read->emails[i][0] == '!';
    AufaitAttendee *attendee = aufait_attendee_new (read->emails[i] + declined, NULL);

    attendee->declined = declined;
    g_ptr_array_add (event->attendees, attendee);
  }
  return event;
}

static void
set (LinkWorld *world, const char *calendar, const char *person, const char *mine)
{
  g_autoptr (AufaitSourceSettings) settings = aufait_source_settings_new ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *group = g_strconcat ("calendar ", calendar, NULL);

  if (person != NULL)
    g_key_file_set_string (file, group, "person", person);
  if (mine != NULL)
    g_key_file_set_string (file, "sources", "mine", mine);
  aufait_source_settings_read (settings, file, NULL, NULL);
  aufait_linker_set_settings (world->linker, settings);
}

typedef struct {
  const char *name;
  const char *before; /* steps, as in link-world.h */
  const char *event;
  const char *after;
  const char *owner; /* of the calendar "cal"; NULL: mine */
  const char *mine;
  const char *people;
} Case;

static const Case CASES[] = {
  { "attendee", "put b/1 u1 Ada Byron <ada@x.org>", "Lunch <ADA@x.org>", "", NULL, NULL,
    "Ada Byron" },
  { "summary", "add Ada Byron", "Lunch with Ada", "", NULL, NULL, "Ada Byron" },
  { "nobody", "add Ada", "Lunch", "", NULL, NULL, "" },
  { "two", "add Ada\nadd Bob", "Lunch with Ada and Bob", "", NULL, NULL, "Ada, Bob" },
  { "attendee-who-declined", "add Ada <ada@x.org>", "Lunch <!ada@x.org>", "", NULL, NULL, "" },
  { "declined-by-me", "add Ada <ada@x.org>", "Lunch <ada@x.org> <!me@x.org>", "", NULL, "me@x.org",
    "" },
  { "accepted-by-me", "add Ada <ada@x.org>", "Lunch <ada@x.org> <me@x.org>", "", NULL, "me@x.org",
    "Ada" },
  { "my-own-card", "add Ada <ada@x.org>\nput b/1 u1 Me <me@x.org>", "Lunch <ada@x.org> <me@x.org>",
    "", NULL, "me@x.org", "Ada" },
  { "owner", "add Ada", "Rome", "", "Ada", NULL, "Ada" },
  { "owner-from-a-card", "put b/1 u1 Ada", "Rome", "", "Ada", NULL, "Ada" },
  { "owner-whose-card-comes-later", "", "Rome", "put b/1 u1 Ada", "Ada", NULL, "Ada" },
  { "owner-who-is-added-later", "", "Rome", "add Ada", "Ada", NULL, "Ada" },
  { "owner-who-is-nobody", "add Ada", "Rome", "", "Zoe", NULL, "" },
  { "owner-who-is-two", "add Ada\nadd Ada", "Rome", "", "Ada", NULL, "" },
  { "owner-whose-name-is-two-now", "add Ada", "Rome", "add Ada", "Ada", NULL, "" },
  { "added-later", "", "Lunch with Ada", "add Ada", NULL, NULL, "Ada" },
  { "card-later", "", "Lunch <ada@x.org>", "put b/1 u1 Ada <ada@x.org>", NULL, NULL, "Ada" },
  { "card-gone", "put b/1 u1 Ada <ada@x.org>", "Lunch <ada@x.org>", "rm b/1", NULL, NULL, "" },
  { "card-gone-of-one-noted", "put b/1 u1 Ada <ada@x.org>\nnote Ada", "Lunch <ada@x.org>", "rm b/1",
    NULL, NULL, "Ada" },
  { "address-changed", "put b/1 u1 Ada <ada@x.org>", "Lunch <a@x.org>", "put b/1 u1 Ada <a@x.org>",
    NULL, NULL, "Ada" },
  { "after-a-restart", "add Ada", "Lunch with Ada", "restart", NULL, NULL, "Ada" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  LinkWorld world;
  g_autofree char *people = NULL;

  link_world_init (&world);
  link_world_do (&world, c->before);
  set (&world, "cal", c->owner, c->mine);
  link_world_put_event (&world, "cal/1", new_event ("e", c->event));
  link_world_settle (&world);
  link_world_do (&world, c->after);
  people = link_world_tell_event (&world, "e");
  g_assert_cmpstr (people, ==, c->people);
  link_world_clear (&world);
}

/* Nobody attends as often as oneself. */
static void
test_guesses_mine (void)
{
  LinkWorld world;
  g_auto (GStrv) mine = NULL;
  g_autofree char *people = NULL;

  link_world_init (&world);
  link_world_do (&world, "put b/1 u1 Ada <ada@x.org>;u2 Me <me@x.org>");
  for (int i = 0; i < 6; i++) {
    g_autofree char *uid = g_strdup_printf ("e%d", i);
    g_autofree char *path = g_strdup_printf ("cal/%d", i);
    g_autofree char *words = g_strdup_printf ("Talk <me@x.org> <guest%d@x.org>", i);

    link_world_put_event (&world, path,
                          new_event (uid, i > 0 ? words
                                                : "Lunch <!me@x.org> "
                                                  "<ada@x.org>"));
  }
  aufait_linker_take_change (world.linker, NULL);
  link_world_settle (&world);
  mine = aufait_directory_list_mine (world.directory);
  g_assert_cmpuint (g_strv_length (mine), ==, 1);
  g_assert_cmpstr (mine[0], ==, "me@x.org");
  people = link_world_tell_event (&world, "e0");
  g_assert_cmpstr (people, ==, "");
  g_clear_pointer (&people, g_free);
  people = link_world_tell_event (&world, "e1");
  g_assert_cmpstr (people, ==, "");
  link_world_clear (&world);
}

/* All events are linked once, not again for each card that is read. */
static void
test_waits_for_all_files (void)
{
  LinkWorld world;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  link_world_init (&world);
  link_world_put_event (&world, "cal/e", new_event ("e", "Lunch with Ada"));
  link_world_settle (&world);
  link_world_put (&world, "book/ada", "a Ada");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_false (aufait_linker_is_settled (world.linker));
  before = link_world_tell_event (&world, "e");
  g_assert_cmpstr (before, ==, "");
  aufait_linker_take_settled (world.linker);
  link_world_settle (&world);
  after = link_world_tell_event (&world, "e");
  g_assert_cmpstr (after, ==, "Ada");
  link_world_clear (&world);
}

/* A file that is written anew while everything is gone through is not passed over. */
static void
test_misses_no_file (void)
{
  LinkWorld world;
  g_autofree char *people = NULL;

  link_world_init (&world);
  link_world_do (&world, "add Ada\nadd Bob");
  for (int i = 0; i < 300; i++) {
    g_autofree char *uid = g_strdup_printf ("e%d", i);
    g_autofree char *path = g_strdup_printf ("cal/%d", i);

    link_world_put_event (&world, path, new_event (uid, "Lunch with Ada"));
  }
  link_world_settle (&world);
  aufait_linker_take_change (world.linker, NULL);
  for (int i = 0; i < 4; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (aufait_linker_is_settled (world.linker));
  link_world_put_event (&world, "cal/0", new_event ("e0", "Lunch with Bob"));
  link_world_settle (&world);
  people = link_world_tell_event (&world, "e0");
  g_assert_cmpstr (people, ==, "Bob");
  link_world_clear (&world);
}

/* Adding someone whose card was linked is taken back: the card is somebody's of its own. */
static void
test_survives_an_undone_adding (void)
{
  LinkWorld world;
  g_autofree char *what = NULL;
  g_autofree char *told = NULL;
  g_autofree char *people = NULL;

  link_world_init (&world);
  link_world_do (&world, "add Ada\nput b/1 u1 Ada <ada@x.org>");
  link_world_put_event (&world, "cal/1", new_event ("e", "Lunch <ada@x.org>"));
  link_world_settle (&world);
  g_assert_true (aufait_memory_undo (world.memory, &what, NULL));
  aufait_linker_take_person (world.linker, 0);
  link_world_settle (&world);
  told = link_world_tell (&world);
  g_assert_cmpstr (told, ==, "Ada: u1");
  people = link_world_tell_event (&world, "e");
  g_assert_cmpstr (people, ==, "Ada");
  link_world_clear (&world);
}

/* Two whom the user calls one stay one, whatever is read; and two again once that is taken back. */
static void
test_keeps_what_was_said (void)
{
  LinkWorld world;
  gint64 ada, zoe;
  g_autofree char *what = NULL;
  g_autofree char *same = NULL;
  g_autofree char *fresh = NULL;
  g_autofree char *apart = NULL;
  g_autofree char *people = NULL;

  link_world_init (&world);
  link_world_do (&world, "put b/1 u1 Ada <a@x.org>\nput b/2 u2 Zoe <z@x.org>\nnote Zoe");
  link_world_put_event (&world, "cal/1", new_event ("e", "Lunch <z@x.org>"));
  link_world_settle (&world);
  ada = link_world_find (&world, "Ada");
  zoe = link_world_find (&world, "Zoe");
  g_assert_true (aufait_memory_begin (world.memory, "same", NULL));
  g_assert_true (aufait_identity_store_merge (world.memory, ada, zoe, NULL));
  g_assert_true (aufait_memory_commit (world.memory, NULL));
  aufait_linker_take_person (world.linker, 0);
  link_world_settle (&world);
  same = link_world_tell (&world);
  g_assert_cmpstr (same, ==, "Ada: u1 u2 *1");
  people = link_world_tell_event (&world, "e");
  g_assert_cmpstr (people, ==, "Ada");
  link_world_do (&world, "put b/2 u2 Zoe King <z@x.org>\nput b/2 u2 Zoe <z@x.org>\nfresh");
  fresh = link_world_tell (&world);
  g_assert_cmpstr (fresh, ==, "Ada: u1 u2 *1");
  g_assert_true (aufait_memory_undo (world.memory, &what, NULL));
  aufait_linker_take_person (world.linker, 0);
  link_world_settle (&world);
  apart = link_world_tell (&world);
  g_assert_cmpstr (apart, ==, "Ada: u1 | Zoe: u2 *1");
  link_world_clear (&world);
}

/* The next start has nothing to do again. */
static void
test_says_when_all_is_done (void)
{
  LinkWorld world;

  link_world_init (&world);
  link_world_do (&world, "put b/1 u1 Ada <ada@x.org>");
  g_assert_false (aufait_link_store_is_pending (world.books.index));
  link_world_put_event (&world, "cal/1", new_event ("e", "Lunch <ada@x.org>"));
  g_assert_true (aufait_link_store_is_pending (world.books.index));
  link_world_settle (&world);
  g_assert_false (aufait_link_store_is_pending (world.books.index));
  link_world_clear (&world);
}

static void
wait_for (LinkWorld *world, const char *expected)
{
  for (;;) {
    g_autofree char *told = link_world_tell (world);

    if (g_str_equal (told, expected))
      return;
    g_main_context_iteration (NULL, TRUE);
  }
}

/* Another program writes to the memory while cards come: nothing waits for it, when it is done they
 * are linked, all of them, and until then nothing says that everything is. */
static void
test_does_later_what_failed (void)
{
  LinkWorld world;
  g_autofree char *path = NULL;
  g_autoptr (AufaitDatabase) other = NULL;
  g_autofree char *people = NULL;
  gint64 begin;

  link_world_init (&world);
  path = g_build_filename (world.folder, "memory.db", NULL);
  other = aufait_database_open (path, NULL);
  g_assert_true (aufait_database_run (other, "BEGIN IMMEDIATE", NULL));
  link_world_put (&world, "b/1", "u1 Ada <ada@x.org>");
  link_world_put_event (&world, "cal/1", new_event ("e", "Lunch <ada@x.org>"));
  begin = g_get_monotonic_time ();
  link_world_settle (&world);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, G_USEC_PER_SEC);
  wait_for (&world, "");
  g_assert_true (aufait_link_store_is_pending (world.books.index));
  g_assert_true (aufait_database_run (other, "COMMIT", NULL));
  link_world_put (&world, "b/2", "u2 Bob");
  wait_for (&world, "Ada: u1 | Bob: u2");
  link_world_settle (&world);
  people = link_world_tell_event (&world, "e");
  g_assert_cmpstr (people, ==, "Ada");
  g_assert_false (aufait_link_store_is_pending (world.books.index));
  link_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *path = g_strdup_printf ("/linker/event/%s", CASES[i].name);

    g_test_add_data_func (path, &CASES[i], test_case);
  }
  g_test_add_func ("/linker/guesses-which-addresses-are-mine", test_guesses_mine);
  g_test_add_func ("/linker/misses-no-file", test_misses_no_file);
  g_test_add_func ("/linker/waits-for-all-files", test_waits_for_all_files);
  g_test_add_func ("/linker/survives-an-undone-adding", test_survives_an_undone_adding);
  g_test_add_func ("/linker/keeps-what-was-said", test_keeps_what_was_said);
  g_test_add_func ("/linker/says-when-all-is-done", test_says_when_all_is_done);
  g_test_add_func ("/linker/does-later-what-failed", test_does_later_what_failed);
  return g_test_run ();
}
