/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-server.h"

#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/socket.h>

#include "varlink-fixture.h"

#define CALL "{\"method\":\"" TEST_INTERFACE
#define ECHO CALL ".Echo\",\"parameters\":{\"text\":\"a\"}}"

/* Sent as they are, they close the connection: there is no reply to them. */
static const char *malformed[] = {
  "",
  "x",
  "[]",
  "{}",
  "{\"parameters\":{}}",
  "{\"method\":null}",
  "{\"method\":1}",
  "{\"method\":{}}",
  "{\"method\":[\"a.b\"]}",
  CALL ".Fail\",\"parameters\":[]}",
  CALL ".Fail\",\"parameters\":\"\"}",
  CALL ".Fail\",\"parameters\":0}",
  CALL ".Fail\",\"oneway\":1}",
  CALL ".Fail\",\"oneway\":\"true\"}",
  CALL ".Fail\",\"more\":{}}",
  CALL ".Fail\",\"more\":[]}",
  CALL ".Fail\",\"upgrade\":0}",
  CALL ".Fail\",\"more\":true,\"oneway\":true}",
  CALL ".Fail\",\"more\":true,\"upgrade\":true}",
  CALL ".Fail\",\"oneway\":true,\"upgrade\":true}",
  CALL ".Fail\",\"id\":1}",
  CALL ".Fail\"}{}",
  CALL ".Fail\",\"method\":\"org.varlink.service.GetInfo\"}",
};

/* Calls, and what they are answered with. */
static const struct {
  const char *call;
  const char *reply;
} answered[] = {
  { ECHO, "{\"parameters\":{\"text\":\"a\"}}" },
  { CALL ".Echo\",\"parameters\":{\"text\":\"a\"},\"more\":true}",
    "{\"parameters\":{\"text\":\"a\"}}" },
  { CALL ".Echo\",\"parameters\":{\"text\":\"a\"},\"more\":false,\"oneway\":null}",
    "{\"parameters\":{\"text\":\"a\"}}" },
  { CALL ".Echo\",\"org.example\":{\"x\":1},\"parameters\":{\"text\":\"é\\n\\\"\"}}",
    "{\"parameters\":{\"text\":\"é\\n\\\"\"}}" },
  { CALL ".Note\",\"parameters\":{\"text\":\"a\"}}", "{}" },
  { CALL ".Fail\"}",
    "{\"error\":\"org.example.test.Failed\",\"parameters\":{\"message\":\"no\"}}" },
  { CALL ".Fail\",\"parameters\":null}",
    "{\"error\":\"org.example.test.Failed\",\"parameters\":{\"message\":\"no\"}}" },
  { CALL ".Fail\",\"parameters\":{},\"more\":true}",
    "{\"error\":\"org.example.test.Failed\",\"parameters\":{\"message\":\"no\"}}" },
  { CALL ".Mixed\"}", "{\"parameters\":{\"seen\":\"(null)||0|0\"}}" },
  { CALL ".Mixed\",\"parameters\":{\"text\":null,\"many\":null,\"flag\":null,\"number\":null}}",
    "{\"parameters\":{\"seen\":\"(null)||0|0\"}}" },
  { CALL ".Mixed\",\"parameters\":{\"text\":\"12345\",\"many\":[\"a\",\"b\"],\"flag\":true,"
         "\"number\":-9223372036854775808}}",
    "{\"parameters\":{\"seen\":\"12345|a+b|1|-9223372036854775808\"}}" },
  { CALL ".Mixed\",\"parameters\":{\"many\":[]}}", "{\"parameters\":{\"seen\":\"(null)||0|0\"}}" },
};

#define INVALID(name) "InvalidParameter", "\"parameter\":\"" name "\""

static const struct {
  const char *call;
  const char *error;
  const char *parameter;
} refused[] = {
  { CALL ".Echo\"}", INVALID ("text") },
  { CALL ".Echo\",\"parameters\":{\"text\":null}}", INVALID ("text") },
  { CALL ".Echo\",\"parameters\":{\"text\":1}}", INVALID ("text") },
  { CALL ".Echo\",\"parameters\":{\"text\":{}}}", INVALID ("text") },
  { CALL ".Echo\",\"parameters\":{\"text\":[\"a\"]}}", INVALID ("text") },
  { CALL ".Echo\",\"parameters\":{\"text\":\"a\",\"Text\":\"a\"}}", INVALID ("Text") },
  { CALL ".Fail\",\"parameters\":{\"x\":null}}", INVALID ("x") },
  { CALL ".Mixed\",\"parameters\":{\"text\":\"123456\"}}", INVALID ("text") },
  { CALL ".Mixed\",\"parameters\":{\"many\":\"a\"}}", INVALID ("many") },
  { CALL ".Mixed\",\"parameters\":{\"many\":[\"a\",null]}}", INVALID ("many") },
  { CALL ".Mixed\",\"parameters\":{\"many\":[\"a\",[]]}}", INVALID ("many") },
  { CALL ".Mixed\",\"parameters\":{\"many\":[\"123456\"]}}", INVALID ("many") },
  { CALL ".Mixed\",\"parameters\":{\"flag\":1}}", INVALID ("flag") },
  { CALL ".Mixed\",\"parameters\":{\"flag\":\"true\"}}", INVALID ("flag") },
  { CALL ".Mixed\",\"parameters\":{\"number\":1.0}}", INVALID ("number") },
  { CALL ".Mixed\",\"parameters\":{\"number\":\"1\"}}", INVALID ("number") },
  { CALL ".Mixed\",\"parameters\":{\"number\":true}}", INVALID ("number") },
  { CALL ".Echo\",\"parameters\":{\"text\":\"a\"},\"upgrade\":true}", INVALID ("upgrade") },
  { CALL ".Watch\"}", "ExpectedMore", NULL },
  { CALL ".Watch\",\"more\":false}", "ExpectedMore", NULL },
  { CALL ".Undone\"}", "MethodNotImplemented", "\"method\":\"org.example.test.Undone\"" },
  { CALL ".Unlisted\"}", "MethodNotImplemented", "\"method\":\"org.example.test.Unlisted\"" },
  { CALL ".Unheard\"}", "MethodNotFound", "\"method\":\"org.example.test.Unheard\"" },
  { CALL ".echo\"}", "MethodNotFound", "\"method\":\"org.example.test.echo\"" },
  { CALL ".\"}", "MethodNotFound", "\"method\":\"org.example.test.\"" },
  { CALL ".Ech.\"}", "InterfaceNotFound", "\"interface\":\"org.example.test.Ech\"" },
  { "{\"method\":\"org.example.Echo\"}", "InterfaceNotFound", "\"interface\":\"org.example\"" },
  { "{\"method\":\"Echo\"}", "InterfaceNotFound", "\"interface\":\"Echo\"" },
  { "{\"method\":\".Echo\"}", "InterfaceNotFound", "\"interface\":\"\"" },
  { "{\"method\":\"\"}", "InterfaceNotFound", "\"interface\":\"\"" },
  { "{\"method\":\"org.varlink.service.Nothing\"}", "MethodNotFound",
    "\"method\":\"org.varlink.service.Nothing\"" },
  { "{\"method\":\"org.varlink.service.GetInfo\",\"parameters\":{\"x\":1}}", INVALID ("x") },
  { "{\"method\":\"org.varlink.service.GetInterfaceDescription\"}", INVALID ("interface") },
  { "{\"method\":\"org.varlink.service.GetInterfaceDescription\",\"parameters\":"
    "{\"interface\":\"org.example\"}}",
    "InterfaceNotFound", "\"interface\":\"org.example\"" },
};

static void
test_malformed (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) other = varlink_client_new (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (malformed); i++) {
    g_autoptr (VarlinkClient) client = varlink_client_new (fixture);

    g_test_message ("malformed[%zu]", i);
    varlink_client_send (client, ECHO, sizeof ECHO);
    varlink_client_send (client, malformed[i], (gssize) strlen (malformed[i]) + 1);
    varlink_client_send (client, ECHO, sizeof ECHO);
    varlink_client_expect (client, "{\"parameters\":{\"text\":\"a\"}}");
    varlink_client_expect_closed (client);
  }
  varlink_client_send (other, ECHO, sizeof ECHO);
  varlink_client_expect (other, "{\"parameters\":{\"text\":\"a\"}}");
}

static void
test_answers (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (answered); i++) {
    g_test_message ("answered[%zu]", i);
    varlink_client_send (client, answered[i].call, (gssize) strlen (answered[i].call) + 1);
    varlink_client_expect (client, answered[i].reply);
  }
}

static void
test_errors (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_test_message ("refused[%zu]", i);
    varlink_client_send (client, refused[i].call, (gssize) strlen (refused[i].call) + 1);
    varlink_client_expect_error (client, refused[i].error, refused[i].parameter);
  }
}

/* All of it at once: the answers come in the order of the calls. */
static void
test_pipelining (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);
  g_autoptr (GString) calls = g_string_new (NULL);

  for (int i = 0; i < 500; i++) {
    g_string_append_printf (calls, CALL ".Echo\",\"parameters\":{\"text\":\"%d\"}}", i);
    g_string_append_c (calls, '\0');
  }
  varlink_client_send (client, calls->str, (gssize) calls->len);
  for (int i = 0; i < 500; i++) {
    g_autofree char *reply = g_strdup_printf ("{\"parameters\":{\"text\":\"%d\"}}", i);

    varlink_client_expect (client, reply);
  }
}

static void
test_split (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);
  const char calls[] = ECHO "\0" ECHO;

  for (gsize cut = 1; cut < sizeof calls; cut++) {
    varlink_client_send (client, calls, (gssize) cut);
    while (g_main_context_iteration (NULL, FALSE))
      ;
    varlink_client_send (client, calls + cut, (gssize) (sizeof calls - cut));
    varlink_client_expect (client, "{\"parameters\":{\"text\":\"a\"}}");
    varlink_client_expect (client, "{\"parameters\":{\"text\":\"a\"}}");
  }
  for (gsize i = 0; i < sizeof calls; i++) {
    varlink_client_send (client, calls + i, 1);
    while (g_main_context_iteration (NULL, FALSE))
      ;
  }
  varlink_client_expect (client, "{\"parameters\":{\"text\":\"a\"}}");
  varlink_client_expect (client, "{\"parameters\":{\"text\":\"a\"}}");
}

static void
test_oneway (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);

  varlink_client_call (client, "Note", "{\"text\":\"1\"}", "\"oneway\":true");
  varlink_client_call (client, "Fail", NULL, "\"oneway\":true");
  varlink_client_call (client, "Watch", NULL, "\"oneway\":true");
  varlink_client_call (client, "Nothing", NULL, "\"oneway\":true");
  varlink_client_call (client, "Note", "{\"text\":3}", "\"oneway\":true");
  varlink_client_call (client, "Count", "{\"to\":3}", "\"oneway\":true");
  varlink_client_call (client, "Note", "{\"text\":\"2\"}", NULL);
  varlink_client_expect (client, "{}");
  g_assert_cmpstr (fixture->order->str, ==, "12");
}

static gboolean
has_noted_twice (gpointer user_data)
{
  VarlinkFixture *fixture = user_data;

  return fixture->order->len == 2;
}

/* Send and forget: what was sent before the end is done. */
static void
test_oneway_and_gone (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  VarlinkClient *client = varlink_client_new (fixture);

  varlink_client_call (client, "Note", "{\"text\":\"1\"}", "\"oneway\":true");
  varlink_client_call (client, "Note", "{\"text\":\"2\"}", "\"oneway\":true");
  varlink_client_free (client);
  g_assert_true (varlink_fixture_wait (has_noted_twice, fixture));
}

static void
test_more (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);

  varlink_client_call (client, "Count", "{\"to\":3}", "\"more\":true");
  varlink_client_call (client, "Count", "{\"to\":3}", NULL);
  varlink_client_expect (client, "{\"parameters\":{\"n\":1},\"continues\":true}");
  varlink_client_expect (client, "{\"parameters\":{\"n\":2},\"continues\":true}");
  varlink_client_expect (client, "{\"parameters\":{\"n\":3}}");
  varlink_client_expect (client, "{\"parameters\":{\"n\":3}}");
}

static gboolean
has_open (gpointer user_data)
{
  VarlinkFixture *fixture = user_data;

  return fixture->open->len > 0;
}

/* A call without answer holds back those behind it on its connection, and no other. */
static void
test_later (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);
  g_autoptr (VarlinkClient) other = varlink_client_new (fixture);

  varlink_client_call (client, "Later", NULL, NULL);
  varlink_client_call (client, "Note", "{\"text\":\"b\"}", NULL);
  g_assert_true (varlink_fixture_wait (has_open, fixture));
  varlink_client_call (other, "Note", "{\"text\":\"a\"}", NULL);
  varlink_client_expect (other, "{}");

  aufait_varlink_call_reply (g_ptr_array_index (fixture->open, 0), NULL);
  g_ptr_array_set_size (fixture->open, 0);
  varlink_client_expect (client, "{}");
  varlink_client_expect (client, "{}");
  g_assert_cmpstr (fixture->order->str, ==, "ab");
  g_assert_cmpuint (fixture->n_gone, ==, 0);
}

/* Who sends no more may still read: as socat does at the end of its input. */
static void
test_half_closed (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);
  g_autofree char *big = NULL;

  varlink_client_call (client, "Echo", "{\"text\":\"a\"}", NULL);
  varlink_client_call (client, "Later", NULL, NULL);
  varlink_client_call (client, "Big", "{\"size\":1000000}", NULL);
  shutdown (client->fd, SHUT_WR);
  g_assert_true (varlink_fixture_wait (has_open, fixture));
  varlink_client_expect (client, "{\"parameters\":{\"text\":\"a\"}}");
  varlink_fixture_run (20);
  aufait_varlink_call_reply (g_ptr_array_index (fixture->open, 0), NULL);
  g_ptr_array_set_size (fixture->open, 0);
  varlink_client_expect (client, "{}");
  big = varlink_client_receive (client);
  g_assert_cmpuint (strlen (big), >, 1000000);
  varlink_client_expect_closed (client);
}

static gboolean
has_seen_gone (gpointer user_data)
{
  VarlinkFixture *fixture = user_data;

  return fixture->n_gone == 1;
}

static void
test_gone (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  VarlinkClient *client = varlink_client_new (fixture);

  varlink_client_call (client, "Watch", NULL, "\"more\":true");
  varlink_client_call (client, "Note", "{\"text\":\"never\"}", NULL);
  g_assert_true (varlink_fixture_wait (has_open, fixture));
  g_assert_true (aufait_varlink_call_reply_continues (g_ptr_array_index (fixture->open, 0), NULL));
  varlink_client_expect (client, "{\"continues\":true}");
  varlink_client_free (client);
  g_assert_true (varlink_fixture_wait (has_seen_gone, fixture));
  g_assert_cmpuint (fixture->open->len, ==, 0);
  g_assert_cmpuint (aufait_varlink_server_get_n_connections (fixture->server), ==, 0);
  g_assert_cmpstr (fixture->order->str, ==, "");
}

/* The reply finds out before the main loop does: then FALSE, and no more word of it. */
static void
test_gone_while_replying (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  VarlinkClient *client = varlink_client_new (fixture);
  g_autoptr (AufaitVarlinkCall) call = NULL;

  varlink_client_call (client, "Watch", NULL, "\"more\":true");
  g_assert_true (varlink_fixture_wait (has_open, fixture));
  varlink_client_free (client);
  call = g_ptr_array_steal_index (fixture->open, 0);
  g_assert_false (aufait_varlink_call_reply_continues (call, NULL));
  g_assert_false (aufait_varlink_call_reply_continues (call, NULL));
  varlink_fixture_run (10);
  g_assert_cmpuint (fixture->n_gone, ==, 0);
  g_assert_cmpuint (aufait_varlink_server_get_n_connections (fixture->server), ==, 0);
  aufait_varlink_call_reply (call, NULL);
}

static void
test_server_ends (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);

  varlink_client_call (client, "Watch", NULL, "\"more\":true");
  g_assert_true (varlink_fixture_wait (has_open, fixture));
  g_clear_object (&fixture->server);
  g_assert_cmpuint (fixture->n_gone, ==, 1);
  varlink_client_expect_closed (client);
}

static void
test_service (void)
{
  g_autoptr (VarlinkFixture) fixture = varlink_fixture_new ();
  g_autoptr (VarlinkClient) client = varlink_client_new (fixture);
  const char get_info[] = "{\"method\":\"org.varlink.service.GetInfo\"}";
  const char *names[] = { "org.varlink.service", TEST_INTERFACE };

  varlink_client_send (client, get_info, sizeof get_info);
  varlink_client_expect (client, "{\"parameters\":{\"vendor\":\"The makers\",\"product\":\"Test\","
                                 "\"version\":\"1\",\"url\":\"https://example.org\","
                                 "\"interfaces\":[\"org.varlink.service\",\"org.example.test\"]}}");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *call = g_strdup_printf (
        "{\"method\":\"org.varlink.service.GetInterfaceDescription\",\"parameters\":"
        "{\"interface\":\"%s\"}}",
        names[i]);
    g_autofree char *first = g_strdup_printf ("interface %s\\n", names[i]);
    g_autofree char *reply = NULL;

    varlink_client_send (client, call, (gssize) strlen (call) + 1);
    reply = varlink_client_receive (client);
    g_assert_nonnull (strstr (reply, first));
  }
}

static void
count (AufaitVarlinkServer *server, guint *n_called)
{
  (*n_called)++;
}

static void
test_tells_of_calls (void)
{
  VarlinkFixture *fixture = varlink_fixture_new ();
  VarlinkClient *client = varlink_client_new (fixture);
  guint n_called = 0;

  g_signal_connect (fixture->server, "called", G_CALLBACK (count), &n_called);
  for (guint i = 1; i <= 3; i++) {
    varlink_client_send (client, ECHO, sizeof ECHO);
    varlink_client_expect (client, "{\"parameters\":{\"text\":\"a\"}}");
    g_assert_cmpuint (n_called, ==, i);
  }
  varlink_client_free (client);
  varlink_fixture_free (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/varlink-server/closes-on-what-is-no-call", test_malformed);
  g_test_add_func ("/varlink-server/answers-calls", test_answers);
  g_test_add_func ("/varlink-server/says-why-it-refuses", test_errors);
  g_test_add_func ("/varlink-server/answers-in-order", test_pipelining);
  g_test_add_func ("/varlink-server/puts-split-messages-together", test_split);
  g_test_add_func ("/varlink-server/says-nothing-to-oneway-calls", test_oneway);
  g_test_add_func ("/varlink-server/does-what-was-sent-before-the-end", test_oneway_and_gone);
  g_test_add_func ("/varlink-server/gives-several-replies-to-who-wants-more", test_more);
  g_test_add_func ("/varlink-server/lets-calls-wait-for-a-late-answer", test_later);
  g_test_add_func ("/varlink-server/answers-who-only-reads", test_half_closed);
  g_test_add_func ("/varlink-server/says-when-a-client-is-gone", test_gone);
  g_test_add_func ("/varlink-server/tells-who-replies-that-the-client-is-gone",
                   test_gone_while_replying);
  g_test_add_func ("/varlink-server/ends-with-calls-open", test_server_ends);
  g_test_add_func ("/varlink-server/tells-about-itself", test_service);
  g_test_add_func ("/varlink-server/tells-of-calls", test_tells_of_calls);
  return g_test_run ();
}
