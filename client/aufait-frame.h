/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reply as it came: which error, and where its parameters stand in it, so that they can be shown
 * byte for byte. */
#pragma once

#include <glib.h>

typedef struct {
  char *error;      /* "org.aufait.Unknown"; NULL: no error */
  char *parameters; /* one JSON object on one line, as the daemon wrote it; "{}" when there are none
                     */
  gboolean continues; /* other replies follow */
} AufaitFrame;

/* Reads a message. NULL unless it is one JSON object in UTF-8, not nested deeper than the contract
 * allows. The object's values are not looked into: what is in the parameters is json-glib's to
 * refuse. */
AufaitFrame *aufait_frame_new (const char *text);
void aufait_frame_free (AufaitFrame *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitFrame, aufait_frame_free)
