/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-reader-limits.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#define CPU_SECS        2
#define BYTES_A_CPU_SEC (2 * 1024 * 1024)

/* A sanitizer's shadow memory is larger than any memory. */
#if defined(__SANITIZE_ADDRESS__)
#define HAS_SHADOW_MEMORY 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_SHADOW_MEMORY 1
#endif
#endif
#ifndef HAS_SHADOW_MEMORY
#define HAS_SHADOW_MEMORY 0
#endif

static gboolean
set_limit (__rlimit_resource_t resource, rlim_t value)
{
  struct rlimit limit = { value, value };
  struct rlimit old;

  /* What is stricter already stays. */
  if (getrlimit (resource, &old) == 0 && old.rlim_max != RLIM_INFINITY && old.rlim_max < value)
    limit.rlim_cur = limit.rlim_max = old.rlim_max;
  return setrlimit (resource, &limit) == 0;
}

gboolean
aufait_reader_limits_set (void)
{
  guint64 until = 0;

  aufait_reader_limits_renew_cpu (0, &until);
  return until > 0 && set_limit (RLIMIT_CORE, 0) && set_limit (RLIMIT_FSIZE, 0) &&
         set_limit (RLIMIT_NOFILE, AUFAIT_READER_LIMITS_FILES) &&
         (HAS_SHADOW_MEMORY || set_limit (RLIMIT_AS, AUFAIT_READER_LIMITS_MEMORY)) &&
         prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

void
aufait_reader_limits_renew_cpu (gsize size, guint64 *until)
{
  struct rusage usage;
  struct rlimit limit;
  guint64 next;

  if (getrusage (RUSAGE_SELF, &usage) != 0)
    return;
  next = (guint64) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + 1 + CPU_SECS +
         size / BYTES_A_CPU_SEC;
  if (next == *until || getrlimit (RLIMIT_CPU, &limit) != 0)
    return;
  limit.rlim_cur = MIN ((rlim_t) next, limit.rlim_max);
  if (setrlimit (RLIMIT_CPU, &limit) == 0)
    *until = next;
}
