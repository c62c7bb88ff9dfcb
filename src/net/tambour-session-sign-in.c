/* tambour-session-sign-in.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-session-private.h"

#define COOKIE    "AuthSession"
#define TIMEOUT_S 30

/*
 * tambour_session_has_cookie:
 * @self: a session that signs in with a password
 *
 * Returns: %TRUE if it has a cookie that is still good by its date
 */
gboolean
tambour_session_has_cookie (TambourSession *self)
{
  g_autoptr(GUri) uri = g_uri_parse (self->server->url, SOUP_HTTP_URI_FLAGS, NULL);
  GSList *cookies = soup_cookie_jar_get_cookie_list (self->cookies, uri, TRUE);
  gboolean has_one = FALSE;

  /* A server that does not let somebody in gives them an empty one. */
  for (GSList *at = cookies; at != NULL; at = at->next)
    has_one |= g_str_equal (soup_cookie_get_name (at->data), COOKIE) && *soup_cookie_get_value (at->data) != '\0';
  g_slist_free_full (cookies, (GDestroyNotify) soup_cookie_free);

  return has_one;
}

/*
 * tambour_session_forget_cookie:
 * @self: a session
 *
 * The next call signs in anew.
 */
void
tambour_session_forget_cookie (TambourSession *self)
{
  GSList *cookies = soup_cookie_jar_all_cookies (self->cookies);

  for (GSList *at = cookies; at != NULL; at = at->next)
    soup_cookie_jar_delete_cookie (self->cookies, at->data);
  g_slist_free_full (cookies, (GDestroyNotify) soup_cookie_free);
}

static gboolean
is_without_sessions (const GError *error)
{
  guint status = tambour_net_error_get_status (error);

  return status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_METHOD_NOT_ALLOWED || status == SOUP_STATUS_NOT_IMPLEMENTED;
}

/* Who waited goes on, or fails as the sign-in did. One that was cancelled speaks only for who asked first. */
static void
release_waiting (TambourSession *self,
                 const GError   *error)
{
  g_autoptr(GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      tambour_exchange_start (waiting->pdata[i]);
    else
      tambour_exchange_fail (waiting->pdata[i], error);
}

static void
signed_in_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  TambourSession *self = TAMBOUR_SESSION (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) answer = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_signing_in = FALSE;
  self->n_signed_in++;
  if (is_without_sessions (error) || (error == NULL && !tambour_session_has_cookie (self)))
    {
      self->sign_in = TAMBOUR_SIGN_IN_BASIC;
      g_clear_error (&error);
    }

  release_waiting (self, error);
}

static GBytes *
write_credentials (TambourSession *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  char *text;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, self->server->user);
  json_builder_set_member_name (builder, "password");
  json_builder_add_string_value (builder, self->secret != NULL ? self->secret : "");
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

/*
 * tambour_session_sign_in:
 * @self: a session that signs in with a password
 * @task: an exchange that needs it
 *
 * Signs in, once for all that need it at the same time, and starts @task then.
 */
void
tambour_session_sign_in (TambourSession *self,
                         GTask          *task)
{
  TambourExchange *exchange;

  g_ptr_array_add (self->waiting, g_object_ref (task));
  if (self->is_signing_in)
    return;

  self->is_signing_in = TRUE;
  exchange = tambour_exchange_new (self, "POST", "/_session", TIMEOUT_S);
  exchange->body = write_credentials (self);
  exchange->content_type = g_strdup ("application/json");
  exchange->is_sign_in = TRUE;
  tambour_exchange_begin (exchange, g_task_get_cancellable (task), signed_in_cb, NULL);
}
