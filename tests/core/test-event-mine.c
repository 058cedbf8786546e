/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-mine.h"

/* Each event: "calendar uid: address address …", with "; " between; "N*" before it: so many of its
 * kind, each with a uid of its own. */
static const struct {
  const char *events;
  const char *mine;
} rows[] = {
  { "", "" },
  { "3* home: me@x.org a@x.org", "" },
  { "home: me@x.org a@x.org; home: me@x.org b@x.org; home: me@x.org c@x.org; home: me@x.org d@x.org",
    "me@x.org" },
  { "home: ME@x.org a@x.org; home: mailto:me@X.org b@x.org; home: me@x.org c@x.org; 9* home: "
    "me@x.org d@x.org",
    "me@x.org" },
  /* alone, or in no more than half of them */
  { "9* home: me@x.org", "" },
  { "4* home: me@x.org a@x.org; 4* home: b@x.org c@x.org", "" },
  { "5* home: me@x.org a@x.org; 4* home: b@x.org c@x.org; home: me@x.org b@x.org", "me@x.org" },
  /* the one who is always there, too, is someone else */
  { "9* home: me@x.org a@x.org; home: me@x.org b@x.org", "me@x.org" },
  /* two who are there as often */
  { "9* home: me@x.org a@x.org", "" },
  { "9* home: me@x.org a@x.org; 4* work: me@x.org b@x.org; work: me@x.org c@x.org", "me@x.org" },
  /* a series is one event */
  { "home #s: me@x.org a@x.org; home #s: me@x.org a@x.org; home #s: me@x.org a@x.org; home #s: "
    "me@x.org b@x.org; home #s: me@x.org c@x.org",
    "" },
  /* another address for another calendar */
  { "3* home: me@x.org a@x.org; home: me@x.org b@x.org; 9* work: i@work.org b@x.org; work: "
    "i@work.org c@x.org",
    "i@work.org me@x.org" },
  /* once in an event, however often it is written */
  { "2* home: me@x.org me@x.org a@x.org; home: me@x.org ME@x.org b@x.org", "" },
  { "9* home: me@x.org me@x.org", "" },
  { "9* home: me nobody -", "" },
};

static AufaitEvent *
make_event (const char *head, const char *addresses, guint serial)
{
  g_auto (GStrv) calendar_and_uid = g_strsplit (head, " #", 2);
  g_autofree char *uid = g_strdup_printf ("uid %u", serial);
  AufaitEvent *event =
      aufait_event_new (calendar_and_uid[1] != NULL ? calendar_and_uid[1] : uid, "s");
  g_auto (GStrv) emails = g_strsplit (addresses, " ", -1);

  event->calendar = g_strdup (calendar_and_uid[0]);
  for (guint i = 0; emails[i] != NULL; i++)
    g_ptr_array_add (event->attendees,
                     aufait_attendee_new (g_str_equal (emails[i], "-") ? NULL : emails[i], NULL));
  return event;
}

static void
add_events (AufaitEventMine *mine, const char *text)
{
  g_auto (GStrv) events = g_strsplit (text, "; ", -1);
  guint serial = 0;

  for (guint i = 0; events[i] != NULL; i++) {
    gboolean is_many = events[i][0] != '\0' && events[i][1] == '*';
    g_auto (GStrv) halves = g_strsplit (events[i] + (is_many ? 3 : 0), ": ", 2);
    int times = is_many ? events[i][0] - '0' : 1;

    while (times-- > 0) {
      g_autoptr (AufaitEvent) event = make_event (halves[0], halves[1], serial++);

      aufait_event_mine_add (mine, event);
    }
  }
}

static void
test_the_one_who_is_always_there (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AufaitEventMine) mine = aufait_event_mine_new ();
    g_auto (GStrv) list = NULL;
    g_autofree char *found = NULL;

    g_test_message ("row %u: %s", i, rows[i].events);
    if (*rows[i].events != '\0')
      add_events (mine, rows[i].events);
    list = aufait_event_mine_list (mine);
    found = g_strjoinv (" ", list);
    g_assert_cmpstr (found, ==, rows[i].mine);
  }
}

static void
test_takes_an_event_without_anything (void)
{
  g_autoptr (AufaitEventMine) mine = aufait_event_mine_new ();
  g_autoptr (AufaitEvent) event = aufait_event_new (NULL, NULL);
  g_auto (GStrv) list = NULL;

  aufait_event_mine_add (mine, event);
  list = aufait_event_mine_list (mine);
  g_assert_cmpuint (g_strv_length (list), ==, 0);
  aufait_event_mine_free (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-mine/the-one-who-is-always-there", test_the_one_who_is_always_there);
  g_test_add_func ("/event-mine/takes-an-event-without-anything",
                   test_takes_an_event_without_anything);
  return g_test_run ();
}
