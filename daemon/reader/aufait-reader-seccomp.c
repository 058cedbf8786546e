/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-reader-seccomp.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>

static const int allowed[] = {
  /* the files that it is handed, and those that Landlock leaves */
  SCMP_SYS (read),
  SCMP_SYS (pread64),
  SCMP_SYS (lseek),
  SCMP_SYS (close),
  SCMP_SYS (fstat),
  SCMP_SYS (newfstatat),
  SCMP_SYS (stat),
  SCMP_SYS (stat64),
  SCMP_SYS (fstat64),
  SCMP_SYS (fstatat64),
  SCMP_SYS (statx),
  SCMP_SYS (access),
  SCMP_SYS (faccessat),
  SCMP_SYS (faccessat2),
  SCMP_SYS (readlink),
  SCMP_SYS (readlinkat),
  /* the socket that it has, and what a sanitizer prints */
  SCMP_SYS (recvmsg),
  SCMP_SYS (sendmsg),
  SCMP_SYS (sendto),
  SCMP_SYS (recvfrom),
  SCMP_SYS (write),
  /* memory */
  SCMP_SYS (brk),
  SCMP_SYS (munmap),
  SCMP_SYS (mremap),
  SCMP_SYS (madvise),
  /* itself */
  SCMP_SYS (exit),
  SCMP_SYS (exit_group),
  SCMP_SYS (futex),
  SCMP_SYS (getpid),
  SCMP_SYS (gettid),
  SCMP_SYS (getrandom),
  SCMP_SYS (getrusage),
  SCMP_SYS (clock_gettime),
  SCMP_SYS (clock_gettime64),
  SCMP_SYS (gettimeofday),
  SCMP_SYS (time),
  SCMP_SYS (restart_syscall),
  SCMP_SYS (rt_sigaction),
  SCMP_SYS (rt_sigprocmask),
  SCMP_SYS (rt_sigreturn),
  SCMP_SYS (sigaltstack),
  SCMP_SYS (sched_yield),
};

typedef struct {
  int number;
  guint n_conditions;
  struct scmp_arg_cmp conditions[2];
} Rule;

#define FIRST(i, mask, value)                                                                      \
  {                                                                                                \
    i, SCMP_CMP_MASKED_EQ, mask, value                                                             \
  }

/* What is allowed in part. */
static const Rule rules[] = {
  /* to read only */
  { SCMP_SYS (openat), 1, { FIRST (2, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY) } },
  { SCMP_SYS (open), 1, { FIRST (1, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY) } },
  /* memory to be written or to be run, never both: converters are libraries */
  { SCMP_SYS (mmap), 1, { FIRST (2, PROT_EXEC, 0) } },
  { SCMP_SYS (mmap), 1, { FIRST (2, PROT_EXEC | PROT_WRITE, PROT_EXEC) } },
  { SCMP_SYS (mmap2), 1, { FIRST (2, PROT_EXEC, 0) } },
  { SCMP_SYS (mmap2), 1, { FIRST (2, PROT_EXEC | PROT_WRITE, PROT_EXEC) } },
  { SCMP_SYS (mprotect), 1, { FIRST (2, PROT_EXEC, 0) } },
  /* its own CPU time, which begins anew with each file; all other limits are for ever */
  { SCMP_SYS (prlimit64), 2, { FIRST (0, 0xffffffff, 0), FIRST (1, 0xffffffff, RLIMIT_CPU) } },
  { SCMP_SYS (getrlimit), 1, { FIRST (0, 0xffffffff, RLIMIT_CPU) } },
  { SCMP_SYS (setrlimit), 1, { FIRST (0, 0xffffffff, RLIMIT_CPU) } },
  { SCMP_SYS (ugetrlimit), 1, { FIRST (0, 0xffffffff, RLIMIT_CPU) } },
  /* whether a descriptor is open, and closing it on exec; nothing else */
  { SCMP_SYS (fcntl), 1, { FIRST (1, 0xffffffff, F_GETFD) } },
  { SCMP_SYS (fcntl), 1, { FIRST (1, 0xffffffff, F_SETFD) } },
  { SCMP_SYS (fcntl), 1, { FIRST (1, 0xffffffff, F_GETFL) } },
};

/* Calls that this machine does not have have negative numbers. */
static gboolean
add_rules (scmp_filter_ctx filter)
{
  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++) {
    if (allowed[i] >= 0 && seccomp_rule_add (filter, SCMP_ACT_ALLOW, allowed[i], 0) != 0)
      return FALSE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    if (rules[i].number >= 0 &&
        seccomp_rule_add_array (filter, SCMP_ACT_ALLOW, rules[i].number, rules[i].n_conditions,
                                rules[i].conditions) != 0)
      return FALSE;
  }
  return TRUE;
}

gboolean
aufait_reader_seccomp_enter (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  gboolean done = filter != NULL && add_rules (filter) && seccomp_load (filter) == 0;

  if (filter != NULL)
    seccomp_release (filter);
  return done;
}
