/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-lines.h"

#include "aufait-date-words.h"
#include "aufait-fields.h"
#include "aufait-locale.h"
#include "print-fixture.h"

#ifdef FRENCH
#define SAY(en, fr) fr
#else
#define SAY(en, fr) en
#endif

/* A Wednesday. */
#define NOW "2026-07-01T10:00:00+02:00"

#define TIMED(day1, time1, day2, time2)                                                            \
  "{\"start\":\"2026-" day1 "T" time1 ":00+02:00\",\"end\":\"2026-" day2 "T" time2                 \
  ":00+02:00\",\"allDay\":false}"
#define DAYS(day1, day2) "{\"start\":\"2026-" day1 "\",\"end\":\"2026-" day2 "\",\"allDay\":true}"

static const struct {
  const char *event;
  const char *under; /* the heading's day */
  const char *time;
} times[] = {
  { TIMED ("07-01", "12:30", "07-01", "14:00"), "2026-07-01", "12:30–14:00" },
  { TIMED ("07-01", "12:30", "07-01", "12:30"), "2026-07-01", "12:30" },
  { TIMED ("07-03", "22:00", "07-04", "02:00"), "2026-07-03", "22:00–02:00" },
  { TIMED ("07-03", "19:00", "07-04", "00:00"), "2026-07-03", "19:00–00:00" },
  { TIMED ("07-03", "18:00", "07-05", "16:00"), "2026-07-03",
    SAY ("18:00–Sunday 16:00", "18:00–dimanche 16:00") },
  { TIMED ("07-03", "10:00", "07-04", "12:00"), "2026-07-03",
    SAY ("10:00–Saturday 12:00", "10:00–samedi 12:00") },
  { TIMED ("06-30", "18:00", "07-02", "16:00"), "2026-07-01",
    SAY ("30 June–2 July", "du 30 juin au 2 juillet") },
  { DAYS ("07-01", "07-01"), "2026-07-01", SAY ("all day", "journée") },
  { DAYS ("07-10", "07-20"), "2026-07-10", SAY ("10–20 July", "du 10 au 20 juillet") },
  { DAYS ("06-20", "07-02"), "2026-07-01", SAY ("20 June–2 July", "du 20 juin au 2 juillet") },
  { "{\"start\":\"nonsense\",\"end\":7}", "2026-07-01", "" },
  { "{}", "2026-07-01", "" },
};

static void
says_when_it_is (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autoptr (JsonObject) event = aufait_fields_parse (times[i].event);
    g_autofree char *time = aufait_event_lines_dup_time (
        event, aufait_date_words_parse (times[i].under), aufait_date_words_parse (NOW));

    g_test_message ("%u", i);
    g_assert_cmpstr (time, ==, times[i].time);
  }
}

#define PEOPLE "\"people\":[{\"id\":1,\"name\":\"Claire\"},{\"id\":2,\"name\":\"Tom\"}]"

static const struct {
  const char *event;
  gint64 except;
  const char *details;
} rows[] = {
  { "{}", 0, "" },
  { "{\"location\":\"Arles\"}", 0, "Arles" },
  { "{" PEOPLE "}", 0, SAY ("with Claire and Tom", "avec Claire et Tom") },
  { "{" PEOPLE "}", 1, SAY ("with Tom", "avec Tom") },
  { "{\"location\":\"Arles\"," PEOPLE "}", 2, SAY ("Arles, with Claire", "Arles, avec Claire") },
  { "{\"location\":\"Arles\",\"people\":[7,null]}", 2, "Arles" },
};

static void
says_where_and_with_whom (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JsonObject) event = aufait_fields_parse (rows[i].event);
    g_autofree char *details = aufait_event_lines_dup_details (event, rows[i].except);

    g_test_message ("%u", i);
    g_assert_cmpstr (details, ==, rows[i].details);
  }
}

#define EVENT(summary, start, end, all_day)                                                        \
  "{\"summary\":\"" summary "\",\"start\":\"" start "\",\"end\":\"" end "\",\"allDay\":" all_day "}"

static void
groups_by_day_and_begins_with_whole_days (void)
{
  g_autofree char *text = print_fixture_run (
      aufait_event_lines_print_days,
      "{\"now\":\"" NOW "\",\"from\":\"2026-07-01\",\"until\":\"2026-07-07\",\"events\":[" EVENT (
          "Lunch", "2026-07-01T12:30:00+02:00", "2026-07-01T14:00:00+02:00",
          "false") "," EVENT ("", "2026-06-29", "2026-07-03",
                              "true") "," EVENT ("Chess", "2026-07-03T19:00:00+02:00",
                                                 "2026-07-03T20:00:00+02:00", "false") "]}");

  g_assert_cmpstr (text, ==,
                   SAY ("Today, Wednesday 1 July\n"
                        "29 June–3 July  without a title\n"
                        "12:30–14:00     Lunch\n"
                        "\n"
                        "Friday 3 July\n"
                        "19:00–20:00     Chess\n",
                        "Aujourd’hui, mercredi 1er juillet\n"
                        "du 29 juin au 3 juillet  sans titre\n"
                        "12:30–14:00              Lunch\n"
                        "\n"
                        "Vendredi 3 juillet\n"
                        "19:00–20:00              Chess\n"));
}

static void
says_which_days_are_empty (void)
{
  g_autofree char *text =
      print_fixture_run (aufait_event_lines_print_days,
                         "{\"now\":\"" NOW "\",\"from\":\"2026-07-01\",\"until\":\"2026-07-07\"}");

  g_assert_cmpstr (
      text, ==,
      SAY ("Nothing in the calendar: 1–7 July.\n", "Rien dans l’agenda : du 1er au 7 juillet.\n"));
}

#define READ "\"readFrom\":\"2024-07-01\",\"readUntil\":\"2027-07-31\""

static const struct {
  const char *from, *until;
  const char *said;
} limits[] = {
  { "2024-07-01", "2024-07-03",
    SAY ("Nothing in the calendar: 1–3 July 2024.\n",
         "Rien dans l’agenda : du 1er au 3 juillet 2024.\n") },
  { "2024-06-28", "2024-07-03",
    SAY ("Nothing in the calendar: 1–3 July 2024.\n"
         "Calendars are read from 1 July 2024 on: what was before is not known.\n",
         "Rien dans l’agenda : du 1er au 3 juillet 2024.\n"
         "Les calendriers sont lus à partir du 1er juillet 2024 : ce qui précède n’est pas "
         "connu.\n") },
  { "2020-01-01", "2024-06-30",
    SAY ("Calendars are read from 1 July 2024 on: what was before is not known.\n",
         "Les calendriers sont lus à partir du 1er juillet 2024 : ce qui précède n’est pas "
         "connu.\n") },
  { "2027-07-30", "2027-07-31",
    SAY ("Nothing in the calendar: 30–31 July 2027.\n",
         "Rien dans l’agenda : du 30 au 31 juillet 2027.\n") },
  { "2027-07-30", "2027-08-01",
    SAY ("Nothing in the calendar: 30–31 July 2027.\n"
         "Calendars are read until 31 July 2027: what comes later is not known.\n",
         "Rien dans l’agenda : du 30 au 31 juillet 2027.\n"
         "Les calendriers sont lus jusqu’au 31 juillet 2027 : la suite n’est pas connue.\n") },
  { "2029-01-01", "2029-01-07",
    SAY ("Calendars are read until 31 July 2027: what comes later is not known.\n",
         "Les calendriers sont lus jusqu’au 31 juillet 2027 : la suite n’est pas connue.\n") },
};

static void
says_until_when_calendars_are_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++) {
    g_autofree char *reply =
        g_strdup_printf ("{\"now\":\"" NOW "\",\"from\":\"%s\",\"until\":\"%s\"," READ "}",
                         limits[i].from, limits[i].until);
    g_autofree char *text = print_fixture_run (aufait_event_lines_print_days, reply);

    g_test_message ("%u", i);
    g_assert_cmpstr (text, ==, limits[i].said);
  }
}

static void
says_it_below_what_is_known (void)
{
  g_autofree char *text = print_fixture_run (
      aufait_event_lines_print_days,
      "{\"now\":\"" NOW "\",\"from\":\"2027-07-01\",\"until\":\"2027-12-31\"," READ
      ",\"events\":[" EVENT ("Chess", "2027-07-03T19:00:00+02:00", "2027-07-03T20:00:00+02:00",
                             "false") "]}");

  g_assert_cmpstr (
      text, ==,
      SAY ("Saturday 3 July 2027\n"
           "19:00–20:00  Chess\n"
           "\n"
           "Calendars are read until 31 July 2027: what comes later is not known.\n",
           "Samedi 3 juillet 2027\n"
           "19:00–20:00  Chess\n"
           "\n"
           "Les calendriers sont lus jusqu’au 31 juillet 2027 : la suite n’est pas connue.\n"));
}

static void
says_the_day_where_no_heading_does (void)
{
  g_autofree char *text =
      print_fixture_run (aufait_event_lines_print_about,
                         "{\"now\":\"" NOW "\",\"person\":{\"id\":1},\"events\":[" EVENT (
                             "Trip", "2026-06-20", "2026-06-25",
                             "true") "," EVENT ("Chess", "2026-07-03T19:00:00+02:00",
                                                "2026-07-03T20:00:00+02:00", "false") "]}");

  g_assert_cmpstr (text, ==,
                   SAY ("11 days ago          Trip\n"
                        "Friday, 19:00–20:00  Chess\n",
                        "il y a 11 jours        Trip\n"
                        "vendredi, 19:00–20:00  Chess\n"));
}

int
main (int argc, char **argv)
{
  aufait_locale_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-lines/says-when-it-is", says_when_it_is);
  g_test_add_func ("/event-lines/says-where-and-with-whom", says_where_and_with_whom);
  g_test_add_func ("/event-lines/groups-by-day-and-begins-with-whole-days",
                   groups_by_day_and_begins_with_whole_days);
  g_test_add_func ("/event-lines/says-which-days-are-empty", says_which_days_are_empty);
  g_test_add_func ("/event-lines/says-until-when-calendars-are-read",
                   says_until_when_calendars_are_read);
  g_test_add_func ("/event-lines/says-it-below-what-is-known", says_it_below_what_is_known);
  g_test_add_func ("/event-lines/says-the-day-where-no-heading-does",
                   says_the_day_where_no_heading_does);
  return g_test_run ();
}
