/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-world.h"

#include <stdio.h>
#include <string.h>

#include "aufait-note-store.h"
#include "aufait-person-store.h"
#include "aufait-sentence.h"
#include "aufait-text.h"
#include "memory-template.h"
#include "remove-tree.h"

GDateTime *
planner_world_parse (const char *local)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  g_autofree char *date = g_strndup (local, 10);
  int hours, minutes;

  g_assert_cmpint (sscanf (local + 11, "%2d:%2d", &hours, &minutes), ==, 2);
  return aufait_day_at (aufait_day_parse (date), hours * 3600 + minutes * 60, zone);
}

static void
on_show (AufaitAgenda *agenda, AufaitNudge *nudge, const char *body, PlannerWorld *world)
{
  g_autoptr (GDateTime) now = aufait_clock_now (world->clock);
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d %H:%M");

  g_string_append_printf (world->shown, "%s %s @ %s\n", nudge->kind, nudge->person->name, when);
  world->last_id = nudge->id;
  g_free (world->last_body);
  world->last_body = g_strdup (body);
  g_free (world->last_said);
  world->last_said = g_strjoin (" | ", nudge->kind, nudge->title, body, NULL);
  if (world->refused != NULL &&
      (*world->refused == '\0' || g_str_equal (world->refused, nudge->person->name)))
    aufait_agenda_failed (agenda, nudge->id);
  else if (!world->deaf)
    aufait_agenda_shown (agenda, nudge->id);
}

static void
on_hush (AufaitAgenda *agenda, AufaitNudge *nudge, const char *body, PlannerWorld *world)
{
  g_assert_true (nudge->is_private);
  g_string_append_printf (world->hushed, "%" G_GINT64_FORMAT "\n", nudge->id);
}

static void
on_close (AufaitAgenda *agenda, gint64 id, PlannerWorld *world)
{
  g_string_append_printf (world->closed, "%" G_GINT64_FORMAT "\n", id);
}

static void
on_linked (AufaitLinker *linker, const GArray *people, const GArray *files, PlannerWorld *world)
{
  if (people == NULL || files == NULL)
    aufait_agenda_rediscover (world->agenda);
  else if (files->len > 0)
    aufait_agenda_take_files (world->agenda, files);
  if (people != NULL && people->len > 0)
    aufait_agenda_take_people (world->agenda, people);
  aufait_tie_keeper_take_links (world->keeper);
}

static void
on_tied (AufaitTieKeeper *keeper, const GArray *people, PlannerWorld *world)
{
  if (people->len > 0)
    aufait_agenda_take_people (world->agenda, people);
  else if (!aufait_agenda_looks_in_time (world->agenda))
    aufait_agenda_refresh (world->agenda);
}

static void
on_contact (AufaitAgenda *agenda, const AufaitContact *contact, PlannerWorld *world)
{
  aufait_tie_keeper_take_contact (world->keeper, contact);
}

static void
on_planned (AufaitAgenda *agenda, PlannerWorld *world)
{
  g_autoptr (GDateTime) now = aufait_clock_now (world->clock);

  aufait_tie_keeper_take_now (world->keeper, now);
}

static void
start (PlannerWorld *world, const char *now)
{
  g_autofree char *path = g_build_filename (world->folder, "memory.db", NULL);
  g_autofree char *index = g_build_filename (world->folder, "index.db", NULL);
  g_autoptr (GDateTime) at = planner_world_parse (now);
  g_autoptr (GError) error = NULL;

  world->memory = memory_template_open (path);
  world->clock = aufait_clock_new_manual (at);
  world->index = aufait_index_open (index, &error);
  g_assert_no_error (error);
  index_fixture_attach (&world->books, world->index);
  world->directory = aufait_directory_new (world->memory, world->index);
  world->linker = aufait_linker_new (world->directory);
  world->keeper = aufait_tie_keeper_new (world->directory);
  world->agenda = aufait_agenda_new (world->directory, world->clock);
  g_signal_connect (world->keeper, "changed", G_CALLBACK (on_tied), world);
  g_signal_connect (world->agenda, "contact", G_CALLBACK (on_contact), world);
  g_signal_connect (world->agenda, "planned", G_CALLBACK (on_planned), world);
  g_signal_connect (world->agenda, "show", G_CALLBACK (on_show), world);
  g_signal_connect (world->agenda, "hush", G_CALLBACK (on_hush), world);
  g_signal_connect (world->agenda, "close", G_CALLBACK (on_close), world);
  g_signal_connect (world->linker, "changed", G_CALLBACK (on_linked), world);
  aufait_agenda_set_can_show (world->agenda, TRUE);
}

static void
stop (PlannerWorld *world)
{
  g_clear_object (&world->linker);
  g_clear_object (&world->keeper);
  g_clear_object (&world->agenda);
  g_clear_object (&world->clock);
  g_clear_pointer (&world->directory, aufait_directory_free);
  index_fixture_detach (&world->books);
  g_clear_pointer (&world->index, aufait_index_close);
  g_clear_pointer (&world->memory, aufait_memory_close);
}

void
planner_world_init (PlannerWorld *world, const char *now)
{
  g_autoptr (GError) error = NULL;

  *world = (PlannerWorld){ 0 };
  world->folder = g_dir_make_tmp ("aufait-planner-XXXXXX", &error);
  g_assert_no_error (error);
  world->shown = g_string_new (NULL);
  world->closed = g_string_new (NULL);
  world->hushed = g_string_new (NULL);
  start (world, now);
}

void
planner_world_clear (PlannerWorld *world)
{
  stop (world);
  remove_tree (world->folder);
  g_free (world->folder);
  g_free (world->last_body);
  g_free (world->last_said);
  g_string_free (world->shown, TRUE);
  g_string_free (world->closed, TRUE);
  g_string_free (world->hushed, TRUE);
}

void
planner_world_restart (PlannerWorld *world, const char *now)
{
  stop (world);
  start (world, now);
  planner_world_settle (world);
}

void
planner_world_settle (PlannerWorld *world)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
planner_world_set_now (PlannerWorld *world, const char *now)
{
  g_autoptr (GDateTime) at = planner_world_parse (now);

  aufait_clock_set (world->clock, at);
  aufait_agenda_refresh (world->agenda);
  planner_world_settle (world);
}

void
planner_world_run_until (PlannerWorld *world, const char *until)
{
  g_autoptr (GDateTime) end = planner_world_parse (until);

  planner_world_settle (world);
  for (;;) {
    GDateTime *wake = aufait_agenda_get_wake (world->agenda);
    g_autoptr (GDateTime) at = wake != NULL ? g_date_time_ref (wake) : NULL;

    if (at == NULL || g_date_time_compare (at, end) > 0)
      break;
    aufait_clock_set (world->clock, at);
    planner_world_settle (world);
  }
  aufait_clock_set (world->clock, end);
  planner_world_settle (world);
}

gint64
planner_world_take_person (PlannerWorld *world, AufaitPerson *person)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aufait_memory_begin (world->memory, "add", &error));
  g_assert_true (aufait_person_store_add (world->memory, person, &error));
  g_assert_true (aufait_memory_commit (world->memory, &error));
  aufait_linker_take_person (world->linker, person->id);
  return person->id;
}

gint64
planner_world_add_person (PlannerWorld *world, const char *name)
{
  g_autoptr (AufaitPerson) person = aufait_person_new (name);

  return planner_world_take_person (world, person);
}

static gint64
keep_note (PlannerWorld *world, AufaitNote *note)
{
  g_autoptr (GPtrArray) closed = NULL;
  g_autoptr (GPtrArray) nudges = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (aufait_memory_begin (world->memory, "note", &error));
  g_assert_true (aufait_note_store_add (world->memory, note, 1, &error));
  closed = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_nudge_free);
  nudges = aufait_agenda_plan_note (world->agenda, note, closed, &error);
  g_assert_no_error (error);
  g_assert_true (aufait_memory_commit (world->memory, &error));
  aufait_agenda_refresh (world->agenda);
  planner_world_settle (world);
  return note->id;
}

static AufaitNote *
new_note (PlannerWorld *world, gint64 person_id, const char *text)
{
  g_autoptr (GDateTime) now = aufait_clock_now (world->clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitPerson) person = aufait_person_store_get (world->memory, person_id, &error);
  AufaitNote *note = aufait_note_new (aufait_day_from_date_time (now), text);

  g_assert_no_error (error);
  note->at = g_date_time_to_unix (now);
  g_ptr_array_add (note->people, aufait_ref_new (person->id, person->name));
  return note;
}

gint64
planner_world_note_moment (
    PlannerWorld *world, gint64 person, AufaitMomentKind kind, const char *first, const char *last)
{
  g_autoptr (AufaitNote) note = new_note (world, person, "words");

  g_ptr_array_add (note->meaning->moments,
                   aufait_moment_new (kind, aufait_day_parse (first), aufait_day_parse (last)));
  return keep_note (world, note);
}

gint64
planner_world_note_promise (PlannerWorld *world, gint64 person, const char *day)
{
  g_autoptr (AufaitNote) note = new_note (world, person, "words");

  g_ptr_array_add (note->meaning->promises,
                   aufait_promise_new (day != NULL ? aufait_day_parse (day) : AUFAIT_DAY_NONE,
                                       "lend the drill"));
  return keep_note (world, note);
}

static void
read_note (AufaitNote *note)
{
  AufaitMeaning *meaning = aufait_sentence_read_note (note, FALSE);

  aufait_meaning_free (note->meaning);
  note->meaning = meaning;
}

gint64
planner_world_say (PlannerWorld *world, const GArray *people, const char *text)
{
  g_autoptr (AufaitNote) note = new_note (world, g_array_index (people, gint64, 0), text);

  for (guint i = 1; i < people->len; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (AufaitPerson) person =
        aufait_person_store_get (world->memory, g_array_index (people, gint64, i), &error);

    g_assert_no_error (error);
    g_ptr_array_add (note->people, aufait_ref_new (person->id, person->name));
  }
  read_note (note);
  return keep_note (world, note);
}

gint64
planner_world_note (PlannerWorld *world, gint64 person)
{
  g_autoptr (AufaitNote) note = new_note (world, person, "words");

  return keep_note (world, note);
}

void
planner_world_set_settings (PlannerWorld *world, const char *text)
{
  AufaitSettings *settings = aufait_settings_new_from_data (text, strlen (text));

  g_assert_cmpuint (settings->problems->len, ==, 0);
  aufait_linker_set_settings (world->linker, settings->sources);
  aufait_agenda_set_settings (world->agenda, settings);
  planner_world_settle (world);
}

void
planner_world_put_file (PlannerWorld *world, const char *path, AufaitFileContent *content)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);

  index_fixture_choose (&world->books, folder);
  if (content != NULL)
    index_fixture_put (&world->books, name, 1, content);
  else
    aufait_index_writer_remove (world->books.writer, world->books.folder_id, name);
  while (aufait_index_writer_is_busy (world->books.writer)) {
    g_autoptr (AufaitIndexWriterChange) change = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_true (aufait_index_writer_step (world->books.writer, 1000, &change, &error));
    if (change != NULL)
      aufait_linker_take_change (world->linker, change);
  }
  planner_world_settle (world);
  aufait_linker_take_settled (world->linker);
  planner_world_settle (world);
}

gint64
planner_world_find (PlannerWorld *world, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = aufait_person_store_list (world->memory, NULL, &error);

  for (guint i = 0; i < people->len; i++) {
    if (g_str_equal (((AufaitPerson *) people->pdata[i])->name, name))
      return ((AufaitPerson *) people->pdata[i])->id;
  }
  return 0;
}

char *
planner_world_take_shown (PlannerWorld *world)
{
  char *shown = g_strdup (world->shown->str);

  g_string_truncate (world->shown, 0);
  return shown;
}
