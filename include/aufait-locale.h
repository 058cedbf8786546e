/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language that both programs speak: that of the locale, and LANGUAGE before it. */
#pragma once

/* To be called first in main. Texts come out in UTF-8 whatever the locale's own encoding. The
 * translations are those that were installed; AUFAIT_LOCALEDIR names another folder, for a build
 * that is not installed. */
void aufait_locale_init (void);
