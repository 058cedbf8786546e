/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Idle memory and start-up floor of a daemon that links GLib, GIO, json-glib,
 * SQLite, libical and libnotify.
 * idle_floor STAGE SECONDS   (SECONDS 0: exit at once, for the start-up time)
 *   0 nothing used  1 main loop  2 + socket service  3 + SQLite file, schema read
 *   4 + libical (one RRULE expanded in a named zone)  5 + notify_init
 *   6 + a notification server asked over D-Bus  7 + a vdir monitored and json-glib used
 * The socket and the database are made under $TMPDIR or /tmp and removed. */
#include "bench.h"
#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <libical/ical.h>
#include <libnotify/notify.h>
#include <sqlite3.h>
#include <malloc.h>

static void seen(icalcomponent *c, struct icaltime_span *s, void *d) { (void)c; (void)s; ++*(int *)d; }

int main(int argc, char **argv)
{
    if (argc < 3) return 2;
    int stage = atoi(argv[1]), secs = atoi(argv[2]);
    g_autofree char *dir = g_dir_make_tmp("idle-XXXXXX", NULL);
    g_autofree char *sock = g_build_filename(dir, "s", NULL), *dbf = g_build_filename(dir, "db", NULL);
    GMainLoop *loop = NULL;
    sqlite3 *db = NULL;
    GFileMonitor *mon = NULL;
    if (stage >= 1) loop = g_main_loop_new(NULL, FALSE);
    GSocketService *svc = NULL;
    if (stage >= 2) {
        svc = g_socket_service_new();
        g_autoptr(GSocketAddress) a = g_unix_socket_address_new(sock);
        g_socket_listener_add_address(G_SOCKET_LISTENER(svc), a, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL, NULL);
    }
    if (stage >= 3) {
        sqlite3_open(dbf, &db);
        sqlite3_exec(db, "PRAGMA journal_mode=WAL; CREATE TABLE IF NOT EXISTS t(a INTEGER PRIMARY KEY, b TEXT);"
                         "CREATE VIRTUAL TABLE IF NOT EXISTS f USING fts5(b); SELECT * FROM t;", NULL, NULL, NULL);
    }
    if (stage >= 4) {
        int n = 0;
        icaltimezone_set_builtin_tzdata(0);
        icalcomponent *c = icalparser_parse_string("BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Paris:20260105T090000\r\n"
                                                   "RRULE:FREQ=WEEKLY;BYDAY=MO\r\nEND:VEVENT\r\n");
        icalcomponent_foreach_recurrence(c, icaltime_from_string("20260101T000000Z"), icaltime_from_string("20270101T000000Z"), seen, &n);
        icalcomponent_free(c);
        if (n < 50) fprintf(stderr, "only %d occurrences\n", n);
    }
    if (stage >= 5 && !notify_init("idle-floor")) fprintf(stderr, "notify_init failed\n");
    if (stage >= 6) {
        char *name = NULL;
        if (!notify_get_server_info(&name, NULL, NULL, NULL)) fprintf(stderr, "no notification server\n");
        else printf("server: %s\n", name);
        g_free(name);
    }
    if (stage >= 7) {
        g_autoptr(GFile) f = g_file_new_for_path(dir);
        mon = g_file_monitor_directory(f, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
        g_autoptr(JsonParser) p = json_parser_new();
        json_parser_load_from_data(p, "{\"a\":[1,2,3]}", -1, NULL);
    }
    if (secs > 0) {
        char label[32];
        snprintf(label, sizeof label, "stage %d start", stage);
        report_mem(label);
        malloc_trim(0);
        snprintf(label, sizeof label, "stage %d trimmed", stage);
        report_mem(label);
        fflush(stdout);
        if (loop) {
            g_timeout_add_seconds((guint)secs, G_SOURCE_FUNC(g_main_loop_quit), loop);
            g_main_loop_run(loop);
        } else sleep((unsigned)secs);
        snprintf(label, sizeof label, "stage %d after %d s", stage, secs);
        report_mem(label);
        FILE *s = fopen("/proc/self/status", "re");
        char line[256];
        while (s && fgets(line, sizeof line, s)) if (strstr(line, "ctxt") || strstr(line, "Threads")) fputs(line, stdout);
        if (s) fclose(s);
    }
    if (db) sqlite3_close(db);
    g_clear_object(&mon);
    g_clear_object(&svc);
    static const char *const names[] = { "s", "db", "db-wal", "db-shm" };
    for (size_t i = 0; i < 4; i++) { g_autofree char *p = g_build_filename(dir, names[i], NULL); g_unlink(p); }
    g_rmdir(dir);
    return 0;
}
