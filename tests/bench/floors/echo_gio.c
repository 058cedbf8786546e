/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GSocketService server of NUL-terminated JSON messages.
 * echo_gio SOCKET SECONDS [--json]
 * Without --json the message is sent back as is; with it, each message is
 * parsed and a reply is generated with json-glib. */
#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

static gboolean use_json;

typedef struct { GSocketConnection *c; GDataInputStream *in; GOutputStream *out; char *msg; } Peer;

static void next(Peer *p);

static void peer_free(Peer *p)
{
    g_clear_object(&p->in);
    g_clear_object(&p->c);
    g_free(p->msg);
    g_free(p);
}

static char *answer(const char *s, gsize len, gsize *out_len)
{
    g_autoptr(JsonParser) parser = json_parser_new();
    if (!json_parser_load_from_data(parser, s, (gssize)len, NULL)) return NULL;
    JsonObject *o = json_node_get_object(json_parser_get_root(parser));
    const char *method = json_object_get_string_member_with_default(o, "method", "");
    g_autoptr(JsonBuilder) b = json_builder_new_immutable();
    json_builder_begin_object(b);
    json_builder_set_member_name(b, "parameters");
    json_builder_begin_object(b);
    json_builder_set_member_name(b, "method");
    json_builder_add_string_value(b, method);
    json_builder_set_member_name(b, "contacts");
    json_builder_begin_array(b);
    for (int i = 0; i < 8; i++) {
        json_builder_begin_object(b);
        json_builder_set_member_name(b, "name");
        json_builder_add_string_value(b, "Élodie Désormeaux");
        json_builder_set_member_name(b, "email");
        json_builder_add_string_value(b, "elodie.desormeaux@example.org");
        json_builder_set_member_name(b, "last");
        json_builder_add_int_value(b, 1700000000 + i);
        json_builder_end_object(b);
    }
    json_builder_end_array(b);
    json_builder_end_object(b);
    json_builder_end_object(b);
    g_autoptr(JsonNode) root = json_builder_get_root(b);
    g_autoptr(JsonGenerator) gen = json_generator_new();
    json_generator_set_root(gen, root);
    return json_generator_to_data(gen, out_len);
}

static void on_written(GObject *src, GAsyncResult *r, gpointer d)
{
    Peer *p = d;
    if (!g_output_stream_write_all_finish(G_OUTPUT_STREAM(src), r, NULL, NULL)) { peer_free(p); return; }
    g_clear_pointer(&p->msg, g_free);
    next(p);
}

static void on_read(GObject *src, GAsyncResult *r, gpointer d)
{
    Peer *p = d;
    gsize len = 0;
    g_autofree char *s = g_data_input_stream_read_upto_finish(G_DATA_INPUT_STREAM(src), r, &len, NULL);
    if (!s) { peer_free(p); return; }
    g_data_input_stream_read_byte(p->in, NULL, NULL);       /* the NUL, already buffered */
    if (use_json) {
        p->msg = answer(s, len, &len);
        if (!p->msg) { peer_free(p); return; }
    } else p->msg = g_steal_pointer(&s);
    g_output_stream_write_all_async(p->out, p->msg, len + 1, G_PRIORITY_DEFAULT, NULL, on_written, p);
}

static void next(Peer *p)
{
    g_data_input_stream_read_upto_async(p->in, "", 1, G_PRIORITY_DEFAULT, NULL, on_read, p);
}

static gboolean on_incoming(GSocketService *s, GSocketConnection *c, GObject *src, gpointer d)
{
    (void)s; (void)src; (void)d;
    Peer *p = g_new0(Peer, 1);
    p->c = g_object_ref(c);
    p->in = g_data_input_stream_new(g_io_stream_get_input_stream(G_IO_STREAM(c)));
    p->out = g_io_stream_get_output_stream(G_IO_STREAM(c));
    next(p);
    return TRUE;
}

int main(int argc, char **argv)
{
    if (argc < 3) return 2;
    use_json = argc > 3 && !strcmp(argv[3], "--json");
    g_unlink(argv[1]);
    g_autoptr(GSocketService) s = g_socket_service_new();
    g_autoptr(GSocketAddress) a = g_unix_socket_address_new(argv[1]);
    g_autoptr(GError) err = NULL;
    if (!g_socket_listener_add_address(G_SOCKET_LISTENER(s), a, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL, &err)) {
        g_printerr("%s\n", err->message);
        return 1;
    }
    g_signal_connect(s, "incoming", G_CALLBACK(on_incoming), NULL);
    GMainLoop *l = g_main_loop_new(NULL, FALSE);
    g_timeout_add_seconds((guint)atoi(argv[2]), G_SOURCE_FUNC(g_main_loop_quit), l);
    g_main_loop_run(l);
    g_unlink(argv[1]);
    return 0;
}
