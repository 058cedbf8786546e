/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-script.h"

#include <stdlib.h>
#include <string.h>

#include "aufait-cadence-store.h"
#include "aufait-cadence.h"
#include "aufait-contact-store.h"
#include "aufait-person-store.h"
#include "link-world.h"

static char *
dup_name (const char *word)
{
  return g_strdelimit (g_strdup (word), "_", ' ');
}

static gint64
find (PlannerWorld *world, const char *word)
{
  g_autofree char *name = dup_name (word);
  gint64 id = planner_world_find (world, name);

  if (id == 0)
    g_error ("nobody is called %s", name);
  return id;
}

static void
set_place (AufaitPerson *person, const char *place)
{
  g_strfreev (person->places);
  person->places = g_strsplit (place, "|", -1);
}

static void
do_add (PlannerWorld *world, GStrv words)
{
  g_autofree char *name = dup_name (words[1]);
  g_autoptr (AufaitPerson) person = aufait_person_new (name);

  for (guint i = 2; words[i] != NULL; i++) {
    if (g_str_has_prefix (words[i], "=place:"))
      set_place (person, words[i] + strlen ("=place:"));
    else
      person->is_private = g_str_equal (words[i], "=private");
  }
  planner_world_take_person (world, person);
  planner_world_settle (world);
}

static void
do_say (PlannerWorld *world, GStrv words)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *who = g_strdelimit (g_strdup (words[1]), ":", '\0');
  g_auto (GStrv) names = g_strsplit (who, "+", -1);
  g_autofree char *text = g_strjoinv (" ", words + 2);

  for (guint i = 0; names[i] != NULL; i++) {
    gint64 id = find (world, names[i]);

    g_array_append_val (people, id);
  }
  planner_world_say (world, people, text);
}

static void
do_note (PlannerWorld *world, GStrv words)
{
  planner_world_note (world, find (world, words[1]));
}

static void
add (PlannerWorld *world, const char *name, gboolean is_private, int cadence_days)
{
  g_autoptr (AufaitPerson) person = aufait_person_new (name);
  g_autoptr (GError) error = NULL;

  person->is_private = is_private;
  person->cadence_days = cadence_days;
  g_assert_true (aufait_memory_begin (world->memory, "add", &error));
  g_assert_true (aufait_person_store_add (world->memory, person, &error));
  g_assert_true (aufait_memory_commit (world->memory, &error));
  planner_world_settle (world);
}

static void
do_private (PlannerWorld *world, GStrv words)
{
  add (world, words[1], TRUE, AUFAIT_CADENCE_AUTO);
}

static void
do_never (PlannerWorld *world, GStrv words)
{
  add (world, words[1], FALSE, AUFAIT_CADENCE_NEVER);
}

static void
keep_contact (PlannerWorld *world, gint64 person, AufaitContactHow how, AufaitDay day)
{
  g_autoptr (AufaitContact) contact = aufait_contact_new (how, day);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (contact->people, aufait_ref_new (person, "who"));
  g_assert_true (aufait_memory_begin (world->memory, "met", &error));
  g_assert_true (aufait_contact_store_add (world->memory, contact, &error));
  g_assert_true (aufait_memory_commit (world->memory, &error));
  aufait_tie_keeper_take_contact (world->keeper, contact);
}

static void
set_cadence (PlannerWorld *world, gint64 person, const char *circle, int days)
{
  g_autoptr (GDateTime) now = aufait_clock_now (world->clock);

  g_assert_true (aufait_memory_begin (world->memory, "every", NULL));
  g_assert_true (aufait_cadence_store_set (world->memory, person, circle, days,
                                           aufait_day_from_date_time (now), NULL));
  g_assert_true (aufait_memory_commit (world->memory, NULL));
  aufait_tie_keeper_take_person (world->keeper, person);
}

static void
do_every (PlannerWorld *world, GStrv words)
{
  int days;

  g_assert_true (aufait_cadence_parse (words[2], &days));
  set_cadence (world, find (world, words[1]), NULL, days);
}

static void
do_circle (PlannerWorld *world, GStrv words)
{
  set_cadence (world, find (world, words[1]), words[2], AUFAIT_CADENCE_AUTO);
}

static void
do_hours (PlannerWorld *world, GStrv words)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aufait_memory_begin (world->memory, "hours", &error));
  g_assert_true (
      aufait_person_store_set_hours (world->memory, find (world, words[1]), words[2], &error));
  g_assert_true (aufait_memory_commit (world->memory, &error));
  aufait_agenda_refresh (world->agenda);
  planner_world_settle (world);
}

static void
do_met (PlannerWorld *world, GStrv words)
{
  gint64 person = find (world, words[1]);
  AufaitDay day = aufait_day_parse (words[2]);
  gboolean is_series = words[3] != NULL;

  keep_contact (world, person, AUFAIT_CONTACT_MET, day);
  for (int i = 1; is_series && i < atoi (words[4]); i++)
    keep_contact (world, person, AUFAIT_CONTACT_MET, day + i * atoi (words[3]));
}

static void
do_called (PlannerWorld *world, GStrv words)
{
  keep_contact (world, find (world, words[1]), AUFAIT_CONTACT_CALLED, aufait_day_parse (words[2]));
}

static void
do_trip (PlannerWorld *world, GStrv words)
{
  planner_world_note_moment (world, find (world, words[1]), AUFAIT_MOMENT_TRIP, words[2], words[3]);
}

static void
do_exam (PlannerWorld *world, GStrv words)
{
  planner_world_note_moment (world, find (world, words[1]), AUFAIT_MOMENT_EXAM, words[2], words[3]);
}

static void
do_loss (PlannerWorld *world, GStrv words)
{
  planner_world_note_moment (world, find (world, words[1]), AUFAIT_MOMENT_LOSS, words[2], words[3]);
}

/* --- files ----------------------------------------------------------------------------------- */

static AufaitCard *
new_card (const char *words)
{
  g_auto (GStrv) zoned = g_strsplit (words, " @", 2);
  g_auto (GStrv) parts = g_strsplit (zoned[0], " ~", 2);
  AufaitCard *card = link_world_new_card (parts[0]);

  card->timezone = g_strdup (zoned[1]);

  if (parts[1] != NULL)
    card->anniversary = g_strdup (parts[1]);
  return card;
}

static void
do_card (PlannerWorld *world, GStrv words)
{
  g_autofree char *joined = g_strjoinv (" ", words + 2);
  g_auto (GStrv) cards = g_strsplit (joined, ";", -1);
  AufaitFileContent *content = aufait_file_content_new ();

  for (guint i = 0; cards[i] != NULL; i++)
    aufait_file_content_take_card (content, new_card (cards[i]));
  planner_world_put_file (world, words[1], content);
}

static AufaitEvent *
new_event (const char *path, GStrv words, int *ret_weeks)
{
  g_autofree char *uid = g_path_get_basename (path);
  g_autoptr (GString) summary = g_string_new (NULL);
  AufaitEvent *event = aufait_event_new (uid, "");

  for (guint i = 0; words[i] != NULL; i++) {
    const char *word = words[i];

    if (word[0] == '<') {
      gboolean declined = word[1] == '!';
      g_autofree char *email = g_strndup (word + 1 + declined, strlen (word) - 2 - declined);
      AufaitAttendee *attendee = aufait_attendee_new (email, NULL);

      attendee->declined = declined;
      g_ptr_array_add (event->attendees, attendee);
    } else if (g_str_has_prefix (word, "=weekly:")) {
      *ret_weeks = atoi (word + strlen ("=weekly:"));
      event->recurring = TRUE;
    } else if (g_str_has_prefix (word, "=loc:")) {
      event->location = dup_name (word + strlen ("=loc:"));
    } else if (g_str_equal (word, "=free")) {
      event->transparent = TRUE;
    } else if (g_str_equal (word, "=off")) {
      event->cancelled = TRUE;
    } else {
      g_string_append_printf (summary, "%s%s", summary->len > 0 ? " " : "", word);
    }
  }
  g_free (event->summary);
  event->summary = g_strdup (summary->str);
  return event;
}

static void
do_event (PlannerWorld *world, GStrv words)
{
  AufaitFileContent *content = aufait_file_content_new ();
  g_autofree char *text = g_strjoin (" ", words[2], words[3], NULL);
  int weeks = 1;

  for (int week = 0; week < weeks; week++) {
    AufaitEvent *event = new_event (words[1], words + 5, &weeks);
    g_autoptr (GDateTime) first = planner_world_parse (text);
    g_autoptr (GDateTime) start = g_date_time_add_weeks (first, week);

    event->start = g_date_time_to_unix (start);
    event->end = event->start + (gint64) atoi (words[4]) * 60;
    aufait_file_content_take_event (content, event);
  }
  planner_world_put_file (world, words[1], content);
}

static void
do_days (PlannerWorld *world, GStrv words)
{
  AufaitFileContent *content = aufait_file_content_new ();
  int weeks = 1;
  AufaitEvent *event = new_event (words[1], words + 4, &weeks);

  event->all_day = TRUE;
  event->first = aufait_day_parse (words[2]);
  event->last = aufait_day_parse (words[3]);
  aufait_file_content_take_event (content, event);
  planner_world_put_file (world, words[1], content);
}

static void
do_rm (PlannerWorld *world, GStrv words)
{
  planner_world_put_file (world, words[1], NULL);
}

static void
do_set (PlannerWorld *world, GStrv words)
{
  g_autofree char *joined = g_strjoinv (" ", words + 1);

  planner_world_set_settings (world, g_strdelimit (joined, ";", '\n'));
}

/* --- time and answers ------------------------------------------------------------------------ */

static char *
join_time (GStrv words)
{
  return g_strjoin (" ", words[1], words[2], NULL);
}

static void
do_at (PlannerWorld *world, GStrv words)
{
  g_autofree char *time = join_time (words);

  planner_world_run_until (world, time);
}

static void
do_restart (PlannerWorld *world, GStrv words)
{
  g_autofree char *time = join_time (words);

  planner_world_restart (world, time);
}

static void
answer (PlannerWorld *world, AufaitNudgeState state, GDateTime *until)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitNudge) nudge =
      aufait_agenda_answer (world->agenda, world->last_id, state, until, &error);

  g_assert_no_error (error);
  g_assert_nonnull (nudge);
  planner_world_settle (world);
}

static void
do_done (PlannerWorld *world, GStrv words)
{
  answer (world, AUFAIT_NUDGE_DONE, NULL);
}

static void
do_drop (PlannerWorld *world, GStrv words)
{
  answer (world, AUFAIT_NUDGE_DROPPED, NULL);
}

static void
do_later (PlannerWorld *world, GStrv words)
{
  g_autofree char *time = join_time (words);
  g_autoptr (GDateTime) until = planner_world_parse (time);

  answer (world, AUFAIT_NUDGE_SNOOZED, until);
}

static void
do_away (PlannerWorld *world, GStrv words)
{
  aufait_agenda_set_is_away (world->agenda, TRUE);
  planner_world_settle (world);
}

static void
do_back (PlannerWorld *world, GStrv words)
{
  aufait_agenda_set_is_away (world->agenda, FALSE);
  planner_world_settle (world);
}

static void
do_again (PlannerWorld *world, GStrv words)
{
  aufait_agenda_show_again (world->agenda);
  planner_world_settle (world);
}

static const struct {
  const char *name;
  void (*run) (PlannerWorld *world, GStrv words);
} STEPS[] = {
  { "add", do_add },       { "note", do_note },       { "met", do_met },     { "trip", do_trip },
  { "exam", do_exam },     { "card", do_card },       { "event", do_event }, { "days", do_days },
  { "rm", do_rm },         { "set", do_set },         { "at", do_at },       { "done", do_done },
  { "later", do_later },   { "restart", do_restart }, { "drop", do_drop },   { "loss", do_loss },
  { "say", do_say },       { "private", do_private }, { "never", do_never }, { "every", do_every },
  { "circle", do_circle }, { "hours", do_hours },     { "away", do_away },   { "back", do_back },
  { "again", do_again },   { "called", do_called },
};

static void
run_line (PlannerWorld *world, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (STEPS); i++) {
    if (g_str_equal (words[0], STEPS[i].name)) {
      STEPS[i].run (world, words);
      return;
    }
  }
  g_error ("no step: %s", line);
}

void
planner_script_run (PlannerWorld *world, const char *script)
{
  g_auto (GStrv) lines = g_strsplit (script, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      run_line (world, lines[i]);
}

void
planner_script_check (gconstpointer data)
{
  const PlannerScriptCase *c = data;
  PlannerWorld world;
  g_autofree char *shown = NULL;

  planner_world_init (&world, c->begin);
  planner_script_run (&world, c->script);
  planner_world_run_until (&world, c->until);
  shown = planner_world_take_shown (&world);
  g_assert_cmpstr (shown, ==, c->shown);
  planner_world_clear (&world);
}

void
planner_script_add (const char *module, const PlannerScriptCase *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++) {
    g_autofree char *path = g_strdup_printf ("/%s/%s", module, cases[i].name);

    g_test_add_data_func (path, &cases[i], planner_script_check);
  }
}
