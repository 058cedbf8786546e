/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-books.h"

#include "aufait-paths.h"

struct _AufaitBooks {
  AufaitIndex *index; /* NULL: it cannot be kept */
  AufaitDirectory *directory;
  AufaitSources *sources;
  AufaitLinker *linker;
  AufaitTieKeeper *keeper;
  AufaitAgenda *agenda; /* while they are followed */
  AufaitClock *clock;
  char *problem;
};

/* --- from files to links to nudges ------------------------------------------------------------ */

static void
on_read (AufaitSources *sources, const AufaitIndexWriterChange *change, AufaitBooks *books)
{
  aufait_linker_take_change (books->linker, change);
}

static void
on_settled (AufaitSources *sources, AufaitBooks *books)
{
  aufait_linker_take_settled (books->linker);
}

/* Once all is read and linked, and planned with. */
static void
keep_looked (AufaitBooks *books)
{
  if (aufait_sources_is_settled (books->sources) && aufait_linker_is_settled (books->linker) &&
      aufait_tie_keeper_is_settled (books->keeper))
    aufait_agenda_keep_looked (books->agenda);
}

static void
on_linked (AufaitLinker *linker,
           const GArray *people,
           const GArray *event_files,
           AufaitBooks *books)
{
  if (people == NULL || event_files == NULL)
    aufait_agenda_rediscover (books->agenda);
  else if (event_files->len > 0)
    aufait_agenda_take_files (books->agenda, event_files);
  if (people != NULL && people->len > 0)
    aufait_agenda_take_people (books->agenda, people);
  aufait_tie_keeper_take_links (books->keeper);
}

/* Where no tie was waited for there may be one now. */
static void
on_tied (AufaitTieKeeper *keeper, const GArray *people, AufaitBooks *books)
{
  if (people->len > 0)
    aufait_agenda_take_people (books->agenda, people);
  else if (!aufait_agenda_looks_in_time (books->agenda))
    aufait_agenda_refresh (books->agenda);
  else
    keep_looked (books);
}

static void
on_contact (AufaitAgenda *agenda, const AufaitContact *contact, AufaitBooks *books)
{
  aufait_tie_keeper_take_contact (books->keeper, contact);
}

/* The window of days that calendars are read for moves on; and what was to come is over. */
static void
on_planned (AufaitAgenda *agenda, AufaitBooks *books)
{
  g_autoptr (GDateTime) now = aufait_clock_now (books->clock);

  aufait_sources_set_today (books->sources, aufait_day_from_date_time (now),
                            aufait_clock_get_zone_name (books->clock));
  aufait_tie_keeper_take_now (books->keeper, now);
  keep_looked (books);
}

void
aufait_books_follow (AufaitBooks *books, AufaitAgenda *agenda, AufaitClock *clock)
{
  if (books->index == NULL)
    return;
  books->agenda = g_object_ref (agenda);
  books->clock = g_object_ref (clock);
  g_signal_connect (books->sources, "changed", G_CALLBACK (on_read), books);
  g_signal_connect (books->sources, "settled", G_CALLBACK (on_settled), books);
  g_signal_connect (books->linker, "changed", G_CALLBACK (on_linked), books);
  g_signal_connect (books->keeper, "changed", G_CALLBACK (on_tied), books);
  g_signal_connect (agenda, "contact", G_CALLBACK (on_contact), books);
  g_signal_connect (agenda, "planned", G_CALLBACK (on_planned), books);
  on_planned (agenda, books);
}

void
aufait_books_unfollow (AufaitBooks *books)
{
  if (books->agenda == NULL)
    return;
  g_signal_handlers_disconnect_by_data (books->sources, books);
  g_signal_handlers_disconnect_by_data (books->linker, books);
  g_signal_handlers_disconnect_by_data (books->keeper, books);
  g_signal_handlers_disconnect_by_data (books->agenda, books);
  g_clear_object (&books->agenda);
  g_clear_object (&books->clock);
}

void
aufait_books_set_settings (AufaitBooks *books, const AufaitSettings *settings)
{
  aufait_directory_set_cadence (books->directory, settings->cadence);
  if (books->index == NULL)
    return;
  aufait_tie_keeper_take_links (books->keeper);
  aufait_linker_set_settings (books->linker, settings->sources);
  aufait_sources_set_settings (books->sources, settings);
}

/* --- building -------------------------------------------------------------------------------- */

AufaitBooks *
aufait_books_new (AufaitMemory *memory)
{
  AufaitBooks *books = g_new0 (AufaitBooks, 1);
  g_autofree char *path = aufait_paths_dup_index ();
  g_autoptr (GError) error = NULL;

  books->index = aufait_index_open (path, &error);
  books->directory = aufait_directory_new (memory, books->index);
  if (books->index == NULL) {
    books->problem = g_strdup (error->message);
    return books;
  }
  books->linker = aufait_linker_new (books->directory);
  books->keeper = aufait_tie_keeper_new (books->directory);
  books->sources = aufait_sources_new (books->index, NULL);
  return books;
}

void
aufait_books_free (AufaitBooks *books)
{
  if (books == NULL)
    return;
  aufait_books_unfollow (books);
  g_clear_object (&books->sources);
  g_clear_object (&books->keeper);
  g_clear_object (&books->linker);
  /* The index, once closed, is believed: whom it points at is to be on disk. */
  aufait_memory_sync (aufait_directory_get_memory (books->directory));
  g_clear_pointer (&books->directory, aufait_directory_free);
  g_clear_pointer (&books->index, aufait_index_close);
  g_free (books->problem);
  g_free (books);
}

AufaitDirectory *
aufait_books_get_directory (AufaitBooks *books)
{
  return books->directory;
}

AufaitSources *
aufait_books_get_sources (AufaitBooks *books)
{
  return books->sources;
}

AufaitLinker *
aufait_books_get_linker (AufaitBooks *books)
{
  return books->linker;
}

AufaitTieKeeper *
aufait_books_get_keeper (AufaitBooks *books)
{
  return books->keeper;
}

const char *
aufait_books_get_problem (const AufaitBooks *books)
{
  return books->problem;
}
