/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence taken apart: words, numbers and signs, and where each stands. */
#pragma once

#include <glib.h>

typedef enum {
  AUFAIT_TOKEN_WORD,
  AUFAIT_TOKEN_NUMBER, /* a run of digits: "18h30" is 18, h, 30 */
  AUFAIT_TOKEN_SIGN,   /* one character that is neither; dashes are all '-', arrows '>' */
} AufaitTokenType;

typedef struct {
  AufaitTokenType type;
  const char *folded;   /* of a word */
  const char *accented; /* the same with its accents; equal when it has none */
  gsize start;          /* offset in bytes in the text */
  gsize end;
  int number;          /* of a number; G_MAXINT when it is longer than nine digits */
  int digits;          /* how many it has */
  gunichar sign;       /* of a sign; '\n' is one */
  gboolean is_glued;   /* follows the token before without a space */
  gboolean is_capital; /* begins with a capital letter */
} AufaitToken;

typedef struct _AufaitTokens AufaitTokens;

AufaitTokens *aufait_tokens_new (const char *text);
void aufait_tokens_free (AufaitTokens *tokens);
guint aufait_tokens_get_length (const AufaitTokens *tokens);

/* NULL behind the last one, so that looking ahead needs no other check. */
const AufaitToken *aufait_tokens_get (const AufaitTokens *tokens, guint index);

gboolean aufait_token_is_sign (const AufaitToken *token, gunichar sign);
gboolean aufait_token_is_word (const AufaitToken *token, const char *folded);
/* One of @words, which are folded and end with NULL; NULL: there are none. */
gboolean aufait_token_is_one_of (const AufaitToken *token, const char *const *words);
gboolean aufait_token_is_number (const AufaitToken *token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitTokens, aufait_tokens_free)
