/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A notification server that does what real ones do rarely: hangs, ends, comes again, lacks a
 * capability. On a connection of its own, in the main context of its thread. */
#pragma once

#include <gio/gio.h>
#include <stdio.h>

typedef struct {
  guint32 id;
  guint32 replaces;
  char *app_name;
  char *icon;
  char *summary;
  char *body;
  GStrv actions; /* key, label, key, label … */
  GVariant *hints;
  gboolean is_open;
} ServerNotification;

typedef struct {
  GDBusConnection *connection;
  guint object;
  GStrv capabilities;
  guint32 next_id;
  guint most_open;          /* at the same time */
  GPtrArray *notifications; /* ServerNotification, in the order they came */
  GArray *closed;           /* guint32: each id that a client closed */
  gboolean refuses;         /* each notification, with an error */
  guint delay_msecs;        /* before each notification is answered for */
  FILE *log;                /* NULL: none; a line for each that is opened or closed */
  gboolean hangs;
  GQueue held; /* calls that came while it hung */
} NotificationServer;

/* Has the name when it returns. Ids begin with @first_id. */
NotificationServer *
notification_server_new (const char *address, const char *capabilities, guint32 first_id);

/* Ends as a program that crashes: without a word. */
void notification_server_free (NotificationServer *server);

/* Takes calls, and answers them only when it hangs no more. */
void notification_server_set_hangs (NotificationServer *server, gboolean hangs);

/* By the place in the order; NULL when there is none. */
ServerNotification *notification_server_get (NotificationServer *server, guint index);
guint notification_server_count_open (NotificationServer *server);

/* What a person does, or time. */
void notification_server_press (NotificationServer *server, guint32 id, const char *action);
void notification_server_reply (NotificationServer *server, guint32 id, const char *text);
void notification_server_close (NotificationServer *server, guint32 id, guint reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NotificationServer, notification_server_free)
