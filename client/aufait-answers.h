/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers to nudges that need nothing but the nudge. */
#pragma once

#include "aufait-session.h"

/* Calls @method for the nudge that the words of the command are, or for each of several that are
 * numbers, in that order: one that is refused keeps no other from being answered. As JSON there is
 * one reply, and so one nudge. Returns an AufaitStatus. */
int aufait_answers_give (AufaitSession *session, const char *method, AufaitPrint print);
