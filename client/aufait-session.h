/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of one command: what was asked, where the answer goes, and what is said when there is
 * none. */
#pragma once

#include <json-glib/json-glib.h>

#include "aufait-arguments.h"
#include "aufait-request.h"
#include "aufait-screen.h"

struct AufaitSession {
  AufaitArguments *arguments; /* borrowed */
  AufaitScreen *screen;
  char *text;  /* what was typed, for a note, and must not be lost; NULL: nothing */
  char *doubt; /* what to say when it is not known whether the command was done; NULL: nothing */
};

AufaitSession *aufait_session_new (AufaitArguments *arguments);
void aufait_session_free (AufaitSession *session);

/* Shows a reply to a person. */
typedef void (*AufaitPrint) (AufaitScreen *screen, JsonObject *reply);

/* Makes the call and shows the reply, by @print or as JSON; or says on stderr why there is none: a
 * text that is too long for a note is not sent. Returns an AufaitStatus. */
int aufait_session_answer (AufaitSession *session, const AufaitRequest *request, AufaitPrint print);

/* Makes the call and gives the reply; NULL when there is none, which was said on stderr: then
 * @ret_status is the AufaitStatus. */
JsonObject *
aufait_session_ask (AufaitSession *session, const AufaitRequest *request, int *ret_status);

/* The same for a call with a stream of replies, each shown as it comes, until a signal ends it. */
int aufait_session_follow (AufaitSession *session, const AufaitRequest *request, AufaitPrint print);

/* Shows what is left to show. Returns @status, or that of a screen that takes no more. */
int aufait_session_finish (AufaitSession *session, int status);

/* Says @sentence on stderr, gives the text back, returns @status. */
int aufait_session_fail (AufaitSession *session, int status, const char *sentence);

/* Shows on stderr a text that was typed and not kept, so that it can be copied. */
void aufait_session_give_back (const char *text);

/* The words from the @first on, joined; NULL when there are none. */
char *aufait_session_dup_words (const AufaitSession *session, guint first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitSession, aufait_session_free)
