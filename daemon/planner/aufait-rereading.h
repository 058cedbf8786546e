/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes that an older reader understood are read again, a few at a time between other work. */
#pragma once

#include "aufait-agenda.h"

typedef struct _AufaitRereading AufaitRereading;

/* Begins when the main loop has nothing else to do, and ends by itself; both arguments live longer
 * than it. */
AufaitRereading *aufait_rereading_new (AufaitMemory *memory, AufaitAgenda *agenda);
void aufait_rereading_free (AufaitRereading *rereading);
