/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a notification says: made from a nudge on the main thread, worded on the notifier's thread
 * when it is known what the server can do. An immutable value. */
#pragma once

#include "aufait-values.h"

/* What a server can do, of what matters here (Desktop Notifications Specification,
 * GetCapabilities; inline-reply is KDE's). */
typedef enum {
  AUFAIT_DESKTOP_CAN_NOTHING = 0,
  AUFAIT_DESKTOP_CAN_ACTIONS = 1 << 0,
  AUFAIT_DESKTOP_CAN_BODY_MARKUP = 1 << 1,
  AUFAIT_DESKTOP_CAN_INLINE_REPLY = 1 << 2,
} AufaitDesktopCapabilities;

AufaitDesktopCapabilities aufait_desktop_capabilities_from_strv (const char *const *names);

typedef struct {
  gint64 nudge_id; /* 0: it is about nobody alone, and has no buttons */
  char *title;     /* plain, on one line */
  char *body;      /* plain, a few lines */
  char *picture;   /* the path of a file; NULL: none */
} AufaitDesktopNotice;

/* @body: plain text as it came. Nothing of a private nudge is in a notice. */
AufaitDesktopNotice *aufait_desktop_notice_new (const AufaitNudge *nudge, const char *body);
/* One that asks nothing. */
AufaitDesktopNotice *aufait_desktop_notice_new_digest (const char *title, const char *body);
void aufait_desktop_notice_free (AufaitDesktopNotice *notice);

/* The body for such a server: escaped if it reads markup; with the command that answers if it has
 * no buttons. */
char *aufait_desktop_notice_dup_body (const AufaitDesktopNotice *notice,
                                      AufaitDesktopCapabilities capabilities);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitDesktopNotice, aufait_desktop_notice_free)
