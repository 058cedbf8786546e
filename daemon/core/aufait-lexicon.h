/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of every language that is read, and what they are for. They are data: one file a
 * language in lexicon/, compiled in; lexicon/en.lexicon explains the format. */
#pragma once

#include <gio/gio.h>
#include <stdbool.h>

/* What a phrase is for: a section of a lexicon. */
typedef enum {
  AUFAIT_WORD_ABBREVIATION,
  AUFAIT_WORD_AFTER,
  AUFAIT_WORD_AGO,
  AUFAIT_WORD_AGO_AFTER,
  AUFAIT_WORD_AND,
  AUFAIT_WORD_ARTICLE,
  AUFAIT_WORD_AT,
  AUFAIT_WORD_ATTEND,
  AUFAIT_WORD_AUXILIARY,
  AUFAIT_WORD_AWAITED,
  AUFAIT_WORD_BACK,
  AUFAIT_WORD_BE,
  AUFAIT_WORD_BETWEEN,
  AUFAIT_WORD_BREAK,
  AUFAIT_WORD_BY,
  AUFAIT_WORD_CALENDAR,
  AUFAIT_WORD_CANCEL,
  AUFAIT_WORD_CLOCK,
  AUFAIT_WORD_CLOCK_TIME,
  AUFAIT_WORD_CONTINUE,
  AUFAIT_WORD_COUNTED,
  AUFAIT_WORD_DAY_AFTER,
  AUFAIT_WORD_DAY_ARTICLE,
  AUFAIT_WORD_DAY_PART,
  AUFAIT_WORD_DEATH,
  AUFAIT_WORD_DEATH_BEFORE,
  AUFAIT_WORD_DEATH_BEHIND,
  AUFAIT_WORD_DEATH_NOT,
  AUFAIT_WORD_DUE_THING,
  AUFAIT_WORD_EVERY,
  AUFAIT_WORD_FEAST,
  AUFAIT_WORD_FOR,
  AUFAIT_WORD_FROM,
  AUFAIT_WORD_FUNERAL,
  AUFAIT_WORD_FUTURE,
  AUFAIT_WORD_HALF_DAY,
  AUFAIT_WORD_HAVING,
  AUFAIT_WORD_IMPRESSION,
  AUFAIT_WORD_IN,
  AUFAIT_WORD_INTEREST,
  AUFAIT_WORD_INTEREST_ADVERB,
  AUFAIT_WORD_INTEREST_BEHIND,
  AUFAIT_WORD_INTEREST_DEGREE,
  AUFAIT_WORD_INTEREST_END,
  AUFAIT_WORD_INTEREST_JOINT,
  AUFAIT_WORD_INTEREST_NOT,
  AUFAIT_WORD_KIN,
  AUFAIT_WORD_LAST,
  AUFAIT_WORD_LATER,
  AUFAIT_WORD_LOAN,
  AUFAIT_WORD_MAYBE,
  AUFAIT_WORD_MONEY,
  AUFAIT_WORD_MONTH,
  AUFAIT_WORD_MOVED,
  AUFAIT_WORD_NEWBORN,
  AUFAIT_WORD_NEXT,
  AUFAIT_WORD_NEXT_TIME,
  AUFAIT_WORD_NOT,
  AUFAIT_WORD_NOT_NOT,
  AUFAIT_WORD_NOT_PLACE,
  AUFAIT_WORD_NO_GUESTS,
  AUFAIT_WORD_NUMBER,
  AUFAIT_WORD_OBJECT,
  AUFAIT_WORD_OF,
  AUFAIT_WORD_ON,
  AUFAIT_WORD_ORDER,
  AUFAIT_WORD_ORDINAL,
  AUFAIT_WORD_ORDINAL_END,
  AUFAIT_WORD_OTHERS,
  AUFAIT_WORD_OUTCOME,
  AUFAIT_WORD_OUTING,
  AUFAIT_WORD_OWN,
  AUFAIT_WORD_PART,
  AUFAIT_WORD_PARTICIPLE,
  AUFAIT_WORD_PAST,
  AUFAIT_WORD_PLACE,
  AUFAIT_WORD_PLACE_JOINT,
  AUFAIT_WORD_PLACE_PREPOSITION,
  AUFAIT_WORD_PROMISE,
  AUFAIT_WORD_RELATIVE,
  AUFAIT_WORD_SCORE,
  AUFAIT_WORD_SEASON,
  AUFAIT_WORD_SETTLE,
  AUFAIT_WORD_SINCE,
  AUFAIT_WORD_STREET,
  AUFAIT_WORD_TENSELESS,
  AUFAIT_WORD_THAT,
  AUFAIT_WORD_THIS,
  AUFAIT_WORD_TO,
  AUFAIT_WORD_TOPIC,
  AUFAIT_WORD_TRAVEL,
  AUFAIT_WORD_UNBORN,
  AUFAIT_WORD_UNIT,
  AUFAIT_WORD_UNTIL,
  AUFAIT_WORD_WEEKDAY,
  AUFAIT_WORD_WITH,
  AUFAIT_WORD_WRITER,
} AufaitWordClass;

#define AUFAIT_N_WORD_CLASSES (AUFAIT_WORD_WRITER + 1)

/* What the phrases of one line of a lexicon mean. */
typedef struct {
  AufaitWordClass class;
  guint language;   /* index of its language */
  int value;        /* what stands before the colon as a number, when it is one */
  int kind;         /* of a topic: AufaitMomentKind */
  int weight;       /* of a topic: how much more it says than others: 1, 2 or 3 */
  gboolean is_weak; /* needs company to mean this: "may", "mar", "sun" */
  char name[];      /* what stands before the colon; "" for "-" */
} AufaitEntry;

/* One position of a phrase. Ask aufait_slot_get_keys for its keys. */
typedef struct {
  guint32 keys;
  guint16 n_keys;
  guint8 max_skip;      /* without keys: how many words at most, none included */
  bool is_optional : 1; /* may be absent */
  bool is_number : 1;   /* digits */
  bool is_capital : 1;  /* any word with a capital */
} AufaitSlot;

/* Ask aufait_phrase_get_entry for its entry. */
typedef struct {
  gint32 entry;
  guint32 n_slots;
  AufaitSlot slots[];
} AufaitPhrase;

/* Phrases that may begin with the same word. Ask aufait_lexicon_phrases_get for each. */
typedef struct {
  guint32 n_phrases;
  gint32 phrases[];
} AufaitLexiconPhrases;

typedef struct _AufaitLexicon AufaitLexicon;

const AufaitEntry *aufait_phrase_get_entry (const AufaitPhrase *phrase);

/* Any of these n_keys; NULL: any word. */
const guint32 *aufait_slot_get_keys (const AufaitSlot *slot);

const AufaitPhrase *aufait_lexicon_phrases_get (const AufaitLexiconPhrases *list, guint index);

/* All languages that are compiled in, read where they lie in the program: at hand at once. Kept
 * until it is released. One thread. */
const AufaitLexicon *aufait_lexicon_get (void);

/* Gives the little memory of it back. What was read with it stays good. */
void aufait_lexicon_release (void);

guint aufait_lexicon_get_n_languages (const AufaitLexicon *lexicon);

/* "en", "fr" … */
const char *aufait_lexicon_get_language (const AufaitLexicon *lexicon, guint language);

/* The keys of a word: ret_keys[0] as it is, ret_keys[1 + language] its stem there; 0 where no
 * phrase has it. Accents may be left out but are not added by mistake: "fevrier" is "février", "né"
 * is not "ne". @accented: with them, from aufait_text_fold_case. */
void aufait_lexicon_get_keys (const AufaitLexicon *lexicon,
                              const char *folded,
                              const char *accented,
                              guint32 *ret_keys);

/* The phrases that may begin with @key; NULL: none. */
const AufaitLexiconPhrases *aufait_lexicon_get_phrases (const AufaitLexicon *lexicon, guint32 key);

/* Whether a word (its ret_keys[0]) is among the commonest of @language. */
gboolean aufait_lexicon_is_common (const AufaitLexicon *lexicon, guint language, guint32 key);

/* What @name, as a moment is called in @language, means in words that are the same in every
 * language: "birthday" of "l’anniversaire". NULL: it is not known. */
const char *
aufait_lexicon_get_meaning (const AufaitLexicon *lexicon, const char *language, const char *name);

/* What a moment of that meaning is called in @language: "the birthday". NULL: it has no name. */
const char *
aufait_lexicon_get_name (const AufaitLexicon *lexicon, const char *language, const char *meaning);

/* --- for tests ----------------------------------------------------------------------------- */

/* Reads lexicons from memory: pairs of language and text. What cannot be used is told in words,
 * with its line, in @ret_problems (char *). */
AufaitLexicon *aufait_lexicon_new (const char *const *languages,
                                   const char *const *texts,
                                   GPtrArray *ret_problems);
void aufait_lexicon_free (AufaitLexicon *lexicon);
const AufaitLexiconPhrases *aufait_lexicon_get_all_phrases (const AufaitLexicon *lexicon);
const char *aufait_word_class_to_string (AufaitWordClass class);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitLexicon, aufait_lexicon_free)
