/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives memory back once there is nothing more to do: a daemon that rests for days should not hold
 * what it needed for a second. */
#pragma once

#include "aufait-agenda.h"

typedef struct _AufaitRest AufaitRest;

/* Both arguments live longer than it. */
AufaitRest *
aufait_rest_new (AufaitMemory *memory, AufaitDirectory *directory, AufaitAgenda *agenda);
void aufait_rest_free (AufaitRest *rest);
