/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-zone-texts.h"

#include "aufait-ical-gate.h"
#include "aufait-vcard-lines.h"

#define TEXTS_MAX  300
#define LENGTH_MAX (16 * 1024)

#define BEFORE "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\n"
/* It is seen only by who is in no component of the calendar any more. */
#define BEHIND "BEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

typedef struct {
  AufaitVcardSpan text; /* in the file */
  char *file;
  AufaitIcalGate *gate;
  guint n_lines;
  gboolean is_whole;
} Entry;

struct _AufaitIcalZoneTexts {
  GHashTable *entries; /* the text of an entry -> Entry */
};

/* FNV-1a (draft-eastlake-fnv). */
static guint
hash_text (gconstpointer key)
{
  const AufaitVcardSpan *text = key;
  guint hash = 2166136261u;

  for (gsize i = 0; i < text->length; i++)
    hash = (hash ^ (guchar) text->text[i]) * 16777619u;
  return hash;
}

static gboolean
are_same (gconstpointer a, gconstpointer b)
{
  const AufaitVcardSpan *one = a, *other = b;

  return one->length == other->length && memcmp (one->text, other->text, one->length) == 0;
}

static void
free_entry (Entry *entry)
{
  aufait_ical_gate_free (entry->gate);
  g_free (entry->file);
  g_free (entry);
}

AufaitIcalZoneTexts *
aufait_ical_zone_texts_new (void)
{
  AufaitIcalZoneTexts *texts = g_new0 (AufaitIcalZoneTexts, 1);

  texts->entries = g_hash_table_new_full (hash_text, are_same, NULL, (GDestroyNotify) free_entry);
  return texts;
}

void
aufait_ical_zone_texts_free (AufaitIcalZoneTexts *texts)
{
  if (texts == NULL)
    return;
  g_hash_table_unref (texts->entries);
  g_free (texts);
}

void
aufait_ical_zone_texts_trim (AufaitIcalZoneTexts *texts)
{
  if (g_hash_table_size (texts->entries) >= TEXTS_MAX)
    g_hash_table_remove_all (texts->entries);
}

static guint
count_lines (AufaitVcardSpan text)
{
  AufaitVcardLines lines = { 0 };
  AufaitVcardLine line;

  aufait_vcard_lines_init (&lines, text);
  while (aufait_vcard_lines_next (&lines, &line))
    continue;
  aufait_vcard_lines_clear (&lines);
  return lines.number;
}

/* Whether it does to a calendar that it is in nothing but to give it one zone. */
static gboolean
is_one_zone (const AufaitIcalGate *gate, const GPtrArray *problems)
{
  return problems->len == 0 && gate->zones->len == 1 && gate->events->len == 1 &&
         gate->cancels->len == 1 && !g_array_index (gate->cancels, gboolean, 0);
}

/* In a file of its own: what is found in it must outlive the file that it was met in. */
static Entry *
read_entry (AufaitVcardSpan text)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) file = g_string_sized_new (text.length + sizeof BEFORE + sizeof BEHIND);
  AufaitVcardReport report = { .problems = problems };
  Entry *entry = g_new0 (Entry, 1);
  gsize length;

  g_string_append (file, BEFORE);
  g_string_append_len (file, text.text, (gssize) text.length);
  g_string_append (file, BEHIND);
  length = file->len;
  entry->file = g_string_free (g_steal_pointer (&file), FALSE);
  entry->text = (AufaitVcardSpan){ entry->file + strlen (BEFORE), text.length };
  entry->gate = aufait_ical_gate_read (entry->file, length, NULL, NULL, &report);
  entry->n_lines = count_lines (entry->text);
  entry->is_whole = is_one_zone (entry->gate, problems);
  return entry;
}

AufaitIcalComponent *
aufait_ical_zone_texts_find (AufaitVcardSpan text, guint *ret_n_lines, gpointer texts)
{
  GHashTable *entries = ((AufaitIcalZoneTexts *) texts)->entries;
  Entry *entry;

  if (text.length > LENGTH_MAX)
    return NULL;
  entry = g_hash_table_lookup (entries, &text);
  if (entry == NULL && g_hash_table_size (entries) >= TEXTS_MAX)
    return NULL;
  if (entry == NULL) {
    entry = read_entry (text);
    g_hash_table_insert (entries, &entry->text, entry);
  }
  if (!entry->is_whole)
    return NULL;
  *ret_n_lines = entry->n_lines;
  return aufait_ical_component_ref (g_ptr_array_index (entry->gate->zones, 0));
}
