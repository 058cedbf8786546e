/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accepts connections, a few in a turn of the main loop; rests when descriptors run out. */
#pragma once

#include <glib.h>

typedef struct _AufaitVarlinkListener AufaitVarlinkListener;

typedef struct {
  /* A connection came: @fd is the callee's. */
  void (*on_accepted) (int fd, gpointer user_data);
  /* There are no descriptors: TRUE when one was freed, so that it makes sense to try again. */
  gboolean (*on_exhausted) (gpointer user_data);
} AufaitVarlinkListenerFuncs;

/* @fd, a listening socket, is taken. Runs in the default main context until it is freed. */
AufaitVarlinkListener *
aufait_varlink_listener_new (int fd, const AufaitVarlinkListenerFuncs *funcs, gpointer user_data);
void aufait_varlink_listener_free (AufaitVarlinkListener *listener);

/* A descriptor was freed: no reason to rest any longer. */
void aufait_varlink_listener_resume (AufaitVarlinkListener *listener);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitVarlinkListener, aufait_varlink_listener_free)
