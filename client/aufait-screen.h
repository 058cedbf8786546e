/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Standard output: what a person reads there, in colour and as wide as the terminal if it is one.
 */
#pragma once

#include "aufait-arguments.h"

typedef struct AufaitScreen AufaitScreen;

typedef enum {
  AUFAIT_STYLE_PLAIN,
  AUFAIT_STYLE_STRONG, /* names, headings */
  AUFAIT_STYLE_FAINT,  /* numbers, evidence, what may be skipped */
} AufaitStyle;

AufaitScreen *aufait_screen_new (AufaitColor color);
void aufait_screen_free (AufaitScreen *screen);

/* The cells of a line; 0 when it is no terminal: then nothing is folded. */
guint aufait_screen_get_width (const AufaitScreen *screen);

/* Adds text as it is; it is shown by flush, or when the screen is freed. */
void aufait_screen_add (AufaitScreen *screen, const char *text);
void aufait_screen_add_styled (AufaitScreen *screen, AufaitStyle style, const char *text);
void aufait_screen_print (AufaitScreen *screen, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Adds @text as a paragraph, each line behind @indent spaces. */
void aufait_screen_print_folded (AufaitScreen *screen,
                                 guint indent,
                                 AufaitStyle style,
                                 const char *text);

/* FALSE with a sentence in @error when standard output takes no more. */
gboolean aufait_screen_flush (AufaitScreen *screen, GError **error);

/* Says something on standard error, in UTF-8 whatever the locale's encoding is. */
void aufait_screen_warn (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitScreen, aufait_screen_free)
