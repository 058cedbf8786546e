/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What aufait.conf says of address books and calendars: [sources] and [calendar NAME]. */
#pragma once

#include <glib.h>

/* Of a calendar, by the name of its folder. */
typedef struct {
  char *name;
  char *person;    /* whose it is, in words as the user writes WHO; NULL: the user's own */
  gboolean ignore; /* it is not read */
} AufaitSourceSettingsCalendar;

typedef struct {
  gboolean discover; /* look where other programs have theirs */
  GStrv cards;       /* paths as they were written: with ~, $VARIABLES and globs; never NULL */
  GStrv calendars;
  GStrv mine; /* e-mail addresses that are the user's own; empty: to be guessed */
  GPtrArray *by_name; /* AufaitSourceSettingsCalendar */
} AufaitSourceSettings;

/* The defaults. */
AufaitSourceSettings *aufait_source_settings_new (void);
AufaitSourceSettings *aufait_source_settings_copy (const AufaitSourceSettings *settings);
void aufait_source_settings_free (AufaitSourceSettings *settings);

/* Takes what @file sets. @problem is called with a sentence (consumed) for each that is no use. */
void aufait_source_settings_read (AufaitSourceSettings *settings,
                                  GKeyFile *file,
                                  void (*problem) (gpointer user_data, char *text),
                                  gpointer user_data);

/* What is set for the calendar of this name; NULL: nothing. */
const AufaitSourceSettingsCalendar *
aufait_source_settings_find (const AufaitSourceSettings *settings, const char *name);

gboolean aufait_source_settings_is_same (const AufaitSourceSettings *settings,
                                         const AufaitSourceSettings *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitSourceSettings, aufait_source_settings_free)
