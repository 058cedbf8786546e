/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-call.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "aufait-paths.h"

/* Far more than any answer; a limit all the same. */
#define REPLY_MAX (64 * 1024 * 1024)

struct AufaitCall {
  int fd;
  int signals;       /* a signalfd, -1: none */
  GString *received; /* bytes behind the last reply that was read */
  int timeout_ms;
};

G_DEFINE_QUARK (aufait - call - error - quark, aufait_call_error)

void
aufait_call_free (AufaitCall *call)
{
  if (call == NULL)
    return;
  if (call->fd >= 0)
    close (call->fd);
  if (call->signals >= 0)
    close (call->signals);
  g_string_free (call->received, TRUE);
  g_free (call);
}

static gboolean
fill_address (struct sockaddr_un *address, const char *path, GError **error)
{
  if (strlen (path) >= sizeof address->sun_path) {
    g_set_error (
        error, AUFAIT_CALL_ERROR, AUFAIT_CALL_ERROR_ABSENT,
        _ ("“%s” is too long for the path of a socket: set AUFAIT_SOCKET to a shorter one."), path);
    return FALSE;
  }
  address->sun_family = AF_UNIX;
  memcpy (address->sun_path, path, strlen (path) + 1);
  return TRUE;
}

static void
set_connect_error (int code, const char *path, GError **error)
{
  if (code == ENOENT || code == ECONNREFUSED)
    g_set_error_literal (error, AUFAIT_CALL_ERROR, AUFAIT_CALL_ERROR_ABSENT,
                         _ ("aufaitd is not running: start it with “systemctl --user start "
                            "aufaitd.socket”, or run “aufaitd”."));
  else if (code == EAGAIN || code == EINPROGRESS)
    g_set_error_literal (
        error, AUFAIT_CALL_ERROR, AUFAIT_CALL_ERROR_ABSENT,
        _ ("aufaitd does not take calls: restart it with “systemctl --user restart "
           "aufaitd”."));
  else
    g_set_error (error, AUFAIT_CALL_ERROR, AUFAIT_CALL_ERROR_ABSENT,
                 _ ("aufaitd cannot be reached at “%s”: %s."), path, g_strerror (code));
}

/* What is told in confidence goes to a program of the same user, or to nobody. */
static gboolean
check_peer (int fd, const char *path, GError **error)
{
  struct ucred peer;
  socklen_t length = sizeof peer;

  if (getsockopt (fd, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 && peer.uid == geteuid ())
    return TRUE;
  g_set_error (error, AUFAIT_CALL_ERROR, AUFAIT_CALL_ERROR_ABSENT,
               _ ("“%s” is the socket of another user: nothing was said to it."), path);
  return FALSE;
}

static void
set_timeout (AufaitCall *call, int timeout_ms, gboolean more)
{
  const char *set = g_getenv ("AUFAIT_TIMEOUT");
  double secs = set != NULL ? g_ascii_strtod (set, NULL) : 0;

  call->timeout_ms = AUFAIT_CALL_TIMEOUT_MS;
  if (timeout_ms > 0)
    call->timeout_ms = timeout_ms;
  else if (secs > 0 && secs < 86400)
    call->timeout_ms = MAX (1, (int) (secs * 1000));
  if (more)
    call->timeout_ms = -1;
}

static gboolean
connect_call (AufaitCall *call, const char *path, GError **error)
{
  int ms = call->timeout_ms > 0 ? call->timeout_ms : AUFAIT_CALL_TIMEOUT_MS;
  struct timeval limit = { ms / 1000, (ms % 1000) * 1000 };
  struct sockaddr_un address = { 0 };

  if (!fill_address (&address, path, error))
    return FALSE;
  call->fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (call->fd >= 0)
    setsockopt (call->fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  if (call->fd < 0 || connect (call->fd, (struct sockaddr *) &address, sizeof address) < 0) {
    set_connect_error (errno, path, error);
    return FALSE;
  }
  return check_peer (call->fd, path, error);
}

static gboolean
set_silent (GError **error)
{
  g_set_error_literal (error, AUFAIT_CALL_ERROR, AUFAIT_CALL_ERROR_SILENT,
                       _ ("aufaitd did not answer."));
  return FALSE;
}

/* The closing NUL is part of the message. A daemon may answer and close before it has read all. */
static gboolean
send_message (AufaitCall *call, const char *message, GError **error)
{
  gsize left = strlen (message) + 1;

  while (left > 0) {
    gssize n = send (call->fd, message, left, MSG_NOSIGNAL);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0 && errno == EPIPE)
      return TRUE;
    if (n <= 0)
      return set_silent (error);
    message += n;
    left -= (gsize) n;
  }
  return TRUE;
}

/* A signal that is read like a reply needs no handler, and so no variable that one would set. It is
 * blocked only where it can be read: one that nobody hears would leave no way to end the wait. */
static gboolean
open_signals (AufaitCall *call, GError **error)
{
  sigset_t set;

  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  call->signals = signalfd (-1, &set, SFD_CLOEXEC);
  if (call->signals < 0) {
    g_set_error (error, AUFAIT_CALL_ERROR, AUFAIT_CALL_ERROR_ABSENT,
                 _ ("Nothing could end the wait, so it is not begun: %s."), g_strerror (errno));
    return FALSE;
  }
  sigprocmask (SIG_BLOCK, &set, NULL);
  return TRUE;
}

AufaitCall *
aufait_call_new (const AufaitRequest *request, gboolean more, int timeout_ms, GError **error)
{
  g_autofree char *path = aufait_paths_dup_socket (error);
  g_autofree char *message = NULL;
  g_autoptr (AufaitCall) call = NULL;

  if (path == NULL)
    return NULL;
  call = g_new0 (AufaitCall, 1);
  call->fd = -1;
  call->signals = -1;
  call->received = g_string_new (NULL);
  set_timeout (call, timeout_ms, more);
  message = aufait_request_dup_message (request, more);
  if ((more && !open_signals (call, error)) || !connect_call (call, path, error) ||
      !send_message (call, message, error))
    return NULL;
  return g_steal_pointer (&call);
}

static gboolean
wait_for_bytes (AufaitCall *call, GError **error)
{
  struct pollfd fds[2] = { { call->fd, POLLIN, 0 }, { call->signals, POLLIN, 0 } };
  int n;

  do
    n = poll (fds, G_N_ELEMENTS (fds), call->timeout_ms);
  while (n < 0 && errno == EINTR);
  if (n <= 0)
    return set_silent (error);
  if (fds[1].revents != 0) {
    g_set_error_literal (error, AUFAIT_CALL_ERROR, AUFAIT_CALL_ERROR_STOPPED, "stopped");
    return FALSE;
  }
  return TRUE;
}

static gboolean
receive_bytes (AufaitCall *call, GError **error)
{
  char bytes[16384];
  gssize n;

  if (!wait_for_bytes (call, error))
    return FALSE;
  n = recv (call->fd, bytes, sizeof bytes, 0);
  if (n <= 0 || call->received->len > REPLY_MAX)
    return set_silent (error);
  g_string_append_len (call->received, bytes, n);
  return TRUE;
}

AufaitFrame *
aufait_call_next (AufaitCall *call, GError **error)
{
  AufaitFrame *frame;
  gsize seen = 0;

  while (memchr (call->received->str + seen, '\0', call->received->len - seen) == NULL) {
    seen = call->received->len;
    if (!receive_bytes (call, error))
      return NULL;
  }
  frame = aufait_frame_new (call->received->str);
  g_string_erase (call->received, 0, (gssize) strlen (call->received->str) + 1);
  if (frame == NULL)
    g_set_error_literal (error, AUFAIT_CALL_ERROR, AUFAIT_CALL_ERROR_GARBLED,
                         _ ("aufaitd answered something that is not to be understood."));
  return frame;
}
