/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is an address book or a calendar in the file system (vdirs: a folder of one file an item),
 * and how much of it is read. */
#pragma once

#include "aufait-row.h"

/* In bytes: one file among many, and a single file with everything in it. */
#define AUFAIT_VDIR_ITEM_MAX   (16 * 1024 * 1024)
#define AUFAIT_VDIR_SINGLE_MAX (64 * 1024 * 1024)

/* Whether a file of this name is a card or a calendar: it ends in .vcf or .ics, and does not begin
 * with a dot. What is being written has other names. */
gboolean aufait_vdir_is_item (const char *name, AufaitJobKind *ret_kind);
