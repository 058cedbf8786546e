/* SPDX-License-Identifier: GPL-3.0-or-later */
/* aufait.conf: read at the start, and again when it changes. */
#pragma once

#include "aufait-settings.h"

typedef struct _AufaitSettingsFile AufaitSettingsFile;

/* Takes @settings over. */
typedef void (*AufaitSettingsFileFunc) (AufaitSettings *settings, gpointer user_data);

/* Calls @on_changed within the call, and from then on whenever the file is another, until it is
 * freed. A file that is missing gives the defaults; so does one that cannot be read, and the
 * problems of the settings say so. Never fails. */
AufaitSettingsFile *
aufait_settings_file_new (const char *path, AufaitSettingsFileFunc on_changed, gpointer user_data);
void aufait_settings_file_free (AufaitSettingsFile *file);
