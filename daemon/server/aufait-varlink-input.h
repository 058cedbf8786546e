/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a client sent: bytes in, messages out. Messages end with a NUL. */
#pragma once

#include <glib.h>

typedef struct _AufaitVarlinkInput AufaitVarlinkInput;

AufaitVarlinkInput *aufait_varlink_input_new (void);
void aufait_varlink_input_free (AufaitVarlinkInput *input);

typedef enum {
  AUFAIT_VARLINK_INPUT_SOME,    /* bytes came */
  AUFAIT_VARLINK_INPUT_NOTHING, /* none for now */
  AUFAIT_VARLINK_INPUT_END,     /* the other side will send no more */
  AUFAIT_VARLINK_INPUT_BROKEN,  /* the socket fails, or the message is too long */
} AufaitVarlinkInputResult;

/* Receives once from @fd, without blocking. To be called only when no message is waiting; pointers
 * from _next are then void. */
AufaitVarlinkInputResult aufait_varlink_input_receive (AufaitVarlinkInput *input, int fd);

/* Takes the next whole message, without its NUL; NULL when there is none. Borrowed until the next
 * _receive or _tidy. */
const char *aufait_varlink_input_next (AufaitVarlinkInput *input, gsize *ret_length);

/* Whether _next has one. */
gboolean aufait_varlink_input_has_message (AufaitVarlinkInput *input);

/* Whether a message has begun, whole or not. */
gboolean aufait_varlink_input_has_bytes (AufaitVarlinkInput *input);

/* Gives memory back that a long message needed. */
void aufait_varlink_input_tidy (AufaitVarlinkInput *input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitVarlinkInput, aufait_varlink_input_free)
