/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the index does not take of a tie is not lost. */
#include "aufait-tie-keeper.h"

#include "aufait-contact-store.h"
#include "aufait-database.h"
#include "aufait-tie-store.h"
#include "link-world.h"

static void
settle (LinkWorld *world, AufaitTieKeeper *keeper)
{
  link_world_settle (world);
  while (!aufait_tie_keeper_is_settled (keeper))
    g_main_context_iteration (NULL, FALSE);
}

static void
meet (LinkWorld *world, AufaitTieKeeper *keeper, AufaitDay on, gint64 person)
{
  g_autoptr (AufaitContact) contact = aufait_contact_new (AUFAIT_CONTACT_MET, on);

  g_ptr_array_add (contact->people, aufait_ref_new (person, "?"));
  g_assert_true (aufait_memory_begin (world->memory, "met", NULL));
  g_assert_true (aufait_contact_store_add (world->memory, contact, NULL));
  g_assert_true (aufait_memory_commit (world->memory, NULL));
  aufait_tie_keeper_take_contact (keeper, contact);
}

/* Another program writes to the index while somebody is met: it is kept once that is done. */
static void
test_does_later_what_failed (void)
{
  LinkWorld world;
  AufaitTieStoreRow row = { 0 };
  AufaitDay today = aufait_day_new (2026, 3, 2);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (GDateTime) now = aufait_day_at (today, 9 * 3600, zone);
  g_autoptr (AufaitTieKeeper) keeper = NULL;
  g_autoptr (AufaitDatabase) other = NULL;
  g_autofree char *path = NULL;
  gint64 ada;

  link_world_init (&world);
  ada = link_world_add (&world, "Ada");
  keeper = aufait_tie_keeper_new (world.directory);
  aufait_tie_keeper_take_now (keeper, now);
  settle (&world, keeper);
  path = g_build_filename (world.folder, "index.db", NULL);
  other = aufait_database_open (path, NULL);
  g_assert_true (aufait_database_run (other, "BEGIN IMMEDIATE", NULL));
  meet (&world, keeper, today, ada);
  settle (&world, keeper);
  g_assert_true (aufait_database_run (other, "COMMIT", NULL));
  while (row.person_id == 0) {
    g_main_context_iteration (NULL, TRUE);
    aufait_tie_store_get (world.books.index, ada, &row, NULL);
  }
  g_assert_cmpint (aufait_tie_state_read (&row.state, today).last_on, ==, today);
  g_clear_object (&keeper);
  link_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tie-keeper-mishaps/does-later-what-failed", test_does_later_what_failed);
  return g_test_run ();
}
