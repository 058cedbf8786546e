/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-lines.h"

/* What is expected: the lines, each with its number before it, and "|" between. */
static const struct {
  const char *text;
  const char *lines;
} valid[] = {
  { "", "" },
  { "a", "1a" },
  { "a\n", "1a" },
  { "a\r\nb\r\n", "1a|2b" },
  { "a\nb", "1a|2b" },
  { "a\rb\r", "1a|2b" },
  { "a\rb\nc\r\nd", "1a|2b|3c|4d" },
  { "a\r\r\nb", "1a|2b" },
  { "\n\na\n\n\nb\n\n", "3a|6b" },
  { "a\r\n b", "1ab" },
  { "a\n\tb", "1ab" },
  { "a\r b\r c", "1abc" },
  { "a\n  b", "1a b" },
  { "a\n \n b\nc", "1ab|4c" },
  { "a\n b\nc\n d\ne", "1ab|3cd|5e" },
  { "a\n \xc3\n \xa9", "1a\xc3\xa9" },
  { "a\xc3\r\n\t\xa9", "1a\xc3\xa9" },
  { "N;ENCODING=QUOTED-PRINTABLE:a=\nb\nc", "1N;ENCODING=QUOTED-PRINTABLE:ab|3c" },
  { "N;quoted-printable:a=\r\nb=\r\nc\r\nd", "1N;quoted-printable:abc|4d" },
  { "N;QUOTED-PRINTABLE:a=\n b\nc", "1N;QUOTED-PRINTABLE:a b|3c" },
  { "N;QUOTED-PRINTABLE:a=\nEND:VCARD\n", "1N;QUOTED-PRINTABLE:a=|2END:VCARD" },
  { "N;QUOTED-PRINTABLE:a=", "1N;QUOTED-PRINTABLE:a" },
  { "N;QUOTED-\n PRINTABLE:a=\nb", "1N;QUOTED-PRINTABLE:ab" },
  { "N;ENCODING=b:YQ==\nb", "1N;ENCODING=b:YQ==|2b" },
  { "QUOTED-PRINTABLE=\nb:", "1QUOTED-PRINTABLE=|2b:" },
  { "N:QUOTED-PRINTABLE=\nb:", "1N:QUOTED-PRINTABLE=|2b:" },
};

static char *
dup_lines (const char *data, gsize length)
{
  /* Without a byte behind it: who reads too far is caught. */
  g_autofree char *exact = g_memdup2 (data, MAX (length, 1));
  g_autoptr (GString) text = g_string_new (NULL);
  AufaitVcardLines lines;
  AufaitVcardLine line;

  aufait_vcard_lines_init (&lines, (AufaitVcardSpan){ exact, length });
  while (aufait_vcard_lines_next (&lines, &line)) {
    g_string_append_printf (text, "%s%u", text->len > 0 ? "|" : "", line.number);
    g_string_append_len (text, line.text.text, (gssize) line.text.length);
    g_assert_false (line.is_cut);
  }
  aufait_vcard_lines_clear (&lines);
  return g_strdup (text->str);
}

static void
test_joins_what_was_folded (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++) {
    g_autofree char *lines = dup_lines (valid[i].text, strlen (valid[i].text));

    g_test_message ("valid %u", i);
    g_assert_cmpstr (lines, ==, valid[i].lines);
  }
}

/* @count times @row behind @head, and then a line "x". */
static char *
dup_long (const char *head, const char *row, guint count)
{
  GString *text = g_string_new (head);

  for (guint i = 0; i < count; i++)
    g_string_append (text, row);
  g_string_append (text, "\nx");
  return g_string_free (text, FALSE);
}

static void
test_cuts_long_lines (void)
{
  static const struct {
    const char *head;
    const char *row;
    guint count;
    gboolean is_cut;
  } rows[] = {
    { "N:", "a", AUFAIT_VCARD_LINES_MAX - 2, FALSE },
    { "N:", "a", AUFAIT_VCARD_LINES_MAX - 1, TRUE },
    { "N:", "\n a", AUFAIT_VCARD_LINES_MAX - 2, FALSE },
    { "N:", "\n a", AUFAIT_VCARD_LINES_MAX - 1, TRUE },
    { "", "a", 3 * AUFAIT_VCARD_LINES_MAX, TRUE },
    { "N;QUOTED-PRINTABLE:", "a=\n", AUFAIT_VCARD_LINES_MAX, TRUE },
    { "PHOTO:", "a", AUFAIT_VCARD_LINES_MAX, FALSE },
    { "g.photo;x:", "\n a", 4 * AUFAIT_VCARD_LINES_MAX, FALSE },
    { "PHOTO:", "a", AUFAIT_VCARD_LINES_PHOTO_MAX, TRUE },
    { "LOGO:", "\n a", AUFAIT_VCARD_LINES_MAX, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = dup_long (rows[i].head, rows[i].row, rows[i].count);
    AufaitVcardLines lines;
    AufaitVcardLine line;

    g_test_message ("row %u", i);
    aufait_vcard_lines_init (&lines, aufait_vcard_span_new (text));
    g_assert_true (aufait_vcard_lines_next (&lines, &line));
    g_assert_true (line.is_cut == rows[i].is_cut);
    g_assert_true (!line.is_cut || line.text.length <= AUFAIT_VCARD_LINES_MAX);
    while (aufait_vcard_lines_next (&lines, &line))
      ;
    g_assert_cmpmem (line.text.text, line.text.length, "x", 1);
    aufait_vcard_lines_clear (&lines);
  }
}

static void
test_takes_rows_of_base64 (void)
{
  AufaitVcardSpan text = aufait_vcard_span_new ("PHOTO;BASE64:\nYWJj\nZGVm\n\nNOTE:a\nend");
  AufaitVcardLines lines;
  AufaitVcardLine line;

  aufait_vcard_lines_init (&lines, text);
  g_assert_true (aufait_vcard_lines_next (&lines, &line));
  aufait_vcard_lines_take_rows (&lines, &line);
  g_assert_cmpmem (line.text.text, line.text.length, "PHOTO;BASE64:YWJjZGVm", 21);
  g_assert_true (aufait_vcard_lines_next (&lines, &line));
  aufait_vcard_lines_take_rows (&lines, &line);
  g_assert_cmpmem (line.text.text, line.text.length, "NOTE:aend", 9);
  g_assert_false (aufait_vcard_lines_next (&lines, &line));
  aufait_vcard_lines_clear (&lines);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vcard-lines/joins-what-was-folded", test_joins_what_was_folded);
  g_test_add_func ("/vcard-lines/cuts-long-lines", test_cuts_long_lines);
  g_test_add_func ("/vcard-lines/takes-rows-of-base64", test_takes_rows_of_base64);
  return g_test_run ();
}
