/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names that the daemon knows, for a word that may be one of them. */
#pragma once

#include <glib.h>

/* Every name, or NULL when the daemon does not say within @timeout_ms. */
GStrv aufait_people_fetch (int timeout_ms);

/* The name of @names that @word is most like, by the whole of it or one word of it; NULL: none. */
const char *aufait_people_guess (const char *word, const char *const *names);
