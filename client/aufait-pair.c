/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-pair.h"

#include <glib/gi18n-lib.h>

int
aufait_pair_run (AufaitSession *session, const char *method, AufaitPrint print)
{
  const char *const *words = (const char *const *) session->arguments->words;
  g_autoptr (AufaitRequest) request = aufait_request_new (method);

  session->doubt = g_strdup (_ ("It may or may not have been kept: see “aufait list”."));
  aufait_request_add_string (request, "who", words[0]);
  aufait_request_add_string (request, "other", words[1]);
  return aufait_session_answer (session, request, print);
}
