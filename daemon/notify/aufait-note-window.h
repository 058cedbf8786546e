/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which a note about someone is typed, for notifications that take no text
 * themselves. */
#pragma once

#include <gio/gio.h>

/* Opens it and returns at once. The user's service manager starts it, asked on @connection (the
 * session bus, or NULL: none), because what the daemon starts itself inherits the filters that the
 * daemon is locked in; where there is no service manager, the daemon does. What fails is logged.
 * Once the note is kept, the nudge @nudge_id is done.
 *
 * The program is aufait-note-dialog in libexec, or what AUFAIT_NOTE_DIALOG names. */
void aufait_note_window_open (GDBusConnection *connection,
                              gint64 person_id,
                              const char *name,
                              gint64 nudge_id);
