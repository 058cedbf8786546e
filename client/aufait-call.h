/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One call over the socket of the daemon, and its replies. */
#pragma once

#include "aufait-frame.h"
#include "aufait-request.h"

#define AUFAIT_CALL_ERROR (aufait_call_error_quark ())
GQuark aufait_call_error_quark (void);

typedef enum {
  AUFAIT_CALL_ERROR_ABSENT,  /* nobody listens, or nobody who may be trusted: nothing was sent */
  AUFAIT_CALL_ERROR_SILENT,  /* sent, but no whole reply came in time or before the end */
  AUFAIT_CALL_ERROR_GARBLED, /* sent, but the reply is not to be understood */
  AUFAIT_CALL_ERROR_STOPPED, /* the signal came that ends a stream */
} AufaitCallError;

typedef struct AufaitCall AufaitCall;

/* How long the daemon may take to answer, in ms, unless AUFAIT_TIMEOUT says another number of
 * seconds. */
#define AUFAIT_CALL_TIMEOUT_MS 15000

/* Connects and sends @request; for each part of a reply it is waited as long as @timeout_ms, 0: the
 * default. With @more there is no limit to the time between replies, and SIGINT and SIGTERM end the
 * wait: they stay blocked in the process. Errors are of AUFAIT_CALL_ERROR or AUFAIT_PATHS_ERROR,
 * and are sentences. */
AufaitCall *
aufait_call_new (const AufaitRequest *request, gboolean more, int timeout_ms, GError **error);
void aufait_call_free (AufaitCall *call);

/* The next reply, to be freed; NULL and an error of AUFAIT_CALL_ERROR, but for ABSENT. */
AufaitFrame *aufait_call_next (AufaitCall *call, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitCall, aufait_call_free)
