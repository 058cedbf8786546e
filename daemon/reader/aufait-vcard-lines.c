/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-lines.h"

#include <string.h>

void
aufait_vcard_lines_init (AufaitVcardLines *lines, AufaitVcardSpan text)
{
  lines->rest = text;
  lines->line_feed = NULL;
  lines->joined = g_string_new (NULL);
  lines->number = 0;
}

void
aufait_vcard_lines_clear (AufaitVcardLines *lines)
{
  g_string_free (g_steal_pointer (&lines->joined), TRUE);
}

static const char *
find (AufaitVcardSpan span, char c)
{
  return span.length > 0 ? memchr (span.text, c, span.length) : NULL;
}

/* What stands before the next end of line. The next LF is remembered, so that a text whose lines
 * end in CR is not searched anew for each of them. */
static AufaitVcardSpan
peek_row (AufaitVcardLines *lines)
{
  AufaitVcardSpan row = lines->rest;
  const char *carriage_return;

  if (lines->line_feed == NULL || lines->line_feed < row.text) {
    lines->line_feed = find (row, '\n');
    if (lines->line_feed == NULL)
      lines->line_feed = row.text + row.length;
  }
  row.length = (gsize) (lines->line_feed - row.text);
  carriage_return = find (row, '\r');
  if (carriage_return != NULL)
    row.length = (gsize) (carriage_return - row.text);
  return row;
}

/* Moves behind the end of @row: several CR before a LF are one end, as text modes double them. */
static AufaitVcardSpan
take_row (AufaitVcardLines *lines)
{
  AufaitVcardSpan row = peek_row (lines);
  AufaitVcardSpan rest = aufait_vcard_span_skip (lines->rest, row.length);

  while (rest.length > 0 && *rest.text == '\r')
    rest = aufait_vcard_span_skip (rest, 1);
  if (rest.length > 0 && *rest.text == '\n')
    rest = aufait_vcard_span_skip (rest, 1);
  lines->rest = rest;
  lines->number++;
  return row;
}

static gboolean
is_fold (AufaitVcardSpan rest)
{
  return rest.length > 0 && (*rest.text == ' ' || *rest.text == '\t');
}

gboolean
aufait_vcard_lines_is_large (AufaitVcardSpan name)
{
  return aufait_vcard_span_is (name, "PHOTO") || aufait_vcard_span_is (name, "LOGO") ||
         aufait_vcard_span_is (name, "SOUND") || aufait_vcard_span_is (name, "KEY");
}

static AufaitVcardSpan
get_name (AufaitVcardSpan line)
{
  AufaitVcardSpan name = { line.text, 0 };

  while (name.length < line.length && strchr (":;", line.text[name.length]) == NULL) {
    if (line.text[name.length++] == '.') {
      line = aufait_vcard_span_skip (line, name.length);
      name = (AufaitVcardSpan){ line.text, 0 };
    }
  }
  return name;
}

static gsize
get_limit (AufaitVcardLines *lines, AufaitVcardSpan line)
{
  if (lines->limit == 0)
    lines->limit = aufait_vcard_span_is (get_name (line), "PHOTO") ? AUFAIT_VCARD_LINES_PHOTO_MAX
                                                                   : AUFAIT_VCARD_LINES_MAX;
  return lines->limit;
}

static void
look_at_head (AufaitVcardLines *lines, AufaitVcardSpan line)
{
  AufaitVcardSpan head = line;
  const char *colon;

  if (lines->is_head_whole || lines->searched >= line.length)
    return;
  colon = find (aufait_vcard_span_skip (line, lines->searched), ':');
  lines->searched = line.length;
  if (colon == NULL)
    return;
  head.length = (gsize) (colon - line.text);
  lines->is_head_whole = TRUE;
  lines->is_quoted_printable = aufait_vcard_span_contains (head, "QUOTED-PRINTABLE");
}

/* A value in quoted-printable goes on behind a row that ends in "=". A writer that has merely
 * forgotten what follows must not swallow the end of the card. */
static gboolean
is_soft_break (AufaitVcardLines *lines, AufaitVcardSpan line, AufaitVcardSpan row)
{
  if (row.length == 0 || row.text[row.length - 1] != '=')
    return FALSE;
  look_at_head (lines, line);
  return lines->is_quoted_printable && !aufait_vcard_span_begins (lines->rest, "END:VCARD");
}

static void
set_text (AufaitVcardLines *lines, AufaitVcardLine *line, AufaitVcardSpan text)
{
  line->text = text;
  if (text.length > AUFAIT_VCARD_LINES_MAX && text.length > get_limit (lines, text)) {
    line->text.length = AUFAIT_VCARD_LINES_MAX;
    line->is_cut = TRUE;
  }
}

/* Appends as long as there is room; what is behind is passed over without a copy. */
static void
append_row (AufaitVcardLines *lines, AufaitVcardLine *line, AufaitVcardSpan row)
{
  if (line->is_cut)
    return;
  if (line->text.text != lines->joined->str) {
    g_string_truncate (lines->joined, 0);
    g_string_append_len (lines->joined, line->text.text, (gssize) line->text.length);
  }
  g_string_append_len (lines->joined, row.text, (gssize) row.length);
  set_text (lines, line, (AufaitVcardSpan){ lines->joined->str, lines->joined->len });
}

/* The rows that belong to a line whose first row is read. */
static void
join_rows (AufaitVcardLines *lines, AufaitVcardLine *line, AufaitVcardSpan row)
{
  for (;;) {
    gboolean is_soft = is_soft_break (lines, line->text, row);

    if (is_soft && !line->is_cut) {
      line->text.length--;
      if (line->text.text == lines->joined->str)
        g_string_truncate (lines->joined, line->text.length);
    }
    if (!is_soft && !is_fold (lines->rest))
      return;
    if (lines->rest.length == 0)
      return;
    row = take_row (lines);
    if (!is_soft)
      row = aufait_vcard_span_skip (row, 1);
    append_row (lines, line, row);
  }
}

gboolean
aufait_vcard_lines_next (AufaitVcardLines *lines, AufaitVcardLine *ret_line)
{
  while (lines->rest.length > 0) {
    AufaitVcardSpan row = take_row (lines);

    if (row.length == 0)
      continue;
    ret_line->number = lines->number;
    ret_line->is_cut = FALSE;
    lines->limit = lines->searched = 0;
    lines->is_head_whole = lines->is_quoted_printable = FALSE;
    set_text (lines, ret_line, row);
    join_rows (lines, ret_line, row);
    return TRUE;
  }
  return FALSE;
}

void
aufait_vcard_lines_pass (AufaitVcardLines *lines, gsize length, guint n_lines)
{
  lines->rest = aufait_vcard_span_skip (lines->rest, length);
  lines->number += n_lines;
}

static gboolean
is_base64 (AufaitVcardSpan row)
{
  for (gsize i = 0; i < row.length; i++) {
    if (!g_ascii_isalnum (row.text[i]) && strchr ("+/=", row.text[i]) == NULL)
      return FALSE;
  }
  return row.length > 0;
}

void
aufait_vcard_lines_take_rows (AufaitVcardLines *lines, AufaitVcardLine *line)
{
  while (lines->rest.length > 0) {
    AufaitVcardLines before = *lines;
    AufaitVcardSpan row = take_row (lines);

    /* What is folded behind it is the beginning of another line. */
    if (!is_base64 (row) || is_fold (lines->rest)) {
      *lines = before;
      return;
    }
    append_row (lines, line, row);
  }
}
