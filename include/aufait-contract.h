/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and limits that daemon and client share. */
#pragma once

/* The Varlink interface; also the name of the socket's file. */
#define AUFAIT_INTERFACE "org.aufait"

/* One message, its closing NUL not counted, in bytes. */
#define AUFAIT_MESSAGE_MAX (1024 * 1024)

/* How deep objects and arrays may nest in a message. */
#define AUFAIT_DEPTH_MAX 32

/* Connections that are served at the same time. */
#define AUFAIT_CLIENTS_MAX 256

/* A note, in bytes of UTF-8; a name, an address. */
#define AUFAIT_TEXT_MAX 16384
#define AUFAIT_NAME_MAX 256

/* Errors of the interface; their parameters are in org.aufait.varlink. */
#define AUFAIT_ERROR_UNKNOWN        AUFAIT_INTERFACE ".Unknown"
#define AUFAIT_ERROR_AMBIGUOUS      AUFAIT_INTERFACE ".Ambiguous"
#define AUFAIT_ERROR_SEVERAL_NUDGES AUFAIT_INTERFACE ".SeveralNudges"
#define AUFAIT_ERROR_INVALID        AUFAIT_INTERFACE ".Invalid"
#define AUFAIT_ERROR_REFUSED        AUFAIT_INTERFACE ".Refused"
#define AUFAIT_ERROR_FAILED         AUFAIT_INTERFACE ".Failed"
