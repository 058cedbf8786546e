/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-answers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
are_numbers (const char *const *words)
{
  for (; *words != NULL; words++)
    if (**words == '\0' || strspn (*words, "0123456789") != strlen (*words))
      return FALSE;
  return TRUE;
}

static int
give_one (AufaitSession *session, const char *method, const char *ref, AufaitPrint print)
{
  g_autoptr (AufaitRequest) request = aufait_request_new (method);

  aufait_request_add_string (request, "ref", ref);
  return aufait_session_answer (session, request, print);
}

int
aufait_answers_give (AufaitSession *session, const char *method, AufaitPrint print)
{
  const char *const *words = (const char *const *) session->arguments->words;
  g_autofree char *ref = aufait_session_dup_words (session, 0);
  int status = AUFAIT_STATUS_DONE;

  session->doubt = g_strdup (_ ("It may or may not have been done: see “aufait nudges”."));
  if (!are_numbers (words))
    return give_one (session, method, ref, print);
  if (session->arguments->json && g_strv_length (session->arguments->words) > 1)
    return aufait_session_fail (session, AUFAIT_STATUS_USAGE,
                                _ ("With --json one nudge is answered at a time."));
  for (; *words != NULL && status != AUFAIT_STATUS_NO_DAEMON; words++) {
    int one = give_one (session, method, *words, print);

    status = MAX (status, one);
  }
  return status;
}
