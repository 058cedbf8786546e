/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is printed of a reply. */
#pragma once

#include "aufait-session.h"

/* @print prints to standard output, so that is a file for as long: no terminal, nothing is folded.
 */
char *print_fixture_run (AufaitPrint print, const char *reply);
