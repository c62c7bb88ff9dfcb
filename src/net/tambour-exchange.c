/* tambour-exchange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-back-off.h"
#include "tambour-net-error-private.h"
#include "tambour-session-private.h"

#define PIECE         (64 * 1024)
#define MAX_COMPLAINT (64 * 1024)  /* of an answer that says what is wrong, no more is read */
#define MAX_REDIRECTS 5

/* How an exchange is given up. libsoup frees what it still needs when a request is cancelled
 * at some moments, so it never is: its connection is cut, which is an end that every server
 * may bring about, or is cut as soon as there is one. Who waited is told at once.
 */
static void
cut (TambourExchange *self)
{
  if (self->socket != NULL)
    g_socket_shutdown (self->socket, TRUE, TRUE, NULL);
}

static void
drop_message (TambourExchange *self)
{
  if (self->message != NULL)
    g_signal_handlers_disconnect_by_data (self->message, self);

  g_clear_object (&self->stream);
  g_clear_object (&self->socket);
  g_clear_object (&self->message);
}

static void
tambour_exchange_free (TambourExchange *self)
{
  self->session->n_exchanges--;
  drop_message (self);
  if (self->clock != NULL)
    g_source_destroy (self->clock);
  if (self->outer != NULL)
    g_source_destroy (self->outer);

  g_clear_pointer (&self->clock, g_source_unref);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->answer, g_byte_array_unref);
  g_clear_object (&self->upload);
  g_clear_object (&self->sink);
  g_clear_pointer (&self->outer, g_source_unref);
  g_clear_object (&self->flawed);
  g_free (self->method);
  g_free (self->url);
  g_clear_object (&self->session);
  g_free (self->content_type);
  g_free (self);
}

static void
restart_clock (TambourExchange *self)
{
  if (self->timeout_s > 0)
    g_source_set_ready_time (self->clock, g_get_monotonic_time () + (gint64) self->timeout_s * G_USEC_PER_SEC);
}

/* The task is there as long as one of the two sources is. */
static void
give_up (TambourExchange *self,
         GError          *error)
{
  self->is_over = TRUE;
  cut (self);
  g_task_return_error (self->task, error);
}

static gboolean
timed_out_cb (gpointer user_data)
{
  TambourExchange *self = user_data;
  g_autoptr(GTask) task = g_object_ref (self->task);
  g_autoptr(GError) late = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "");

  g_source_set_ready_time (self->clock, -1);
  if (!self->is_over)
    give_up (self, tambour_net_error_new_from_cause (self->session->place, late));

  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_clock (GSource     *source,
                GSourceFunc  callback,
                gpointer     user_data)
{
  return callback (user_data);
}

/* A clock without a file descriptor: it is ready when its time has come. */
static GSourceFuncs clock_funcs = { NULL, NULL, dispatch_clock, NULL };

static void
make_clock (TambourExchange *self,
            GMainContext    *context)
{
  self->clock = g_source_new (&clock_funcs, sizeof (GSource));
  g_source_set_callback (self->clock, timed_out_cb, self, NULL);
  g_source_set_static_name (self->clock, "[tambour] a call's time");
  g_source_attach (self->clock, context);
}

/* On the session's thread, whichever cancelled it: libsoup is used by one alone. */
static gboolean
outer_cancelled_cb (GCancellable *outer,
                    gpointer      user_data)
{
  TambourExchange *self = user_data;
  g_autoptr(GTask) task = g_object_ref (self->task);
  GError *error = NULL;

  if (!self->is_over && g_cancellable_set_error_if_cancelled (outer, &error))
    give_up (self, error);

  return G_SOURCE_REMOVE;
}

static void
watch (TambourExchange *self,
       GCancellable    *cancellable)
{
  self->outer = g_cancellable_source_new (cancellable);
  g_source_set_callback (self->outer, G_SOURCE_FUNC (outer_cancelled_cb), self, NULL);
  g_source_set_static_name (self->outer, "[tambour] a call is given up");
  g_source_attach (self->outer, self->session->context);
}

static gboolean
accept_certificate_cb (SoupMessage          *message,
                       GTlsCertificate      *certificate,
                       GTlsCertificateFlags  flaws,
                       gpointer              user_data)
{
  TambourExchange *self = user_data;

  if (tambour_trust_is_pinned (self->session->trust, certificate))
    return TRUE;

  g_set_object (&self->flawed, certificate);
  self->flaws = flaws;

  return FALSE;
}

static void
wrote_cb (SoupMessage *message,
          guint        size,
          gpointer     user_data)
{
  restart_clock (user_data);
}

static void
connected_cb (SoupMessage        *message,
              GSocketClientEvent  event,
              GIOStream          *connection,
              gpointer            user_data)
{
  TambourExchange *self = user_data;

  if (event != G_SOCKET_CLIENT_CONNECTED || !G_IS_SOCKET_CONNECTION (connection))
    return;

  g_set_object (&self->socket, g_socket_connection_get_socket (G_SOCKET_CONNECTION (connection)));
  if (self->is_over)
    cut (self);
}

static gboolean
is_closed (gpointer key,
           gpointer socket,
           gpointer user_data)
{
  return g_socket_is_closed (socket);
}

/* A connection may be one that an exchange before has made. */
static void
starting_cb (SoupMessage *message,
             gpointer     user_data)
{
  TambourExchange *self = user_data;
  GHashTable *sockets = self->session->sockets;
  guint64 id = soup_message_get_connection_id (message);

  if (self->socket == NULL)
    {
      g_set_object (&self->socket, g_hash_table_lookup (sockets, &id));
    }
  else
    {
      g_hash_table_foreach_remove (sockets, is_closed, NULL);
      g_hash_table_replace (sockets, g_memdup2 (&id, sizeof id), g_object_ref (self->socket));
    }
  if (self->is_over)
    cut (self);
}

static void
fail (GTask        *task,
      const GError *cause)
{
  TambourExchange *self = g_task_get_task_data (task);
  TambourSession *session = self->session;

  g_source_set_ready_time (self->clock, -1);
  self->is_over = TRUE;
  if (self->flawed != NULL && cause->domain == G_TLS_ERROR)
    g_task_return_error (task, tambour_trust_explain (session->trust, session->place, self->flawed, self->flaws));
  else
    g_task_return_error (task, tambour_net_error_new_from_cause (session->place, cause));
}

static void
fail_with_status (GTask *task)
{
  TambourExchange *self = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  const char *said = soup_message_headers_get_one (headers, "Date");
  g_autoptr(GDateTime) date = said != NULL ? soup_date_time_new_from_http_string (said) : NULL;
  gint64 now = date != NULL ? g_date_time_to_unix (date) : g_get_real_time () / G_USEC_PER_SEC;
  guint pause = tambour_back_off_read (soup_message_headers_get_one (headers, "Retry-After"), now);
  g_autoptr(GBytes) answer = g_bytes_new (self->answer->data, self->answer->len);

  g_source_set_ready_time (self->clock, -1);
  self->is_over = TRUE;
  g_task_return_error (task, tambour_net_error_new_from_status (self->session->place, self->session->server->is_service,
                                                                soup_message_get_status (self->message),
                                                                answer, pause));
}

static gboolean
is_failure (TambourExchange *self)
{
  return soup_message_get_status (self->message) >= SOUP_STATUS_BAD_REQUEST;
}

/* What was sent can be sent again. */
static gboolean
rewind_upload (TambourExchange *self)
{
  return self->upload == NULL ||
         (G_IS_SEEKABLE (self->upload) && g_seekable_seek (G_SEEKABLE (self->upload), 0, G_SEEK_SET, NULL, NULL));
}

/* A cookie grows old: once, a new one is asked for. Another call may have done so already. */
static gboolean
renew (GTask *task)
{
  TambourExchange *self = g_task_get_task_data (task);

  if (soup_message_get_status (self->message) != SOUP_STATUS_UNAUTHORIZED || self->is_sign_in || self->is_renewed ||
      self->session->sign_in != TAMBOUR_SIGN_IN_PASSWORD || !rewind_upload (self))
    return FALSE;

  self->is_renewed = TRUE;
  if (self->n_signed_in == self->session->n_signed_in)
    tambour_session_forget_cookie (self->session);
  tambour_exchange_start (task);

  return TRUE;
}

static void
finish (GTask *task)
{
  TambourExchange *self = g_task_get_task_data (task);

  if (!is_failure (self))
    {
      g_source_set_ready_time (self->clock, -1);
      self->is_over = TRUE;
      g_task_return_pointer (task, g_byte_array_free_to_bytes (g_steal_pointer (&self->answer)), (GDestroyNotify) g_bytes_unref);
    }
  else if (!renew (task))
    fail_with_status (task);
}

/* Takes @size bytes at the end of the answer; whether more are wanted. */
static gboolean
take_piece (TambourExchange  *self,
            gsize             size,
            GError          **error)
{
  gboolean is_streamed = self->sink != NULL && !is_failure (self);

  self->n_read += size;
  if (is_streamed)
    {
      gboolean is_written = g_output_stream_write_all (self->sink, self->answer->data, size, NULL, NULL, error);

      g_byte_array_set_size (self->answer, 0);
      return is_written;
    }

  if (!is_failure (self) && self->n_read > self->session->limit)
    {
      g_set_error (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_TOO_LARGE,
                   _("%s answers with more than %zu MiB at once: check the address"),
                   self->session->place, self->session->limit / 1024 / 1024);
      return FALSE;
    }

  return TRUE;
}

static void
read_piece (GTask               *task,
            GAsyncReadyCallback  callback)
{
  TambourExchange *self = g_task_get_task_data (task);
  guint length = self->answer->len;

  g_byte_array_set_size (self->answer, length + PIECE);
  g_input_stream_read_async (self->stream, self->answer->data + length, PIECE, G_PRIORITY_DEFAULT, NULL, callback, task);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  TambourExchange *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  gssize size = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (self->is_over)
    return;

  g_byte_array_set_size (self->answer, self->answer->len - PIECE + MAX (size, 0));
  if (size < 0 || (size > 0 && !take_piece (self, size, &error)))
    {
      fail (task, error);
      return;
    }

  restart_clock (self);
  if (size == 0 || (is_failure (self) && self->answer->len >= MAX_COMPLAINT))
    finish (task);
  else
    read_piece (g_steal_pointer (&task), read_cb);
}

static gboolean
is_same_server (const char *a,
                const char *b)
{
  g_autoptr(GUri) one = g_uri_parse (a, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(GUri) other = g_uri_parse (b, SOUP_HTTP_URI_FLAGS, NULL);

  return one != NULL && other != NULL &&
         g_str_equal (g_uri_get_scheme (one), g_uri_get_scheme (other)) &&
         g_ascii_strcasecmp (g_uri_get_host (one), g_uri_get_host (other)) == 0 &&
         g_uri_get_port (one) == g_uri_get_port (other);
}

/* What changes nothing, however often it is sent. */
static gboolean
is_question (const char *method)
{
  static const char * const questions[] = { "GET", "HEAD", "PROPFIND", "REPORT", NULL };

  return g_strv_contains (questions, method);
}

/* Only what is asked for may be asked for again elsewhere on the same server. */
static void
follow (GTask *task)
{
  TambourExchange *self = g_task_get_task_data (task);
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (self->message), "Location");
  g_autofree char *target = location != NULL ? g_uri_resolve_relative (self->url, location, SOUP_HTTP_URI_FLAGS, NULL) : NULL;
  g_autoptr(GError) error = NULL;

  if (target != NULL && is_same_server (self->url, target) && ++self->n_redirects <= MAX_REDIRECTS && is_question (self->method))
    {
      g_set_str (&self->url, target);
      tambour_exchange_start (task);
      return;
    }

  error = tambour_net_error_new_elsewhere (self->session->place, self->session->server->is_service, target);
  fail (task, error);
}

/* What an answer says besides its body, for who does one call at a time. */
static void
keep_headers (TambourExchange *self)
{
  g_clear_pointer (&self->session->answered, soup_message_headers_unref);
  if (self->stream != NULL)
    self->session->answered = soup_message_headers_ref (soup_message_get_response_headers (self->message));
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  TambourExchange *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (self->is_over)
    return;

  restart_clock (self);
  keep_headers (self);
  if (self->stream == NULL)
    fail (task, error);
  else if (SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (self->message)) &&
           soup_message_get_status (self->message) != SOUP_STATUS_NOT_MODIFIED)
    follow (task);
  else
    read_piece (g_steal_pointer (&task), read_cb);
}

static void
add_headers (TambourExchange *self)
{
  TambourSession *session = self->session;
  SoupMessageHeaders *headers = soup_message_get_request_headers (self->message);
  GHashTableIter iter;
  gpointer name, said;

  soup_message_headers_replace (headers, "Accept", self->sink != NULL ? "*/*" : "application/json");
  if (session->is_here)
    soup_message_headers_replace (headers, "Accept-Encoding", "identity");
  if (session->sign_in == TAMBOUR_SIGN_IN_BEARER && session->secret != NULL)
    {
      g_autofree char *value = g_strconcat ("Bearer ", session->secret, NULL);

      soup_message_headers_replace (headers, "Authorization", value);
    }
  else if (session->sign_in == TAMBOUR_SIGN_IN_BASIC)
    {
      g_autofree char *pair = g_strconcat (session->server->user, ":", session->secret, NULL);
      g_autofree char *encoded = g_base64_encode ((const guchar *) pair, strlen (pair));
      g_autofree char *value = g_strconcat ("Basic ", encoded, NULL);

      soup_message_headers_replace (headers, "Authorization", value);
    }

  g_hash_table_iter_init (&iter, session->headers);
  while (g_hash_table_iter_next (&iter, &name, &said))
    soup_message_headers_replace (headers, name, said);
}

/* What libsoup sends again by itself when a connection that it kept turns out to be cut: it
 * then frees what it still needs, so such a request has a connection of its own.
 */
static gboolean
is_sent_again (TambourExchange *self)
{
  return self->upload == NULL && !g_str_equal (self->method, "POST");
}

static void
make_message (TambourExchange *self)
{
  drop_message (self);
  self->message = soup_message_new (self->method, self->url);
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT | (is_sent_again (self) ? SOUP_MESSAGE_NEW_CONNECTION : 0));
  soup_message_set_force_http1 (self->message, TRUE); /* one exchange at a time has a connection, and may cut it */
  if (self->body != NULL)
    soup_message_set_request_body_from_bytes (self->message, self->content_type, self->body);
  else if (self->upload != NULL)
    soup_message_set_request_body (self->message, self->content_type, self->upload, self->upload_length);
  if (self->session->trust->certificate != NULL)
    soup_message_set_tls_client_certificate (self->message, self->session->trust->certificate);

  add_headers (self);
  g_signal_connect (self->message, "accept-certificate", G_CALLBACK (accept_certificate_cb), self);
  g_signal_connect (self->message, "wrote-body-data", G_CALLBACK (wrote_cb), self);
  g_signal_connect (self->message, "network-event", G_CALLBACK (connected_cb), self);
  g_signal_connect (self->message, "starting", G_CALLBACK (starting_cb), self);
}

/*
 * tambour_exchange_new:
 * @session: with whom
 * @method: HTTP's
 * @path: below the database; below the server if it begins with a slash
 * @timeout_s: seconds without a byte after which it is given up; 0 for never
 *
 * Returns: (transfer full): an exchange that has not begun
 */
TambourExchange *
tambour_exchange_new (TambourSession *session,
                      const char     *method,
                      const char     *path,
                      guint           timeout_s)
{
  TambourExchange *self = g_new0 (TambourExchange, 1);

  self->session = g_object_ref (session);
  session->n_exchanges++;
  self->method = g_strdup (method);
  self->url = *path == '/' ? g_strconcat (session->root, path, NULL) : g_strconcat (session->server->url, *path == '?' || *path == '\0' ? "" : "/", path, NULL);
  self->timeout_s = timeout_s;
  self->answer = g_byte_array_new ();
  make_clock (self, session->context);

  return self;
}

/*
 * tambour_exchange_begin:
 * @self: (transfer full): an exchange
 * @cancellable: (nullable): ends it early
 * @callback: called with a #GTask that returns #GBytes
 * @user_data: for @callback
 *
 * Begins it, after signing in where that is needed.
 */
void
tambour_exchange_begin (TambourExchange     *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self->session, cancellable, callback, user_data);

  g_task_set_static_name (task, "[tambour] a call");
  g_task_set_task_data (task, self, (GDestroyNotify) tambour_exchange_free);
  self->task = task;
  if (cancellable != NULL)
    watch (self, cancellable);

  tambour_exchange_start (task);
}

/*
 * tambour_exchange_start:
 * @task: the task of an exchange
 *
 * Sends it, for the first time or once more.
 */
void
tambour_exchange_start (GTask *task)
{
  TambourExchange *self = g_task_get_task_data (task);
  TambourSession *session = self->session;
  g_autoptr(GError) error = NULL;

  g_byte_array_set_size (self->answer, 0);
  self->n_read = 0;
  if (self->is_over)
    return;
  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      self->is_over = TRUE;
      g_task_return_error_if_cancelled (task);
      return;
    }
  if (session->sign_in == TAMBOUR_SIGN_IN_PASSWORD && !self->is_sign_in && !tambour_session_has_cookie (session))
    {
      tambour_session_sign_in (session, task);
      return;
    }

  self->n_signed_in = session->n_signed_in;
  make_message (self);
  restart_clock (self);
  soup_session_send_async (session->soup, self->message, G_PRIORITY_DEFAULT, NULL, sent_cb, g_object_ref (task));
}

/*
 * tambour_exchange_fail:
 * @task: the task of an exchange that waited
 * @error: why it cannot begin
 *
 * Tells the caller, unless it has given up meanwhile.
 */
void
tambour_exchange_fail (GTask        *task,
                       const GError *error)
{
  TambourExchange *self = g_task_get_task_data (task);

  if (self->is_over)
    return;

  self->is_over = TRUE;
  g_task_return_error (task, g_error_copy (error));
}
