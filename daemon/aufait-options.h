/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What aufaitd was asked on its command line. */
#pragma once

#include <glib.h>

typedef enum {
  AUFAIT_OPTIONS_NOTIFIER_DESKTOP,
  AUFAIT_OPTIONS_NOTIFIER_LOG,
  AUFAIT_OPTIONS_NOTIFIER_NONE,
} AufaitOptionsNotifier;

typedef struct {
  AufaitOptionsNotifier notifier;
  GDateTime *start; /* the local time at which the clock begins; NULL: the real one */
  gboolean show_version;
} AufaitOptions;

/* Parses @argv into @options, which are all zero before. FALSE and an error of G_OPTION_ERROR, a
 * sentence, for what cannot be used; --help prints and exits. */
gboolean aufait_options_parse (AufaitOptions *options, int argc, char **argv, GError **error);
void aufait_options_clear (AufaitOptions *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AufaitOptions, aufait_options_clear)
