/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same client through GSocketClient, parsing the reply with json-glib.
 * client_gio SOCKET */
#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
int main(int argc, char **argv)
{
    static const char req[] = "{\"method\":\"x.y.Find\",\"parameters\":{\"q\":\"lefevre\"}}";
    if (argc < 2) return 2;
    g_autoptr(GSocketClient) c = g_socket_client_new();
    g_autoptr(GSocketAddress) a = g_unix_socket_address_new(argv[1]);
    g_autoptr(GSocketConnection) k = g_socket_client_connect(c, G_SOCKET_CONNECTABLE(a), NULL, NULL);
    if (!k) return 1;
    if (!g_output_stream_write_all(g_io_stream_get_output_stream(G_IO_STREAM(k)), req, sizeof req, NULL, NULL, NULL)) return 1;
    g_autoptr(GDataInputStream) in = g_data_input_stream_new(g_io_stream_get_input_stream(G_IO_STREAM(k)));
    gsize len;
    g_autofree char *s = g_data_input_stream_read_upto(in, "", 1, &len, NULL, NULL);
    g_autoptr(JsonParser) p = json_parser_new();
    if (!s || !json_parser_load_from_data(p, s, (gssize)len, NULL)) return 1;
    puts(s);
    return 0;
}
