/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-gate.h"

#include <string.h>

#include "aufait-contract.h"

static const char *valid[] = {
  "{}",
  " \t\r\n{ \t\r\n} \t\r\n",
  "{\"a\":1}",
  "{ \"a\" : [ 1 , 2 , { } , [ ] ] }",
  "{\"\":\"\"}",
  "{\"a\":{\"a\":{\"a\":1},\"b\":1}}",
  "{\"a\":[{\"a\":1},{\"a\":2}]}",
  "{\"a\":null,\"b\":true,\"c\":false}",
  "{\"a\":0,\"b\":-0,\"c\":0.5,\"d\":-0.5e-7,\"e\":1E+2,\"f\":0e0,\"g\":10}",
  "{\"a\":9223372036854775807,\"b\":-9223372036854775808}",
  "{\"a\":1e308,\"b\":-1.7976931348623157e308,\"c\":1e-400}",
  "{\"a\":99999999999999999999.5}",
  "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}",
  "{\"a\":\"\\u0001\\u00e9\\uD83D\\uDE00\\uffff\"}",
  "{\"a\":\"é€😀\x7f\"}",
  "{\"é\":1,\"e\":2,\"E\":3}",
  "{\"a\":\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"}",
  "{\"a\":\"// no comment /* */ '\"}",
  "{\"a\":1,\"\\u0062\":2,\"c\":3}",
  "{\"1\":0,\"2\":0,\"3\":0,\"4\":0,\"5\":0,\"6\":0,\"7\":0,\"8\":0,\"9\":0,\"10\":0}",
  "{\"\\ud83d\\ude00\":0,\"\\ud83d\\ude01\":0}",
};

static const char *invalid[] = {
  "",
  " ",
  "null",
  "[]",
  "\"a\"",
  "1",
  "{",
  "}",
  "{}}",
  "{}{}",
  "{} {}",
  "{},",
  "{} x",
  "\xef\xbb\xbf{}",
  "{,}",
  "{\"a\"}",
  "{\"a\":}",
  "{\"a\":1",
  "{\"a\":1,}",
  "{\"a\":1,,\"b\":1}",
  "{\"a\":1 \"b\":2}",
  "{\"a\" 1}",
  "{\"a\"::1}",
  "{\"a\":1:2}",
  "{a:1}",
  "{'a':1}",
  "{\"a\":'b'}",
  "{1:1}",
  "{null:1}",
  "{\"a\":[}",
  "{\"a\":[1}",
  "{\"a\":[1,]}",
  "{\"a\":[,1]}",
  "{\"a\":[1 2]}",
  "{\"a\":[1]]}",
  "{\"a\":{]}",
  "{\"a\":[\"a\":1]}",
  "{\"a\":(1)}",
  "{\"a\":1}/* c */",
  "{/* c */}",
  "{\"a\":1 // c\n}",
  "# c\n{}",
  "{\"a\":nul}",
  "{\"a\":nulll}",
  "{\"a\":True}",
  "{\"a\":undefined}",
  "{\"a\":NaN}",
  "{\"a\":Infinity}",
  "{\"a\":-Infinity}",
  "{\"a\":inf}",
  "{\"a\":+1}",
  "{\"a\":-}",
  "{\"a\":--1}",
  "{\"a\":- 1}",
  "{\"a\":01}",
  "{\"a\":-01}",
  "{\"a\":00}",
  "{\"a\":.5}",
  "{\"a\":1.}",
  "{\"a\":1.e1}",
  "{\"a\":1e}",
  "{\"a\":1e+}",
  "{\"a\":1e1.5}",
  "{\"a\":0x10}",
  "{\"a\":0x1p4}",
  "{\"a\":1_000}",
  "{\"a\":1e309}",
  "{\"a\":-1e999999999}",
  "{\"a\":9223372036854775808}",
  "{\"a\":-9223372036854775809}",
  "{\"a\":99999999999999999999}",
  "{\"a\":1e",
  "{\"a\":1.5",
  "{\"a\":-",
  "{\"a\":\"}",
  "{\"a\":\"\\\"}",
  "{\"a\":\"\\",
  "{\"a\":\"\\u",
  "{\"a\":\"\\u12",
  "{\"a\":\"\t\"}",
  "{\"a\":\"\n\"}",
  "{\"a\":\"\x01\"}",
  "{\"a\":\"\\a\"}",
  "{\"a\":\"\\'\"}",
  "{\"a\":\"\\x41\"}",
  "{\"a\":\"\\U00e9\"}",
  "{\"a\":\"\\u00g0\"}",
  "{\"a\":\"\\u 041\"}",
  "{\"a\":\"\\u0000\"}",
  "{\"\\u0000\":1}",
  "{\"a\":\"\\ud83d\"}",
  "{\"a\":\"\\ud83dx\"}",
  "{\"a\":\"\\ud83d\\n\"}",
  "{\"a\":\"\\ud83d\\u0041\"}",
  "{\"a\":\"\\ud83d\\ud83d\"}",
  "{\"a\":\"\\ude00\"}",
  "{\"a\":\"\\ude00\\ud83d\"}",
  "{\"a\":\"\xff\"}",
  "{\"a\":\"\xc3\"}",
  "{\"a\":\"\xc0\xaf\"}",
  "{\"a\":\"\xed\xa0\x80\"}",
  "{\"a\":\"\xf4\x90\x80\x80\"}",
  "{\"a\":1,\"a\":2}",
  "{\"a\":1,\"b\":2,\"a\":1}",
  "{\"a\":1,\"\\u0061\":2}",
  "{\"é\":1,\"\\u00E9\":2}",
  "{\"😀\":1,\"\\ud83d\\ude00\":2}",
  "{\"\":1,\"\":2}",
  "{\"b\":{\"a\":{},\"a\":{}}}",
  "{\"b\":[0,{\"x\":1,\"x\":1}]}",
  "{\"a\":{\"a\":1},\"a\":2}",
  "{\"1\":0,\"2\":0,\"3\":0,\"4\":0,\"5\":0,\"6\":0,\"7\":0,\"8\":0,\"9\":0,\"\\u0031\":0}",
  "{\"a\":\v1}",
  "{\"a\":\302\2401}",
};

static void
test_valid (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++) {
    const char *reason = NULL;

    if (!aufait_varlink_gate_check (valid[i], strlen (valid[i]), &reason))
      g_error ("valid[%zu] was refused, %s: %s", i, reason, valid[i]);
    g_assert_null (reason);
  }
}

static void
test_invalid (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++) {
    const char *reason = NULL;

    if (aufait_varlink_gate_check (invalid[i], strlen (invalid[i]), &reason))
      g_error ("invalid[%zu] was accepted: %s", i, invalid[i]);
    g_assert_nonnull (reason);
    g_assert_false (aufait_varlink_gate_check (invalid[i], strlen (invalid[i]), NULL));
  }
}

/* Each byte is where it must be: what is cut short reads nothing behind its end (ASan looks). */
static void
test_cut_short (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++) {
    g_autofree char *whole = g_strchomp (g_strdup (valid[i]));
    gsize length = strlen (whole);

    for (gsize cut = 0; cut < length; cut++) {
      g_autofree char *exact = g_memdup2 (valid[i], MAX (cut, 1));

      g_assert_false (aufait_varlink_gate_check (exact, cut, NULL));
    }
  }
}

static void
test_nul (void)
{
  g_assert_false (aufait_varlink_gate_check ("{}\0", 3, NULL));
  g_assert_false (aufait_varlink_gate_check ("{\"a\":\"\0\"}", 9, NULL));
  g_assert_false (aufait_varlink_gate_check ("\0{}", 3, NULL));
}

static char *
nest (guint depth, const char *opening, const char *closing)
{
  g_autoptr (GString) text = g_string_new ("{\"a\":");

  for (guint i = 0; i < depth; i++)
    g_string_append (text, opening);
  g_string_append_c (text, '1');
  for (guint i = 0; i < depth; i++)
    g_string_append (text, closing);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_depth (void)
{
  g_autofree char *arrays = NULL, *too_many = NULL, *closed = NULL;

  arrays = nest (AUFAIT_DEPTH_MAX - 1, "[", "]");
  too_many = nest (AUFAIT_DEPTH_MAX, "{\"a\":", "}");
  closed = g_strconcat (arrays, "}", NULL);
  g_assert_true (aufait_varlink_gate_check (closed, strlen (closed), NULL));
  g_clear_pointer (&closed, g_free);
  closed = g_strconcat (too_many, "}", NULL);
  g_assert_false (aufait_varlink_gate_check (closed, strlen (closed), NULL));
}

static char *
fill (gsize length)
{
  char *text = g_malloc (length + 1);

  memset (text, 'x', length);
  memcpy (text, "{\"a\":\"", 6);
  memcpy (text + length - 2, "\"}", 3);
  return text;
}

static void
test_length (void)
{
  g_autofree char *fits = fill (AUFAIT_MESSAGE_MAX);
  g_autofree char *too_long = fill (AUFAIT_MESSAGE_MAX + 1);

  g_assert_true (aufait_varlink_gate_check (fits, AUFAIT_MESSAGE_MAX, NULL));
  g_assert_false (aufait_varlink_gate_check (too_long, AUFAIT_MESSAGE_MAX + 1, NULL));
}

/* As many names as a message can hold, escaped ones too: found without comparing all with all. */
static void
test_many_names (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  guint i;

  for (i = 0; text->len < AUFAIT_MESSAGE_MAX - 64; i++)
    g_string_append_printf (text, i % 2 ? "\"\\u0061%x\":0," : "\"a%x\":0,", i);
  g_string_append (text, "\"z\":0}");
  g_assert_true (aufait_varlink_gate_check (text->str, text->len, NULL));

  g_string_truncate (text, text->len - strlen ("\"z\":0}"));
  g_string_append_printf (text, i % 2 ? "\"\\u0061%x\":0}" : "\"a%x\":0}", 7);
  g_assert_false (aufait_varlink_gate_check (text->str, text->len, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/varlink-gate/lets-json-objects-pass", test_valid);
  g_test_add_func ("/varlink-gate/refuses-all-else", test_invalid);
  g_test_add_func ("/varlink-gate/refuses-what-is-cut-short", test_cut_short);
  g_test_add_func ("/varlink-gate/refuses-a-nul", test_nul);
  g_test_add_func ("/varlink-gate/limits-the-depth", test_depth);
  g_test_add_func ("/varlink-gate/limits-the-length", test_length);
  g_test_add_func ("/varlink-gate/finds-a-name-twice-among-many", test_many_names);
  return g_test_run ();
}
