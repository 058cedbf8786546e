/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aufait-tie-keeper.h"

#include "aufait-cadence-store.h"
#include "aufait-contact-store.h"
#include "aufait-event-store.h"
#include "aufait-index-private.h"
#include "aufait-person-store.h"
#include "aufait-tie-store.h"
#include "link-world.h"

#define N_PEOPLE 5
#define DAY_SECS (24 * 3600)

/* A link world with a keeper on top, and a time of its own. */
typedef struct {
  LinkWorld links;
  AufaitTieKeeper *keeper;
  GDateTime *now;
  gint64 people[N_PEOPLE];
  GArray *told; /* ids (gint64) that the keeper told of last */
  guint n_events;
  guint n_commands; /* that can be taken back */
} World;

static void
on_told (AufaitTieKeeper *keeper, const GArray *ids, World *world)
{
  g_array_append_vals (world->told, ids->data, ids->len);
}

static void
on_linked (AufaitLinker *linker, const GArray *people, const GArray *files, World *world)
{
  aufait_tie_keeper_take_links (world->keeper);
}

static void
start_keeper (World *world)
{
  world->keeper = aufait_tie_keeper_new (world->links.directory);
  g_signal_connect (world->keeper, "changed", G_CALLBACK (on_told), world);
  g_signal_connect (world->links.linker, "changed", G_CALLBACK (on_linked), world);
  aufait_tie_keeper_take_now (world->keeper, world->now);
}

static void
settle (World *world)
{
  g_array_set_size (world->told, 0);
  link_world_settle (&world->links);
  while (!aufait_tie_keeper_is_settled (world->keeper))
    g_main_context_iteration (NULL, FALSE);
}

static void
init (World *world)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");

  *world = (World){ 0 };
  link_world_init (&world->links);
  world->told = g_array_new (FALSE, FALSE, sizeof (gint64));
  world->now = aufait_day_at (aufait_day_new (2026, 3, 2), 9 * 3600, zone);
  for (guint i = 0; i < N_PEOPLE; i++) {
    g_autofree char *words = g_strdup_printf ("Person%c <p%u@x.org>", 'A' + (char) i, i);

    world->people[i] = link_world_add (&world->links, words);
  }
  start_keeper (world);
  settle (world);
}

static void
clear (World *world)
{
  g_clear_object (&world->keeper);
  link_world_clear (&world->links);
  g_array_unref (world->told);
  g_date_time_unref (world->now);
}

static void
restart (World *world)
{
  g_clear_object (&world->keeper);
  link_world_stop (&world->links);
  link_world_start (&world->links);
  start_keeper (world);
}

static AufaitDay
get_today (const World *world)
{
  return aufait_day_from_date_time (world->now);
}

static void
move_on (World *world, int days)
{
  GDateTime *next = g_date_time_add_days (world->now, days);

  g_date_time_unref (world->now);
  world->now = next;
  aufait_tie_keeper_take_now (world->keeper, world->now);
}

/* --- what is done --------------------------------------------------------------------------- */

static void
begin (World *world, const char *what)
{
  g_assert_true (aufait_memory_begin (world->links.memory, what, NULL));
  world->n_commands++;
}

static void
commit (World *world)
{
  g_assert_true (aufait_memory_commit (world->links.memory, NULL));
}

static void
log_contact (World *world, AufaitContactHow how, AufaitDay on, gboolean from_them, gint64 person)
{
  g_autoptr (AufaitContact) contact = aufait_contact_new (how, on);

  contact->is_from_them = from_them;
  g_ptr_array_add (contact->people, aufait_ref_new (person, "?"));
  begin (world, "met");
  g_assert_true (aufait_contact_store_add (world->links.memory, contact, NULL));
  commit (world);
  aufait_tie_keeper_take_contact (world->keeper, contact);
}

static void
set_cadence (World *world, gint64 person, const char *circle, int days)
{
  begin (world, "every");
  g_assert_true (aufait_cadence_store_set (world->links.memory, person, circle, days,
                                           get_today (world), NULL));
  commit (world);
  aufait_tie_keeper_take_person (world->keeper, person);
}

static void
undo (World *world)
{
  if (world->n_commands == 0)
    return;
  world->n_commands--;
  g_assert_true (aufait_memory_undo (world->links.memory, NULL, NULL));
  aufait_tie_keeper_take_person (world->keeper, 0);
}

/* An event of @file that began so many hours from now, with the people of the bits of @who. */
static AufaitEvent *
new_event (World *world, int hours, guint who)
{
  gint64 start = g_date_time_to_unix (world->now) + hours * (gint64) 3600;
  g_autofree char *uid = g_strdup_printf ("e%u", world->n_events++);
  AufaitEvent *event = index_fixture_new_event (uid, start, start + 3600);

  for (guint i = 0; i < N_PEOPLE; i++) {
    g_autofree char *email = g_strdup_printf ("p%u@x.org", i);

    if ((who & (1u << i)) != 0)
      g_ptr_array_add (event->attendees, aufait_attendee_new (email, NULL));
  }
  return event;
}

static void
put_event (World *world, const char *file, int hours, guint who)
{
  link_world_put_event (&world->links, file, new_event (world, hours, who));
}

/* --- by brute force ------------------------------------------------------------------------- */

static int
compare_contacts (gconstpointer a, gconstpointer b)
{
  return ((const AufaitTieContact *) a)->on - ((const AufaitTieContact *) b)->on;
}

static GArray *
gather (World *world, gint64 person)
{
  GTimeZone *zone = g_date_time_get_timezone (world->now);
  gint64 now = g_date_time_to_unix (world->now);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (AufaitTieContact));
  g_autoptr (GPtrArray) logged =
      aufait_contact_store_list_with (world->links.memory, person, 100000, NULL);
  g_autoptr (GPtrArray) events =
      aufait_event_store_list_of_person (world->links.books.index, person, get_today (world) - 4000,
                                         get_today (world) + 4000, zone, NULL);

  for (guint i = 0; i < logged->len; i++) {
    const AufaitContact *each = logged->pdata[i];
    AufaitTieContact contact = { each->on, each->how, each->is_from_them };

    g_array_append_val (all, contact);
  }
  for (guint i = 0; i < events->len; i++) {
    const AufaitEvent *event = events->pdata[i];
    AufaitTieContact contact = { .how = AUFAIT_CONTACT_EVENT };
    AufaitDay last;

    aufait_event_get_days (event, zone, &contact.on, &last);
    if (!event->all_day && !event->cancelled && event->end <= now)
      g_array_append_val (all, contact);
  }
  g_array_sort (all, compare_contacts);
  return all;
}

static void
assert_near (double found, double expected)
{
  g_assert_cmpfloat_with_epsilon (found, expected, 1e-9 * (1 + expected));
}

static void
check_person (World *world, gint64 id)
{
  AufaitDay today = get_today (world);
  g_autoptr (GArray) all = gather (world, id);
  AufaitTie expected = aufait_tie_build ((gpointer) all->data, all->len, today);
  g_autoptr (AufaitPerson) person = aufait_person_store_get (world->links.memory, id, NULL);
  int period = aufait_cadence_get_period (aufait_directory_get_cadence (world->links.directory),
                                          person->circle, person->cadence_days);
  const AufaitCadenceQuestion question = { period, person->cadence_days > 0, expected.last_on, id,
                                           person->cadence_on };
  AufaitTieStoreRow row = { 0 };
  AufaitTie found;

  aufait_tie_store_get (world->links.books.index, id, &row, NULL);
  found = aufait_tie_state_read (&row.state, today);
  g_assert_cmpuint (found.n_days, ==, expected.n_days);
  g_assert_cmpint (found.last_on, ==, expected.last_on);
  g_assert_cmpint (found.usual_gap_days, ==, expected.usual_gap_days);
  assert_near (found.mine, expected.mine);
  assert_near (found.theirs, expected.theirs);
  if (row.person_id != 0)
    g_assert_cmpint (row.checkin_on, ==, aufait_cadence_find_checkin (&question, row.as_of));
  else
    g_assert_cmpint (aufait_cadence_find_checkin (&question, today), ==, AUFAIT_DAY_NONE);
  if (row.checkin_on != AUFAIT_DAY_NONE)
    g_assert_cmpint (row.checkin_on, >=, today - AUFAIT_CADENCE_WINDOW_DAYS);
  g_assert_cmpint (row.drift_on, ==,
                   person->cadence_days == AUFAIT_CADENCE_NEVER ? AUFAIT_DAY_NONE
                                                                : expected.drifts_on);
}

static void
check (World *world)
{
  settle (world);
  for (guint i = 0; i < N_PEOPLE; i++)
    check_person (world, world->people[i]);
}

/* --- small random worlds -------------------------------------------------------------------- */

static const char *const CIRCLES[] = { NULL, "inner", "close", "friends", "wider" };
static const AufaitContactHow HOWS[] = { AUFAIT_CONTACT_MET, AUFAIT_CONTACT_CALLED,
                                         AUFAIT_CONTACT_WROTE };

static void
put_any_event (World *world)
{
  g_autofree char *file = g_strdup_printf ("mine/f%d", g_test_rand_int_range (0, 6));
  int hours = g_test_rand_int_range (-2000, 200);
  AufaitEvent *event = new_event (world, hours, (guint) g_test_rand_int_range (0, 32));

  event->cancelled = g_test_rand_int_range (0, 6) == 0;
  if (g_test_rand_int_range (0, 6) == 0) {
    event->all_day = TRUE;
    event->first = event->last = get_today (world) + hours / 24;
  }
  link_world_put_event (&world->links, file, event);
}

static void
do_something (World *world)
{
  gint64 person = world->people[g_test_rand_int_range (0, N_PEOPLE)];

  switch (g_test_rand_int_range (0, 9)) {
  case 0:
  case 1:
    log_contact (world, HOWS[g_test_rand_int_range (0, 3)], get_today (world), g_test_rand_bit (),
                 person);
    break;
  case 2:
    log_contact (world, HOWS[g_test_rand_int_range (0, 3)],
                 get_today (world) - g_test_rand_int_range (0, 400), g_test_rand_bit (), person);
    break;
  case 3:
  case 4:
    put_any_event (world);
    break;
  case 5:
    set_cadence (world, person, CIRCLES[g_test_rand_int_range (0, 5)],
                 g_test_rand_int_range (-1, 40));
    break;
  case 6:
    undo (world);
    break;
  case 7:
    move_on (world, g_test_rand_int_range (1, 12));
    break;
  default:
    restart (world);
  }
}

static void
test_brute_force (void)
{
  World world;

  init (&world);
  for (int i = 0; i < 250; i++) {
    do_something (&world);
    if (g_test_rand_bit ())
      check (&world);
  }
  check (&world);
  clear (&world);
}

/* --- one by one ----------------------------------------------------------------------------- */

static AufaitTieStoreRow
get_row (World *world, guint i)
{
  AufaitTieStoreRow row = { 0 };

  settle (world);
  aufait_tie_store_get (world->links.books.index, world->people[i], &row, NULL);
  return row;
}

static void
test_nothing_known (void)
{
  World world;

  init (&world);
  g_assert_cmpint (get_row (&world, 0).person_id, ==, 0);
  set_cadence (&world, world.people[0], "close", AUFAIT_CADENCE_AUTO);
  g_assert_cmpint (get_row (&world, 0).checkin_on, >, get_today (&world));
  set_cadence (&world, world.people[0], "close", AUFAIT_CADENCE_NEVER);
  g_assert_cmpint (get_row (&world, 0).person_id, ==, 0);
  clear (&world);
}

/* What is near is told, once. */
static void
test_tells (void)
{
  World world;

  init (&world);
  log_contact (&world, AUFAIT_CONTACT_MET, get_today (&world), FALSE, world.people[1]);
  settle (&world);
  g_assert_cmpuint (world.told->len, ==, 0);
  set_cadence (&world, world.people[1], NULL, 10);
  settle (&world);
  g_assert_cmpuint (world.told->len, ==, 1);
  g_assert_cmpint (g_array_index (world.told, gint64, 0), ==, world.people[1]);
  set_cadence (&world, world.people[1], NULL, 90);
  settle (&world);
  g_assert_cmpuint (world.told->len, ==, 0);
  clear (&world);
}

/* An event counts once it is over, from the next day on. */
static void
test_event_ends (void)
{
  World world;

  init (&world);
  put_event (&world, "mine/a", 5, 1u << 2);
  g_assert_cmpuint (get_row (&world, 2).state.n_days, ==, 0);
  move_on (&world, 1);
  g_assert_cmpuint (get_row (&world, 2).state.n_days, ==, 1);
  put_event (&world, "mine/a", -48, 1u << 3);
  g_assert_cmpuint (get_row (&world, 2).state.n_days, ==, 0);
  g_assert_cmpuint (get_row (&world, 3).state.n_days, ==, 1);
  link_world_remove (&world.links, "mine/a");
  g_assert_cmpuint (get_row (&world, 3).state.n_days, ==, 0);
  clear (&world);
}

/* They were away then, wherever it stands. */
static void
test_trip (void)
{
  World world;
  AufaitEvent *event = NULL;
  g_autofree char *name = NULL;

  init (&world);
  name = aufait_person_store_dup_name (world.links.memory, world.people[2], NULL);
  event = new_event (&world, -48, 1u << 2);
  g_free (event->summary);
  event->summary = g_strdup_printf ("%s on holiday", name);
  event->end = event->start + 30 * 3600;
  link_world_put_event (&world.links, "mine/a", event);
  put_event (&world, "mine/b", -96, 1u << 2);
  g_assert_cmpuint (get_row (&world, 2).state.n_days, ==, 1);
  clear (&world);
}

static void
test_settings (void)
{
  AufaitCadence cadence = aufait_cadence_get_default ();
  World world;
  AufaitDay met;

  init (&world);
  met = get_today (&world);
  log_contact (&world, AUFAIT_CONTACT_MET, met, FALSE, world.people[0]);
  set_cadence (&world, world.people[0], "close", AUFAIT_CADENCE_AUTO);
  g_assert_cmpint (get_row (&world, 0).checkin_on, ==, met + 30);
  cadence.days[AUFAIT_CADENCE_CLOSE] = 14;
  aufait_directory_set_cadence (world.links.directory, cadence);
  aufait_tie_keeper_take_links (world.keeper);
  g_assert_cmpint (get_row (&world, 0).checkin_on, ==, met + 14);
  clear (&world);
}

/* Nobody is asked after who is dead; a card that was wrong is put right. */
static void
test_dead (void)
{
  World world;

  init (&world);
  link_world_put (&world.links, "cards/a", "u1 PersonA <p0@x.org>");
  set_cadence (&world, world.people[0], "inner", AUFAIT_CADENCE_AUTO);
  g_assert_cmpint (get_row (&world, 0).checkin_on, !=, AUFAIT_DAY_NONE);
  link_world_put (&world.links, "cards/a", "u1 PersonA <p0@x.org> =dead");
  g_assert_cmpint (get_row (&world, 0).checkin_on, ==, AUFAIT_DAY_NONE);
  link_world_put (&world.links, "cards/a", "u1 PersonA <p0@x.org>");
  g_assert_cmpint (get_row (&world, 0).checkin_on, !=, AUFAIT_DAY_NONE);
  clear (&world);
}

/* Whether the index says that it may have been written to since it was closed. */
static gboolean
is_written_to (World *world)
{
  gint64 is_clean = 0;

  g_assert_true (aufait_database_ask (aufait_index_get_database (world->links.books.index),
                                      "SELECT value = '' FROM state WHERE what = 'boot'", &is_clean,
                                      NULL));
  return !is_clean;
}

/* A start with nothing new looks at nobody, and writes nothing. */
static void
test_start (void)
{
  World world;

  init (&world);
  log_contact (&world, AUFAIT_CONTACT_MET, get_today (&world), FALSE, world.people[0]);
  set_cadence (&world, world.people[0], NULL, 5);
  settle (&world);
  restart (&world);
  settle (&world);
  g_assert_cmpuint (world.told->len, ==, 0);
  g_assert_false (is_written_to (&world));
  log_contact (&world, AUFAIT_CONTACT_MET, get_today (&world), FALSE, world.people[1]);
  settle (&world);
  g_assert_true (is_written_to (&world));
  clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tie-keeper/keeps-nothing-where-nothing-is-known", test_nothing_known);
  g_test_add_func ("/tie-keeper/tells-who-is-near", test_tells);
  g_test_add_func ("/tie-keeper/counts-events-that-are-over", test_event_ends);
  g_test_add_func ("/tie-keeper/counts-no-trip", test_trip);
  g_test_add_func ("/tie-keeper/follows-the-settings", test_settings);
  g_test_add_func ("/tie-keeper/lets-the-dead-rest", test_dead);
  g_test_add_func ("/tie-keeper/starts-with-what-is-there", test_start);
  g_test_add_func ("/tie-keeper/agrees-with-brute-force", test_brute_force);
  return g_test_run ();
}
