/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-locale.h"
#include "aufait-program.h"

int
main (int argc, char **argv)
{
  aufait_locale_init ();
  return aufait_program_run ((const char *const *) argv + (argc > 0 ? 1 : 0));
}
