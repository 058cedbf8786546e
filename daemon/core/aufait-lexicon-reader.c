/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-lexicon-reader.h"

#include "aufait-text.h"
#include "aufait-values.h"

/* Names of sections, in the order of AufaitWordClass, and whether their words are matched by stem.
 */
static const struct {
  const char *name;
  gboolean by_stem;
} sections[AUFAIT_N_WORD_CLASSES] = {
  [AUFAIT_WORD_ABBREVIATION] = { "abbreviation", FALSE },
  [AUFAIT_WORD_AFTER] = { "after", FALSE },
  [AUFAIT_WORD_AGO] = { "ago", FALSE },
  [AUFAIT_WORD_AGO_AFTER] = { "ago-after", FALSE },
  [AUFAIT_WORD_AND] = { "and", FALSE },
  [AUFAIT_WORD_ARTICLE] = { "article", FALSE },
  [AUFAIT_WORD_AT] = { "at", FALSE },
  [AUFAIT_WORD_ATTEND] = { "attend", FALSE },
  [AUFAIT_WORD_AUXILIARY] = { "auxiliary", FALSE },
  [AUFAIT_WORD_AWAITED] = { "awaited", FALSE },
  [AUFAIT_WORD_BACK] = { "back", FALSE },
  [AUFAIT_WORD_BE] = { "be", FALSE },
  [AUFAIT_WORD_BETWEEN] = { "between", FALSE },
  [AUFAIT_WORD_BREAK] = { "break", FALSE },
  [AUFAIT_WORD_BY] = { "by", FALSE },
  [AUFAIT_WORD_CALENDAR] = { "calendar", FALSE },
  [AUFAIT_WORD_CANCEL] = { "cancel", TRUE },
  [AUFAIT_WORD_CLOCK] = { "clock", FALSE },
  [AUFAIT_WORD_CLOCK_TIME] = { "clock-time", FALSE },
  [AUFAIT_WORD_CONTINUE] = { "continue", FALSE },
  [AUFAIT_WORD_COUNTED] = { "counted", FALSE },
  [AUFAIT_WORD_DAY_AFTER] = { "day-after", FALSE },
  [AUFAIT_WORD_DAY_ARTICLE] = { "day-article", FALSE },
  [AUFAIT_WORD_DAY_PART] = { "day-part", FALSE },
  [AUFAIT_WORD_DEATH] = { "death", FALSE },
  [AUFAIT_WORD_DEATH_BEFORE] = { "death-before", FALSE },
  [AUFAIT_WORD_DEATH_BEHIND] = { "death-behind", FALSE },
  [AUFAIT_WORD_DEATH_NOT] = { "death-not", FALSE },
  [AUFAIT_WORD_DUE_THING] = { "due-thing", FALSE },
  [AUFAIT_WORD_EVERY] = { "every", FALSE },
  [AUFAIT_WORD_FEAST] = { "feast", FALSE },
  [AUFAIT_WORD_FOR] = { "for", FALSE },
  [AUFAIT_WORD_FROM] = { "from", FALSE },
  [AUFAIT_WORD_FUNERAL] = { "funeral", FALSE },
  [AUFAIT_WORD_FUTURE] = { "future", FALSE },
  [AUFAIT_WORD_HAVING] = { "having", FALSE },
  [AUFAIT_WORD_HALF_DAY] = { "half-day", FALSE },
  [AUFAIT_WORD_IMPRESSION] = { "impression", FALSE },
  [AUFAIT_WORD_IN] = { "in", FALSE },
  [AUFAIT_WORD_INTEREST] = { "interest", FALSE },
  [AUFAIT_WORD_INTEREST_ADVERB] = { "interest-adverb", FALSE },
  [AUFAIT_WORD_INTEREST_BEHIND] = { "interest-behind", FALSE },
  [AUFAIT_WORD_INTEREST_DEGREE] = { "interest-degree", FALSE },
  [AUFAIT_WORD_INTEREST_END] = { "interest-end", FALSE },
  [AUFAIT_WORD_INTEREST_JOINT] = { "interest-joint", FALSE },
  [AUFAIT_WORD_INTEREST_NOT] = { "interest-not", FALSE },
  [AUFAIT_WORD_KIN] = { "kin", FALSE },
  [AUFAIT_WORD_LAST] = { "last", FALSE },
  [AUFAIT_WORD_LATER] = { "later", FALSE },
  [AUFAIT_WORD_LOAN] = { "loan", FALSE },
  [AUFAIT_WORD_MAYBE] = { "maybe", FALSE },
  [AUFAIT_WORD_MONEY] = { "money", FALSE },
  [AUFAIT_WORD_MONTH] = { "month", FALSE },
  [AUFAIT_WORD_MOVED] = { "moved", TRUE },
  [AUFAIT_WORD_NEWBORN] = { "newborn", FALSE },
  [AUFAIT_WORD_NEXT] = { "next", FALSE },
  [AUFAIT_WORD_NEXT_TIME] = { "next-time", FALSE },
  [AUFAIT_WORD_NOT] = { "not", FALSE },
  [AUFAIT_WORD_NOT_NOT] = { "not-not", FALSE },
  [AUFAIT_WORD_NOT_PLACE] = { "not-place", FALSE },
  [AUFAIT_WORD_NO_GUESTS] = { "no-guests", FALSE },
  [AUFAIT_WORD_NUMBER] = { "number", FALSE },
  [AUFAIT_WORD_OBJECT] = { "object", FALSE },
  [AUFAIT_WORD_OF] = { "of", FALSE },
  [AUFAIT_WORD_ON] = { "on", FALSE },
  [AUFAIT_WORD_ORDER] = { "order", FALSE },
  [AUFAIT_WORD_ORDINAL] = { "ordinal", FALSE },
  [AUFAIT_WORD_ORDINAL_END] = { "ordinal-end", FALSE },
  [AUFAIT_WORD_OTHERS] = { "others", FALSE },
  [AUFAIT_WORD_OUTCOME] = { "outcome", FALSE },
  [AUFAIT_WORD_OUTING] = { "outing", FALSE },
  [AUFAIT_WORD_OWN] = { "own", FALSE },
  [AUFAIT_WORD_PART] = { "part", FALSE },
  [AUFAIT_WORD_PARTICIPLE] = { "participle", FALSE },
  [AUFAIT_WORD_PAST] = { "past", FALSE },
  [AUFAIT_WORD_PLACE] = { "place", FALSE },
  [AUFAIT_WORD_PLACE_JOINT] = { "place-joint", FALSE },
  [AUFAIT_WORD_PLACE_PREPOSITION] = { "place-preposition", FALSE },
  [AUFAIT_WORD_PROMISE] = { "promise", FALSE },
  [AUFAIT_WORD_RELATIVE] = { "relative", FALSE },
  [AUFAIT_WORD_SCORE] = { "score", FALSE },
  [AUFAIT_WORD_SEASON] = { "season", FALSE },
  [AUFAIT_WORD_SETTLE] = { "settle", FALSE },
  [AUFAIT_WORD_SINCE] = { "since", FALSE },
  [AUFAIT_WORD_STREET] = { "street", FALSE },
  [AUFAIT_WORD_TENSELESS] = { "tenseless", FALSE },
  [AUFAIT_WORD_THAT] = { "that", FALSE },
  [AUFAIT_WORD_THIS] = { "this", FALSE },
  [AUFAIT_WORD_TO] = { "to", FALSE },
  [AUFAIT_WORD_TOPIC] = { "topic", TRUE },
  [AUFAIT_WORD_TRAVEL] = { "travel", FALSE },
  [AUFAIT_WORD_UNBORN] = { "unborn", FALSE },
  [AUFAIT_WORD_UNIT] = { "unit", FALSE },
  [AUFAIT_WORD_UNTIL] = { "until", FALSE },
  [AUFAIT_WORD_WEEKDAY] = { "weekday", FALSE },
  [AUFAIT_WORD_WITH] = { "with", FALSE },
  [AUFAIT_WORD_WRITER] = { "writer", FALSE },
};

typedef struct {
  AufaitLexiconBuilder *builder;
  GPtrArray *problems;
  const char *name;
  guint language;
  guint line;
  GHashTable *sets; /* name -> GPtrArray of words */
  char *set;        /* the set that is being read; NULL: none */
  gboolean is_common;
  gboolean is_meaning;
  gboolean is_skipped; /* in a section that is not known */
  gboolean wants_sets; /* they are read first: phrases anywhere may name them */
  AufaitEntry model;   /* what the section says of its entries */
} Reader;

const char *
aufait_word_class_to_string (AufaitWordClass class)
{
  return sections[class].name;
}

G_GNUC_PRINTF (2, 3)
static void
report (Reader *reader, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (reader->problems,
                   g_strdup_printf ("%s.lexicon:%u: %s", reader->name, reader->line, what));
}

static int
find_section (const char *name)
{
  for (int i = 0; i < AUFAIT_N_WORD_CLASSES; i++)
    if (g_str_equal (sections[i].name, name))
      return i;
  return -1;
}

/* "[topic trip strong]", "[month weak]", "[set kin]", "[common]" */
static void
start_section (Reader *reader, const char *heading)
{
  g_auto (GStrv) words = g_strsplit (heading, " ", -1);
  int class = words[0] != NULL ? find_section (words[0]) : -1;

  reader->is_common = g_strcmp0 (words[0], "common") == 0;
  reader->is_meaning = g_strcmp0 (words[0], "meaning") == 0;
  reader->is_skipped = FALSE;
  g_clear_pointer (&reader->set, g_free);
  reader->model = (AufaitEntry){ .language = reader->language, .kind = -1, .weight = 2 };
  if (reader->is_common || reader->is_meaning)
    return;
  if (g_strcmp0 (words[0], "set") == 0 && words[1] != NULL) {
    reader->set = g_strdup (words[1]);
    return;
  }
  reader->is_skipped = class < 0;
  if (class < 0) {
    if (!reader->wants_sets)
      report (reader, "no such section: %s", heading);
    return;
  }
  reader->model.class = (AufaitWordClass) class;
  for (guint i = 1; words[i] != NULL; i++) {
    if (g_str_equal (words[i], "weak")) {
      reader->model.is_weak = TRUE;
      reader->model.weight = 1;
    } else if (g_str_equal (words[i], "strong")) {
      reader->model.weight = 3;
    } else if (aufait_moment_kind_from_string (words[i]) >= 0) {
      reader->model.kind = aufait_moment_kind_from_string (words[i]);
    } else if (!reader->wants_sets) {
      report (reader, "no such kind: %s", words[i]);
    }
  }
}

/* The words of a slot: alternatives, a set by name, or one word. */
static GPtrArray *
split_alternatives (Reader *reader, const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    gsize length = strlen (parts[i]);

    if (length > 2 && parts[i][0] == '<' && parts[i][length - 1] == '>') {
      g_autofree char *name = g_strndup (parts[i] + 1, length - 2);
      GPtrArray *set = g_hash_table_lookup (reader->sets, name);

      if (set == NULL)
        report (reader, "no such set: %s", name);
      for (guint j = 0; set != NULL && j < set->len; j++)
        g_ptr_array_add (words, g_strconcat ("=", g_ptr_array_index (set, j), NULL));
    } else if (length > 0) {
      g_ptr_array_add (words, g_steal_pointer (&parts[i]));
      parts[i] = g_strdup ("");
    }
  }
  return words;
}

static void
add_slot (Reader *reader, const char *text)
{
  AufaitSlot slot = { 0 };
  gsize length = strlen (text);
  g_autofree char *inside = g_strdup (text);
  g_autoptr (GPtrArray) words = NULL;

  if (length > 2 && text[0] == '(' && text[length - 1] == ')') {
    slot.is_optional = TRUE;
    g_free (inside);
    inside = g_strndup (text + 1, length - 2);
  }
  if (g_str_equal (inside, "#"))
    slot.is_number = TRUE;
  else if (g_str_equal (inside, "^"))
    slot.is_capital = TRUE;
  else if (g_str_equal (inside, "_"))
    slot.max_skip = 1;
  else if (g_str_equal (inside, ".."))
    slot.max_skip = 3;
  if (slot.is_number || slot.is_capital || slot.max_skip > 0)
    words = g_ptr_array_new ();
  else
    words = split_alternatives (reader, inside);
  aufait_lexicon_builder_add_slot (reader->builder, slot, words,
                                   sections[reader->model.class].by_stem);
}

/* Whether the apostrophe at @at ends an elided word, which keeps it: "s'envole", but not "year's".
 */
static gboolean
is_elision (const char *text, const char *at)
{
  g_autofree char *before = g_strndup (text, (gsize) (at - text));
  const char *space = strrchr (before, ' ');
  g_autofree char *word = g_strconcat (space != NULL ? space + 1 : before, "'a", NULL);
  g_autoptr (AufaitWords) words = aufait_words_new (word);

  return aufait_words_get_length (words) == 2 &&
         g_str_has_suffix (aufait_words_get (words, 0)->folded, "'");
}

/* Apostrophes and hyphens stand between words in a lexicon as they do in a sentence. */
static char *
space_out (const char *text)
{
  g_autoptr (GString) spaced = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '-') {
      g_string_append_c (spaced, ' ');
    } else if (*p != '\'' || !g_ascii_isalpha (p[1]) || g_str_has_prefix (p, "'hui")) {
      if (*p == '\'' && (guchar) p[1] >= 0x80)
        g_string_append (spaced, "' ");
      else
        g_string_append_c (spaced, *p);
    } else {
      g_string_append (spaced, is_elision (text, p) ? "' " : " ");
    }
  }
  return g_string_free (g_steal_pointer (&spaced), FALSE);
}

static void
add_phrase (Reader *reader, const char *text)
{
  g_autofree char *spaced = space_out (text);
  g_auto (GStrv) slots = g_strsplit (g_strstrip (spaced), " ", -1);

  for (guint i = 0; slots[i] != NULL; i++)
    if (*slots[i] != '\0')
      add_slot (reader, slots[i]);
  if (!aufait_lexicon_builder_end_phrase (reader->builder))
    report (reader, "a phrase must begin with a word: %s", text);
}

static void
add_words_to_set (Reader *reader, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ", -1);
  GPtrArray *set = g_hash_table_lookup (reader->sets, reader->set);

  if (set == NULL) {
    set = g_ptr_array_new_with_free_func (g_free);
    g_hash_table_insert (reader->sets, g_strdup (reader->set), set);
  }
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (set, g_strdup (words[i]));
}

static void
add_entry (Reader *reader, const char *name, const char *phrases)
{
  g_auto (GStrv) texts = g_strsplit (phrases, "|", -1);

  reader->model.value = (int) g_ascii_strtoll (name, NULL, 10);
  aufait_lexicon_builder_add_entry (reader->builder, &reader->model,
                                    g_str_equal (name, "-") ? "" : name);
  for (guint i = 0; texts[i] != NULL; i++)
    add_phrase (reader, texts[i]);
}

/* "birthday: the birthday" */
static void
add_meaning (Reader *reader, const char *meaning, const char *names)
{
  g_auto (GStrv) texts = g_strsplit (names, "|", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    aufait_lexicon_builder_add_noun (reader->builder, reader->language, meaning,
                                     g_strstrip (texts[i]));
}

static void
read_words (Reader *reader, const char *line)
{
  if (reader->set != NULL) {
    add_words_to_set (reader, line);
  } else {
    g_auto (GStrv) words = g_strsplit (line, " ", -1);

    for (guint i = 0; words[i] != NULL; i++)
      if (*words[i] != '\0')
        aufait_lexicon_builder_add_common (reader->builder, reader->language, words[i]);
  }
}

static void
read_line (Reader *reader, const char *text)
{
  g_autofree char *line = g_strdup (text);
  gsize length = strlen (line);
  char *colon;

  if (line[0] == '[' && line[length - 1] == ']') {
    line[length - 1] = '\0';
    start_section (reader, line + 1);
    return;
  }
  if (reader->is_skipped || (reader->set != NULL) != reader->wants_sets)
    return;
  if (reader->is_common || reader->set != NULL) {
    read_words (reader, line);
    return;
  }
  colon = strchr (line, ':');
  if (colon == NULL) {
    report (reader, "neither a section nor a line with a colon: %s", line);
    return;
  }
  *colon = '\0';
  if (reader->is_meaning)
    add_meaning (reader, g_strstrip (line), colon + 1);
  else
    add_entry (reader, g_strstrip (line), colon + 1);
}

/* The first line that says something: "stemmer: french". */
static gboolean
read_stemmer (Reader *reader, char **lines)
{
  g_autofree char *stemmer = NULL;

  while (lines[reader->line] != NULL &&
         (*g_strstrip (lines[reader->line]) == '\0' || *lines[reader->line] == '#'))
    reader->line++;
  if (lines[reader->line] == NULL || !g_str_has_prefix (lines[reader->line], "stemmer:")) {
    reader->line++;
    report (reader, "the first line must be “stemmer: …”");
    return FALSE;
  }
  stemmer = g_strstrip (g_strdup (lines[reader->line] + strlen ("stemmer:")));
  reader->language = aufait_lexicon_builder_add_language (reader->builder, reader->name, stemmer);
  return TRUE;
}

/* Reads the lines behind the first one that says something. */
static void
read_lines (Reader *reader, char **lines)
{
  gboolean has_stemmer = FALSE;

  reader->is_skipped = TRUE;
  for (guint i = 0; lines[i] != NULL; i++) {
    const char *line = g_strstrip (lines[i]);

    reader->line = i + 1;
    if (*line == '\0' || *line == '#')
      continue;
    if (has_stemmer)
      read_line (reader, line);
    has_stemmer = TRUE;
  }
}

void
aufait_lexicon_reader_read (AufaitLexiconBuilder *builder,
                            const char *language,
                            const char *text,
                            GPtrArray *problems)
{
  Reader reader = { .builder = builder, .problems = problems, .name = language };
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (!read_stemmer (&reader, lines))
    return;
  reader.sets =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  reader.wants_sets = TRUE;
  read_lines (&reader, lines);
  reader.wants_sets = FALSE;
  read_lines (&reader, lines);
  g_hash_table_unref (reader.sets);
  g_free (reader.set);
}
