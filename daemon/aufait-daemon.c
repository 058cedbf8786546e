/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-daemon.h"

#include <stdio.h>
#include <systemd/sd-daemon.h>

#include "aufait-api.h"
#include "aufait-books.h"
#include "aufait-desktop-notifier.h"
#include "aufait-log-notifier.h"
#include "aufait-note-window.h"
#include "aufait-paths.h"
#include "aufait-portraits.h"
#include "aufait-presence.h"
#include "aufait-rereading.h"
#include "aufait-rest.h"
#include "aufait-session-bus.h"
#include "aufait-settings-file.h"
#include "aufait-silent-notifier.h"
#include "aufait-sockets.h"
#include "aufait-watchdog.h"

struct _AufaitDaemon {
  AufaitSessionBus *bus; /* NULL: none is needed */
  AufaitMemory *memory;
  AufaitBooks *books;
  AufaitClock *clock;
  AufaitAgenda *agenda;
  AufaitApi *api;
  AufaitSettingsFile *settings_file;
  AufaitNotifier *notifier;
  AufaitPresence *presence; /* NULL: what is shown needs nobody to see it */
  AufaitVarlinkServer *server;
  AufaitRereading *rereading;
  AufaitRest *rest;
  AufaitWatchdog *watchdog;
};

/* --- the agenda speaks, the notifier listens -------------------------------------------------- */

/* A server that went away says nothing: it is seen here. “ready” tells when there is one again. */
static void
on_show (AufaitAgenda *agenda, AufaitNudge *nudge, const char *body, AufaitDaemon *daemon)
{
  g_autofree char *folder = aufait_paths_dup_portraits ();

  if (!aufait_notifier_is_ready (daemon->notifier)) {
    aufait_agenda_set_can_show (daemon->agenda, FALSE);
    return;
  }
  g_free (nudge->picture);
  nudge->picture = aufait_portraits_dup_path (aufait_books_get_directory (daemon->books),
                                              nudge->person->id, folder);
  aufait_notifier_show (daemon->notifier, nudge, body);
}

/* A line that was printed is not taken back by another one. */
static void
follow_hush (AufaitDaemon *daemon, AufaitOptionsNotifier choice)
{
  if (choice == AUFAIT_OPTIONS_NOTIFIER_DESKTOP)
    g_signal_connect (daemon->agenda, "hush", G_CALLBACK (on_show), daemon);
}

static gboolean
on_digest (
    AufaitAgenda *agenda, guint n_people, const char *title, const char *body, AufaitDaemon *daemon)
{
  if (!aufait_notifier_is_ready (daemon->notifier))
    return FALSE;
  aufait_notifier_show_digest (daemon->notifier, n_people, title, body);
  return TRUE;
}

static void
on_close (AufaitAgenda *agenda, gint64 nudge_id, AufaitDaemon *daemon)
{
  aufait_notifier_close (daemon->notifier, nudge_id);
}

static void
on_shown (AufaitNotifier *notifier, gint64 nudge_id, AufaitDaemon *daemon)
{
  aufait_agenda_shown (daemon->agenda, nudge_id);
}

static void
on_failed (AufaitNotifier *notifier, gint64 nudge_id, AufaitDaemon *daemon)
{
  aufait_agenda_failed (daemon->agenda, nudge_id);
}

static void
on_ready (AufaitNotifier *notifier, gboolean is_new, AufaitDaemon *daemon)
{
  aufait_agenda_set_can_show (daemon->agenda, aufait_notifier_is_ready (notifier));
  if (is_new)
    aufait_agenda_show_again (daemon->agenda);
  else
    aufait_agenda_show_missing (daemon->agenda);
}

static void
on_presence (AufaitPresence *presence, AufaitDaemon *daemon)
{
  aufait_agenda_set_is_away (daemon->agenda, !aufait_presence_is_here (presence));
}

/* --- the notifier answers, the agenda listens ------------------------------------------------- */

/* What was typed into the notification is a note, and an answer. */
static gboolean
take_text (AufaitDaemon *daemon, gint64 nudge_id, gint64 person_id, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (aufait_api_note (daemon->api, person_id, text, &error))
    return TRUE;
  g_warning ("Cannot keep what was typed for nudge %" G_GINT64_FORMAT ": %s", nudge_id,
             error->message);
  return FALSE;
}

/* Without a text, a window asks for one, and closes the nudge once it has it. Words are kept even
 * where the nudge is closed meanwhile, or nothing speaks for it any more. */
static void
on_note (AufaitDaemon *daemon, gint64 nudge_id, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitRef) person = aufait_agenda_find_person (daemon->agenda, nudge_id, &error);
  g_autoptr (AufaitNudge) done = NULL;

  if (person == NULL) {
    g_warning ("Cannot note: %s", error->message);
    return;
  }
  if (text == NULL) {
    aufait_note_window_open (aufait_session_bus_get (daemon->bus), person->id, person->name,
                             nudge_id);
    return;
  }
  if (!take_text (daemon, nudge_id, person->id, text))
    return;
  done = aufait_agenda_answer (daemon->agenda, nudge_id, AUFAIT_NUDGE_DONE, NULL, &error);
  if (done == NULL)
    g_warning ("Cannot keep the answer: %s", error->message);
}

static void
on_answered (AufaitNotifier *notifier,
             gint64 nudge_id,
             const char *answer,
             const char *text,
             AufaitDaemon *daemon)
{
  g_autoptr (AufaitNudge) nudge = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (answer, "note")) {
    on_note (daemon, nudge_id, text);
    return;
  }
  if (g_str_equal (answer, "later"))
    nudge = aufait_agenda_answer_later (daemon->agenda, nudge_id, &error);
  else
    nudge = aufait_agenda_answer (daemon->agenda, nudge_id, AUFAIT_NUDGE_DONE, NULL, &error);
  if (nudge == NULL)
    g_warning ("Cannot keep the answer: %s", error->message);
}

/* No bus is normal (ssh, a console), and so is one that comes later or ends. */
static void
on_bus (AufaitSessionBus *bus, AufaitDaemon *daemon)
{
  aufait_desktop_notifier_set_connection (AUFAIT_DESKTOP_NOTIFIER (daemon->notifier),
                                          aufait_session_bus_get (bus));
}

static AufaitNotifier *
new_desktop_notifier (AufaitDaemon *daemon)
{
  daemon->bus = aufait_session_bus_new ();
  g_signal_connect (daemon->bus, "changed", G_CALLBACK (on_bus), daemon);
  return aufait_desktop_notifier_new (aufait_session_bus_get (daemon->bus));
}

static AufaitNotifier *
new_notifier (AufaitDaemon *daemon, AufaitOptionsNotifier choice)
{
  switch (choice) {
  case AUFAIT_OPTIONS_NOTIFIER_LOG:
    return aufait_log_notifier_new (stdout);
  case AUFAIT_OPTIONS_NOTIFIER_NONE:
    return aufait_silent_notifier_new ();
  case AUFAIT_OPTIONS_NOTIFIER_DESKTOP:
  default:
    return new_desktop_notifier (daemon);
  }
}

/* A screen is of use only to those who see it. */
static void
start_presence (AufaitDaemon *daemon, AufaitOptionsNotifier choice)
{
  if (choice != AUFAIT_OPTIONS_NOTIFIER_DESKTOP)
    return;
  daemon->presence = aufait_presence_new ();
  g_signal_connect (daemon->presence, "changed", G_CALLBACK (on_presence), daemon);
  on_presence (daemon->presence, daemon);
}

static void
start_notifier (AufaitDaemon *daemon, AufaitOptionsNotifier choice)
{
  daemon->notifier = new_notifier (daemon, choice);
  g_signal_connect (daemon->notifier, "shown", G_CALLBACK (on_shown), daemon);
  g_signal_connect (daemon->notifier, "failed", G_CALLBACK (on_failed), daemon);
  g_signal_connect (daemon->notifier, "ready", G_CALLBACK (on_ready), daemon);
  g_signal_connect (daemon->notifier, "answered", G_CALLBACK (on_answered), daemon);
  g_signal_connect (daemon->agenda, "show", G_CALLBACK (on_show), daemon);
  follow_hush (daemon, choice);
  g_signal_connect (daemon->agenda, "digest", G_CALLBACK (on_digest), daemon);
  g_signal_connect (daemon->agenda, "close", G_CALLBACK (on_close), daemon);
  aufait_agenda_set_can_show (daemon->agenda, aufait_notifier_is_ready (daemon->notifier));
}

/* --- building -------------------------------------------------------------------------------- */

static gboolean
open_memory (AufaitDaemon *daemon, GError **error)
{
  g_autofree char *path = aufait_paths_dup_memory ();

  daemon->memory = aufait_memory_open (path, error);
  return daemon->memory != NULL;
}

static void
on_settings_changed (AufaitSettings *settings, gpointer user_data)
{
  AufaitDaemon *daemon = user_data;

  aufait_books_set_settings (daemon->books, settings);
  aufait_agenda_set_settings (daemon->agenda, settings);
}

/* What was wrong with a file when it was opened stays to be seen. */
static void
tell_notice (AufaitDaemon *daemon, const char *file, const char *notice)
{
  if (notice == NULL)
    return;
  g_printerr ("aufaitd: %s\n", notice);
  aufait_api_add_problem (daemon->api, file, notice);
}

static void
start_mind (AufaitDaemon *daemon, const AufaitOptions *options)
{
  g_autofree char *path = aufait_paths_dup_settings ();
  AufaitDirectory *directory = NULL;

  daemon->clock =
      options->start != NULL ? aufait_clock_new_at (options->start) : aufait_clock_new ();
  daemon->books = aufait_books_new (daemon->memory);
  directory = aufait_books_get_directory (daemon->books);
  daemon->agenda = aufait_agenda_new (directory, daemon->clock);
  daemon->api = aufait_api_new (
      directory, daemon->agenda, daemon->clock, aufait_books_get_sources (daemon->books),
      aufait_books_get_linker (daemon->books), aufait_books_get_keeper (daemon->books));
  daemon->settings_file = aufait_settings_file_new (path, on_settings_changed, daemon);
  aufait_books_follow (daemon->books, daemon->agenda, daemon->clock);
  daemon->rereading = aufait_rereading_new (daemon->memory, daemon->agenda);
  daemon->rest = aufait_rest_new (daemon->memory, directory, daemon->agenda);
  tell_notice (daemon, "memory.db", aufait_memory_get_notice (daemon->memory));
  tell_notice (daemon, "index.db", aufait_books_get_problem (daemon->books));
}

static gboolean
start_server (AufaitDaemon *daemon, GError **error)
{
  daemon->server = aufait_varlink_server_new ("Au fait", "aufaitd", AUFAIT_VERSION, "");
  aufait_api_serve (daemon->api, daemon->server);
  aufait_rest_watch (daemon->rest, daemon->server);
  return aufait_sockets_open (daemon->server, error);
}

AufaitDaemon *
aufait_daemon_new (const AufaitOptions *options, GError **error)
{
  g_autoptr (AufaitDaemon) daemon = g_new0 (AufaitDaemon, 1);

  if (!open_memory (daemon, error))
    return NULL;
  start_mind (daemon, options);
  if (!start_server (daemon, error))
    return NULL;
  start_presence (daemon, options->notifier);
  start_notifier (daemon, options->notifier);
  daemon->watchdog = aufait_watchdog_new ();
  sd_notify (0, "READY=1");
  return g_steal_pointer (&daemon);
}

/* In the order in which the parts lean on each other: a server before its api, all before the
 * memory. */
void
aufait_daemon_free (AufaitDaemon *daemon)
{
  if (daemon == NULL)
    return;
  sd_notify (0, "STOPPING=1");
  if (daemon->bus != NULL)
    g_signal_handlers_disconnect_by_data (daemon->bus, daemon);
  if (daemon->notifier != NULL) {
    g_signal_handlers_disconnect_by_data (daemon->notifier, daemon);
    g_signal_handlers_disconnect_by_data (daemon->agenda, daemon);
  }
  g_clear_pointer (&daemon->watchdog, aufait_watchdog_free);
  g_clear_pointer (&daemon->rest, aufait_rest_free);
  g_clear_pointer (&daemon->rereading, aufait_rereading_free);
  g_clear_object (&daemon->server);
  if (daemon->presence != NULL)
    g_signal_handlers_disconnect_by_data (daemon->presence, daemon);
  g_clear_object (&daemon->presence);
  g_clear_object (&daemon->notifier);
  g_clear_pointer (&daemon->settings_file, aufait_settings_file_free);
  g_clear_pointer (&daemon->api, aufait_api_free);
  if (daemon->books != NULL)
    aufait_books_unfollow (daemon->books);
  g_clear_object (&daemon->agenda);
  g_clear_object (&daemon->clock);
  g_clear_pointer (&daemon->books, aufait_books_free);
  g_clear_pointer (&daemon->memory, aufait_memory_close);
  g_clear_object (&daemon->bus);
  g_free (daemon);
}
