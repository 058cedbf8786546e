/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that want too much: what fits is read, the rest is said, and it takes no longer than the
 * length of the file allows. */
#include "config.h"

#include <string.h>
#include <time.h>

#include "aufait-vcard-draft.h"
#include "aufait-vcard-lines.h"
#include "aufait-vcard-photo.h"
#include "aufait-vcard.h"

typedef struct {
  GString *text;
  GPtrArray *problems;
  GPtrArray *cards;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->text = g_string_new ("BEGIN:VCARD\nFN:a\n");
  fixture->problems = g_ptr_array_new_with_free_func (g_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_string_free (fixture->text, TRUE);
  g_ptr_array_unref (fixture->problems);
  g_clear_pointer (&fixture->cards, g_ptr_array_unref);
}

static void
append_times (Fixture *fixture, const char *text, guint count)
{
  for (guint i = 0; i < count; i++)
    g_string_append (fixture->text, text);
}

/* Ends the text and reads it; the first card, which must be there. */
static const AufaitCard *
read_text (Fixture *fixture, guint n_problems)
{
  g_string_append (fixture->text, "\nEND:VCARD\n");
  fixture->cards = aufait_vcard_read (fixture->text->str, fixture->text->len, fixture->problems);
  for (guint i = 0; i < fixture->problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (fixture->problems, i));
  g_assert_cmpuint (fixture->problems->len, ==, n_problems);
  g_assert_cmpuint (fixture->cards->len, >, 0);
  return g_ptr_array_index (fixture->cards, 0);
}

static void
assert_problem (Fixture *fixture, const char *text)
{
  g_assert_cmpstr (g_ptr_array_index (fixture->problems, 0), ==, text);
}

static void
test_leaves_long_lines_out (Fixture *fixture, gconstpointer data)
{
  const AufaitCard *card;

  g_string_append (fixture->text, "NICKNAME:");
  append_times (fixture, "b", AUFAIT_VCARD_LINES_MAX);
  g_string_append (fixture->text, "\nLOGO:");
  append_times (fixture, "b", AUFAIT_VCARD_LINES_MAX);
  g_string_append (fixture->text, "\nEMAIL:a@b");
  card = read_text (fixture, 1);
  assert_problem (fixture, "Line 3 is too long. It was left out.");
  g_assert_null (card->nicknames[0]);
  g_assert_cmpstr (card->emails[0], ==, "a@b");
}

static void
test_counts_properties (Fixture *fixture, gconstpointer data)
{
  const AufaitCard *card;

  append_times (fixture, "NOTE:b\n", AUFAIT_VCARD_DRAFT_PROPERTIES_MAX - 2);
  g_string_append (fixture->text, "EMAIL:a@b\nEMAIL:c@d\nEMAIL:e@f\nEND:VCARD\nBEGIN:VCARD\nFN:b");
  card = read_text (fixture, 1);
  assert_problem (fixture, "The card that begins on line 1 has more than 2000 lines. What follows "
                           "them was left out.");
  g_assert_cmpuint (g_strv_length (card->emails), ==, 1);
  g_assert_cmpuint (fixture->cards->len, ==, 2);
}

static void
test_counts_values (Fixture *fixture, gconstpointer data)
{
  const AufaitCard *card;

  for (guint i = 0; i < AUFAIT_VCARD_DRAFT_VALUES_MAX + 5; i++)
    g_string_append_printf (fixture->text, "EMAIL:%u@b\nRELATED:%u\n", i, i);
  card = read_text (fixture, 1);
  assert_problem (fixture, "The card that begins on line 1 has more than 200 values of one kind. "
                           "The others were left out.");
  g_assert_cmpuint (g_strv_length (card->emails), ==, AUFAIT_VCARD_DRAFT_VALUES_MAX);
  g_assert_cmpuint (card->relations->len, ==, AUFAIT_VCARD_DRAFT_VALUES_MAX);
}

static void
test_counts_cards (Fixture *fixture, gconstpointer data)
{
  g_string_append (fixture->text, "END:VCARD\n");
  append_times (fixture, "BEGIN:VCARD\nFN:a\nEND:VCARD\n", AUFAIT_VCARD_CARDS_MAX + 5);
  read_text (fixture, 1);
  assert_problem (fixture, "There are more than 100000 cards. Those from line 300001 on were left "
                           "out.");
  g_assert_cmpuint (fixture->cards->len, ==, AUFAIT_VCARD_CARDS_MAX);
}

static void
test_says_no_more_than_twenty (Fixture *fixture, gconstpointer data)
{
  append_times (fixture, "BDAY:1996-02-30\n", 50);
  read_text (fixture, 20);
  assert_problem (fixture, "Line 3: no calendar has the day “1996-02-30”.");
}

static void
test_refuses_large_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_malloc0 (AUFAIT_VCARD_LENGTH_MAX + 1);

  memcpy (text, "BEGIN:VCARD\nFN:a\nEND:VCARD\n", 27);
  fixture->cards = aufait_vcard_read (text, AUFAIT_VCARD_LENGTH_MAX + 1, fixture->problems);
  g_assert_cmpuint (fixture->cards->len, ==, 0);
  g_assert_cmpuint (fixture->problems->len, ==, 1);
  assert_problem (fixture, "It is larger than 16 MiB and was not read.");
  g_ptr_array_unref (fixture->cards);
  fixture->cards = aufait_vcard_read (text, AUFAIT_VCARD_LENGTH_MAX, NULL);
  g_assert_cmpuint (fixture->cards->len, ==, 1);
}

static void
append_photo (Fixture *fixture, gsize length)
{
  g_autofree guint8 *bytes = g_malloc0 (length);
  g_autofree char *text = g_base64_encode (bytes, length);

  g_string_append_printf (fixture->text, "PHOTO;ENCODING=b:%s\n", text);
}

static void
test_keeps_small_photos (Fixture *fixture, gconstpointer data)
{
  const AufaitCard *card;

  append_photo (fixture, AUFAIT_VCARD_PHOTO_MAX + 1);
  append_photo (fixture, 4 * AUFAIT_VCARD_PHOTO_MAX);
  append_photo (fixture, AUFAIT_VCARD_PHOTO_MAX);
  card = read_text (fixture, 0);
  g_assert_nonnull (card->photo);
  g_assert_cmpuint (g_bytes_get_size (card->photo), ==, AUFAIT_VCARD_PHOTO_MAX);
}

static void
test_cuts_long_texts (Fixture *fixture, gconstpointer data)
{
  const AufaitCard *card;

  g_string_append (fixture->text, "NICKNAME:");
  append_times (fixture, "é", 5000);
  g_string_append (fixture->text, "\nUID:");
  append_times (fixture, "u", 5000);
  card = read_text (fixture, 0);
  g_assert_cmpint (g_utf8_strlen (card->nicknames[0], -1), ==, 500);
  g_assert_null (card->uid);
}

/* Each of these was made to cost more than it is long: a head, rows behind it, and all that again
 * and again. */
static const struct {
  const char *head;
  guint n_heads;
  const char *row;
  guint n_rows;
} hostile[] = {
  { "X", 1, "=\n ", G_MAXUINT },
  { "X;QUOTED-PRINTABLE:", 1, "=\n", G_MAXUINT },
  { "a;", 30000, "=\n ", G_MAXUINT },
  { "PHOTO;BASE64:\n", 1, "A\n", G_MAXUINT },
  { "a", 60000, ".PHOTO;b:\n a\n a\n", G_MAXUINT },
  { "", 0, "\r", G_MAXUINT },
  { "", 0, "\n \r", G_MAXUINT },
  { "PHOTO;BASE64:\r", 1, "", 0 },
  { "\nX:", 1, "\\;", 30000 },
  { "\nN:", 1, ",;", 30000 },
  { "\nN:", 1, "a,", 30000 },
  { "\nADR:", 1, "\\;", 30000 },
  { "BEGIN:VCARD\n", 1, "", 0 },
  { "AGENT:\nBEGIN:VCARD\n", 1, "", 0 },
  { "i.X-ABDATE:20100101\ni.X-ABLabel:x\n", 1, "", 0 },
  { "\nNICKNAME:", 1, "abcdefghi,", 6000 },
  { "FN;CHARSET=SHIFT_JIS:\x81\nFN;CHARSET=EUC-JP:\x81\n", 1, "", 0 },
  { "\nRELATED;", 1, "A=\"b\";", 8000 },
  { "\nRELATED;TYPE=", 1, "a,\"b\",", 8000 },
  { "\nRELATED;TYPE=", 1, "a", 60000 },
  { "\nFN:x", 1, "\xe9", 60000 },
  { "\nEMAIL:a@", 1, "\\n", 30000 },
  { "\n", 1, "a.", 30000 },
};

#define HOSTILE_LENGTH (512 * 1024)

/* Of the processor's time, which does not depend on what else it does. It takes a hundredth of it;
 * what grows with the square of the length takes minutes. */
#define HOSTILE_SECS_MAX 20.0

static void
append_hostile (Fixture *fixture, guint index)
{
  while (fixture->text->len < HOSTILE_LENGTH) {
    append_times (fixture, hostile[index].head, hostile[index].n_heads);
    for (guint i = 0; i < hostile[index].n_rows && fixture->text->len < HOSTILE_LENGTH; i++)
      g_string_append (fixture->text, hostile[index].row);
    if (hostile[index].n_rows > 0)
      g_string_append (fixture->text, ":a");
  }
}

static void
test_takes_no_longer_than_its_length (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
    g_autoptr (GPtrArray) cards = NULL;
    clock_t start;
    double secs;

    g_string_assign (fixture->text, "BEGIN:VCARD\nFN:a\n");
    append_hostile (fixture, i);
    start = clock ();
    cards = aufait_vcard_read (fixture->text->str, fixture->text->len, NULL);
    secs = (double) (clock () - start) / CLOCKS_PER_SEC;
    g_test_message ("hostile %u: %.3f s", i, secs);
    g_assert_cmpfloat (secs, <, HOSTILE_SECS_MAX);
  }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/vcard-limits/leaves-long-lines-out", test_leaves_long_lines_out);
  ADD ("/vcard-limits/counts-properties", test_counts_properties);
  ADD ("/vcard-limits/counts-values", test_counts_values);
  ADD ("/vcard-limits/counts-cards", test_counts_cards);
  ADD ("/vcard-limits/says-no-more-than-twenty", test_says_no_more_than_twenty);
  ADD ("/vcard-limits/refuses-large-files", test_refuses_large_files);
  ADD ("/vcard-limits/keeps-small-photos", test_keeps_small_photos);
  ADD ("/vcard-limits/cuts-long-texts", test_cuts_long_texts);
  ADD ("/vcard-limits/takes-no-longer-than-its-length", test_takes_no_longer_than_its_length);
  return g_test_run ();
}
