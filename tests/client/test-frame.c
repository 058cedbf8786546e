/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-frame.h"

static const struct {
  const char *text;
  const char *error;
  const char *parameters;
  gboolean continues;
} valid[] = {
  { "{}", NULL, "{}", FALSE },
  { " { } ", NULL, "{}", FALSE },
  { "{\"parameters\":{}}", NULL, "{}", FALSE },
  { "{\"parameters\":{\"b\":1,\"a\":[{\"x\":\"}\\\"]\"}]}}", NULL,
    "{\"b\":1,\"a\":[{\"x\":\"}\\\"]\"}]}", FALSE },
  { "{\"parameters\":{\"n\":99999999999999999999, \"f\":1.50}}", NULL,
    "{\"n\":99999999999999999999, \"f\":1.50}", FALSE },
  { "{\"error\":\"org.aufait.Refused\",\"parameters\":{\"message\":\"no\"}}", "org.aufait.Refused",
    "{\"message\":\"no\"}", FALSE },
  { "{\"continues\":true,\"parameters\":{\"é\":\"\\u00e9\"}}", NULL, "{\"é\":\"\\u00e9\"}", TRUE },
  { "{\"continues\":false}", NULL, "{}", FALSE },
  { "{\"parameters\":null,\"other\":[1,2,{}],\"n\":-1}", NULL, "{}", FALSE },
  { "{\n \"parameters\": {\n  \"a\": 1\n }\n}\n", NULL, "{   \"a\": 1  }", FALSE },
};

static void
keeps_parameters_byte_for_byte (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    g_autoptr (AufaitFrame) frame = aufait_frame_new (valid[i].text);

    g_test_message ("%s", valid[i].text);
    g_assert_nonnull (frame);
    g_assert_cmpstr (frame->error, ==, valid[i].error);
    g_assert_cmpstr (frame->parameters, ==, valid[i].parameters);
    g_assert_cmpint (frame->continues, ==, valid[i].continues);
  }
}

static const char *const invalid[] = {
  "",
  " ",
  "null",
  "[]",
  "\"text\"",
  "{",
  "}",
  "{}{}",
  "{\"a\"}",
  "{\"a\":}",
  "{\"a\":1",
  "{a:1}",
  "{\"a\":1,}",
  "{\"a\":1 \"b\":2}",
  "{\"parameters\":{}",
  "{\"parameters\":{\"a}}",
  "{\"a\":\"\n\"}",
  "{\"a\":\"\377\"}",
  "{} x",
};

static void
refuses_what_is_no_object (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_test_message ("%u", i);
    g_assert_null (aufait_frame_new (invalid[i]));
  }
}

static void
refuses_deep_nests (void)
{
  g_autofree char *open = g_strnfill (100000, '[');
  g_autofree char *close = g_strnfill (100000, ']');
  g_autofree char *text = g_strconcat ("{\"parameters\":{\"a\":", open, close, "}}", NULL);

  g_assert_null (aufait_frame_new (text));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frame/keeps-parameters-byte-for-byte", keeps_parameters_byte_for_byte);
  g_test_add_func ("/frame/refuses-what-is-no-object", refuses_what_is_no_object);
  g_test_add_func ("/frame/refuses-deep-nests", refuses_deep_nests);
  return g_test_run ();
}
