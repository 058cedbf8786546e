/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What aufait-sources*.c share. */
#pragma once

#include "aufait-intake.h"
#include "aufait-lookout.h"
#include "aufait-mounts.h"
#include "aufait-retry.h"
#include "aufait-source.h"
#include "aufait-sources.h"

struct _AufaitSources {
  GObject parent;
  AufaitIndex *index;
  AufaitReaderPool *pool;
  AufaitIntake *intake;
  GPtrArray *sources; /* AufaitSource, by path */
  GPtrArray *looked;  /* char *: where they were looked for */
  GPtrArray *missing; /* char *: paths that are set and lead nowhere */
  GPtrArray *strays;  /* char *: calendars that are set and not there */
  const AufaitBlindness *blindness;
  AufaitLookout *lookout;
  AufaitMounts *mounts;
  AufaitSettings *settings;
  AufaitDay first, last; /* that events are kept of; AUFAIT_DAY_NONE: not said yet */
  char *bases[2];
  char *problem;      /* of the index, in words; NULL: none */
  AufaitRetry *retry; /* of a look at all, after the index has failed */
  guint n_renewals;
  AufaitIndexWriterChange *pending; /* what was not told yet */
  gboolean is_pending_all;
  guint changed_id;
};
