/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Methods as tables: a row a method, with a row for each of its parameters. A handler starts with
 * valid values in a struct of its own. */
#pragma once

#include <stddef.h>

#include "aufait-varlink-call.h"

typedef enum {
  AUFAIT_VARLINK_STRING,  /* const char *, NULL when absent; borrowed from the call */
  AUFAIT_VARLINK_STRINGS, /* const char **, NULL-terminated, never NULL once dispatched */
  AUFAIT_VARLINK_BOOL,    /* gboolean, FALSE when absent */
  AUFAIT_VARLINK_INT,     /* gint64, 0 when absent */
} AufaitVarlinkType;

typedef struct {
  const char *name;
  AufaitVarlinkType type;
  size_t offset; /* in the handler's struct */
  gboolean mandatory;
  gsize max_length; /* of a string, in bytes; 0: the message's own limit is enough */
} AufaitVarlinkParameter;

/* @parameters is the struct that the row's parameters describe. */
typedef void (*AufaitVarlinkHandler) (AufaitVarlinkCall *call,
                                      const void *parameters,
                                      gpointer user_data);

typedef struct {
  const char *name; /* "AddNote" */
  AufaitVarlinkHandler handler;
  gboolean needs_more; /* refused with ExpectedMore without the flag */
  size_t struct_size;
  const AufaitVarlinkParameter *parameters; /* ends with a row without name; NULL: none */
} AufaitVarlinkMethod;

typedef struct {
  const char *name;                   /* "org.aufait" */
  const char *description;            /* the interface file */
  const AufaitVarlinkMethod *methods; /* ends with a row without name */
} AufaitVarlinkInterface;
