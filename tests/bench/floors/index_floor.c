/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Floor of a cold index: read both vdirs, split the cards (hand scanner), parse and
 * expand one year of the events with libical, and put contacts, addresses, events
 * and occurrences into SQLite in one transaction.
 * index_floor CONTACTS EVENTS DBFILE FROM TO [--per-file-vtimezone] */
#include "bench.h"
#include <libical/ical.h>
#include <sqlite3.h>

static sqlite3 *db;
static sqlite3_stmt *s_contact, *s_email, *s_event, *s_occ;
static sqlite3_int64 event_id;
static size_t occ, cards, emails;

static void run(const char *sql) { char *e = NULL; if (sqlite3_exec(db, sql, NULL, NULL, &e)) { fprintf(stderr, "%s\n", e); exit(1); } }
static sqlite3_stmt *prep(const char *q) { sqlite3_stmt *s; if (sqlite3_prepare_v2(db, q, -1, &s, NULL)) { fprintf(stderr, "%s\n", sqlite3_errmsg(db)); exit(1); } return s; }

static void on_instance(icalcomponent *c, struct icaltime_span *s, void *d)
{
    (void)c; (void)d;
    occ++;
    sqlite3_bind_int64(s_occ, 1, event_id);
    sqlite3_bind_int64(s_occ, 2, s->start);
    sqlite3_bind_int64(s_occ, 3, s->end);
    sqlite3_step(s_occ);
    sqlite3_reset(s_occ);
}

static void unescape(char *s)
{
    char *o = s;
    for (char *p = s; *p; p++) if (*p == '\\' && p[1]) { p++; *o++ = *p == 'n' ? '\n' : *p; } else *o++ = *p;
    *o = 0;
}

/* One card: keeps UID, FN, BDAY, ORG, NOTE and the addresses. */
static void card(char *s, size_t len)
{
    char *p = s, *end = s + len, *uid = "", *fn = "", *bday = "", *org = "", *note = "", *mail[8];
    size_t nmail = 0;
    while (p < end) {
        char *start = p, *out = p;
        for (;;) {
            char *nl = memchr(p, '\n', (size_t)(end - p)), *stop = nl ? nl : end;
            size_t n = (size_t)(stop - p);
            if (n && p[n - 1] == '\r') n--;
            if (out != p) memmove(out, p, n);
            out += n;
            p = nl ? nl + 1 : end;
            if (p < end && (*p == ' ' || *p == '\t')) { p++; continue; }
            break;
        }
        *out = 0;
        char *name = start, *q = start;
        for (; *q && *q != ':' && *q != ';'; q++) if (*q == '.') name = q + 1;
        char *name_end = q;
        for (int quoted = 0; *q && (quoted || *q != ':'); q++) if (*q == '"') quoted = !quoted;
        if (!*q) continue;
        *name_end = 0;
        char *v = q + 1;
        if (!strcasecmp(name, "UID")) uid = v;
        else if (!strcasecmp(name, "FN")) { unescape(v); fn = v; }
        else if (!strcasecmp(name, "BDAY")) bday = v;
        else if (!strcasecmp(name, "ORG")) { unescape(v); org = v; }
        else if (!strcasecmp(name, "NOTE")) { unescape(v); note = v; }
        else if (!strcasecmp(name, "EMAIL") && nmail < 8) mail[nmail++] = v;
    }
    cards++;
    sqlite3_bind_text(s_contact, 1, uid, -1, SQLITE_STATIC);
    sqlite3_bind_text(s_contact, 2, fn, -1, SQLITE_STATIC);
    sqlite3_bind_text(s_contact, 3, bday, -1, SQLITE_STATIC);
    sqlite3_bind_text(s_contact, 4, org, -1, SQLITE_STATIC);
    sqlite3_bind_text(s_contact, 5, note, -1, SQLITE_STATIC);
    sqlite3_step(s_contact);
    sqlite3_reset(s_contact);
    sqlite3_int64 id = sqlite3_last_insert_rowid(db);
    for (size_t i = 0; i < nmail; i++, emails++) {
        sqlite3_bind_int64(s_email, 1, id);
        sqlite3_bind_text(s_email, 2, mail[i], -1, SQLITE_STATIC);
        sqlite3_step(s_email);
        sqlite3_reset(s_email);
    }
}

int main(int argc, char **argv)
{
    if (argc < 6) return 2;
    int keep = argc > 6;
    uint64_t t0 = now_ns();
    unlink(argv[3]);
    if (sqlite3_open(argv[3], &db)) return 1;
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        "CREATE TABLE contact(id INTEGER PRIMARY KEY, uid TEXT, fn TEXT, bday TEXT, org TEXT, note TEXT);"
        "CREATE UNIQUE INDEX contact_uid ON contact(uid);"
        "CREATE TABLE email(contact INTEGER, addr TEXT); CREATE INDEX email_addr ON email(addr);"
        "CREATE TABLE event(id INTEGER PRIMARY KEY, uid TEXT, summary TEXT, location TEXT);"
        "CREATE INDEX event_uid ON event(uid);"
        "CREATE TABLE occurrence(event INTEGER, start INTEGER, end INTEGER); BEGIN");
    s_contact = prep("INSERT INTO contact(uid,fn,bday,org,note) VALUES(?,?,?,?,?)");
    s_email = prep("INSERT INTO email VALUES(?,?)");
    s_event = prep("INSERT INTO event(uid,summary,location) VALUES(?,?,?)");
    s_occ = prep("INSERT INTO occurrence VALUES(?,?,?)");
    Blobs in = slurp_dir(argv[1]);
    for (size_t i = 0; i < in.n; i++) { card(in.v[i].data, in.v[i].len); free(in.v[i].data); }
    uint64_t t1 = now_ns();
    icalerror_set_errors_are_fatal(0);
    icaltimezone_set_builtin_tzdata(0);
    struct icaltimetype from = icaltime_from_string(argv[4]), to = icaltime_from_string(argv[5]);
    from.is_date = to.is_date = 0;
    from.zone = to.zone = icaltimezone_get_utc_timezone();
    DIR *d = opendir(argv[2]);
    size_t events = 0;
    for (struct dirent *e; d && (e = readdir(d));) {
        if (e->d_name[0] == '.') continue;
        Blob b = slurp_at(dirfd(d), e->d_name);
        icalcomponent *root = icalparser_parse_string(b.data);
        free(b.data);
        if (!root) continue;
        for (icalcomponent *z; !keep && (z = icalcomponent_get_first_component(root, ICAL_VTIMEZONE_COMPONENT));) {
            icalproperty *id = icalcomponent_get_first_property(z, ICAL_TZID_PROPERTY);
            if (!id || !icaltimezone_get_builtin_timezone(icalproperty_get_tzid(id))) break;
            icalcomponent_remove_component(root, z);
            icalcomponent_free(z);
        }
        for (icalcomponent *c = icalcomponent_get_first_component(root, ICAL_VEVENT_COMPONENT); c;
             c = icalcomponent_get_next_component(root, ICAL_VEVENT_COMPONENT)) {
            events++;
            const char *sum = icalcomponent_get_summary(c), *loc = icalcomponent_get_location(c);
            sqlite3_bind_text(s_event, 1, icalcomponent_get_uid(c), -1, SQLITE_STATIC);
            sqlite3_bind_text(s_event, 2, sum, -1, SQLITE_STATIC);
            sqlite3_bind_text(s_event, 3, loc, -1, SQLITE_STATIC);
            sqlite3_step(s_event);
            sqlite3_reset(s_event);
            event_id = sqlite3_last_insert_rowid(db);
            icalcomponent_foreach_recurrence(c, from, to, on_instance, NULL);
        }
        icalcomponent_free(root);
    }
    uint64_t t2 = now_ns();
    run("CREATE INDEX occ_start ON occurrence(start); COMMIT; PRAGMA wal_checkpoint(TRUNCATE);");
    uint64_t t3 = now_ns();
    printf("contacts=%zu emails=%zu events=%zu occurrences=%zu | contacts %.1f ms, events %.1f ms, index+commit %.1f ms, total %.1f ms\n",
           cards, emails, events, occ, (t1 - t0) / 1e6, (t2 - t1) / 1e6, (t3 - t2) / 1e6, (t3 - t0) / 1e6);
    report_mem("at the end");
    sqlite3_close(db);
    return 0;
}
