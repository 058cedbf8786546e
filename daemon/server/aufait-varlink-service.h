/* SPDX-License-Identifier: GPL-3.0-or-later */
/* org.varlink.service: what a service tells about itself. */
#pragma once

#include "aufait-varlink-registry.h"

typedef struct _AufaitVarlinkService AufaitVarlinkService;

/* Adds the interface to @registry, and tells about all that is in there. To be freed after the
 * last call, and before @registry. */
AufaitVarlinkService *aufait_varlink_service_new (AufaitVarlinkRegistry *registry,
                                                  const char *vendor,
                                                  const char *product,
                                                  const char *version,
                                                  const char *url);
void aufait_varlink_service_free (AufaitVarlinkService *service);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitVarlinkService, aufait_varlink_service_free)
