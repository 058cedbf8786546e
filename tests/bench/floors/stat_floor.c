/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Floor of a start with nothing changed: one look at every file of the folders.
 * stat_floor FOLDER... */
#include "bench.h"

int main(int argc, char **argv)
{
    size_t n = 0;
    for (int i = 1; i < argc; i++) {
        DIR *d = opendir(argv[i]);
        struct stat st;
        if (!d) { perror(argv[i]); return 1; }
        for (struct dirent *e; (e = readdir(d));) n += fstatat(dirfd(d), e->d_name, &st, 0) == 0;
        closedir(d);
    }
    printf("files=%zu\n", n);
    return 0;
}
