/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-token.h"

#include "aufait-text.h"

struct _AufaitTokens {
  GArray *tokens; /* AufaitToken */
  GStringChunk *folded;
};

typedef struct {
  AufaitTokens *tokens;
  const char *text;
  gsize last_end; /* behind the token that was added last */
} Splitter;

static void
add_token (Splitter *splitter, AufaitToken token)
{
  token.is_glued = splitter->tokens->tokens->len > 0 && token.start == splitter->last_end;
  splitter->last_end = token.end;
  g_array_append_val (splitter->tokens->tokens, token);
}

static gunichar
simplify_sign (gunichar sign)
{
  switch (sign) {
  case 0x2010 ... 0x2015:
  case 0x2212:
    return '-';
  case 0x2192:
  case 0x21d2:
  case 0x27a1:
    return '>';
  case 0x2026:
  case 0x3002:
    return '.';
  case 0x2028:
  case 0x2029:
  case '\r':
    return '\n';
  default:
    return sign;
  }
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02bc;
}

/* What lies between two words. An apostrophe inside a word is no sign: "isn't" is "isn", "t". */
static void
add_signs (Splitter *splitter, gsize start, gsize end)
{
  const char *stop = splitter->text + end;

  for (const char *p = splitter->text + start; p < stop; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gsize at = (gsize) (p - splitter->text);
    AufaitToken token = { .type = AUFAIT_TOKEN_SIGN, .start = at };

    token.end = (gsize) (g_utf8_next_char (p) - splitter->text);
    token.sign = simplify_sign (c);
    if (is_apostrophe (c) && at == splitter->last_end)
      splitter->last_end = token.end;
    else if (token.sign == '\n' || !g_unichar_isspace (c))
      add_token (splitter, token);
  }
}

static void
add_number (Splitter *splitter, gsize start, gsize end)
{
  AufaitToken token = { .type = AUFAIT_TOKEN_NUMBER, .start = start, .end = end };

  token.digits = (int) (end - start);
  if (token.digits > 9)
    token.number = G_MAXINT;
  else
    for (gsize i = start; i < end; i++)
      token.number = token.number * 10 + (splitter->text[i] - '0');
  add_token (splitter, token);
}

static void
add_word (Splitter *splitter, gsize start, gsize end, const char *folded)
{
  AufaitToken token = { .type = AUFAIT_TOKEN_WORD, .start = start, .end = end };
  gunichar first = g_utf8_get_char (splitter->text + start);
  g_autofree char *written = g_strndup (splitter->text + start, end - start);
  g_autofree char *accented = aufait_text_fold_case (written);

  token.folded = g_string_chunk_insert (splitter->tokens->folded, folded);
  token.accented = g_string_chunk_insert (splitter->tokens->folded, accented);
  token.is_capital = g_unichar_isupper (first) || g_unichar_istitle (first);
  add_token (splitter, token);
}

/* Words with digits in them are taken apart where digits begin and end. */
static void
add_mixed (Splitter *splitter, gsize start, gsize end)
{
  gsize at = start;

  while (at < end) {
    gboolean is_number = g_ascii_isdigit (splitter->text[at]);
    gsize from = at;

    while (at < end && g_ascii_isdigit (splitter->text[at]) == is_number)
      at++;
    if (is_number) {
      add_number (splitter, from, at);
    } else {
      g_autofree char *part = g_strndup (splitter->text + from, at - from);
      g_autofree char *folded = aufait_text_fold (part);

      add_word (splitter, from, at, folded);
    }
  }
}

static gboolean
has_digit (const char *text, gsize start, gsize end)
{
  for (gsize i = start; i < end; i++)
    if (g_ascii_isdigit (text[i]))
      return TRUE;
  return FALSE;
}

AufaitTokens *
aufait_tokens_new (const char *text)
{
  g_autoptr (AufaitWords) words = aufait_words_new (text);
  AufaitTokens *tokens = g_new (AufaitTokens, 1);
  Splitter splitter = { tokens, text, 0 };
  gsize at = 0;

  tokens->tokens = g_array_new (FALSE, FALSE, sizeof (AufaitToken));
  tokens->folded = g_string_chunk_new (1024);
  for (guint i = 0; i < aufait_words_get_length (words); i++) {
    const AufaitWord *word = aufait_words_get (words, i);

    add_signs (&splitter, at, word->start);
    if (has_digit (text, word->start, word->end))
      add_mixed (&splitter, word->start, word->end);
    else
      add_word (&splitter, word->start, word->end, word->folded);
    at = word->end;
  }
  add_signs (&splitter, at, strlen (text));
  return tokens;
}

void
aufait_tokens_free (AufaitTokens *tokens)
{
  g_array_unref (tokens->tokens);
  g_string_chunk_free (tokens->folded);
  g_free (tokens);
}

guint
aufait_tokens_get_length (const AufaitTokens *tokens)
{
  return tokens->tokens->len;
}

const AufaitToken *
aufait_tokens_get (const AufaitTokens *tokens, guint index)
{
  return index < tokens->tokens->len ? &g_array_index (tokens->tokens, AufaitToken, index) : NULL;
}

gboolean
aufait_token_is_sign (const AufaitToken *token, gunichar sign)
{
  return token != NULL && token->type == AUFAIT_TOKEN_SIGN && token->sign == sign;
}

gboolean
aufait_token_is_word (const AufaitToken *token, const char *folded)
{
  return token != NULL && token->type == AUFAIT_TOKEN_WORD && g_str_equal (token->folded, folded);
}

gboolean
aufait_token_is_one_of (const AufaitToken *token, const char *const *words)
{
  return token != NULL && token->type == AUFAIT_TOKEN_WORD && words != NULL &&
         g_strv_contains (words, token->folded);
}

gboolean
aufait_token_is_number (const AufaitToken *token)
{
  return token != NULL && token->type == AUFAIT_TOKEN_NUMBER;
}
