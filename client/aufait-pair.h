/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two commands about two people: same and apart. */
#pragma once

#include "aufait-session.h"

/* Calls @method with both words and shows the reply by @print. Returns an AufaitStatus. */
int aufait_pair_run (AufaitSession *session, const char *method, AufaitPrint print);
