/* tambour-session.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-session-private.h"

/* Calls at once: a long poll, four of a pull, and some of a push. */
#define MAX_CONNECTIONS 10

#define DEFAULT_LIMIT ((gsize) 64 * 1024 * 1024)

/**
 * TambourSession:
 *
 * The way to one team server: keeps connections open, signs in, judges the
 * server's certificate, and turns whatever goes wrong into a #TambourNetError.
 *
 * It is made and used on one thread, with that thread's default main context.
 * The calls that block run that context until they are done, so that calls that
 * were begun before go on meanwhile; their callbacks are called from there.
 */
G_DEFINE_FINAL_TYPE (TambourSession, tambour_session, G_TYPE_OBJECT)

/* How long what was cut off may take to notice. */
#define CLOSING_MS 500

/* What a blocking call waits for. */
typedef struct
{
  GBytes   *answer;
  GError   *error;
  gboolean  is_done;
} Wait;

static void
wipe (char *secret)
{
  if (secret != NULL)
    explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Wait *wait = user_data;

  wait->answer = tambour_session_call_finish (TAMBOUR_SESSION (source), result, &wait->error);
  wait->is_done = TRUE;
}

static GBytes *
run (TambourExchange  *exchange,
     GCancellable     *cancellable,
     GError          **error)
{
  g_autoptr(TambourSession) self = g_object_ref (exchange->session);
  Wait wait = { NULL, NULL, FALSE };

  tambour_exchange_begin (exchange, cancellable, done_cb, &wait);
  while (!wait.is_done)
    g_main_context_iteration (self->context, TRUE);

  if (wait.error != NULL)
    g_propagate_error (error, wait.error);

  return wait.answer;
}

static gboolean
late_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
tambour_session_finalize (GObject *object)
{
  TambourSession *self = TAMBOUR_SESSION (object);

  g_clear_object (&self->soup);
  g_clear_object (&self->cookies);
  g_clear_pointer (&self->sockets, g_hash_table_unref);
  g_clear_pointer (&self->trust, tambour_trust_free);
  g_clear_pointer (&self->server, tambour_server_free);
  g_clear_pointer (&self->secret, wipe);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->headers, g_hash_table_unref);
  g_clear_pointer (&self->answered, soup_message_headers_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->root);
  g_free (self->place);

  G_OBJECT_CLASS (tambour_session_parent_class)->finalize (object);
}

static void
tambour_session_class_init (TambourSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tambour_session_finalize;
}

static void
tambour_session_init (TambourSession *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->limit = DEFAULT_LIMIT;
  self->cookies = soup_cookie_jar_new ();
  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) wipe);
  self->sockets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->soup = soup_session_new_with_options ("max-conns", MAX_CONNECTIONS,
                                              "max-conns-per-host", MAX_CONNECTIONS,
                                              "timeout", 0,
                                              "user-agent", "Tambour/" TAMBOUR_VERSION,
                                              NULL);
  soup_session_remove_feature_by_type (self->soup, SOUP_TYPE_AUTH_MANAGER);
  soup_session_add_feature (self->soup, SOUP_SESSION_FEATURE (self->cookies));
}

/**
 * tambour_session_new:
 * @server: the server and its database
 * @secret: (nullable): the password, or the token, by what @server says
 * @error: return location for an error of tambour_server_check()
 *
 * Nothing is sent yet.
 *
 * Returns: (transfer full) (nullable): a session for this thread
 */
TambourSession *
tambour_session_new (const TambourServer  *server,
                     const char           *secret,
                     GError              **error)
{
  g_autoptr(TambourSession) self = NULL;

  g_return_val_if_fail (server != NULL, NULL);

  if (!tambour_server_check (server, error))
    return NULL;

  self = g_object_new (TAMBOUR_TYPE_SESSION, NULL);
  self->server = tambour_server_copy (server);
  self->secret = g_strdup (secret != NULL ? secret : "");
  self->root = tambour_server_dup_root (server);
  self->place = tambour_server_dup_place (server);
  self->is_here = tambour_server_is_here (server);
  self->sign_in = server->sign_in;
  self->trust = tambour_trust_new (server, error);
  if (self->trust == NULL)
    return NULL;
  if (self->trust->database != NULL)
    soup_session_set_tls_database (self->soup, self->trust->database);

  return g_steal_pointer (&self);
}

/**
 * tambour_session_get_server:
 * @self: a session
 *
 * Returns: (transfer none): with which server
 */
const TambourServer *
tambour_session_get_server (TambourSession *self)
{
  g_return_val_if_fail (TAMBOUR_IS_SESSION (self), NULL);

  return self->server;
}

/**
 * tambour_session_get_place:
 * @self: a session
 *
 * Returns: (transfer none): what sentences call the server
 */
const char *
tambour_session_get_place (TambourSession *self)
{
  g_return_val_if_fail (TAMBOUR_IS_SESSION (self), NULL);

  return self->place;
}

/**
 * tambour_session_set_header:
 * @self: a session
 * @name: of a header
 * @value: (nullable): what every request says there from now on; %NULL for what
 *   it would say by itself
 *
 * Also a key or a token that signs in: it is wiped from memory as a secret is, and
 * goes to no other server.
 */
void
tambour_session_set_header (TambourSession *self,
                            const char     *name,
                            const char     *value)
{
  g_return_if_fail (TAMBOUR_IS_SESSION (self) && name != NULL);

  if (value != NULL)
    g_hash_table_replace (self->headers, g_strdup (name), g_strdup (value));
  else
    g_hash_table_remove (self->headers, name);
}

/**
 * tambour_session_get_header:
 * @self: a session that does one call at a time
 * @name: of a header
 *
 * Returns: (transfer none) (nullable): what the last answer said there, also one of
 *   failure; until the next call
 */
const char *
tambour_session_get_header (TambourSession *self,
                            const char     *name)
{
  g_return_val_if_fail (TAMBOUR_IS_SESSION (self) && name != NULL, NULL);

  return self->answered != NULL ? soup_message_headers_get_list (self->answered, name) : NULL;
}

/**
 * tambour_session_set_limit:
 * @self: a session
 * @limit: bytes of an answer, unpacked, above which it is refused
 *
 * At first 64 MiB. Downloads have no limit.
 */
void
tambour_session_set_limit (TambourSession *self,
                           gsize           limit)
{
  g_return_if_fail (TAMBOUR_IS_SESSION (self));

  self->limit = limit;
}

/**
 * tambour_session_close:
 * @self: a session
 *
 * Cuts every connection off; calls that are under way fail, while this thread's context
 * runs. One that is still looking for the server is left to itself.
 */
void
tambour_session_close (TambourSession *self)
{
  g_autoptr(GSource) deadline = NULL;
  gboolean is_late = FALSE;
  GHashTableIter iter;
  gpointer socket;

  g_return_if_fail (TAMBOUR_IS_SESSION (self));

  g_hash_table_iter_init (&iter, self->sockets);
  while (g_hash_table_iter_next (&iter, NULL, &socket))
    g_socket_shutdown (socket, TRUE, TRUE, NULL);

  deadline = g_timeout_source_new (CLOSING_MS);
  g_source_set_callback (deadline, late_cb, &is_late, NULL);
  g_source_attach (deadline, self->context);
  while (self->n_exchanges > 0 && !is_late)
    g_main_context_iteration (self->context, TRUE);
  g_source_destroy (deadline);
}

static TambourExchange *
prepare (TambourSession *self,
         const char     *method,
         const char     *path,
         GBytes         *body,
         const char     *content_type,
         guint           timeout_s)
{
  TambourExchange *exchange = tambour_exchange_new (self, method, path, timeout_s);

  exchange->body = body != NULL ? g_bytes_ref (body) : NULL;
  exchange->content_type = g_strdup (content_type != NULL || body == NULL ? content_type : "application/json");

  return exchange;
}

/**
 * tambour_session_call:
 * @self: a session of this thread
 * @method: HTTP's
 * @path: what follows the database: “_changes?since=0”, or nothing for itself;
 *   with a slash at its beginning what follows the server: “/_session”. Escaped
 * @body: (nullable): what is sent
 * @content_type: (nullable): what @body is; JSON if %NULL
 * @timeout_s: seconds without a byte after which it is given up; 0 for never
 * @cancellable: (nullable): ends it early
 * @error: return location for an error of %TAMBOUR_NET_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Asks the server and waits for its whole answer, running this thread's context.
 *
 * Returns: (transfer full) (nullable): the body of the answer
 */
GBytes *
tambour_session_call (TambourSession  *self,
                      const char      *method,
                      const char      *path,
                      GBytes          *body,
                      const char      *content_type,
                      guint            timeout_s,
                      GCancellable    *cancellable,
                      GError         **error)
{
  g_return_val_if_fail (TAMBOUR_IS_SESSION (self) && method != NULL && path != NULL, NULL);

  return run (prepare (self, method, path, body, content_type, timeout_s), cancellable, error);
}

/**
 * tambour_session_call_async:
 * @self: a session of this thread
 * @method: HTTP's
 * @path: as for tambour_session_call()
 * @body: (nullable): what is sent
 * @content_type: (nullable): what @body is; JSON if %NULL
 * @timeout_s: seconds without a byte after which it is given up; 0 for never
 * @cancellable: (nullable): ends it early
 * @callback: called on this thread's context
 * @user_data: for @callback
 *
 * The same without waiting. Several may be under way at once.
 */
void
tambour_session_call_async (TambourSession      *self,
                            const char          *method,
                            const char          *path,
                            GBytes              *body,
                            const char          *content_type,
                            guint                timeout_s,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (TAMBOUR_IS_SESSION (self) && method != NULL && path != NULL);

  tambour_exchange_begin (prepare (self, method, path, body, content_type, timeout_s), cancellable, callback, user_data);
}

/**
 * tambour_session_call_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error, as of tambour_session_call()
 *
 * Returns: (transfer full) (nullable): the body of the answer
 */
GBytes *
tambour_session_call_finish (TambourSession  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tambour_session_download:
 * @self: a session of this thread
 * @path: as for tambour_session_call()
 * @to: where the answer goes, piece by piece; left open
 * @timeout_s: seconds without a byte after which it is given up; 0 for never
 * @cancellable: (nullable): ends it early
 * @error: return location for an error, as of tambour_session_call()
 *
 * Fetches something large, which never stands in memory as a whole. When it
 * fails, @to may have got a part of it.
 *
 * Returns: %TRUE if @to has all of it
 */
gboolean
tambour_session_download (TambourSession  *self,
                          const char      *path,
                          GOutputStream   *to,
                          guint            timeout_s,
                          GCancellable    *cancellable,
                          GError         **error)
{
  g_autoptr(GBytes) nothing = NULL;
  TambourExchange *exchange;

  g_return_val_if_fail (TAMBOUR_IS_SESSION (self) && path != NULL && G_IS_OUTPUT_STREAM (to), FALSE);

  exchange = tambour_exchange_new (self, "GET", path, timeout_s);
  exchange->sink = g_object_ref (to);
  nothing = run (exchange, cancellable, error);

  return nothing != NULL;
}

/**
 * tambour_session_upload:
 * @self: a session of this thread
 * @method: HTTP's
 * @path: as for tambour_session_call()
 * @from: what is sent, piece by piece, from where it stands; one that can seek
 *   is sent again from its beginning after a new sign-in
 * @length: its bytes; -1 when that is not known
 * @content_type: what it is
 * @timeout_s: seconds without a byte after which it is given up; 0 for never
 * @cancellable: (nullable): ends it early
 * @error: return location for an error, as of tambour_session_call()
 *
 * Sends something large, which never stands in memory as a whole.
 *
 * Returns: (transfer full) (nullable): the body of the answer
 */
GBytes *
tambour_session_upload (TambourSession  *self,
                        const char      *method,
                        const char      *path,
                        GInputStream    *from,
                        gint64           length,
                        const char      *content_type,
                        guint            timeout_s,
                        GCancellable    *cancellable,
                        GError         **error)
{
  TambourExchange *exchange;

  g_return_val_if_fail (TAMBOUR_IS_SESSION (self) && method != NULL && path != NULL && G_IS_INPUT_STREAM (from), NULL);

  exchange = tambour_exchange_new (self, method, path, timeout_s);
  exchange->upload = g_object_ref (from);
  exchange->upload_length = length;
  exchange->content_type = g_strdup (content_type);

  return run (exchange, cancellable, error);
}
