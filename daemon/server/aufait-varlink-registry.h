/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interfaces that a service offers, in the order in which they were added. */
#pragma once

#include "aufait-varlink-method.h"

typedef struct _AufaitVarlinkRegistry AufaitVarlinkRegistry;

AufaitVarlinkRegistry *aufait_varlink_registry_new (void);
void aufait_varlink_registry_free (AufaitVarlinkRegistry *registry);

/* @interface and its table must live as long; @user_data goes to its handlers. */
void aufait_varlink_registry_add (AufaitVarlinkRegistry *registry,
                                  const AufaitVarlinkInterface *interface,
                                  gpointer user_data);

/* The interface with this name, or NULL. @ret_user_data may be NULL. */
const AufaitVarlinkInterface *aufait_varlink_registry_find (AufaitVarlinkRegistry *registry,
                                                            const char *name,
                                                            gpointer *ret_user_data);

/* The names, as a JSON array; the caller's. */
JsonArray *aufait_varlink_registry_dup_names (AufaitVarlinkRegistry *registry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitVarlinkRegistry, aufait_varlink_registry_free)
