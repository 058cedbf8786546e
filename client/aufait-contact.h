/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What met, called and wrote have in common. */
#pragma once

#include "aufait-command.h"

/* Options of these commands. */
extern const AufaitOption aufait_contact_options[];

/* One contact with WHO, and a note if there are words behind. @how: as on the wire. */
int aufait_contact_run (AufaitSession *session, const char *how);

/* The word for the way of a contact, "met"; it stands in a list. */
const char *aufait_contact_word_how (const char *how);
