/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names that the daemon knows, for completion. */
#pragma once

#include <glib.h>

/* Every name, or NULL when the daemon does not say within @timeout_ms. */
GStrv aufait_people_fetch (int timeout_ms);
