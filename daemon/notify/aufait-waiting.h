/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An object that waits for an answer and may end meanwhile: for the user data of what is asked and
 * cannot be cancelled, as g_bus_get(), whose connection is shared, and so would be the failure. */
#pragma once

#include <glib-object.h>

typedef struct _AufaitWaiting AufaitWaiting;

/* @object, a GObject, is held weakly: it ends when nobody else holds it. */
AufaitWaiting *aufait_waiting_begin (gpointer object);

/* Once, when the answer is there; frees @waiting. A reference of the caller's own to the object, or
 * NULL: it has ended. */
gpointer aufait_waiting_end (AufaitWaiting *waiting);
