/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
/* Small shared helpers of the floor programs: clock, percentiles, slurp, PSS. */
#ifndef BENCH_H
#define BENCH_H
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static inline uint64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static int cmp_u64(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

static inline void report_us(const char *what, uint64_t *ns, size_t n)
{
    qsort(ns, n, sizeof *ns, cmp_u64);
    printf("%-34s n=%zu p50=%.1f us p90=%.1f us p99=%.1f us max=%.1f us\n", what, n,
           ns[n / 2] / 1e3, ns[n * 9 / 10] / 1e3, ns[n * 99 / 100] / 1e3, ns[n - 1] / 1e3);
}

typedef struct { char *data; size_t len; } Blob;
typedef struct { Blob *v; size_t n, bytes; } Blobs;

static inline Blob slurp_at(int dfd, const char *name)
{
    Blob b = { NULL, 0 };
    int fd = openat(dfd, name, O_RDONLY | O_CLOEXEC);
    struct stat st;
    if (fd < 0 || fstat(fd, &st) < 0) { perror(name); exit(1); }
    b.data = (char *)malloc((size_t)st.st_size + 1);
    while (b.len < (size_t)st.st_size) {
        ssize_t r = read(fd, b.data + b.len, (size_t)st.st_size - b.len);
        if (r <= 0) break;
        b.len += (size_t)r;
    }
    b.data[b.len] = 0;
    close(fd);
    return b;
}

/* Reads every regular-looking file of a directory. */
static inline Blobs slurp_dir(const char *path)
{
    Blobs r = { NULL, 0, 0 };
    size_t cap = 0;
    DIR *d = opendir(path);
    if (!d) { perror(path); exit(1); }
    for (struct dirent *e; (e = readdir(d));) {
        if (e->d_name[0] == '.') continue;
        if (r.n == cap) r.v = (Blob *)realloc(r.v, (cap = cap ? cap * 2 : 1024) * sizeof *r.v);
        r.v[r.n] = slurp_at(dirfd(d), e->d_name);
        r.bytes += r.v[r.n++].len;
    }
    closedir(d);
    return r;
}

static inline void report_mem(const char *what)
{
    char buf[4096];
    long rss = -1, pss = -1, priv = 0, anon = -1;
    FILE *f = fopen("/proc/self/smaps_rollup", "re");
    if (!f) return;
    while (fgets(buf, sizeof buf, f)) {
        long k;
        if (sscanf(buf, "Rss: %ld", &k) == 1) rss = k;
        else if (sscanf(buf, "Pss: %ld", &k) == 1) pss = k;
        else if (sscanf(buf, "Private_Clean: %ld", &k) == 1) priv += k;
        else if (sscanf(buf, "Private_Dirty: %ld", &k) == 1) priv += k;
        else if (sscanf(buf, "Anonymous: %ld", &k) == 1) anon = k;
    }
    fclose(f);
    printf("%-34s RSS=%ld PSS=%ld private=%ld anonymous=%ld KiB\n", what, rss, pss, priv, anon);
}
#endif
