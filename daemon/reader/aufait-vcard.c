/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard.h"

#include <glib/gi18n-lib.h>

#include "aufait-vcard-encoding.h"
#include "aufait-vcard-input.h"
#include "aufait-vcard-lines.h"
#include "aufait-vcard-rules.h"

typedef struct {
  AufaitVcardReport report;
  AufaitVcardLines lines;
  AufaitVcardValue *decoder;
  AufaitVcardDraft *draft;
  GPtrArray *cards;
  guint n_nested;    /* cards within the card, which are nobody's */
  gboolean is_agent; /* the last property says that such a card follows (vCard 2.1) */
  gboolean is_full;
} Reader;

static gboolean
is_in_card (const Reader *reader)
{
  return reader->draft->card != NULL;
}

static void
end_card (Reader *reader)
{
  AufaitCard *card = aufait_vcard_draft_end (reader->draft);

  reader->n_nested = 0;
  reader->is_agent = FALSE;
  if (card != NULL)
    g_ptr_array_add (reader->cards, card);
}

/* A card that begins within another is its agent, or the other has lost its end. */
static void
read_begin (Reader *reader, guint line)
{
  if (is_in_card (reader) && (reader->is_agent || reader->n_nested > 0)) {
    reader->n_nested++;
    reader->is_agent = FALSE;
    return;
  }
  if (is_in_card (reader))
    end_card (reader);
  reader->is_full = reader->cards->len >= AUFAIT_VCARD_CARDS_MAX;
  if (reader->is_full)
    aufait_vcard_report_add (
        &reader->report, _ ("There are more than %d cards. Those from line %u on were left out."),
        AUFAIT_VCARD_CARDS_MAX, line);
  else
    aufait_vcard_draft_begin (reader->draft, line);
}

static void
read_end (Reader *reader)
{
  if (reader->n_nested > 0)
    reader->n_nested--;
  else if (is_in_card (reader))
    end_card (reader);
}

static void
read_property (Reader *reader, AufaitVcardLine *line, AufaitVcardProperty *property)
{
  if (!aufait_vcard_draft_count (reader->draft))
    return;
  if (aufait_vcard_span_is (property->name, "PHOTO") &&
      aufait_vcard_encoding_get (property, NULL) == AUFAIT_VCARD_ENCODING_BASE64) {
    aufait_vcard_lines_take_rows (&reader->lines, line);
    aufait_vcard_property_parse (line->text, line->number, property);
  }
  if (!line->is_cut)
    aufait_vcard_rules_apply (reader->draft, reader->decoder, property);
  else if (!aufait_vcard_lines_is_large (property->name))
    aufait_vcard_report_add (&reader->report, _ ("Line %u is too long. It was left out."),
                             line->number);
  reader->is_agent = aufait_vcard_span_is (property->name, "AGENT") &&
                     aufait_vcard_span_trim (property->value).length == 0;
}

/* What is no content line, or stands outside a card, is nothing to us. */
static void
read_line (Reader *reader, AufaitVcardLine *line)
{
  AufaitVcardProperty property;
  AufaitVcardSpan value;

  if (!aufait_vcard_property_parse (line->text, line->number, &property))
    return;
  value = aufait_vcard_span_trim (property.value);
  if (aufait_vcard_span_is (property.name, "BEGIN") && aufait_vcard_span_is (value, "VCARD"))
    read_begin (reader, line->number);
  else if (aufait_vcard_span_is (property.name, "END") && aufait_vcard_span_is (value, "VCARD"))
    read_end (reader);
  else if (is_in_card (reader) && reader->n_nested == 0)
    read_property (reader, line, &property);
}

/* What was written of it so far may be half of it: of half a name no person is made. */
static void
leave_half_card (Reader *reader)
{
  aufait_vcard_report_add (&reader->report,
                           _ ("The card that begins on line %u has no end. It was left out."),
                           reader->draft->line);
  aufait_vcard_draft_drop (reader->draft);
}

static void
read_text (Reader *reader, AufaitVcardSpan text)
{
  AufaitVcardLine line;

  reader->decoder = aufait_vcard_value_new ();
  reader->draft = aufait_vcard_draft_new (&reader->report);
  aufait_vcard_lines_init (&reader->lines, text);
  while (!reader->is_full && aufait_vcard_lines_next (&reader->lines, &line))
    read_line (reader, &line);
  if (is_in_card (reader))
    leave_half_card (reader);
  if (reader->cards->len == 0 && reader->report.count == 0 &&
      aufait_vcard_span_trim (text).length > 0)
    aufait_vcard_report_add (&reader->report, _ ("There is no card in it."));
  aufait_vcard_lines_clear (&reader->lines);
  aufait_vcard_draft_free (reader->draft);
  aufait_vcard_value_free (reader->decoder);
}

GPtrArray *
aufait_vcard_read (const char *data, gsize length, GPtrArray *problems)
{
  Reader reader = { .report = { problems } };
  g_autofree char *copy = NULL;

  reader.cards = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_card_free);
  if (length > AUFAIT_VCARD_LENGTH_MAX)
    aufait_vcard_report_add (&reader.report, _ ("It is larger than %d MiB and was not read."),
                             AUFAIT_VCARD_LENGTH_MAX / (1024 * 1024));
  else if (length > 0)
    read_text (&reader, aufait_vcard_input_prepare (data, length, &copy));
  return reader.cards;
}
