/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is linked anew after each change is what would be linked if nothing had been before: small
 * worlds in which all names are alike. */
#include "aufait-card-match.h"
#include "aufait-card-store.h"
#include "aufait-directory.h"
#include "aufait-identity-store.h"
#include "aufait-link-store.h"
#include "aufait-person-store.h"
#include "aufait-tie-keeper.h"
#include "aufait-tie-store.h"
#include "link-world.h"

#define N_WORLDS 5
#define N_STEPS  40
#define N_EVENTS 14
#define N_FILES  6

typedef struct {
  LinkWorld links;
  AufaitTieKeeper *keeper;
  GDateTime *now;
  GRand *dice;
  GString *story; /* what was done, for who has to find out why it is not right */
} World;

static const char *const GIVEN[] = { "Marie", "Marie", "Zoé",  "Zoe",   "Jean-Luc",
                                     "Rose",  "J.",    "Paul", "marié", "Paule" };
static const char *const FAMILY[] = { "Curie", "Petit", "de Gaulle", "O'Brien", "Marie",
                                      "Rose",  "May",   "de la Rue", "Curie" };
static const char *const EMAILS[] = { "a@x.org", "b@x.org", "c@x.org", "d@x.org", "me@x.org" };
static const char *const WORDS[] = { "Lunch", "with", "et",  "Rose", "garden", "2",
                                     "@2",    "the",  "May", "12",   "chez",   "Gaulle",
                                     "brien", "Luc",  "/",   "." };

static guint
roll (World *world, guint n)
{
  return (guint) g_rand_int_range (world->dice, 0, (gint32) n);
}

#define PICK(world, list) list[roll (world, G_N_ELEMENTS (list))]

/* --- the world ------------------------------------------------------------------------------ */

static void
on_linked (AufaitLinker *linker, const GArray *people, const GArray *files, World *world)
{
  aufait_tie_keeper_take_links (world->keeper);
}

static void
set_owner (World *world)
{
  g_autoptr (AufaitSourceSettings) settings = aufait_source_settings_new ();
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_string (file, "calendar hers", "person", "Marie Curie");
  g_key_file_set_string (file, "sources", "mine", "me@x.org");
  aufait_source_settings_read (settings, file, NULL, NULL);
  aufait_linker_set_settings (world->links.linker, settings);
}

static void
start (World *world)
{
  world->keeper = aufait_tie_keeper_new (world->links.directory);
  g_signal_connect (world->links.linker, "changed", G_CALLBACK (on_linked), world);
  aufait_tie_keeper_take_now (world->keeper, world->now);
  set_owner (world);
}

static void
settle (World *world)
{
  link_world_settle (&world->links);
  while (!aufait_tie_keeper_is_settled (world->keeper))
    g_main_context_iteration (NULL, FALSE);
}

static void
restart (World *world)
{
  g_clear_object (&world->keeper);
  link_world_stop (&world->links);
  link_world_start (&world->links);
  start (world);
}

/* --- what is written ------------------------------------------------------------------------ */

static char *
dup_name (World *world)
{
  switch (roll (world, 6)) {
  case 0:
    return g_strdup (PICK (world, GIVEN));
  case 1:
    return g_strdup_printf ("%s %s %s", PICK (world, GIVEN), PICK (world, GIVEN),
                            PICK (world, FAMILY));
  default:
    return g_strdup_printf ("%s %s", PICK (world, GIVEN), PICK (world, FAMILY));
  }
}

static char *
dup_card (World *world)
{
  g_autofree char *name = dup_name (world);
  GString *card = g_string_new (NULL);

  g_string_printf (card, "u%u %s", roll (world, 9), name);
  while (roll (world, 2) == 0)
    g_string_append_printf (card, " <%s>", PICK (world, EMAILS));
  if (roll (world, 12) == 0)
    g_string_append (card, " =dead");
  if (roll (world, 12) == 0)
    g_string_append (card, " =org");
  return g_string_free (card, FALSE);
}

static char *
dup_text (World *world, guint n)
{
  GString *text = g_string_new (PICK (world, WORDS));

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = dup_name (world);

    switch (roll (world, 8)) {
    case 0:
      g_string_append_printf (text, " %s", PICK (world, EMAILS));
      break;
    case 1:
      g_string_append_printf (text, " @%s", name);
      break;
    case 2:
    case 3:
    case 4:
      g_string_append_printf (text, " %s", name);
      break;
    default:
      g_string_append_printf (text, " %s", PICK (world, WORDS));
    }
  }
  return g_string_free (text, FALSE);
}

static AufaitEvent *
new_event (World *world, guint number)
{
  g_autofree char *uid = g_strdup_printf ("e%u", number);
  g_autofree char *summary = dup_text (world, roll (world, 4));
  AufaitEvent *event = aufait_event_new (uid, summary);
  AufaitDay day = aufait_day_from_date_time (world->now) - (AufaitDay) roll (world, 200) + 20;

  event->description = roll (world, 2) == 0 ? dup_text (world, roll (world, 8)) : NULL;
  event->start = (day - aufait_day_new (1970, 1, 1)) * G_GINT64_CONSTANT (86400) + 36000;
  event->end = event->start + 3600;
  while (roll (world, 2) == 0) {
    g_autofree char *name = roll (world, 3) == 0 ? NULL : dup_name (world);
    AufaitAttendee *attendee =
        aufait_attendee_new (roll (world, 4) == 0 ? NULL : PICK (world, EMAILS), name);

    attendee->declined = roll (world, 5) == 0;
    g_ptr_array_add (event->attendees, attendee);
  }
  return event;
}

/* --- what is done --------------------------------------------------------------------------- */

static void
put_card (World *world)
{
  g_autofree char *path = g_strdup_printf ("b%u/c", roll (world, N_FILES));
  g_autofree char *one = dup_card (world);
  g_autofree char *two = dup_card (world);
  g_autofree char *cards =
      roll (world, 3) == 0 ? g_strdup (one) : g_strdup_printf ("%s;%s", one, two);

  g_string_append_printf (world->story, "put %s %s\n", path, cards);
  link_world_put (&world->links, path, cards);
}

static void
remove_card (World *world)
{
  g_autofree char *path = g_strdup_printf ("b%u/c", roll (world, N_FILES));

  g_string_append_printf (world->story, "rm %s\n", path);
  link_world_remove (&world->links, path);
}

static void
put_event (World *world)
{
  guint number = roll (world, N_EVENTS);
  g_autofree char *path = g_strdup_printf ("%s/%u", number % 5 == 0 ? "hers" : "mine", number);
  AufaitEvent *event = new_event (world, number);

  g_string_append_printf (world->story, "event %u %s | %s", number, event->summary,
                          event->description != NULL ? event->description : "");
  for (guint i = 0; i < event->attendees->len; i++) {
    const AufaitAttendee *attendee = event->attendees->pdata[i];

    g_string_append_printf (world->story, " | %s%s <%s>", attendee->declined ? "!" : "",
                            attendee->name != NULL ? attendee->name : "",
                            attendee->email != NULL ? attendee->email : "");
  }
  g_string_append_c (world->story, '\n');
  link_world_put_event (&world->links, path, event);
}

static void
remove_event (World *world)
{
  guint number = roll (world, N_EVENTS);
  g_autofree char *path = g_strdup_printf ("%s/%u", number % 5 == 0 ? "hers" : "mine", number);

  g_string_append_printf (world->story, "no event %u\n", number);
  link_world_remove (&world->links, path);
}

static void
take_person (World *world, gint64 id)
{
  aufait_linker_take_person (world->links.linker, id);
  aufait_tie_keeper_take_person (world->keeper, id);
}

static void
add_person (World *world)
{
  g_autofree char *name = dup_name (world);
  g_autofree char *nickname = dup_name (world);
  g_autoptr (AufaitPerson) person = aufait_person_new (name);
  const char *nicknames[] = { nickname, NULL };
  const char *emails[] = { PICK (world, EMAILS), NULL };

  if (roll (world, 2) == 0) {
    g_strfreev (person->nicknames);
    person->nicknames = g_strdupv ((GStrv) nicknames);
  }
  if (roll (world, 2) == 0) {
    g_strfreev (person->emails);
    person->emails = g_strdupv ((GStrv) emails);
  }
  /* Who adds someone looks first whether there is one of that name. */
  aufait_directory_get_names (world->links.directory, NULL);
  g_string_append_printf (world->story, "add %s (%s) <%s>\n", name,
                          person->nicknames[0] != NULL ? nickname : "",
                          person->emails[0] != NULL ? emails[0] : "");
  g_assert_true (aufait_memory_begin (world->links.memory, "add", NULL));
  g_assert_true (aufait_person_store_add (world->links.memory, person, NULL));
  g_assert_true (aufait_memory_commit (world->links.memory, NULL));
  take_person (world, person->id);
}

static gint64
pick_person (World *world)
{
  g_autoptr (GPtrArray) people = aufait_person_store_list (world->links.memory, NULL, NULL);

  return people->len == 0 ? 0
                          : ((const AufaitPerson *) people->pdata[roll (world, people->len)])->id;
}

static void
merge_people (World *world)
{
  gint64 into = pick_person (world), from = pick_person (world);

  if (into == from)
    return;
  aufait_directory_get_names (world->links.directory, NULL);
  g_string_append_printf (world->story, "same %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", into,
                          from);
  g_assert_true (aufait_memory_begin (world->links.memory, "same", NULL));
  g_assert_true (aufait_identity_store_merge (world->links.memory, into, from, NULL));
  g_assert_true (aufait_memory_commit (world->links.memory, NULL));
  take_person (world, into);
  take_person (world, from);
}

static void
undo (World *world)
{
  g_autofree char *what = NULL;
  g_autoptr (GArray) people = NULL;

  aufait_directory_get_names (world->links.directory, NULL);
  if (!aufait_memory_undo_with_people (world->links.memory, &what, &people, NULL))
    return;
  g_string_append_printf (world->story, "undo %s\n", what);
  for (guint i = 0; i < people->len; i++)
    take_person (world, g_array_index (people, gint64, i));
}

/* A card is said to be somebody else's. */
static void
part_card (World *world)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree char *key = NULL, *own_key = NULL;
  gint64 one, other;

  settle (world);
  one = pick_person (world);
  other = pick_person (world);
  if (one == other)
    return;
  cards = aufait_card_store_list_of_person (world->links.books.index, one, NULL);
  if (cards->len == 0)
    return;
  aufait_directory_get_names (world->links.directory, NULL);
  key = aufait_card_match_dup_key (cards->pdata[0]);
  own_key = aufait_card_match_dup_own_key (cards->pdata[0]);
  g_string_append_printf (world->story, "apart %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n", one,
                          other, key);
  g_assert_true (aufait_memory_begin (world->links.memory, "apart", NULL));
  g_assert_true (aufait_identity_store_set (world->links.memory, key, other, TRUE, NULL));
  g_assert_true (aufait_identity_store_set (world->links.memory, own_key, other, TRUE, NULL));
  g_assert_true (aufait_memory_commit (world->links.memory, NULL));
  take_person (world, one);
  take_person (world, other);
}

static void
note (World *world)
{
  g_autoptr (GPtrArray) people = aufait_person_store_list (world->links.memory, NULL, NULL);

  if (people->len > 0)
    link_world_note (&world->links,
                     ((const AufaitPerson *) people->pdata[roll (world, people->len)])->name);
}

/* The names are let go when nothing happens for a while: from then on a few are looked up. */
static void
rest (World *world)
{
  while (!aufait_directory_release_names (world->links.directory))
    ;
}

typedef void (*Step) (World *world);

static const Step STEPS[] = {
  put_card, put_card,   put_card,     put_event, put_event, put_event,    remove_card, rest,
  restart,  add_person, merge_people, undo,      note,      remove_event, part_card,
};

/* --- what came of it ------------------------------------------------------------------------ */

static void
tell_tie (World *world, gint64 id, GString *told)
{
  AufaitTieStoreRow row = { 0 };

  if (!aufait_tie_store_get (world->links.books.index, id, &row, NULL))
    return;
  g_string_append_printf (told, "\ntie %" G_GINT64_FORMAT ": on %d, %d %d", id, row.state.on,
                          row.checkin_on, row.drift_on);
}

static char *
tell (World *world)
{
  g_autoptr (GPtrArray) people = aufait_person_store_list (world->links.memory, NULL, NULL);
  g_autofree char *cards = link_world_tell_ids (&world->links);
  GString *told = g_string_new (cards);

  for (guint i = 0; i < N_EVENTS; i++) {
    g_autofree char *uid = g_strdup_printf ("e%u", i);
    g_autofree char *names = link_world_tell_event (&world->links, uid);

    g_string_append_printf (told, "\n%s: %s", uid, names);
  }
  for (guint i = 0; i < people->len; i++)
    tell_tie (world, ((const AufaitPerson *) people->pdata[i])->id, told);
  return g_string_free (told, FALSE);
}

static void
relink_all (World *world)
{
  aufait_directory_forget_names (world->links.directory);
  aufait_linker_take_change (world->links.linker, NULL);
  aufait_tie_keeper_take_person (world->keeper, 0);
  settle (world);
}

static void
check (World *world)
{
  g_autofree char *told = tell (world);
  g_autofree char *anew = NULL;

  relink_all (world);
  anew = tell (world);
  if (!g_str_equal (told, anew))
    g_error ("%s\n--- told\n%s\n--- anew\n%s", world->story->str, told, anew);
}

static void
test_world (gconstpointer data)
{
  World world = { .dice = g_rand_new_with_seed (GPOINTER_TO_UINT (data)) };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");

  world.now = aufait_day_at (aufait_day_new (2026, 3, 2), 9 * 3600, zone);
  world.story = g_string_new (NULL);
  link_world_init (&world.links);
  start (&world);
  settle (&world);
  for (guint i = 0; i < N_STEPS; i++) {
    for (guint k = roll (&world, 3); k < 3; k++)
      PICK (&world, STEPS) (&world);
    settle (&world);
    check (&world);
  }
  g_clear_object (&world.keeper);
  link_world_clear (&world.links);
  g_date_time_unref (world.now);
  g_string_free (world.story, TRUE);
  g_rand_free (world.dice);
}

/* AUFAIT_RELINK_WORLDS: so many others. */
int
main (int argc, char **argv)
{
  const char *wanted = g_getenv ("AUFAIT_RELINK_WORLDS");
  guint n_worlds = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : N_WORLDS;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 1; i <= n_worlds; i++) {
    g_autofree char *path = g_strdup_printf ("/relink/world-%u", i);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_world);
  }
  return g_test_run ();
}
