/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Floor: hand-written unfold + split of vCards in place, no library.
 * vcard_scan PATH [REPEAT]: PATH a vdir or one file of many cards.
 * vcard_scan --dump FILE: prints group|name|params|value of every line. */
#include "bench.h"

typedef struct { const char *group, *name, *params, *value; } Line;

static int want_dump;
static size_t cards, lines, bytes_value;
static unsigned char fnv;

/* Unescapes \n \, \; \\ in place. */
static size_t unescape(char *s)
{
    char *o = s, *p = s;
    for (; *p; p++) {
        if (*p == '\\' && p[1]) { p++; *o++ = (*p == 'n' || *p == 'N') ? '\n' : *p; }
        else *o++ = *p;
    }
    *o = 0;
    return (size_t)(o - s);
}

static void on_line(Line *l)
{
    lines++;
    if (!strcasecmp(l->name, "BEGIN") && !strcasecmp(l->value, "VCARD")) cards++;
    size_t n;
    if (strchr("NACO", l->name[0] & ~0x20) &&
        (!strcasecmp(l->name, "N") || !strcasecmp(l->name, "ADR") || !strcasecmp(l->name, "ORG") ||
         !strcasecmp(l->name, "CATEGORIES")))
        n = strlen(l->value);               /* structured: split later, on demand */
    else
        n = strchr(l->value, '\\') ? unescape((char *)l->value) : strlen(l->value);
    bytes_value += n;
    if (n) fnv ^= (unsigned char)l->value[n / 2];
    if (want_dump) printf("%s|%s|%s|%s\n", l->group, l->name, l->params, l->value);
}

/* Parses a buffer in place: unfolds (CRLF or LF, then SP or TAB) and splits. */
static void scan(char *s, size_t len)
{
    char *p = s, *end = s + len;
    while (p < end) {
        char *out = p, *start = p;
        for (;;) {
            char *nl = memchr(p, '\n', (size_t)(end - p));
            char *stop = nl ? nl : end;
            size_t n = (size_t)(stop - p);
            if (n && p[n - 1] == '\r') n--;
            if (out != p) memmove(out, p, n);
            out += n;
            p = nl ? nl + 1 : end;
            if (p < end && (*p == ' ' || *p == '\t')) { p++; continue; }
            break;
        }
        if (out == start) continue;
        *out = 0;
        Line l = { "", start, "", "" };
        char *q = start;
        for (; *q && *q != ':' && *q != ';'; q++)
            if (*q == '.') { *q = 0; l.group = start; l.name = q + 1; }
        if (*q == ';') {
            *q++ = 0;
            l.params = q;
            for (int quoted = 0; *q && (quoted || *q != ':'); q++)
                if (*q == '"') quoted = !quoted;
        }
        if (*q == ':') { *q = 0; l.value = q + 1; on_line(&l); }
    }
}

int main(int argc, char **argv)
{
    if (argc < 2) return 2;
    if (!strcmp(argv[1], "--dump") && argc > 2) {
        Blob b = slurp_at(AT_FDCWD, argv[2]);
        want_dump = 1;
        scan(b.data, b.len);
        return 0;
    }
    int rep = argc > 2 ? atoi(argv[2]) : 5;
    struct stat st;
    if (stat(argv[1], &st) < 0) { perror(argv[1]); return 1; }
    for (int k = 0; k < rep; k++) {
        uint64_t t0 = now_ns();
        Blobs in = { NULL, 0, 0 };
        if (S_ISDIR(st.st_mode)) in = slurp_dir(argv[1]);
        else { in.v = malloc(sizeof *in.v); in.v[0] = slurp_at(AT_FDCWD, argv[1]); in.n = 1; in.bytes = in.v[0].len; }
        uint64_t t1 = now_ns();
        cards = lines = bytes_value = 0;
        for (size_t i = 0; i < in.n; i++) scan(in.v[i].data, in.v[i].len);
        uint64_t t2 = now_ns();
        printf("scan: cards=%zu lines=%zu read %.2f ms parse %.2f ms: %.0f cards/s %.1f MB/s %.2f us/card\n",
               cards, lines, (t1 - t0) / 1e6, (t2 - t1) / 1e6, cards / ((t2 - t1) / 1e9),
               in.bytes / ((t2 - t1) / 1e3), (t2 - t1) / 1e3 / (double)cards);
        for (size_t i = 0; i < in.n; i++) free(in.v[i].data);
        free(in.v);
    }
    return fnv == 255 && cards == 0;
}
