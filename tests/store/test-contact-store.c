/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-contact-store.h"

#include "store-fixture.h"

#define DAY aufait_day_new (2026, 7, 1)

static void
add_contact (StoreFixture *fixture, AufaitContactHow how, int day, gint64 first, gint64 second)
{
  g_autoptr (AufaitContact) contact = aufait_contact_new (how, DAY + day);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (contact->people, aufait_ref_new (first, "?"));
  g_ptr_array_add (contact->people, aufait_ref_new (second, "?"));
  store_fixture_begin (fixture, "met");
  aufait_contact_store_add (fixture->memory, contact, &error);
  g_assert_no_error (error);
  g_assert_cmpint (contact->id, >, 0);
  store_fixture_commit (fixture);
}

static void
test_lists_the_last (StoreFixture *fixture, gconstpointer data)
{
  static const AufaitContactHow expected[] = { AUFAIT_CONTACT_EVENT, AUFAIT_CONTACT_WROTE,
                                               AUFAIT_CONTACT_MET };
  gint64 marie = store_fixture_add_person (fixture, "Marie");
  gint64 paul = store_fixture_add_person (fixture, "Paul");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contacts = NULL;

  add_contact (fixture, AUFAIT_CONTACT_MET, 3, paul, marie);
  add_contact (fixture, AUFAIT_CONTACT_CALLED, 1, marie, marie);
  add_contact (fixture, AUFAIT_CONTACT_WROTE, 5, marie, paul);
  add_contact (fixture, AUFAIT_CONTACT_EVENT, 5, marie, paul);
  add_contact (fixture, AUFAIT_CONTACT_MET, 9, paul, paul);
  contacts = aufait_contact_store_list_with (fixture->memory, marie, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (contacts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < contacts->len; i++) {
    const AufaitContact *contact = contacts->pdata[i];

    g_assert_cmpint (contact->how, ==, expected[i]);
    g_assert_cmpint (contact->on, ==, DAY + (i < 2 ? 5 : 3));
    g_assert_cmpuint (contact->people->len, ==, 2);
    g_assert_cmpstr (((AufaitRef *) contact->people->pdata[0])->name, ==, i < 2 ? "Marie" : "Paul");
  }
}

static void
test_refuses_unknown_people (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (AufaitContact) contact = aufait_contact_new (AUFAIT_CONTACT_MET, DAY);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (contact->people, aufait_ref_new (3, "?"));
  store_fixture_begin (fixture, "met");
  g_assert_false (aufait_contact_store_add (fixture->memory, contact, &error));
  g_assert_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED);
  aufait_memory_rollback (fixture->memory);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/contact-store/" name, StoreFixture, NULL, store_fixture_set_up, test,              \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lists-the-last", test_lists_the_last);
  ADD ("refuses-unknown-people", test_refuses_unknown_people);
  return g_test_run ();
}
