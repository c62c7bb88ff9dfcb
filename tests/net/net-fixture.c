/* net-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net-fixture.h"

#define TIMEOUT_S 20

static void
seen_cb (SoupServer        *soup,
         SoupServerMessage *message,
         gpointer           user_data)
{
  NetServer *self = user_data;

  g_ptr_array_add (self->seen, g_strdup_printf ("%s %s", soup_server_message_get_method (message),
                                                g_uri_get_path (soup_server_message_get_uri (message))));
}

NetServer *
net_server_new (SoupServerCallback callback,
                gpointer           user_data)
{
  NetServer *self = g_new0 (NetServer, 1);
  g_autoptr(GError) error = NULL;
  GSList *uris;

  self->soup = g_object_new (SOUP_TYPE_SERVER, NULL);
  self->seen = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (self->soup, "request-read", G_CALLBACK (seen_cb), self);
  soup_server_add_handler (self->soup, NULL, callback, user_data, NULL);
  soup_server_listen_local (self->soup, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (self->soup);
  self->root = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  self->url = g_strconcat (self->root, "/team", NULL);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return self;
}

void
net_server_free (NetServer *self)
{
  g_signal_handlers_disconnect_by_data (self->soup, self);
  soup_server_disconnect (self->soup);
  g_clear_object (&self->soup);
  g_clear_pointer (&self->seen, g_ptr_array_unref);
  g_free (self->root);
  g_free (self->url);
  g_free (self);
}

void
net_answer (SoupServerMessage *message,
            guint              status,
            const char        *json)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, json, strlen (json));
}

/* A server is asked about every certificate, also about one without a flaw. */
static gboolean
accept_flawless_cb (GTlsConnection       *connection,
                    GTlsCertificate      *certificate,
                    GTlsCertificateFlags  flaws,
                    gpointer              user_data)
{
  return flaws == G_TLS_CERTIFICATE_NO_FLAGS;
}

/* (transfer full): what is spoken through; NULL if the other side does not want to */
static GIOStream *
greet (RawServer         *self,
       GSocketConnection *connection)
{
  g_autoptr(GIOStream) tls = NULL;

  if (self->certificate == NULL)
    return G_IO_STREAM (g_object_ref (connection));

  tls = g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, NULL);
  if (self->clients != NULL)
    {
      g_signal_connect (tls, "accept-certificate", G_CALLBACK (accept_flawless_cb), NULL);
      g_object_set (tls, "authentication-mode", G_TLS_AUTHENTICATION_REQUIRED, NULL);
      g_tls_connection_set_database (G_TLS_CONNECTION (tls), self->clients);
    }

  return g_tls_connection_handshake (G_TLS_CONNECTION (tls), NULL, NULL) ? g_steal_pointer (&tls) : NULL;
}

/* Whether a request came. */
static gboolean
read_request (RawServer *self,
              GIOStream *stream)
{
  g_autoptr(GDataInputStream) input = g_data_input_stream_new (g_io_stream_get_input_stream (stream));
  char *first;

  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (input), FALSE);
  first = g_data_input_stream_read_line (input, NULL, NULL, NULL);
  if (first == NULL)
    return FALSE;

  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (input, NULL, NULL, NULL);

      if (line == NULL || *line == '\0')
        break;
    }

  g_free (self->asked);
  self->asked = first;
  g_atomic_int_inc (&self->n_asked);

  return TRUE;
}

/* On a thread of the service's own. */
static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        gpointer                user_data)
{
  RawServer *self = user_data;
  g_autoptr(GIOStream) stream = greet (self, connection);
  GOutputStream *output;

  if (stream == NULL || !read_request (self, stream))
    return TRUE;

  output = g_io_stream_get_output_stream (stream);
  g_output_stream_write_all (output, g_bytes_get_data (self->answer, NULL), g_bytes_get_size (self->answer), NULL, NULL, NULL);
  g_output_stream_flush (output, NULL, NULL);
  if (self->is_stalling)
    g_ptr_array_add (self->kept, g_steal_pointer (&stream));
  else
    g_io_stream_close (stream, NULL, NULL);

  return TRUE;
}

static void
clear (gpointer data)
{
  RawServer *self = data;

  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_pointer (&self->answer, g_bytes_unref);
  g_clear_object (&self->certificate);
  g_clear_object (&self->clients);
  g_free (self->asked);
  g_free (self->url);
}

static void
release (gpointer  data,
         GClosure *closure)
{
  g_atomic_rc_box_release_full (data, clear);
}

static RawServer *
start (const char      *answer,
       gboolean         is_stalling,
       GTlsCertificate *certificate,
       GTlsDatabase    *clients)
{
  RawServer *self = g_atomic_rc_box_new0 (RawServer);
  g_autoptr(GError) error = NULL;
  guint16 port;

  self->answer = g_bytes_new (answer, strlen (answer));
  self->is_stalling = is_stalling;
  self->kept = g_ptr_array_new_with_free_func (g_object_unref);
  self->certificate = certificate != NULL ? g_object_ref (certificate) : NULL;
  self->clients = clients != NULL ? g_object_ref (clients) : NULL;
  self->service = g_threaded_socket_service_new (8); /* one that is full begins anew by itself, also once it is closed */
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->service), NULL, &error);
  g_assert_no_error (error);
  /* Whoever has the answer may be done before the thread is that gave it. */
  g_signal_connect_data (self->service, "run", G_CALLBACK (run_cb), g_atomic_rc_box_acquire (self), release, 0);
  g_socket_service_start (self->service);
  self->url = g_strdup_printf (certificate != NULL ? "https://localhost:%u/team" : "http://127.0.0.1:%u/team", port);

  return self;
}

RawServer *
raw_server_new (const char *answer,
                gboolean    is_stalling)
{
  return start (answer, is_stalling, NULL, NULL);
}

RawServer *
raw_server_new_tls (const char      *answer,
                    GTlsCertificate *certificate,
                    GTlsDatabase    *clients)
{
  return start (answer, FALSE, certificate, clients);
}

void
raw_server_free (RawServer *self)
{
  g_socket_service_stop (self->service);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_clear_object (&self->service);
  g_atomic_rc_box_release_full (self, clear);
}

TambourSession *
net_session (const char    *url,
             TambourSignIn  sign_in,
             const char    *user,
             const char    *secret)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourServer) server = tambour_server_new (url, NULL, &error);
  TambourSession *session;

  g_assert_no_error (error);
  server->sign_in = sign_in;
  g_set_str (&server->user, user);
  session = tambour_session_new (server, secret, &error);
  g_assert_no_error (error);

  return session;
}

void
net_assert_answer (TambourSession *session,
                   const char     *path,
                   const char     *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) answer = tambour_session_call (session, "GET", path, NULL, NULL, TIMEOUT_S, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer), expected, strlen (expected));
}

/* One sentence, that says at least @words, on one line. */
void
net_assert_error (GError          *error,
                  TambourNetError  code,
                  const char      *words)
{
  g_assert_error (error, TAMBOUR_NET_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” lacks “%s”", error->message, words);
  g_assert_null (strchr (error->message, '\n'));
}

void
net_assert_refused (TambourSession  *session,
                    const char      *path,
                    TambourNetError  code,
                    const char      *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) answer = tambour_session_call (session, "GET", path, NULL, NULL, TIMEOUT_S, NULL, &error);

  g_assert_null (answer);
  net_assert_error (error, code, words);
}
