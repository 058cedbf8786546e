/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a nudge reaches the person. An interface: on the desktop, as a line on standard output, or
 * not at all. Never blocks the caller. Signals are emitted in the main context of the caller:
 *
 *   shown (gint64 nudge_id)                     it is on the screen, or on its way for sure;
 *                                               may come before aufait_notifier_show returns
 *   failed (gint64 nudge_id)                    it was refused, and will be again for now; may come
 *                                               before aufait_notifier_show returns
 *   answered (gint64 nudge_id, char *answer, char *text)
 *                                               "done", "later" or "note"; @text: what was typed
 *                                               into the notification itself, NULL: nothing
 *   ready (gboolean is_new)                     it can show again. @is_new: by a server that has
 *                                               just appeared; what another one had on the screen
 *                                               is gone. Else it was slow for a while: what it has
 *                                               on the screen is there, what waited for a place was
 *                                               forgotten
 */
#pragma once

#include <gio/gio.h>

#include "aufait-values.h"

#define AUFAIT_TYPE_NOTIFIER (aufait_notifier_get_type ())
G_DECLARE_INTERFACE (AufaitNotifier, aufait_notifier, AUFAIT, NOTIFIER, GObject)

struct _AufaitNotifierInterface {
  GTypeInterface parent;
  gboolean (*is_ready) (AufaitNotifier *self);
  void (*show) (AufaitNotifier *self, const AufaitNudge *nudge, const char *body);
  void (*close) (AufaitNotifier *self, gint64 nudge_id);
  void (*show_digest) (AufaitNotifier *self, guint n_people, const char *title, const char *body);
};

/* Whether something shown now would be seen: a server is there and answers. */
gboolean aufait_notifier_is_ready (AufaitNotifier *self);

/* Shows @nudge, with @body (plain text, unescaped) under its title. Copies what it needs. Shown
 * again, it takes the place of the one on the screen. What waits for a server is forgotten
 * without a signal. */
void aufait_notifier_show (AufaitNotifier *self, const AufaitNudge *nudge, const char *body);

/* Takes it off the screen, if it is there: it was answered elsewhere, or makes no sense any more;
 * 0: what aufait_notifier_show_digest showed. */
void aufait_notifier_close (AufaitNotifier *self, gint64 nudge_id);

/* Shows that @n_people wait: @title and @body, plain text, without buttons. Says nothing back. */
void aufait_notifier_show_digest (AufaitNotifier *self,
                                  guint n_people,
                                  const char *title,
                                  const char *body);

/* For implementations. */
void aufait_notifier_emit_shown (AufaitNotifier *self, gint64 nudge_id);
void aufait_notifier_emit_failed (AufaitNotifier *self, gint64 nudge_id);
void aufait_notifier_emit_answered (AufaitNotifier *self,
                                    gint64 nudge_id,
                                    const char *answer,
                                    const char *text);
void aufait_notifier_emit_ready (AufaitNotifier *self, gboolean is_new);
