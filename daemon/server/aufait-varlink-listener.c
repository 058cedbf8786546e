/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-listener.h"

#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

/* Those who are here already get their turn in between. */
#define ACCEPTS_PER_TURN 32
#define REST_MS          500

typedef struct {
  GSource source;
  AufaitVarlinkListener *listener;
} ListenerSource;

struct _AufaitVarlinkListener {
  int fd;
  AufaitVarlinkListenerFuncs funcs;
  gpointer user_data;
  GSource *source;
  gpointer tag;
  guint rest_id;   /* of the timeout while it rests, else 0 */
  gboolean warned; /* once is enough */
};

static gboolean
on_rested (gpointer user_data)
{
  AufaitVarlinkListener *self = user_data;

  self->rest_id = 0;
  g_source_modify_unix_fd (self->source, self->tag, G_IO_IN);
  return G_SOURCE_REMOVE;
}

static void
rest (AufaitVarlinkListener *self, int code)
{
  if (!self->warned)
    g_warning ("No connection can be accepted for now: %s", g_strerror (code));
  self->warned = TRUE;
  self->rest_id = g_timeout_add (REST_MS, on_rested, self);
  g_source_modify_unix_fd (self->source, self->tag, 0);
}

void
aufait_varlink_listener_resume (AufaitVarlinkListener *self)
{
  if (self->rest_id == 0)
    return;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_source_modify_unix_fd (self->source, self->tag, G_IO_IN);
}

/* FALSE when there is no more to accept now. */
static gboolean
accept_one (AufaitVarlinkListener *self)
{
  int fd = accept4 (self->fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
  int code = errno;

  if (fd >= 0) {
    self->funcs.on_accepted (fd, self->user_data);
    return TRUE;
  }
  switch (code) {
  case EINTR:
  case ECONNABORTED:
    return TRUE;
  case EMFILE:
  case ENFILE:
  case ENOBUFS:
  case ENOMEM:
    if (self->funcs.on_exhausted (self->user_data))
      return TRUE;
    rest (self, code);
    return FALSE;
  default:
    return FALSE;
  }
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  AufaitVarlinkListener *self = ((ListenerSource *) source)->listener;

  /* Whoever came may have ended us. */
  for (int i = 0; i < ACCEPTS_PER_TURN && !g_source_is_destroyed (source); i++)
    if (!accept_one (self))
      return G_SOURCE_CONTINUE;
  return G_SOURCE_CONTINUE;
}

AufaitVarlinkListener *
aufait_varlink_listener_new (int fd, const AufaitVarlinkListenerFuncs *funcs, gpointer user_data)
{
  static GSourceFuncs source_funcs = { .dispatch = dispatch };
  AufaitVarlinkListener *self = g_new0 (AufaitVarlinkListener, 1);

  self->fd = fd;
  self->funcs = *funcs;
  self->user_data = user_data;
  self->source = g_source_new (&source_funcs, sizeof (ListenerSource));
  ((ListenerSource *) self->source)->listener = self;
  g_source_set_static_name (self->source, "aufait-varlink-listener");
  self->tag = g_source_add_unix_fd (self->source, fd, G_IO_IN);
  g_source_attach (self->source, NULL);
  return self;
}

void
aufait_varlink_listener_free (AufaitVarlinkListener *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_source_destroy (self->source);
  g_source_unref (self->source);
  close (self->fd);
  g_free (self);
}
