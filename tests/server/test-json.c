/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-json.h"

#include <math.h>

#include "aufait-varlink-gate.h"

static const struct {
  const char *string;
  const char *written;
} strings[] = {
  { "", "\"\"" },
  { "é€😀/\x7f", "\"é€😀/\x7f\"" },
  { "\"\\\"", "\"\\\"\\\\\\\"\"" },
  { "a\nb\rc\td", "\"a\\nb\\rc\\td\"" },
  { "\x01\b\f\x1f ", "\"\\u0001\\u0008\\u000c\\u001f \"" },
  { "\xff", "\"\xef\xbf\xbd\"" },
};

static const struct {
  double number;
  const char *written;
} numbers[] = {
  { 0.5, "0.5" },   { 100, "100.0" }, { 1e308, "1e+308" },
  { -0.0, "-0.0" }, { NAN, "null" },  { -INFINITY, "null" },
};

static void
test_strings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++) {
    g_autoptr (GString) text = g_string_new (NULL);

    aufait_json_append_string (text, strings[i].string);
    g_assert_cmpstr (text->str, ==, strings[i].written);
  }
}

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *written = g_strdup_printf ("{\"a\":%s}", numbers[i].written);
    g_autoptr (JsonObject) object = json_object_new ();

    json_object_set_double_member (object, "a", numbers[i].number);
    aufait_json_append_object (text, object);
    g_assert_cmpstr (text->str, ==, written);
    g_assert_true (aufait_varlink_gate_check (text->str, text->len, NULL));
  }
}

/* What is read is written again, in its order. */
static void
test_round (void)
{
  const char *all = "{\"z\":[],\"a\":{},\"m\":[1,-9223372036854775808,[true,false],null,"
                    "{\"\\\"\":{\"é\":\"\"}}],\"b\":9223372036854775807,\"c\":0.25}";
  g_autoptr (JsonNode) node = json_from_string (all, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  aufait_json_append_object (text, json_node_get_object (node));
  g_assert_cmpstr (text->str, ==, all);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/escapes-what-must-be", test_strings);
  g_test_add_func ("/json/writes-numbers-that-are-json", test_numbers);
  g_test_add_func ("/json/writes-what-was-read", test_round);
  return g_test_run ();
}
