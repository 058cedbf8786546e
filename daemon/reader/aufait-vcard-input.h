/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file's bytes as one text of 8-bit units: UTF-16 with a byte order mark becomes UTF-8, the mark
 * of UTF-8 goes, NUL bytes go. What is not valid UTF-8 stays as it is: each value is judged on its
 * own. */
#pragma once

#include "aufait-vcard-span.h"

/* The text: a part of @data, or of *@ret_copy when it had to be changed. */
AufaitVcardSpan aufait_vcard_input_prepare (const char *data, gsize length, char **ret_copy);
