/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives memory back once there is nothing more to do: a daemon that rests for days should not hold
 * what it needed for a second. */
#pragma once

#include "aufait-agenda.h"
#include "aufait-varlink-server.h"

typedef struct _AufaitRest AufaitRest;

/* Lets memory be given back whichever thread needed it; before there is another thread. */
void aufait_rest_prepare (void);

/* All arguments live longer than it. */
AufaitRest *
aufait_rest_new (AufaitMemory *memory, AufaitDirectory *directory, AufaitAgenda *agenda);

/* Rests after calls too, once no more come. @server lives longer than it. */
void aufait_rest_watch (AufaitRest *rest, AufaitVarlinkServer *server);
void aufait_rest_free (AufaitRest *rest);
