/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-keys.h"

#include <errno.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define CTRL_C 0x03
#define CTRL_D 0x04
#define ESCAPE 0x1b

struct AufaitKeys {
  gboolean is_terminal;
  struct termios before;
  char bytes[256]; /* read, and not given yet */
  gsize length;
  gsize at;
};

AufaitKeys *
aufait_keys_new (void)
{
  AufaitKeys *keys = g_new0 (AufaitKeys, 1);

  keys->is_terminal = isatty (STDIN_FILENO) && tcgetattr (STDIN_FILENO, &keys->before) == 0;
  return keys;
}

void
aufait_keys_free (AufaitKeys *keys)
{
  g_free (keys);
}

/* Ctrl+C is a key here: a signal would leave the terminal as it is now. */
static void
set_single (AufaitKeys *keys, gboolean is_single)
{
  struct termios now = keys->before;

  if (!keys->is_terminal)
    return;
  if (is_single) {
    now.c_lflag &= ~(tcflag_t) (ICANON | ECHO | ISIG);
    now.c_cc[VMIN] = 1;
    now.c_cc[VTIME] = 0;
  }
  tcsetattr (STDIN_FILENO, TCSADRAIN, &now);
}

/* FALSE at the end. */
static gboolean
fill (AufaitKeys *keys)
{
  gssize n;

  do
    n = read (STDIN_FILENO, keys->bytes, sizeof keys->bytes);
  while (n < 0 && errno == EINTR);
  keys->at = 0;
  keys->length = n > 0 ? (gsize) n : 0;
  return n > 0;
}

static gboolean
next_byte (AufaitKeys *keys, char *ret_byte)
{
  if (keys->at == keys->length && !fill (keys))
    return FALSE;
  *ret_byte = keys->bytes[keys->at++];
  return TRUE;
}

/* What an arrow or another key sends begins with an escape, and comes at once. */
static char
read_key (AufaitKeys *keys)
{
  char byte;

  if (!next_byte (keys, &byte) || byte == CTRL_C || byte == CTRL_D)
    return 0;
  if (byte == ESCAPE)
    keys->at = keys->length;
  return g_ascii_tolower (byte);
}

static char
read_line (AufaitKeys *keys)
{
  char byte, key = '\0';
  gboolean is_any = FALSE;

  while (next_byte (keys, &byte)) {
    is_any = TRUE;
    if (byte == '\n')
      break;
    if (key == '\0' && !g_ascii_isspace (byte))
      key = g_ascii_tolower (byte);
  }
  return key != '\0' || !is_any ? key : '\n';
}

void
aufait_keys_await (AufaitKeys *keys)
{
  set_single (keys, TRUE);
}

char
aufait_keys_read (AufaitKeys *keys)
{
  char key;

  if (!keys->is_terminal)
    return read_line (keys);
  set_single (keys, TRUE);
  key = read_key (keys);
  set_single (keys, FALSE);
  return key;
}
