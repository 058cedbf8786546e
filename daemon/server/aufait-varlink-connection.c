/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-connection.h"

#include <unistd.h>

#include "aufait-varlink-call-private.h"
#include "aufait-varlink-input.h"
#include "aufait-varlink-output.h"

/* Calls in one turn of the main loop: who pipelines thousands of them lets others in between. */
#define CALLS_PER_TURN 16
/* With more than this unread, no further call is taken: who does not read is not served. */
#define WAITING_MAX (64 * 1024)
#define NEVER       (-1)

typedef struct {
  GSource source;
  AufaitVarlinkConnection *connection;
} ConnectionSource;

struct _AufaitVarlinkConnection {
  grefcount refs;
  int fd;
  AufaitVarlinkConnectionFuncs funcs;
  gpointer user_data;

  GSource *source;
  gpointer tag;
  GIOCondition watched;
  gboolean in_turn;

  AufaitVarlinkInput *input;
  AufaitVarlinkOutput *output;
  AufaitVarlinkCall *call; /* the open one */
  gboolean ended;          /* nothing more will be sent to us */
  const char *broken;      /* why it is to be closed */
  gboolean closed;

  gint64 slow_us;
  gint64 idle_us;
  gboolean was_useful;
  gint64 useful_at;
  gint64 message_at; /* when the message that is not whole yet began, or NEVER */
  gint64 waiting_at; /* when what is to be read began to wait, or NEVER */
};

static gint64
get_now (AufaitVarlinkConnection *self)
{
  return g_source_get_time (self->source);
}

static gboolean
takes_calls (AufaitVarlinkConnection *self)
{
  return self->broken == NULL && !self->closed && self->call == NULL &&
         aufait_varlink_output_get_waiting (self->output) <= WAITING_MAX;
}

static gint64
find_deadline (AufaitVarlinkConnection *self)
{
  gint64 deadline = G_MAXINT64;

  if (self->waiting_at != NEVER)
    deadline = self->waiting_at + self->slow_us;
  if (self->message_at != NEVER)
    deadline = MIN (deadline, self->message_at + self->slow_us);
  if (deadline == G_MAXINT64 && self->call == NULL)
    deadline = self->useful_at + self->idle_us;
  return deadline == G_MAXINT64 ? NEVER : deadline;
}

/* A time runs from when a state began, not from its latest byte: one byte a second gains nothing.
 */
static void
note_times (AufaitVarlinkConnection *self)
{
  gboolean waiting = aufait_varlink_output_get_waiting (self->output) > 0;
  gboolean unfinished = takes_calls (self) && aufait_varlink_input_has_bytes (self->input) &&
                        !aufait_varlink_input_has_message (self->input);

  if (!waiting)
    self->waiting_at = NEVER;
  else if (self->waiting_at == NEVER)
    self->waiting_at = get_now (self);
  if (!unfinished)
    self->message_at = NEVER;
  else if (self->message_at == NEVER)
    self->message_at = get_now (self);
}

static void
watch (AufaitVarlinkConnection *self)
{
  GIOCondition wanted = G_IO_HUP | G_IO_ERR;

  if (!self->ended && takes_calls (self))
    wanted |= G_IO_IN;
  if (aufait_varlink_output_get_waiting (self->output) > 0)
    wanted |= G_IO_OUT;
  if (wanted != self->watched)
    g_source_modify_unix_fd (self->source, self->tag, wanted);
  self->watched = wanted;
}

/* What came in time counts, even when we look late: to be asked when all was read. */
static void
check_times (AufaitVarlinkConnection *self, gboolean more)
{
  gint64 deadline;

  note_times (self);
  deadline = find_deadline (self);
  if (!more && deadline != NEVER && get_now (self) >= deadline)
    self->broken = "the client is slow or idle";
}

/* At the end of a turn: what to wait for. */
static void
settle (AufaitVarlinkConnection *self)
{
  gboolean more = takes_calls (self) && aufait_varlink_input_has_message (self->input);

  /* The end comes after the last message: no call can be open. */
  if (self->ended && aufait_varlink_output_get_waiting (self->output) == 0)
    self->broken = "the client has finished";
  if (self->broken == NULL)
    check_times (self, more);
  if (self->broken != NULL) {
    g_debug ("connection %d closed: %s", self->fd, self->broken);
    aufait_varlink_connection_close (self);
    return;
  }
  aufait_varlink_input_tidy (self->input);
  watch (self);
  g_source_set_ready_time (self->source, more ? 0 : find_deadline (self));
}

/* Something changed outside a turn: have one soon. */
static void
ask_for_turn (AufaitVarlinkConnection *self)
{
  if (!self->in_turn && !self->closed)
    g_source_set_ready_time (self->source, 0);
}

static gboolean
on_send (AufaitVarlinkCall *call, char *text, gsize length, gboolean last, gpointer owner)
{
  AufaitVarlinkConnection *self = owner;

  if (self->broken == NULL && text != NULL &&
      !aufait_varlink_output_send (self->output, self->fd, g_steal_pointer (&text), length))
    self->broken = "the client is gone or does not read";
  g_free (text);

  if (last) {
    g_clear_pointer (&self->call, aufait_varlink_call_unref);
    self->was_useful = TRUE;
    self->useful_at = get_now (self);
  }
  if (last || self->broken != NULL || aufait_varlink_output_get_waiting (self->output) > 0)
    ask_for_turn (self);
  return self->broken == NULL;
}

static void
take_message (AufaitVarlinkConnection *self, const char *data, gsize length)
{
  g_autoptr (AufaitVarlinkCall) call = NULL;
  AufaitVarlinkMessage *message;

  message = aufait_varlink_message_parse (data, length, &self->broken);
  if (message == NULL)
    return;
  self->call = aufait_varlink_call_new (message, on_send, self);
  call = aufait_varlink_call_ref (self->call);
  self->funcs.on_call (call, self->user_data);
}

static void
take_messages (AufaitVarlinkConnection *self, guint *budget)
{
  while (*budget > 0 && takes_calls (self)) {
    gsize length;
    const char *data = aufait_varlink_input_next (self->input, &length);

    if (data == NULL)
      return;
    *budget -= 1;
    self->message_at = NEVER;
    take_message (self, data, length);
  }
}

static void
receive (AufaitVarlinkConnection *self)
{
  switch (aufait_varlink_input_receive (self->input, self->fd)) {
  case AUFAIT_VARLINK_INPUT_END:
    self->ended = TRUE;
    break;
  case AUFAIT_VARLINK_INPUT_BROKEN:
    self->broken = "the socket fails, or a message is too long";
    break;
  case AUFAIT_VARLINK_INPUT_SOME:
  case AUFAIT_VARLINK_INPUT_NOTHING:
  default:
    break;
  }
}

static void
flush (AufaitVarlinkConnection *self)
{
  if (!aufait_varlink_output_flush (self->output, self->fd))
    self->broken = "the client is gone";
  if (aufait_varlink_output_get_waiting (self->output) == 0)
    self->waiting_at = NEVER;
}

static void
have_turn (AufaitVarlinkConnection *self, GIOCondition condition)
{
  gboolean gone = (condition & (G_IO_HUP | G_IO_ERR)) != 0;
  guint budget = CALLS_PER_TURN;

  flush (self);
  if (gone && self->call != NULL)
    self->broken = "the client is gone";
  take_messages (self, &budget);
  if ((gone || (condition & G_IO_IN) != 0) && !self->ended && budget > 0 && takes_calls (self)) {
    receive (self);
    take_messages (self, &budget);
  }
}

static void
take_turn (AufaitVarlinkConnection *connection, GIOCondition condition)
{
  g_autoptr (AufaitVarlinkConnection) self = aufait_varlink_connection_ref (connection);

  self->in_turn = TRUE;
  if (self->broken == NULL)
    have_turn (self, condition);
  if (!self->closed)
    settle (self);
  self->in_turn = FALSE;
}

void
aufait_varlink_connection_begin (AufaitVarlinkConnection *self)
{
  take_turn (self, G_IO_IN);
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  AufaitVarlinkConnection *self = ((ConnectionSource *) source)->connection;

  take_turn (self, g_source_query_unix_fd (source, self->tag));
  return G_SOURCE_CONTINUE;
}

static GSource *
new_source (AufaitVarlinkConnection *self)
{
  static GSourceFuncs source_funcs = { .dispatch = dispatch };
  GSource *source = g_source_new (&source_funcs, sizeof (ConnectionSource));

  ((ConnectionSource *) source)->connection = self;
  g_source_set_static_name (source, "aufait-varlink-connection");
  return source;
}

AufaitVarlinkConnection *
aufait_varlink_connection_new (int fd,
                               const AufaitVarlinkConnectionFuncs *funcs,
                               gpointer user_data)
{
  AufaitVarlinkConnection *self = g_new0 (AufaitVarlinkConnection, 1);

  g_ref_count_init (&self->refs);
  self->fd = fd;
  self->funcs = *funcs;
  self->user_data = user_data;
  self->input = aufait_varlink_input_new ();
  self->output = aufait_varlink_output_new ();
  self->slow_us = self->idle_us = G_MAXINT;
  self->message_at = self->waiting_at = NEVER;
  self->watched = G_IO_IN | G_IO_HUP | G_IO_ERR;
  self->source = new_source (self);
  self->tag = g_source_add_unix_fd (self->source, fd, self->watched);
  g_source_attach (self->source, NULL);
  self->useful_at = get_now (self);
  return self;
}

AufaitVarlinkConnection *
aufait_varlink_connection_ref (AufaitVarlinkConnection *self)
{
  g_ref_count_inc (&self->refs);
  return self;
}

void
aufait_varlink_connection_unref (AufaitVarlinkConnection *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;
  self->funcs.on_closed = NULL;
  aufait_varlink_connection_close (self);
  g_source_unref (self->source);
  aufait_varlink_input_free (self->input);
  aufait_varlink_output_free (self->output);
  g_free (self);
}

void
aufait_varlink_connection_set_timeouts (AufaitVarlinkConnection *self, guint slow_ms, guint idle_ms)
{
  self->slow_us = (gint64) slow_ms * 1000;
  self->idle_us = (gint64) idle_ms * 1000;
  ask_for_turn (self);
}

gboolean
aufait_varlink_connection_is_busy (AufaitVarlinkConnection *self)
{
  return self->call != NULL;
}

gboolean
aufait_varlink_connection_was_useful (AufaitVarlinkConnection *self)
{
  return self->was_useful;
}

gint64
aufait_varlink_connection_get_useful_at (AufaitVarlinkConnection *self)
{
  return self->useful_at;
}

void
aufait_varlink_connection_close (AufaitVarlinkConnection *self)
{
  g_autoptr (AufaitVarlinkCall) call = g_steal_pointer (&self->call);

  if (self->closed)
    return;
  self->closed = TRUE;
  g_source_destroy (self->source);
  close (self->fd);
  self->fd = -1;
  if (call != NULL)
    aufait_varlink_call_abandon (call);
  if (self->funcs.on_closed != NULL)
    self->funcs.on_closed (self, self->user_data);
}
