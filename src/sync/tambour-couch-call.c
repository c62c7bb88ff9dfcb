/* tambour-couch-call.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-couch-private.h"

/**
 * TambourCouch:
 *
 * The API of a CouchDB database, as calls that say what they want and what they
 * give. What comes back is checked for its shape.
 */
struct _TambourCouch
{
  TambourSession *session;
  GCancellable   *cancellable;
  GMainContext   *context;
};

/**
 * TambourCouchCall:
 *
 * A request under way. Dropping it cancels it.
 */
struct _TambourCouchCall
{
  TambourSession *session;
  GMainContext   *context;
  GCancellable   *cancellable;
  GCancellable   *outer;
  gulong          outer_id;
  char           *id;
  GBytes         *answer;
  GError         *error;
  gboolean        is_done;
};

/**
 * tambour_couch_new:
 * @session: how to talk to the server
 * @cancellable: (nullable): what ends every call
 *
 * Returns: (transfer full): the database, for the thread that made @session
 */
TambourCouch *
tambour_couch_new (TambourSession *session,
                   GCancellable   *cancellable)
{
  TambourCouch *self = g_new0 (TambourCouch, 1);

  self->session = g_object_ref (session);
  g_set_object (&self->cancellable, cancellable);
  self->context = g_main_context_ref_thread_default ();

  return self;
}

/**
 * tambour_couch_free:
 * @self: (transfer full): a database
 */
void
tambour_couch_free (TambourCouch *self)
{
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self);
}

static void
call_clear (gpointer data)
{
  TambourCouchCall *call = data;

  g_clear_object (&call->session);
  g_clear_object (&call->cancellable);
  g_clear_object (&call->outer);
  g_clear_pointer (&call->context, g_main_context_unref);
  g_clear_pointer (&call->id, g_free);
  g_clear_pointer (&call->answer, g_bytes_unref);
  g_clear_error (&call->error);
}

static void
call_drop (TambourCouchCall *call)
{
  g_rc_box_release_full (call, call_clear);
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TambourCouchCall *call = user_data;

  call->answer = tambour_session_call_finish (TAMBOUR_SESSION (source), result, &call->error);
  call->is_done = TRUE;
  call_drop (call);
}

static void
cancelled_cb (GCancellable *outer,
              gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

/**
 * tambour_couch_call_begin:
 * @self: a database
 * @method: `GET`, `PUT` or `POST`
 * @path: below the database, escaped
 * @body: (nullable): JSON
 * @patience: how long the server may be silent, in seconds
 *
 * Returns: (transfer full): the call
 */
TambourCouchCall *
tambour_couch_call_begin (TambourCouch *self,
                          const char   *method,
                          const char   *path,
                          GBytes       *body,
                          guint         patience)
{
  TambourCouchCall *call = g_rc_box_new0 (TambourCouchCall);

  call->session = g_object_ref (self->session);
  call->context = g_main_context_ref (self->context);
  call->cancellable = g_cancellable_new ();
  if (g_set_object (&call->outer, self->cancellable))
    call->outer_id = g_cancellable_connect (call->outer, G_CALLBACK (cancelled_cb), g_object_ref (call->cancellable), g_object_unref);

  tambour_session_call_async (self->session, method, path, body, body ? "application/json" : NULL, patience,
                              call->cancellable, called_cb, g_rc_box_acquire (call));

  return call;
}

/**
 * tambour_couch_call_is_done:
 * @call: a call
 *
 * Returns: whether ending it would not wait
 */
gboolean
tambour_couch_call_is_done (TambourCouchCall *call)
{
  return call->is_done;
}

/**
 * tambour_couch_call_free:
 * @call: (transfer full) (nullable): a call, which is cancelled if it is under way
 */
void
tambour_couch_call_free (TambourCouchCall *call)
{
  if (call == NULL)
    return;

  if (call->outer_id != 0)
    g_cancellable_disconnect (call->outer, call->outer_id);
  if (!call->is_done)
    g_cancellable_cancel (call->cancellable);

  call_drop (call);
}

/**
 * tambour_couch_call_end:
 * @call: (transfer full): a call
 * @error: return location for a #TambourNetError
 *
 * Everything else on this thread goes on meanwhile.
 *
 * Returns: (transfer full) (nullable): the answer
 */
GBytes *
tambour_couch_call_end (TambourCouchCall  *call,
                        GError           **error)
{
  g_autoptr(TambourCouchCall) held = call;

  while (!call->is_done)
    g_main_context_iteration (call->context, TRUE);

  if (call->error != NULL)
    g_propagate_error (error, g_steal_pointer (&call->error));

  return g_steal_pointer (&call->answer);
}

/**
 * tambour_couch_call_end_json:
 * @call: (transfer full): a call
 * @size: (out) (optional): how long the answer was, in bytes
 * @error: return location for a #TambourNetError
 *
 * The text is gone by the time that what it says is looked at.
 *
 * Returns: (transfer full) (nullable): the answer
 */
JsonNode *
tambour_couch_call_end_json (TambourCouchCall  *call,
                             gsize             *size,
                             GError           **error)
{
  g_autofree char *place = g_strdup (tambour_session_get_place (call->session));
  g_autoptr(GBytes) answer = tambour_couch_call_end (call, error);

  if (size != NULL)
    *size = answer ? g_bytes_get_size (answer) : 0;

  return answer ? tambour_net_read_json (answer, place, error) : NULL;
}

/**
 * tambour_couch_upload:
 * @self: a database
 * @method: `PUT` or `POST`
 * @path: below the database, escaped
 * @from: what is sent, piece by piece
 * @length: of it, in bytes
 * @content_type: what it is
 * @patience: how long the server may be silent, in seconds
 * @error: return location for a #TambourNetError
 *
 * Returns: (transfer full) (nullable): the answer
 */
GBytes *
tambour_couch_upload (TambourCouch  *self,
                      const char    *method,
                      const char    *path,
                      GInputStream  *from,
                      gint64         length,
                      const char    *content_type,
                      guint          patience,
                      GError       **error)
{
  return tambour_session_upload (self->session, method, path, from, length, content_type, patience, self->cancellable, error);
}

/**
 * tambour_couch_call_set_id:
 * @call: a call
 * @id: the document that it is about
 */
void
tambour_couch_call_set_id (TambourCouchCall *call,
                           const char       *id)
{
  g_set_str (&call->id, id);
}

/**
 * tambour_couch_call_get_id:
 * @call: a call
 *
 * Returns: (transfer none) (nullable): the document that it is about
 */
const char *
tambour_couch_call_get_id (TambourCouchCall *call)
{
  return call->id;
}

/**
 * tambour_couch_wait:
 * @self: a database
 *
 * Waits until something happens on this thread, such as that a call is done.
 */
void
tambour_couch_wait (TambourCouch *self)
{
  g_main_context_iteration (self->context, TRUE);
}

/**
 * tambour_couch_keep_going:
 * @self: a database
 *
 * Does what can be done on this thread without waiting: what was begun is sent, so that the
 * server has work while the caller has.
 */
void
tambour_couch_keep_going (TambourCouch *self)
{
  while (g_main_context_iteration (self->context, FALSE))
    ;
}
