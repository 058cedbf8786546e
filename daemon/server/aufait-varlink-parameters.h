/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the parameters of a call to the struct of its handler, by the rows of the method. */
#pragma once

#include "aufait-varlink-method.h"

/* Fills the struct, which lives as long as the call. FALSE when a parameter is missing, has the
 * wrong type, is too long or is not in the table; the call is then answered. */
gboolean aufait_varlink_parameters_read (AufaitVarlinkCall *call,
                                         const AufaitVarlinkMethod *method,
                                         gconstpointer *ret_parameters);
