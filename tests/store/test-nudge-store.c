/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-nudge-store.h"

#include "store-fixture.h"

#define DAY aufait_day_new (2026, 7, 1)

static AufaitNudgeRecord *
ensure (StoreFixture *fixture, const char *key, gint64 person_id)
{
  g_autoptr (GError) error = NULL;
  AufaitNudgeRecord *record = aufait_nudge_record_new ("return", key);

  record->person_id = person_id;
  record->due_on = DAY;
  store_fixture_begin (fixture, NULL);
  g_assert_true (aufait_nudge_store_ensure (fixture->memory, record, &error));
  g_assert_no_error (error);
  store_fixture_commit (fixture);
  return record;
}

static AufaitNudgeRecord *
get (StoreFixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AufaitNudgeRecord *record = aufait_nudge_store_get (fixture->memory, id, &error);

  g_assert_no_error (error);
  return record;
}

static void
set_state (StoreFixture *fixture, gint64 id, AufaitNudgeState state)
{
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, "answer");
  g_assert_true (aufait_nudge_store_set_state (fixture->memory, id, state, &error));
  g_assert_no_error (error);
  store_fixture_commit (fixture);
}

static void
show (StoreFixture *fixture, gint64 id, gint64 at)
{
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, NULL);
  g_assert_true (aufait_nudge_store_add_showing (fixture->memory, id, at, &error));
  g_assert_no_error (error);
  store_fixture_commit (fixture);
}

static void
test_keeps_the_id_of_a_key (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  gint64 note = store_fixture_add_note (fixture, marie, "trip");
  g_autoptr (AufaitNudgeRecord) first = aufait_nudge_record_new ("return", "a");
  g_autoptr (AufaitNudgeRecord) other = ensure (fixture, "b", marie);
  g_autoptr (AufaitNudgeRecord) again = aufait_nudge_record_new ("wish", "a");
  g_autoptr (GError) error = NULL;

  first->person_id = marie;
  first->note_id = note;
  first->due_on = DAY;
  first->state = AUFAIT_NUDGE_DONE;
  store_fixture_begin (fixture, NULL);
  g_assert_true (aufait_nudge_store_ensure (fixture->memory, first, &error));
  store_fixture_commit (fixture);
  g_assert_cmpint (first->state, ==, AUFAIT_NUDGE_WAITING);
  g_assert_cmpint (first->id, !=, other->id);
  show (fixture, first->id, 1000);
  store_fixture_reopen (fixture);

  /* It is there: no transaction is needed. */
  g_assert_true (aufait_nudge_store_ensure (fixture->memory, again, &error));
  g_assert_no_error (error);
  g_assert_cmpint (again->id, ==, first->id);
  g_assert_cmpstr (again->key, ==, "a");
  g_assert_cmpstr (again->kind, ==, "return");
  g_assert_cmpint (again->person_id, ==, marie);
  g_assert_cmpint (again->note_id, ==, note);
  g_assert_cmpint (again->due_on, ==, DAY);
  g_assert_cmpint (again->state, ==, AUFAIT_NUDGE_SHOWN);
  g_assert_cmpint (again->times_shown, ==, 1);
  g_assert_cmpint (again->last_shown_at, ==, 1000);
}

static void
test_finds_none_without_an_error (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (aufait_nudge_store_find (fixture->memory, "nothing", &error));
  g_assert_no_error (error);
  g_assert_null (aufait_nudge_store_get (fixture->memory, 3, &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND);
}

static void
test_changes_nothing_that_is_not_there (StoreFixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 3; i++) {
    g_autoptr (GError) error = NULL;
    gboolean ok;

    store_fixture_begin (fixture, "answer");
    if (i == 0)
      ok = aufait_nudge_store_set_state (fixture->memory, 7, AUFAIT_NUDGE_DONE, &error);
    else if (i == 1)
      ok = aufait_nudge_store_snooze (fixture->memory, 7, 1000, &error);
    else
      ok = aufait_nudge_store_add_showing (fixture->memory, 7, 1000, &error);
    g_assert_false (ok);
    g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NOT_FOUND);
    aufait_memory_rollback (fixture->memory);
  }
}

static void
test_snoozes_and_shows (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (AufaitNudgeRecord) record =
      ensure (fixture, "a", store_fixture_add_person (fixture, "Marie"));
  g_autoptr (AufaitNudgeRecord) snoozed = NULL;
  g_autoptr (AufaitNudgeRecord) shown = NULL;

  store_fixture_begin (fixture, "snooze");
  g_assert_true (aufait_nudge_store_snooze (fixture->memory, record->id, 5000, NULL));
  store_fixture_commit (fixture);
  snoozed = get (fixture, record->id);
  g_assert_cmpint (snoozed->state, ==, AUFAIT_NUDGE_SNOOZED);
  g_assert_cmpint (snoozed->snoozed_until, ==, 5000);
  show (fixture, record->id, 5000);
  show (fixture, record->id, 6000);
  shown = get (fixture, record->id);
  g_assert_cmpint (shown->state, ==, AUFAIT_NUDGE_SHOWN);
  g_assert_cmpint (shown->snoozed_until, ==, 0);
  g_assert_cmpint (shown->times_shown, ==, 2);
  g_assert_cmpint (shown->last_shown_at, ==, 6000);
}

static void
test_lists_open_and_closed (StoreFixture *fixture, gconstpointer data)
{
  static const struct {
    AufaitNudgeState state;
    gboolean is_open;
  } rows[] = {
    { AUFAIT_NUDGE_WAITING, TRUE },  { AUFAIT_NUDGE_SHOWN, TRUE },
    { AUFAIT_NUDGE_SNOOZED, TRUE },  { AUFAIT_NUDGE_DONE, FALSE },
    { AUFAIT_NUDGE_DROPPED, FALSE }, { AUFAIT_NUDGE_EXPIRED, FALSE },
  };
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) closed = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *key = g_strdup_printf ("k%d", (int) i);
    g_autoptr (AufaitNudgeRecord) record = ensure (fixture, key, marie);

    set_state (fixture, record->id, rows[i].state);
  }
  open = aufait_nudge_store_list_open (fixture->memory, NULL);
  closed = aufait_nudge_store_list_closed (fixture->memory, 2, NULL);
  g_assert_cmpuint (open->len, ==, 3);
  for (guint i = 0; i < open->len; i++)
    g_assert_cmpint (((AufaitNudgeRecord *) open->pdata[i])->state, ==, rows[i].state);
  g_assert_cmpuint (closed->len, ==, 2);
  g_assert_cmpint (((AufaitNudgeRecord *) closed->pdata[0])->state, ==, AUFAIT_NUDGE_EXPIRED);
  g_assert_cmpint (((AufaitNudgeRecord *) closed->pdata[1])->state, ==, AUFAIT_NUDGE_DROPPED);
}

/* Takes the records. */
static void
assert_keys (GPtrArray *records, const char *expected)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append (keys, ((AufaitNudgeRecord *) records->pdata[i])->key);
  g_assert_cmpstr (keys->str, ==, expected);
  g_ptr_array_unref (records);
}

/* What waits by the day that it is due; what was shown or put off whatever its day. */
static void
test_lists_what_matters_by_a_day (StoreFixture *fixture, gconstpointer data)
{
  static const AufaitNudgeState states[] = { AUFAIT_NUDGE_WAITING, AUFAIT_NUDGE_WAITING,
                                             AUFAIT_NUDGE_SNOOZED, AUFAIT_NUDGE_SHOWN,
                                             AUFAIT_NUDGE_DONE };
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  gint64 paul = store_fixture_add_person (fixture, "Paul");
  AufaitDay next = 1;

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++) {
    g_autofree char *key = g_strdup_printf ("%c", (char) ('a' + i));
    g_autoptr (AufaitNudgeRecord) record = aufait_nudge_record_new ("wish", key);

    record->person_id = i % 2 == 0 ? marie : paul;
    record->due_on = DAY + (AufaitDay) i * 5;
    store_fixture_begin (fixture, NULL);
    g_assert_true (aufait_nudge_store_ensure (fixture->memory, record, NULL));
    g_assert_true (aufait_nudge_store_set_state (fixture->memory, record->id, states[i], NULL));
    store_fixture_commit (fixture);
  }
  assert_keys (aufait_nudge_store_list_active (fixture->memory, DAY - 1, NULL), "cd");
  assert_keys (aufait_nudge_store_list_active (fixture->memory, DAY, NULL), "acd");
  assert_keys (aufait_nudge_store_list_active (fixture->memory, DAY + 5, NULL), "abcd");
  assert_keys (aufait_nudge_store_list_open_with (fixture->memory, marie, NULL), "ac");
  assert_keys (aufait_nudge_store_list_open_with (fixture->memory, paul, NULL), "bd");
  g_assert_true (aufait_nudge_store_get_next_due (fixture->memory, DAY, &next, NULL));
  g_assert_cmpint (next, ==, DAY + 5);
  g_assert_true (aufait_nudge_store_get_next_due (fixture->memory, DAY + 5, &next, NULL));
  g_assert_cmpint (next, ==, AUFAIT_DAY_NONE);
}

static void
add_of_event (StoreFixture *fixture, const char *key, gint64 begins, gint64 until)
{
  g_autoptr (AufaitNudgeRecord) record = aufait_nudge_record_new ("brief", key);

  record->person_id = 1;
  record->due_on = DAY + (AufaitDay) begins;
  record->event = g_strdup (key);
  record->event_begins = begins;
  store_fixture_begin (fixture, NULL);
  g_assert_true (aufait_nudge_store_ensure (fixture->memory, record, NULL));
  if (until != 0)
    g_assert_true (aufait_nudge_store_snooze (fixture->memory, record->id, until, NULL));
  store_fixture_commit (fixture);
}

static void
test_tells_when_events_begin (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) instants = NULL;
  g_autoptr (GArray) others = NULL;

  store_fixture_add_person (fixture, "Marie");
  for (gint64 begins = 1; begins <= 4; begins++) {
    g_autofree char *key = g_strdup_printf ("%c", (char) ('a' + begins));

    add_of_event (fixture, key, begins, begins == 3 ? 9 : 0);
  }
  instants = aufait_nudge_store_list_instants (fixture->memory, "brief", DAY + 2, DAY + 4, NULL);
  others = aufait_nudge_store_list_instants (fixture->memory, "wish", DAY, DAY + 4, NULL);
  g_assert_cmpuint (instants->len, ==, 2);
  g_assert_cmpint (g_array_index (instants, AufaitNudgeStoreInstant, 0).begins, ==, 2);
  g_assert_cmpint (g_array_index (instants, AufaitNudgeStoreInstant, 1).due_on, ==, DAY + 4);
  g_assert_cmpuint (others->len, ==, 0);
}

/* Those whose time has come, those whose event has begun, and the next one. */
static void
test_lists_what_was_put_off (StoreFixture *fixture, gconstpointer data)
{
  static const struct {
    gint64 now;
    const char *keys;
  } rows[] = { { 10, "a" }, { 20, "ab" }, { 29, "ab" }, { 30, "abc" }, { 35, "abcd" } };

  store_fixture_add_person (fixture, "Marie");
  add_of_event (fixture, "a", 1000, 20);
  add_of_event (fixture, "b", 1000, 30);
  add_of_event (fixture, "c", 1000, 40);
  add_of_event (fixture, "d", 35, 50);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("row %d", (int) i);
    assert_keys (aufait_nudge_store_list_snoozed (fixture->memory, rows[i].now, NULL),
                 rows[i].keys);
  }
}

static void
test_lists_what_was_shown_so_often (StoreFixture *fixture, gconstpointer data)
{
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  g_autoptr (AufaitNudgeRecord) once = ensure (fixture, "a", marie);
  g_autoptr (AufaitNudgeRecord) twice = ensure (fixture, "b", marie);

  aufait_nudge_record_free (ensure (fixture, "never", marie));
  show (fixture, once->id, 100);
  show (fixture, twice->id, 100);
  show (fixture, twice->id, 200);
  assert_keys (aufait_nudge_store_list_shown (fixture->memory, 3, NULL), "ab");
  assert_keys (aufait_nudge_store_list_shown (fixture->memory, 2, NULL), "a");
}

static void
test_counts_showings (StoreFixture *fixture, gconstpointer data)
{
  static const struct {
    gint64 since;
    gint64 until;
    guint count;
    gint64 last_at;
  } rows[] = {
    { 0, 999, 0, 0 },        { 0, 1000, 1, 1000 },    { 0, 9999, 2, 3000 },
    { 1001, 2999, 1, 2000 }, { 2000, 3000, 2, 3000 }, { 3001, 9999, 0, 0 },
  };
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  g_autoptr (AufaitNudgeRecord) a = ensure (fixture, "a", marie);
  g_autoptr (AufaitNudgeRecord) b = ensure (fixture, "b", marie);

  show (fixture, a->id, 1000);
  show (fixture, b->id, 2000);
  show (fixture, a->id, 3000);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint count = 99;
    gint64 last_at = 99;

    g_test_message ("row %d", (int) i);
    g_assert_true (aufait_nudge_store_count_showings (fixture->memory, rows[i].since, rows[i].until,
                                                      &count, &last_at, NULL));
    g_assert_cmpuint (count, ==, rows[i].count);
    g_assert_cmpint (last_at, ==, rows[i].last_at);
  }
}

#define ADD(name, test)                                                                            \
  g_test_add ("/nudge-store/" name, StoreFixture, NULL, store_fixture_set_up, test,                \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("keeps-the-id-of-a-key", test_keeps_the_id_of_a_key);
  ADD ("finds-none-without-an-error", test_finds_none_without_an_error);
  ADD ("changes-nothing-that-is-not-there", test_changes_nothing_that_is_not_there);
  ADD ("snoozes-and-shows", test_snoozes_and_shows);
  ADD ("lists-open-and-closed", test_lists_open_and_closed);
  ADD ("lists-what-matters-by-a-day", test_lists_what_matters_by_a_day);
  ADD ("tells-when-events-begin", test_tells_when_events_begin);
  ADD ("lists-what-was-put-off", test_lists_what_was_put_off);
  ADD ("lists-what-was-shown-so-often", test_lists_what_was_shown_so_often);
  ADD ("counts-showings", test_counts_showings);
  return g_test_run ();
}
