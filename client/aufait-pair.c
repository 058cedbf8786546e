/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-pair.h"

#include <glib/gi18n-lib.h>

int
aufait_pair_run (AufaitSession *session, const char *method, AufaitPrint print)
{
  const char *const *words = (const char *const *) session->arguments->words;
  gboolean are_two = g_strv_length (session->arguments->words) == 2;
  g_autofree char *both = aufait_session_dup_words (session, 0);
  g_autoptr (AufaitRequest) request = aufait_request_new (method);

  session->doubt = g_strdup (_ ("It may or may not have been kept: see “aufait list”."));
  aufait_request_add_string (request, "who", are_two ? words[0] : both);
  aufait_request_add_string (request, "other", are_two ? words[1] : NULL);
  return aufait_session_answer (session, request, print);
}
