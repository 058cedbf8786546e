/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-screen.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "aufait-plain.h"

#define WIDTH_DEFAULT 80
#define WIDTH_MIN     20
#define WIDTH_MAX     1000

struct AufaitScreen {
  GString *text;
  guint width;
  gboolean color;
};

/* Select Graphic Rendition (ECMA-48, 8.3.117). */
static const char *const styles[] = {
  [AUFAIT_STYLE_PLAIN] = "",
  [AUFAIT_STYLE_STRONG] = "\033[1m",
  [AUFAIT_STYLE_FAINT] = "\033[2m",
};

static guint
measure_terminal (void)
{
  struct winsize size;
  const char *columns = g_getenv ("COLUMNS");
  guint64 width = WIDTH_DEFAULT;

  if (!isatty (STDOUT_FILENO))
    return 0;
  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    width = size.ws_col;
  else if (columns != NULL && g_ascii_strtoull (columns, NULL, 10) > 0)
    width = g_ascii_strtoull (columns, NULL, 10);
  return (guint) CLAMP (width, WIDTH_MIN, WIDTH_MAX);
}

/* no-color.org: set and not empty means no colour. */
static gboolean
check_color (AufaitColor color)
{
  const char *no_color = g_getenv ("NO_COLOR");

  if (color != AUFAIT_COLOR_AUTO)
    return color == AUFAIT_COLOR_ALWAYS;
  return isatty (STDOUT_FILENO) && (no_color == NULL || *no_color == '\0') &&
         g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

AufaitScreen *
aufait_screen_new (AufaitColor color)
{
  AufaitScreen *screen = g_new0 (AufaitScreen, 1);

  screen->text = g_string_new (NULL);
  screen->width = measure_terminal ();
  screen->color = check_color (color);
  return screen;
}

void
aufait_screen_free (AufaitScreen *screen)
{
  if (screen == NULL)
    return;
  aufait_screen_flush (screen, NULL);
  g_string_free (screen->text, TRUE);
  g_free (screen);
}

guint
aufait_screen_get_width (const AufaitScreen *screen)
{
  return screen->width;
}

void
aufait_screen_add (AufaitScreen *screen, const char *text)
{
  g_string_append (screen->text, text);
}

void
aufait_screen_add_styled (AufaitScreen *screen, AufaitStyle style, const char *text)
{
  gboolean styled = screen->color && style != AUFAIT_STYLE_PLAIN;

  if (styled)
    g_string_append (screen->text, styles[style]);
  g_string_append (screen->text, text);
  if (styled)
    g_string_append (screen->text, "\033[0m");
}

void
aufait_screen_print (AufaitScreen *screen, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (screen->text, format, args);
  va_end (args);
}

void
aufait_screen_print_folded (AufaitScreen *screen, guint indent, AufaitStyle style, const char *text)
{
  guint width = screen->width > indent ? screen->width - indent : screen->width;
  g_auto (GStrv) lines = aufait_plain_fold (text, width);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_string_append_printf (screen->text, "%*s", (int) indent, "");
    aufait_screen_add_styled (screen, style, lines[i]);
    g_string_append_c (screen->text, '\n');
  }
}

gboolean
aufait_screen_flush (AufaitScreen *screen, GError **error)
{
  const char *p = screen->text->str;
  gsize left = screen->text->len;

  while (left > 0) {
    gssize n = write (STDOUT_FILENO, p, left);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _ ("The answer cannot be written: %s."), g_strerror (errno));
      break;
    }
    p += n;
    left -= (gsize) n;
  }
  g_string_truncate (screen->text, 0);
  return left == 0;
}

void
aufait_screen_warn (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vfprintf (stderr, format, args);
  va_end (args);
}
