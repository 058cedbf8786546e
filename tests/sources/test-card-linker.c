/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "link-world.h"

#include <glib/gstdio.h>

#include "aufait-identity-store.h"
#include "aufait-memory-private.h"

typedef struct {
  const char *name;
  const char *steps;
  const char *told;
} Case;

static const Case CASES[] = {
  /* Who a card is. */
  { "someone-new", "put b/1 u1 Ada Byron <ada@x.org>", "Ada Byron: u1" },
  { "known-by-address", "add Ada <ada@x.org>\nput b/1 u1 Ada Byron <ADA@x.org>", "Ada: u1" },
  { "known-by-name", "add Ada Byron\nput b/1 u1 ada byron <ada@x.org>", "Ada Byron: u1" },
  { "known-by-name-with-another-address", "add Ada Byron <a@x.org>\nput b/1 u1 Ada Byron <b@x.org>",
    "Ada Byron: u1" },
  { "no-part-of-a-name", "add Ada Byron\nput b/1 u1 Ada", "Ada Byron: | Ada: u1" },
  { "two-of-that-name", "add Ada <a@x.org>\nadd Ada <b@x.org>\nput b/1 u1 Ada <c@x.org>",
    "Ada: | Ada: | Ada: u1" },
  { "two-of-that-name-and-an-address",
    "add Ada <a@x.org>\nadd Ada <b@x.org>\nput b/1 u1 Ada <b@x.org>", "Ada: | Ada: u1" },
  { "added-later", "put b/1 u1 Ada <ada@x.org>\nnote Ada", "Ada: u1 *1" },
  { "without-uid", "put b/1 - Ada <ada@x.org>\nput b/1 - Ada <ada@x.org> +123", "Ada: Ada" },
  { "companies-are-nobody", "put b/1 u1 Ada Ltd =org", "" },

  /* A family that shares an address. */
  { "family", "put b/1 u1 Ada Byron <home@x.org>;u2 Bob Byron <home@x.org>",
    "Ada Byron: u1 | Bob Byron: u2" },
  { "family-in-two-books", "put b/1 u1 Ada Byron <home@x.org>\nput c/1 u2 Bob Byron <home@x.org>",
    "Ada Byron: u1 | Bob Byron: u2" },
  { "family-known-before", "add Ada Byron <home@x.org>\nput b/1 u2 Bob Byron <home@x.org>",
    "Ada Byron: | Bob Byron: u2" },
  { "initial", "add A. Byron <ada@x.org>\nput b/1 u1 Ada Byron <ada@x.org>", "A. Byron: u1" },
  { "father-and-son",
    "put b/1 u1 Jean Dupont <d@x.org> 1950-01-01;u2 Jean Dupont <d@x.org> 1980-02-02",
    "Jean Dupont: u1 | Jean Dupont: u2" },

  /* Two cards of one. */
  { "two-books", "put b/1 u1 Ada Byron <ada@x.org>\nput c/1 u2 Ada Byron <ada@x.org>",
    "Ada Byron: u1 u2" },
  { "two-books-at-once", "&put b/1 u1 Ada Byron <ada@x.org>\nput c/1 u2 Ada Byron <ada@x.org>",
    "Ada Byron: u1 u2" },
  { "two-books-two-addresses", "&put b/1 u1 Ada Byron <a@x.org>\nput c/1 u2 Ada Byron <b@x.org>",
    "Ada Byron: u1 u2" },
  { "two-books-one-uid", "put b/1 u1 Ada <a@x.org>\nput c/1 u1 Ada <b@x.org>", "Ada: u1 u1" },
  { "two-books-two-birthdays", "put b/1 u1 Ada 1984-05-09\nput c/1 u2 Ada 1990-01-01",
    "Ada: u1 | Ada: u2" },
  { "two-books-one-birthday", "put b/1 u1 Ada 1984-05-09\nput c/1 u2 Ada --05-09", "Ada: u1 u2" },
  { "three-names-at-once",
    "put b/1 u1 Ada Byron <a@x.org> 1984-05-09;u2 Ada Byron <b@x.org> <a@x.org>;u3 Ada <a@x.org>",
    "Ada Byron: u1 u2 u3" },
  { "first-address-of-three",
    "&put b/1 u1 Ada Byron <a@x.org>\n&put c/1 u2 Ada Byron <b@x.org>\nput d/1 u3 Ada <a@x.org>",
    "Ada Byron: u1 u2 u3" },

  /* A uid that strangers share, as programs give it that number cards. */
  { "one-uid-in-one-file", "put b/1 0 Carl +0611111111;0 Dora <d@x.org>;0 Emil",
    "Carl: 0 | Dora: 0 | Emil: 0" },
  { "one-uid-in-two-books",
    "put b/1 1 Anna Martin <a@x.org>\nput c/1 1 Boris Petrov <b@x.org>\nnote Boris Petrov",
    "Anna Martin: 1 | Boris Petrov: 1 *1" },
  { "one-uid-in-two-books-at-once",
    "&put b/1 1 Anna Martin <a@x.org>\nput c/1 1 Boris Petrov <b@x.org>",
    "Anna Martin: 1 | Boris Petrov: 1" },
  { "one-uid-and-one-name-in-one-file", "put b/1 0 Jean Martin <a@x.org>;0 Jean Martin <b@x.org>",
    "Jean Martin: 0 | Jean Martin: 0" },
  { "one-uid-and-one-address", "put b/1 u1 Bob <b@x.org>\nput c/1 u1 Robert Hill <b@x.org>",
    "Robert Hill: u1 u1" },
  { "one-uid-and-one-number", "put b/1 u1 Bob +33611111111\nput c/1 u1 Robert Hill +0611111111",
    "Robert Hill: u1 u1" },
  { "one-uid-in-a-file-turned-round", "put b/1 0 Carl;0 Dora\nnote Carl\nput b/1 0 Dora;0 Carl",
    "Carl: 0 *1 | Dora: 0" },
  { "one-uid-of-one-who-was-known", "put b/1 0 Emil\nnote Emil\nput b/1 0 Carl;0 Dora;0 Emil",
    "Carl: 0 | Dora: 0 | Emil: 0 *1" },
  { "one-uid-and-the-first-goes", "put b/1 0 Carl;0 Dora\nnote Dora\nput b/1 0 Dora\nput b/2 0 Zoe",
    "Dora: 0 *1 | Zoe: 0" },
  { "one-uid-of-who-was-married-since",
    "put b/1 u1 Ada Byron\nnote Ada Byron\nput b/1 u1 Augusta King", "Augusta King: u1 *1" },
  { "one-uid-of-who-was-married-in-one-of-two-books",
    "put b/1 u1 Ada Byron\nput c/1 u1 Ada Byron\nput b/1 u1 Augusta King", "Augusta King: u1 u1" },
  { "one-uid-and-one-of-the-strangers-marries",
    "put b/1 1 Anna Martin\nput c/1 1 Boris Petrov\nnote Anna Martin\nnote Boris Petrov\n"
    "put b/1 1 Lea Roux",
    "Boris Petrov: 1 *1 | Lea Roux: 1 *1" },
  { "one-uid-of-one-added-who-was-married-since",
    "add Ada Byron\nput b/1 u1 Ada Byron\nput b/1 u1 Zoe King\nput c/1 u1 Bob Hill",
    "Ada Byron: u1 | Bob Hill: u1" },
  { "one-uid-of-two-who-are-one", "put b/1 0 Carl;0 Dora\nsame Carl = Dora\nput c/1 0 Emil",
    "Carl: 0 0 | Emil: 0" },

  /* Homonyms. */
  { "homonyms", "put b/1 u1 Jean Martin <a@x.org>\nput b/2 u2 Jean Martin <b@x.org>",
    "Jean Martin: u1 | Jean Martin: u2" },
  { "homonyms-in-one-file", "put b/1 u1 Jean Martin <a@x.org>;u2 Jean Martin <b@x.org>",
    "Jean Martin: u1 | Jean Martin: u2" },
  { "homonyms-at-once", "&put b/1 u1 Jean Martin <a@x.org>\nput b/2 u2 Jean Martin <b@x.org>",
    "Jean Martin: u1 | Jean Martin: u2" },
  { "homonyms-by-number", "put b/1 u1 Jean Martin +33611111111;u2 Jean Martin +33622222222",
    "Jean Martin: u1 | Jean Martin: u2" },
  { "one-number-two-ways",
    "put b/1 u1 Jean Martin +33611111111\nput b/2 u2 Jean Martin +0611111111",
    "Jean Martin: u1 u2" },
  { "homonyms-read-again", "put b/1 u1 Jean Martin <a@x.org>;u2 Jean Martin <b@x.org>\nfresh",
    "Jean Martin: u1 | Jean Martin: u2" },

  /* First names alone. */
  { "two-of-one-first-name-in-one-book", "put b/1 - Paul +0611111111\nput b/2 - Paul <p@x.org>",
    "Paul: Paul | Paul: Paul" },
  { "two-of-one-first-name-in-one-file", "put b/1 u1 Paul +0611111111;u2 Paul <p@x.org>",
    "Paul: u1 | Paul: u2" },
  { "two-of-one-first-name-and-one-number",
    "put b/1 u1 Paul +33611111111;u2 Paul <p@x.org> +0611111111", "Paul: u1 u2" },
  { "one-first-name-in-two-books", "put b/1 u1 Paul +0611111111\nput c/1 u2 Paul <p@x.org>",
    "Paul: u1 u2" },

  /* Cards that go. */
  { "gone", "put b/1 u1 Ada <ada@x.org>\nrm b/1", "" },
  { "gone-with-a-note", "put b/1 u1 Ada <ada@x.org>\nnote Ada\nrm b/1", "Ada: *1" },
  { "gone-of-one-added", "add Ada\nput b/1 u1 Ada <ada@x.org>\nrm b/1", "Ada:" },
  { "gone-and-back", "put b/1 u1 Ada <ada@x.org>\nnote Ada\nrm b/1\nput b/1 u1 Ada <ada@x.org>",
    "Ada: u1 *1" },
  { "gone-and-back-under-another-name",
    "put b/1 u1 Ada <ada@x.org>\nnote Ada\nrm b/1\nput b/7 u9 Ada Byron <ada@x.org>",
    "Ada Byron: u9 *1" },
  { "one-of-two-gone", "put b/1 u1 Ada <a@x.org>\nput c/1 u2 Ada <a@x.org>\nrm b/1", "Ada: u2" },
  { "both-gone", "put b/1 u1 Ada <a@x.org>\nput c/1 u2 Ada <a@x.org>\nrm b/1\nrm c/1", "" },
  { "one-of-a-file-gone", "put b/1 u1 Ada <a@x.org>;u2 Bob <b@x.org>\nput b/1 u2 Bob <b@x.org>",
    "Bob: u2" },
  { "a-file-turned-round",
    "put b/1 u1 Ada <a@x.org>;u2 Bob <b@x.org>\nnote Ada\n"
    "put b/1 u2 Bob <b@x.org>;u1 Ada <a@x.org>",
    "Ada: u1 *1 | Bob: u2" },
  { "becomes-a-company", "put b/1 u1 Ada <ada@x.org>\nput b/1 u1 Ada Ltd <ada@x.org> =org", "" },
  { "becomes-a-company-with-a-note",
    "put b/1 u1 Ada <ada@x.org>\nnote Ada\nput b/1 u1 Ada Ltd <ada@x.org> =org", "Ada: *1" },
  { "was-a-company", "put b/1 u1 Ada Ltd =org\nput b/1 u1 Ada", "Ada: u1" },
  { "renamed", "put b/1 u1 Ada Byron <ada@x.org>\nput b/1 u1 Ada King <ada@x.org>",
    "Ada King: u1" },
  { "renamed-though-added", "add Ada Byron\nput b/1 u1 Ada Byron\nput b/1 u1 Ada King",
    "Ada Byron: u1" },

  /* Cards that were edited elsewhere: another uid. */
  { "new-uid-same-file", "put b/1 u1 Ada <ada@x.org>\nnote Ada\nput b/1 u9 Ada <ada@x.org>",
    "Ada: u9 *1" },
  { "new-uid-same-file-new-name",
    "put b/1 u1 Ada Byron <ada@x.org>\nnote Ada Byron\nput b/1 u9 Augusta King <ada@x.org>",
    "Augusta King: u9 *1" },
  { "new-uid-then-removal",
    "put b/1 u1 Ada <ada@x.org>\nnote Ada\nput b/2 u9 Ada <ada@x.org>\nrm b/1", "Ada: u9 *1" },
  { "removal-then-new-uid",
    "put b/1 u1 Ada <ada@x.org>\nnote Ada\nrm b/1\nput b/2 u9 Ada <ada@x.org>", "Ada: u9 *1" },
  { "removal-and-new-uid-at-once",
    "put b/1 u1 Ada <ada@x.org>\nnote Ada\n&rm b/1\nput b/2 u9 Ada <ada@x.org>", "Ada: u9 *1" },
  { "new-uid-and-removal-at-once",
    "put b/1 u1 Ada <ada@x.org>\nnote Ada\n&put b/2 u9 Ada <ada@x.org>\nrm b/1", "Ada: u9 *1" },
  { "new-uid-new-name-at-once",
    "put b/1 u1 Ada Byron <ada@x.org>\nnote Ada Byron\n&rm b/1\nput b/2 u9 Ada King <ada@x.org>",
    "Ada King: u9 *1" },
  { "new-uid-of-nobody-noted", "put b/1 u1 Ada <ada@x.org>\n&rm b/1\nput b/2 u9 Ada <ada@x.org>",
    "Ada: u9" },
  { "new-uids-in-one-file",
    "put b/1 u1 Ada <a@x.org>;u2 Bob <b@x.org>\nnote Ada\nnote Bob\n"
    "put b/1 u8 Bob <b@x.org>;u9 Ada <a@x.org>",
    "Ada: u9 *1 | Bob: u8 *1" },
  { "another-in-its-place", "put b/1 u1 Ada <a@x.org>\nnote Ada\nput b/1 u9 Zoe <z@x.org>",
    "Ada: *1 | Zoe: u9" },
  { "new-address-in-its-place", "put b/1 u1 Ada <a@x.org>\nnote Ada\nput b/1 u9 Ada <z@x.org>",
    "Ada: u9 *1" },
  { "one-of-a-family-goes",
    "put b/1 u1 Ada Byron <home@x.org>\nput b/2 u2 Bob Byron <home@x.org>\nnote Ada Byron\nrm b/1\n"
    "put b/3 u3 Bob Byron <home@x.org>",
    "Ada Byron: *1 | Bob Byron: u2 u3" },
  { "one-of-a-family-is-new-as-another-goes",
    "put b/1 u1 Ada Byron <home@x.org>\nnote Ada Byron\n&rm b/1\n"
    "put b/3 u3 Bob Byron <home@x.org>",
    "Ada Byron: *1 | Bob Byron: u3" },

  /* Other names that they have. */
  { "nickname-on-the-card", "add Bob <bob@x.org>\nput b/1 u1 Robert Hill =nick:Bob <bob@x.org>",
    "Bob: u1" },
  { "nickname-in-the-memory", "add Nan =nick:Ana_Bell <ana@x.org>\nput b/1 u1 Ana Bell <ana@x.org>",
    "Nan: u1" },
  { "nickname-on-another-card",
    "put b/1 u1 Robert Hill =nick:Bob <bob@x.org>\nput c/1 u2 Bob <bob@x.org>",
    "Robert Hill: u1 u2" },
  { "family-with-nicknames",
    "put b/1 u1 Ada Byron =nick:Mum <home@x.org>;u2 Bob Byron =nick:Dad <home@x.org>",
    "Ada Byron: u1 | Bob Byron: u2" },
  { "same-then-gone-and-back",
    "add Nan\nnote Nan\nput b/1 u1 Ana Bell <ana@x.org>\nsame Nan = Ana Bell\nrm b/1\n"
    "put b/1 u9 Ana Bell <ana@x.org>",
    "Nan: u9 *1" },
  { "same-then-one-of-two-is-another",
    "put b/1 u1 Zoe Kane <work@x.org>\nput b/2 u2 Zoe Kane <home@x.org>\n"
    "same Zoe Kane = Zoe Kane\nrm b/2\nput b/3 u9 Zoe Kane <home@x.org>",
    "Zoe Kane: u1 u9" },

  /* Born on one day. */
  { "one-book-one-birthday",
    "put b/1 u1 Zoe Kane <a@x.org> 1984-05-09;u2 Zoe Kane <b@x.org> 1984-05-09",
    "Zoe Kane: u1 u2" },
  { "one-book-one-birthday-of-no-year",
    "put b/1 u1 Zoe Kane <a@x.org> --05-09;u2 Zoe Kane <b@x.org> --05-09",
    "Zoe Kane: u1 | Zoe Kane: u2" },

  /* Many. */
  { "restart", "put b/1 u1 Ada <a@x.org>\nnote Ada\nrestart\nput b/1 u1 Ada <b@x.org>",
    "Ada: u1 *1" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  LinkWorld world;
  g_autofree char *told = NULL;

  link_world_init (&world);
  link_world_do (&world, c->steps);
  told = link_world_tell (&world);
  g_assert_cmpstr (told, ==, c->told);
  link_world_clear (&world);
}

/* Whatever happened before: the index may be lost, and everyone stays who they are. */
static void
test_lost_index (gconstpointer data)
{
  const Case *c = data;
  LinkWorld world;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  link_world_init (&world);
  link_world_do (&world, c->steps);
  before = link_world_tell_ids (&world);
  link_world_do (&world, "fresh");
  after = link_world_tell_ids (&world);
  g_assert_cmpstr (after, ==, before);
  link_world_clear (&world);
}

static void
copy_memory (LinkWorld *world, const char *from, const char *to)
{
  g_autofree char *source = g_build_filename (world->folder, from, NULL);
  g_autofree char *target = g_build_filename (world->folder, to, NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (source, &content, &length, NULL));
  g_assert_true (g_file_set_contents (target, content, (gssize) length, NULL));
}

/* Cards are linked to ids that an older copy does not have, or gives to others. */
static void
test_older_memory (void)
{
  LinkWorld world;
  g_autofree char *told = NULL;
  g_autofree char *event = NULL;
  AufaitEvent *lunch = index_fixture_new_event ("lunch", 1000, 2000);

  link_world_init (&world);
  link_world_do (&world, "put b/1 u1 Ada <a@x.org>\nnote Ada");
  link_world_stop (&world);
  copy_memory (&world, "memory.db", "older.db");
  link_world_start (&world);
  link_world_do (&world, "add Zoe\nput b/2 u2 Bob <b@x.org>\nnote Bob\nput b/3 u3 Cy <c@x.org>");
  g_ptr_array_add (lunch->attendees, aufait_attendee_new ("b@x.org", NULL));
  link_world_put_event (&world, "cal/1", lunch);
  link_world_settle (&world);
  link_world_stop (&world);
  copy_memory (&world, "older.db", "memory.db");
  link_world_start (&world);
  link_world_settle (&world);
  told = link_world_tell (&world);
  g_assert_cmpstr (told, ==, "Ada: u1 *1 | Bob: u2 | Cy: u3");
  event = link_world_tell_event (&world, "lunch");
  g_assert_cmpstr (event, ==, "Bob");
  link_world_clear (&world);
}

/* A memory in which all cards of one uid were of one person: whose name is on a card stays. */
static void
test_older_strangers (void)
{
  LinkWorld world;
  gint64 emil;
  g_autofree char *told = NULL;

  link_world_init (&world);
  emil = link_world_add (&world, "Emil");
  link_world_note (&world, "Emil");
  g_assert_true (aufait_memory_begin (world.memory, NULL, NULL));
  g_assert_true (aufait_identity_store_set (world.memory, "uid:0", emil, FALSE, NULL));
  g_assert_true (aufait_memory_commit (world.memory, NULL));
  link_world_do (&world, "put b/1 0 Carl;0 Dora;0 Emil");
  told = link_world_tell (&world);
  g_assert_cmpstr (told, ==, "Carl: 0 | Dora: 0 | Emil: 0 *1");
  link_world_clear (&world);
}

/* A whole address book at once, over many turns, is the same as card by card. */
static void
test_large_book (void)
{
  LinkWorld world;
  gint64 n_people, n_notes;
  g_autoptr (GString) cards = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  link_world_init (&world);
  for (int i = 0; i < 300; i++)
    g_string_append_printf (cards, "%su%d Person %c%c <p%d@x.org>", i > 0 ? ";" : "", i,
                            'A' + i % 10, 'a' + i / 10 % 10, i);
  for (int i = 0; i < 300; i++)
    g_string_append_printf (cards, ";v%d Person %c%c <p%d@x.org>", i, 'A' + i % 10,
                            'a' + i / 10 % 10, i);
  link_world_put (&world, "b/1", cards->str);
  link_world_settle (&world);
  g_assert_true (aufait_memory_count (world.memory, &n_people, &n_notes, &error));
  g_assert_cmpint (n_people, ==, 300);
  link_world_remove (&world, "b/1");
  link_world_settle (&world);
  g_assert_true (aufait_memory_count (world.memory, &n_people, &n_notes, &error));
  g_assert_cmpint (n_people, ==, 0);
  index_fixture_check (&world.books);
  link_world_clear (&world);
}

/* What a card said stays known of one who was noted, and of one who was added. */
static void
test_kept_address (void)
{
  LinkWorld world;
  g_autoptr (AufaitPerson) person = NULL;
  g_autoptr (GError) error = NULL;

  link_world_init (&world);
  link_world_do (&world, "put b/1 u1 Ada <a@x.org> <b@x.org>\nnote Ada\nrm b/1");
  person = aufait_directory_get (world.directory, link_world_find (&world, "Ada"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (person->emails), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) person->emails, "a@x.org"));
  link_world_clear (&world);
}

static void
run (LinkWorld *world, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aufait_database_run (aufait_memory_get_database (world->memory), sql, &error));
  g_assert_no_error (error);
}

/* Who was added for a card and then was not has left nothing to whom gets the same number. */
static void
test_failure (void)
{
  LinkWorld world;
  GLogLevelFlags fatal;
  g_autofree char *told = NULL;

  link_world_init (&world);
  run (&world, "CREATE TEMP TRIGGER failure BEFORE INSERT ON person WHEN new.name = 'Bob'"
               " BEGIN SELECT raise (ABORT, 'no room'); END");
  fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK); /* it warns that it has given up */
  link_world_do (&world, "put b/1 u1 Ada <a@x.org>;u2 Bob");
  g_log_set_always_fatal (fatal);
  run (&world, "DROP TRIGGER failure");
  link_world_do (&world, "add Carl");
  told = link_world_tell (&world);
  g_assert_cmpstr (told, ==, "Carl:");
  link_world_clear (&world);
}

/* Nothing that was linked once is written again. */
static void
test_idle (void)
{
  LinkWorld world;
  gint64 before, after;

  link_world_init (&world);
  link_world_do (&world, "put b/1 u1 Ada <a@x.org>\nput c/1 u2 Bob");
  g_assert_true (aufait_identity_store_get_stamp (world.memory, &before, NULL));
  link_world_do (&world, "restart\nput b/1 u1 Ada <a@x.org>\nfresh");
  g_assert_true (aufait_identity_store_get_stamp (world.memory, &after, NULL));
  g_assert_cmpint (after, ==, before);
  link_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *path = g_strdup_printf ("/card-linker/%s", CASES[i].name);
    g_autofree char *lost = g_strdup_printf ("/card-linker/lost-index/%s", CASES[i].name);

    g_test_add_data_func (path, &CASES[i], test_case);
    g_test_add_data_func (lost, &CASES[i], test_lost_index);
  }
  g_test_add_func ("/card-linker/takes-an-older-memory", test_older_memory);
  g_test_add_func ("/card-linker/parts-strangers-of-an-older-memory", test_older_strangers);
  g_test_add_func ("/card-linker/takes-a-large-book", test_large_book);
  g_test_add_func ("/card-linker/keeps-addresses-of-cards-that-went", test_kept_address);
  g_test_add_func ("/card-linker/leaves-nothing-of-what-failed", test_failure);
  g_test_add_func ("/card-linker/writes-nothing-twice", test_idle);
  return g_test_run ();
}
