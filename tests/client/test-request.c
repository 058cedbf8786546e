/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-request.h"

static void
writes_a_message (void)
{
  const char *const none[] = { NULL };
  const char *const some[] = { "a@x.org", "b\"\\\n@x.org", NULL };
  g_autoptr (AufaitRequest) request = aufait_request_new ("AddPerson");
  g_autofree char *empty = aufait_request_dup_message (request, FALSE);
  g_autofree char *message = NULL;

  g_assert_cmpstr (empty, ==, "{\"method\":\"org.aufait.AddPerson\",\"parameters\":{}}");
  aufait_request_add_string (request, "name", "Zoé \033");
  aufait_request_add_string (request, "circle", NULL);
  aufait_request_add_strings (request, "phones", none);
  aufait_request_add_strings (request, "emails", some);
  aufait_request_add_true (request, "private");
  message = aufait_request_dup_message (request, TRUE);
  g_assert_cmpstr (message, ==,
                   "{\"method\":\"org.aufait.AddPerson\",\"parameters\":{\"name\":\"Zoé \\u001b\","
                   "\"emails\":[\"a@x.org\",\"b\\\"\\\\\\u000a@x.org\"],\"private\":true},"
                   "\"more\":true}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/request/writes-a-message", writes_a_message);
  return g_test_run ();
}
