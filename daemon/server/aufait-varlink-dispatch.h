/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a call to its handler. */
#pragma once

#include "aufait-varlink-registry.h"

/* Calls the handler of @call with its parameters, or answers with the error that says why not. */
void aufait_varlink_dispatch (AufaitVarlinkRegistry *registry, AufaitVarlinkCall *call);
