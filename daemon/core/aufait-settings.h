/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user has set in aufait.conf, or the defaults. A value that cannot be used keeps its
 * default and is told as a problem; it never stops the daemon. */
#pragma once

#include <glib.h>

#include "aufait-cadence.h"
#include "aufait-hours.h"
#include "aufait-source-settings.h"

/* How the file is called where something is said of it. */
#define AUFAIT_SETTINGS_NAME "aufait.conf"

typedef struct {
  int per_day;           /* nudges a day */
  AufaitHours hours;     /* when one may be shown */
  int at_secs;           /* when in the day a nudge that has only a day is due */
  int spacing_secs;      /* between two nudges */
  gboolean digest;       /* whether it is told in the morning how many wait */
  gboolean month_first;  /* from the locale, not the file: 7/14 is the 14th of July */
  AufaitCadence cadence; /* how often those of each circle are asked after */
  AufaitSourceSettings *sources;
  GPtrArray *problems; /* char *: what could not be used, in words */
} AufaitSettings;

/* The defaults. */
AufaitSettings *aufait_settings_new (void);

/* The defaults with what @data, a key file (Desktop Entry Specification, basic format), sets. */
AufaitSettings *aufait_settings_new_from_data (const char *data, gsize length);
void aufait_settings_free (AufaitSettings *settings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitSettings, aufait_settings_free)
