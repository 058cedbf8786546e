/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a folder holds, by the names in it. No file is opened. */
#pragma once

#include <dirent.h>

#include "aufait-row.h"

typedef enum {
  AUFAIT_HOLDING_NOTHING, /* it may be filled in a moment */
  AUFAIT_HOLDING_ITEMS,   /* cards or calendars */
  AUFAIT_HOLDING_OTHERS,  /* something else, or it cannot be read */
  AUFAIT_HOLDING_DENIED,  /* one may not look into it */
} AufaitHolding;

/* The folder, opened without waiting for anything, to be closed; NULL and errno: it cannot be. */
DIR *aufait_holding_open (const char *path);

AufaitHolding aufait_holding_look (const char *path);

/* Its files say it, if all say the same; else what it is @said to hold. */
AufaitJobKind aufait_holding_find_kind (const char *path, AufaitJobKind said);
