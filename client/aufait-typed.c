/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-typed.h"

#include <errno.h>
#include <unistd.h>

#include "aufait-contract.h"
#include "aufait-screen.h"

/* More than a message can carry is not worth reading. */
#define TYPED_MAX (2 * AUFAIT_MESSAGE_MAX)

static GString *
read_all (void)
{
  GString *text = g_string_new (NULL);
  char bytes[4096];
  gssize n;

  do {
    n = read (STDIN_FILENO, bytes, sizeof bytes);
    if (n > 0)
      g_string_append_len (text, bytes, n);
  } while ((n > 0 && text->len < TYPED_MAX) || (n < 0 && errno == EINTR));
  return text;
}

char *
aufait_typed_read (const char *prompt)
{
  g_autoptr (GString) bytes = NULL;
  g_autofree char *text = NULL;

  if (isatty (STDIN_FILENO))
    aufait_screen_warn ("%s\n", prompt);
  bytes = read_all ();
  text = g_strstrip (g_utf8_make_valid (bytes->str, (gssize) bytes->len));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}
