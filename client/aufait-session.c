/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-session.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aufait-call.h"
#include "aufait-complaint.h"
#include "aufait-contract.h"
#include "aufait-fields.h"
#include "aufait-plain.h"

AufaitSession *
aufait_session_new (AufaitArguments *arguments)
{
  AufaitSession *session = g_new0 (AufaitSession, 1);

  session->arguments = arguments;
  session->screen = aufait_screen_new (arguments->color);
  return session;
}

void
aufait_session_free (AufaitSession *session)
{
  if (session == NULL)
    return;
  aufait_screen_free (session->screen);
  g_free (session->text);
  g_free (session->doubt);
  g_free (session);
}

void
aufait_session_give_back (const char *text)
{
  if (text != NULL && *text != '\0')
    aufait_screen_warn ("%s\n%s\n", _ ("Your words, so that they are not lost:"), text);
}

int
aufait_session_fail (AufaitSession *session, int status, const char *sentence)
{
  aufait_screen_flush (session->screen, NULL);
  aufait_screen_warn ("aufait: %s\n", sentence);
  aufait_session_give_back (session->text);
  return status;
}

/* The daemon was not reached, or did not answer. */
static int
fail_call (AufaitSession *session, const GError *error)
{
  gboolean sent = g_error_matches (error, AUFAIT_CALL_ERROR, AUFAIT_CALL_ERROR_SILENT) ||
                  g_error_matches (error, AUFAIT_CALL_ERROR, AUFAIT_CALL_ERROR_GARBLED);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, AUFAIT_CALL_ERROR, AUFAIT_CALL_ERROR_STOPPED))
    return AUFAIT_STATUS_DONE;
  if (sent && session->doubt != NULL)
    sentence = g_strdup_printf ("%s %s", error->message, session->doubt);
  else
    sentence = aufait_plain_end (error->message);
  return aufait_session_fail (session, AUFAIT_STATUS_NO_DAEMON, sentence);
}

static int
fail_refused (AufaitSession *session, const AufaitFrame *frame)
{
  g_autoptr (JsonObject) parameters = aufait_fields_parse (frame->parameters);
  g_autofree char *sentence =
      aufait_complaint_dup (frame->error, parameters, session->arguments->command);

  if (session->arguments->json)
    aufait_screen_print (session->screen, "{\"error\":\"%s\",\"parameters\":%s}\n", frame->error,
                         frame->parameters);
  return aufait_session_fail (session, AUFAIT_STATUS_REFUSED, sentence);
}

static int
fail_garbled (AufaitSession *session)
{
  g_autoptr (GError) garbled =
      g_error_new_literal (AUFAIT_CALL_ERROR, AUFAIT_CALL_ERROR_GARBLED,
                           _ ("aufaitd answered something that is not to be understood."));

  return fail_call (session, garbled);
}

static int
show_reply (AufaitSession *session, const AufaitFrame *frame, AufaitPrint print)
{
  g_autoptr (JsonObject) reply = NULL;

  if (frame->error != NULL)
    return fail_refused (session, frame);
  if (session->arguments->json) {
    aufait_screen_print (session->screen, "%s\n", frame->parameters);
    return AUFAIT_STATUS_DONE;
  }
  reply = aufait_fields_parse (frame->parameters);
  if (reply == NULL)
    return fail_garbled (session);
  print (session->screen, reply);
  return AUFAIT_STATUS_DONE;
}

/* Said here, as what is far too long is not even read to its end by the daemon. */
static gboolean
check_length (AufaitSession *session)
{
  if (session->text == NULL || strlen (session->text) <= AUFAIT_TEXT_MAX)
    return TRUE;
  aufait_session_fail (session, AUFAIT_STATUS_REFUSED,
                       _ ("The text is too long for one note: make it several."));
  return FALSE;
}

int
aufait_session_answer (AufaitSession *session, const AufaitRequest *request, AufaitPrint print)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitCall) call = NULL;
  g_autoptr (AufaitFrame) frame = NULL;

  if (!check_length (session))
    return AUFAIT_STATUS_REFUSED;
  call = aufait_call_new (request, FALSE, 0, &error);
  frame = call != NULL ? aufait_call_next (call, &error) : NULL;
  if (frame == NULL)
    return fail_call (session, error);
  return show_reply (session, frame, print);
}

JsonObject *
aufait_session_ask (AufaitSession *session, const AufaitRequest *request, int *ret_status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitCall) call = aufait_call_new (request, FALSE, 0, &error);
  g_autoptr (AufaitFrame) frame = call != NULL ? aufait_call_next (call, &error) : NULL;
  JsonObject *reply = NULL;

  if (frame == NULL) {
    *ret_status = fail_call (session, error);
    return NULL;
  }
  if (frame->error != NULL) {
    *ret_status = fail_refused (session, frame);
    return NULL;
  }
  reply = aufait_fields_parse (frame->parameters);
  if (reply == NULL)
    *ret_status = fail_garbled (session);
  return reply;
}

int
aufait_session_follow (AufaitSession *session, const AufaitRequest *request, AufaitPrint print)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AufaitCall) call = aufait_call_new (request, TRUE, 0, &error);
  gboolean continues = call != NULL;
  int status = AUFAIT_STATUS_DONE;

  while (continues) {
    g_autoptr (AufaitFrame) frame = aufait_call_next (call, &error);

    if (frame == NULL)
      break;
    status = show_reply (session, frame, print);
    if (status == AUFAIT_STATUS_DONE && !aufait_screen_flush (session->screen, &error))
      return aufait_session_fail (session, AUFAIT_STATUS_REFUSED, error->message);
    continues = frame->continues && status == AUFAIT_STATUS_DONE;
  }
  if (g_error_matches (error, AUFAIT_CALL_ERROR, AUFAIT_CALL_ERROR_SILENT))
    return aufait_session_fail (session, AUFAIT_STATUS_NO_DAEMON, _ ("aufaitd has ended."));
  return error != NULL ? fail_call (session, error) : status;
}

int
aufait_session_finish (AufaitSession *session, int status)
{
  g_autoptr (GError) error = NULL;

  if (aufait_screen_flush (session->screen, &error) || status != AUFAIT_STATUS_DONE)
    return status;
  aufait_screen_warn ("aufait: %s\n", error->message);
  return AUFAIT_STATUS_REFUSED;
}

char *
aufait_session_dup_words (const AufaitSession *session, guint first)
{
  char *words = aufait_arguments_join (session->arguments, first);

  if (*words != '\0')
    return words;
  g_free (words);
  return NULL;
}
